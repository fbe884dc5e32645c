"""Dates that lean on the day of publication or on the date before: `last week`, `two days ago`, `the same day`.

Weekdays are the nearest past one, the day of publication included, unless the sentence points forward. `this week` in
the past ends with the day of publication. A count of units before `ago` keeps the unit's precision.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from briefing.derive import absolute, calendar, counted, units
from briefing.derive.absolute import MONTHS
from briefing.derive.anchor import Anchor
from briefing.derive.calendar import DAY
from briefing.derive.counted import UNITS
from briefing.derive.layers import Token
from briefing.derive.wordset import word_set
from briefing.derive.years import Reading

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon mon.",
            "tuesday tue tues tue. tues.",
            "wednesday wed wed.",
            "thursday thu thur thurs thu. thur. thurs.",
            "friday fri fri.",
            "saturday sat sat.",
            "sunday sun sun.",
        )
    )
    for name in names.split()
}
DAY_PARTS = frozenset({"morning", "afternoon", "evening", "night", "nights", "lunchtime", "midday"})
_NOW = frozenset({"now", "currently", "nowadays"})
_DETERMINERS = word_set(
    "this last next past coming upcoming previous following preceding same current that recent second"
)
_BEFORE_VERB = word_set("to will would could can may might should must not")
_SEASONS = frozenset(calendar.SEASONS)


class Relative:
    """Reads relative expressions; `reference` is the last date that the text gave, to which “the same day”
    points, `day` the last that was a single day."""

    def __init__(self, published: dt.date | None) -> None:
        self.anchor = Anchor(published)

    def read(self, tokens: Sequence[Token], at: int, end: int, future: bool) -> Reading | None:
        """Returns the relative date that begins with token `at`, None when there is none."""
        lower = tokens[at].lower
        if lower in WEEKDAYS:
            return self._weekday(tokens, at, end, future)
        if lower in _SIMPLE:
            return self._simple(tokens, at, end, lower)
        if lower in _NOW:
            return (
                None
                if lower == "now" and at + 1 < end and tokens[at + 1].lower in ("that", "known")
                else self.anchor.on(at, at + 1, 0, "now")
            )
        if lower in ("earlier", "later", "early", "late"):
            return self._shifted(tokens, at, end, future)
        if lower in _DETERMINERS:
            return self._determined(tokens, at, end, future)
        if lower in ("recently", "lately"):
            return self.anchor.vague(at, at + 1, "recently")
        if (
            lower in ("soon", "shortly")
            and future
            and not (at + 1 < end and tokens[at + 1].lower in ("after", "before"))
        ):
            return Reading(at, at + 1, self.anchor.ahead(), "soon", True)
        if lower in UNITS and at + 1 < end and tokens[at + 1].lower == "ago":
            return self.anchor.vague(at, at + 2, "long ago")
        return counted.counted(self.anchor, tokens, at, end, future)

    def _simple(self, tokens: Sequence[Token], at: int, end: int, lower: str) -> Reading | None:
        last = at + 1
        if last < end and tokens[last].lower in DAY_PARTS:
            last += 1
        return self.anchor.on(at, last, _SIMPLE[lower], lower)

    def _weekday(self, tokens: Sequence[Token], at: int, end: int, future: bool) -> Reading | None:
        number = WEEKDAYS[tokens[at].lower]
        if at and tokens[at - 1].lower in ("every", "each"):
            return None
        if not tokens[at].text[0].isupper() or (
            tokens[at].lower in ("sun", "sat", "mon", "wed", "fri", "thu") and "." not in tokens[at].text
        ):
            return None
        after = at + 1
        if after < end and tokens[after].lower in DAY_PARTS:
            after += 1
        opening = after < end and tokens[after].text in (",", "(")
        begin = after + opening
        if begin < end and tokens[begin].lower == "the":
            begin += 1
        if begin < end:
            written = absolute.read(tokens, begin, end, self.anchor.published, future)
            if written is not None and written.stretch is not None and written.stretch.is_day:
                closing = opening and written.last < end and tokens[written.last].text == ")"
                return written._replace(first=at, last=written.last + closing, rule="weekday and date")
        if self.anchor.published is None:
            return Reading(at, after, None, "weekday without a date of publication")
        back = (self.anchor.published.weekday() - number) % 7
        days = (7 - back) % 7 if future else -back
        if future and back == 0 and at and tokens[at - 1].lower == "next":
            days = 7
        return self.anchor.on(at, after, days, "weekday ahead" if future else "weekday")

    def _shifted(self, tokens: Sequence[Token], at: int, end: int, future: bool) -> Reading | None:
        """`earlier this week`, `later this month`, `early next year`, `late Friday`, `early March`."""
        lower, after = tokens[at].lower, at + 1
        if after < end and tokens[after].lower in ("in", "on", "the"):
            after += 1
        if after >= end:
            return None
        following = tokens[after].lower
        if following in _SIMPLE or following in WEEKDAYS or following in _DETERMINERS - {"same", "that"}:
            found = self.read(tokens, after, end, future or lower == "later")
        else:
            found = absolute.read(tokens, after, end, self.anchor.published, future)
        if found is None:
            return None
        stretch = found.stretch
        if self.anchor.published is not None and stretch is not None and following == "this" and not stretch.is_day:
            today = calendar.day(self.anchor.published)
            if lower == "later" and stretch.upper is not None and stretch.upper > self.anchor.published:
                stretch = (
                    calendar.between(today, calendar.day(stretch.upper))
                    if tokens[found.last - 1].lower == "week"
                    else stretch
                )
        return found._replace(first=at, stretch=stretch)

    def _determined(self, tokens: Sequence[Token], at: int, end: int, future: bool) -> Reading | None:
        """`this week`, `last Friday`, `next month`, `the past year`, `the previous day`, `the last two weeks`."""
        word, after = tokens[at].lower, at + 1
        if word == "last" and at and tokens[at - 1].lower in _BEFORE_VERB:
            return None
        if word in ("next", "last", "past", "coming", "previous", "recent", "following", "preceding", "upcoming"):
            several = counted.several(self.anchor, tokens, at, end)
            if several is not None:
                return several
        if after >= end:
            return None
        following = tokens[after].lower
        article = at > 0 and tokens[at - 1].lower == "the"
        reference = self.anchor.reference
        if word == "that" and following == "time" and at and tokens[at - 1].lower == "at" and reference is not None:
            return Reading(at, after + 1, reference, "the time of the date before")
        if word == "following" and not article:
            return None
        if following in DAY_PARTS:
            return self._part(at, after + 1, word, article)
        if following in WEEKDAYS and tokens[after].text[0].isupper():
            return self._that_weekday(tokens, at, after, end, word, article, future)
        if following in MONTHS and tokens[after].text[0].isupper():
            return self._that_month(at, after, MONTHS[following], word)
        if following in _SEASONS:
            return self._that_season(at, after, following, word)
        if following not in UNITS or following.endswith("s") or (word == "second"):
            return None
        return self._that_unit(tokens, at, after, UNITS[following], word, article, future)

    def _part(self, first: int, last: int, word: str, article: bool) -> Reading | None:
        if word == "this":
            return self.anchor.on(first, last, 0, "part of this day")
        if word == "last":
            return self.anchor.on(first, last, -1, "last night")
        return (
            self.anchor.from_reference(first, last, 1 if word in ("next", "following") else 0, "day")
            if article or word == "that"
            else None
        )

    def _that_weekday(
        self, tokens: Sequence[Token], first: int, at: int, end: int, word: str, article: bool, future: bool
    ) -> Reading | None:
        last = at + 1
        if last < end and tokens[last].lower in DAY_PARTS:
            last += 1
        number = WEEKDAYS[tokens[at].lower]
        anchor = self.anchor.published
        if (
            article
            and word in ("next", "following", "previous")
            and self.anchor.reference is not None
            and self.anchor.reference.lower is not None
        ):
            anchor = self.anchor.reference.lower
        if anchor is None:
            return Reading(first, last, None, "weekday without a date of publication")
        back = (anchor.weekday() - number) % 7
        if word in ("next", "following", "coming", "upcoming"):
            days = (7 - back) % 7 or 7
        elif word in ("last", "past", "previous"):
            days = -(back or 7)
        else:
            days = (7 - back) % 7 if future else -back
        return Reading(first, last, calendar.day(anchor + days * DAY), f"{word} weekday")

    def _that_month(self, first: int, at: int, number: int, word: str) -> Reading | None:
        published = self.anchor.published
        if published is None:
            return Reading(first, at + 1, None, "month without a date of publication")
        if word in ("next", "coming", "upcoming"):
            year = published.year + (number <= published.month)
        elif word in ("last", "past"):
            year = published.year - (number >= published.month)
        elif word == "this":
            year = published.year
        else:
            return None
        return Reading(first, at + 1, calendar.month(year, number), f"{word} month")

    def _that_season(self, first: int, at: int, name: str, word: str) -> Reading | None:
        published = self.anchor.published
        if word not in ("this", "last", "next", "past", "coming"):
            return None
        if published is None:
            return Reading(first, at + 1, None, "season without a date of publication")
        current = calendar.season(published.year, name)
        year = published.year
        if word in ("last", "past") and current.upper is not None and current.upper >= published:
            year -= 1
        elif word in ("next", "coming") and current.lower is not None and current.lower <= published:
            year += 1
        return Reading(first, at + 1, calendar.season(year, name), f"{word} season")

    def _that_unit(
        self, tokens: Sequence[Token], first: int, at: int, unit: str, word: str, article: bool, future: bool
    ) -> Reading | None:
        last = at + 1
        if word in ("same", "that") or (article and word in ("previous", "following", "next", "preceding")):
            if word == "that" and article:
                return None
            if word == "next" and future and self.anchor.published is not None:
                return Reading(first, last, units.moved(self.anchor.published, unit, 1), f"next {unit}")
            count = {"same": 0, "that": 0, "previous": -1, "preceding": -1}.get(word, 1)
            return self.anchor.from_reference(first, last, count, unit)
        published = self.anchor.published
        if published is None:
            return Reading(first, last, None, f"{word} {unit} without a date of publication")
        if word in ("this", "current"):
            return Reading(first, last, units.this(published, unit, future), f"this {unit}")
        if word == "past" or (word == "last" and article and unit != "night"):
            return Reading(first, last, self.anchor.back(1, unit, published), f"the past {unit}")
        if word == "last":
            return Reading(first, last, units.moved(published, unit, -1), f"last {unit}")
        if word == "next":
            return Reading(first, last, units.moved(published, unit, 1), f"next {unit}")
        if word in ("coming", "upcoming"):
            ahead = calendar.between(calendar.day(published), calendar.day(calendar.shifted(published, 1, unit)))
            return Reading(first, last, ahead, f"the coming {unit}")
        return None


_SIMPLE = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
