"""The timeline from further away: a row a month or a year, with a bar for the number of its events."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from briefing import dates
from briefing.dates import Kind
from briefing.model import Event
from briefing.tui.lines import Line, Span, blank, cut
from briefing.tui.rows import Row
from briefing.tui.story import Story

Scale = Literal["day", "month", "year"]
Only = Literal["", "dated", "undated", "draft"]
SCALES: tuple[Scale, ...] = ("day", "month", "year")
ONLY: tuple[Only, ...] = ("", "dated", "undated", "draft")
ONLY_WORDS: dict[Only, str] = {
    "": "All events",
    "dated": "Only what is dated to the day",
    "undated": "Only what is not dated to the day",
    "draft": "Only drafts",
}
_BAR = 12


class Manner(NamedTuple):
    """How the timeline is seen: its order, how far away, and which events."""

    oldest_first: bool = False
    scale: Scale = "day"
    only: Only = ""


USUAL = Manner()


class Period(NamedTuple):
    """A month or a year with its events, the newest first. `most` is the largest number of events of a period."""

    edtf: str
    events: tuple[Event, ...]
    most: int

    @property
    def offset(self) -> int:
        """Where its newest event begins in the file."""
        return self.events[0].offset


def chosen(events: Iterable[Event], only: Only) -> list[Event]:
    """Returns the events that are to be seen."""
    if only == "draft":
        return [event for event in events if event.draft]
    if only == "dated":
        return [event for event in events if event.date.kind is Kind.EXACT]
    if only == "undated":
        return [event for event in events if event.date.kind is not Kind.EXACT]
    return list(events)


def period_rows(events: Iterable[Event], scale: Scale) -> list[Row]:
    """Returns a row for each month or year in which events begin (or end, where that alone is known), in order."""
    found: dict[str, list[Event]] = {}
    for event in events:
        found.setdefault(_period_of(event, scale), []).append(event)
    most = max(map(len, found.values()), default=0)
    return [Row("item", Period(edtf, tuple(members), most)) for edtf, members in found.items()]


def _period_of(event: Event, scale: Scale) -> str:
    day = dates.lower_date(event.date) or dates.upper_date(event.date)
    if day is None:
        return event.date.text
    year = f"{day[0]:04d}" if day[0] >= 0 else f"-{-day[0]:04d}"
    return year if scale == "year" or event.date.precision in ("year", "decade", "century") else f"{year}-{day[1]:02d}"


def draw(story: Story, period: Period, width: int, column: int) -> Line:
    """Draws `Nov 2024 ▇▇▇▇ 4  the newest of them` on one line."""
    words = label(story, period)
    number = len(period.events)
    length = max(1, round(number * _BAR / max(1, period.most)))
    bar = story.glyphs.bars[-2] * length
    line = (
        blank(1 + max(0, column - story.measure(words))),
        Span(words, "text2"),
        blank(1),
        Span(bar, "text2"),
        Span(f" {number}", "text"),
        Span("  ", "text"),
        Span(story.show(period.events[0].text), "meta"),
    )
    return cut(line, width - 2, story.measure, story.glyphs.more)


def label(story: Story, period: Period) -> str:
    """Returns the name of a period: `Nov 2024`, `2024`."""
    try:
        return story.glyphs.show(dates.words(dates.parse(period.edtf), short=True))
    except dates.EdtfError:
        return story.show(period.edtf)


def speak(period: Period) -> str:
    """Says a period: `2024-11, 4 events`."""
    number = len(period.events)
    return f"{period.edtf}, {number} event{'s' if number > 1 else ''}"
