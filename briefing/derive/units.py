"""The week, month or year of publication, and those before and after it."""

from __future__ import annotations

import datetime as dt

from briefing.derive import calendar
from briefing.derive.calendar import DAY, Stretch


def this(published: dt.date, unit: str, future: bool) -> Stretch:
    """Returns the day, week, month … that holds the day of publication; a week is clipped there, or begins there."""
    today = calendar.day(published)
    if unit in ("day", "night"):
        return today
    if unit == "weekend":
        return calendar.weekend(published)
    if unit in ("week", "fortnight"):
        week = calendar.week(published)
        return (
            calendar.between(today, week._replace(edtf=week.edtf.rpartition("/")[2]))
            if future
            else _clipped(week, published)
        )
    if unit == "decade":
        return calendar.decade(published.year // 10 * 10)
    if unit == "century":
        return calendar.century(published.year // 100 + 1)
    if unit == "quarter":
        return calendar.quarter((published.month - 1) // 3 + 1, published.year)
    return calendar.at_precision(published, unit)


def _clipped(week: Stretch, published: dt.date) -> Stretch:
    monday = published - published.weekday() * DAY
    return calendar.between(calendar.day(monday), calendar.day(published))


def moved(published: dt.date, unit: str, count: int) -> Stretch:
    """Returns the week, month … so many after the one that holds the day of publication, before it when negative."""
    if unit == "weekend":
        return calendar.weekend(published + 7 * count * DAY)
    if unit == "decade":
        return calendar.decade((published.year // 10 + count) * 10)
    if unit == "century":
        return calendar.century(published.year // 100 + 1 + count)
    if unit == "quarter":
        quarter = (published.month - 1) // 3 + count
        return calendar.quarter(quarter % 4 + 1, published.year + quarter // 4)
    return calendar.at_precision(calendar.shifted(published, count, unit), unit)
