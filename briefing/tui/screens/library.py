"""The list of briefings of a folder: found by typing, sorted by a key, opened, and leafed through."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic

from textual import work
from textual.app import ComposeResult
from textual.geometry import Size
from textual.layout import Layout
from textual.screen import Screen
from textual.widget import Widget

from briefing.document.store import Unreadable
from briefing.library.order import ORDERS, matching, ordered, words_for
from briefing.library.summary import Summary, summarise
from briefing.model import Briefing, LineMap
from briefing.state.keeper import Keeper
from briefing.text import Measure
from briefing.tui.arrange import SMALLEST, Box, mode_of
from briefing.tui.glyphs import Glyphs
from briefing.tui.hints import HELP
from briefing.tui.ink import Inks
from briefing.tui.keys import bindings
from briefing.tui.lines import Block, Span, blank, flow, spread, width_of
from briefing.tui.placed import Placed
from briefing.tui.rows import Pane, Row, library
from briefing.tui.screens.dashboard import Dashboard
from briefing.tui.story import Story, tell
from briefing.tui.surroundings import Surroundings
from briefing.tui.widgets.bars import Footer, Header, Hints
from briefing.tui.widgets.prompt import Prompt
from briefing.tui.widgets.rowlist import RowList

_DELIVER_EVERY = 0.1
"""Seconds between two deliveries of summaries: a list of 2,000 is drawn 30 times, not 2,000 times."""
_ROOMY = 30
_TYPING: Hints = [("enter", "keep"), ("esc", "clear")]


class Library(Screen[None], inherit_bindings=False):
    """Lists briefings with what is open, drafted, wrong and due in each; summaries come in while it is shown."""

    BINDINGS = bindings("library", "everywhere")
    ALLOW_SELECT = False
    AUTO_FOCUS = None

    def __init__(
        self,
        files: Sequence[Path],
        folder: Path | None,
        glyphs: Glyphs,
        measure: Measure,
        inks: Inks,
        dashboard: Callable[[Path], Dashboard],
        keeper: Keeper | None = None,
    ) -> None:
        super().__init__()
        self.files = files
        self.folder = folder
        self.dashboard = dashboard
        self.keeper = keeper if keeper is not None else Keeper(None)
        self.summaries: dict[Path, Summary] = {path: Summary(path, path.stem) for path in files}
        self.order = ORDERS[0]
        self.words = ""
        self.wanted: Path | None = None
        self.story = tell(Briefing(title="", lines=LineMap(""), marks={}), (), glyphs, measure)
        self.header = Header(inks, self._header_lines, name="header")
        self.list = RowList(self._pane(), self.story, inks, name="library")
        self.footer = Footer(self.story, inks, name="footer")
        self.prompt = Prompt(self.story, inks, name="prompt")
        self.styles.background = inks.ground
        self._layout = Placed(self.lay_out)
        self._shown: Path | None = None
        self.surroundings = Surroundings()

    def _pane(self) -> Pane:
        return Pane(
            "", "library", f"By {words_for(self.order)}", "Library", "briefing", self._rows,
            library.draw, library.peek, library.speak, self._empty, library.heads,
        )  # fmt: skip

    def _rows(self, story: Story) -> list[Row]:
        return library.rows(ordered(matching(self.summaries.values(), self.words), self.order))

    def _empty(self, story: Story) -> str:
        return library.nothing_matches(self.words) if self.files else library.empty(story)

    @property
    def layout(self) -> Layout:
        return self._layout

    @property
    def current(self) -> RowList:
        """What the screen is about, whatever has the keys."""
        return self.list

    def lay_out(self, size: Size) -> dict[Widget, Box]:
        """Returns the boxes of header, list and footer, or prompt, on a screen of `size`."""
        width, height = size
        if mode_of(width, height) == "small":
            return {self.header: Box(0, 0, width, height)}
        top = 2 if height >= _ROOMY else 1
        foot = self.prompt if self.prompt.has_focus else self.footer
        return {
            self.header: Box(1, 0, width - 2, top),
            self.list: Box(1, top, width - 2, height - top - 1),
            foot: Box(0, height - 1, width, 1),
        }

    def compose(self) -> ComposeResult:
        yield self.header
        yield self.list
        yield self.footer
        yield self.prompt

    def on_mount(self) -> None:
        self.set_focus(self.list)
        self.footer.message, self.keeper.note = self.keeper.note, ""
        self.summarise()

    def on_screen_resume(self) -> None:
        """Comes back from a briefing, which may not be the one that was opened: its row is selected."""
        self.set_focus(self.list)
        self._fill()

    @work(thread=True, exclusive=True, group="summarise")
    def summarise(self) -> None:
        """Loads every briefing for its line in the list beside the running program, the one opened last first."""
        last = (
            next((path for path in self.files if self.keeper.is_last(path)), None) if self.keeper.memory.last else None
        )
        if last is not None:
            self.app.call_from_thread(self._begin_at, last)
        batch: list[Summary] = []
        delivered = monotonic()
        for path in self.files:
            batch.append(summarise(path))
            if monotonic() - delivered >= _DELIVER_EVERY:
                self.app.call_from_thread(self._take, batch)
                batch, delivered = [], monotonic()
        self.app.call_from_thread(self._take, batch)

    def _begin_at(self, path: Path) -> None:
        if self.wanted is None:
            self.wanted = path
            self._fill()

    def _take(self, batch: list[Summary]) -> None:
        self.summaries.update((summary.path, summary) for summary in batch)
        self._fill()

    def _fill(self) -> None:
        """Shows the rows anew. The selection stays on the file that the reader chose; until one is, on the first."""
        self.list.fill(self._pane(), self.story)
        rows = self.list.window.rows
        row = next((row for row in rows if row.value.path == self.wanted), rows[0] if rows else None)
        if row is not None:
            self.list.choose(row)
        self._shown = row.value.path if row is not None else None
        self.header.refresh()
        self.speak()

    def _header_lines(self, width: int) -> Block:
        if mode_of(*self.app.size) == "small":
            words = f"briefing needs {SMALLEST[0]}×{SMALLEST[1]}; this is {self.app.size.width}×{self.app.size.height}"
            return flow([Span(self.story.glyphs.show(words), "text")], max(1, width), None, self.story.measure)
        opened = sum(summary.unsettled for summary in self.summaries.values())
        number, shown = len(self.files), len(self.list.window.rows)
        some = f"{shown} of " if self.words else ""
        right = [Span(f"{some}{number} briefing{'s' if number != 1 else ''}", "text2")]
        if opened:
            right += [blank(3), Span(f"{self.story.glyphs.open} {opened}", "open bold"), Span(" open", "open")]
        left = [Span("Library", "text bold")]
        place = Span(self.story.show(self._place()), "text2")
        if width_of((*left, place, *right), self.story.measure) + 5 <= width:
            left += [blank(2), place]
        return [spread(tuple(left), tuple(right), width, self.story.measure)]

    def _place(self) -> str:
        if self.folder is None:
            return ""
        return str(self.folder if str(self.folder) != "." else Path.cwd().name)

    def before_key(self) -> None:
        """Forgets the message in the footer: it stays until the next key."""
        self.footer.message = ""

    def speak(self, message: str = "") -> None:
        """Says what can be done here and what is selected; a message stays until the next key."""
        row = self.list.selected
        spoken = library.speak(self.story, row) if row else ""
        clear = [("back", "clear filter")] if self.words else []
        hints: Hints = [("open.briefing", "open"), *clear, ("library.filter", "filter"), ("library.sort", "sort"), HELP]
        self.footer.tell(hints, spoken, message or self.footer.message)

    def on_row_list_moved(self, message: RowList.Moved) -> None:
        message.stop()
        row = self.list.selected
        if row is not None and row.value.path != self._shown:
            self.wanted = self._shown = row.value.path
        self.speak()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        message.stop()
        self.action_open_briefing()

    def action_open_briefing(self) -> None:
        row = self.list.selected
        if row is None:
            return
        self.wanted = row.value.path
        try:
            self.app.push_screen(self._taken(row.value.path))
        except Unreadable as error:
            self.speak(f"{row.value.path.name} was not opened: {error.problem.message}")

    def action_edit(self) -> None:
        row = self.list.selected
        if row is not None:
            self._open_in_editor(row.value.path)

    @work(group="edit")
    async def _open_in_editor(self, path: Path) -> None:
        """Opens a file at its first line; its line in the list is made anew when the editor is done."""
        from briefing.tui.opening import TOP, open_at, report

        self.wanted = path
        outcome = await open_at(self.app, self.surroundings, path, TOP)
        self._take([summarise(path)])
        report(self, outcome)

    def _taken(self, path: Path) -> Dashboard:
        dashboard = self.dashboard(path)
        dashboard.shelf = self
        return dashboard

    def leaf(self, path: Path, step: int) -> str:
        """Opens the briefing that stands `step` places further in the list; those that can't be read are passed over.

        Returns why there is none, else nothing.
        """
        paths = [row.value.path for row in self.list.window.rows]
        at = paths.index(path) + step if path in paths else 0
        while 0 <= at < len(paths):
            try:
                dashboard = self._taken(paths[at])
            except Unreadable:
                at += step
                continue
            self.wanted = paths[at]
            self.app.switch_screen(dashboard)
            return ""
        return "This is the last briefing of the list" if step > 0 else "This is the first briefing of the list"

    def action_library_sort(self) -> None:
        row = self.list.selected
        self.wanted = row.value.path if row is not None else None
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        self._fill()
        self.speak(f"By {words_for(self.order)}")

    def action_library_filter(self) -> None:
        self.prompt.start("/", self.words, _TYPING)
        self.set_focus(self.prompt, scroll_visible=False)
        self.header.refresh(layout=True)

    def on_prompt_changed(self, message: Prompt.Changed) -> None:
        message.stop()
        self._narrow(message.text)

    def on_prompt_stepped(self, message: Prompt.Stepped) -> None:
        message.stop()
        self.list.by_steps(message.step)

    def on_prompt_done(self, message: Prompt.Done) -> None:
        message.stop()
        self.set_focus(self.list, scroll_visible=False)
        self._narrow(message.text if message.kept else "")
        self.header.refresh(layout=True)

    def _narrow(self, words: str) -> None:
        self.words = words.strip()
        self._fill()
        self.prompt.tell((Span(f"{len(self.list.window.rows)} of {len(self.files)}", "text2"),))

    def action_back(self) -> None:
        if self.words:
            self._narrow("")
