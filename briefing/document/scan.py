"""One pass over the lines of a briefing: where each belongs, what its key and its value are."""

from __future__ import annotations

import re

from briefing.document.blocks import read_block
from briefing.document.conflicts import Conflicts
from briefing.document.grammar import BY_NAME, TOP_BY_NAME, Field, Section, Type
from briefing.document.heads import may_be_head, tight_colon
from briefing.document.lines import Key, find_key, is_block_header, key_needs_quotes, quoted, tight_key
from briefing.document.passages import Notes, Passages
from briefing.document.placing import DASH, Line, behind_dash, place
from briefing.text import clean

_NAME = re.compile(r"[\w-]+")
_TIGHT = re.compile(r"([\w-]+):(?=[^\s/])")
LINE_LIMIT = 250_000
"""Lines that are looked at; a file of more has too many values to be read to its end in any case."""
_LISTS = (Type.TEXTS, Type.ANCHORS, Type.SLUGS, Type.SOURCES, Type.WAS)


class Scanner:
    """Goes over a text once. Its result is in `notes`."""

    def __init__(self, text: str, as_text: set[int], left_out: set[int]) -> None:
        self.notes = Notes(text)
        self._left_out = left_out
        self._as_text = as_text
        self._passages = Passages(self.notes, as_text)
        self._section: Section | None = None
        self._field: Field | None = None
        self._top = -1
        self._item = self._body = self._list = self._entry = -1
        self._listing = False
        self._conflicts = Conflicts(self.notes)

    def scan(self) -> None:
        """Reads all lines."""
        number = 0
        while number < min(len(self.notes.lines), LINE_LIMIT):
            number = self._line(number)
        self._passages.finish()

    def _line(self, number: int) -> int:
        notes = self.notes
        body = notes.body(number)
        start = notes.starts[number]
        if start in self._left_out:
            self._passages.finish()
            self.notes.blank_out(number)
            notes.note(start, "line-lost", "this line could not be read and was left out", "mend it or take it out")
            return number + 1
        if self._conflicts.take(number, body):
            self._passages.finish()
            return number + 1
        line = Line(notes, number)
        if not line.rest or line.rest[0] == "#":
            return number + 1
        if body[:3] in ("---", "...") and body[3:4] in ("", " ", "\t"):
            self._passages.finish()
            self._document(number)
            return number + 1
        if DASH.match(line.rest):
            return self._dash(line)
        return self._key(line)

    def _document(self, number: int) -> None:
        """A line `---`: a second document, unless what follows plainly goes on with the section above it."""
        if self._top >= 0 and self._goes_on(number):
            self.notes.blank_out(number)
            message = "this line would begin a second document; it was left out"
            self.notes.note(self.notes.starts[number], "several-documents", message, "take it out")
        else:
            self._leave()

    def _goes_on(self, number: int) -> bool:
        while (number := number + 1) < len(self.notes.lines):
            self.notes.lookahead -= 1
            line = Line(self.notes, number)
            if line.rest and line.rest[0] != "#":
                return line.column > self._top or line.rest[:2] == "- "
            if self.notes.lookahead < 0:
                break
        return False

    def _leave(self) -> None:
        self._section = self._field = None
        self._item = self._body = self._list = self._entry = -1
        self._listing = False

    def _dash(self, line: Line) -> int:
        section = self._section
        if self._listing and line.column >= max(self._body, 0) and not self._is_item(line):
            return self._list_entry(line)
        if section is None or section.shape == "map":
            if self._in_loose_text(line):
                return self._continue(line)
            in_text = self._field is not None or (section is not None and line.column > self._entry >= 0)
            if in_text and self._passages.current is not None:
                return self._continue(line)
            self._field = None
            return self._open_item(line)
        inside = 0 <= self._item < line.column and line.column >= self._body
        if inside and self._passages.current is not None and not self._has_head(section, line.rest):
            return self._continue(line)
        return self._open_item(line)

    def _is_item(self, line: Line) -> bool:
        """True for a dash that stands where those of the items do, though a list is open."""
        return line.column == self._item

    def _has_head(self, section: Section, rest: str) -> bool:
        match = DASH.match(rest)
        piece = rest[match.end() :] if match else rest
        key = find_key(piece)
        return (key is not None and may_be_head(section, key.name)) or tight_colon(section, piece[:80]) > 0

    def _open_item(self, line: Line) -> int:
        self._passages.finish()
        if self._item < 0:
            self._item = line.column if not line.odd else max(2, self._top + 2)
        place(self.notes, line, self._item, "this line")
        offset, piece, width = behind_dash(self.notes, line)
        self._body = self._item + width
        self._list = -1
        self._listing = False
        key = self._head_of(piece)
        if key is None:
            return self._value(line, offset, self._item, "- ", bare=True)
        self._field = self._section.field(key.name) if self._section else None
        return self._keyed(line, key, offset, self._body, "- ")

    def _head_of(self, piece: str) -> Key | None:
        key = find_key(piece)
        if key is not None or self._section is None or piece[:2] == "? ":
            return None if piece[:2] == "? " else key
        colon = tight_colon(self._section, piece[:80])
        return tight_key(piece, piece[:colon]) if colon else None

    def _list_entry(self, line: Line) -> int:
        self._passages.finish()
        if self._list < 0:
            self._list = line.column if not line.odd else max(self._body, 0) + 2
        place(self.notes, line, self._list, "this entry")
        offset, piece, width = behind_dash(self.notes, line)
        if self._field is not None and self._field.type is Type.WAS:
            key = find_key(piece)
            if key is not None and piece[:1] not in ("{", "["):
                return self._keyed(line, key, offset, self._list + width, "- ", nested=True)
        return self._value(line, offset, self._list, "- ")

    def _key(self, line: Line) -> int:
        key = find_key(line.rest) or self._tight(line)
        if key is None or is_block_header(line.rest):
            return self._continue(line)
        section = self._section
        top = key.name in BY_NAME or key.name in TOP_BY_NAME
        if self._top < 0 or line.column == self._top:
            if section is not None and not top and section.field(key.name) and self._body >= 0:
                return self._field_line(line, key)
            if self._top >= 0 and not top and not _NAME.fullmatch(key.name) and self._passages.current is not None:
                return self._continue(line)
            return self._open_top(line, key)
        if section is None:
            if self._field is not None or self._in_loose_text(line):
                return self._continue(line)
            return self._loose(line, key)
        return self._in_map(line, key, section) if section.shape == "map" else self._in_list(line, key, section)

    def _in_loose_text(self, line: Line) -> bool:
        """True below a text that stands under a name of which the format says nothing."""
        current = self._passages.current
        known = self._section is not None or self._field is not None
        return not known and current is not None and current.kind != "empty" and line.column > current.column

    def _tight(self, line: Line) -> Key | None:
        match = _TIGHT.match(line.rest)
        if match is None:
            return None
        name = match[1]
        section = self._section
        known = name in BY_NAME or name in TOP_BY_NAME if line.column <= max(self._top, 0) else False
        if section is not None and not known:
            entry = section.shape == "map" and self._entry in (-1, line.column)
            known = section.field(name) is not None or (entry and may_be_head(section, name))
        return tight_key(line.rest, name) if known else None

    def _open_top(self, line: Line, key: Key) -> int:
        self._passages.finish()
        if self._top < 0:
            self._top = 0 if line.odd else line.column
        place(self.notes, line, self._top, f"“{key.name}”")
        self._leave()
        self._section = BY_NAME.get(key.name)
        self._field = TOP_BY_NAME.get(key.name)
        return self._keyed(line, key, line.offset, self._top)

    def _in_list(self, line: Line, key: Key, section: Section) -> int:
        if self._body < 0:
            return self._loose(line, key)
        deep = self._field is not None and self._field.type is Type.WAS and line.column > self._body
        if deep and self._listing:
            return self._keyed(line, key, line.offset, line.column, nested=True)
        if section.field(key.name) or line.column == self._body:
            return self._field_line(line, key)
        return self._continue(line)

    def _in_map(self, line: Line, key: Key, section: Section) -> int:
        current = self._passages.current
        if self._entry >= 0 and line.column > self._entry:
            if self._body < 0 and current is not None and current.kind == "empty":
                self._body = line.column
            if self._body >= 0 and (section.field(key.name) or line.column == self._body):
                return self._field_line(line, key)
            return self._continue(line)
        if self._item >= 0:
            return self._field_line(line, key)
        self._passages.finish()
        if self._entry < 0:
            self._entry = line.column if not line.odd else self._top + 2
        place(self.notes, line, self._entry, f"“{key.name[:40]}”")
        self._body = self._list = -1
        self._listing = False
        self._field = None
        return self._keyed(line, key, line.offset, self._entry)

    def _field_line(self, line: Line, key: Key) -> int:
        section = self._section
        if section is not None and section.shape == "list":
            self._passages.lead(section.default, section.noun)
        self._passages.finish()
        place(self.notes, line, self._body, f"“{key.name[:40]}”")
        self._field = section.field(key.name) if section else None
        self._list = -1
        return self._keyed(line, key, line.offset, self._body)

    def _loose(self, line: Line, key: Key) -> int:
        """A key in a part of the file that the format says nothing about."""
        self._passages.finish()
        return self._keyed(line, key, line.offset, line.column)

    def _keyed(self, line: Line, key: Key, offset: int, column: int, dash: str = "", nested: bool = False) -> int:
        """Reads a key and begins its value. `nested` is one inside an entry of a list, which stays open."""
        notes = self.notes
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
            self._listing = empty and self._field is not None and self._field.type in _LISTS
        return self._value(line, value, column, f"{dash}{name}: ")

    def _value(self, line: Line, offset: int, column: int, label: str, bare: bool = False) -> int:
        piece = self.notes.text[offset : self.notes.end(line.number)]
        if is_block_header(piece) and self.notes.starts[line.number] not in self._as_text:
            self._passages.current = None
            return read_block(self.notes, line.number, column, piece)
        return self._passages.begin(line.number, offset, column, label, bare)

    def _continue(self, line: Line) -> int:
        """A line that is none of its own goes on with the text above it; where there is none it is left out."""
        current = self._passages.current
        if current is None:
            return self._lose(line)
        if current.kind == "empty" and self._section is not None and self._body < 0 and self._entry < 0:
            return self._lose(line)
        shallow = line.column <= current.column
        if current.kind == "empty":
            if shallow or line.odd:
                place(self.notes, line, current.column + 2, "this text")
            return self._value(line, line.offset, current.column, current.label, current.bare)
        self._passages.extend(line.number, moved=shallow or line.odd)
        return line.number + 1

    def _lose(self, line: Line) -> int:
        self.notes.blank_out(line.number)
        message = "this line belongs to nothing and was left out"
        self.notes.note(line.offset, "line-lost", message, "indent it, or give it a name or a dash")
        return line.number + 1
