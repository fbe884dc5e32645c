"""What lies over a screen and takes all keys: one panel in a box, the screen behind dimmed."""

from __future__ import annotations

from abc import abstractmethod
from contextlib import ExitStack
from typing import TypeVar

from textual import events
from textual.app import App, ComposeResult
from textual.await_complete import AwaitComplete
from textual.geometry import Size
from textual.layout import Layout
from textual.reactive import Reactive
from textual.screen import ModalScreen, ScreenResultCallbackType
from textual.widget import Widget

from briefing.tui.arrange import Box
from briefing.tui.placed import Placed
from briefing.tui.widgets.painted import Painted, brighten

Result = TypeVar("Result")


class Overlay(ModalScreen[Result], inherit_bindings=False):
    """Shows a panel. `box` says where it stands, `pressed` what a key does."""

    ALLOW_SELECT = False
    AUTO_FOCUS = None
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """As textual's, which paints the whole screen anew when the focus moves."""

    def __init__(self, panel: Painted) -> None:
        super().__init__()
        self._panel = panel
        self._layout = Placed(self._lay_out)
        self._unpainted = ExitStack()
        inks = panel.inks
        # Without colours of our own textual would blend the screen behind with black.
        self.styles.background = "transparent" if inks.depth == "colour" else inks.ground

    @property
    def layout(self) -> Layout:
        return self._layout

    def open_over(self, app: App[object], closed: ScreenResultCallbackType[Result]) -> None:
        """Opens the overlay; the screen is painted once, with it, and not once more before. What it gives back when
        it closes goes to `closed`."""
        self._unpainted.enter_context(app.batch_update())
        app.push_screen(self, closed)

    def on_resize(self) -> None:
        self.call_later(self._unpainted.close)

    def on_unmount(self) -> None:
        self._unpainted.close()

    def _lay_out(self, size: Size) -> dict[Widget, Box]:
        return {self._panel: self.box(size)}

    def compose(self) -> ComposeResult:
        yield self._panel

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        # Keys come faster than a screen closes, and a second esc must not close what lies behind.
        if self.is_current:
            self.pressed(event)

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        if self.is_current and len(self.app.screen_stack) > 1:
            brighten(self.app.screen_stack[-2].children)
        return super().dismiss(result)

    @abstractmethod
    def box(self, size: Size) -> Box:
        """Returns where the panel stands on a screen of `size`."""

    @abstractmethod
    def pressed(self, event: events.Key) -> None:
        """Does what a key does here."""
