"""What moves under the movement keys: the one set of them, for lists and for sources alike."""

from __future__ import annotations

from abc import abstractmethod

from textual import events

from briefing.tui.keys import moves
from briefing.tui.widgets.painted import Painted


class Scrolling(Painted, can_focus=True):
    """A widget that the movement keys and the wheel act on while it has the focus."""

    BINDINGS = moves()
    WHEEL = 1

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
