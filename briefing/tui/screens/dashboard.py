"""The dashboard of one briefing: panes, header, footer, and what is open beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.geometry import Size
from textual.layout import Layout
from textual.screen import Screen
from textual.widget import Widget

from briefing.model import Item
from briefing.problems import Problem
from briefing.tui import hints
from briefing.tui.arrange import SMALLEST, Box, Plan, mode_of, plan
from briefing.tui.commands import Place
from briefing.tui.desk import Desk, passages_of
from briefing.tui.head import header
from briefing.tui.ink import Inks
from briefing.tui.keys import bindings
from briefing.tui.lines import Block, Span, flow
from briefing.tui.panes import MAIN, PANES, PROBLEMS, locate
from briefing.tui.placed import Placed
from briefing.tui.rows import Row, timeline
from briefing.tui.story import Story
from briefing.tui.view import READER, View
from briefing.tui.widgets.bars import Footer, Header
from briefing.tui.widgets.rowlist import RowList

if TYPE_CHECKING:
    from briefing.tui.widgets.reader import Reader

_VERIFY_AFTER = 0.1
"""Seconds after which the sources are read and checked: once the first screen has gone out."""


class Dashboard(Screen[None], inherit_bindings=False):
    """Shows a briefing. All of its state that is worth keeping is in `view`."""

    BINDINGS = bindings("list", "timeline", "problems", "everywhere")
    ALLOW_SELECT = False
    AUTO_FOCUS = None

    def __init__(self, desk: Desk, story: Story, inks: Inks) -> None:
        super().__init__()
        self.desk = desk
        self.story = story
        self.inks = inks
        self.view = View()
        self.oldest_first = False
        self.plan: Plan | None = None
        self.header = Header(inks, self._header_lines, name="header")
        self.footer = Footer(story, inks, name="footer")
        self.lists = {pane.id: RowList(pane, story, inks, name=pane.id) for pane in MAIN}
        self.further: dict[str, RowList] = {}
        self.reader: Reader | None = None
        self._layout = Placed(self.lay_out)
        self.styles.background = inks.ground

    def compose(self) -> ComposeResult:
        yield self.header
        yield from self.lists.values()
        yield self.footer

    @property
    def layout(self) -> Layout:
        return self._layout

    def on_mount(self) -> None:
        self.view.resize(mode_of(*self.app.size))
        self._show()
        self.set_timer(_VERIFY_AFTER, self.verify)

    @work(thread=True, exclusive=True, group="verify")
    def verify(self) -> None:
        """Reads the sources and checks anchors and quotations beside the running program."""
        story = self.desk.verify(self.story)
        self.app.call_from_thread(self._take, story)

    def _take(self, story: Story) -> None:
        """Draws the same briefing with what the check found."""
        changed = story.problems != self.story.problems
        self.story = self.footer.story = story
        for rows in (*self.lists.values(), *self.further.values()):
            if changed or rows.pane is PROBLEMS:
                rows.fill(rows.pane, story, self._rows(rows))
            else:
                rows.story = story
        if self.reader is not None:
            self.reader.update_story(story)
        self.header.refresh()
        self._speak()

    def _rows(self, rows: RowList) -> list[Row] | None:
        if rows.pane.id == "timeline":
            return timeline.rows(self.story, oldest_first=self.oldest_first)
        return None

    @property
    def current(self) -> RowList | Reader:
        """The list or the reader that has the focus."""
        focus = self.view.focus
        if focus == READER and self.reader is not None:
            return self.reader
        return self.lists.get(focus) or self.further[focus]

    @property
    def here(self) -> tuple[str, tuple[Place, ...]]:
        """Where the focus is, in words and as places of the table of commands."""
        current = self.current
        if current is self.reader:
            return "an open source", ("reader",)
        assert isinstance(current, RowList)
        if current.pane is PROBLEMS:
            return current.pane.title, ("problems",)
        return current.pane.title, ("list", "timeline") if current.pane.id == "timeline" else ("list",)

    def lay_out(self, size: Size) -> dict[Widget, Box]:
        """Returns the boxes of the widgets that are shown on a screen of `size`."""
        view = self.view
        self.view.resize(mode_of(size.width, size.height))
        lines = len(self._header_lines(size.width - 2, size.height))
        side = view.side
        if view.mode == "stack" and side and not view.in_side:
            side = None
        shown = None if view.zoomed and not view.in_side else side
        if view.mode == "tabs" and not view.in_side:
            shown = None
        need = lambda name, width, limit: self.lists[name].need(width, limit)  # noqa: E731
        self.plan = plan((size.width, size.height), lines, list(self.lists), view.main, shown, view.zoomed, need)
        found: dict[Widget, Box] = {}
        widgets: dict[str, Widget] = {"header": self.header, "footer": self.footer, **self.lists}
        if side:
            widget = self.reader if side == READER else self.further.get(side)
            if widget is not None:
                widgets["side"] = widget
        for name, box in self.plan.boxes.items():
            found[widgets[name]] = box
        for name, rows in self.lists.items():
            rows.set_manner(
                peeking=name in self.plan.peeking,
                tabbed=view.mode == "tabs" and not view.zoomed,
                behind=view.in_side and view.side == READER and name == view.main and len(view.sides) == 1,
            )
        for name, rows in self.further.items():
            rows.set_manner(
                peeking=False, tabbed=view.mode == "tabs" and not view.zoomed and name != PROBLEMS.id, behind=False
            )
        if self.plan.mode == "small":
            found = {self.header: Box(0, 0, size.width, size.height)}
        return found

    def _header_lines(self, width: int, height: int | None = None) -> Block:
        size = self.app.size
        mode = mode_of(size.width, size.height) if height is None else mode_of(width + 2, height)
        if mode == "small":
            words = f"briefing needs {SMALLEST[0]}×{SMALLEST[1]}; this is {size.width}×{size.height}"
            return flow([Span(self.story.glyphs.show(words), "text")], max(1, width), None, self.story.measure)
        view = self.view
        if mode == "tabs" and view.focus == READER and self.reader is not None and not view.zoomed:
            return [self._reader_head()]
        beside = bool(view.in_side and view.side)
        rows = size.height if height is None else height
        return header(self.story, mode, view.focus, width, rows, zoomed=view.zoomed, beside=beside)

    def _reader_head(self) -> tuple[Span, ...]:
        assert self.reader is not None
        item = self.reader.item
        star = [Span(f"{self.story.glyphs.key} ", "open")] if getattr(item, "key", False) else []
        head = self.story.show(hints.item_head(self.story, item))
        return (*star, Span(head, "text bold"))

    def _show(self) -> None:
        """Brings what is mounted, focused and spoken in line with the view."""
        side = self.view.side
        if side and side != READER and side not in self.further:
            self.further[side] = RowList(PANES[side], self.story, self.inks, name=side)
            self.mount(self.further[side], before=self.footer)
        self.header.refresh(layout=True)
        self.set_focus(self.current, scroll_visible=False)
        self._speak()

    def _speak(self, message: str = "") -> None:
        current = self.current
        view = self.view
        if not isinstance(current, RowList):
            came_from = view.sides[-2] if len(view.sides) > 1 else view.main
            rows = self.lists.get(came_from) or self.further[came_from]
            spoken = rows.pane.speak(self.story, rows.selected) if rows.selected else ""
            self.footer.tell(hints.in_reader(view, len(current.passages), came_from), spoken, message)
            return
        row = current.selected
        spoken = current.pane.speak(self.story, row) if row else ""
        self.footer.tell(hints.in_list(self.story, view, current.pane, row), spoken, message)

    def on_row_list_moved(self, message: RowList.Moved) -> None:
        message.stop()
        if message.rows.has_focus:
            self._take_focus(message.rows)
            self._speak()

    def _take_focus(self, rows: RowList) -> None:
        """Follows a focus that a click moved."""
        if self.current is not rows:
            if rows.pane.id in self.lists:
                self.view.main, self.view.in_side = rows.pane.id, False
            else:
                self.view.in_side = True
            self.header.refresh(layout=True)

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        message.stop()
        self.action_open()

    def on_reader_moved(self, message: Reader.Moved) -> None:
        message.stop()
        self.view.in_side = True
        self._speak(message.note)

    def action_open(self) -> None:
        current = self.current
        if not isinstance(current, RowList) or current.selected is None:
            return
        value = current.selected.value
        if isinstance(value, Problem):
            self._go_to_problem(value)
            return
        articles = self.desk.read_sources()
        if not isinstance(value, Item):
            self._speak(f"No passage: {current.pane.speak(self.story, current.selected)} stands in the file itself")
            return
        found = passages_of(self.story.briefing, value, articles)
        from briefing.tui.rows.passage import details

        if not found and not details(self.story, value):
            self._speak(f"No passage: this {current.pane.noun} has no source")
            return
        if not self.story.articles:
            self.story = self.story.with_check(self.story.problems, articles)
        if self.reader is None:
            # Only now: the reader brings the search for passages with it, which no start has to wait for.
            from briefing.tui.widgets.reader import Reader

            self.reader = Reader(self.story, self.inks, name=READER)
            self.mount(self.reader, before=self.footer)
        self.view.open_source()
        self.reader.show(self.story, value, found)
        self._show()

    def _go_to_problem(self, problem: Problem) -> None:
        """Selects the item that a problem stands in."""
        found = locate(self.story, problem)
        if found is None:
            self._speak(f"This stands at line {problem.where.line} of the file, in no item")
            return
        pane, row = found
        self._pane(pane.id)
        if isinstance(self.current, RowList):
            self.current.choose(row)

    def action_back(self) -> None:
        if self.view.back():
            self._show()
        elif len(self.app.screen_stack) > 1:
            self.app.pop_screen()

    def _pane(self, pane: str) -> None:
        self.view.open_pane(pane)
        self._show()

    def action_problems(self) -> None:
        self._pane(PROBLEMS.id)

    def action_pane_next(self) -> None:
        self.view.next_pane(1)
        self._show()

    def action_pane_previous(self) -> None:
        self.view.next_pane(-1)
        self._show()

    def action_pane_left(self) -> None:
        self.view.beside(-1)
        self._show()

    def action_pane_right(self) -> None:
        self.view.beside(1)
        self._show()

    def action_pane(self, number: int) -> None:
        """Focuses the pane of a number."""
        self._pane(next(pane.id for pane in PANES.values() if pane.number == number))

    def action_zoom(self) -> None:
        self.view.zoomed = not self.view.zoomed
        self._show()

    def action_timeline_turn(self) -> None:
        rows = self.lists["timeline"]
        if self.current is not rows:
            self._speak("r is for the timeline; 3 goes there")
            return
        self.oldest_first = not self.oldest_first
        rows.fill(rows.pane, self.story, self._rows(rows))
        self._speak("Oldest first" if self.oldest_first else "Newest first")
