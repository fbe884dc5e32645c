"""Dates as people know them: EDTF (ISO 8601-2:2019, Library of Congress profile), levels 0 and 1 and parts of 2.

`parse` turns what a person typed into an `Edtf` with bounds, or says what to write instead; `words` says it to a
reader. Order, overlap and contradiction come from the bounds. Accepted beyond level 1: qualifiers on a part of a
date, `X` for the last digits of year, month and day, season codes 25 to 41, and sets. Accepted beyond EDTF: times
to the minute and a qualifier after a time. Not accepted: exponents and significant digits of years.
"""

from __future__ import annotations

from functools import lru_cache

from briefing.dates.edtf import (
    Edtf,
    EdtfError,
    Kind,
    NotEdtfError,
    before,
    certainly_before,
    contains,
    days_between,
    lower_date,
    overlaps,
    reading_key,
    upper_date,
    year_of,
)
from briefing.dates.gregorian import from_minutes, to_minutes
from briefing.dates.parsing import read
from briefing.dates.wording import words

__all__ = [
    "Edtf",
    "EdtfError",
    "Kind",
    "before",
    "certainly_before",
    "contains",
    "days_between",
    "from_day",
    "from_minutes",
    "lower_date",
    "overlaps",
    "parse",
    "reading_key",
    "to_minutes",
    "upper_date",
    "words",
    "year_of",
]

_remembered = lru_cache(maxsize=8192)(read)


def parse(text: str) -> Edtf:
    """Returns the date that `text` writes, blanks around it left out.

    Raises `EdtfError` for anything else, with what to write instead where it can be known.
    """
    written = text.strip()
    try:
        return _remembered(written)
    except (EdtfError, NotEdtfError) as error:
        # Only a mistake pays for the modules that explain mistakes.
        from briefing.dates.mistakes import explain

        raise explain(written, error) from None


def from_day(year: int, month: int, day: int) -> Edtf:
    """Returns the date of a calendar day. Raises `EdtfError` when there is no such day or EDTF can't write it."""
    sign = "-" if year < 0 else ""
    return parse(f"{sign}{abs(year):04d}-{month:02d}-{day:02d}")
