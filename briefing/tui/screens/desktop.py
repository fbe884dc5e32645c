"""The desktop under the dashboard: panes, header, footer, and what is open beside them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Self, cast

from textual import work
from textual.app import ComposeResult
from textual.geometry import Offset, Region, Size
from textual.layout import Layout
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from briefing.commands import Place
from briefing.model import Item
from briefing.tui import hints
from briefing.tui.arrange import Box, Plan, mode_of
from briefing.tui.desk import Desk, passages_of
from briefing.tui.ink import Inks
from briefing.tui.keys import bindings
from briefing.tui.lens import CLEAR, Lens
from briefing.tui.panes import MAIN, PANES, PROBLEMS
from briefing.tui.placed import Placed
from briefing.tui.rows import Pane, Row, timeline
from briefing.tui.rows.periods import Manner
from briefing.tui.screens.placing import header_lines, stand
from briefing.tui.story import Story
from briefing.tui.surroundings import Surroundings
from briefing.tui.view import READER, View
from briefing.tui.widgets.bars import Footer, Header
from briefing.tui.widgets.rowlist import RowList

if TYPE_CHECKING:
    from briefing.problems import Problem
    from briefing.state.keeper import Keeper
    from briefing.tui.haystack import Haystack, Straw
    from briefing.tui.host import Host
    from briefing.tui.query import Query
    from briefing.tui.screens.places import Where
    from briefing.tui.widgets.banner import Banner
    from briefing.tui.widgets.prompt import Prompt
    from briefing.tui.widgets.reader import Reader

_VERIFY_AFTER = 0.1
"""Seconds after which the sources are read and checked: once the first screen has gone out."""


class Desktop(Screen[None], inherit_bindings=False):
    """A briefing on the screen: what is shown where, and what the footer says. What keys do is in its subclasses.

    `broken` is the problem to go to while the file can't be read; None while it can.
    """

    BINDINGS = bindings("list", "timeline", "reader", "problems", "briefing", "everywhere")
    ALLOW_SELECT = False
    AUTO_FOCUS = None
    surroundings = Surroundings()
    keeper: Keeper | None = None
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """As textual's, which paints the whole screen anew when the focus moves; lists paint themselves."""

    def __init__(self, desk: Desk, story: Story, inks: Inks) -> None:
        super().__init__()
        self.desk = desk
        self.story = story
        self.inks = inks
        self.view = View()
        self.manner = Manner()
        self.plan: Plan | None = None
        self.shown: frozenset[Widget] = frozenset()
        self.header = Header(inks, partial(header_lines, self), name="header")
        self.footer = Footer(story, inks, name="footer")
        self.lists = {pane.id: RowList(pane, story, inks, name=pane.id) for pane in MAIN}
        self.further: dict[str, RowList] = {}
        self.reader: Reader | None = None
        self.prompt: Prompt | None = None
        self.banner: Banner | None = None
        self.broken: Problem | None = None
        self.lens = CLEAR
        self.occasional: dict[str, Pane] = {}
        self.behind: list[Where] = []
        self.ahead: list[Where] = []
        self.asked: Query | None = None
        self.found: list[Straw] = []
        self.at = 0
        self.gathered: Haystack | None = None
        self._layout = Placed(self.lay_out)
        self.styles.background = inks.ground

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """As textual's, which paints the whole screen anew when something is mounted; what then stands elsewhere is
        painted in any case."""
        return super().refresh(*regions, repaint=repaint and not layout, layout=layout, recompose=recompose)

    @property
    def host(self) -> Host:
        """The app, as far as the screens know it."""
        return cast("Host", self.app)

    def compose(self) -> ComposeResult:
        yield self.header
        yield from self.lists.values()
        yield self.footer

    @property
    def layout(self) -> Layout:
        return self._layout

    def on_mount(self) -> None:
        self.footer.plain = self.host.plain
        self.view.begin(mode_of(*self.app.size))
        self.show()
        self.set_timer(_VERIFY_AFTER, self.verify)

    @work(thread=True, exclusive=True, group="verify")
    def verify(self) -> None:
        """Reads the sources and checks anchors and quotations beside the running program."""
        from briefing.tui.uncollected import uncollected

        with uncollected():
            self._prepare()
            story = self.desk.verify(self.story)
        self.app.call_from_thread(self._take, story)

    def _prepare(self) -> None:
        """Gathers what a brush and a search look through, so that the first of them need not."""
        from briefing.tui.haystack import gathered

        self.gathered = gathered(self.story, self.manner)
        for rows in self.lists.values():
            rows.sheet.prepare()

    def _take(self, story: Story) -> None:
        """Draws the same briefing with what the check found; nothing when another one was loaded meanwhile."""
        if story.briefing is not self.story.briefing:
            return
        story = story.with_news(self.story.news)
        if self.banner is not None:
            story = story.with_problems(self.story.problems)
        changed = story.problems != self.story.problems
        self.story = self.footer.story = story
        for rows in (*self.lists.values(), *self.further.values()):
            if rows.pane is PROBLEMS:
                rows.fill(rows.pane, story)
            elif changed:
                rows.fill(rows.pane, story, rows.every_row)
            else:
                rows.story = story
        if self.reader is not None:
            self.reader.update_story(story)
        self.header.refresh()
        self.speak()

    def rows_of(self, rows: RowList) -> list[Row] | None:
        if rows.pane.id == "timeline":
            return timeline.rows(self.story, self.manner)
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
            return "an open source", ("reader", "briefing")
        assert isinstance(current, RowList)
        if current.pane is PROBLEMS:
            return current.pane.title, ("problems", "briefing")
        return current.pane.title, ("list", "timeline", "briefing") if current.pane.id == "timeline" else (
            "list",
            "briefing",
        )

    def lay_out(self, size: Size) -> dict[Widget, Box]:
        """Returns the boxes of the widgets that are shown on a screen of `size`."""
        self.plan, found = stand(self, size)
        self.shown = frozenset(found)
        return found

    def show(self) -> None:
        """Brings what is mounted, focused and spoken in line with the view."""
        side = self.view.side
        if side and side != READER and side not in self.further:
            rows = self.further[side] = RowList(self._pane_of(side), self.story, self.inks, name=side)
            rows.look(self.lens)
            self.mount(rows, before=self.footer)
        self.header.refresh(layout=True)
        if self.prompt is None or not self.prompt.has_focus:
            self.set_focus(self.current, scroll_visible=False)
        self.speak()

    def _pane_of(self, pane: str) -> Pane:
        return self.occasional.get(pane) or PANES[pane]

    @property
    def searched(self) -> str:
        """The search whose hits are lit and the one that it stands on, as the footer says them; mostly nothing."""
        return f"/{self.asked.text}   {self.at + 1} of {len(self.found)}" if self.asked and self.found else ""

    def read(self, item: Item, passage: int = 0) -> None:
        """Opens the source of an item at one of its passages."""
        articles = self.desk.read_sources()
        if not self.story.articles:
            self.story = self.story.with_check(self.story.problems, articles)
        if self.reader is None:
            # Only now: the reader brings the search for passages with it, which no start has to wait for.
            from briefing.tui.widgets.reader import Reader

            self.reader = Reader(self.story, self.inks, name=READER)
            self.mount(self.reader, before=self.footer)
        self.view.open_source()
        self.reader.show(self.story, item, passages_of(self.story.briefing, item, articles), passage)

    def look(self, lens: Lens) -> None:
        """Draws every list as a brush and a search want it."""
        self.lens = lens
        for rows in (*self.lists.values(), *self.further.values()):
            rows.look(lens)
        self.header.refresh()

    def point(self) -> None:
        """Puts the terminal's cursor, which is shown in plain mode, on the line that has the focus."""
        current = self.current
        line = current.line_of_focus
        self.app.cursor_position = current.region.offset + Offset(0, line)

    def before_key(self) -> None:
        """Forgets the message in the footer: it stays until the next key, whatever moves meanwhile."""
        if self.footer.message:
            self.footer.message = ""
            self.footer.refresh()

    def leave(self, go: Callable[[], object]) -> None:
        """Leaves the briefing by `go`; a part that has something to finish waits for that."""
        go()

    def speak(self, message: str = "") -> None:
        """Says what can be done here and what is selected; a message, once given, stays until the next key."""
        message = message or self.footer.message
        self.point()
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
        news = self.story.news.get(getattr(row.value, "offset", -1)) if row and self.story.news else None
        spoken = f"{news}, {spoken}" if news else spoken
        useful = hints.in_list(
            self.story, view, current.pane, row, found=bool(self.found), broken=self.banner is not None
        )
        self.footer.tell(useful, spoken, message, self.searched)

    def on_resize(self) -> None:
        before = self.view.mode
        self.view.resize(mode_of(*self.app.size))
        if self.view.mode != before:
            self.show()

    def on_row_list_moved(self, message: RowList.Moved) -> None:
        message.stop()
        if message.rows.has_focus:
            self._take_focus(message.rows)
            self.speak()

    def _take_focus(self, rows: RowList) -> None:
        """Follows a focus that a click moved."""
        if self.current is not rows:
            if rows.pane.id in self.lists:
                self.view.main, self.view.in_side = rows.pane.id, False
            else:
                self.view.in_side = True
            self.header.refresh(layout=True)

    def on_reader_moved(self, message: Reader.Moved) -> None:
        message.stop()
        self.view.in_side = True
        self.speak()
