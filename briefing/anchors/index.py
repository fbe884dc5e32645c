"""An article made ready for many searches: its paragraphs folded once, when they are first needed."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from briefing.anchors.fold import Fold, trim
from briefing.model import Article


class Index:
    """The folded paragraphs of one article. Positions are characters of a folded paragraph, or of `whole`."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.size = len(article.paragraphs)
        self._folds: dict[int, Fold] = {}

    def fold(self, number: int) -> Fold:
        """Returns paragraph `number` (from 1) folded."""
        found = self._folds.get(number)
        if found is None:
            found = self._folds[number] = Fold(self.article.paragraph(number))
        return found

    @cached_property
    def whole(self) -> str:
        """All folded paragraphs, a line feed between them; no paragraph holds one."""
        return "\n".join(self.fold(number).text for number in range(1, self.size + 1))

    @cached_property
    def starts(self) -> array[int]:
        """Where each paragraph begins in `whole`."""
        starts = array("q")
        at = 0
        for number in range(1, self.size + 1):
            starts.append(at)
            at += len(self.fold(number).text) + 1
        return starts

    def number(self, at: int) -> int:
        """Returns the number of the paragraph that holds position `at` of `whole`."""
        return bisect_right(self.starts, at)

    def holding(self, needle: str) -> Iterator[int]:
        """Yields the numbers of the paragraphs that hold the folded `needle`, in order, each once."""
        at = self.whole.find(needle)
        while at >= 0:
            number = self.number(at)
            yield number
            if number == self.size:
                return
            at = self.whole.find(needle, self.starts[number])

    def span(self, number: int, start: int, end: int) -> tuple[int, int] | None:
        """Returns the part of `Article.text` behind `[start, end)` of folded paragraph `number`, blanks left out.

        None when an end lies inside something that folds as a whole.
        """
        found = self.fold(number).span(start, end)
        if found is None:
            return None
        base = self.article.paragraphs[number - 1].start
        return trim(self.article.text, base + found[0], base + found[1])


_KEPT = 64
_recent: dict[int, Index] = {}


def index_of(article: Article) -> Index:
    """Returns the index of this very `article`, made on the first call and kept for the most recent articles."""
    found = _recent.pop(id(article), None)
    if found is None or found.article is not article:
        found = Index(article)
    _recent[id(article)] = found
    while len(_recent) > _KEPT:
        _recent.pop(next(iter(_recent)), None)
    return found
