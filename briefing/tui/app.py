"""The app: theme, screens, signals. Everything else is in the screens."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from rich.cells import cell_len
from textual.app import App
from textual.screen import Screen

from briefing import data
from briefing.tui.desk import Desk
from briefing.tui.glyphs import ASCII, UNICODE
from briefing.tui.ink import Depth, Inks, read_theme
from briefing.tui.keys import bindings
from briefing.tui.screens.dashboard import Dashboard
from briefing.tui.widgets.painted import dim

_SWITCH_INTERVAL = 0.0005
"""Seconds. While a thread checks quotations a key waits for it at most this long at a time, not 5 ms."""


class BriefingApp(App[int], inherit_bindings=False):
    """Shows one briefing, or a list of several to choose from."""

    BINDINGS = bindings("everywhere")
    ENABLE_COMMAND_PALETTE = False
    PAUSE_GC_ON_SCROLL = True

    def __init__(self, files: Sequence[Path], *, folder: Path | None = None, ascii_only: bool = False) -> None:
        self.colourless = "NO_COLOR" in os.environ
        super().__init__()
        self.files = files
        self.folder = folder
        self.desk = Desk.open(files[0], folder) if len(files) == 1 else None
        self.glyphs = ASCII if ascii_only else UNICODE
        self.animation_level = "none"
        self.title = "briefing"
        depth = self._depth()
        if depth != "colour":
            self.theme = "ansi-dark"
        self.inks = Inks(
            read_theme(data.path("config", "themes", "dark.yaml").read_text()), depth, ascii_only=ascii_only
        )

    def _depth(self) -> Depth:
        if self.colourless:
            return "mono"
        return "ansi" if self.console.color_system in (None, "standard") else "colour"

    def on_mount(self) -> None:
        for name in ("SIGTERM", "SIGHUP", "SIGQUIT"):
            number = getattr(signal, name, None)
            if number is not None:
                self._loop_handler(number)
        self.call_after_refresh(self._settle)

    def _settle(self) -> None:
        """Once the first screen is painted: what is there now stays, so the collector need not look at it again."""
        gc.freeze()

    def _loop_handler(self, number: signal.Signals) -> None:
        """Lets a signal end the program in order, so that the terminal is as it was."""
        import asyncio

        with suppress(NotImplementedError, RuntimeError, ValueError):
            asyncio.get_running_loop().add_signal_handler(number, self.exit, 128 + number)

    def _fatal_error(self) -> None:
        """Ends after an error of ours. Textual would print a traceback with the values of all variables, and so with
        the words of a confidential file; the error is raised again by `run` instead, to be said in one sentence."""
        self._close_messages_no_wait()

    def get_default_screen(self) -> Screen[None]:
        if self.desk is not None:
            return self._dashboard_of(self.desk)
        from briefing.tui.screens.library import Library

        return Library(self.files, self.folder, self.glyphs, cell_len, self.inks, self.dashboard)

    def dashboard(self, path: Path) -> Dashboard:
        """Returns the dashboard of a file. Raises `Unreadable`."""
        return self._dashboard_of(Desk.open(path, self.folder))

    def _dashboard_of(self, desk: Desk) -> Dashboard:
        return Dashboard(desk, desk.story(self.glyphs, cell_len), self.inks)

    def action_quit(self) -> None:  # type: ignore[override]
        self.exit(0)

    def action_help(self) -> None:
        from briefing.tui.screens.keys import Keys
        from briefing.tui.screens.library import Library

        screen = self.screen
        if isinstance(screen, Dashboard):
            here, places = screen.here
        elif isinstance(screen, Library):
            here, places = "the library", ("library",)
        else:
            return
        dim(screen.children, dimmed=True)
        keys = Keys(here, places, self.inks, self.glyphs, cell_len)
        self.push_screen(keys, lambda _: dim(screen.children, dimmed=False))


def run(files: Sequence[Path], *, folder: Path | None = None, ascii_only: bool = False) -> int:
    """Opens the dashboard on `files`, or the list of them when there are several; returns the exit status.

    Raises `Unreadable`, before anything is drawn, when the only file can't be read.
    """
    sys.setswitchinterval(_SWITCH_INTERVAL)
    app = BriefingApp(files, folder=folder, ascii_only=ascii_only)
    result = app.run()
    if app._exception is not None:
        raise app._exception
    return result if isinstance(result, int) else app.return_code or 0
