"""The lines of a text around an offset, and what stands between them."""

from __future__ import annotations

from briefing.document.splicing.changes import NotSpliced
from briefing.model import LineMap


class Page:
    """A text and its lines. Offsets count characters; lines end at LF, CRLF or CR."""

    __slots__ = ("_carriage", "_lines", "break_", "text")

    def __init__(self, text: str, lines: LineMap) -> None:
        self.text = text
        self._lines = lines
        self._carriage = "\r" in text
        self.break_ = self._first_break()

    def _first_break(self) -> str:
        """What ends the first line, and so ends every line that is put in."""
        end = self.end(0)
        if end == len(self.text):
            return "\n"
        return self.text[end : self.below(end)]

    def start(self, at: int) -> int:
        """Returns the offset at which the line around `at` begins."""
        feed = self.text.rfind("\n", 0, at)
        if not self._carriage:
            return feed + 1
        start = max(feed, self.text.rfind("\r", 0, at)) + 1
        # Between the two characters of a CRLF the line has ended, and the next has not begun.
        return self.start(at - 1) if start == at and self.text.startswith("\r\n", at - 1) else start

    def end(self, at: int) -> int:
        """Returns the offset at which the line around `at` ends, before its line break."""
        found = self.text.find("\n", at)
        end = len(self.text) if found < 0 else found
        carriage = self.text.find("\r", at, end) if self._carriage else -1
        return end if carriage < 0 else carriage

    def below(self, at: int) -> int:
        """Returns the offset at which the line below `at` begins, or the end of the text."""
        end = self.end(at)
        return end + 2 if self.text.startswith("\r\n", end) else min(end + 1, len(self.text))

    def above(self, start: int) -> int:
        """Returns the offset at which the line above the one that begins at `start` begins; `start` must not be 0."""
        before = start - 1
        if self.text[before] == "\n" and self.text[before - 1 : before] == "\r":
            before -= 1
        return self.start(before)

    def column(self, at: int) -> int:
        """Returns the column of `at`, from 0."""
        return at - self.start(at)

    def line(self, at: int) -> str:
        """Returns the line around `at`, without its line break."""
        return self.text[self.start(at) : self.end(at)]

    def is_comment(self, at: int) -> bool:
        """True when the line around `at` is a comment and nothing else."""
        return self.line(at).lstrip(" \t")[:1] == "#"

    def is_blank(self, at: int) -> bool:
        """True when the line around `at` has nothing but blanks."""
        return not self.line(at).strip(" \t")

    def indent(self, at: int) -> int:
        """Returns how many blanks the line around `at` begins with."""
        line = self.line(at)
        return len(line) - len(line.lstrip(" "))

    def first(self, at: int) -> bool:
        """True when only blanks stand before `at` on its line."""
        return not self.text[self.start(at) : at].strip(" \t")

    def last_end(self, below: int) -> int:
        """Returns where the line above the one that begins at `below` ends; `below` may be the end of the text."""
        if below == len(self.text) and self.text[-1:] not in ("\n", "\r"):
            return below
        return self.end(self.above(below))

    def content_end(self, start: int, end: int) -> int:
        """Returns `end` without the blanks and line breaks before it, at least `start`."""
        return start + len(self.text[start:end].rstrip(" \t\r\n"))

    def refusal(self, message: str, at: int) -> NotSpliced:
        """Returns the refusal of a change because of what stands at `at`."""
        return NotSpliced(message, self._lines.position(at))
