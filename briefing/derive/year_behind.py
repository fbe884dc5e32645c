"""The year that stands behind a month, a quarter or a day: “the third quarter of next year”, “on 3 May this year”."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from briefing.derive.calendar import Stretch
from briefing.derive.layers import Token
from briefing.derive.years import Reading

_YEARS = {"last": -1, "this": 0, "next": 1}


def applied(tokens: Sequence[Token], reading: Reading, end: int, published: dt.date | None) -> Reading:
    """Returns `reading` moved into the year that follows it before token `end`, or as it is when none follows."""
    stretch, at = reading.stretch, reading.last
    if published is None or stretch is None or stretch.lower is None or stretch.upper is None or reading.vague:
        return reading
    if (stretch.upper - stretch.lower).days > 100 or stretch.edtf.endswith("~"):
        return reading
    at += at < end and tokens[at].lower == "of"
    if at + 1 >= end or tokens[at].lower not in _YEARS or tokens[at + 1].lower != "year":
        return reading
    years = published.year + _YEARS[tokens[at].lower] - stretch.lower.year
    moved = Stretch(_later(stretch.lower, years), _later(stretch.upper, years), _moved(stretch.edtf, years))
    return reading._replace(last=at + 2, stretch=moved)


def _later(day: dt.date, years: int) -> dt.date:
    """Returns the day as many years later; 29 February becomes the 28th where the year has none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _moved(edtf: str, years: int) -> str:
    """`2001-07/2001-09` → `2002-07/2002-09`."""
    return "/".join(
        f"{int(part[:4]) + years:04d}{part[4:]}" if part[:4].isdigit() else part for part in edtf.split("/")
    )
