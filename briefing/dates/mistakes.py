"""What somebody meant who typed a date that is not EDTF.

Each rule takes the text and returns what is wrong and what to write instead, or None when it is not its business.
A fix is read before it is offered; one that names an impossible day becomes the error about that day.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.dates.common_forms import ambiguous, as_edtf, incomplete, tidy
from briefing.dates.edtf import EdtfError, NotEdtfError
from briefing.dates.parsing import read

_LONGEST = 80
"""Characters of a text that the rules look at. Dates are shorter, and it bounds what an expression can cost."""
_SHOWN = 40
"""Characters of the text that a message repeats."""

_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_RELATIVE = re.compile(
    rf"(?:(?:on|last|next|this|early|late) )?(?:{_DAYS}|week|month|year|weekend)|today|yesterday|tomorrow|tonight|now"
    r"|recently|.*\bago|(?:this|yesterday|tomorrow) (?:morning|afternoon|evening|night)",
    re.IGNORECASE,
)
_APPROXIMATE = re.compile(
    r"(?:circa|ca\.?|c\.?|about|around|approx\.?|approximately|roughly|[~≈])\s*(\S.*)", re.IGNORECASE
)
_UNCERTAIN = re.compile(r"(?:perhaps|possibly|probably|maybe|likely)\s+(\S.*)|(\S.*?)\s*(?:\(\?\)|\?)", re.IGNORECASE)
_BOTH = re.compile(
    r"(?:perhaps|possibly|probably|maybe)\s+(?:about|around|circa|c\.)\s*(\S.*)|(\S.*?)(?:\?~|~\?)", re.IGNORECASE
)
_SINCE = re.compile(
    r"(?:since|from)\s+(\S.*)|(\S.*?)\s*(?:/|-|\bto\b|\buntil\b)\s*(?:now|present|today|ongoing|open|date|\*)"
    r"|(\S.*?)\s*(?:\.\.+|…)|(\S.*\d) -",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"(?:until|till|up to)\s+(\S.*)|(?:\.\.+|…)\s*(\S.*)|(?:open|\*)/(\S.*)", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:\s-\s|\.\.+|…|/|\bto\b|\buntil\b|\btill\b)\s*", re.IGNORECASE)
_YEARS = re.compile(r"(\d{2})(\d{2})\s*-\s*(\d{2})?(\d{2})")
_DECADE = re.compile(r"(?:the\s+)?(\d{3})0['’]?s", re.IGNORECASE)
_CENTURY = re.compile(r"(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)[ -]century( bce?)?", re.IGNORECASE)
_PART = re.compile(r"(?:early|mid|late|beginning of|end of|start of)[ -].*\d.*", re.IGNORECASE)
_ERA = re.compile(r"(\d{1,4}) ?(bce?|ad|ce)|(ad|ce|bce?) ?(\d{1,4})", re.IGNORECASE)
_WINTER = re.compile(r"(?:the )?winter (?:of )?(\d{4})[-/](?:\d\d)?\d\d", re.IGNORECASE)
_LOOKALIKES = str.maketrans("OolI", "0011")
_WILDCARDS = str.maketrans("xu?*_#", "XXXXXX")

Rule = Callable[[str], EdtfError | None]


def explain(text: str, refusal: EdtfError | NotEdtfError) -> EdtfError:
    """Returns what is wrong with `text` and what to write instead; `refusal` is what `read` raised for it."""
    if isinstance(refusal, EdtfError):
        return _sound(refusal)
    if not text:
        return EdtfError("the date is missing")
    if len(text) <= _LONGEST:
        tidied = tidy(text)
        for rule in _RULES:
            found = rule(tidied)
            if found is not None:
                return _sound(found)
    return EdtfError(f"{_quoted(text)} is not a date such as 2024-11-30, 2024-11 or 2024")


def _sound(error: EdtfError) -> EdtfError:
    """`error` with a fix that is a date, or with none; the error about its fix if that is a day that can't be."""
    if not error.fix:
        return error
    try:
        read(error.fix)
    except EdtfError as better:
        return EdtfError(better.message)
    except NotEdtfError:
        return EdtfError(error.message)
    return error


def _quoted(text: str) -> str:
    shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return "“" + "".join(char if char.isprintable() else "�" for char in shown) + "”"


def _typed_oddly(text: str) -> EdtfError | None:
    """Lower case, blanks, typographic dashes, the letter O: EDTF but for its characters."""
    for written in (text, text.upper(), text.replace(" ", ""), text.translate(_LOOKALIKES)):
        try:
            read(written)
        except (EdtfError, NotEdtfError):
            continue
        return EdtfError("EDTF is written in digits, plain hyphens and capitals, without blanks", written)
    return None


def _span_of_years(text: str) -> EdtfError | None:
    match = _YEARS.fullmatch(text)
    if match is None:
        return None
    century, year, other_century, other_year = match.groups()
    if other_century is None and int(other_year) <= int(year):
        return None
    fix = f"{century}{year}/{other_century or century}{other_year}"
    return EdtfError("an interval is written with a slash", fix)


def _unspecified(text: str) -> EdtfError | None:
    wild = text.translate(_WILDCARDS)
    if wild == text or not re.fullmatch(r"\d{1,3}X{1,3}|\d{4}-XX(?:-XX)?|\d{4}-\d\d-XX", wild):
        return None
    return EdtfError("digits that are not known are written X", wild)


def _decade(text: str) -> EdtfError | None:
    match = _DECADE.fullmatch(text)
    return EdtfError("a decade is written with X for its years", f"{match[1]}X") if match else None


def _century(text: str) -> EdtfError | None:
    match = _CENTURY.fullmatch(text)
    if match is None or match[1] in ("0", "00"):
        return None
    sign = "-" if match[2] else ""
    return EdtfError("a century is written with XX for its years", f"{sign}{int(match[1]) - 1:02d}XX")


def _relative(text: str) -> EdtfError | None:
    if _RELATIVE.fullmatch(text) is None:
        return None
    return EdtfError(f"{_quoted(text)} depends on when it is read: write the date, and these words under dated_by")


def _qualified(text: str) -> EdtfError | None:
    for expression, mark, word in (
        (_BOTH, "%", "approximate and uncertain"),
        (_APPROXIMATE, "~", "approximate"),
        (_UNCERTAIN, "?", "uncertain"),
    ):
        match = expression.fullmatch(text)
        date = match and as_edtf(match[match.lastindex or 0])
        if date:
            return EdtfError(f"what is {word} has {mark} at its end", date.rstrip("~?%") + mark)
    return None


def _open_interval(text: str) -> EdtfError | None:
    for expression, pattern, side in ((_SINCE, "{}/..", "an end"), (_UNTIL, "../{}", "a start")):
        match = expression.fullmatch(text)
        date = match and _date_at(match[match.lastindex or 0])
        if date:
            return EdtfError(f"an interval without {side} has .. there", pattern.format(date))
    return None


def _interval(text: str) -> EdtfError | None:
    sides = _BETWEEN.split(text)
    hyphens = [place for place, char in enumerate(text) if char == "-"]
    pairs = [(text[:place], text[place + 1 :]) for place in hyphens] if len(sides) == 1 else [(sides[0], sides[-1])]
    for first, second in pairs if len(sides) <= 2 else []:
        left, right = _ends(first.strip(), second.strip())
        if left and right:
            return EdtfError("an interval is two whole dates with a slash between them", f"{left}/{right}")
    return None


def _ends(first: str, second: str) -> tuple[str, str]:
    """Both ends as dates, "" for what is none. Each may leave out what the other says: `27 Nov – 2 Dec 2024`."""
    left, right = _date_at(first), _date_at(second)
    if not right:
        right = _concise_end(left, second) if left else as_edtf(" ".join([*first.split()[:1], second]))
    return left or _with_rest(first, second), right


def _date_at(text: str) -> str:
    error = _qualified(text)
    return error.fix if error else as_edtf(text)


def _with_rest(left: str, right: str) -> str:
    """`27` or `27 November` made a date with the month and year of `30 November 2024`."""
    rest = right.replace(",", " ").split()
    dates = (as_edtf(" ".join([left, *rest[at:]])) for at in range(1, len(rest)))
    return next(filter(None, dates), "")


def _concise_end(start: str, right: str) -> str:
    """`30` or `12-02` made a date with what `2024-11-27` has in front, as ISO 8601-1 allows."""
    if not re.fullmatch(r"\d\d(-\d\d)?", right) or len(right) >= len(start):
        return ""
    return start[: -len(right)] + right


def _calendar_date(text: str) -> EdtfError | None:
    date = as_edtf(text)
    return EdtfError("a date is written year-month-day", date) if date else None


def _either_way(text: str) -> EdtfError | None:
    pair = ambiguous(text)
    if pair is None:
        return None
    day_first, month_first = pair
    return EdtfError(f"{_quoted(text)} is ambiguous: write {day_first} (day first) or {month_first} (month first)")


def _incomplete(text: str) -> EdtfError | None:
    message = incomplete(text)
    return EdtfError(message) if message else None


def _era(text: str) -> EdtfError | None:
    match = _ERA.fullmatch(text)
    if match is None:
        return None
    digits, era = (match[1], match[2]) if match[1] else (match[4], match[3])
    number = int(digits)
    if number == 0:
        return None
    if era.lower().startswith("b"):
        sign = "-" if number > 1 else ""
        return EdtfError("years are counted astronomically: 1 BC is 0000", f"{sign}{number - 1:04d}")
    return EdtfError("a year has four digits", f"{number:04d}")


def _odd_year(text: str) -> EdtfError | None:
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    if not digits.isascii() or not digits.isdigit():
        return None
    if len(digits) > 4:
        return EdtfError("a year of more than four digits begins with Y", f"Y{sign}{digits.lstrip('0')}")
    known = len(digits) == 3 or sign
    return EdtfError("a year has four digits", f"{sign}{digits:0>4}" if known else "")


def _winter(text: str) -> EdtfError | None:
    match = _WINTER.fullmatch(text)
    return EdtfError("a winter is written with the year it begins in", f"{match[1]}-24") if match else None


def _alternatives(text: str) -> EdtfError | None:
    dates = [as_edtf(side.strip()) for side in re.split(r" or |,", text.removeprefix("either "))]
    if len(dates) < 2 or not all(dates) or " or " not in text:
        return None
    return EdtfError("one of several dates is written as a set", f"[{','.join(dates)}]")


def _bare_hour(text: str) -> EdtfError | None:
    date, _, hour = text.upper().partition("T")
    if not re.fullmatch(r"\d\d", hour):
        return None
    return EdtfError("a time has hours and minutes", f"{date}T{hour}:00")


def _part_of(text: str) -> EdtfError | None:
    if _PART.fullmatch(text) is None:
        return None
    return EdtfError("EDTF has no early, mid or late: write a season, an interval, or the date with ~")


_RULES: tuple[Rule, ...] = (
    _relative,
    _span_of_years,
    _unspecified,
    _typed_oddly,
    _decade,
    _century,
    _era,
    _open_interval,
    _calendar_date,
    _either_way,
    _odd_year,
    _qualified,
    _winter,
    _interval,
    _alternatives,
    _bare_hour,
    _part_of,
    _incomplete,
)
