"""A form over the foot of the dashboard: what it asks for is typed or chosen there, the rest stays in view."""

from __future__ import annotations

from textual import events
from textual.geometry import Region, Size
from textual.strip import Strip

from briefing.tui.arrange import Box
from briefing.tui.changing.drawing import form_lines
from briefing.tui.changing.form import Form
from briefing.tui.ink import Inks
from briefing.tui.screens.overlay import Overlay
from briefing.tui.story import Story
from briefing.tui.widgets.painted import Painted

_LEAST_ABOVE = 3
"""Lines of the dashboard that stay in view above a form where there is any room for them."""


class FormPanel(Painted, can_focus=True):
    """Draws a form."""

    def __init__(self, form: Form, story: Story, inks: Inks) -> None:
        super().__init__(inks, name="form")
        self.form, self.story = form, story
        self.most = 0

    def render_lines(self, crop: Region) -> list[Strip]:
        self._lines = form_lines(self.form, self.story, self.size.width, self.most)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        return self.paint(self._lines[y] if y < len(self._lines) else (), "surface")


class Filling(Overlay[bool]):
    """Shows a form; gives back whether it was filled in. What was typed stays in the form either way."""

    def __init__(self, form: Form, story: Story, inks: Inks) -> None:
        self.panel = FormPanel(form, story, inks)
        super().__init__(self.panel)

    def box(self, size: Size) -> Box:
        """Returns the foot of the screen, as high as the form."""
        panel = self.panel
        panel.most = max(size.height - _LEAST_ABOVE, min(size.height, 8))
        height = min(size.height, len(form_lines(panel.form, panel.story, size.width, panel.most)))
        return Box(0, size.height - height, size.width, height)

    def pressed(self, event: events.Key) -> None:
        """Types, chooses, goes on, or leaves."""
        step = self.panel.form.press(event.key, event.character)
        self.panel.refresh()
        if step:
            self.dismiss(step == "saved")

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        self.panel.form.paste(event.text)
        self.panel.refresh()
