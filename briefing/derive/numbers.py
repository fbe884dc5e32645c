"""Numbers as news text writes them, in digits or in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing.derive.layers import Token
from briefing.derive.wordset import word_list


class Number(NamedTuple):
    """A number in tokens `[first, last)`. `vague` is True for “dozens” and “a few”, whose value is a lower bound."""

    first: int
    last: int
    value: float
    vague: bool


_UNITS = {
    word: value
    for value, word in enumerate(
        word_list(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        )
    )
}
_TENS = dict(
    zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True)
)
_SCALES = {
    "hundred": 100.0,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "m": 1e6,
    "bn": 1e9,
    "mn": 1e6,
    "tn": 1e12,
}
_PLURALS = {
    "dozens": 24.0,
    "scores": 40.0,
    "tens": 20.0,
    "hundreds": 100.0,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "trillions": 1e12,
}
_VAGUE = {"couple": 2.0, "few": 3.0, "several": 3.0, "handful": 3.0}
_MOST_DIGITS = 18


def number_at(tokens: Sequence[Token], at: int, end: int) -> Number | None:
    """Returns the number that begins with token `at`, or None; `a` and `an` count only before a unit or a scale."""
    if at >= len(tokens):
        return None
    lower = tokens[at].lower
    if lower[0].isdigit():
        return _digits(tokens, at, end)
    if lower in _PLURALS:
        return _plural(tokens, at, end)
    if lower == "half" and at + 2 < end and tokens[at + 1].lower == "a" and tokens[at + 2].lower in _SCALES:
        return Number(at, at + 3, 0.5 * _SCALES[tokens[at + 2].lower], False)
    if lower in ("a", "an", "the"):
        return _article(tokens, at, end) if lower != "the" else None
    if lower in _VAGUE:
        return Number(at, at + 1, _VAGUE[lower], True)
    return _words(tokens, at, end)


def small(word: str) -> int | None:
    """Returns the value of one lower-case word under a hundred, hyphenated ones included; None for any other word."""
    if word in _UNITS:
        return _UNITS[word]
    if word in _TENS:
        return _TENS[word]
    tens, joint, unit = word.partition("-")
    if joint and tens in _TENS and 0 < _UNITS.get(unit, 0) < 10:
        return _TENS[tens] + _UNITS[unit]
    return None


def _digits(tokens: Sequence[Token], at: int, end: int) -> Number | None:
    text = tokens[at].text.replace(",", "")
    scale = 1.0
    if text[-1:] in "mkbMKB" and text[:-1].replace(".", "", 1).isdigit():
        scale, text = {"m": 1e6, "k": 1e3, "b": 1e9}[text[-1].lower()], text[:-1]
    elif text[-2:].lower() in ("bn", "mn", "tn") and text[:-2].replace(".", "", 1).isdigit():
        scale, text = _SCALES[text[-2:].lower()], text[:-2]
    if not text.replace(".", "", 1).isdecimal() or not text.isascii() or len(text) > _MOST_DIGITS:
        return None
    last = at + 1
    value = float(text) * scale
    while last < end and tokens[last].lower in _SCALES and scale == 1.0:
        value *= _SCALES[tokens[last].lower]
        last += 1
    return Number(at, last, value, False)


def _plural(tokens: Sequence[Token], at: int, end: int) -> Number:
    value = _PLURALS[tokens[at].lower]
    last = at + 1
    while last + 1 < end and tokens[last].lower == "of" and tokens[last + 1].lower in _PLURALS:
        value *= _PLURALS[tokens[last + 1].lower]
        last += 2
    return Number(at, last, value, True)


def _article(tokens: Sequence[Token], at: int, end: int) -> Number | None:
    following = tokens[at + 1].lower if at + 1 < end else ""
    if following in _VAGUE:
        last = at + 2
        return Number(
            at, last + (last < end and tokens[last].lower == "of" and following != "few"), _VAGUE[following], True
        )
    if following == "dozen":
        return Number(at, at + 2, 12.0, False)
    if following in _SCALES:
        return _words(tokens, at + 1, end, 1.0, at)
    return None


def _words(
    tokens: Sequence[Token], at: int, end: int, seed: float | None = None, first: int | None = None
) -> Number | None:
    """Reads “two hundred and fifty thousand”; `seed` is what stands before a scale that begins it."""
    total, group = 0.0, seed
    last = at
    while last < end:
        lower = tokens[last].lower
        value = small(lower)
        if value is not None:
            if group is not None and group % 100 and not (value < 10 and group % 10 == 0):
                break
            group = (group or 0.0) + value
        elif lower == "hundred" and group:
            group *= 100
        elif lower in _SCALES and len(lower) > 2 and group:
            total, group = total + group * _SCALES[lower], 0.0
        elif lower == "dozen" and group:
            group *= 12
        elif not (
            lower == "and"
            and last + 1 < end
            and group is not None
            and last > at
            and tokens[last - 1].lower in _SCALES
            and small(tokens[last + 1].lower) is not None
        ):
            break
        last += 1
    if last == at or (group is None and not total):
        return None
    return Number(at if first is None else first, last, total + (group or 0.0), False)
