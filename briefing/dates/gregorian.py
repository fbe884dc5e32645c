"""Calendar arithmetic of the proleptic Gregorian calendar, with astronomical years: 0 is 1 BC, -1 is 2 BC.

The standard library's calendar ends at the years 1 and 9999; EDTF does not.
"""

from __future__ import annotations

MINUTES_A_DAY = 1440
_DAYS_A_CYCLE = 146_097
"""Days in the 400 years after which the calendar repeats."""
_DAYS_TO_EPOCH = 719_468
"""Days from 1 March of year 0 to 1 January 1970."""
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def month_length(year: int, month: int) -> int:
    """Returns the number of days of `month` (1 to 12)."""
    if month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
        return 29
    return _LENGTHS[month - 1]


def to_minutes(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> int:
    """Returns the minutes from 1970-01-01T00:00 to that minute, negative before.

    Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil. Years there begin in March,
    so that the leap day is a year's last.
    """
    if month <= 2:
        year -= 1
        month += 9
    else:
        month -= 3
    cycle, of_cycle = divmod(year, 400)
    of_year = (153 * month + 2) // 5 + day - 1
    days = cycle * _DAYS_A_CYCLE + of_cycle * 365 + of_cycle // 4 - of_cycle // 100 + of_year - _DAYS_TO_EPOCH
    return days * MINUTES_A_DAY + hour * 60 + minute


def from_minutes(minutes: int) -> tuple[int, int, int, int, int]:
    """Returns year, month, day, hour and minute of a count of minutes since 1970-01-01T00:00.

    Source: as `to_minutes`, civil_from_days.
    """
    days, of_day = divmod(minutes, MINUTES_A_DAY)
    cycle, of_cycle = divmod(days + _DAYS_TO_EPOCH, _DAYS_A_CYCLE)
    years = (of_cycle - of_cycle // 1460 + of_cycle // 36_524 - of_cycle // 146_096) // 365
    of_year = of_cycle - (365 * years + years // 4 - years // 100)
    month = (5 * of_year + 2) // 153
    day = of_year - (153 * month + 2) // 5 + 1
    year = cycle * 400 + years
    if month >= 10:
        return (year + 1, month - 9, day, of_day // 60, of_day % 60)
    return (year, month + 3, day, of_day // 60, of_day % 60)


def span_of_months(year: int, first: int, count: int) -> tuple[int, int]:
    """Returns the first and the last minute of `count` whole months, the first of them `first` (1 to 12) of `year`."""
    further, month = divmod(first - 1 + count, 12)
    return (to_minutes(year, first, 1), to_minutes(year + further, month + 1, 1) - 1)
