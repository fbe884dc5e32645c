"""Dates as somebody types them who has a calendar on the wall: `27 Nov`, `yesterday`, `Friday`, `since 3 May`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from briefing.dates import Edtf, EdtfError, from_minutes, parse
from briefing.dates.gregorian import MINUTES_A_DAY
from briefing.dates.names import MONTHS

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NEAR = {"today": 0, "now": 0, "tonight": 0, "this morning": 0, "yesterday": -1, "last night": -1, "tomorrow": 1}
_AGO = re.compile(r"(\d{1,3}|an?|one|two|three) (day|week)s? ago", re.IGNORECASE)
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}
_DAY = re.compile(rf"(?:on )?(last )?({'|'.join(_DAYS)})", re.IGNORECASE)
_MONTH = re.compile(rf"\b(?:{'|'.join(name[:3] for name in MONTHS)})", re.IGNORECASE)
_YEAR = re.compile(r"\d{3}[\dXx]")
_LONGEST = 60
"""Characters; a date that somebody types is shorter."""


def as_typed(text: str, today: date, near: Edtf | None = None) -> Edtf:
    """Returns the date that somebody means who types `text` on the day `today`.

    A form that `parse` names as the fix is taken at its word. Words such as `yesterday` count from `today`; a date
    without a year is the one nearest to `near`, or to today where there is none. Raises `EdtfError` for the rest.
    """
    words = " ".join(text.lower().split())
    if len(words) <= _LONGEST:
        day = _relative(words, today)
        if day is not None:
            return parse(day.isoformat())
    try:
        return parse(text)
    except EdtfError as error:
        if error.fix:
            return parse(error.fix)
        found = _without_year(text, _day_of(near) or today) if len(words) <= _LONGEST else None
        if found is None:
            raise
        return found


def _relative(words: str, today: date) -> date | None:
    if words in _NEAR:
        return _shifted(today, _NEAR[words])
    ago = _AGO.fullmatch(words)
    if ago:
        count = _COUNTS.get(ago[1]) or int(ago[1])
        return _shifted(today, -count * (7 if ago[2] == "week" else 1))
    named = _DAY.fullmatch(words)
    if named:
        back = (today.weekday() - _DAYS.index(named[2])) % 7
        return _shifted(today, -(back or 7) if named[1] else -back)
    return None


def _shifted(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _day_of(edtf: Edtf | None) -> date | None:
    edge = None if edtf is None else edtf.upper if edtf.upper is not None else edtf.lower
    if edge is None:
        return None
    year, month, day, *_ = from_minutes(edge)
    return date(year, month, day) if 0 < year < 9999 else None


def _without_year(text: str, near: date) -> Edtf | None:
    """Returns the date of a day and a month, or of two of them, in the year in which it is nearest to `near`."""
    if _YEAR.search(text) or not _MONTH.search(text):
        return None
    found = [edtf for year in (near.year - 1, near.year, near.year + 1) if (edtf := _in_year(text, year))]
    aim = (near - date(1970, 1, 1)).days * MINUTES_A_DAY
    return min(found, key=lambda edtf: abs(_edge(edtf) - aim), default=None)


def _edge(edtf: Edtf) -> int:
    return edtf.lower if edtf.lower is not None else edtf.upper or 0


def _in_year(text: str, year: int) -> Edtf | None:
    try:
        return parse(f"{text} {year}")
    except EdtfError as error:
        return parse(error.fix) if error.fix else None
