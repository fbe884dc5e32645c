"""Finding words in a source, and saying how sure that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefing.anchors.index import Index, index_of
from briefing.anchors.match import Match, Status
from briefing.anchors.plan import Part, literal, marked, only_case
from briefing.anchors.search import Chain, Found, places
from briefing.model import Anchor, Article

_NOWHERE = range(0)


def find(words: str, article: Article, source: str, cited: range = _NOWHERE) -> Match:
    """Returns where `words` stand in `article`, the text of the source with the slug `source`.

    `cited` are the numbers of the paragraphs in which they are said to stand; they are searched first, and words
    found elsewhere have moved. Without it the whole article is searched, and words that stand in several paragraphs
    are ambiguous.
    """
    index = index_of(article)
    anchor = Anchor(source, cited[0], cited[-1]) if cited else None
    plans = _plans(words)
    for numbers in (cited, None) if cited else (None,):
        for plan in plans:
            found = places(plan.parts, index, numbers)
            if found:
                match = _match(plan, found, index, source)
                if numbers is None and cited and match.status is not Status.AMBIGUOUS:
                    match = match._replace(status=Status.MOVED)
                return match._replace(cited=anchor)
    return _altered(words, index, source, cited)._replace(cited=anchor)


def locate(words: str, src: Sequence[Anchor], articles: Mapping[str, Article]) -> Match:
    """Returns the best match of `words` among the anchors `src`; without any, among all `articles`.

    A source that is not in `articles` has no text: words that are found nowhere else can't be verified.
    """
    best: Match | None = None
    for anchor in src or [Anchor(source) for source in articles]:
        article = articles.get(anchor.source)
        if article is None:
            match = Match(Status.UNVERIFIABLE, anchor.source)
        else:
            match = find(words, article, anchor.source, anchor.paragraphs)
        if best is None or match.status.rank < best.status.rank:
            best = match._replace(cited=anchor if src else None)
        if best.status is Status.EXACT:
            break
    if best is None:
        return Match(Status.UNVERIFIABLE, "")
    if best.status is Status.MISSING and not src:
        return best._replace(source="")
    return best


class _Plan(NamedTuple):
    """A way to read a quotation. `shortened` when it says itself that it is not the whole of the words."""

    parts: tuple[Part, ...]
    shortened: bool


def _plans(words: str) -> list[_Plan]:
    # Word for word comes first: the source may itself have ellipses and brackets.
    plans = [_Plan(literal(words), False), _Plan(marked(words), not only_case(words))]
    return [plan for plan in plans if plan.parts]


def _match(plan: _Plan, found: Sequence[Chain], index: Index, source: str) -> Match:
    spans = [tuple(span for part in chain if (span := index.span(*part))) for chain in found]
    begins = tuple(dict.fromkeys(chain[0].number for chain in found))
    if len(begins) > 1:
        every = tuple(dict.fromkeys(span for chain in spans for span in chain))
        return Match(Status.AMBIGUOUS, source, every, begins)
    numbers = tuple(dict.fromkeys(part.number for part in found[0]))
    return Match(_status(plan, found[0], spans[0], index), source, spans[0], numbers)


def _status(plan: _Plan, chain: Chain, spans: Sequence[tuple[int, int]], index: Index) -> Status:
    if plan.shortened or not all(_neighbours(one, other, index) for one, other in pairwise(chain)):
        return Status.ELIDED
    text = index.article.text
    same = all(text[start:end] == part.raw for part, (start, end) in zip(plan.parts, spans, strict=True))
    return Status.EXACT if same and len(chain) == len({part.number for part in chain}) else Status.NORMALISED


def _neighbours(one: Found, other: Found, index: Index) -> bool:
    """True when nothing but marks and blanks lies between two parts, though a paragraph may end there."""
    text = index.fold(one.number).text
    if one.number == other.number:
        between = text[one.end : other.start]
    else:
        between = text[one.end :] + index.fold(other.number).text[: other.start]
    return not between.strip("' .,;:")


def _altered(words: str, index: Index, source: str, cited: range) -> Match:
    # Loaded when needed: most quotations stand as they are quoted, and start-up counts.
    from briefing.anchors.fuzzy import closest

    for numbers in (cited, None) if cited else (None,):
        found = closest(words, index, numbers)
        if found is not None:
            return Match(Status.ALTERED, source, found.spans, found.paragraphs, found.differences)
    return Match(Status.MISSING, source)
