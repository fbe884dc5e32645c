"""What the reader of an open briefing has read of it: kept between two sessions where anything is.

All of it belongs in the thread of the watcher: it reads and writes files, and compares whole briefings.
"""

from __future__ import annotations

from briefing.changes.differences import compare
from briefing.changes.identity import pair
from briefing.changes.marks import Marks
from briefing.changes.reading import Unread, nothing_unread, unread, with_item
from briefing.document.load import Loaded
from briefing.model import Briefing, Item


class Reading:
    """What was read, as a briefing of its own. Whoever opens a briefing for the first time has read it as it is then:
    a screen full of what is new would tell nobody anything."""

    def __init__(self, marks: Marks, loaded: Loaded) -> None:
        self._marks = marks
        self._before: Briefing | None = None
        self._read = loaded.briefing
        self._written: Briefing | None = self._read
        if not marks.remembers:
            return
        if marks.when() is None:
            # Written down on leaving: while somebody looks nothing is written.
            self._written = None
        else:
            found = marks.unread(loaded)
            self._written = self._read = found.compared.old if found.compared else loaded.briefing

    def unread(self, briefing: Briefing) -> Unread:
        """Returns what of `briefing` the reader has not seen."""
        return nothing_unread() if briefing is self._read else unread(self._read, briefing)

    def tick_off(self, briefing: Briefing, item: Item) -> None:
        """Marks one item of a briefing as read."""
        self._read = with_item(self._read, briefing, item)

    def read_all(self, loaded: Loaded, now: str) -> None:
        """Marks all of a briefing as read at `now`; `take_back` undoes it."""
        self.keep(loaded)
        self._before, self._read = self._read, loaded.briefing
        self._written = self._read
        self._marks.read_all(loaded, now)

    def take_back(self) -> None:
        """Undoes the last marking of everything."""
        if self._before is not None:
            self._written = self._read = self._before
            self._before = None
            self._marks.take_back()

    def wrote(self, old: Briefing, new: Briefing) -> None:
        """Takes over that the reader made `new` out of `old` themselves: what changed is read."""
        if not self.unread(old):
            self._read = new
            return
        pairing = pair(self._read, old)
        for difference in compare(old, new).differences:
            item = difference.new or (pairing.old_of(difference.old) if difference.old else None)
            if item is not None:
                self._read = with_item(self._read, new, item)

    def keep(self, loaded: Loaded) -> None:
        """Writes down what was read, where anything is remembered and it is not what was written last."""
        if self._read is not self._written:
            self._marks.keep(loaded, self._read)
            self._written = self._read
