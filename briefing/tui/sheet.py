"""What a pane has to show: all its rows, each drawn when it is first looked at. No widgets."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.tui.heading import empty_lines, flags_of
from briefing.tui.lines import Block, Line
from briefing.tui.rows import Pane, Row
from briefing.tui.story import Story

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

    @property
    def drawn(self) -> int:
        """How many blocks are kept."""
        return len(self._blocks)

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
