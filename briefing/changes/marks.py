"""Read marks: what one reader has read of one briefing, kept between two looks at it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from briefing.changes.reading import Unread, nothing_unread, unread, with_item, with_top
from briefing.document.load import Loaded, load
from briefing.model import Briefing, Item
from briefing.state.reading import Mark, ReadingKeeper, checksum


class Marks:
    """The read marks of the briefing at `path`, in the state folder `state`; None where nothing is to be remembered.

    Every method looks at the file anew, so that two instances agree, and reads the words in it only when they are
    needed and others than before. What goes wrong is told in `note`, one sentence, and stops nothing. For a large
    briefing the methods belong in a thread.
    """

    def __init__(self, state: Path | None, path: Path) -> None:
        self._keeper = ReadingKeeper(state, path)
        self._text = ""
        self._read: Briefing | None = None

    @property
    def remembers(self) -> bool:
        """False when the settings say that nothing is to be remembered."""
        return self._keeper.remembers

    @property
    def note(self) -> str:
        """What went wrong last, or nothing."""
        return self._keeper.note

    def when(self) -> str | None:
        """Returns when everything was marked as read last, in ISO 8601 (empty where only single items were); None when
        nothing has ever been marked. Reads one line."""
        mark = self._keeper.header()
        return None if mark is None else mark.when

    def unread(self, loaded: Loaded) -> Unread:
        """Returns what the reader has not seen of the briefing as it was loaded; everything when nothing was marked.

        Costs next to nothing when all of this text was read.
        """
        header = self._keeper.header()
        if header is not None and header.whole == checksum(loaded.text):
            return nothing_unread()
        return unread(self._briefing(self._keeper.mark()), loaded.briefing)

    def read_all(self, loaded: Loaded, when: str) -> bool:
        """Marks everything as read at `when` (ISO 8601, no blanks); `take_back` undoes it. False when not written."""
        from briefing.changes.written import written

        mark = Mark(written(loaded.briefing), checksum(loaded.text), when)
        return self._keeper.change(lambda _: mark, undoable=True)

    def keep(self, loaded: Loaded, read: Briefing) -> bool:
        """Writes down `read`, made by `briefing.changes.reading` while the briefing was open, as what was read of it;
        when everything was marked as read stays as it is. False when not written."""
        from briefing.changes.written import written

        def kept(mark: Mark | None) -> Mark:
            whole = "" if unread(read, loaded.briefing) else checksum(loaded.text)
            return Mark(written(read), whole, mark.when if mark else "")

        return self._keeper.change(kept)

    def read_item(self, loaded: Loaded, item: Item) -> bool:
        """Marks an item as read: one of the briefing as it is, or a removed one of `unread`. False when not written."""
        return self._change(loaded, lambda read: with_item(read, loaded.briefing, item))

    def read_top(self, loaded: Loaded) -> bool:
        """Marks title, bottom line and the other fields of the whole briefing as read. False when not written."""
        return self._change(loaded, lambda read: with_top(read, loaded.briefing))

    def take_back(self) -> bool:
        """Undoes the last marking of everything; False when there is nothing to undo, or it was not written."""
        return self._keeper.take_back()

    def _change(self, loaded: Loaded, make: Callable[[Briefing | None], Briefing]) -> bool:
        from briefing.changes.written import written

        def changed(mark: Mark | None) -> Mark:
            read = make(self._briefing(mark))
            whole = "" if unread(read, loaded.briefing) else checksum(loaded.text)
            return Mark(written(read), whole, mark.when if mark else "")

        return self._keeper.change(changed)

    def _briefing(self, mark: Mark | None) -> Briefing | None:
        if mark is None:
            return None
        if self._read is None or mark.text != self._text:
            self._text, self._read = mark.text, load(mark.text, "read.yaml").briefing
        return self._read
