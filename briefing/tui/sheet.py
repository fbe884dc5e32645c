"""What a pane has to show: all its rows, each drawn when it is first looked at. No widgets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from briefing.model import Item
from briefing.tui.heading import empty_lines, flags_of
from briefing.tui.lens import Lens
from briefing.tui.lines import Block, Line
from briefing.tui.rows import Pane, Row
from briefing.tui.story import Story
from briefing.tui.window import Window

_CACHED = 2_000


class Sheet:
    """The `rows` of a pane, those that a brush hides too."""

    def __init__(self, pane: Pane, story: Story, rows: list[Row] | None = None) -> None:
        self.pane = pane
        self.story = story
        self.rows = pane.rows(story) if rows is None else rows
        self._blocks: dict[tuple[int, int], Block] = {}
        self._needs: dict[tuple[int, int], int] = {}
        self._flags: tuple[Sequence[Row], Line] | None = None
        self._heads: dict[int, Line] = {}
        self._index: dict[int, int] | None = None
        self._groups: list[int] | None = None
        self._items: int | None = None
        self._steady = False

    def retold(self, story: Story) -> Sheet:
        """Returns the same rows of the same briefing once its problems are known."""
        other = Sheet(self.pane, story, self.rows)
        other._index, other._groups, other._heads = self._index, self._groups, self._heads
        if self._steady:
            other._needs, other._steady = self._needs, True
        return other

    def succeeding(self, before: Sheet, story: Story) -> Sheet:
        """Takes the place of the sheet `before` for a newer story: the pane is not laid out anew for it."""
        self.story = story
        self._needs, self._steady = before._needs, True
        return self

    def forget_flags(self) -> None:
        """Counts drafts, problems and news anew when they are asked for."""
        self._flags = None

    @property
    def drawn(self) -> int:
        """How many blocks are kept."""
        return len(self._blocks)

    @property
    def items(self) -> int:
        """How many of the rows are items."""
        if self._items is None:
            self._items = sum(row.kind == "item" for row in self.rows)
        return self._items

    def block(self, row: Row, width: int) -> Block:
        """Returns the lines of one of the rows in `width` cells."""
        key = (id(row), width)
        block = self._blocks.get(key)
        if block is None:
            if len(self._blocks) > _CACHED:
                self._blocks.clear()
            block = self._blocks[key] = self.pane.draw(self.story, row, width)
        return block

    def need(self, width: int, limit: int) -> int:
        """Returns how many lines all rows take at `width`, counted up to `limit`, whatever a brush hides."""
        key = (width, limit)
        if key not in self._needs:
            total = 0 if self.rows else len(self.empty(width))
            for row in self.rows:
                total += len(self.block(row, width))
                if total >= limit:
                    break
            self._needs[key] = min(total, limit)
        return self._needs[key]

    def empty(self, width: int) -> Block:
        """Returns what stands here when no row is shown."""
        return empty_lines(self.story, self.pane, width, brushed=bool(self.rows))

    def flags(self, shown: Sequence[Row]) -> Line:
        """Returns drafts and problems among the rows that are shown, as sign and number."""
        if self._flags is None or self._flags[0] is not shown:
            self._flags = (shown, flags_of(self.story, shown))
        return self._flags[1]

    def heads(self, width: int) -> Line:
        """Returns what stands at the right of the title in `width` cells."""
        if width not in self._heads:
            self._heads[width] = self.pane.heads(self.story, width) if self.pane.heads and self.rows else ()
        return self._heads[width]

    def prepare(self) -> None:
        """Works out what a brush and a search will ask for."""
        self.concerned(())

    @property
    def index(self) -> Mapping[int, int]:
        """The rows by the offsets of the items that they show."""
        if self._index is None:
            self._index = index_of(self.rows)
        return self._index

    def concerned(self, offsets: Iterable[int]) -> frozenset[int]:
        """Returns the rows that show one of the items at `offsets`, and the group lines above them."""
        if self._groups is None:
            self._groups = [at for at, row in enumerate(self.rows) if row.kind == "group"]
        index, groups = self.index, self._groups
        found = {index[offset] for offset in offsets if offset in index}
        if groups:
            found |= {groups[at - 1] for at in {bisect_right(groups, row) for row in found} if at}
        return frozenset(found)

    def kept(self, lens: Lens) -> frozenset[int] | None:
        """Returns the rows that the brush keeps, group lines with them; None without one."""
        return None if lens.concerned is None else self.concerned(lens.concerned)

    def shown(self, lens: Lens, kept: frozenset[int] | None) -> list[Row]:
        """Returns the rows that are shown: all, or only what is kept where the brush hides the rest."""
        if kept is None or not lens.hiding:
            return self.rows
        return [row for index, row in enumerate(self.rows) if index in kept or row.label == "as of"]

    def amount(self, window: Window, lens: Lens, kept: frozenset[int] | None) -> str:
        """Returns how many items there are: `4 of 16` while a brush keeps only some."""
        if kept is None:
            return str(len(window.items))
        left = window.items if lens.hiding else window.items_in(kept)
        return f"{len(left)} of {self.items}"


def index_of(rows: Sequence[Row]) -> dict[int, int]:
    """Returns the indexes of `rows` by the offsets of the items that they show: of a month, all its events."""
    found: dict[int, int] = {}
    for index, row in enumerate(rows):
        if row.kind != "item":
            continue
        value = row.value
        if isinstance(value, Item):
            found.setdefault(value.marks[""][0], index)
            continue
        for entry in getattr(value, "events", (value,)):
            offset = getattr(entry, "offset", None)
            if offset is not None:
                found.setdefault(offset, index)
    return found
