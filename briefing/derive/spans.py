"""Parts of years and of weeks: `the summer of 2009`, `the first half of 2011`, `over the weekend`, `in 18 months`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from briefing.derive import calendar
from briefing.derive.absolute import MONTHS
from briefing.derive.anchor import Anchor
from briefing.derive.calendar import DAY, Stretch
from briefing.derive.counted import UNITS
from briefing.derive.layers import Token
from briefing.derive.numbers import number_at
from briefing.derive.wordset import word_set
from briefing.derive.years import ORDINAL, Reading, year_number

_BOUNDS = word_set("until till by since before in")
_SCHOOL_YEAR = re.compile(r"([12]\d{3})[-‑](\d\d)")
_CENTURY = re.compile(r"mid-(\d\d?)(?:st|nd|rd|th)")


def read(anchor: Anchor, tokens: Sequence[Token], at: int, end: int, future: bool) -> Reading | None:
    """Returns the part of a year or a week that begins with token `at`, None when there is none."""
    lower = tokens[at].lower
    if lower in calendar.SEASONS:
        return _season(anchor, tokens, at, end, future)
    if lower in ("first", "second"):
        return _half(anchor, tokens, at, end)
    if lower == "the":
        return _weekend(anchor, tokens, at, end, future) or _day_alone(anchor, tokens, at, end)
    if lower == "in":
        return _ahead(anchor, tokens, at, end, future)
    if lower in MONTHS:
        return _month_of(anchor, tokens, at, end)
    if (years := _SCHOOL_YEAR.fullmatch(tokens[at].text)) is not None:
        first = int(years[1])
        if (first + 1) % 100 == int(years[2]):
            stretch = calendar.between(calendar.year(first), calendar.year(first + 1))
            return Reading(at, at + 1, stretch, "years")
    if (century := _CENTURY.fullmatch(lower)) is not None and at + 1 < end and tokens[at + 1].lower == "century":
        return Reading(at, at + 2, calendar.century(int(century[1])), "century")
    return None


def _season(anchor: Anchor, tokens: Sequence[Token], at: int, end: int, future: bool) -> Reading | None:
    """`the summer of 2009`, `spring 2010`, `until spring`, `in the fall`."""
    name, after = tokens[at].lower, at + 1
    after += after + 1 < end and tokens[after].lower == "of"
    written = year_number(tokens[after]) if after < end else None
    if written is not None:
        return Reading(at, after + 1, calendar.season(written, name), "season")
    before = tokens[at - 1].lower if at else ""
    bounded = before in _BOUNDS - {"in"} or (before == "the" and at > 1 and tokens[at - 2].lower in _BOUNDS)
    if not bounded or anchor.published is None:
        return None
    year = anchor.published.year
    season = calendar.season(year, name)
    if (future or before in ("until", "till", "by")) and season.upper is not None and season.upper < anchor.published:
        season = calendar.season(year + 1, name)
    elif not future and season.lower is not None and season.lower > anchor.published:
        season = season if before in ("until", "till", "by") else calendar.season(year - 1, name)
    return Reading(at, at + 1, season, "season")


def _half(anchor: Anchor, tokens: Sequence[Token], at: int, end: int) -> Reading | None:
    """`the first half of 2011`, `the second half of last year`."""
    if at + 3 >= end or tokens[at + 1].lower != "half" or tokens[at + 2].lower != "of":
        return None
    second = tokens[at].lower == "second"
    year, last = year_number(tokens[at + 3]), at + 4
    if year is None and anchor.published is not None and at + 4 < end and tokens[at + 4].lower == "year":
        moved = {"last": -1, "this": 0, "the": 0, "next": 1}.get(tokens[at + 3].lower)
        if moved is not None:
            year, last = anchor.published.year + moved, at + 5
    if year is None:
        return None
    stretch = calendar.between(calendar.month(year, 7 if second else 1), calendar.month(year, 12 if second else 6))
    return Reading(at, last, stretch, "half of a year")


def _weekend(anchor: Anchor, tokens: Sequence[Token], at: int, end: int, future: bool) -> Reading | None:
    """`over the weekend`, `at the weekend`: the one before publication, or the coming one."""
    before = tokens[at - 1].lower if at else ""
    if at + 1 >= end or tokens[at + 1].lower != "weekend" or before not in ("over", "at", "during", "on"):
        return None
    if anchor.published is None:
        return Reading(at, at + 2, None, "weekend without a date of publication")
    own = calendar.weekend(anchor.published)
    begun = own.lower is not None and own.lower <= anchor.published
    stretch = own if future or begun else calendar.weekend(anchor.published - 7 * DAY)
    return Reading(at, at + 2, stretch, "weekend")


def _day_alone(anchor: Anchor, tokens: Sequence[Token], at: int, end: int) -> Reading | None:
    """`on the 14th`: the last such day up to publication."""
    before = tokens[at - 1].lower if at else ""
    match = ORDINAL.fullmatch(tokens[at + 1].lower) if at + 1 < end else None
    after = tokens[at + 2].text if at + 2 < end else "."
    if match is None or before not in ("on", "since", "until") or after.isalpha() or anchor.published is None:
        return None
    number = int(match[1])
    for back in range(2):
        month = calendar.shifted_months(anchor.published.replace(day=1), -back)
        try:
            found = month.replace(day=number)
        except ValueError:
            continue
        if found <= anchor.published:
            return Reading(at, at + 2, calendar.day(found), "day of the month")
    return None


def _ahead(anchor: Anchor, tokens: Sequence[Token], at: int, end: int, future: bool) -> Reading | None:
    """`in 18 months`, `in two years' time`: so many units after publication, when the sentence points forward."""
    number = number_at(tokens, at + 1, end) if future and at + 2 < end else None
    if number is None or number.vague or number.last >= end or tokens[number.last].lower not in UNITS:
        return None
    if anchor.published is None:
        return Reading(at, number.last + 1, None, "units ahead without a date of publication")
    unit = UNITS[tokens[number.last].lower]
    moved = calendar.shifted(anchor.published, int(min(number.value, 999)), unit)
    return Reading(at, number.last + 1, calendar.at_precision(moved, unit), "units ahead")


def _month_of(anchor: Anchor, tokens: Sequence[Token], at: int, end: int) -> Reading | None:
    """`March of last year`, `in May this year`."""
    after = at + 1 + (at + 1 < end and tokens[at + 1].lower == "of")
    if after + 1 >= end or tokens[after + 1].lower != "year" or anchor.published is None:
        return None
    moved = {"last": -1, "this": 0, "next": 1}.get(tokens[after].lower)
    if moved is None or not tokens[at].text[0].isupper():
        return None
    stretch: Stretch = calendar.month(anchor.published.year + moved, MONTHS[tokens[at].lower])
    return Reading(at, after + 2, stretch, "month and year")


def holiday(published: dt.date | None, month_day: str) -> Stretch | None:
    """Returns the day of a feast, written `12-25`, that is nearest to publication; None without a publication."""
    if published is None:
        return None
    month, day = (int(part) for part in month_day.split("-"))
    days = [dt.date(published.year + moved, month, day) for moved in (-1, 0, 1) if 1 < published.year < 9998]
    return calendar.day(min(days, key=lambda one: abs((one - published).days))) if days else None
