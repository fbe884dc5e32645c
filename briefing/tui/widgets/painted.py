"""What every widget of the dashboard is: something that draws itself line by line in the inks of the theme."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from textual.geometry import Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget

from briefing.tui.ink import Inks
from briefing.tui.lines import Line

if TYPE_CHECKING:
    from textual.screen import Screen


class Painted(Widget):
    """A widget of painted lines. While `dimmed` it is drawn as what lies behind an overlay."""

    ALLOW_SELECT = False
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)
    """As textual's, which paints a widget of another size a second time, after the layout has painted it."""

    def __init__(self, inks: Inks, *, name: str) -> None:
        super().__init__(name=name)
        self.inks = inks
        self.dimmed = False

    def forget_painted(self) -> None:
        """Lets the widget be drawn anew when the screen is next painted, without wanting to be painted itself: for
        what something else paints in any case."""
        self._set_dirty()
        self._repaint_regions.clear()
        self._repaint_required = False

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


def darken(widgets: Iterable[Widget]) -> None:
    """Dims what lies behind an overlay that is about to come: the whole screen is painted with it in any case."""
    for widget in widgets:
        if isinstance(widget, Painted):
            widget.dimmed = True
            widget.forget_painted()


def renew(screens: Iterable[Screen[Any]], ground: str) -> None:
    """Paints whole screens anew, those that are not over others on another ground; nothing of them is painted a second
    time because the ground makes widgets want it."""
    for screen in screens:
        if not screen.is_modal:
            screen.styles.background = ground
        for widget in screen.children:
            if isinstance(widget, Painted):
                widget.forget_painted()
        screen.refresh()


def brighten(widgets: Iterable[Widget]) -> None:
    """Brings back what lies behind an overlay that is about to go: the whole screen is then painted in any case, and
    nothing has to be painted before or after it."""
    for widget in widgets:
        if isinstance(widget, Painted):
            widget.dimmed = False
            widget.forget_painted()
