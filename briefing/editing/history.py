"""The history of one briefing on disk, or in memory only where nothing may be remembered."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from briefing.state import folder as files
from briefing.state.journal import LARGEST, LIFETIME, Journal, parsed, written
from briefing.state.kept import name_of

FOLDER = "undo"


class History:
    """The journal of the briefing `file` (its resolved path) under the state folder `place`.

    Without a folder, or once it could not be written there, the journal lives as long as this object. `note` is then
    one sentence that says why, and empty when there was no folder to begin with.
    """

    def __init__(self, place: Path | None, file: Path) -> None:
        self._place = place
        self._path = place / FOLDER / f"{name_of(file)}.json" if place is not None else None
        self._here = Journal()
        self.note = ""

    def read(self) -> Journal:
        """Returns the journal as it is now, with what other instances have put into it."""
        if self._path is None:
            return self._here
        text = files.read(self._path, LARGEST)
        journal = Journal() if text is None else parsed(text)
        if journal is None:
            self._stay_here(Journal(), "its journal was written by a newer version of the program")
            return self._here
        return journal

    def update(self, change: Callable[[Journal], Journal]) -> tuple[Journal, Journal]:
        """Puts what `change` makes of the journal in its place; returns the journal before and after. Never raises
        for a folder that can't be written."""
        if self._place is not None and self._path is not None:
            try:
                for folder in (self._place, self._path.parent):
                    files.prepare(folder)
                with files.locked(self._path.parent) as held:
                    if held:
                        files.sweep(self._path.parent, self._path.name)
                    before = self.read()
                    if self._path is not None:
                        after = change(before)
                        files.write(self._path, written(after))
                        return before, after
            except OSError as error:
                self._stay_here(self.read(), error.strerror or str(error))
        before, self._here = self._here, change(self._here)
        return before, self._here

    def _stay_here(self, journal: Journal, why: str) -> None:
        self._here, self._path = journal, None
        self.note = f"It can be undone only until the program ends: {why[:1].lower()}{why[1:]}."


def prune(place: Path, now: float) -> None:
    """Removes the journals under `place` in which nothing was written for a week; `now` is in seconds since 1970."""
    with suppress(OSError):
        for path in (place / FOLDER).glob("*.json"):
            with suppress(OSError):
                if now - path.stat().st_mtime > LIFETIME:
                    path.unlink()
