"""What a search looks through: every item with the pane it stands in and its folded words, in reading order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from briefing.model import Briefing, Item
from briefing.tui import query
from briefing.tui.concerned import known
from briefing.tui.folding import fold
from briefing.tui.panes import PANES
from briefing.tui.rows import Row, timeline
from briefing.tui.rows.brief import Entry
from briefing.tui.rows.periods import Manner
from briefing.tui.story import Story

ORDER = ("actors", "quotes", "timeline", "questions", "figures", "claims", "relations", "judgements", "next", "brief")
"""The panes in the order in which a search goes through them."""


class Straw(NamedTuple):
    """Something that can be found: its pane, its offset, its words, and the item; None for words at the top of the
    file."""

    pane: str
    offset: int
    item: Item | None
    words: str


class Haystack(NamedTuple):
    """Everything that can be found in a briefing while its timeline is seen in a manner."""

    briefing: Briefing
    manner: Manner
    straws: list[Straw]

    def fits(self, story: Story, manner: Manner) -> bool:
        """True while it is that of a story seen in a manner."""
        return self.briefing is story.briefing and self.manner == manner


def gathered(story: Story, manner: Manner) -> Haystack:
    """Returns all that can be found. In a timeline from further away the events of a month are found one by one."""
    known(story.briefing)
    straws = [straw for pane in ORDER for row in _rows(pane, story, manner) if (straw := _straw(pane, story, row))]
    return Haystack(story.briefing, manner, straws)


def _rows(pane: str, story: Story, manner: Manner) -> Iterable[Row]:
    if pane == "timeline":
        return timeline.rows(story, manner._replace(scale="day"))
    return PANES[pane].rows(story)


def _straw(pane: str, story: Story, row: Row) -> Straw | None:
    value = row.value if row.kind == "item" else None
    if isinstance(value, Item):
        return Straw(pane, value.offset, value, query.haystack(story.briefing, value))
    return Straw(pane, value.offset, None, fold(value.text)) if isinstance(value, Entry) else None


def searched(straws: Iterable[Straw], asked: query.Query) -> list[Straw]:
    """Returns what has all words of a search and passes all its tests."""
    found = list(straws)
    for word in asked.words:
        found = [straw for straw in found if word in straw.words]
    for test in asked.tests:
        found = [straw for straw in found if straw.item is not None and test(straw.item)]
    return found
