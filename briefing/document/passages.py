"""The values of a briefing's lines: how far each goes, and whether YAML reads it as it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from briefing.document.edits import Edit
from briefing.document.grammar import Section
from briefing.document.lines import (
    after_properties,
    close_flow,
    close_quote,
    flow_marks,
    is_alias,
    is_block_header,
    is_plain,
    quoted,
    without_comment,
)
from briefing.document.one_line import as_fields
from briefing.document.report import Finding
from briefing.text import clean

_SPACED_ANCHOR = re.compile(r"(?<=[a-z0-9_-])[ \t]+(?=#[0-9])")
_MARKER = re.compile(r"(?<=[\r\n])(?=(?:---|\.\.\.)(?:[ \t\r\n]|$))")
"""Where a line of a text looks like the mark between two documents, inside quotes too."""
_LONGEST_FIX = 200


class Notes:
    """The lines of a text, and the edits and findings that a scan of them makes."""

    __slots__ = ("edits", "findings", "lines", "lookahead", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.splitlines(keepends=True)
        self.starts: list[int] = []
        at = 0
        for line in self.lines:
            self.starts.append(at)
            at += len(line)
        self.edits: list[Edit] = []
        self.findings: list[Finding] = []
        self.lookahead = 2 * len(self.lines) + 1_000
        """Lines that may be looked at ahead of their turn, so that no text makes the scan quadratic."""

    def note(self, offset: int, code: str, message: str, fix: str = "") -> None:
        """Adds a finding."""
        self.findings.append(Finding(offset, code, clean(message), clean(fix)))

    def edit(self, start: int, end: int, new: str) -> None:
        """Adds an edit."""
        self.edits.append(Edit(start, end, new))

    def blank_out(self, number: int) -> None:
        """Makes line `number` an empty one, which YAML takes anywhere."""
        self.edit(self.starts[number], self.end(number), "")

    def body(self, number: int) -> str:
        """Returns line `number`, from 0, without its line end and the blanks before it."""
        return self.lines[number].rstrip("\r\n \t")

    def end(self, number: int) -> int:
        """Returns the offset behind the last character of line `number` that is no blank."""
        return self.starts[number] + len(self.body(number))


Kind = Literal["empty", "plain", "closed", "broken"]


@dataclass(slots=True)
class Passage:
    """A value that has begun and may go on. `column` is that of the key or dash it hangs on: what stands deeper goes
    on with it. `closed` is a quoted text or a bracketed list that is complete, `broken` one that is not."""

    kind: Kind
    column: int
    start: int
    end: int
    bare: bool = False
    lead: str = ""
    moved: bool = False
    label: str = ""


class Passages:
    """Follows the value that the scan is in."""

    __slots__ = ("_as_text", "_ends", "_notes", "current")

    def __init__(self, notes: Notes, as_text: set[int]) -> None:
        self._notes = notes
        self._as_text = as_text
        self.current: Passage | None = None

    def begin(self, number: int, offset: int, column: int, label: str, bare: bool = False) -> int:
        """Begins the value at `offset` of line `number`; `label` is what stands before it, for the fix.

        Returns the number of the first line that has not been read with it. A block is not begun here.
        """
        notes = self._notes
        start, end = offset, notes.end(number)
        piece = notes.text[start:end]
        self.current = Passage("plain", column, start, end, bare, label=label)
        if not piece or piece[0] == "#":
            self.current.kind = "empty"
        elif notes.starts[number] in self._as_text:
            self.current.kind = "broken"
        else:
            rest = after_properties(piece)
            at = len(piece) - len(rest)
            if rest[:1] in ("'", '"') and rest:
                return self._quoted(number, start + at, rest[0])
            if rest[:1] in ("[", "{") and rest:
                return self._flow(number, start + at)
        return number + 1

    def extend(self, number: int, moved: bool) -> None:
        """Adds line `number` to the current value. `moved` says that it does not stand where YAML wants it."""
        passage = self.current
        if passage is None:
            return
        passage.end = self._notes.end(number)
        passage.moved = passage.moved or moved
        if passage.kind == "closed" or moved:
            passage.kind = "broken"

    def finish(self) -> None:
        """Ends the current value, quoting it if YAML would not read it as it is written."""
        passage, self.current = self.current, None
        if passage is None or passage.kind == "empty":
            return
        text = self._notes.text
        if passage.kind != "closed":
            last = max(text.rfind("\n", passage.start, passage.end), text.rfind("\r", passage.start, passage.end)) + 1
            last = max(last, passage.start)
            passage.end = last + len(without_comment(text[last : passage.end]))
            if last > passage.start and passage.end == last:
                passage.end = len(text[: passage.end].rstrip()) if passage.end - passage.start < 1_000 else last
        if passage.end <= passage.start:
            return
        piece = text[passage.start : passage.end].rstrip()
        passage.end = passage.start + len(piece)
        sound = passage.kind == "closed" or (passage.kind == "plain" and _reads_as_written(piece))
        if not sound:
            self._quote(passage, piece)
        if passage.lead:
            self._notes.edit(passage.start, passage.start, f"{passage.lead}: ")

    def lead(self, head: str, noun: str) -> None:
        """Gives a bare line below which fields stand the head that it lacks, since YAML takes no fields without."""
        passage = self.current
        if passage is None or not passage.bare:
            return
        passage.lead = head or '""'
        if head:
            line = self._notes.text[passage.start : passage.end]
            fix = f"write - {head}: {line}" if len(line) <= _LONGEST_FIX and "\n" not in line else f"write - {head}: …"
            self._notes.note(passage.start, "repaired-head", f"this {noun} has no head; it was read as {head}", fix)

    def unfold(self, column: int, section: Section) -> bool:
        """Makes room below an entry of one line for fields in `column`: its text becomes the first of them, a map in
        braces one field a line. Returns False when there is no such entry, or its braces go over several lines."""
        passage = self.current
        if passage is None or passage.kind == "empty":
            return False
        notes = self._notes
        indent = "\n" + " " * column
        piece = notes.text[passage.start : passage.end]
        if passage.kind != "closed" or piece[:1] != "{":
            passage.lead = indent + section.text_field
            fields = " and ".join(as_fields(section, piece)) if len(piece) <= _LONGEST_FIX else "each"
            message = f"this {section.noun} has fields on further lines, so the first line needs a name too"
            fix = f"write {fields} on a line of its own, below {passage.label.strip()}"
            notes.note(passage.start, "repaired-fields", message, fix)
            return True
        marks = flow_marks(piece)
        if not marks:
            return False
        for start, end in marks[:-1]:
            notes.edit(passage.start + start, passage.start + end, indent)
        notes.edit(passage.start + marks[-1][0], passage.end, "")
        message = f"this {section.noun} has fields in braces and on further lines"
        notes.note(passage.start, "repaired-fields", message, "write all of them in the braces, or one a line")
        return True

    def _quote(self, passage: Passage, piece: str) -> None:
        notes = self._notes
        inner = _MARKER.sub(" ", piece).replace("'", "''")
        notes.edit(passage.start, passage.end, f"'{inner}'")
        if passage.moved:
            message = "a line of this text stands too far left; it was read as part of it"
            notes.note(passage.start, "repaired-indent", message, "indent every line of the text, or put it below a |")
            return
        line = f"{passage.label}{quoted(piece)}"
        if "\n" in piece or "\r" in piece or len(line) > _LONGEST_FIX:
            fix = "put the text in quotes, or on lines of its own below a |"
        else:
            fix = f"write {line}"
        notes.note(passage.start, "repaired-quotes", _reason(piece), fix)

    def _quoted(self, number: int, start: int, quote: str) -> int:
        """Looks for the end of a quoted text, on lines below too as long as they look like no line of their own."""
        notes = self._notes
        last = number
        at = start + 1
        while True:
            end = notes.end(last)
            behind = close_quote(notes.text[at:end], quote, 0)
            if behind:
                return self._close(last, at + behind)
            last = self._next(last)
            if last < 0:
                return self._break(number)
            at = notes.starts[last]

    def _flow(self, number: int, start: int) -> int:
        notes = self._notes
        last = number
        at = start
        open_: list[str] = []
        while True:
            piece = notes.text[at : notes.end(last)]
            behind = close_flow(piece, open_)
            if behind:
                return self._close(last, at + behind)
            if behind is None and _SPACED_ANCHOR.search(piece):
                return self._tight_anchors(number, at, piece)
            last = self._next(last) if behind is None else -1
            if last < 0:
                return self._break(number)
            at = notes.starts[last]

    def _next(self, number: int) -> int:
        """The line below, if a value that has not closed may go on there; else -1."""
        notes = self._notes
        notes.lookahead -= 1
        number += 1
        if number >= len(notes.lines) or notes.lookahead < 0 or self.current is None:
            return -1
        line = notes.body(number)
        bare = line.lstrip(" \t")
        if bare and bare[0] not in "]}" and len(line) - len(bare) <= self.current.column:
            return -1
        return -1 if bare[:2] == "- " else number

    def _close(self, number: int, behind: int) -> int:
        """What opened has closed at `behind`. Nothing but a comment may follow it on the line."""
        notes = self._notes
        assert self.current is not None
        tail = notes.text[behind : notes.end(number)]
        self.current.end = behind
        self.current.kind = "closed"
        if tail.strip(" \t") and without_comment(tail):
            self.current.kind = "broken"
            self.current.end = notes.end(number)
        return number + 1

    def _break(self, number: int) -> int:
        assert self.current is not None
        self.current.kind = "broken"
        return number + 1

    def _tight_anchors(self, number: int, at: int, piece: str) -> int:
        """`[bbc #12]`: the bracket never closes, for its rest is a comment."""
        assert self.current is not None
        notes = self._notes
        for match in _SPACED_ANCHOR.finditer(piece):
            notes.edit(at + match.start(), at + match.end(), "")
            message = "an anchor has no blank before its #, or YAML takes the rest of the line for a comment"
            fix = "write " + _SPACED_ANCHOR.sub("", piece)[:_LONGEST_FIX]
            notes.note(at + match.start(), "anchor-syntax", message, fix)
        self.current.kind = "closed"
        return number + 1


def _reads_as_written(piece: str) -> bool:
    rest = after_properties(piece)
    return not rest or is_plain(rest) or is_alias(rest) or is_block_header(rest)


def _reason(piece: str) -> str:
    first = piece[:1]
    if first in "\"'":
        return "a text that begins with a quotation mark has to end with it"
    if first in "[{":
        return f"YAML reads what begins with {first} as a list or a map"
    if first in "&*!|>%@`,]}#?-:":
        return f"YAML does not take {first} at the beginning of a text"
    if ": " in piece:
        return "YAML reads a colon with a blank after it as the end of a name"
    return "YAML can't read this text as it is written"
