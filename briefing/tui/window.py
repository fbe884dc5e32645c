"""Which rows of a long list are on the screen, and how a cursor moves through them: no widgets, no drawing.

The list scrolls by row: the first line is the first line of a row, or the group line of the rows below it, which
sticks to the top while they scroll. The cost of a move is that of the visible rows.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from briefing.tui.rows import Row


class Window:
    """A view of `height` lines on `rows`. `height_of` gives the lines of the row at an index."""

    def __init__(self, rows: list[Row], height_of: Callable[[int], int]) -> None:
        self.rows = rows
        self._height_of = height_of
        self._cursor = -1
        self.items = [index for index, row in enumerate(rows) if row.kind == "item"]
        self._groups = [index for index, row in enumerate(rows) if row.kind == "group"]
        self.top = 0
        self.skip = 0
        self.cursor = self.items[0] if self.items else -1
        self.height = 0
        self.lines: list[tuple[int, int]] = []

    @property
    def cursor(self) -> int:
        """The index of the selected row; -1 in a list without items."""
        return self._cursor

    @cursor.setter
    def cursor(self, index: int) -> None:
        if index != self._cursor:
            self._cursor, self.skip = index, 0

    @property
    def selected(self) -> Row | None:
        """The row under the cursor; None in a list without items."""
        return self.rows[self.cursor] if self.cursor >= 0 else None

    def ordinal(self, index: int) -> int:
        """Returns how many items stand before the row at `index`."""
        return bisect_left(self.items, index)

    def move(self, step: int) -> None:
        """Moves the cursor by `step` items, as far as there are any; within an item that is higher than the view
        it first goes on, or back, by what can be seen of it at once."""
        if self.items:
            if abs(step) == 1 and self._scrolled_inside(step):
                return
            at = min(max(self.ordinal(self.cursor) + step, 0), len(self.items) - 1)
            self.cursor = self.items[at]

    def _scrolled_inside(self, step: int) -> bool:
        height = self._height_of(self.cursor)
        if self.top != self.cursor or height <= self.height:
            return False
        last = height - self.height
        before, self.skip = self.skip, min(max(self.skip + step * max(1, self.height - 1), 0), last)
        return self.skip != before

    def go(self, index: int) -> None:
        """Puts the cursor on the item at `index`."""
        if self.rows[index].kind == "item":
            self.cursor = index

    def items_in(self, kept: frozenset[int]) -> list[int]:
        """Returns those of the rows in `kept` that are items, in order."""
        return sorted(index for index in kept if self.rows[index].kind == "item")

    def select(self, wanted: Callable[[Row], bool]) -> bool:
        """Puts the cursor on the first item that is wanted; False when there is none."""
        for index in self.items:
            if wanted(self.rows[index]):
                self.cursor = index
                return True
        return False

    def page(self, halves: int) -> None:
        """Moves the cursor by half pages of lines, at least by one item."""
        if not self.items:
            return
        room = max(1, self.height // 2) * abs(halves)
        step = 1 if halves > 0 else -1
        at = self.ordinal(self.cursor)
        while room > 0 and 0 <= at + step < len(self.items):
            at += step
            room -= self._height_of(self.items[at])
        self.cursor = self.items[at]

    def fit(self, height: int) -> None:
        """Scrolls so that the row under the cursor is on the screen, as little as possible, and lays out the lines."""
        self.height = max(1, height)
        if not self.rows:
            self.lines = []
            return
        if self.cursor >= 0:
            if self.cursor <= self.items[0]:
                self.top = 0 if self._used(0) <= self.height else self.cursor
            elif self.cursor < self.top:
                self.top = self._with_lead(self.cursor)
                if self._used(self.top) > self.height:
                    self.top = self.cursor
            elif self._used(self.top) > self.height:
                self.top = self._lowest_top(self.cursor)
        self.top = min(self.top, self._lowest_top(len(self.rows) - 1))
        inside = self.top == self.cursor and self._height_of(self.cursor) > self.height
        self.skip = min(self.skip, self._height_of(self.cursor) - self.height) if inside else 0
        self._lay_out()

    def stay_as(self, before: Window) -> None:
        """Scrolls so that the selected row begins on the line that the selected row of `before` began on, if that is
        possible; a list that was at its top stays there, so that what comes in above is seen."""
        place = before.span(before.cursor)
        if not before.top or place is None or self.cursor < 0:
            return
        top, used = self.cursor, 0
        while top > 0 and used + self._height_of(top - 1) <= place[0]:
            top -= 1
            used += self._height_of(top)
        self.height = before.height
        if used + self._sticky(top) > place[0] and top < self.cursor:
            top += 1
        self.top, self.skip = top, before.skip

    def _group_of(self, index: int) -> int:
        """Returns the group row that `index` stands under, or -1."""
        at = bisect_right(self._groups, index) - 1
        return self._groups[at] if at >= 0 else -1

    def _sticky(self, top: int) -> int:
        """Returns 1 when the group line sticks above the row at `top`: where there is room for it and the item."""
        if self.height < 3 or (top == self.cursor and self._height_of(top) >= self.height):
            return 0
        return 1 if 0 <= self._group_of(top) < top else 0

    def _used(self, top: int) -> int:
        """Returns the lines from `top` through the row under the cursor, counted just past the height."""
        used = self._sticky(top)
        for index in range(top, self.cursor + 1):
            used += self._height_of(index)
            if used > self.height:
                break
        return used

    def _lowest_top(self, last: int) -> int:
        """Returns the first top from which the row `last` is still whole on the screen; itself when it is too high."""
        top, used, best = last, 0, last
        while top >= 0:
            used += self._height_of(top)
            if used > self.height:
                break
            if used + self._sticky(top) <= self.height:
                best = top
            top -= 1
        return best

    def _with_lead(self, index: int) -> int:
        """Returns the row to begin with so that the group line or mark right above `index` is seen too."""
        return index - 1 if index and self.rows[index - 1].kind != "item" else index

    def _lay_out(self) -> None:
        lines: list[tuple[int, int]] = []
        if self._sticky(self.top) and not self.skip:
            lines.append((self._group_of(self.top), 0))
        index, skip = self.top, self.skip
        while index < len(self.rows) and len(lines) < self.height:
            lines += [(index, number) for number in range(skip, self._height_of(index))]
            index, skip = index + 1, 0
        self.lines = lines[: self.height]

    def span(self, index: int) -> tuple[int, int] | None:
        """Returns the lines `[first, end)` that the row at `index` takes on the screen; None when it is not there."""
        found = [at for at, (row, _) in enumerate(self.lines) if row == index]
        return (found[0], found[-1] + 1) if found else None

    def hidden(self) -> tuple[int, int]:
        """Returns how many items stand above and below the screen; one that is cut off below counts."""
        if not self.lines:
            return 0, 0
        above = self.ordinal(self.top)
        last, number = self.lines[-1]
        whole = number + 1 == self._height_of(last)
        return above, len(self.items) - self.ordinal(last + 1 if whole else last)

    def peeked(self, room: int) -> list[int]:
        """Returns the rows of a peek in `room` lines, one line an item: from the selection on, earlier ones where the
        end is near."""
        at = min(self.ordinal(self.cursor), max(0, len(self.items) - room))
        return self.items[at : at + room] if self.items else []

    def hidden_beside(self, shown: list[int]) -> tuple[int, int]:
        """Returns how many items stand before and after those that a peek shows."""
        first = self.ordinal(shown[0]) if shown else 0
        return first, len(self.items) - first - len(shown)
