"""Where a scan stands, and the pieces of a line whose place is known: a key, a value, a text that goes on."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.document.blocks import read_block
from briefing.document.grammar import Field, Section, Type
from briefing.document.lines import Key, is_block_header, key_needs_quotes, quoted
from briefing.document.passages import Notes, Passages
from briefing.document.placing import Line, place
from briefing.text import clean

_LISTS = (Type.TEXTS, Type.ANCHORS, Type.SLUGS, Type.SOURCES, Type.WAS)


@dataclass(slots=True)
class Standing:
    """The section and the field that a scan is in, and the columns, from 0, of what it stands below; -1 for what is
    not there: the names of the top level, the dashes of the items, the fields of an item or an entry, the dashes of a
    field's list, the slugs of the entries, a field of the user's own, below which anything may stand. `listing` says
    that a field's list is open."""

    section: Section | None = None
    field: Field | None = None
    top: int = -1
    item: int = -1
    body: int = -1
    list: int = -1
    entry: int = -1
    own: int = -1
    listing: bool = False

    def leave(self) -> None:
        """Leaves the section."""
        self.section = self.field = None
        self.item = self.body = self.list = self.entry = self.own = -1
        self.listing = False


class Pieces:
    """Reads the pieces of lines. Each method returns the number of the first line that has not been read with it."""

    __slots__ = ("_as_text", "_at", "_notes", "_passages")

    def __init__(self, notes: Notes, passages: Passages, at: Standing, as_text: set[int]) -> None:
        self._notes = notes
        self._passages = passages
        self._at = at
        self._as_text = as_text

    def keyed(self, line: Line, key: Key, offset: int, column: int, dash: str = "", nested: bool = False) -> int:
        """Reads a key and begins its value. `nested` is one inside an entry of a list, which stays open."""
        notes = self._notes
        name = notes.text[offset : offset + key.end]
        if key_needs_quotes(name) and name:
            notes.edit(offset, offset + key.end, quoted(name))
            message = f"YAML does not take {name[0]} at the beginning of a name"
            notes.note(offset, "repaired-quotes", message, f"write {quoted(clean(name))}")
        if not key.spaced:
            notes.edit(offset + key.end + 1, offset + key.end + 1, " ")
            rest = notes.text[offset + key.value : notes.end(line.number)]
            fix = f"write {dash}{name}: {rest}" if len(rest) <= 200 else ""
            notes.note(offset + key.end, "repaired-space", f"the blank after “{name}:” is missing", fix)
        value = offset + key.value
        if not nested:
            empty = value >= notes.end(line.number) or notes.text[value] == "#"
            self._at.listing = empty and self._at.field is not None and self._at.field.type in _LISTS
        return self.value(line, value, column, f"{dash}{name}: ")

    def value(self, line: Line, offset: int, column: int, label: str, bare: bool = False) -> int:
        """Begins the value at `offset`, which hangs on something in `column`; `label` is what stands before it."""
        piece = self._notes.text[offset : self._notes.end(line.number)]
        if is_block_header(piece) and self._notes.starts[line.number] not in self._as_text:
            self._passages.current = None
            return read_block(self._notes, line.number, column, piece)
        return self._passages.begin(line.number, offset, column, label, bare)

    def go_on(self, line: Line) -> int:
        """A line that is none of its own goes on with the text above it; where there is none it is left out."""
        current = self._passages.current
        if current is None:
            return self._lose(line)
        if current.kind == "empty" and self._at.section is not None and self._at.body < 0 and self._at.entry < 0:
            return self._lose(line)
        shallow = line.column <= current.column
        if current.kind == "empty":
            if shallow or line.odd:
                place(self._notes, line, current.column + 2, "this text")
            return self.value(line, line.offset, current.column, current.label, current.bare)
        self._passages.extend(line.number, moved=shallow or line.odd)
        return line.number + 1

    def _lose(self, line: Line) -> int:
        self._notes.blank_out(line.number)
        message = "this line belongs to nothing and was left out"
        self._notes.note(line.offset, "line-lost", message, "indent it, or give it a name or a dash")
        return line.number + 1
