"""The list of briefings of a folder, to choose one from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.geometry import Size
from textual.layout import Layout
from textual.screen import Screen
from textual.widget import Widget

from briefing.document.store import Unreadable
from briefing.library.summary import Summary, summarise
from briefing.model import Briefing, LineMap
from briefing.text import Measure
from briefing.tui.arrange import SMALLEST, Box, mode_of
from briefing.tui.glyphs import Glyphs
from briefing.tui.hints import HELP
from briefing.tui.ink import Inks
from briefing.tui.keys import bindings
from briefing.tui.lines import Block, Span, blank, flow, spread
from briefing.tui.placed import Placed
from briefing.tui.rows import Pane, library
from briefing.tui.screens.dashboard import Dashboard
from briefing.tui.story import tell
from briefing.tui.widgets.bars import Footer, Header
from briefing.tui.widgets.rowlist import RowList

_HEADER = 2
_BATCH = 20


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
    ) -> None:
        super().__init__()
        self.files = files
        self.folder = folder
        self.dashboard = dashboard
        self.summaries: dict[Path, Summary] = {path: Summary(path, path.stem) for path in files}
        self.story = tell(Briefing(title="", lines=LineMap(""), marks={}), (), glyphs, measure)
        pane = Pane(
            0, "library", "By as-of date", "Library", "briefing",
            lambda story: library.rows(list(self.summaries.values())),
            library.draw, library.peek, library.speak, library.empty, library.heads,
        )  # fmt: skip
        self.header = Header(inks, self._header_lines, name="header")
        self.list = RowList(pane, self.story, inks, name="library")
        self.list.numbered = False
        self.footer = Footer(self.story, inks, name="footer")
        self.styles.background = inks.ground
        self._layout = Placed(self.lay_out)

    @property
    def layout(self) -> Layout:
        return self._layout

    def lay_out(self, size: Size) -> dict[Widget, Box]:
        """Returns the boxes of header, list and footer on a screen of `size`."""
        width, height = size
        if mode_of(width, height) == "small":
            return {self.header: Box(0, 0, width, height)}
        return {
            self.header: Box(1, 0, width - 2, _HEADER),
            self.list: Box(1, _HEADER, width - 2, height - _HEADER - 1),
            self.footer: Box(0, height - 1, width, 1),
        }

    def compose(self) -> ComposeResult:
        yield self.header
        yield self.list
        yield self.footer

    def on_mount(self) -> None:
        self.set_focus(self.list)
        self.summarise()

    def on_screen_resume(self) -> None:
        self.set_focus(self.list)
        self._speak()

    @work(thread=True, exclusive=True, group="summarise")
    def summarise(self) -> None:
        """Loads every briefing for its line in the list, a batch at a time, beside the running program."""
        batch: list[Summary] = []
        for path in self.files:
            batch.append(summarise(path))
            if len(batch) == _BATCH:
                self.app.call_from_thread(self._take, batch)
                batch = []
        self.app.call_from_thread(self._take, batch)

    def _take(self, batch: list[Summary]) -> None:
        selected = self.list.selected
        at = selected.value.path if selected else None
        self.summaries.update((summary.path, summary) for summary in batch)
        self.list.fill(self.list.pane, self.story)
        row = next((row for row in self.list.window.rows if row.value.path == at), None)
        if row is not None:
            self.list.choose(row)
        self.header.refresh()
        self._speak()

    def _header_lines(self, width: int) -> Block:
        if mode_of(*self.app.size) == "small":
            words = f"briefing needs {SMALLEST[0]}×{SMALLEST[1]}; this is {self.app.size.width}×{self.app.size.height}"
            return flow([Span(self.story.glyphs.show(words), "text")], max(1, width), None, self.story.measure)
        opened = sum(summary.unsettled for summary in self.summaries.values())
        number = len(self.files)
        left = (Span("Library", "text bold"), blank(2), Span(self.story.show(self._place()), "text2"))
        right = [Span(f"{number} briefing{'s' if number != 1 else ''}", "text2")]
        if opened:
            right += [blank(3), Span(f"{self.story.glyphs.open} {opened}", "open bold"), Span(" open", "open")]
        return [spread(left, tuple(right), width, self.story.measure)]

    def _place(self) -> str:
        if self.folder is None:
            return ""
        return str(self.folder if str(self.folder) != "." else Path.cwd().name)

    def _speak(self, message: str = "") -> None:
        row = self.list.selected
        spoken = library.speak(self.story, row) if row else ""
        self.footer.tell([("enter", "open"), HELP, ("q", "quit")], spoken, message)

    def on_row_list_moved(self, message: RowList.Moved) -> None:
        message.stop()
        self._speak()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        message.stop()
        self.action_open()

    def action_open(self) -> None:
        row = self.list.selected
        if row is None:
            return
        try:
            self.app.push_screen(self.dashboard(row.value.path))
        except Unreadable as error:
            self._speak(error.problem.message)

    def action_back(self) -> None:
        self._speak()
