"""What moves under the movement keys and can be drawn over with the mouse: lists and sources alike."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from briefing.tui.ink import Inks
from briefing.tui.keys import moves
from briefing.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from briefing.tui.dragging import Cells, Seen
    from briefing.tui.story import Story


class Scrolling(Painted, can_focus=True):
    """A widget that the movement keys and the wheel act on while it has the focus."""

    BINDINGS = moves()
    WHEEL = 1
    story: Story

    @dataclass
    class Drawn(Message):
        """The mouse was drawn over words and let go."""

        widget: Scrolling

    def __init__(self, inks: Inks, *, name: str) -> None:
        super().__init__(inks, name=name)
        self._pressed: tuple[tuple[int, int], Hashable] | None = None
        self._drawn: tuple[Cells, Hashable] | None = None

    @abstractmethod
    def by_steps(self, steps: int) -> None:
        """Moves by items or lines, forward when positive."""

    @abstractmethod
    def by_halves(self, halves: int) -> None:
        """Moves by half pages."""

    @abstractmethod
    def to_end(self, *, top: bool) -> None:
        """Moves to the first or the last item or line."""

    @property
    def line_of_focus(self) -> int:
        """The line of the widget that the terminal's cursor belongs on."""
        return 0

    @property
    def active(self) -> bool:
        """True when this is what its screen is about, whether or not an overlay or a prompt has the keys."""
        return getattr(self.screen, "current", None) is self

    def action_move_down(self) -> None:
        self.by_steps(1)

    def action_move_up(self) -> None:
        self.by_steps(-1)

    def action_move_first(self) -> None:
        self.to_end(top=True)

    def action_move_last(self) -> None:
        self.to_end(top=False)

    def action_page_down(self) -> None:
        self.by_halves(1)

    def action_page_up(self) -> None:
        self.by_halves(-1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.by_steps(self.WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.by_steps(-self.WHEEL)

    @property
    @abstractmethod
    def shown(self) -> Hashable:
        """What is on the screen: another value once the lines are others."""

    @abstractmethod
    def seen(self, y: int) -> Seen | None:
        """Returns the line of words at `y`; None where there is none."""

    @property
    def drawn_over(self) -> Cells | None:
        """The cells that the mouse was drawn over; None once something else stands there."""
        return self._drawn[0] if self._drawn is not None and self._drawn[1] == self.shown else None

    @property
    def drawn_words(self) -> str:
        """The words that the mouse was drawn over."""
        cells = self.drawn_over
        if cells is None:
            return ""
        from briefing.tui.dragging import words_in

        return words_in(cells, [self.seen(y) for y in range(cells.y, cells.to_y + 1)], self.story)

    def forget_drawn(self) -> bool:
        """Takes the light off what was drawn over; False when nothing was."""
        had = self.drawn_over is not None
        self._drawn = None
        if had:
            self.refresh()
        return had

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self.forget_drawn()
        self._pressed = ((event.x, event.y), self.shown) if event.button == 1 else None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._pressed is None or event.button != 1:
            return
        width, height = self.size
        here = (min(max(event.x, 0), width - 1), min(max(event.y, 0), height - 1))
        start, shown = self._pressed
        if shown != self.shown:
            # The press moved the focus, and with it the lines: what was pressed on stands elsewhere.
            self._pressed = (here, self.shown)
        elif here != start or self._drawn is not None:
            from briefing.tui.dragging import between

            self.capture_mouse()
            self._drawn = (between(start, here), shown)
            self.refresh()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        self._pressed = None
        self.release_mouse()
        if self.drawn_over is not None:
            self.post_message(self.Drawn(self))

    def render_lines(self, crop: Region) -> list[Strip]:
        strips = super().render_lines(crop)
        cells = self.drawn_over
        if cells is None:
            return strips
        return [self._lit(strip, cells.on(y)) for y, strip in enumerate(strips, crop.y)]

    def _lit(self, strip: Strip, columns: tuple[int, int | None] | None) -> Strip:
        end = len(strip.text.rstrip()) if columns else 0
        if columns is None or columns[0] >= end:
            return strip
        first, last = columns[0], strip.cell_length if columns[1] is None else columns[1]
        last = min(last, strip.crop(0, strip.cell_length).cell_length)
        style = self.inks.style("bg", "text")
        before, inside, after = strip.crop(0, first), strip.crop(first, last), strip.crop(last)
        return Strip([*before, *(Segment(segment.text, style) for segment in inside), *after], strip.cell_length)
