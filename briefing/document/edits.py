"""Changes to a text that let YAML read it, and the way back from the changed text to the offsets of the original."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from yaml.error import Mark

from briefing.document.events import Event, NextEvent, Place
from briefing.document.report import Finding


class Edit(NamedTuple):
    """Replaces the characters `[start, end)` of the original by `new`."""

    start: int
    end: int
    new: str


class Repair(NamedTuple):
    """Edits that make a text readable, and what is to be said about them. `made` is false when nobody has looked."""

    edits: tuple[Edit, ...] = ()
    findings: tuple[Finding, ...] = ()
    made: bool = False


class Edited:
    """A text after edits. The edits must not overlap; two at one place are made in the order given."""

    __slots__ = ("_edits", "_starts", "text")

    def __init__(self, original: str, edits: Iterable[Edit]) -> None:
        self._edits = sorted(edits, key=lambda edit: (edit.start, edit.end))
        self._starts: list[int] = []
        parts: list[str] = []
        at = length = 0
        for start, end, new in self._edits:
            length += start - at
            self._starts.append(length)
            parts += (original[at:start], new)
            length += len(new)
            at = end
        parts.append(original[at:])
        self.text = "".join(parts)

    def origin(self, index: int) -> int:
        """Returns the offset in the original of the character at `index` of the edited text.

        The beginning of what an edit put in is where the edit is; anything further in it is at most where it ends.
        """
        number = bisect_right(self._starts, index) - 1
        if number < 0:
            return index
        start, end, new = self._edits[number]
        within = index - self._starts[number]
        if within >= len(new):
            return end + within - len(new)
        return min(start + within, end)

    def events(self, get: NextEvent) -> NextEvent:
        """Returns a `get` whose events have their marks in the original."""

        def moved() -> Event:
            event = get()
            event.start_mark = self._moved(event.start_mark)
            event.end_mark = self._moved(event.end_mark)
            return event

        return moved

    def _moved(self, mark: Place) -> Place:
        return Mark("", self.origin(mark.index), mark.line, 0, None, 0)
