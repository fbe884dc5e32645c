"""Counts of units that date something: `two days ago`, `the past 30 days`, `a year later`, `within five years`."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.derive import calendar
from briefing.derive.anchor import Anchor
from briefing.derive.layers import Token
from briefing.derive.numbers import Number, number_at
from briefing.derive.years import Reading

UNITS = {
    form: unit
    for unit in ("day", "week", "fortnight", "month", "quarter", "year", "decade", "century", "weekend", "night")
    for form in (unit, f"{unit}s" if unit != "century" else "centuries")
}
HOURS = frozenset({"hour", "hours", "minute", "minutes", "second", "seconds", "moment", "moments"})


def several(anchor: Anchor, tokens: Sequence[Token], first: int, end: int) -> Reading | None:
    """`the past 30 days`, `the last couple of years`, `the next few weeks`, `recent months`, `coming days`."""
    word, at = tokens[first].lower, first + 1
    number: Number | None = number_at(tokens, at, end) if at < end else None
    if number is None and at < end and tokens[at].lower == "couple":
        number = Number(at, at + 1, 2.0, True)
    if number is not None:
        at = number.last
        if at < end and tokens[at].lower == "of":
            at += 1
    if at >= end or tokens[at].lower not in UNITS or not tokens[at].lower.endswith("s"):
        return _hours(anchor, tokens, first, at, end, number)
    if (number is None and word in ("last", "next", "following", "preceding")) or anchor.published is None:
        return (
            None
            if anchor.published is not None
            else Reading(first, at + 1, None, "a count of units without a date of publication")
        )
    unit = UNITS[tokens[at].lower]
    ahead = word in ("next", "coming", "upcoming", "following")
    if number is None or (number.vague and tokens[number.first].lower not in ("couple", "decade", "a")):
        stretch = anchor.ahead() if ahead else calendar.until(calendar.day(anchor.published))
        return Reading(first, at + 1, stretch, "some units", True)
    count = int(min(number.value, 9999))
    if ahead:
        stretch = calendar.between(
            calendar.day(anchor.published), calendar.day(calendar.shifted(anchor.published, count, unit))
        )
        return Reading(first, at + 1, stretch, "the next units")
    return Reading(first, at + 1, anchor.back(count, unit, anchor.published), "the past units", number.vague)


def _hours(
    anchor: Anchor, tokens: Sequence[Token], first: int, at: int, end: int, number: Number | None
) -> Reading | None:
    if (
        at >= end
        or tokens[at].lower not in ("hours", "minutes")
        or number is None
        or tokens[first].lower not in ("last", "past")
        or number.vague
    ):
        return None
    if anchor.published is None:
        return Reading(first, at + 1, None, "hours without a date of publication")
    days = int(number.value // 24) if tokens[at].lower == "hours" else 0
    return Reading(first, at + 1, anchor.back(days, "day", anchor.published), "the past hours")


def counted(anchor: Anchor, tokens: Sequence[Token], at: int, end: int, future: bool) -> Reading | None:
    """`two days ago`, `a year later`, `three weeks earlier`, `within five years`, `the day before`."""
    if tokens[at].lower == "the":
        return _beside(anchor, tokens, at, end)
    within = tokens[at].lower == "within"
    number = number_at(tokens, at + within, end) or _one(anchor, tokens, at + within, end)
    if number is None or number.last >= end:
        return None
    last = number.last
    half = (
        tokens[last].lower == "and"
        and last + 2 < end
        and tokens[last + 1].lower == "a"
        and tokens[last + 2].lower == "half"
    )
    last += 3 * half
    if last >= end:
        return None
    word = tokens[last].lower
    if word in HOURS:
        return _hours_ago(anchor, tokens, at, last, end, number)
    if word not in UNITS or last + 1 >= end:
        return None
    unit, following = UNITS[word], tokens[last + 1].lower
    count = int(min(number.value, 9999))
    if within and future and anchor.published is not None:
        stretch = calendar.between(
            calendar.day(anchor.published), calendar.day(calendar.shifted(anchor.published, count, unit))
        )
        return Reading(at, last + 1, stretch, "within so many units")
    if following == "ago":
        return _ago(anchor, at, last + 2, count, unit, number.vague)
    behind = tokens[last + 2].lower if last + 2 < end else ""
    if following in ("earlier", "before", "previously") and (following != "before" or behind in (".", ",", "")):
        return anchor.from_reference(at, last + 2, -count, unit)
    if following in ("later", "afterwards", "afterward") or (following == "after" and behind in ("that", ".")):
        return anchor.from_reference(at, last + 2, count, unit)
    return None


def _one(anchor: Anchor, tokens: Sequence[Token], at: int, end: int) -> Number | None:
    one = (
        at + 1 < end
        and tokens[at].lower in ("a", "an", "one")
        and tokens[at + 1].lower in {**UNITS, **dict.fromkeys(HOURS, "")}
    )
    return Number(at, at + 1, 1.0, False) if one else None


def _hours_ago(
    anchor: Anchor, tokens: Sequence[Token], first: int, at: int, end: int, number: Number
) -> Reading | None:
    if at + 1 >= end or tokens[at + 1].lower not in ("ago", "earlier") or number.vague:
        return None
    if tokens[at + 1].lower == "earlier":
        return None
    days = int(number.value // 24) if tokens[at].lower.startswith("hour") else 0
    return anchor.on(first, at + 2, -days, "hours ago")


def _ago(anchor: Anchor, first: int, last: int, count: int, unit: str, vague: bool) -> Reading:
    if anchor.published is None:
        return Reading(first, last, None, "ago without a date of publication")
    if unit == "year" and count >= anchor.published.year:
        return Reading(first, last, None, "ago before the calendar", dates=False)
    date = calendar.shifted(anchor.published, -count, unit)
    stretch = calendar.at_precision(date, unit)
    if unit in ("decade", "century") or vague:
        stretch = calendar.about(stretch)
    return Reading(first, last, stretch, f"{unit}s ago")


def _beside(anchor: Anchor, tokens: Sequence[Token], at: int, end: int) -> Reading | None:
    """`the day before`, `the day after`, `the day before yesterday`."""
    if at + 2 >= end or tokens[at + 1].lower not in ("day", "night") or tokens[at + 2].lower not in ("before", "after"):
        return None
    sign = -1 if tokens[at + 2].lower == "before" else 1
    behind = tokens[at + 3].lower if at + 3 < end else ""
    if behind in ("yesterday", "tomorrow"):
        return anchor.on(at, at + 4, 2 * sign, f"the day {tokens[at + 2].lower} {behind}")
    return anchor.from_reference(at, at + 3, sign, "day") if behind in (",", ".", "") else None
