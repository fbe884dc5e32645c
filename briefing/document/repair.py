"""The lines that YAML refuses, or reads as something that nobody meant, and what they were meant to say.

`repair` goes over the lines of a briefing once and returns edits that make YAML read each line as
`indent [- ]head: REST OF LINE`. What YAML reads as it is written is left alone, so that a sound text has no edits.
"""

from __future__ import annotations

import re

from briefing.document.edits import Repair
from briefing.document.scan import Scanner

_PATIENCE = 6
"""Lines that are taken out one by one; from then on an item goes as a whole, so that the rounds come to an end."""
_BREAKS = re.compile(r"[\r\n]")
_OPENING = re.compile(r"[ \t]*-(?:[ \t]|$)|[A-Za-z_]")


class Unreadable:
    """The lines, by the offset of their beginning, that the parser did not take even after repair."""

    __slots__ = ("as_text", "left_out")

    def __init__(self) -> None:
        self.as_text: set[int] = set()
        self.left_out: set[int] = set()

    def add(self, text: str, begun: int, failed: int) -> bool:
        """Chooses what to do about a place where the parser gave up: read the line's value as text, else leave the
        line out, else the one above it. Returns False when there is nothing left to try."""
        for offset in dict.fromkeys((begun, failed)):
            line = _line_start(text, offset)
            if line not in self.as_text:
                self.as_text.add(line)
                return True
            if line not in self.left_out:
                self._leave_out(text, line)
                return True
        line = _line_start(text, failed)
        while line > 0 and line in self.left_out:
            line = _line_start(text, line - 1)
        if line in self.left_out:
            return False
        self._leave_out(text, line)
        return True

    def _leave_out(self, text: str, line: int) -> None:
        self.left_out.add(line)
        if len(self.left_out) <= _PATIENCE:
            return
        while match := _BREAKS.search(text, line):
            line = match.end()
            if _OPENING.match(text, line):
                return
            self.left_out.add(line)


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def repair(text: str, unreadable: Unreadable | None = None) -> Repair:
    """Returns the edits with which YAML reads `text` as it was meant, in time linear in the text."""
    chosen = unreadable or Unreadable()
    scanner = Scanner(text, chosen.as_text, chosen.left_out)
    scanner.scan()
    return Repair(tuple(scanner.notes.edits), tuple(scanner.notes.findings), made=True)
