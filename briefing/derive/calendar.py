"""Calendar arithmetic on the proleptic Gregorian calendar, and how a stretch of days is written in EDTF.

A `Stretch` is a first and a last day with its EDTF. Weeks run from Monday to Sunday (ISO 8601).
"""

from __future__ import annotations

import calendar as months
import datetime as dt
from typing import NamedTuple

DAY = dt.timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1, 9999
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}


class Stretch(NamedTuple):
    """The days from `lower` to `upper`, both included, None where open, and how EDTF writes them."""

    lower: dt.date | None
    upper: dt.date | None
    edtf: str

    @property
    def is_day(self) -> bool:
        """True for a single day."""
        return self.lower is not None and self.lower == self.upper


def day(date: dt.date) -> Stretch:
    """Returns one day."""
    return Stretch(date, date, f"{date:%Y-%m-%d}" if date.year > 999 else date.isoformat())


def month(year: int, number: int) -> Stretch:
    """Returns a month; months past the ends of a year are brought into the next or the previous one."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    last = months.monthrange(year, number)[1]
    return Stretch(dt.date(year, number, 1), dt.date(year, number, last), f"{year:04d}-{number:02d}")


def year(number: int) -> Stretch:
    """Returns a year."""
    return Stretch(dt.date(number, 1, 1), dt.date(number, 12, 31), f"{number:04d}")


def decade(first: int) -> Stretch:
    """Returns the ten years from `first`, which ends in 0."""
    return Stretch(dt.date(max(first, 1), 1, 1), dt.date(first + 9, 12, 31), f"{first // 10:03d}X")


def century(number: int) -> Stretch:
    """Returns a century by its number, as newspapers count: the 19th is 1800 to 1899."""
    first = (number - 1) * 100
    return Stretch(dt.date(max(first, 1), 1, 1), dt.date(first + 99, 12, 31), f"{first // 100:02d}XX")


def quarter(number: int, of: int) -> Stretch:
    """Returns quarter `number` (1 to 4) of the year `of` as an interval of months."""
    first, last = month(of, 3 * number - 2), month(of, 3 * number)
    return between(first, last)


def season(of: int, name: str) -> Stretch:
    """Returns a season of the northern hemisphere; winter begins in December of the year `of`."""
    code = SEASONS[name]
    first = month(of, _SEASON_STARTS[code])
    last = month(of, _SEASON_STARTS[code] + 2)
    return Stretch(first.lower, last.upper, f"{of:04d}-{code}")


def week(date: dt.date) -> Stretch:
    """Returns the week that holds `date`."""
    monday = date - date.weekday() * DAY
    return between(day(monday), day(monday + 6 * DAY))


def weekend(date: dt.date) -> Stretch:
    """Returns the Saturday and the Sunday of the week that holds `date`."""
    saturday = date - date.weekday() * DAY + 5 * DAY
    return between(day(saturday), day(saturday + DAY))


def between(first: Stretch, last: Stretch) -> Stretch:
    """Returns the interval from the start of one stretch to the end of another; the first alone when they are one."""
    if first.edtf == last.edtf:
        return first
    return Stretch(first.lower, last.upper, f"{_start(first.edtf)}/{_end(last.edtf)}")


def until(last: Stretch) -> Stretch:
    """Returns everything up to the end of a stretch."""
    return Stretch(None, last.upper, f"../{_end(last.edtf)}")


def since(first: Stretch) -> Stretch:
    """Returns everything from the start of a stretch."""
    return Stretch(first.lower, None, f"{_start(first.edtf)}/..")


def about(stretch: Stretch) -> Stretch:
    """Returns the stretch marked as approximate; an interval has its start marked."""
    first, joint, last = stretch.edtf.partition("/")
    if first.endswith("~") or first == ".." or "X" in first:
        return stretch
    return stretch._replace(edtf=f"{first}~{joint}{last}")


def shifted_months(date: dt.date, count: int) -> dt.date:
    """Returns the day `count` months later (earlier when negative), the last of the month where it has no such day."""
    at = date.year * 12 + date.month - 1 + count
    to_year, to_month = divmod(at, 12)
    to_year = min(max(to_year, FIRST_YEAR), LAST_YEAR)
    return dt.date(to_year, to_month + 1, min(date.day, months.monthrange(to_year, to_month + 1)[1]))


def shifted(date: dt.date, count: int, unit: str) -> dt.date:
    """Returns the day `count` units (`day`, `week`, `month`, `year` …) later; kept within the years of the calendar."""
    try:
        if unit in _DAYS:
            return date + _DAYS[unit] * count * DAY
        if unit in _MONTHS:
            return shifted_months(date, _MONTHS[unit] * count)
    except OverflowError:
        return dt.date.min if count < 0 else dt.date.max
    return date


def at_precision(date: dt.date, unit: str) -> Stretch:
    """Returns the day, week, month, quarter or year that holds `date`, as precise as `unit` is."""
    if unit in ("week", "fortnight") and date.year < LAST_YEAR:
        return week(date)
    if unit in ("month", "quarter"):
        return month(date.year, date.month)
    if unit in _MONTHS:
        return year(date.year)
    return day(date)


_DAYS = {"day": 1, "week": 7, "fortnight": 14, "night": 1, "weekend": 7}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "generation": 300}


def _start(edtf: str) -> str:
    return edtf.partition("/")[0]


def _end(edtf: str) -> str:
    return edtf.rpartition("/")[2]
