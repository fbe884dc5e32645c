"""What became of words that were looked for in a source."""

from __future__ import annotations

from enum import Enum
from typing import Literal, NamedTuple

from briefing.model import Anchor


class Status(Enum):
    """How words stand in their source. The order is from best to worst."""

    EXACT = "exact"
    NORMALISED = "normalised"
    ELIDED = "elided"
    AMBIGUOUS = "ambiguous"
    MOVED = "moved"
    ALTERED = "altered"
    UNVERIFIABLE = "unverifiable"
    MISSING = "missing"

    @property
    def sound(self) -> bool:
        """True when the words stand, word for word or openly shortened, where they were said to stand."""
        return self in _SOUND

    @property
    def rank(self) -> int:
        """0 for the best status, growing; the better of two matches has the lower rank."""
        return _RANKS[self]


_RANKS = {status: rank for rank, status in enumerate(Status)}
_SOUND = frozenset([Status.EXACT, Status.NORMALISED, Status.ELIDED])


class Difference(NamedTuple):
    """One run of words that differs between the words looked for and the source.

    `here` are the words looked for and `at` their offset in them; `there` are those of the source and `span` their
    part of `Article.text`. `here` is empty when words of the source are missing, `there` when words were added;
    the offset and the span are then those of the gap.
    """

    kind: Literal["replaced", "missing", "added"]
    here: str
    there: str
    at: int
    span: tuple[int, int]


class Match(NamedTuple):
    """Where words were found, and how sure that is.

    `spans` are parts `[start, end)` of `Article.text` in the order of the text: several for words that are
    shortened, run over paragraphs or stand in several places; none for words that are missing. `paragraphs` are
    the numbers of the paragraphs concerned. `cited` is the anchor that was searched first, None without one.
    """

    status: Status
    source: str
    spans: tuple[tuple[int, int], ...] = ()
    paragraphs: tuple[int, ...] = ()
    differences: tuple[Difference, ...] = ()
    cited: Anchor | None = None
