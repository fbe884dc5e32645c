"""Opens a file in an editor, at a place: in the terminal, which is lent to it, or in a window of its own."""

from __future__ import annotations

import os
from asyncio import to_thread
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from textual.app import App, SuspendNotSupported

from briefing.tui import editors
from briefing.tui.editors import Editor, NoEditor, Spot
from briefing.tui.foreground import Ended, run
from briefing.tui.surroundings import Surroundings


class Outcome(NamedTuple):
    """What to say, which may be nothing, and what is to be written to the terminal with it. `lent` says that the
    terminal was somebody else's meanwhile."""

    message: str = ""
    sequence: str = ""
    lent: bool = False


TOP = Spot(1, "")


class Speaking(Protocol):
    """A screen with a footer that messages are shown in."""

    @property
    def app(self) -> App[Any]: ...

    @property
    def is_current(self) -> bool: ...

    def speak(self, message: str = "") -> None: ...


def report(screen: Speaking, outcome: Outcome) -> None:
    """Says what came of it, and writes to the terminal what belongs to it."""
    driver = screen.app._driver
    if outcome.sequence and driver is not None:
        driver.write(outcome.sequence)
        driver.flush()
    if screen.is_current:
        screen.speak(outcome.message)


async def open_at(
    app: App[Any], around: Surroundings, path: Path, spot: Spot, lending: Callable[[], None] = lambda: None
) -> Outcome:
    """Opens the file at `path` at a place, and returns what came of it.

    Waits for the end of an editor that takes the terminal, without letting anything else run meanwhile: awaiting it
    would let the app draw over it. `lending` is called before that. Where no editor can be had the place is copied.
    """
    if not path.exists():
        return Outcome(f"Not opened: {path.name} is there no longer")
    try:
        editor = editors.choose(
            editors.Around(around.editor, around.environ, around.platform, around.which, os.path.realpath)
        )
    except NoEditor as refused:
        return await _place(around, path, spot, str(refused))
    words = editors.argv(editor, path, spot)
    if editor.window:
        if await to_thread(around.start, words):
            return Outcome(f"Opened in {editor.name} at line {spot.line}")
        if editor.preset.window != "maybe":
            return await _place(around, path, spot, f"{editor.name} ended with an error")
    try:
        with app.suspend():
            lending()
            ended = (around.take or run)(words)
    except SuspendNotSupported:
        return await _place(around, path, spot, f"{editor.name} can't have this terminal")
    if not ended.started:
        outcome = await _place(around, path, spot, f"{editor.name} {ended.words}")
        return outcome._replace(lent=True)
    return Outcome(_after(editor, ended, path, spot), lent=True)


async def _place(around: Surroundings, path: Path, spot: Spot, why: str) -> Outcome:
    """Shows and copies the place, for an editor that is opened by hand."""
    place = f":{spot.line}:{spot.column}"
    copied = await to_thread(around.copy, f"{path}{place}")
    how = f"copied {copied.words}" if copied.taken else f"not copied, {copied.words}"
    return Outcome(f"{why}: {path.name}{place} {how}", copied.sequence)


def _after(editor: Editor, ended: Ended, path: Path, spot: Spot) -> str:
    """What somebody who comes back from an editor should know."""
    if ended.words:
        return f"{editor.name} {ended.words}"
    if not os.access(path, os.W_OK):
        return f"{path.name} is read-only, so nothing can be saved to it; chmod u+w allows it to its owner"
    if not editor.origin:
        return f"Neither $VISUAL nor $EDITOR is set, so {editor.name} was taken"
    if editor.preset is editors.UNKNOWN and spot.line > 1:
        return f"It was line {spot.line}; the setting editor tells {editor.name} the line"
    return ""
