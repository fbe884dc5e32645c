"""What one reader has read of one briefing, as a file in the state folder: where it lies and how it is written.

The words in it are those of the briefing as it was read. Without them nobody could be told which words of an item
changed since; `memory: false` keeps none.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import time
from typing import NamedTuple
from zlib import crc32

from briefing.state import folder as files
from briefing.state.memory import key_of

FOLDER = "read"
VERSION = 1

LARGEST = 12 * 1024 * 1024
"""Bytes of a file that are read: a briefing of 8 MiB with quotes around its words."""

MOST = 200
"""Briefings whose marks are kept."""

MOST_BYTES = 64 * 1024 * 1024
"""Of all marks together; the ones that were written longest ago make room."""

_LONGEST_AGE = 400 * 86_400
"""Seconds after which what nobody has looked at again is let go: a year, and a month to come back in."""


class Mark(NamedTuple):
    """What was read. `text` is the briefing as it was read (`briefing.changes.written`); `whole` the checksum of a file
    all of which was read as it stood, empty when only parts of it were; `when` the time of marking, in ISO 8601.
    """

    text: str
    whole: str = ""
    when: str = ""


def checksum(text: str) -> str:
    """Returns the checksum of a file's text, by which one that was read as a whole is known again."""
    data = text.encode("utf-8", "surrogatepass")
    return f"{crc32(data):08x}-{len(data):x}"


class ReadingKeeper:
    """Keeps what was read of the briefing at `path`. Without a folder nothing is read and nothing is written.

    `note` is one sentence about marks that could not be read or written; it is empty when all is well.
    """

    def __init__(self, state: Path | None, path: Path) -> None:
        self.note = ""
        self._folder = state / FOLDER if state is not None else None
        self._state = state
        self._name = f"{key_of(path)}.yaml"

    @property
    def remembers(self) -> bool:
        """False when the settings say that nothing is to be remembered."""
        return self._folder is not None

    def mark(self) -> Mark | None:
        """Returns what was read; None when nothing was, or when it can't be understood."""
        return self._parsed(self._file())

    def header(self) -> Mark | None:
        """Returns what `mark` does but for its text, which is not read."""
        return self._parsed(files.first_line(self._at(self._name), LARGEST)) if self._folder is not None else None

    def change(self, make: Callable[[Mark | None], Mark | None], *, undoable: bool = False) -> bool:
        """Puts what `make` returns for what was read in its place; nothing is changed when it returns None.

        `undoable` keeps what was there for `take_back`. Returns whether it was written; `note` says why not.
        """
        return self._locked(lambda: self._change(make, undoable))

    def take_back(self) -> bool:
        """Puts back what was there before the last change that can be undone; False when there is none."""
        return self._locked(self._take_back)

    def _locked(self, work: Callable[[], bool]) -> bool:
        if self._folder is None or self._state is None:
            return False
        try:
            files.prepare(self._state)
            files.prepare(self._folder)
            with files.locked(self._folder) as held:
                done = work()
                if held:
                    _prune(self._folder)
                return done
        except OSError as error:
            self.note = f"What you have read could not be remembered: {error.strerror or error}"
            return False

    def _change(self, make: Callable[[Mark | None], Mark | None], undoable: bool) -> bool:
        found = self._file()
        if found is not None and _is_newer(found):
            self.note = f"{self._at(self._name)} was written by a newer version; it was left alone"
            return False
        made = make(self._parsed(found))
        if made is None:
            return False
        if undoable:
            files.write(self._at(_before(self._name)), found or "")
        files.write(self._at(self._name), _written(made))
        return True

    def _take_back(self) -> bool:
        before = files.read(self._at(_before(self._name)), LARGEST)
        if before is None:
            return False
        if before:
            files.write(self._at(self._name), before)
        else:
            self._at(self._name).unlink(missing_ok=True)
        self._at(_before(self._name)).unlink()
        return True

    def _at(self, name: str) -> Path:
        assert self._folder is not None
        return self._folder / name

    def _file(self) -> str | None:
        return files.read(self._at(self._name), LARGEST) if self._folder is not None else None

    def _parsed(self, text: str | None) -> Mark | None:
        if text is None:
            return None
        head, _, rest = text.partition("\n")
        words = head.split(" ")
        if len(words) == _FIELDS and words[:2] == ["#", "read"] and words[2] == str(VERSION):
            return Mark(rest, *("" if word == "-" else word for word in words[3:]))
        newer = _is_newer(text)
        where = self._at(self._name)
        self.note = (
            f"{where} was written by a newer version; what you have read is not known"
            if newer
            else f"{where} could not be understood; what you have read is not known"
        )
        return None


_FIELDS = 5


def _written(mark: Mark) -> str:
    return f"# read {VERSION} {mark.whole or '-'} {mark.when or '-'}\n{mark.text}"


def _before(name: str) -> str:
    return f"{name}.before"


def _is_newer(text: str) -> bool:
    words = text.partition("\n")[0].split(" ")
    return words[:2] == ["#", "read"] and len(words) > 2 and words[2].isdecimal() and int(words[2]) > VERSION


def _prune(place: Path) -> None:
    """Lets go of the marks that were written longest ago, and of what a kill has left."""
    files.sweep(place, "*")
    kept = []
    for path in place.glob("*.yaml*"):
        with suppress(OSError):
            found = path.stat()
            kept.append((found.st_mtime, found.st_size, path))
    kept.sort(key=lambda entry: (-entry[0], entry[2].name))
    total = 0
    for number, (written, size, path) in enumerate(kept):
        total += size
        if number >= 2 * MOST or total > MOST_BYTES or time() - written > _LONGEST_AGE:
            with suppress(OSError):
                path.unlink()
