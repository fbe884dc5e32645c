"""Years, and the numbers of four digits that are none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing.derive import calendar
from briefing.derive.calendar import Stretch
from briefing.derive.layers import Token
from briefing.derive.wordset import word_set

_BEFORE_YEAR = word_set(
    "in since of by until till from during before after early late mid year around through circa between to "
    "and ( – - back summer spring autumn fall winter or for late- early- —"
)
_AFTER_YEAR = word_set(
    "and or when after before that but as with to for in by at on until while because was were is has had the "
    "he she it they from where who which"
)
ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_NUMBERED = word_set(
    "room page flight route box gate chapter model section article bus train platform highway unit lot building act"
)


class Reading(NamedTuple):
    """An expression in tokens `[first, last)` and the days it means, None when they can't be known."""

    first: int
    last: int
    stretch: Stretch | None
    rule: str
    vague: bool = False
    dates: bool = True


def year_number(token: Token) -> int | None:
    """Returns the year that a token of four digits writes, between 1000 and 2100."""
    text = token.text
    return int(text) if len(text) == 4 and text.isascii() and text.isdigit() and 1000 <= int(text) <= 2100 else None


def day_number(token: Token) -> int | None:
    """Returns the day of the month that `3`, `03` or `3rd` writes."""
    match = ORDINAL.fullmatch(token.lower)
    text = match.group(1) if match else token.text
    return int(text) if len(text) < 3 and text.isascii() and text.isdigit() and 1 <= int(text) <= 31 else None


def is_year(tokens: Sequence[Token], at: int, end: int, number: int) -> bool:
    """True for a year, False for a count, a sum or a code of four digits."""
    before = tokens[at - 1] if at else None
    after = tokens[at + 1].lower if at + 1 < end else ""
    if before is not None and (
        before.text in ("$", "£", "€", "#", "no.", "number")
        or before.lower in ("about", "nearly", "over", "than", "least", "only")
    ):
        return False
    if before is not None and before.lower in _NUMBERED:
        return False
    if after in (
        "%",
        "percent",
        "people",
        "per",
        "km",
        "miles",
        "square",
        "feet",
        "metres",
        "meters",
        "million",
        "tonnes",
        "year",
        "years",
        "kg",
        "mg",
    ):
        return False
    if (
        len(after) > 3
        and after.endswith("s")
        and not after.endswith(("ss", "is", "us"))
        and after.isalpha()
        and tokens[at + 1].text.islower()
        and after not in ("was", "this", "years")
    ):
        return False
    if before is not None and before.lower in _BEFORE_YEAR:
        counted = after.isalpha() and tokens[at + 1].text.islower() and after not in _AFTER_YEAR
        return number >= 1900 or (number >= 1100 and not counted)
    return 1900 <= number <= 2050


def year_or_range(tokens: Sequence[Token], at: int, end: int, first: int) -> Reading:
    """Returns the year at token `at`, or the range that `2010-15` and `2010–2015` write."""
    if at + 2 < end and tokens[at + 1].text in ("-", "–", "—"):
        last = year_number(tokens[at + 2])
        if last is None and len(tokens[at + 2].text) == 2 and tokens[at + 2].text.isdigit():
            last = first // 100 * 100 + int(tokens[at + 2].text)
        if last is not None and first < last:
            return Reading(at, at + 3, calendar.between(calendar.year(first), calendar.year(last)), "years")
    before = tokens[at - 1].lower if at else ""
    modifies = (
        before not in _BEFORE_YEAR
        and at + 1 < end
        and tokens[at + 1].text[0].isalpha()
        and tokens[at + 1].lower not in _AFTER_YEAR
    )
    named = at > 0 and tokens[at - 1].text[0].isupper() and before not in _BEFORE_YEAR
    return Reading(at, at + 1, calendar.year(first), "year", dates=not (modifies or named))
