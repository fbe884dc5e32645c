"""Conflict markers of git: taken out, so that what stands around and between them can be read."""

from __future__ import annotations

import re

from briefing.document.passages import Notes

_MARKER = re.compile(r"(<{7}|>{7}|\|{7}|={7})(?: .*)?")
_SIGNS = frozenset("<>|=")


class Conflicts:
    """Follows the markers through a text: whether one is open, and whether the common ancestor is being passed."""

    __slots__ = ("_ancestor", "_notes", "_open")

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._open = False
        self._ancestor = False

    def take(self, number: int, body: str) -> bool:
        """Returns True when line `number` is a marker or part of a common ancestor, and takes it out.

        Both versions stay. A conflict is reported once, where it begins.
        """
        match = _MARKER.fullmatch(body) if body[:1] in _SIGNS else None
        if match is None or (match[1][0] == "=" and not self._open):
            if self._ancestor:
                self._notes.blank_out(number)
            return self._ancestor
        sign = match[1][0]
        if sign == "<" or not self._open:
            message = "two versions of this passage stand here"
            fix = "keep one of them, and take out the other and the markers"
            self._notes.note(self._notes.starts[number], "conflict-marker", message, fix)
        self._open = sign != ">"
        self._ancestor = sign == "|"
        self._notes.blank_out(number)
        return True
