"""What a date is once it is read: its bounds, its order, and how two of them stand to each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from math import inf
from typing import Literal, NamedTuple

from briefing.dates.gregorian import MINUTES_A_DAY, from_minutes

Precision = Literal["minute", "day", "month", "season", "year", "decade", "century", "millennium", "unknown"]
"""The finest unit that is wholly known: `2024-11-XX` has that of a month. A season is anything with a code from 21
to 41, quarters and halves of a year included. Intervals and sets have the coarsest of their parts."""

Form = Literal["date", "interval", "one of", "all of"]


class EdtfError(ValueError):
    """What was typed is no date. `message` is one sentence; `fix` is what to write instead, "" where it isn't known.

    A fix that is not empty can always be parsed.
    """

    def __init__(self, message: str, fix: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix


class NotEdtfError(ValueError):
    """The text has no form of EDTF; what was meant is for `briefing.dates.mistakes` to find out."""


class Kind(Enum):
    """How a timeline draws a date."""

    EXACT = "exact"  # a day or a time
    COARSE = "coarse"  # month, season, year, decade, any part unspecified; a set
    APPROXIMATE = "approximate"  # wins over exact and coarse
    UNCERTAIN = "uncertain"  # wins over approximate
    INTERVAL = "interval"
    SINCE = "since"  # an interval without an end
    UNTIL = "until"  # an interval without a start


class Fields(NamedTuple):
    """A single date as written, without its qualifiers; "" for what isn't there.

    `year` keeps sign, `Y` and `X`; `month` may be a season's code; `clock` is `hh:mm`; `zone` is `Z` or `+hh:mm`.
    """

    year: str
    month: str = ""
    day: str = ""
    clock: str = ""
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date, an interval or a set of dates.

    `lower` and `upper` are its first and last minute, inclusive, counted from 1970-01-01T00:00 in the proleptic
    Gregorian calendar, None where it is open. A time with a zone counts as UTC, anything else as written. Qualifiers
    never move a bound: what they allow for is for `certainly_before` to say.

    `fields` are the parts of a single date. `parts` are the start and the end of an interval, None for one that is
    open or unknown, or the members of a set, where a range is an interval.
    """

    text: str
    lower: int | None
    upper: int | None
    precision: Precision
    approximate: bool = False
    uncertain: bool = False
    form: Form = "date"
    fields: Fields | None = None
    parts: tuple[Edtf | None, ...] = ()

    def __str__(self) -> str:
        return self.text

    @property
    def kind(self) -> Kind:
        """What a timeline draws for it. An interval stays one, whatever its ends are qualified with."""
        if self.form == "interval":
            start, end = self.parts
            return Kind.UNTIL if start is None else Kind.SINCE if end is None else Kind.INTERVAL
        if self.uncertain:
            return Kind.UNCERTAIN
        if self.approximate:
            return Kind.APPROXIMATE
        exact = self.form == "date" and self.precision in ("minute", "day")
        return Kind.EXACT if exact else Kind.COARSE

    @property
    def sort_key(self) -> tuple[float, float, str]:
        """A total order: by lower bound, open ones first, then by upper bound, open ones last, then by text."""
        return (-inf if self.lower is None else self.lower, inf if self.upper is None else self.upper, self.text)


def reading_key(edtf: Edtf) -> tuple[float, float, str]:
    """Returns where a date stands in a list that people read: as `Edtf.sort_key`, but one whose start is open stands
    by the end that is known, since nobody looks for `../2024-11-27` before the year 2011."""
    lower, upper, text = edtf.sort_key
    return (upper if edtf.lower is None and edtf.upper is not None else lower, upper, text)


def overlaps(a: Edtf, b: Edtf) -> bool:
    """True when the two, as written, have a minute in common. Qualifiers don't count: `2024-11-30~` and `2024-11-29`
    have none."""
    (a_lower, a_upper, _), (b_lower, b_upper, _) = a.sort_key, b.sort_key
    return a_lower <= b_upper and b_lower <= a_upper


def contains(a: Edtf, b: Edtf) -> bool:
    """True when every minute of `b`, as written, lies within `a`."""
    (a_lower, a_upper, _), (b_lower, b_upper, _) = a.sort_key, b.sort_key
    return a_lower <= b_lower and b_upper <= a_upper


def before(a: Edtf, b: Edtf) -> bool:
    """True when `a`, as written, is over before `b` begins: for drawing. A contradiction needs `certainly_before`."""
    return a.upper is not None and b.lower is not None and a.upper < b.lower


def certainly_before(a: Edtf, b: Edtf) -> bool:
    """True when `a` is over before `b` begins on any reading of their qualifiers; the ground for a contradiction.

    An uncertain end is certainly before nothing. An approximate one may be out by its own length on either side, by
    an hour at least: `2024-11-30~` may be 29 November, `2015~` may be 2014. Those margins are ours; EDTF gives none.
    """
    end, start = _latest(a), _earliest(b)
    return end is not None and start is not None and end < start


def _margin(date: Edtf) -> int:
    if not date.approximate or date.lower is None or date.upper is None:
        return 0
    return max(date.upper - date.lower + 1, 60)


def _earliest(date: Edtf) -> int | None:
    """The first minute that any reading of `date` allows, None where there is no telling."""
    if date.form == "date":
        return None if date.uncertain or date.lower is None else date.lower - _margin(date)
    return _furthest(date.parts[:1] if date.form == "interval" else date.parts, _earliest, min)


def _latest(date: Edtf) -> int | None:
    """The last minute that any reading of `date` allows, None where there is no telling."""
    if date.form == "date":
        return None if date.uncertain or date.upper is None else date.upper + _margin(date)
    return _furthest(date.parts[1:] if date.form == "interval" else date.parts, _latest, max)


def _furthest(
    parts: tuple[Edtf | None, ...], reach: Callable[[Edtf], int | None], pick: Callable[[list[int]], int]
) -> int | None:
    found = [None if part is None else reach(part) for part in parts]
    known = [minute for minute in found if minute is not None]
    return pick(known) if len(known) == len(found) else None


def lower_date(edtf: Edtf) -> tuple[int, int, int] | None:
    """Returns year, month and day of the lower bound (in UTC for a time with a zone); None where it is open."""
    return None if edtf.lower is None else from_minutes(edtf.lower)[:3]


def upper_date(edtf: Edtf) -> tuple[int, int, int] | None:
    """Returns year, month and day of the upper bound (in UTC for a time with a zone); None where it is open."""
    return None if edtf.upper is None else from_minutes(edtf.upper)[:3]


def year_of(edtf: Edtf) -> int | None:
    """Returns the year of the lower bound, else of the upper one; None when both are open."""
    date = lower_date(edtf) or upper_date(edtf)
    return None if date is None else date[0]


def days_between(a: Edtf, b: Edtf) -> int:
    """Returns the number of whole days that lie between the two, whichever comes first.

    0 for days that touch or overlap, and where an open bound leaves no gap.
    """
    gaps = (
        first // MINUTES_A_DAY - last // MINUTES_A_DAY - 1
        for last, first in ((a.upper, b.lower), (b.upper, a.lower))
        if last is not None and first is not None
    )
    return max((0, *gaps))
