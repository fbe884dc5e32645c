"""Rules about quotations: every one stands word for word in its source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.anchors import Difference, Match, Status, in_words
from briefing.anchors.words import differ
from briefing.check.case import Case, Finding, cite, word_offset
from briefing.model import Anchor, Article, Quote

_FEW = 5


def missing(case: Case) -> Iterator[Finding]:
    """Yields the quotations whose words stand nowhere."""
    for quote, _ in _with(case, Status.MISSING):
        where = ", ".join(dict.fromkeys(anchor.source for anchor in quote.src)) or "any source"
        yield Finding(
            quote.at(),
            f"these words do not stand in {where}",
            "copy them from the source; … or […] marks what is left out, [brackets] what is put in",
        )


def altered(case: Case) -> Iterator[Finding]:
    """Yields the quotations that nearly stand in their source, at the first word that differs."""
    for quote, match in _with(case, Status.ALTERED):
        offset, fix = quote.at(), ""
        if match.differences:
            offset = word_offset(case.text, offset, quote.text, match.differences[0].at)
            fix = f"source: “{_shown(match.differences[0], case.articles[match.source])}”"
        yield Finding(offset, f"{differ(match)} from {cite(_found(match))}", fix)


def moved(case: Case) -> Iterator[Finding]:
    """Yields the quotations that stand in another paragraph than the one cited, at the anchor."""
    for quote, match in _with(case, Status.MOVED):
        yield Finding(quote.at("src"), f"quotation {in_words(match)}", f"src: {_found(match)}")


def ambiguous(case: Case) -> Iterator[Finding]:
    """Yields the quotations of which it is not clear where they stand."""
    for quote, match in _with(case, Status.AMBIGUOUS):
        choices = [str(Anchor(match.source, number)) for number in match.paragraphs[:_FEW]]
        offset = quote.at("src") if quote.src else quote.at()
        yield Finding(offset, f"quotation {in_words(match)}", f"src: {_or(choices)}")


def _with(case: Case, status: Status) -> Iterator[tuple[Quote, Match]]:
    return (pair for pair in case.quotes if pair[1].status is status)


def _found(match: Match) -> Anchor:
    return Anchor(match.source, match.paragraphs[0], match.paragraphs[-1])


def _shown(difference: Difference, article: Article) -> str:
    """Returns the words of the source where they differ, with a word on either side so that they can be found."""
    start, end = difference.span
    before = re.search(r"\S*\s*$", article.text[max(0, start - 40) : start])
    after = re.match(r"\s*\w*", article.text[end : end + 40])
    from_, to = start - len(before.group() if before else ""), end + len(after.group() if after else "")
    return " ".join(article.text[from_:to].split())


def _or(choices: Sequence[str]) -> str:
    return f"{', '.join(choices[:-1])} or {choices[-1]}" if len(choices) > 1 else choices[0]
