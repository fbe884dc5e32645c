"""Places to go back to, as in a browser: what was open and selected, and what was focused on."""

from __future__ import annotations

from typing import NamedTuple

from briefing.tui.concern import Mark
from briefing.tui.lens import CLEAR, Lens
from briefing.tui.rows import Pane
from briefing.tui.screens.part import Part
from briefing.tui.view import READER
from briefing.tui.widgets.rowlist import RowList

_MOST = 100


class Where(NamedTuple):
    """A place: the view, the selected item's offset in each list that is open, the passage of an open source, and the
    panes that are hidden."""

    main: str
    sides: tuple[str, ...]
    in_side: bool
    marks: tuple[Mark, ...]
    selected: tuple[tuple[str, int | None], ...]
    reading: int | None
    passage: int
    hidden: frozenset[str]


class Places(Part):
    """Remembers places before a jump, and goes back and forward among them."""

    def place(self) -> Where:
        """Returns where we are."""
        view, reader = self.view, self.reader
        lists = {**self.lists, **self.further}
        reading = reader.item.offset if reader is not None and reader.item is not None and view.side == READER else None
        return Where(
            view.main,
            tuple(view.sides),
            view.in_side,
            view.marks,
            tuple((name, rows.selected_at) for name, rows in lists.items()),
            reading,
            reader.at if reader is not None else 0,
            view.hidden,
        )

    def remember(self, place: Where | None = None) -> None:
        """Keeps the place that is about to be left, or that has just been left."""
        here = place or self.place()
        if not self.behind or self.behind[-1] != here:
            self.behind.append(here)
            del self.behind[:-_MOST]
        self.ahead.clear()

    def go(self, where: Where) -> None:
        """Shows a place again. A source that was open is closed when its item is there no more."""
        view = self.view
        view.main, view.sides, view.in_side = where.main, list(where.sides), where.in_side
        view.hidden = where.hidden
        if view.marks != where.marks:
            view.marks = where.marks
            self.brush()
        if READER in view.sides:
            item = next((item for item in self.story.briefing.items() if item.offset == where.reading), None)
            if item is None or self.reader is None:
                view.sides = [side for side in view.sides if side != READER]
                view.in_side = view.in_side and bool(view.sides)
            elif self.reader.item is not item:
                self.read(item, where.passage)
        self.show()
        lists: dict[str, RowList] = {**self.lists, **self.further}
        for name, offset in where.selected:
            if name in lists and offset is not None:
                lists[name].choose_at(offset)
        self.speak()

    def open_occasional(self, pane: Pane) -> None:
        """Opens a pane that is made for the occasion beside the four."""
        self.occasional[pane.id] = pane
        if pane.id in self.further:
            self.further[pane.id].fill(pane, self.story)
        self.view.open_beside(pane.id)
        self.show()

    def brush(self) -> None:
        """Works out what the marks of the view concern, and shows it."""
        view = self.view
        if not view.marks:
            self.look(_lens(self.lens, CLEAR.concerned, hiding=False))
            return
        # Only now: what turns a briefing round is not needed for a start.
        from briefing.tui.concerned import concerned

        found = concerned(self.story.briefing, view.marks)
        can_dim = self.inks.depth == "colour" and view.mode != "tabs"
        self.look(_lens(self.lens, found, hiding=view.hiding or not can_dim))

    def action_history_back(self) -> None:
        if not self.behind:
            self.speak("Nothing to go back to")
            return
        self.ahead.append(self.place())
        self.go(self.behind.pop())

    def action_history_forward(self) -> None:
        if not self.ahead:
            self.speak("Nothing to go forward to")
            return
        self.behind.append(self.place())
        self.go(self.ahead.pop())


def _lens(lens: Lens, concerned: frozenset[int] | None, *, hiding: bool) -> Lens:
    return Lens(concerned=concerned, hiding=hiding, words=lens.words, hits=lens.hits, current=lens.current)
