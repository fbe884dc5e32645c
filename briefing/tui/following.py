"""Finding again, in a briefing that was loaded anew, what was selected, remembered or focused on. No widgets."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TYPE_CHECKING

from briefing.model import Briefing, Item
from briefing.problems import Problem
from briefing.tui.concern import Mark
from briefing.tui.rows import Row
from briefing.tui.window import Window

if TYPE_CHECKING:
    from briefing.changes.identity import Pairing
    from briefing.tui.screens.places import Where


class Trail:
    """The way from the old places to the new ones."""

    def __init__(self, old: Briefing, pairing: Pairing) -> None:
        self._old = old
        self._pairing = pairing
        self._by_offset: dict[int, Item] | None = None
        self._places: dict[int, dict[Hashable, int]] = {}

    def item(self, item: Item) -> Item | None:
        """Returns what became of an item; None when it is gone."""
        return self._pairing.new_of(item)

    def offset(self, offset: int | None) -> int | None:
        """Returns where the item that began at `offset` begins now; None when it is gone."""
        if offset is None:
            return None
        item = self._items_by_offset().get(offset)
        found = self._pairing.new_of(item) if item is not None else None
        return found.offset if found is not None else None

    def offsets(self, offsets: Iterable[int]) -> frozenset[int]:
        """Returns the new offsets of those items that are still there."""
        return frozenset(new for old in offsets if (new := self.offset(old)) is not None)

    def marks(self, marks: Iterable[Mark]) -> tuple[Mark, ...]:
        """Returns what is focused on as it is called now; a question that is gone is left out."""
        found = []
        for mark in marks:
            if mark.kind == "question":
                offset = self.offset(int(mark.value))
                if offset is not None:
                    found.append(Mark("question", str(offset)))
            else:
                found.append(mark)
        return tuple(found)

    def place(self, where: Where) -> Where:
        """Returns a place to go back to as it is found now."""
        return where._replace(
            marks=self.marks(where.marks),
            selected=tuple((name, self.offset(offset)) for name, offset in where.selected),
            reading=self.offset(where.reading),
        )

    def _items_by_offset(self) -> dict[int, Item]:
        if self._by_offset is None:
            self._by_offset = {item.offset: item for item in self._old.items()}
        return self._by_offset

    def prepare(self, every: Iterable[list[Row]]) -> None:
        """Works out what `offset`, and `row` among each of these lists of rows, will ask for."""
        self._items_by_offset()
        for rows in every:
            self._places_of(rows)

    def _places_of(self, rows: list[Row]) -> dict[Hashable, int]:
        if id(rows) not in self._places:
            self._places[id(rows)] = {_name_of(row.value): index for index, row in _items(rows)}
        return self._places[id(rows)]

    def row(self, before: Window, rows: list[Row]) -> int:
        """Returns the index among `rows` of what is selected in `before`.

        What is gone gives the selection to the next item below it that is still there, else to the next above; -1
        when there is none.
        """
        if before.cursor < 0:
            return next((index for index, row in enumerate(rows) if row.kind == "item"), -1)
        places = self._places_of(rows)
        at = before.ordinal(before.cursor)
        for index in (*before.items[at:], *reversed(before.items[:at])):
            value = before.rows[index].value
            twin = self.item(value) if isinstance(value, Item) else value
            found = places.get(_name_of(twin)) if twin is not None else None
            if found is not None:
                return found
        return next(iter(places.values()), -1)


def _items(rows: list[Row]) -> list[tuple[int, Row]]:
    return [(index, row) for index, row in enumerate(rows) if row.kind == "item"]


def _name_of(value: object) -> Hashable:
    """Returns what a row is known by: an item by itself, anything else by what it is called."""
    if isinstance(value, Item):
        return id(value)
    if isinstance(value, Problem):
        return (value.code, value.message, value.excerpt)
    return (type(value).__name__, getattr(value, "edtf", ""), getattr(value, "label", ""))


Chooser = Callable[[Window, list[Row]], int]
"""From the window that was there and the new rows to the index of the row to select."""
