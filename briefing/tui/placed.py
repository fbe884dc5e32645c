"""The one layout of the screens: every child stands in the box that its screen gives it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

from briefing.tui.arrange import Box


class Placed(Layout):
    """Places children in the boxes that `place` returns for a size of the screen; a child without one is not shown."""

    name = "placed"

    def __init__(self, place: Callable[[Size], Mapping[Widget, Box]]) -> None:
        self._place = place

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:
        boxes = self._place(size)
        return [
            WidgetPlacement(Region(*boxes[child]), NULL_OFFSET, NULL_SPACING, child)
            for child in children
            if child in boxes
        ]
