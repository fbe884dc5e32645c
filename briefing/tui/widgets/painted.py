"""What every widget of the dashboard is: something that draws itself line by line in the inks of the theme."""

from __future__ import annotations

from collections.abc import Iterable

from textual.strip import Strip
from textual.widget import Widget

from briefing.tui.ink import Inks
from briefing.tui.lines import Line


class Painted(Widget):
    """A widget of painted lines. While `dimmed` it is drawn as what lies behind an overlay."""

    ALLOW_SELECT = False

    def __init__(self, inks: Inks, *, name: str) -> None:
        super().__init__(name=name)
        self.inks = inks
        self.dimmed = False

    def paint(self, line: Line, ground: str = "bg") -> Strip:
        """Returns `line` as wide as the widget, on one ground."""
        ground = "bg" if self.dimmed else ground
        return self.inks.strip(line, self.size.width, ground, dimmed=self.dimmed)


def dim(widgets: Iterable[Widget], *, dimmed: bool) -> None:
    """Dims what lies behind an overlay, or brings it back."""
    for widget in widgets:
        if isinstance(widget, Painted) and widget.dimmed != dimmed:
            widget.dimmed = dimmed
            widget.refresh()


def brighten(widgets: Iterable[Widget]) -> None:
    """Brings back what lies behind an overlay that is about to go: the whole screen is then painted in any case, and
    nothing has to be painted before or after it."""
    for widget in widgets:
        if isinstance(widget, Painted):
            widget.dimmed = False
            widget._set_dirty()
