"""The one list of the dashboard: rows of a pane, drawn line by line; it costs what its visible lines cost."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from briefing.tui.dressing import Selection, dress
from briefing.tui.heading import heading
from briefing.tui.ink import Inks
from briefing.tui.lens import CLEAR, Lens
from briefing.tui.lines import Line
from briefing.tui.rows import Pane, Row
from briefing.tui.sheet import Sheet, index_of
from briefing.tui.story import Story
from briefing.tui.widgets.scrolling import Scrolling
from briefing.tui.window import Window

if TYPE_CHECKING:
    from briefing.tui.dragging import Seen
    from briefing.tui.following import Chooser


class RowList(Scrolling):
    """A pane: its title line, and its rows under it."""

    @dataclass
    class Moved(Message):
        """The selection is on another row, or the list got or lost the focus."""

        rows: RowList

    @dataclass
    class Chosen(Message):
        """The selected row was clicked a second time."""

        rows: RowList

    def __init__(self, pane: Pane, story: Story, inks: Inks, *, name: str) -> None:
        super().__init__(inks, name=name)
        self.pane, self.story = pane, story
        self.peeking = self.tabbed = self.behind = False
        self.aside: Line = ()
        self._fitted = (0, 0)
        self._tops: dict[tuple[int, int], int] = {}
        self._kept: frozenset[int] | None = None
        self.lens = CLEAR
        self.letters: dict[int | None, str] | None = None
        self.flashing: frozenset[int] = frozenset()
        self.sheet = Sheet(pane, story)
        self.window = Window([], self._height_of)
        self._reopen()

    def fill(self, pane: Pane, story: Story, rows: list[Row] | None = None) -> None:
        """Shows the rows of `pane`; the selection stays on the same item where it is still there."""
        self.pane, self.story = pane, story
        self.sheet = self.sheet.retold(story) if rows is self.sheet.rows else Sheet(pane, story, rows)
        self._reopen()

    def _reopen(self) -> None:
        """Looks at what the lens leaves of the rows."""
        selected = self.selected
        self._tops.clear()
        self._kept = self.sheet.kept(self.lens)
        self.window = Window(self.sheet.shown(self.lens, self._kept), self._height_of)
        if selected is not None:
            self.window.select(lambda row: row.value is selected.value)
        self._fit()
        self.refresh()

    def renew(self, sheet: Sheet, lens: Lens, chosen: Chooser) -> None:
        """Shows the rows of a file that was loaded anew, and nothing jumps; `chosen` tells which row is selected."""
        before = self.window
        self.pane, self.story, self.sheet, self.lens = sheet.pane, sheet.story, sheet, lens
        self._tops.clear()
        self.letters = None
        self._kept = self.sheet.kept(self.lens)
        self.window = Window(self.sheet.shown(self.lens, self._kept), self._height_of)
        at = chosen(before, self.window.rows)
        if at >= 0:
            self.window.go(at)
        self.window.stay_as(before)
        self._fit()
        self.refresh()

    def retell(self, story: Story) -> None:
        """Takes over the same briefing with other problems, sources or news."""
        self.story = self.sheet.story = story
        self.sheet.forget_flags()
        self.refresh()

    def flash(self, offsets: frozenset[int]) -> None:
        """Puts these items on another ground, until it is called again without them."""
        self.flashing = offsets
        self.refresh()

    def look(self, lens: Lens) -> None:
        """Looks at the rows through another lens. What a brush keeps comes into view where the focus is not."""
        before, self.lens = self.lens, lens
        if before.concerned is not lens.concerned or before.hiding != lens.hiding:
            if before.hiding or lens.hiding:
                self._reopen()
            else:
                self._kept = self.sheet.kept(self.lens)
            if self._kept and not (self.is_attached and self.active):
                kept = self.window.items if lens.hiding else self.window.items_in(self._kept)
                self.window.go(next(iter(kept), self.window.cursor))
                self._fit()
        if before != lens:
            self.refresh()

    @property
    def selected(self) -> Row | None:
        """The row that the cursor is on."""
        return self.window.selected

    @property
    def line_of_focus(self) -> int:
        span = None if self.peeking else self.window.span(self.window.cursor)
        return 1 + (span[0] if span else 0)

    def need(self, width: int, limit: int) -> int:
        """Returns how many lines all rows take at `width`, counted up to `limit`, whatever a brush hides."""
        return self.sheet.need(width, limit)

    def by_steps(self, steps: int) -> None:
        self._change(lambda: self.window.move(steps))

    def by_halves(self, halves: int) -> None:
        self._change(lambda: self.window.page(halves))

    def to_end(self, *, top: bool) -> None:
        rows = len(self.window.rows)
        self._change(lambda: self.window.move(-rows if top else rows))

    def choose(self, row: Row) -> None:
        """Puts the selection on the row that shows the same thing as `row`."""
        self._change(lambda: self.window.select(lambda other: other.value is row.value))

    def choose_at(self, offset: int) -> bool:
        """Puts the selection on the item that begins at `offset`; False when it is not in the list."""
        whole = self.window.rows is self.sheet.rows
        index = (self.sheet.index if whole else index_of(self.window.rows)).get(offset)
        if index is None:
            return False
        self._change(lambda: self.window.go(index))
        return True

    @property
    def every_row(self) -> list[Row]:
        """All rows of the pane, those that a brush hides too."""
        return self.sheet.rows

    @property
    def selected_at(self) -> int | None:
        """The offset of the selected item; None for what has none."""
        return getattr(self.selected.value, "offset", None) if self.selected else None

    def items_on_screen(self) -> list[int]:
        """Returns the indexes of the items that can be seen."""
        if self.peeking:
            return self._peeked()
        seen = dict.fromkeys(index for index, _ in self.window.lines)
        return [index for index in seen if self.window.rows[index].kind == "item"]

    def go(self, index: int) -> None:
        """Puts the selection on the item at `index`."""
        self._change(lambda: self.window.go(index))

    def _change(self, action: Callable[[], object]) -> None:
        before, top, skip = self.window.cursor, self.window.top, self.window.skip
        action()
        self._fit()
        if (self.window.cursor, self.window.top, self.window.skip) == (before, top, skip):
            return
        if (self.window.top, self.window.skip) != (top, skip) or self.peeking:
            self.refresh()
        else:
            width = self.size.width
            for index in (before, self.window.cursor):
                span = self.window.span(index)
                if span:
                    self.refresh(Region(0, 1 + span[0], width, span[1] - span[0]))
        self.post_message(self.Moved(self))

    def _fit(self) -> None:
        """Scrolls to the selection. A peek leaves the scrolling as it is, and a size that the list had before gets
        the scrolling that it had then, so that nothing jumps when what was open beside the panes is closed."""
        size = (self.size.width, self.size.height)
        if size != self._fitted:
            self._tops[self._fitted] = self.window.top
            self.window.top = self._tops.get(size, self.window.top)
            self._fitted = size
        if not self.peeking and self.size.height:
            self.window.fit(self.size.height - 1)

    def _height_of(self, index: int) -> int:
        return len(self.sheet.block(self.window.rows[index], self.size.width or 80))

    def on_focus(self) -> None:
        self.refresh()
        self.post_message(self.Moved(self))

    on_blur = on_focus

    @property
    def shown(self) -> Hashable:
        window = self.window
        return id(window), window.cursor, window.top, window.skip, self.size, self.peeking

    def seen(self, y: int) -> Seen | None:
        place = self.place_at(y)
        if place is None:
            return None
        from briefing.tui.dragging import of_row

        row = self.window.rows[place[0]]
        return of_row(self.sheet, row, self.line_at(*place), peeking=self.peeking)

    def on_click(self, event: events.Click) -> None:
        if self.drawn_over is not None:
            return
        place = self.place_at(event.y)
        if place is None or self.window.rows[place[0]].kind != "item":
            return
        if place[0] == self.window.cursor and event.chain > 1:
            self.post_message(self.Chosen(self))
        self._change(lambda: self.window.go(place[0]))

    def place_at(self, y: int) -> tuple[int, int] | None:
        """Returns the row at line `y` and which of its lines it is; None where there is none."""
        lines = [(row, 0) for row in self._peeked()] if self.peeking else self.window.lines
        return lines[y - 1] if 0 < y <= len(lines) else None

    def line_at(self, row: int, number: int) -> Line:
        """Returns a line of a row as it is drawn behind cursor and flag."""
        found = self.window.rows[row]
        if self.peeking:
            return self.pane.peek(self.story, found, self.size.width)
        return self.sheet.block(found, self.size.width)[number]

    def render_lines(self, crop: Region) -> list[Strip]:
        if (self.size.width, self.size.height) != self._fitted:
            self._fit()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        if self.letters is not None:
            from briefing.tui.widgets.lettering import lettered

            return lettered(self, self.letters, y)
        width = self.size.width
        if y == 0:
            return self.paint(self.title_line(width))
        place = self.place_at(y)
        if place is not None:
            return self._row(place[0], self.line_at(*place), place[1])
        empty = [] if self.window.rows else self.sheet.empty(width)
        return self.paint(empty[y - 1] if y - 1 < len(empty) else ())

    def _peeked(self) -> list[int]:
        return self.window.peeked(self.size.height - 1)

    def _row(self, index: int, line: Line, number: int) -> Strip:
        """Paints a line of a row with what the selection, a brush and a search add to it."""
        selection: Selection = ""
        if index == self.window.cursor:
            selection = "focused" if self.active else "behind" if self.behind else "idle"
        dressed = dress(
            self.story, self.window.rows[index], line, first=number == 0, selection=selection, lens=self.lens,
            kept=None if self._kept is None or self.lens.hiding else index in self._kept,
            names=self.pane.id == "actors", flashing=self.flashing,
        )  # fmt: skip
        if dressed.dimmed:
            return self.inks.strip(dressed.line, self.size.width, dimmed=True)
        return self.paint(dressed.line, dressed.ground)

    def title_line(self, width: int) -> Line:
        """Returns the title with the number of items and what stands beside it."""
        return heading(
            self.story, self.pane, width, on=self.active, tabbed=self.tabbed,
            flags=self.sheet.flags(self.window.rows), heads=self.aside or self.sheet.heads(width),
            amount=self.sheet.amount(self.window, self.lens, self._kept),
            hidden=self.window.hidden() if not self.peeking else self.window.hidden_beside(self._peeked()),
        )  # fmt: skip

    def set_manner(self, *, peeking: bool, tabbed: bool, behind: bool, aside: Line, moves: bool) -> None:
        """Sets how the list is drawn: peeking at its items, without its name under tabs, behind an open source; and
        what stands at the right of its title in the place of heads. What `moves` is painted in any case."""
        if (peeking, tabbed, behind, aside) != (self.peeking, self.tabbed, self.behind, self.aside):
            self.peeking, self.tabbed, self.behind, self.aside = peeking, tabbed, behind, aside
            self._fit()
            (self.forget_painted if moves else self.refresh)()
