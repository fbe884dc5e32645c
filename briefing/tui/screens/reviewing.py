"""What a change will do, over the foot of the dashboard: read first, then enter or esc."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.geometry import Size
from textual.strip import Strip

from briefing.tui.arrange import Box
from briefing.tui.changing.drawing import title
from briefing.tui.ink import Inks
from briefing.tui.lines import Block, blank, cut
from briefing.tui.screens.overlay import Overlay
from briefing.tui.story import Story
from briefing.tui.widgets.bars import Hints, fit_hints
from briefing.tui.widgets.painted import Painted

_FRAME = 3
"""Lines of a panel that are not its text: title, a blank line, keys."""
_LEAST_ABOVE = 3


class ReviewPanel(Painted, can_focus=True):
    """Draws lines under a title, scrolled from line `top`. `lines` makes them for a width."""

    def __init__(self, question: str, lines: Callable[[int], Block], hints: Hints, story: Story, inks: Inks) -> None:
        super().__init__(inks, name="review")
        self.question, self.lines, self.hints, self.story = question, lines, hints, story
        self.top = 0

    def scroll_by(self, lines: int) -> None:
        """Scrolls as far as there is something below or above."""
        room = self.size.height - _FRAME
        self.top = max(0, min(self.top + lines, len(self.lines(self.size.width - 6)) - room))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width, height = self.size
        story = self.story
        if y == 0:
            return self.paint(title(self.question, story, width), "surface")
        if y == height - 1:
            lines = self.lines(width - 6)
            below = len(lines) - self.top - (height - _FRAME)
            hints = [*self.hints, *([("↓", f"{below} more")] if below > 0 else [])]
            return self.paint((blank(3), *fit_hints(hints, width - 6, story)), "surface")
        if y == height - 2:
            return self.paint((), "surface")
        lines = self.lines(width - 6)
        index = self.top + y - 1
        line = lines[index] if index < len(lines) else ()
        return self.paint((blank(3), *cut(line, width - 6, story.measure, story.glyphs.more)), "surface")


class Review(Overlay[bool]):
    """Shows what a change will do; gives back whether it is to be done."""

    def __init__(
        self, question: str, lines: Callable[[int], Block], story: Story, inks: Inks, does: str, leaves: str = "leave"
    ) -> None:
        """`does` and `leaves` say what enter and esc do."""
        self.panel = ReviewPanel(question, lines, [("enter", does), ("esc", leaves)], story, inks)
        super().__init__(self.panel)

    def box(self, size: Size) -> Box:
        """Returns the foot of the screen, as high as what is to be read."""
        most = max(size.height - _LEAST_ABOVE, min(size.height, _FRAME + 3))
        height = min(most, len(self.panel.lines(size.width - 6)) + _FRAME)
        return Box(0, size.height - height, size.width, height)

    def pressed(self, event: events.Key) -> None:
        """Scrolls, agrees or leaves."""
        panel = self.panel
        match event.key:
            case "enter":
                self.dismiss(True)
            case "escape" | "ctrl+c" | "q":
                self.dismiss(False)
            case "down" | "j" | "up" | "k":
                panel.scroll_by(1 if event.key in ("down", "j") else -1)
            case "pagedown" | "ctrl+d" | "space" | "pageup" | "ctrl+u":
                half = max(1, panel.size.height // 2)
                panel.scroll_by(-half if event.key in ("pageup", "ctrl+u") else half)
            case _:
                pass
