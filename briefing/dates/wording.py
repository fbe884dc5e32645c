"""Dates in words for a reader, in British English."""

from __future__ import annotations

from briefing.dates.edtf import Edtf, Fields, lower_date, upper_date
from briefing.dates.gregorian import month_length
from briefing.dates.names import MONTHS, SEASONS

_UNKNOWN = "unknown"
_ORDINALS = {1: "st", 2: "nd", 3: "rd"}


def words(edtf: Edtf, *, short: bool = False, year: int | None = None) -> str:
    """Returns the date in words: `about 30 November 2024`, `27–30 November 2024`, `since 2015`, `the 2010s`.

    `short` cuts the months to three letters and changes nothing else. `year` is a year that goes without saying: it
    is left out where a date names a month in it, never from a bare year, a season or a decade, nor from an interval
    or a set that reaches into another year.

    `~` is "about", `?` "perhaps" and `%` "perhaps about", of the whole date even where only a part is qualified.
    `19XX` is "the 20th century", as "the 1900s" are `190X`; EDTF counts it from 1900. Year 0 is 1 BC; years below
    1000 have an AD. An end that is unknown (`2024/`) is said to be, one that is open (`2024/..`) makes a "since".
    Times are as written, in the zone written.
    """
    if edtf.form == "interval":
        return _interval(edtf, short, year)
    if edtf.form == "date":
        # A date that was not understood has no fields; what was written is all there is to show.
        return _date(edtf, short, year) if edtf.fields else edtf.text or _UNKNOWN
    return _set(edtf, short, year)


def _date(edtf: Edtf, short: bool, year: int | None, with_year: bool = True) -> str:
    fields = edtf.fields or Fields(_UNKNOWN)
    said = _prefix(edtf) + _day(fields, short, with_year and not _goes_without_saying(fields, year))
    return f"{said}, {_clock(fields)}" if fields.clock else said


def _prefix(edtf: Edtf) -> str:
    return ("perhaps " if edtf.uncertain else "") + ("about " if edtf.approximate else "")


def _goes_without_saying(fields: Fields, year: int | None) -> bool:
    return year is not None and fields.month in _MONTH_NAMES and fields.year.isdigit() and int(fields.year) == year


def _clock(fields: Fields) -> str:
    return fields.clock + _zone(fields.zone)


def _zone(zone: str) -> str:
    if not zone:
        return ""
    return " UTC" if zone == "Z" else f" ({zone})"


def _day(fields: Fields, short: bool, with_year: bool) -> str:
    """The day, or whatever is known of it, without its time."""
    year, month = fields.year, fields.month
    said_year = _year(year)
    if not month:
        return said_year
    if month in SEASONS:
        name = SEASONS[month].name
        link = " of " if name.startswith("the ") else " "
    else:
        name = _part_of_year(fields, short)
        link = " in " if month == "XX" else " "
    if "X" in year:
        # The 2010s have a spring each; "spring the 2010s" would be no English either.
        link = " in "
    return name + link + said_year if with_year else name


def _part_of_year(fields: Fields, short: bool) -> str:
    """What month and day say, without the year."""
    _, month, day, _, _ = fields
    if "X" in month:
        unit = "a day" if day else "a month"
        if month == "XX":
            return unit
        first, last = ("10", "12") if month[0] == "1" else ("01", "09")
        return f"{unit} between {_month(first, short)} and {_month(last, short)}"
    name = _month(month, short)
    if not day:
        return name
    if day == "XX":
        return f"a day in {name}"
    if "X" in day:
        least, most = _days(fields)
        return f"a day between {least} and {most} {name}" if least < most else f"{least} {name}"
    return f"{int(day)} {name}"


def _days(fields: Fields) -> tuple[int, int]:
    """The first and the last day that `2X` can mean in its month."""
    leap_year = 2000
    length = month_length(int(fields.year) if "X" not in fields.year else leap_year, int(fields.month))
    tens = int(fields.day[0]) * 10
    return max(tens, 1), min(tens + 9, length)


def _month(month: str, short: bool) -> str:
    name = _MONTH_NAMES[month]
    return name[:3] if short else name


def _year(year: str) -> str:
    if "X" in year:
        return _span_of_years(year)
    number = int(year.removeprefix("Y"))
    if number <= 0:
        return f"{1 - number:,} BC" if number <= -9999 else f"{1 - number} BC"
    if number < 1000:
        return f"AD {number}"
    return str(number) if number <= 9999 else f"the year {number:,}"


def _span_of_years(year: str) -> str:
    digits = year.removeprefix("-")
    era = " BC" if digits != year else ""
    known = digits.rstrip("X")
    if not known:
        return "an unknown year"
    if len(known) <= 2:
        unit = "century" if len(known) == 2 else "millennium"
        return f"the {_ordinal(int(known) + 1)} {unit}{era}"
    first = int(known) * 10
    if era:
        return f"{first + 10}–{first + 1} BC"
    if first == 0:
        return "1 BC – AD 9"
    return f"AD {first}–{first + 9}" if first < 100 else f"the {first}s"


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else _ORDINALS.get(number % 10, "th")
    return f"{number}{ending}"


def _interval(edtf: Edtf, short: bool, year: int | None) -> str:
    start, end = edtf.parts
    year = _shared_year(edtf, year)
    if start is None and end is not None:
        said = words(end, short=short, year=year)
        return f"{_UNKNOWN} – {said}" if edtf.text.startswith("/") else f"until {said}"
    if end is None and start is not None:
        said = words(start, short=short, year=year)
        return f"{said} – {_UNKNOWN}" if edtf.text.endswith("/") else f"since {said}"
    return _closed(start, end, short, year) if start is not None and end is not None else _UNKNOWN


def _shared_year(edtf: Edtf, year: int | None) -> int | None:
    """`year`, unless both bounds are known and one lies in another year: "Nov 2023 – Dec" would be read wrongly."""
    bounds = [date[0] for date in (lower_date(edtf), upper_date(edtf)) if date is not None]
    return None if len(bounds) == 2 and bounds[0] != bounds[1] else year


def _closed(start: Edtf, end: Edtf, short: bool, year: int | None) -> str:
    """An interval with both ends. What the two share is said once, at the end."""
    first, last = start.fields or Fields(_UNKNOWN), end.fields or Fields(_UNKNOWN)
    right = _date(end, short, year)
    if not _prefix(start) and not _prefix(end):
        if first.clock and last.clock and first[:3] == last[:3] and first.zone == last.zone:
            day = _day(first, short, not _goes_without_saying(first, year))
            return f"{day}, {first.clock}–{_clock(last)}"
        if first[:2] == last[:2] and _is_day(first) and _is_day(last):
            return f"{int(first.day)}–{right}"
    shared = bool(first.year == last.year and first.month and last.month)
    left = _date(start, short, year, with_year=not shared)
    closely = " " not in left + _date(end, short, year, with_year=not shared)
    return f"{left}–{right}" if closely else f"{left} – {right}"


def _is_day(fields: Fields) -> bool:
    return fields.day.isdigit() and not fields.clock


def _set(edtf: Edtf, short: bool, year: int | None) -> str:
    either = edtf.form == "one of"
    year = _shared_year(edtf, year)
    members = [part for part in edtf.parts if part is not None]
    said = [_member(part, either, short, year) for part in members]
    link = "or" if either else "and"
    joined = said[0] if len(said) == 1 else f"{', '.join(said[:-1])} {link} {said[-1]}"
    ranged = any(part.form == "interval" and None not in part.parts for part in members)
    if either:
        return f"one of {joined}" if ranged or len(said) > 2 else joined
    return f"all of {joined}" if ranged and len(said) == 1 else joined


def _member(member: Edtf, either: bool, short: bool, year: int | None) -> str:
    if member.form != "interval" or None not in member.parts:
        return words(member, short=short, year=year)
    link = "or" if either else "and"
    start, end = member.parts
    if start is not None:
        return f"{words(start, short=short, year=year)} {link} later"
    return f"{words(end, short=short, year=year)} {link} earlier" if end is not None else _UNKNOWN


_MONTH_NAMES = {f"{number:02d}": name for number, name in enumerate(MONTHS, 1)}
