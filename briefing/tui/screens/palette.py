"""The palette: commands and data by name, over the dashboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.geometry import Size
from textual.strip import Strip

from briefing.tui.arrange import Box
from briefing.tui.finder import Entry, find
from briefing.tui.ink import Inks
from briefing.tui.lines import Line, Span, blank, cut, spread, width_of
from briefing.tui.screens.overlay import Overlay
from briefing.tui.story import Story
from briefing.tui.widgets.painted import Painted

_WIDEST = 100
_MOST = 14
_KIND = 10
_LONGEST = 100


class Found(Painted, can_focus=True):
    """The line that is typed into, and what was found under it."""

    def __init__(self, every: Sequence[Entry], recent: Sequence[str], story: Story, inks: Inks) -> None:
        super().__init__(inks, name="palette")
        self.every, self.recent, self.story = every, recent, story
        self.words = ""
        self.found = find(every, "", recent)
        self.at = 0

    def look_for(self, words: str) -> None:
        """Shows what holds these words."""
        self.words = words[:_LONGEST]
        self.found, self.at = find(self.every, self.words, self.recent), 0
        self.refresh()

    def move(self, by: int) -> None:
        """Selects another entry, round the end."""
        if self.found:
            self.at = (self.at + by) % len(self.found)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        story, width = self.story, self.size.width
        measure = story.measure
        rows = self.size.height - 6
        top = max(0, min(self.at - rows // 2, len(self.found) - rows))
        line: Line = ()
        ground = "surface"
        if y == 1:
            left = (Span(": ", "focus bold"), Span(story.show(self.words), "text"), Span(" ", "bg@text"))
            right = (Span(f"{len(self.found)} of {len(self.every)}", "meta"),)
            line = spread(cut(left, width - 16, measure), right, width - 6, measure)
        elif 3 <= y < 3 + rows and top + y - 3 < len(self.found):
            index = top + y - 3
            if index == self.at:
                ground = "select"
            return self.paint(self._entry(self.found[index], width, selected=index == self.at), ground)
        elif y == 3 and not self.found:
            line = (Span("Nothing matches.", "meta"),)
        elif y == self.size.height - 2:
            hints = (("enter", "go"), ("↑ ↓", "choose"), ("esc", "close"))
            spans = [
                s
                for key, words in hints
                for s in (Span(story.glyphs.show(key), "focus bold"), Span(f" {words}   ", "meta"))
            ]
            line = tuple(spans)
        return self.paint((blank(3), *line), ground)

    def _entry(self, entry: Entry, width: int, *, selected: bool) -> Line:
        story = self.story
        mark = Span(story.glyphs.cursor if selected else " ", "focus")
        right: Line = (Span(story.show(entry.right), "meta"),) if width >= 60 else ()
        room = width - 6 - _KIND - width_of(right, story.measure) - 2
        words = cut((Span(story.show(entry.words), "text"),), max(1, room), story.measure, story.glyphs.more)
        left = (mark, blank(2), Span(f"{entry.kind:<{_KIND}}", "meta"), *words)
        return spread(left, right, width - 3, story.measure)


class Palette(Overlay["Entry | None"]):
    """Finds commands and data; gives back what was chosen."""

    def __init__(
        self,
        every: Sequence[Entry],
        recent: Sequence[str],
        story: Story,
        inks: Inks,
        theme: str,
        try_theme: Callable[[str], None],
    ) -> None:
        """`theme` is the one that is worn; `try_theme` shows another while its name is selected."""
        self.panel = Found(every, recent, story, inks)
        self._worn = self._shown = theme
        self._try_theme = try_theme
        self._left = False
        super().__init__(self.panel)

    def _preview(self) -> None:
        """Shows the theme that is selected, and the one that is worn again when none is."""
        panel = self.panel
        entry = panel.found[panel.at] if panel.found else None
        wanted = entry.target if entry is not None and entry.kind == "theme" else self._worn
        if wanted != self._shown:
            self._shown = wanted
            self._try_theme(wanted)

    def box(self, size: Size) -> Box:
        """Returns a place near the top, as wide as is good to read."""
        width = min(_WIDEST, size.width - (4 if size.width > 64 else 0))
        height = min(_MOST + 6, size.height - 2)
        return Box((size.width - width) // 2, max(0, min(5, size.height - height)), width, height)

    def pressed(self, event: events.Key) -> None:
        """Types, chooses or leaves; what is chosen is given back."""
        self._act(event)
        if not self._left:
            self._preview()

    def _leave(self, entry: Entry | None) -> None:
        self._left = True
        if self._shown != self._worn:
            self._try_theme(self._worn)
        self.dismiss(entry)

    def _act(self, event: events.Key) -> None:
        panel = self.panel
        match event.key:
            case "escape" if panel.words:
                panel.look_for("")
            case "escape" | "ctrl+p" | "ctrl+c":
                self._leave(None)
            case "enter":
                self._leave(panel.found[panel.at] if panel.found else None)
            case "down" | "up" | "tab" | "shift+tab" | "ctrl+n":
                panel.move(1 if event.key in ("down", "tab", "ctrl+n") else -1)
            case "pagedown" | "pageup":
                panel.move(_MOST if event.key == "pagedown" else -_MOST)
            case "backspace":
                panel.look_for(panel.words[:-1])
            case "ctrl+u":
                panel.look_for("")
            case _ if event.character and event.character.isprintable():
                panel.look_for(panel.words + event.character)

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        self.panel.look_for(self.panel.words + " ".join(event.text.split()))
