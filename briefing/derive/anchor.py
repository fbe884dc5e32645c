"""What relative dates lean on: the day of publication, and the date that the text gave before."""

from __future__ import annotations

import datetime as dt

from briefing.derive import calendar
from briefing.derive.calendar import DAY, Stretch
from briefing.derive.years import Reading


class Anchor:
    """The day of publication, None when it is not known. `reference` is the last date that the text gave, to which “the
    same day” points, `day` the last that was a single day."""

    def __init__(self, published: dt.date | None) -> None:
        self.published = published
        self.reference: Stretch | None = None
        self.day: Stretch | None = None

    def on(self, first: int, last: int, days: int, rule: str) -> Reading:
        """Returns tokens `[first, last)` as the day so many days after publication."""
        stretch = None if self.published is None else calendar.day(self.published + days * DAY)
        return Reading(first, last, stretch, rule)

    def ahead(self) -> Stretch | None:
        """Returns all days from publication on."""
        return None if self.published is None else calendar.since(calendar.day(self.published))

    def vague(self, first: int, last: int, rule: str) -> Reading:
        """Returns tokens `[first, last)` as some time before publication."""
        stretch = None if self.published is None else calendar.until(calendar.day(self.published))
        return Reading(first, last, stretch, rule, True)

    def back(self, count: int, unit: str, published: dt.date) -> Stretch:
        """The stretch of so many units that ends with the day of publication, its start as precise as the unit."""
        begin = calendar.shifted(published, -count, unit)
        start = (
            calendar.day(begin)
            if unit in ("day", "night", "week", "fortnight", "weekend")
            else calendar.at_precision(begin, unit)
        )
        stretch = calendar.between(start, calendar.day(published))
        return stretch if unit in ("day", "night") else calendar.about(stretch)

    def from_reference(self, first: int, last: int, count: int, unit: str) -> Reading | None:
        """Returns tokens `[first, last)` as so many units after the date before; None when there is none."""
        reference = self.reference
        if reference is None or reference.lower is None:
            return None
        if count == 0 and unit in ("day", "night") and not reference.is_day:
            return Reading(first, last, reference, "the same as the date before")
        if unit == "year" and reference.upper is not None and _is_months(reference.edtf):
            ends = (calendar.shifted(end, count, unit) for end in (reference.lower, reference.upper))
            lower, upper = (calendar.at_precision(end, "month") for end in ends)
            return Reading(first, last, calendar.between(lower, upper), "counted from the date before")
        base = reference.lower if count <= 0 else reference.upper or reference.lower
        moved = calendar.shifted(base, count, unit)
        if unit == "year" and len(reference.edtf) == len("2024-11"):
            unit = "month"
        return Reading(first, last, calendar.at_precision(moved, unit), "counted from the date before")


def _is_months(edtf: str) -> bool:
    """True for an interval from one month to another, as a quarter of a year is."""
    return len(edtf) == len("2024-01/2024-03") and edtf[7] == "/"
