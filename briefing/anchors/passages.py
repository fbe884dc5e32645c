"""The passages that a reader of an item steps through."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from briefing.anchors.find import locate
from briefing.anchors.match import Match, Status
from briefing.model import Anchor, Article, Figure, Item, Judgement, Paragraph, Quote


class Passage(NamedTuple):
    """A part of a source: paragraphs `first` to `last`, counted from 1, or the whole source when they are None.

    `spans` are the words found, parts of `Article.text`. `status` says how they were found; it is None for a
    paragraph that is cited as a whole.
    """

    source: str
    first: int | None = None
    last: int | None = None
    spans: tuple[tuple[int, int], ...] = ()
    status: Match | None = None


def passages(item: Item, articles: Mapping[str, Article]) -> tuple[Passage, ...]:
    """Returns the passages that `item` rests on: for a quotation the words found first, then each cited anchor.

    An anchor that holds the words found is not repeated. A source without a text and a paragraph that is not there
    are told by the status of their passage.
    """
    found: tuple[Passage, ...] = ()
    if isinstance(item, Quote):
        found = tuple(_found(locate(item.text, item.src, articles), articles))
    lost = isinstance(item, Quote) and not found
    anchors = dict.fromkeys(_anchors(item))
    further = [_cited(anchor, articles, lost) for anchor in anchors if not any(_held(anchor, p) for p in found)]
    return (*found, *further)


def _anchors(item: Item) -> Iterator[Anchor]:
    yield from item.src
    if isinstance(item, Judgement):
        yield from item.because
        yield from item.but
    if isinstance(item, Figure):
        for was in item.was:
            yield from was.src


def _found(match: Match, articles: Mapping[str, Article]) -> Iterator[Passage]:
    if not match.spans:
        return
    if match.status is not Status.AMBIGUOUS:
        yield Passage(match.source, match.paragraphs[0], match.paragraphs[-1], match.spans, match)
        return
    paragraphs = articles[match.source].paragraphs
    begins = [paragraphs[number - 1].start for number in match.paragraphs]
    for begin, stop in zip_longest(begins, begins[1:]):
        spans = tuple(span for span in match.spans if begin <= span[0] and (stop is None or span[0] < stop))
        first, last = (_number(paragraphs, at) for at in (begin, spans[-1][0]))
        yield Passage(match.source, first, last, spans, match)


def _number(paragraphs: Sequence[Paragraph], offset: int) -> int:
    return bisect_right(paragraphs, offset, key=lambda paragraph: paragraph.start)


def _cited(anchor: Anchor, articles: Mapping[str, Article], lost: bool) -> Passage:
    source, numbers = anchor.source, anchor.paragraphs
    article = articles.get(source)
    if article is None:
        return Passage(source, anchor.first, anchor.last, status=Match(Status.UNVERIFIABLE, source, cited=anchor))
    size = len(article.paragraphs)
    there = not numbers or 1 <= numbers[0] <= size
    match = Match(Status.MISSING, source, cited=anchor) if lost or not there else None
    if not numbers or not there:
        return Passage(source, status=match)
    return Passage(source, numbers[0], min(numbers[-1], size), status=match)


def _held(anchor: Anchor, passage: Passage) -> bool:
    """True when `passage` already shows where `anchor` leads: into its paragraphs, or to the source as a whole."""
    if anchor.source != passage.source:
        return False
    if passage.first is None or passage.last is None or not anchor.paragraphs:
        return True
    return passage.first <= anchor.paragraphs[-1] and anchor.paragraphs[0] <= passage.last
