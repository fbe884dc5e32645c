"""Reads the memory at the start and writes what changed: whole, for its owner only, beside other instances."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefing.state import folder as files
from briefing.state.memory import Memory, NotStateError, Place, key_of, merged, parsed, written

FILE = "state.json"


class Keeper:
    """Keeps the memory of one run. Without a folder nothing is read and nothing is written.

    `note` is one sentence about a state that could not be read or written; it is empty when all is well. What goes
    wrong with the state never stops the program.
    """

    def __init__(self, place: Path | None) -> None:
        self.folder = place
        self.note = ""
        self.memory = Memory()
        self._changes = Memory()
        if place is not None:
            self._recall(place / FILE)

    def _recall(self, path: Path) -> None:
        text = files.read(path)
        if text is None:
            return
        try:
            self.memory = parsed(text)
        except NotStateError as error:
            if error.newer:
                self.note = f"{path} was written by a newer version; it was left alone, and nothing is remembered"
            else:
                self.note = f"{path} could not be understood; what it remembered is lost"

    def place(self, path: Path) -> Place | None:
        """Returns where the reader left off in the briefing at `path`; None when it is not remembered."""
        return self.memory.places.get(key_of(path))

    def is_last(self, path: Path) -> bool:
        """True for the briefing that was opened last."""
        return bool(self.memory.last) and key_of(path) == self.memory.last

    def keep(self, path: Path, place: Place) -> None:
        """Remembers the place in a briefing, which is the last one now; `save` writes it."""
        key = key_of(path)
        self._take(Memory(last=key, places={key: place}))

    def keep_theme(self, name: str) -> None:
        """Remembers the theme; `save` writes it."""
        self._take(Memory(theme=name))

    def keep_recent(self, recent: Sequence[str]) -> None:
        """Remembers what the palette was last used for, the last first; `save` writes it."""
        self._take(Memory(recent=tuple(recent)))

    def _take(self, change: Memory) -> None:
        self._changes = merged(self._changes, change)
        self.memory = merged(self.memory, change)

    def save(self) -> None:
        """Writes what changed since the last time; `note` says when that was not possible.

        What other instances wrote meanwhile stays, and so does a file of a newer version.
        """
        if self.folder is None or self._changes == Memory():
            return
        try:
            files.prepare(self.folder)
            with files.locked(self.folder) as held:
                if held:
                    files.sweep(self.folder, FILE)
                self._write(self.folder / FILE)
        except OSError as error:
            self.note = f"Your place could not be remembered: {error.strerror or error}"

    def _write(self, path: Path) -> None:
        text = files.read(path)
        try:
            there = parsed(text) if text is not None else Memory()
        except NotStateError as error:
            if error.newer:
                return
            there = Memory()
        files.write(path, written(merged(there, self._changes)))
        self._changes = Memory()
