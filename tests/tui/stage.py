"""Drives the dashboard without a terminal and reads what it would paint, cell by cell."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.color import Color
from rich.segment import Segment
from textual import events
from textual.pilot import Pilot
from textual.strip import Strip

from briefing import data
from briefing.state.keeper import Keeper
from briefing.tui.app import BriefingApp
from briefing.tui.screens.dashboard import Dashboard
from briefing.tui.screens.keys import Keys
from briefing.tui.screens.library import Library
from briefing.tui.surroundings import Surroundings
from briefing.tui.view import View
from briefing.tui.widgets.reader import Reader
from briefing.tui.widgets.rowlist import RowList

SAMPLE = data.path("seeds", "aleppo.yaml")
EVERYTHING = Path(__file__).parent.parent / "data" / "everything.yaml"
WIDE, STACK, TABS = (120, 40), (80, 24), (50, 20)
SIZES = (WIDE, STACK, TABS)

_CHARACTERS = {
    "exclamation_mark": "!",
    "question_mark": "?",
    "space": " ",
    "left_square_bracket": "[",
    "slash": "/",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "right_square_bracket": "]",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "colon": ":",
    "apostrophe": "'",
}
_BREATH, _PATIENCE = 0.002, 2_000
"""Seconds between two looks, and how many looks are had at most."""
_TURNS = (3, 100)
"""Least and most times that every widget's queue is emptied after a key: the key, what it mounts, the layout that
follows; then as long as something waits."""


@dataclass(slots=True)
class Stage:
    """The running app and the hands on its keyboard."""

    app: BriefingApp
    pilot: Pilot[int]

    @property
    def dashboard(self) -> Dashboard:
        """The dashboard on top, or right under an overlay. Raises `AssertionError` when there is none."""
        found = next((s for s in reversed(self.app.screen_stack) if isinstance(s, Dashboard)), None)
        assert found is not None, "no dashboard is open"
        return found

    @property
    def library(self) -> Library:
        """The library on top. Raises `AssertionError` when something else is."""
        screen = self.app.screen
        assert isinstance(screen, Library)
        return screen

    @property
    def keys(self) -> Keys:
        """The overlay of keys on top. Raises `AssertionError` when something else is."""
        screen = self.app.screen
        assert isinstance(screen, Keys)
        return screen

    @property
    def view(self) -> View:
        """What is open and focused in the dashboard."""
        return self.dashboard.view

    @property
    def reader(self) -> Reader:
        """The open source. Raises `AssertionError` when something else has the focus."""
        current = self.dashboard.current
        assert isinstance(current, Reader), f"{self.view.focus} has the focus"
        return current

    @property
    def list(self) -> RowList:
        """The list with the focus. Raises `AssertionError` when a source has it."""
        current = self.dashboard.current
        assert isinstance(current, RowList)
        return current

    @property
    def item(self) -> Any:
        """What the selected row of the list with the focus shows."""
        row = self.list.selected
        return row.value if row else None

    async def press(self, *keys: str) -> None:
        """Presses keys by textual's names, one after the other, each with all that follows from it."""
        for key in keys:
            self.send(key)
            await self.turn()

    def send(self, key: str) -> None:
        """Puts a key into the queue without waiting for what it does."""
        character = _CHARACTERS.get(key, key if len(key) == 1 else None)
        driver = self.app._driver
        assert driver is not None
        event = events.Key(key, character)
        event.set_sender(self.app)
        driver.send_message(event)

    async def turn(self) -> None:
        """Lets every widget do what waits in its queue, and all that follows from it."""
        least, most = _TURNS
        for times in range(most):
            await self.pilot.pause(0)
            if self.app._exception is not None:
                raise self.app._exception
            screen = self.app.screen
            pumps = (self.app, *screen.walk_children(with_self=True))
            waiting = (
                not self.app.typed.at_rest or screen._layout_required or any(pump.message_queue_size for pump in pumps)
            )
            unplaced = any(not child.is_attached or not child._is_mounted for child in screen.children)
            if times + 1 >= least and not waiting and not unplaced:
                return

    async def settle(self) -> None:
        """Waits until the threads beside the program have begun, and delivered what they found."""
        screen = self.app.screen
        for _ in range(_PATIENCE):
            if not isinstance(screen, Dashboard) or screen.desk.articles is not None:
                break
            await asyncio.sleep(_BREATH)
        await self.app.workers.wait_for_complete()
        await self.turn()

    async def resize(self, size: tuple[int, int]) -> None:
        """Gives the terminal another size and waits until the screen has it."""
        await self.pilot.resize_terminal(*size)
        for _ in range(_PATIENCE):
            await self.turn()
            if tuple(self.app.screen.size) == size:
                return
            await asyncio.sleep(_BREATH)
        raise AssertionError(f"the screen did not become {size}")

    def strips(self) -> Sequence[Strip]:
        """Returns the lines of the screen as they would be painted."""
        return self.app.screen._compositor.render_strips(self.app.size)

    def segments(self) -> Sequence[Segment]:
        """Returns every piece of the screen with its style."""
        return [segment for strip in self.strips() for segment in strip]

    def lines(self) -> Sequence[str]:
        """Returns the lines of the screen, blanks at their ends left out."""
        return [strip.text.rstrip() for strip in self.strips()]

    def text(self) -> str:
        """Returns the screen as text."""
        return "\n".join(self.lines())

    def lit(self) -> str:
        """Returns the words that stand on the mark, without blanks."""
        mark = Color.parse(self.app.inks.tokens["mark"])
        pieces = [piece.text for piece in self.segments() if piece.style and piece.style.bgcolor == mark]
        return "".join("".join(pieces).split())

    def footer(self) -> str:
        """Returns the last line of the screen."""
        return self.lines()[-1]


@asynccontextmanager
async def staged(
    *files: Path,
    size: tuple[int, int] = WIDE,
    folder: Path | None = None,
    ascii_only: bool = False,
    state: Path | None = None,
    around: Surroundings | None = None,
) -> AsyncIterator[Stage]:
    """Opens files (the sample when none is given) on a screen of `size`, columns by rows, and waits for the check.

    What is remembered lies in `state`; without it nothing is. `around` are the clipboard and the browser; without it
    there is only a terminal.
    """
    app = BriefingApp(files or (SAMPLE,), folder=folder, ascii_only=ascii_only)
    app.keeper = Keeper(state)
    app.surroundings = around if around is not None else Surroundings(environ={}, which=lambda name: None)
    async with app.run_test(size=size) as pilot:
        stage = Stage(app, pilot)
        await stage.turn()
        await stage.settle()
        yield stage
