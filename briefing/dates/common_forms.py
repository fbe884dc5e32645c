"""Dates as people write them outside EDTF, in English: `30 November 2024`, `30.11.2024`, `Nov 2024`, `2024/1/5`."""

from __future__ import annotations

import re

from briefing.dates.edtf import EdtfError, NotEdtfError
from briefing.dates.names import MONTHS
from briefing.dates.parsing import read

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—−﹣－", "-"),
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\t\n", " "),
        **{chr(ord("０") + digit): str(digit) for digit in range(10)},
        "／": "/",
    }
)
_NUMBERS = {
    **{name[:size].lower(): f"{number:02d}" for number, name in enumerate(MONTHS, 1) for size in (3, 4, len(name))},
    "spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24",
    "q1": "33", "q2": "34", "q3": "35", "q4": "36", "h1": "40", "h2": "41",
}  # fmt: skip
"""What stands in the place of the month, by its word."""
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_IDLE = {"the", "of", "on", "in", *_WEEKDAYS, *(day[:3] for day in _WEEKDAYS)}
_ALLOWED = re.compile(r"[a-z0-9 ,./'-]+")
_GLUED = re.compile(r"(\d{4})(\d\d)(\d\d)?")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)\b")
_TOKEN = re.compile(r"[qh]\d(?!\d)|\d+|[a-z]+")
_TIME = re.compile(
    r"(\S.*?)(?:t|\s|,)\s*(\d{1,2}):(\d\d)(?::\d\d(?:\.\d+)?)?\s?(z|utc|gmt|[+-]\d\d:?\d\d|)", re.IGNORECASE
)

_ORDERS = {
    "y": "y", "my": "my", "ym": "ym", "dmy": "dmy", "mdy": "mdy", "ymd": "ymd", "ydm": "ydm",
    "yn": "ym", "ny": "my", "nmy": "dmy", "mny": "mdy", "ymn": "ymd", "ynm": "ydm", "ynn": "ymd",
}  # fmt: skip
"""What each token is, by the shape of the text: y is four digits, n one or two, m a word for a month or a season."""


def tidy(text: str) -> str:
    """Returns `text` with plain hyphens, digits and single blanks."""
    return " ".join(text.translate(_PLAIN).split())


def as_edtf(text: str) -> str:
    """Returns the EDTF of a single date in a common form, "" where it is none or may be two. The day may not exist."""
    if _is_single(text):
        return text
    timed = _TIME.fullmatch(text)
    if timed:
        date = as_edtf(timed[1])
        return f"{date}T{timed[2]:0>2}:{timed[3]}{_zone(timed[4])}" if len(date) == 10 else ""
    shape, tokens = _shape(text)
    if shape == "nny":
        first, second = int(tokens[0]), int(tokens[1])
        order = "dmy" if first > 12 or first == second else "mdy" if second > 12 else ""
    elif shape == "ynn" and int(tokens[1]) > 12 >= int(tokens[2]):
        order = "ydm"
    else:
        order = _ORDERS.get(shape, "")
    if shape in ("yn", "ny") and int(min(tokens, key=len)) > 12:
        return ""
    return _ordered(order, tokens)


def ambiguous(text: str) -> tuple[str, str] | None:
    """Returns what `03/04/2024` is with the day first and with the month first; None where there is no such choice."""
    shape, tokens = _shape(text)
    if shape != "nny" or as_edtf(text):
        return None
    return _ordered("dmy", tokens), _ordered("mdy", tokens)


def incomplete(text: str) -> str:
    """Returns what is missing in a date that is otherwise understood, "" for everything else."""
    shape, _ = _shape(text)
    if shape in ("m", "nm", "mn"):
        return "the year is missing"
    if shape in ("nnn", "nmn", "mnn"):
        return "the year needs its four digits"
    return ""


def _is_single(text: str) -> bool:
    try:
        return read(text).form == "date"
    except (EdtfError, NotEdtfError):
        return False


def _zone(written: str) -> str:
    if not written:
        return ""
    if written[0] not in "+-":
        return "Z"
    return written if ":" in written else f"{written[:3]}:{written[3:]}"


def _ordered(order: str, tokens: list[str]) -> str:
    found = dict(zip(order, tokens, strict=False))
    return "-".join(found[part].zfill(2) for part in "ymd" if part in found)


def _shape(text: str) -> tuple[str, list[str]]:
    """The shape of the text, a letter a token, and its tokens with words for months as numbers; "" if none fits."""
    glued = _GLUED.fullmatch(text)
    if glued:
        return ("ynn" if glued[3] else "yn"), [part for part in glued.groups() if part]
    lowered = _ORDINAL.sub(r"\1", text.lower())
    if _ALLOWED.fullmatch(lowered) is None:
        return "", []
    tokens = [token for token in _TOKEN.findall(lowered) if token not in _IDLE]
    letters = [_letter(token) for token in tokens]
    if "" in letters or not 0 < len(tokens) <= 3:
        return "", []
    return "".join(letters), [_NUMBERS.get(token, token) for token in tokens]


def _letter(token: str) -> str:
    if token in _NUMBERS:
        return "m"
    if token.isdigit():
        return "y" if len(token) == 4 else "n" if len(token) <= 2 else ""
    return ""
