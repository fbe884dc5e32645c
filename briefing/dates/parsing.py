"""EDTF text → `Edtf`.

Written by hand and not as one expression: every step looks at a character a bounded number of times, whatever the
text, and knows what is wrong when something is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from briefing.dates.clock import read_clock
from briefing.dates.edtf import Edtf, EdtfError, Fields, Form, NotEdtfError, Precision
from briefing.dates.gregorian import month_length, span_of_months, to_minutes
from briefing.dates.names import MONTHS, SEASONS

_LONGEST = 250
"""Characters of a date at most. Twenty days in a set fit."""
_LONGEST_YEAR = 12
"""Digits of a year at most: the universe is 11 digits old."""
_MARKS = "~?%"
_SPECIFIED: tuple[Precision, ...] = ("year", "decade", "century", "millennium", "unknown")
"""What is known of a year by the number of its digits that are X."""
_BY_COARSENESS: tuple[Precision, ...] = get_args(Precision)


def read(text: str) -> Edtf:
    """Returns the date that `text` writes, which may have no blanks around it.

    Raises `EdtfError` where a form of EDTF holds an impossible value, `NotEdtfError` where there is no such form.
    """
    plain = _plain(text)
    if plain is not None:
        return plain
    if len(text) > _LONGEST:
        raise EdtfError(f"a date has at most {_LONGEST} characters, this has {len(text):,}")
    if not text or not text.isascii():
        raise NotEdtfError
    if text[0] in "[{":
        return _set(text)
    if "/" in text:
        return _interval(text)
    return _date(text)


def _plain(text: str) -> Edtf | None:
    """The three forms that nearly every date has, `2024-11-30`, `2024-11` and `2024`; None for all others."""
    size = len(text)
    if size not in (10, 7, 4) or not text.isascii():
        return None
    year = text[:4]
    if not year.isdigit():
        return None
    if size == 4:
        return Edtf(text, *span_of_months(int(year), 1, 12), "year", fields=Fields(year))
    month = text[5:7]
    if text[4] != "-" or not month.isdigit() or not "01" <= month <= "12":
        return None
    if size == 7:
        return Edtf(text, *span_of_months(int(year), int(month), 1), "month", fields=Fields(year, month))
    day = text[8:]
    if text[7] != "-" or not day.isdigit() or not 1 <= int(day) <= month_length(int(year), int(month)):
        return None
    lower = to_minutes(int(year), int(month), int(day))
    return Edtf(text, lower, lower + 1439, "day", fields=Fields(year, month, day))


def _date(text: str) -> Edtf:
    """A single date, with or without a time; qualifiers may stand on either side of each of its parts."""
    if text[0] == "Y":
        return _long_year(text)
    body, _, clock = text.partition("T")
    marks = {mark for mark in _MARKS if mark in text}
    if marks and body:
        body, clock = _without_marks(body), _unmarked(clock)
    sign, digits = ("-", body[1:]) if body[:1] == "-" else ("", body)
    year, _, rest = digits.partition("-")
    month, _, day = rest.partition("-")
    if len(year) != 4 or digits.endswith("-") or "--" in digits:
        raise NotEdtfError
    fields = Fields(sign + year, month, day)
    approximate, uncertain = bool(marks & {"~", "%"}), bool(marks & {"?", "%"})
    if "T" in text:
        minute, fields = _timed(fields, clock)
        return Edtf(text, minute, minute, "minute", approximate, uncertain, fields=fields)
    return Edtf(text, *_bounds(fields), approximate, uncertain, fields=fields)


def _unmarked(part: str) -> str:
    """`part` without the one qualifier that may stand before it and the one that may stand after it."""
    part = part[1:] if part and part[0] in _MARKS else part
    return part[:-1] if part and part[-1] in _MARKS else part


def _without_marks(body: str) -> str:
    first, sign = (body[1:], "") if body[0] in _MARKS else (body, "")
    if first[:1] == "-":
        first, sign = first[1:], "-"
    return sign + "-".join(_unmarked(part) for part in first.split("-"))


def _long_year(text: str) -> Edtf:
    body = text[:-1] if text[-1] in _MARKS else text
    mark = text[len(body) :]
    digits = body[1:].removeprefix("-")
    if not digits.isdigit():
        raise NotEdtfError
    if len(digits) > _LONGEST_YEAR:
        raise EdtfError(f"a year has at most {_LONGEST_YEAR} digits, this has {len(digits)}")
    if len(digits) <= 4 or digits[0] == "0":
        short = str(int(digits))
        sign = body[1 : len(body) - len(digits)] if int(digits) else ""
        fix = f"{sign}{short.zfill(4)}{mark}" if len(short) <= 4 else f"Y{sign}{short}{mark}"
        raise EdtfError("only a year of more than four digits begins with Y, and none of them with 0", fix)
    lower, upper = span_of_months(int(body[1:]), 1, 12)
    return Edtf(text, lower, upper, "year", mark in ("~", "%"), mark in ("?", "%"), fields=Fields(body))


def _bounds(fields: Fields) -> tuple[int | None, int | None, Precision]:
    """First and last minute of a date without a time, and what is known of it."""
    digits = fields.year.removeprefix("-")
    first, last = _range(digits)
    if fields.year[0] == "-":
        if last == 0:
            raise EdtfError("year 0, which is 1 BC, has no minus sign", "-".join(filter(None, (digits, *fields[1:3]))))
        first, last = -last, -first
    lower, upper, precision = _within(first, last, fields)
    known = _SPECIFIED[digits.count("X")]
    if known == "unknown":
        return None, None, known
    return lower, upper, precision if known == "year" else known


def _within(first: int, last: int, fields: Fields) -> tuple[int, int, Precision]:
    """First and last minute of what month and day say, anywhere in the years `first` to `last`."""
    year, month, day, _, _ = fields
    if not month:
        return (*_enclosing(first, 1, 1, last, 12, 31), "year")
    if month in SEASONS and not day:
        start, count, _ = SEASONS[month]
        return span_of_months(first, start, count)[0], span_of_months(last, start, count)[1], "season"
    months = _numbers(month, 1, 12)
    if not months:
        raise _no_such_month(year, month, day)
    if "X" in month:
        if day not in ("", "XX"):
            raise EdtfError("a day means nothing while its month is unknown")
        return (*_enclosing(first, months[0], 1, last, months[-1], 31), "year")
    number = months[0]
    if not day:
        return (*_enclosing(first, number, 1, last, number, 31), "month")
    length = 29 if number == 2 and first != last else month_length(first, number)
    days = _numbers(day, 1, length)
    if not days:
        raise _no_such_day(year, month, day, length)
    return (*_enclosing(first, number, days[0], last, number, days[-1]), "month" if "X" in day else "day")


def _numbers(digits: str, least: int, most: int) -> range:
    """The numbers from `least` to `most` that two digits can mean; empty where they mean none of them."""
    if len(digits) != 2:
        raise NotEdtfError
    first, last = _range(digits)
    return range(max(first, least), min(last, most) + 1)


def _no_such_month(year: str, month: str, day: str) -> EdtfError:
    if month == "00" and day in ("", "00"):
        return EdtfError("months are counted from 01; leave out what is not known", year)
    turned = f"{year}-{day}-{month}"
    return EdtfError(f"there is no month {month}", turned if _plain(turned) else "")


def _no_such_day(year: str, month: str, day: str, length: int) -> EdtfError:
    if day == "00":
        return EdtfError("days are counted from 01; leave out what is not known", f"{year}-{month}")
    name = MONTHS[int(month) - 1]
    return EdtfError(f"{name} {year} has {length} days" if year.isdigit() else f"{name} has {length} days")


def _enclosing(year: int, month: int, day: int, last_year: int, last_month: int, last_day: int) -> tuple[int, int]:
    """The first minute of one day and the last of another; a day past the end of its month is the month's last."""
    lower = to_minutes(year, month, min(day, month_length(year, month)))
    upper = to_minutes(last_year, last_month, min(last_day, month_length(last_year, last_month)))
    return lower, upper + 1439


def _range(digits: str) -> tuple[int, int]:
    """The least and the greatest number that `digits` can mean; only the last of them may be X."""
    known = digits.rstrip("X")
    if known and not known.isdigit():
        raise NotEdtfError
    return int(known + "0" * (len(digits) - len(known))), int(known + "9" * (len(digits) - len(known)))


def _timed(fields: Fields, clock: str) -> tuple[int, Fields]:
    """The minute meant, and the fields with their time."""
    midnight, _, known = _bounds(fields)
    if midnight is None or known != "day":
        raise EdtfError("a time needs a whole date before it")
    minutes, shown, zone = read_clock(clock)
    return midnight + minutes, fields._replace(clock=shown, zone=zone)


def _interval(text: str) -> Edtf:
    left, _, right = text.partition("/")
    if "/" in right:
        raise NotEdtfError
    start = None if left in ("", "..") else _part(left, text)
    end = None if right in ("", "..") else _part(right, text)
    if start is None and end is None:
        raise EdtfError("an interval needs a date on at least one side")
    return _between(text, start, end, f"{right}/{left}")


def _between(text: str, start: Edtf | None, end: Edtf | None, turned: str) -> Edtf:
    """The interval from `start` to `end`, at least one of them a date; `turned` is the fix if they are swapped."""
    lower = None if start is None else start.lower
    upper = None if end is None else end.upper
    if lower is not None and upper is not None and lower > upper:
        raise EdtfError("the interval ends before it begins", turned)
    return _joined(text, "interval", (start, end), lower, upper)


def _joined(text: str, form: Form, parts: tuple[Edtf | None, ...], lower: int | None, upper: int | None) -> Edtf:
    there = [part for part in parts if part is not None]
    return Edtf(
        text,
        lower,
        upper,
        max((part.precision for part in there), key=_BY_COARSENESS.index),
        any(part.approximate for part in there),
        any(part.uncertain for part in there),
        form,
        parts=parts,
    )


def _set(text: str) -> Edtf:
    form: Form = "one of" if text[0] == "[" else "all of"
    if text[-1] != ("]" if form == "one of" else "}"):
        raise NotEdtfError
    words = [word.strip() for word in text[1:-1].split(",")]
    last = len(words) - 1
    members = [_member(word, text, place == 0, place == last) for place, word in enumerate(words)]
    if last == 0 and members[0].form == "date":
        return replace(members[0], text=text)
    lowers = [member.lower for member in members if member.lower is not None]
    uppers = [member.upper for member in members if member.upper is not None]
    lower = min(lowers) if len(lowers) == len(members) else None
    upper = max(uppers) if len(uppers) == len(members) else None
    return _joined(text, form, tuple(members), lower, upper)


def _member(word: str, whole: str, first: bool, last: bool) -> Edtf:
    """One date of the set `whole`, or a range `a..b`; only the first may have no start and only the last no end."""
    left, dots, right = word.partition("..")
    if not dots:
        return _part(word, whole)
    if not (left or (first and right)) or not (right or last):
        raise NotEdtfError
    start = _part(left, whole) if left else None
    end = _part(right, whole) if right else None
    return _between(word, start, end, whole.replace(word, f"{right}..{left}", 1))


def _part(text: str, whole: str) -> Edtf:
    """A single date within `whole`; what to write instead is said for `whole`."""
    plain = _plain(text)
    if plain is not None:
        return plain
    if not text:
        raise NotEdtfError
    try:
        return _date(text)
    except EdtfError as error:
        raise EdtfError(error.message, whole.replace(text, error.fix, 1) if error.fix else "") from None
