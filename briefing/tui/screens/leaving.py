"""Coming to a briefing and leaving it: back to the place that was left, and on to the next one of the library."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from briefing.state.memory import Place, mark_of
from briefing.tui.arrange import mode_of
from briefing.tui.panes import PANES, PROBLEMS
from briefing.tui.rows import Row
from briefing.tui.rows.periods import SCALES
from briefing.tui.screens.places import Places
from briefing.tui.widgets.rowlist import RowList


class Shelf(Protocol):
    """What a briefing was taken from."""

    def leaf(self, path: Path, step: int) -> str:
        """Opens the briefing that stands `step` places further in the place of the one at `path`; returns why not."""
        ...


class Leaving(Places):
    """Remembers where the reader left off in `keeper`, and leafs through the `shelf` that the briefing came from."""

    shelf: Shelf | None = None

    def on_mount(self) -> None:
        """Runs before the desktop draws for the first time, so that nothing jumps."""
        if self.keeper is None:
            return
        self.footer.message, self.keeper.note = self.keeper.note, ""
        place = self.keeper.place(self.desk.path)
        if place is not None:
            self.view.begin(mode_of(*self.app.size))
            self.return_to(place)

    def on_unmount(self) -> None:
        if self.keeper is not None:
            self.keeper.keep(self.desk.path, self.left_at())
            self.keeper.save()

    def left_at(self) -> Place:
        """Returns the place as it is remembered. A list at its first item needs no mark."""
        view = self.view
        pane = view.focus if view.focus in PANES else view.main
        lists = {name: rows for name, rows in (*self.lists.items(), *self.further.items()) if name in PANES}
        selected = {name: mark(name, rows.selected) for name, rows in lists.items() if _moved(rows)}
        return Place(
            pane=pane,
            selected={name: found for name, found in selected.items() if found},
            zoomed=view.zoomed and view.focus == pane,
            order="oldest" if self.manner.oldest_first else "newest",
            scale=self.manner.scale,
            hidden=tuple(sorted(view.hidden)),
        )

    def return_to(self, place: Place) -> None:
        """Shows the briefing as it was left; what is there no longer is left out."""
        manner = self.manner._replace(
            oldest_first=place.order == "oldest" if place.order else self.manner.oldest_first,
            scale=next((scale for scale in SCALES if scale == place.scale), self.manner.scale),
        )
        if manner != self.manner:
            self.manner = manner
            rows = self.lists["timeline"]
            rows.fill(rows.pane, self.story, self.rows_of(rows))
        self.view.keep_hidden(place.hidden)
        if place.pane in PANES and place.pane != PROBLEMS.id:
            self.view.open_pane(place.pane)
            self.view.zoomed = place.zoomed
            if place.pane not in self.lists:
                self.show()
        for name, found in place.selected.items():
            rows_there = self.lists.get(name) or self.further.get(name)
            if rows_there is not None:
                _select(rows_there, found)

    def action_briefing_next(self) -> None:
        self._leaf(1)

    def action_briefing_previous(self) -> None:
        self._leaf(-1)

    def _leaf(self, step: int) -> None:
        self.leave(lambda: self._take_next(step))

    def _take_next(self, step: int) -> None:
        refused = "This is the only briefing" if self.shelf is None else self.shelf.leaf(self.desk.path, step)
        if refused:
            self.speak(refused)


def mark(pane: str, row: Row | None) -> str:
    """Returns the checksum that finds a row again in its pane; nothing for one that has no words of its own."""
    value = row.value if row is not None and row.kind == "item" else None
    text = getattr(value, "text", None)
    if not isinstance(text, str):
        return ""
    head = getattr(value, "head", getattr(value, "label", ""))
    return mark_of(pane, str(head), text)


def _moved(rows: RowList) -> bool:
    items = rows.window.items
    return bool(items) and rows.window.cursor != items[0]


def _select(rows: RowList, wanted: str) -> None:
    found = next((row for row in rows.window.rows if mark(rows.pane.id, row) == wanted), None)
    if found is not None:
        rows.choose(found)
