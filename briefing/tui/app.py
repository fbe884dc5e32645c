"""The app: theme, screens, signals. Everything else is in the screens."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol, runtime_checkable
from weakref import WeakSet

from rich.cells import cell_len
from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.screen import Screen

from briefing.problems import Problem, summary
from briefing.settings.folder import config_folder
from briefing.settings.inforce import InForce, load
from briefing.state.folder import folder as state_folder
from briefing.state.keeper import Keeper
from briefing.tui.clipboard import as_wanted
from briefing.tui.desk import Desk
from briefing.tui.glyphs import ASCII, UNICODE
from briefing.tui.ink import Depth
from briefing.tui.keys import bindings, rebind
from briefing.tui.mouse import hand_over
from briefing.tui.rows.periods import Manner
from briefing.tui.screens.dashboard import Dashboard
from briefing.tui.surroundings import Surroundings
from briefing.tui.typeahead import TypeAhead
from briefing.tui.wardrobe import Shows, Wardrobe
from briefing.tui.widgets.painted import dim, renew

_SWITCH_INTERVAL = 0.0005
"""Seconds. While a thread checks quotations a key waits for it at most this long at a time, not 5 ms."""
_LOOK_EVERY = 1.0
"""Seconds after which it is looked whether the file of a theme of the user's own was saved: one `stat` of a file."""
_INTERRUPTED = 130


@runtime_checkable
class Speaking(Protocol):
    """A screen with a footer that messages are shown in until the next key."""

    def speak(self, message: str = "") -> None: ...

    def before_key(self) -> None: ...


class BriefingApp(App[int], inherit_bindings=False):
    """Shows one briefing, or a list of several to choose from."""

    BINDINGS = bindings("everywhere")
    ENABLE_COMMAND_PALETTE = False
    PAUSE_GC_ON_SCROLL = True

    def __init__(
        self,
        files: Sequence[Path],
        *,
        folder: Path | None = None,
        ascii_only: bool = False,
        plain: bool = False,
        in_force: InForce | None = None,
    ) -> None:
        colourless = _wants_no_colour()
        # Before anything is drawn, because textual chooses here between taking colours away and turning them to greys
        # on a ground of its own.
        super().__init__(ansi_color=True if colourless else None)
        self.in_force = in_force if in_force is not None else load(config_folder())
        self.keymap = self.in_force.keymap
        self.files = files
        self.folder = folder
        self.desk = Desk.open(files[0], folder) if len(files) == 1 else None
        ascii_only = ascii_only or self.in_force.settings.ascii
        self.plain = plain or self.in_force.settings.plain
        self.glyphs = ASCII if ascii_only else UNICODE
        self.animation_level = "none"
        self.title = "briefing"
        self.wardrobe = Wardrobe(
            self.in_force.theme, self.in_force.folder, self._shows(colourless=colourless), ascii_only=ascii_only
        )
        state = state_folder(os.environ)
        self.keeper = Keeper(state if self.in_force.settings.memory else None)
        settings = self.in_force.settings
        self.surroundings = Surroundings(folder=state, wanted=as_wanted(settings.clipboard), editor=settings.editor)
        if self.keeper.memory.theme and self.in_force.is_default("theme"):
            self.wardrobe.wear(self.keeper.memory.theme)
        self.inks = self.wardrobe.inks
        self.theme = _textual_theme(self.inks.depth)
        self._bound: WeakSet[DOMNode] = WeakSet()
        self.typed = TypeAhead(self, self._deliver)

    def _shows(self, *, colourless: bool) -> Shows:
        if colourless:
            return "none"
        system = self.console.color_system
        return "16" if system in (None, "standard") else "256" if system == "256" else "any"

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
        elif not self.typed.holds(event):
            await self._deliver(event)

    async def _deliver(self, event: events.Key) -> None:
        self._bind()
        if isinstance(self.screen, Speaking):
            self.screen.before_key()
        taker = self.focused or self.screen
        await super().on_event(event)
        self.typed.sent(taker)

    def _bind(self) -> None:
        """Puts what the next key may reach on the keys in force."""
        if not self.keymap.sources:
            return
        for node in (self, self.screen, *(self.focused.ancestors_with_self if self.focused else ())):
            if node not in self._bound:
                self._bound.add(node)
                rebind(node, self.keymap)

    def on_mount(self) -> None:
        for name in ("SIGTERM", "SIGHUP", "SIGQUIT"):
            number = getattr(signal, name, None)
            if number is not None:
                self._loop_handler(number)
        self.app_resume_signal.subscribe(self, lambda _: self._come_back())
        self.call_after_refresh(self._settle)
        self.set_interval(_LOOK_EVERY, self._look_again)

    def _look_again(self) -> None:
        """Shows the theme anew where its file was saved."""
        said = self.wardrobe.wear_again()
        if said:
            self._redress(said)

    def use_theme(self, name: str) -> None:
        """Puts on a theme by its name, in every screen and at once."""
        self._redress(self.wardrobe.wear(name))
        self.keeper.keep_theme(self.wardrobe.theme.name)

    def try_theme(self, name: str) -> None:
        """Shows how everything looks in a theme, without keeping it."""
        self._redress(self.wardrobe.wear(name), tell=False)

    def action_theme_next(self) -> None:
        self._redress(self.wardrobe.next())
        self.keeper.keep_theme(self.wardrobe.theme.name)

    def action_mouse(self) -> None:
        self.tell(hand_over(self._driver))

    def _redress(self, said: str, *, tell: bool = True) -> None:
        """Draws everything in the inks as they now are, and says so."""
        before, self.theme = self.theme, _textual_theme(self.inks.depth)
        if before == self.theme:
            renew(self.screen_stack, self.inks.ground)
        else:
            # Textual takes its own theme over in a moment, for which its widgets want to be painted once more.
            self.call_next(renew, self.screen_stack, self.inks.ground)
        if tell:
            self.tell(said)

    def tell(self, message: str) -> None:
        """Shows a message in the footer of the screen, until the next key."""
        screen = next((screen for screen in reversed(self.screen_stack) if isinstance(screen, Speaking)), None)
        if screen is not None:
            screen.speak(message)

    def _settle(self) -> None:
        """Once the first screen is painted: what is there now stays, so the collector need not look at it again."""
        gc.freeze()
        self._show_cursor()
        if self.in_force.problems:
            self.tell(_note(self.in_force.problems))

    def _show_cursor(self) -> None:
        """Shows the terminal's own cursor, which textual hides: screen readers and magnifiers follow it."""
        if self.plain and self._driver is not None:
            self._driver.write("\x1b[?25h")

    def _come_back(self) -> None:
        """Paints all of the screen again, which is empty when it was lent. Textual itself paints what has changed."""
        self._show_cursor()
        for widget in self.screen.walk_children(with_self=True):
            widget.refresh()

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

        library = Library(self.files, self.folder, self.glyphs, cell_len, self.inks, self.dashboard, self.keeper)
        library.surroundings = self.surroundings
        return library

    def dashboard(self, path: Path) -> Dashboard:
        """Returns the dashboard of a file. Raises `Unreadable`."""
        return self._dashboard_of(Desk.open(path, self.folder))

    def _dashboard_of(self, desk: Desk) -> Dashboard:
        dashboard = Dashboard(desk, desk.story(self.glyphs, cell_len), self.inks)
        dashboard.keeper, dashboard.surroundings = self.keeper, self.surroundings
        if self.in_force.settings.timeline == "oldest":
            dashboard.manner = Manner(oldest_first=True)
            rows = dashboard.lists["timeline"]
            rows.fill(rows.pane, dashboard.story, dashboard.rows_of(rows))
        return dashboard

    def action_suspend(self) -> None:
        self.action_suspend_process()

    def action_interrupt(self) -> None:
        self.exit(_INTERRUPTED)

    def action_quit(self) -> None:  # type: ignore[override]
        screen = self.screen
        if isinstance(screen, Dashboard):
            screen.leave(lambda: self.exit(0))
        else:
            self.exit(0)

    async def action_help(self) -> None:
        from briefing.tui.screens.keys import Keys
        from briefing.tui.screens.library import Library
        from briefing.tui.screens.reasons import reasons

        screen, why = self.screen, dict[str, str]()
        if isinstance(screen, Dashboard):
            here, places = screen.here
            why = reasons(screen)
        elif isinstance(screen, Library):
            here, places = "the library", ("library",)
        else:
            return
        keys = Keys(here, places, why, self.inks, self.glyphs, cell_len)
        # One picture of both: what is dimmed and then covered would be sent twice.
        with self.batch_update():
            dim(screen.children, dimmed=True)
            await self.push_screen(keys, lambda _: dim(screen.children, dimmed=False))


def _wants_no_colour() -> bool:
    """True with `NO_COLOR` in the environment, unless it is empty (no-color.org); textual looks only whether it is
    there, so an empty one is taken away."""
    if os.environ.get("NO_COLOR"):
        return True
    os.environ.pop("NO_COLOR", None)
    return False


def _textual_theme(depth: Depth) -> str:
    """The theme of textual's under which colours are passed on as they are meant."""
    return "textual-dark" if depth == "colour" else "ansi-dark"


def _note(problems: Sequence[Problem]) -> str:
    return f"Settings: {summary(problems)}; briefing config check says more"


def run(
    files: Sequence[Path],
    *,
    folder: Path | None = None,
    ascii_only: bool = False,
    plain: bool = False,
    in_force: InForce | None = None,
) -> int:
    """Opens the dashboard on `files`, or the list of them when there are several; returns the exit status.

    `in_force` is what the user's settings come to; they are read where it is not given. Raises `Unreadable`, before
    anything is drawn, when the only file can't be read.
    """
    sys.setswitchinterval(_SWITCH_INTERVAL)
    app = BriefingApp(files, folder=folder, ascii_only=ascii_only, plain=plain, in_force=in_force)
    result = app.run(mouse=app.in_force.settings.mouse)
    app.keeper.save()
    if app._exception is not None:
        raise app._exception
    return result if isinstance(result, int) else app.return_code or 0
