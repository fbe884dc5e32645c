"""Blocks of text below `|` or `>`: how far they go, and lines in them that YAML would not take."""

from __future__ import annotations

import re

from briefing.document.grammar import BY_NAME, TOP_BY_NAME
from briefing.document.lines import find_key
from briefing.document.passages import Notes

_DIGIT = re.compile(r"[|>][+-]?([1-9])")
_OTHER = ("- ", "---", "...", "<<<<<<<", "=======", ">>>>>>>", "|||||||")
_WORD = re.compile(r"[\w-]+")


def read_block(notes: Notes, number: int, column: int, header: str) -> int:
    """Reads the block whose header stands on line `number`, hanging on something in `column`.

    Lines that stand too far left to be part of it, and that look like nothing else, are moved into it. Returns the
    number of the first line behind the block.
    """
    digit = _DIGIT.match(header)
    indent = column + int(digit[1]) if digit else 0
    number += 1
    while number < len(notes.lines):
        body = notes.body(number)
        rest = body.lstrip(" ")
        width = len(body) - len(rest)
        if rest:
            if width <= column and _ends_block(notes, number, rest, width):
                return number
            if not indent:
                indent = width + _tabs(rest) * 2 if width > column else column + 2
            if width < indent:
                _indent(notes, number, rest, width, indent)
        number += 1
    return number


def _tabs(rest: str) -> int:
    return len(rest) - len(rest.lstrip("\t"))


def _indent(notes: Notes, number: int, rest: str, width: int, indent: int) -> None:
    start = notes.starts[number]
    tabs = _tabs(rest)
    notes.edit(start, start + width + tabs, " " * indent)
    if tabs:
        message = "a tab indents this line; YAML takes only blanks"
        notes.note(start + width, "repaired-tab", message, f"indent it by {indent} blanks")
    else:
        message = "this line stands too far left to be part of the text above it; it was read as part of it"
        notes.note(start + width, "repaired-indent", message, f"indent it by {indent} blanks")


def _ends_block(notes: Notes, number: int, rest: str, width: int) -> bool:
    """True for a line that is something else than a forgotten line of the block: a dash, a key, a marker."""
    if rest[0] == "\t":
        return False
    if rest[0] == "#":
        return not _goes_on(notes, number, width)
    if rest == "-" or rest.startswith(_OTHER):
        return True
    key = find_key(rest)
    if key is None:
        name = rest.partition(":")[0]
        return name in BY_NAME or name in TOP_BY_NAME
    return _WORD.fullmatch(key.name) is not None or width > 0


def _goes_on(notes: Notes, number: int, width: int) -> bool:
    """True when the next line that is no comment stands deeper: then what looks like a comment is part of the text."""
    while (number := number + 1) < len(notes.lines) and notes.lookahead > 0:
        notes.lookahead -= 1
        body = notes.body(number)
        rest = body.lstrip(" ")
        if rest and rest[0] != "#":
            return len(body) - len(rest) > width and rest[:2] != "- "
    return False
