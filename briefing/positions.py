"""Places in a text: lines and columns out of character offsets."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple


class Position(NamedTuple):
    """A place in a text file: line and column, both counted from 1, the column in characters."""

    line: int
    column: int


class LineMap:
    """Where the lines of a text begin, so that an offset becomes a `Position`.

    Lines end as editors count them, at LF, CRLF or CR; the further line breaks of YAML 1.1 (NEL, LS, PS) do not
    end one.
    """

    __slots__ = ("_starts", "length")

    def __init__(self, text: str) -> None:
        starts = [0]
        if "\r" in text:
            at = 0
            for line in text.replace("\r\n", "\n\n").replace("\r", "\n").split("\n"):
                at += len(line) + 1
                starts.append(at)
            starts = _without_pairs(starts, text)
        else:
            at = text.find("\n")
            while at >= 0:
                starts.append(at + 1)
                at = text.find("\n", at + 1)
        self._starts = starts
        self.length = len(text)

    def __len__(self) -> int:
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """Returns the position of the character at `offset` (0-based); past the end is the end."""
        at = min(max(offset, 0), self.length)
        line = bisect_right(self._starts, at)
        return Position(line, at - self._starts[line - 1] + 1)

    def start(self, line: int) -> int:
        """Returns the offset at which `line` (1-based) begins; a line that is not there is brought into range."""
        return self._starts[min(max(line, 1), len(self._starts)) - 1]


def _without_pairs(starts: list[int], text: str) -> list[int]:
    """Drops the false line that lies between CR and LF, and the start past the end."""
    return [0] + [at for at in starts[1:] if at <= len(text) and text[at - 1 : at + 1] != "\r\n"]
