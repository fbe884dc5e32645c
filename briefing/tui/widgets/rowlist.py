"""The one list of the dashboard: rows of a pane, drawn line by line, whatever their number.

Only what is on the screen is laid out. Scrolling is by row, so a list of ten thousand items costs what its visible
lines cost; there is no widget per item.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from briefing.tui.ink import Inks
from briefing.tui.lines import Block, Line, Span, blank, cut, flow, width_of
from briefing.tui.rows import Pane, Row
from briefing.tui.story import Story
from briefing.tui.widgets.scrolling import Scrolling
from briefing.tui.window import Window

_CACHED_BLOCKS = 2_000


class RowList(Scrolling):
    """A pane: its title line, and its rows under it."""

    @dataclass
    class Moved(Message):
        """The selection is on another row, or the list got or lost the focus."""

        rows: RowList

        @property
        def control(self) -> RowList:
            return self.rows

    @dataclass
    class Chosen(Message):
        """The selected row was clicked a second time."""

        rows: RowList

    def __init__(self, pane: Pane, story: Story, inks: Inks, *, name: str) -> None:
        super().__init__(inks, name=name)
        self.pane = pane
        self.story = story
        self.peeking = False
        self.tabbed = False
        self.behind = False
        self.numbered = True
        self._blocks: dict[tuple[int, int], Block] = {}
        self._fitted = (0, 0)
        self._tops: dict[tuple[int, int], int] = {}
        self._flagged: Line | None = None
        self.window = Window([], self._height_of)
        self.fill(pane, story)

    def fill(self, pane: Pane, story: Story, rows: list[Row] | None = None) -> None:
        """Shows the rows of `pane`; the selection stays on the same item where it is still there."""
        selected = self.selected
        self.pane, self.story = pane, story
        self._blocks.clear()
        self._flagged = None
        self._tops.clear()
        self.window = Window(pane.rows(story) if rows is None else rows, self._height_of)
        if selected is not None:
            self.window.select(lambda row: row.value is selected.value)
        self._fit()
        self.refresh()

    @property
    def selected(self) -> Row | None:
        """The row that the cursor is on."""
        return self.window.selected

    def need(self, width: int, limit: int) -> int:
        """Returns how many lines all rows take at `width`, counted up to `limit`."""
        if not self.window.rows:
            return len(self._empty(width))
        total = 0
        for index in range(len(self.window.rows)):
            total += len(self._block(index, width))
            if total >= limit:
                return limit
        return total

    def by_steps(self, steps: int) -> None:
        self._change(lambda: self.window.move(steps))

    def by_halves(self, halves: int) -> None:
        self._change(lambda: self.window.page(halves))

    def to_end(self, *, top: bool) -> None:
        rows = len(self.window.rows)
        self._change(lambda: self.window.move(-rows if top else rows))

    def choose(self, row: Row) -> None:
        """Puts the selection on the row that shows the same thing as `row`."""
        self._change(lambda: self.window.select(lambda other: other.value is row.value and other.kind == "item"))

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
        if not self.peeking:
            self.window.fit(self.size.height - 1)

    def _height_of(self, index: int) -> int:
        return len(self._block(index, self.size.width or 80))

    def _block(self, index: int, width: int) -> Block:
        key = (index, width)
        block = self._blocks.get(key)
        if block is None:
            if len(self._blocks) > _CACHED_BLOCKS:
                self._blocks.clear()
            block = self._blocks[key] = self.pane.draw(self.story, self.window.rows[index], width)
        return block

    def on_focus(self) -> None:
        self._focus_moved()

    def on_blur(self) -> None:
        self._focus_moved()

    def _focus_moved(self) -> None:
        self.refresh()
        self.post_message(self.Moved(self))

    def on_click(self, event: events.Click) -> None:
        row = self._row_at(event.y)
        if row is None or self.window.rows[row].kind != "item":
            return
        if row == self.window.cursor and event.chain > 1:
            self.post_message(self.Chosen(self))
        self._change(lambda: self.window.go(row))

    def _row_at(self, y: int) -> int | None:
        if self.peeking:
            shown = self._peeked()
            return shown[y - 1] if 0 < y <= len(shown) else None
        lines = self.window.lines
        return lines[y - 1][0] if 0 < y <= len(lines) else None

    def render_lines(self, crop: Region) -> list[Strip]:
        if (self.size.width, self.size.height) != self._fitted:
            self._fit()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if y == 0:
            return self.paint(self._title(width))
        if not self.window.rows:
            empty = self._empty(width)
            line = empty[y - 1] if y - 1 < len(empty) else ()
            return self.paint(line)
        if self.peeking:
            shown = self._peeked()
            if y - 1 >= len(shown):
                return self.paint(())
            return self._row(shown[y - 1], self.pane.peek(self.story, self.window.rows[shown[y - 1]], width))
        lines = self.window.lines
        if y - 1 >= len(lines):
            return self.paint(())
        row, number = lines[y - 1]
        return self._row(row, self._block(row, width)[number], number)

    def _peeked(self) -> list[int]:
        """The rows that a peek shows: one line an item, from the selection on, earlier ones where the end is near."""
        items = self.window.items
        if not items:
            return []
        room = self.size.height - 1
        at = min(self.window.ordinal(self.window.cursor), max(0, len(items) - room))
        return items[at : at + room]

    def _empty(self, width: int) -> Block:
        words = self.story.glyphs.show(self.pane.empty(self.story))
        return [(blank(3), *line) for line in flow([Span(words, "meta")], width - 4, None, self.story.measure)]

    def _row(self, index: int, line: Line, number: int = 0) -> Strip:
        """Adds cursor and flag to a line of a row, and its ground."""
        glyphs = self.story.glyphs
        ground = "bg"
        mark = Span(" ", "text")
        if index == self.window.cursor:
            if self.active:
                ground, mark = "select", Span(glyphs.cursor, "focus")
            elif self.behind:
                ground, mark = "quiet", Span(glyphs.cursor, "focus")
            else:
                mark = Span(glyphs.unfocused, "meta")
        body = (mark, self._flag(self.window.rows[index], number), *line)
        return self.paint(body, ground)

    def _flag(self, row: Row, number: int) -> Span:
        """The one flag of an item: problem before draft."""
        offset = getattr(row.value, "offset", None) if row.kind == "item" else None
        if offset is not None and number == 0 and offset in self.story.flags:
            problem = self.story.flags[offset]
            return Span(self.story.glyphs.problem, "problem" if problem.severity == "error" else "open")
        if row.kind == "item" and getattr(row.value, "draft", False):
            return Span(self.story.glyphs.draft, "draft")
        return Span(" ", "text")

    def _title(self, width: int) -> Line:
        """Draws `N Name COUNT [above below] [flags] rule [column heads]`."""
        glyphs, measure = self.story.glyphs, self.story.measure
        on = self.active
        spans: list[Span] = []
        if self.tabbed:
            spans.append(blank(1))
        else:
            number = glyphs.problem if self.pane.number < 0 else str(self.pane.number)
            if self.numbered:
                spans.append(Span(f"{number} ", "focus" if on else "meta"))
            spans.append(Span(self.pane.title, ("focus" if on else "text") + " bold"))
            spans.append(blank(1))
        spans.append(Span(str(len(self.window.items)), "text2"))
        above, below = self._hidden()
        if above:
            spans.append(Span(f" {glyphs.above}{above}", "meta"))
        if below:
            spans.append(Span(f" {glyphs.below}{below}", "meta"))
        spans += self._flags()
        heads = self.pane.heads(self.story, width) if self.pane.heads else ()
        rest = width - width_of(spans, measure) - width_of(heads, measure) - (2 if heads else 1)
        if rest < 3:
            heads, rest = (), width - width_of(spans, measure) - 1
        rule = glyphs.focused_rule if on else glyphs.rule
        spans += [blank(1), Span(rule * max(0, rest), "focus" if on else "rule")]
        if heads:
            spans += [blank(1), *heads]
        return cut(tuple(spans), width, measure, glyphs.more)

    def _flags(self) -> Line:
        """Returns drafts and problems among the items, as sign and number."""
        if self._flagged is None:
            values = [self.window.rows[index].value for index in self.window.items]
            drafts = sum(getattr(value, "draft", False) for value in values) if self.story.drafts else 0
            wrong = (
                sum(getattr(value, "offset", None) in self.story.flags for value in values) if self.story.flags else 0
            )
            signs = ((self.story.glyphs.draft, drafts, "draft"), (self.story.glyphs.problem, wrong, "problem"))
            self._flagged = tuple(Span(f" {sign}{number}", ink) for sign, number, ink in signs if number)
        return self._flagged

    def _hidden(self) -> tuple[int, int]:
        if self.peeking:
            shown = self._peeked()
            first = self.window.ordinal(shown[0]) if shown else 0
            return first, len(self.window.items) - first - len(shown)
        return self.window.hidden()

    def set_manner(self, *, peeking: bool, tabbed: bool, behind: bool) -> None:
        """Sets how the list is drawn: peeking at its items, without its name under tabs, behind an open source."""
        if (peeking, tabbed, behind) != (self.peeking, self.tabbed, self.behind):
            self.peeking, self.tabbed, self.behind = peeking, tabbed, behind
            self._fit()
            self.refresh()
