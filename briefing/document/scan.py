"""One pass over the lines of a briefing: where each belongs, what its key and its value are."""

from __future__ import annotations

import re

from briefing.document.conflicts import Conflicts
from briefing.document.grammar import BY_NAME, TOP_BY_NAME, Section, Type
from briefing.document.heads import may_be_head, tight_colon
from briefing.document.lines import Key, find_key, is_block_header, tight_key
from briefing.document.passages import Notes, Passages
from briefing.document.pieces import Pieces, Standing
from briefing.document.placing import DASH, Line, behind_dash, below, place
from briefing.document.slips import REACH, Names, at_margin, is_entry, is_section, is_top, lacks_dash
from briefing.document.values import is_slug

_NAME = re.compile(r"[\w-]+")
_TIGHT = re.compile(r"([\w-]+):(?=[^\s/])")
LINE_LIMIT = 250_000
"""Lines that are looked at; a file of more has too many values to be read to its end in any case."""


class Scanner:
    """Goes over a text once. Its result is in `notes`."""

    def __init__(self, text: str, as_text: set[int], left_out: set[int]) -> None:
        self.notes = Notes(text)
        self._left_out = left_out
        self._at = Standing()
        self._passages = Passages(self.notes, as_text)
        self._pieces = Pieces(self.notes, self._passages, self._at, as_text)
        self._conflicts = Conflicts(self.notes)
        self._names = Names()

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
        if 0 <= self._at.own < line.column:
            return self._in_own(line)
        self._at.own = -1
        if DASH.match(line.rest):
            return self._dash(line)
        return self._key(line)

    def _document(self, number: int) -> None:
        """A line `---`: a second document, unless what follows plainly goes on with the section above it."""
        if self._at.top >= 0 and self._goes_on(number):
            self.notes.blank_out(number)
            message = "this line would begin a second document; it was left out"
            self.notes.note(self.notes.starts[number], "several-documents", message, "take it out")
        else:
            self._at.leave()

    def _goes_on(self, number: int) -> bool:
        line = below(self.notes, number)
        return line is not None and (line.column > self._at.top or line.rest[:2] == "- ")

    def _dash(self, line: Line) -> int:
        section = self._at.section
        if self._at.listing and line.column >= max(self._at.body, 0) and not self._is_item(line):
            return self._list_entry(line)
        if section is None or section.shape == "map":
            if self._in_loose_text(line):
                return self._pieces.go_on(line)
            in_text = self._at.field is not None or (section is not None and line.column > self._at.entry >= 0)
            if in_text and self._passages.current is not None:
                return self._pieces.go_on(line)
            self._at.field = None
            return self._open_item(line)
        inside = 0 <= self._at.item < line.column and line.column >= self._at.body
        near = line.column - self._at.item <= REACH
        if inside and self._passages.current is not None and not self._has_head(section, line.rest, near):
            return self._pieces.go_on(line)
        return self._open_item(line)

    def _is_item(self, line: Line) -> bool:
        """True for a dash that stands where those of the items do, though a list is open."""
        return line.column == self._at.item

    def _has_head(self, section: Section, rest: str, near: bool) -> bool:
        """True when a dash with `rest` begins an item; where the dashes of the items are near, any name is a head."""
        match = DASH.match(rest)
        piece = rest[match.end() :] if match else rest
        key = find_key(piece)
        return (key is not None and (near or may_be_head(section, key.name))) or tight_colon(section, piece[:80]) > 0

    def _open_item(self, line: Line) -> int:
        self._passages.finish()
        if self._at.item < 0:
            self._at.item = line.column if not line.odd else max(2, self._at.top + 2)
        place(self.notes, line, self._at.item, "this line")
        offset, piece, width = behind_dash(self.notes, line)
        self._at.body = self._at.item + width
        self._at.list = -1
        self._at.listing = False
        key = self._head_of(piece)
        if key is None:
            return self._pieces.value(line, offset, self._at.item, "- ", bare=True)
        self._at.field = self._at.section.field(key.name) if self._at.section else None
        return self._pieces.keyed(line, key, offset, self._at.body, "- ")

    def _head_of(self, piece: str) -> Key | None:
        key = find_key(piece)
        if key is not None or self._at.section is None or piece[:2] == "? ":
            return None if piece[:2] == "? " else key
        colon = tight_colon(self._at.section, piece[:80])
        return tight_key(piece, piece[:colon]) if colon else None

    def _list_entry(self, line: Line) -> int:
        self._passages.finish()
        if self._at.list < 0:
            self._at.list = line.column if not line.odd else max(self._at.body, 0) + 2
        place(self.notes, line, self._at.list, "this entry")
        offset, piece, width = behind_dash(self.notes, line)
        if self._at.field is not None and self._at.field.type is Type.WAS:
            key = find_key(piece)
            if key is not None and piece[:1] not in ("{", "["):
                return self._pieces.keyed(line, key, offset, self._at.list + width, "- ", nested=True)
        return self._pieces.value(line, offset, self._at.list, "- ")

    def _key(self, line: Line) -> int:
        key = find_key(line.rest) or self._tight(line)
        if key is None or is_block_header(line.rest):
            return self._pieces.go_on(line)
        section = self._at.section
        top = key.name in BY_NAME or key.name in TOP_BY_NAME
        if self._at.top < 0 or line.column == self._at.top:
            if section is not None and not top and section.field(key.name) and self._at.body >= 0:
                return self._field_line(line, key)
            if section is not None and not top and self._is_member(line, key, section):
                return self._in_map(line, key, section) if section.shape == "map" else self._dashless(line, key)
            if self._at.top >= 0 and not top and not _NAME.fullmatch(key.name) and self._passages.current is not None:
                return self._pieces.go_on(line)
            return self._open_top(line, key)
        if (self._at.field or section) and is_top(
            section, key.name, line.column, self._at.top, max(self._at.item, self._at.entry)
        ):
            return self._open_top(line, key)
        if section is None:
            if self._at.field is not None or self._in_loose_text(line):
                return self._pieces.go_on(line)
            return self._loose(line, key)
        return self._in_map(line, key, section) if section.shape == "map" else self._in_list(line, key, section)

    def _is_member(self, line: Line, key: Key, section: Section) -> bool:
        """True for a name at the margin that was meant for the section above it: a head without its dash, or an entry
        when the next line goes on with the entries."""
        if section.shape == "list":
            return lacks_dash(section, key.name, line.column, self._at.item, self._at.top)
        following = below(self.notes, line.number) if is_slug(key.name) and key.value < len(line.rest) else None
        if following is None or following.column <= self._at.top:
            return False
        if self._at.entry < 0:
            self._at.entry = following.column
        return self._at.entry in (following.column, line.column)

    def _in_loose_text(self, line: Line) -> bool:
        """True below a text that stands under a name of which the format says nothing."""
        current = self._passages.current
        known = self._at.section is not None or self._at.field is not None
        return not known and current is not None and current.kind != "empty" and line.column > current.column

    def _tight(self, line: Line) -> Key | None:
        match = _TIGHT.match(line.rest)
        if match is None:
            return None
        name = match[1]
        section = self._at.section
        known = name in BY_NAME or name in TOP_BY_NAME if line.column <= max(self._at.top, 0) else False
        if section is not None and not known:
            entry = section.shape == "map" and self._at.entry in (-1, line.column)
            known = section.field(name) is not None or (entry and may_be_head(section, name))
        return tight_key(line.rest, name) if known else None

    def _open_top(self, line: Line, key: Key) -> int:
        self._passages.finish()
        if self._at.top < 0:
            self._at.top = 0 if line.odd or (line.column and at_margin(self.notes.text)) else line.column
        place(self.notes, line, self._at.top, f"“{key.name}”")
        self._at.leave()
        self._at.section = BY_NAME.get(key.name)
        self._at.field = TOP_BY_NAME.get(key.name)
        return self._pieces.keyed(line, key, line.offset, self._at.top)

    def _in_list(self, line: Line, key: Key, section: Section) -> int:
        if self._at.body < 0:
            return self._loose(line, key)
        deep = self._at.field is not None and self._at.field.type is Type.WAS and line.column > self._at.body
        if deep and self._at.listing:
            return self._pieces.keyed(line, key, line.offset, line.column, nested=True)
        if section.field(key.name) or line.column == self._at.body:
            return self._field_line(line, key)
        slipped = self._is_slipped_field(line, key, section)
        if lacks_dash(section, key.name, line.column, self._at.item, self._at.top, slipped):
            return self._dashless(line, key)
        return self._field_line(line, key) if slipped else self._pieces.go_on(line)

    def _in_map(self, line: Line, key: Key, section: Section) -> int:
        if key.name in BY_NAME and key.value >= len(line.rest) and is_section(line, below(self.notes, line.number)):
            return self._open_top(line, key)
        current = self._passages.current
        text = current is not None and current.kind != "empty"
        if self._at.entry >= 0 and line.column > self._at.entry:
            if self._at.body < 0 and current is not None and not text:
                self._at.body = line.column
            if self._at.body < 0 and section.field(key.name) and self._passages.unfold(line.column, section):
                self._at.body = line.column
            if self._at.body >= 0 and (section.field(key.name) or line.column == self._at.body):
                return self._field_line(line, key)
            if not is_entry(section, key.name, line.column, self._at.entry, self._at.body):
                slipped = self._at.body >= 0 and self._is_slipped_field(line, key, section)
                return self._field_line(line, key) if slipped else self._pieces.go_on(line)
        elif self._at.item >= 0 or self._is_fallen_field(line, key, section):
            return self._field_line(line, key)
        self._passages.finish()
        if self._at.entry < 0:
            self._at.entry = line.column if not line.odd else self._at.top + 2
        place(self.notes, line, self._at.entry, f"“{key.name[:40]}”")
        self._at.body = self._at.list = -1
        self._at.listing = False
        self._at.field = None
        return self._pieces.keyed(line, key, line.offset, self._at.entry)

    def _is_fallen_field(self, line: Line, key: Key, section: Section) -> bool:
        """True for a field where the entries stand, when the next line goes on with the fields."""
        if self._at.body < 0 or section.field(key.name) is None:
            return False
        following = below(self.notes, line.number)
        return following is not None and following.column == self._at.body

    def _is_slipped_field(self, line: Line, key: Key, section: Section) -> bool:
        """True for a field, nearly right by its name, beside the column of the fields and below a text."""
        current = self._passages.current
        near = current is not None and current.kind != "empty" and abs(line.column - self._at.body) <= REACH
        return near and self._names.is_field(section, key.name)

    def _dashless(self, line: Line, key: Key) -> int:
        """A head that stands where the dashes do and has none."""
        self._passages.finish()
        name = key.name[:40]
        place(self.notes, line, self._at.item, f"“{name}”")
        self.notes.edit(line.offset, line.offset, "- ")
        self.notes.note(line.offset, "repaired-dash", f"the dash before “{name}:” is missing", f"write - {name}: …")
        self._at.body = self._at.item + 2
        self._at.list = -1
        self._at.listing = False
        self._at.field = None
        return self._pieces.keyed(line, key, line.offset, self._at.body, "- ")

    def _field_line(self, line: Line, key: Key) -> int:
        section = self._at.section
        if section is not None and section.shape == "list":
            self._passages.lead(section.default, section.noun)
        self._passages.finish()
        place(self.notes, line, self._at.body, f"“{key.name[:40]}”")
        self._at.field = section.field(key.name) if section else None
        self._at.list = -1
        if self._at.field is None and line.rest[key.value : key.value + 1] in ("", "#"):
            self._at.own = self._at.body
        return self._pieces.keyed(line, key, line.offset, self._at.body)

    def _in_own(self, line: Line) -> int:
        """A line below a field that the format does not know: a map, a list or a text, as its writer likes."""
        key = find_key(line.rest)
        if DASH.match(line.rest):
            self._passages.finish()
            offset, piece, width = behind_dash(self.notes, line)
            key = find_key(piece)
            if key is None:
                return self._pieces.value(line, offset, line.column, "- ")
            return self._pieces.keyed(line, key, offset, line.column + width, "- ")
        return self._loose(line, key) if key else self._pieces.go_on(line)

    def _loose(self, line: Line, key: Key) -> int:
        """A key in a part of the file that the format says nothing about."""
        self._passages.finish()
        return self._pieces.keyed(line, key, line.offset, line.column)
