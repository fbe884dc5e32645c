"""Where a line of a briefing stands, and moving it to where it belongs."""

from __future__ import annotations

import re

from briefing.document.passages import Notes

_BLANKS = " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
DASH = re.compile(f"-(?:[{_BLANKS}]+|$)")
"""The dash of a list item, with the blanks behind it."""


class Line:
    """A line that is neither empty nor a comment: its number, its indent and what stands behind that."""

    __slots__ = ("blanks", "column", "number", "offset", "rest")

    def __init__(self, notes: Notes, number: int) -> None:
        body = notes.body(number)
        self.rest = body.lstrip(_BLANKS)
        self.blanks = body[: len(body) - len(self.rest)]
        self.column = len(self.blanks.expandtabs(4)) if "\t" in self.blanks else len(self.blanks)
        self.number = number
        self.offset = notes.starts[number] + len(self.blanks)

    @property
    def odd(self) -> bool:
        """True when something else than blanks indents the line."""
        return self.blanks.strip(" ") != ""


def below(notes: Notes, number: int) -> Line | None:
    """Returns the next line below line `number` that is neither empty nor a comment; None at the end, or when enough
    have been looked at ahead of their turn."""
    while (number := number + 1) < len(notes.lines) and notes.lookahead >= 0:
        notes.lookahead -= 1
        line = Line(notes, number)
        if line.rest and line.rest[0] != "#":
            return line
    return None


def behind_dash(notes: Notes, line: Line) -> tuple[int, str, int]:
    """Returns the offset of what a dash introduces, that piece, and the width of dash and blanks.

    Blanks that YAML does not take there are mended.
    """
    match = DASH.match(line.rest)
    width = match.end() if match else 1
    offset = line.offset + width
    gap = line.rest[1:width]
    if gap.strip(" "):
        code = "repaired-tab" if "\t" in gap else "repaired-blank"
        notes.edit(line.offset + 1, offset, " ")
        notes.note(line.offset + 1, code, f"{blank_name(gap)} stands behind the dash", "put one blank there")
        width = 2
    return offset, line.rest[match.end() if match else 1 :], max(width, 2)


def place(notes: Notes, line: Line, column: int, what: str) -> None:
    """Moves a line to the column, from 0, where it belongs; `what` names it in the message."""
    if line.column == column and not line.odd:
        return
    notes.edit(line.offset - len(line.blanks), line.offset, " " * column)
    if "\t" in line.blanks:
        code, message = "repaired-tab", "a tab indents this line; YAML takes only blanks"
    elif line.odd:
        code, message = "repaired-blank", f"{blank_name(line.blanks)} indents this line; YAML takes only blanks"
    else:
        code, message = "repaired-indent", f"{what} stands in column {line.column + 1}; it belongs in {column + 1}"
    fix = f"indent it by {column} blank{'' if column == 1 else 's'}" if column else "take out what stands before it"
    notes.note(line.offset, code, message, fix)


def blank_name(blanks: str) -> str:
    """Returns what to call the first blank in `blanks` that is no ordinary one."""
    if "\t" in blanks:
        return "a tab"
    odd = blanks.strip(" ")[:1]
    return "a no-break space (U+00A0)" if odd == "\u00a0" else f"an unusual blank (U+{ord(odd or ' '):04X})"
