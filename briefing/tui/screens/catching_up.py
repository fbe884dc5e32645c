"""What changed since the reader read it: shown, gone through, and ticked off.

An item is read when the selection leaves it after it has rested there, or when its source is opened. To have been on
the screen is not enough: nobody knows whether somebody was before it.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from time import gmtime, monotonic, strftime
from typing import TYPE_CHECKING

from briefing.model import Item
from briefing.tui.panes import PANES
from briefing.tui.screens.timing import Timing
from briefing.tui.sheet import index_of
from briefing.tui.widgets.rowlist import RowList

if TYPE_CHECKING:
    from briefing.changes.reading import Unread
    from briefing.model import Briefing
    from briefing.state.keeper import Keeper
    from briefing.tui.following import Trail
    from briefing.tui.reading import Reading
    from briefing.tui.story import News
    from briefing.tui.watch import Watch
    from briefing.tui.watching import Watching

_MOMENT = 0.5
"""Seconds that the selection rests on an item that is read; a key that is held down passes over more than ten."""
_ORDER = ("actors", "quotes", "timeline", "questions", "figures", "claims", "relations", "judgements", "next", "brief")
_NOTHING = "Nothing is new since you read it"


class CatchingUp(Timing):
    """The keys that go through what changed, and what is ticked off by reading."""

    keeper: Keeper | None = None
    unread: Unread | None = None
    reading: Reading | None = None
    _watching: Watching | None = None
    _resting: tuple[Item, float] | None = None
    _all_read = False
    _ticks = 0

    def begin_reading(self, _: Watch) -> None:
        """Finds out, in the thread of the watcher, what was read in earlier sessions."""
        from briefing.changes.marks import Marks
        from briefing.tui.reading import Reading

        folder = self.keeper.folder if self.keeper is not None else None
        reading = Reading(Marks(folder, self.desk.path), self.desk.loaded)
        self.reading = reading
        self._work_out(reading, self._ticks)

    def look_for_unread(self) -> None:
        """Has it worked out what the reader has not seen, and shows it then."""
        # Now, not when the thread comes to it: what is read meanwhile is not known to it then.
        ticks = self._ticks
        self._do(lambda reading: self._work_out(reading, ticks))

    def _work_out(self, reading: Reading, ticks: int) -> None:
        briefing = self.story.briefing
        self.call_later(self.take_unread, reading.unread(briefing), briefing, ticks)

    def take_unread(self, unread: Unread, briefing: Briefing, ticks: int) -> None:
        """Shows what the reader has not seen, unless the file was loaded or something read since it was worked out."""
        if briefing is self.story.briefing and ticks == self._ticks:
            self.unread = unread
            self._tell(news_of(unread))
        else:
            self.look_for_unread()

    def _tell(self, news: dict[int, News]) -> None:
        if news == self.story.news:
            return
        self.story = self.footer.story = self.story.with_news(news)
        for rows in (*self.lists.values(), *self.further.values()):
            rows.retell(self.story)
        self.header.refresh()
        self.speak()

    def on_row_list_moved(self, message: RowList.Moved) -> None:
        """Runs beside that of the desktop, and looks only at whether something has been read."""
        self.rest()

    def rest(self) -> None:
        """Notes what the selection rests on, and ticks off what it has left and what was opened."""
        current = self.current
        value = current.item if not isinstance(current, RowList) else current.selected and current.selected.value
        item = value if isinstance(value, Item) else None
        before, now = self._resting, monotonic()
        if before is not None and before[0] is not item and now - before[1] >= _MOMENT:
            self._tick_off(before[0])
        if item is not None and not isinstance(current, RowList):
            self._tick_off(item)
        if before is None or before[0] is not item:
            self._resting = (item, now) if item is not None else None

    def rest_on(self, trail: Trail, changed: Container[int]) -> None:
        """Goes on resting on the same item of a briefing that was loaded anew; from now on, where it changed."""
        if self._resting is not None:
            item, since = trail.item(self._resting[0]), self._resting[1]
            self._resting = (item, monotonic() if item.offset in changed else since) if item is not None else None

    def end_reading(self) -> None:
        """Ticks off what the selection rests on, and writes down what was read."""
        if self._resting is not None and monotonic() - self._resting[1] >= _MOMENT:
            self._tick_off(self._resting[0])
        self._do(lambda reading: reading.keep(self.desk.loaded))

    def _do(self, job: Callable[[Reading], None]) -> None:
        """Has something done with the marks in the thread of the watcher."""
        if self._watching is not None:
            self._watching.do(lambda _: job(self.reading) if self.reading is not None else None)

    def _tick_off(self, item: Item) -> None:
        if item.offset in self.story.news:
            briefing = self.story.briefing
            self._ticks += 1
            self._do(lambda reading: reading.tick_off(briefing, item))
            self._tell({offset: kind for offset, kind in self.story.news.items() if offset != item.offset})

    def action_read_all(self) -> None:
        """Marks everything as read; again, with nothing new since, takes that back."""
        loaded = self.desk.loaded
        if self.story.news or self.unread:
            self._all_read, self.unread = True, None
            self._ticks += 1
            self._do(lambda reading: reading.read_all(loaded, _now()))
            self._tell({})
            self.speak("All is marked as read; V takes that back")
        elif self._all_read:
            self._all_read = False
            self._do(lambda reading: reading.take_back())
            self.look_for_unread()
            self.speak("What was new is new again")
        else:
            self.speak(_NOTHING)

    def action_changes(self) -> None:
        """Opens the list of what changed beside the panes."""
        if not self.unread:
            self.speak(_NOTHING)
            return
        from briefing.tui.rows.changed import changes

        self.remember()
        self.open_occasional(changes(lambda: self.unread))

    def action_change_next(self) -> None:
        self._go_through(1)

    def action_change_previous(self) -> None:
        self._go_through(-1)

    def _go_through(self, step: int) -> None:
        """Selects the next or previous item that is new or changed, pane by pane, round the end."""
        every = self.news_in_order()
        if not every:
            self.speak(_NOTHING)
            return
        at = self._place_among(every, step)
        pane, offset = every[at]
        self.remember()
        self.view.open_pane(pane)
        self.show()
        rows = self.lists.get(pane) or self.further[pane]
        if not rows.choose_at(offset) and pane == "timeline":
            self.see(self.manner._replace(scale="day", only=""), "")
            rows.choose_at(offset)
        self.speak(f"Change {at + 1} of {len(every)}")

    def news_in_order(self) -> list[tuple[str, int]]:
        """Returns what is new and changed by pane and offset, in the order of the panes, in each as it is shown; what
        a focus hides is left out."""
        found = []
        for name in _ORDER:
            rows = self.lists[name].window.rows if name in self.lists else PANES[name].rows(self.story)
            index = index_of(rows)
            found += [(name, at) for at in sorted(self.story.news.keys() & index.keys(), key=index.__getitem__)]
        return found

    def _place_among(self, every: list[tuple[str, int]], step: int) -> int:
        """Returns the index of the first one behind (or before) what is selected."""
        focus = self.view.focus if self.view.focus in _ORDER else self.view.main
        rows = self.lists.get(focus) or self.further[focus]
        index = index_of(rows.window.rows)
        here = (_ORDER.index(focus), rows.window.cursor)
        keys = [(_ORDER.index(pane), index.get(offset, -1) if pane == focus else 0) for pane, offset in every]
        if step > 0:
            return next((at for at, key in enumerate(keys) if key > here), 0)
        return next((at for at in reversed(range(len(keys))) if keys[at] < here), len(keys) - 1)


def news_of(unread: Unread) -> dict[int, News]:
    """Returns what is new and changed by the items' offsets. Drafts have a sign and a count of their own."""
    news: dict[int, News] = {item.offset: "new" for item in unread.new if not item.draft}
    news.update((item.offset, "changed") for item in unread.changed if not item.draft)
    return news


def _now() -> str:
    return strftime("%Y-%m-%dT%H:%MZ", gmtime())
