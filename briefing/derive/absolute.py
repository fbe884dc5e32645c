"""Dates that name their day, month or year themselves: `July 3, 2014`, `3 July`, `in 2015`, `the early 1990s`.

A day without a year is the one nearest to publication when that is within 75 days, else the last one before it; a month
alone follows the tense of its sentence.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from briefing.derive import calendar
from briefing.derive.calendar import Stretch
from briefing.derive.layers import Token
from briefing.derive.wordset import word_list, word_set
from briefing.derive.years import ORDINAL, Reading, day_number, is_year, year_number, year_or_range

_NEAR = 75
"""Days around publication within which a day and month without a year belongs to either side."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan jan.",
            "february feb feb.",
            "march mar mar.",
            "april apr apr.",
            "may",
            "june jun jun.",
            "july jul jul.",
            "august aug aug.",
            "september sep sept sep. sept.",
            "october oct oct.",
            "november nov nov.",
            "december dec dec.",
        ),
        1,
    )
    for name in names.split()
}
_AMBIGUOUS = frozenset({"may", "march", "mar", "jan", "jun", "august", "april", "june", "dec"})
_BEFORE_MONTH = word_set(
    "in since until till by last next this early late mid of from before after during through between and to "
    "every ( on ,"
)
_ISO = re.compile(r"([12]\d{3})-([01]\d)-([0-3]\d)")
_DECADE = re.compile(r"(1[0-9]|20)?([0-9])0s")
_ORDINALS = {
    word: number
    for number, word in enumerate(
        word_list(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
        ),
        1,
    )
}
_NAMED_DECADES = {
    word: 1920 + 10 * number
    for number, word in enumerate(word_list("twenties thirties forties fifties sixties seventies eighties nineties"))
}


def read(
    tokens: Sequence[Token], at: int, end: int, published: dt.date | None, future: bool, year: int | None = None
) -> Reading | None:
    """Returns the absolute date that begins with token `at`, None when there is none.

    `future` says that the sentence speaks of what is to come; `year` is the year to take where none is written.
    """
    token = tokens[at]
    lower = token.lower
    if lower in MONTHS:
        return _from_month(tokens, at, end, published, future, year)
    if lower[0].isdigit():
        return _from_digits(tokens, at, end, published, future, year)
    if lower in _NAMED_DECADES:
        return Reading(at, at + 1, calendar.decade(_NAMED_DECADES[lower]), "decade")
    if lower in _ORDINALS and at + 1 < end:
        return _from_ordinal(tokens, at, end, published)
    if lower.startswith("mid-"):
        return _from_middle(tokens, at, published, future)
    return None


def _from_month(
    tokens: Sequence[Token], at: int, end: int, published: dt.date | None, future: bool, year: int | None
) -> Reading | None:
    number = MONTHS[tokens[at].lower]
    if not tokens[at].text[0].isupper():
        return None
    after = at + 1
    if after < end and (written := year_number(tokens[after])) is not None:
        return Reading(at, after + 1, calendar.month(written, number), "month and year")
    if after + 1 < end and tokens[after].text == "," and (written := year_number(tokens[after + 1])) is not None:
        return Reading(at, after + 2, calendar.month(written, number), "month and year")
    if after < end and (first := day_number(tokens[after])) is not None and not _counts(tokens, after, end):
        return _month_day(tokens, at, after, end, number, first, published, future, year)
    before = tokens[at - 1].lower if at else ""
    if tokens[at].lower in _AMBIGUOUS and before not in _BEFORE_MONTH:
        return None
    if after < end and tokens[after].text[0].isupper() and tokens[after].lower not in MONTHS:
        return None
    resolved = _month_alone(number, published, future) if year is None else calendar.month(year, number)
    return Reading(at, after, resolved, "month")


def _counts(tokens: Sequence[Token], at: int, end: int) -> bool:
    return at + 1 < end and tokens[at + 1].lower in ("million", "billion", "%", "percent", "per", "people")


def _month_day(
    tokens: Sequence[Token],
    at: int,
    day_at: int,
    end: int,
    month: int,
    first: int,
    published: dt.date | None,
    future: bool,
    year: int | None,
) -> Reading | None:
    last_day, after = first, day_at + 1
    if (
        (
            after + 1 < end
            and tokens[after].text in ("-", "–", "—", "to", "and", "through")
            and (second := day_number(tokens[after + 1])) is not None
        )
        and second > first
        and not (after + 2 < end and tokens[after + 2].lower in MONTHS)
    ):
        last_day, after = second, after + 2
    written = year
    comma = after < end and tokens[after].text == ","
    if after + comma < end and (number := year_number(tokens[after + comma])) is not None:
        written, after = number, after + comma + 1
    return _days(at, after, written, month, first, last_day, published, future)


def _days(
    at: int, last: int, year: int | None, month: int, first: int, last_day: int, published: dt.date | None, future: bool
) -> Reading | None:
    if year is None:
        if published is None:
            return Reading(at, last, None, "day and month without a year")
        year = _nearest_year(month, first, published, future)
    try:
        begin, final = dt.date(year, month, first), dt.date(year, month, last_day)
    except ValueError:
        return None
    stretch = calendar.between(calendar.day(begin), calendar.day(final))
    return Reading(at, last, stretch, "day and month")


def _nearest_year(month: int, day: int, published: dt.date, future: bool) -> int:
    years = (published.year - 1, published.year, published.year + 1)
    distances = {}
    for year in years:
        try:
            distances[year] = (dt.date(year, month, day) - published).days
        except ValueError:
            continue
    near = [year for year, days in distances.items() if abs(days) <= _NEAR]
    if near:
        return min(near, key=lambda year: abs(distances[year]))
    if future:
        return next((year for year in years if distances.get(year, -1) >= 0), published.year)
    return next((year for year in reversed(years) if distances.get(year, 1) <= 0), published.year)


def _month_alone(number: int, published: dt.date | None, future: bool) -> Stretch | None:
    if published is None:
        return None
    if future:
        return calendar.month(published.year + (number < published.month), number)
    return calendar.month(published.year - (number > published.month), number)


def _from_digits(
    tokens: Sequence[Token], at: int, end: int, published: dt.date | None, future: bool, year: int | None
) -> Reading | None:
    text = tokens[at].text
    if (iso := _ISO.fullmatch(text)) is not None:
        try:
            return Reading(at, at + 1, calendar.day(dt.date(int(iso[1]), int(iso[2]), int(iso[3]))), "ISO date")
        except ValueError:
            return None
    first = day_number(tokens[at])
    if first is not None and (found := _day_month(tokens, at, end, first, published, future, year)) is not None:
        return found
    if (decade := _DECADE.fullmatch(text.lower())) is not None:
        begin = int(f"{decade[1] or '19'}{decade[2]}0")
        return Reading(at, at + 1, calendar.decade(begin), "decade")
    if (
        (match := ORDINAL.fullmatch(text.lower())) is not None
        and at + 1 < end
        and tokens[at + 1].lower in ("century", "centuries")
    ):
        return Reading(at, at + 2, calendar.century(int(match[1])), "century")
    written = year_number(tokens[at])
    if written is None or not is_year(tokens, at, end, written):
        return None
    return year_or_range(tokens, at, end, written)


def _day_month(
    tokens: Sequence[Token], at: int, end: int, first: int, published: dt.date | None, future: bool, year: int | None
) -> Reading | None:
    """`3 July 2014`, `3rd of July`, `3-5 July`."""
    after, last_day = at + 1, first
    if (
        after + 1 < end
        and tokens[after].text in ("-", "–", "—", "and", "to")
        and (second := day_number(tokens[after + 1])) is not None
        and second > first
    ):
        last_day, after = second, after + 2
    if after + 1 < end and tokens[after].lower == "of":
        after += 1
    if after >= end or tokens[after].lower not in MONTHS or not tokens[after].text[0].isupper():
        return None
    month = MONTHS[tokens[after].lower]
    after += 1
    comma = after < end and tokens[after].text == ","
    written = year
    if after + comma < end and (number := year_number(tokens[after + comma])) is not None:
        written, after = number, after + comma + 1
    return _days(at, after, written, month, first, last_day, published, future)


def _from_ordinal(tokens: Sequence[Token], at: int, end: int, published: dt.date | None) -> Reading | None:
    """`the third quarter of 2010`, `the nineteenth century`."""
    number = _ORDINALS[tokens[at].lower]
    following = tokens[at + 1].lower
    if following in ("century", "centuries"):
        return Reading(at, at + 2, calendar.century(number), "century")
    if following == "quarter" and number < 5:
        last = at + 2
        if last < end and tokens[last].lower in ("of", "in"):
            last += 1
        written = year_number(tokens[last]) if last < end else None
        if written is not None:
            return Reading(at, last + 1, calendar.quarter(number, written), "quarter")
        if published is not None:
            year = published.year - (3 * number - 2 > published.month)
            return Reading(at, at + 2, calendar.quarter(number, year), "quarter")
    return None


def _from_middle(tokens: Sequence[Token], at: int, published: dt.date | None, future: bool) -> Reading | None:
    """`mid-2015`, `mid-March`, `mid-1990s`."""
    token = tokens[at]
    rest = token.text[4:]
    if not rest or rest.lower().startswith("mid-"):
        return None
    inner = Token(rest, rest.lower(), token.start + 4, token.end)
    found = read([Token("in", "in", token.start, token.start), inner], 1, 2, published, future)
    return None if found is None else found._replace(first=at, last=at + 1)
