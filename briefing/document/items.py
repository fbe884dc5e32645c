"""The items of list sections: events → typed items with the offsets of all their parts."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from briefing.document.cursor import Cursor
from briefing.document.events import Alias, Event, MappingEnd, MappingStart, Scalar
from briefing.document.fields import Fields, Typed
from briefing.document.grammar import PRIVATE_PREFIX, SECTIONS, Field, Section
from briefing.document.heads import Heads, tight_colon
from briefing.document.lines import quoted
from briefing.model import Item
from briefing.text import clean

Marks = dict[str, tuple[int, ...]]
_Reading = tuple[str, Callable[[Field, Event], Typed], Field]
_ODD = frozenset("&!?")


class Repairable(Exception):
    """YAML reads this text otherwise than any person would; the lines want repair before they are read again."""


class Body(NamedTuple):
    """What stands below the head of an item or an entry, as arguments for the model."""

    values: dict[str, object]
    marks: Marks
    extra: dict[str, str]


class Items:
    """Reads items. `repaired` says that the lines have been repaired already, so that nothing asks for it again."""

    __slots__ = ("_cursor", "_fields", "_heads", "_plans", "_repaired")

    def __init__(self, cursor: Cursor, fields: Fields, heads: Heads, repaired: bool) -> None:
        self._cursor = cursor
        self._fields = fields
        self._heads = heads
        self._repaired = repaired
        self._plans = {section.name: _plan(section, fields) for section in SECTIONS}

    def read(self, section: Section, event: Event) -> Item | None:
        """Returns the item that begins with `event`, or None for one in which there is nothing."""
        cursor = self._cursor
        if type(event) is MappingStart:
            if cursor.text[event.start_mark.index : event.start_mark.index + 1] in _ODD:
                self._odd(event)
            key = cursor.get()
            if type(key) is MappingEnd:
                return self._bare(section, "", event.start_mark.index)
            if type(key) is not Scalar or key.value in self._plans[section.name]:
                return self._without_head(section, key)
            return self._finish(section, *self._opening(key))
        if type(event) is Scalar or isinstance(event, Alias):
            text = cursor.words(event)
            self.comment_after(event)
            return self._bare(section, text, event.start_mark.index)
        at = event.start_mark.index
        message = f"this {section.noun} is a list; its source is kept as text"
        cursor.report.add(at, "item-shape", message, f"write it as {section.example}")
        return self._bare(section, cursor.raw(event).lstrip("- "), at)

    def pair(self, section: Section, key: Event) -> Item | None:
        """Returns the item that `key` and the value behind it make, where the dash before it was forgotten."""
        head, at, text, text_at = self._opening(key)
        return self._build(section, head, at, text, text_at, Body({}, {"": (at, text_at)}, {}))

    def body(self, section: Section, body: Body) -> None:
        """Reads the fields up to the end of a map into `body`."""
        cursor = self._cursor
        get = cursor.get
        plan = self._plans[section.name]
        values, marks, extra = body
        seen = 2
        while True:
            key = get()
            if type(key) is Scalar:
                reading = plan.get(key.value)
                if reading is None or key.value in marks:
                    self._unusual(section, key, body)
                    continue
                attribute, read, field = reading
                value, places = read(field, get())
                marks[key.value] = (key.start_mark.index, *places)
                if value is not None:
                    values[attribute] = value
                    seen += 2
                else:
                    self.keep_unread(key.value, extra)
            elif type(key) is MappingEnd:
                break
            else:
                self._unusual(section, key, body)
        cursor.count(seen, key.start_mark.index)

    def keep_unread(self, name: str, extra: dict[str, str]) -> None:
        """Keeps what was written for a field whose value could not be used."""
        if self._fields.unread:
            extra[name] = self._fields.unread
            self._fields.unread = ""

    def comment_after(self, event: Event) -> None:
        """Warns of a comment behind a plain text on the same line."""
        if type(event) is not Scalar or event.style:
            return
        end = event.end_mark.index
        text = self._cursor.text
        if text[end : end + 1] not in (" ", "\t"):
            return
        at = end
        while text[at : at + 1] in (" ", "\t"):
            at += 1
        if text[at : at + 1] == "#":
            message = "text after # is a comment; quote the line if it belongs to it"
            line = text[event.start_mark.index : at + 200].splitlines()[0].rstrip()
            fix = f"write {quoted(clean(line))}" if len(line) < 200 else ""
            self._cursor.report.add(at, "text-after-comment", message, fix)

    def name(self, key: Event) -> str:
        """Returns a key as a string; one that is a list or a map as its source."""
        written = self._cursor.string(key)
        return self._cursor.raw(key) if written is None else written

    def repeated(self, name: str, at: int, first: int, code: str, fix: str) -> None:
        """Reports a name that stands a second time, with the line of the first."""
        line = self._cursor.line(first)
        self._cursor.report.add(at, code, f"“{name[:60]}” stands on line {line} already", fix)

    def _opening(self, key: Event) -> tuple[str, int, str, int]:
        """The head and the text of the item that begins with `key`, each with its offset."""
        cursor = self._cursor
        at = key.start_mark.index
        if type(key) is Scalar:
            head = clean(key.value)
            if cursor.properties(key):
                head = clean(cursor.text[at : key.end_mark.index])
        elif isinstance(key, Alias):
            head = cursor.alias(key)
        else:
            head = cursor.raw(key)
            message = "YAML reads this head as a list or a map"
            cursor.report.add(at, "head-shape", message, f"write {quoted(head[:200])}")
        value = cursor.get()
        text_at = value.start_mark.index
        text = cursor.words(value)
        if type(value) is Scalar and not value.style:
            if not text:
                text, text_at = self._hashed(value, text_at)
            elif cursor.text[value.end_mark.index : value.end_mark.index + 1] not in ("\n", "\r", ""):
                self.comment_after(value)
        return head, at, text, text_at

    def _hashed(self, value: Event, at: int) -> tuple[str, int]:
        """The text of `- open: #Aleppo trends`, which YAML takes for a comment."""
        line = self._cursor.text[at : at + 10_000].split("\n", 1)[0]
        written = line.strip(" \t\r")
        if written[:1] != "#":
            return "", at
        place = at + line.index("#")
        text = clean(written)
        message = "YAML takes a text that begins with # for a comment"
        self._cursor.report.add(place, "repaired-comment", message, f"write {quoted(text[:200])}")
        return text, place

    def _finish(self, section: Section, head: str, at: int, text: str, text_at: int) -> Item | None:
        body = Body({}, {"": (at, text_at)}, {})
        if not self._repaired and "\n" in self._cursor.text[text_at : text_at + len(text)]:
            self._swallowed(section, text_at, len(text))
        self.body(section, body)
        return self._build(section, head, at, text, text_at, body)

    def _build(self, section: Section, head: str, at: int, text: str, text_at: int, body: Body) -> Item:
        if body.extra or (section.default and head.isalpha() and head not in (section.default, *section.heads)):
            head, text = self._recast(section, head, text, body)
        opening = self._heads.read(section, head, at, text, text_at)
        if not opening.text:
            message = f"nothing stands behind “{head[:60]}:”"
            self._cursor.report.add(at, "text-empty", message, f"write {section.text} there")
        if opening.bare:
            body.marks[""] = (at, at)
        values = body.values
        values.update(opening.values)
        if body.extra:
            values["extra"] = body.extra
        return section.item(head=opening.head, text=opening.text, marks=body.marks, **values)  # type: ignore[arg-type]

    def _recast(self, section: Section, head: str, text: str, body: Body) -> tuple[str, str]:
        """Head and text, looked for in the fields where they were written with names for them."""
        from briefing.document.other_words import recast  # few files need it; every start would pay for it

        meant = recast(section, head, text, body.extra)
        if meant is None:
            return head, text
        message = f"head and text of the {section.noun} stand on one line, without names for them"
        fix = f"begin it with - {meant[0]}: {meant[1][:120]}"
        self._cursor.report.add(body.marks[""][0], "head-first", message, fix)
        return meant

    def _bare(self, section: Section, text: str, at: int) -> Item | None:
        """An item that is a single string."""
        if not text:
            self._cursor.report.add(at, "text-empty", f"this {section.noun} is empty", f"write {section.example}")
            return None
        colon = tight_colon(section, text)
        if colon:
            head, rest = text[:colon], text[colon + 1 :]
            message = f"the blank after “{head}:” is missing"
            fix = f"write - {head}: {rest}" if len(rest) <= 200 else ""
            self._cursor.report.add(at + colon, "repaired-space", message, fix)
            return self._build(section, head, at, rest, at + colon + 1, Body({}, {"": (at, at + colon + 1)}, {}))
        return self._build(section, section.default, at, text, at, Body({}, {"": (at, at)}, {}))

    def _without_head(self, section: Section, first: Event) -> Item | None:
        """An item that begins with a field, or with a list. The first name that is no field is taken for its head."""
        cursor = self._cursor
        if type(first) is not Scalar:
            return self._finish(section, *self._opening(first))
        at = first.start_mark.index
        body = Body({}, {}, {})
        opening, key = None, first
        while type(key) is not MappingEnd:
            reading = self._plans[section.name].get(key.value) if type(key) is Scalar else None
            if reading is None and opening is None:
                opening = self._opening(key)
            elif reading is None or key.value in body.marks:
                self._unusual(section, key, body)
            else:
                attribute, read, field = reading
                value, places = read(field, cursor.get())
                body.marks[field.name] = (key.start_mark.index, *places)
                if value is not None:
                    body.values[attribute] = value
                else:
                    self.keep_unread(field.name, body.extra)
            key = cursor.get()
        head, head_at, text, text_at = opening or ("", at, "", at)
        line = f"- {head}: {text[:120]}" if opening else section.example
        message = f"“{first.value}” is a field; the head comes first ({section.head.value})"
        cursor.report.add(at, "head-first", message, f"begin the {section.noun} with {line}")
        body.marks[""] = (head_at, text_at)
        if opening is None and not body.values:
            return None
        return self._build(section, head, head_at, text, text_at, body)

    def _unusual(self, section: Section, key: Event, body: Body) -> None:
        """A field that is not known, stands twice or is no word at all."""
        cursor = self._cursor
        at = key.start_mark.index
        name = self.name(key)
        value = cursor.get()
        if name in body.marks or name in body.extra:
            first = body.marks.get(name, body.marks.get("", (0,)))[0]
            self.repeated(name, at, first, "field-repeated", "keep one of the two")
            cursor.skip(value)
            return
        body.extra[name] = self.unknown(name, at, value, section)

    def unknown(self, name: str, at: int, value: Event, section: Section | None) -> str:
        """Reports a name that `section` (None: the top level) does not have and returns its value as text.

        Raises `Repairable` for one that begins with a no-break space or the like, which was meant to indent it.
        """
        cursor = self._cursor
        if not self._repaired and name[:1].isspace():
            raise Repairable
        if name == "<<":
            message = "<< would take over the fields of another map"
            cursor.report.add(at, "merge-key", message, "write the fields out")
        elif not name.startswith(PRIVATE_PREFIX):
            from briefing.document.other_words import instead

            message = f"no field of {section.noun if section else 'a briefing'} is called “{name[:60]}”"
            cursor.report.add(at, "field-unknown", message, instead(name, section, cursor.report))
        if type(value) is Scalar:
            return cursor.words(value)
        if isinstance(value, Alias):
            return cursor.alias(value)
        cursor.properties(value)
        return cursor.raw(value)

    def _odd(self, event: Event) -> None:
        if self._cursor.text[event.start_mark.index] != "?":
            self._cursor.properties(event)
        elif not self._repaired:
            raise Repairable

    def _swallowed(self, section: Section, at: int, length: int) -> None:
        """`src:bbc#1` below a text becomes part of it in YAML, for want of one blank."""
        names, written = "|".join(map(re.escape, self._plans[section.name])), self._cursor.text[at : at + length + 200]
        if written[0] not in "|>" and re.search(rf"[\n\r][ \t]*(?:{names}):[^ \t\r\n]", written):
            raise Repairable


def _plan(section: Section, fields: Fields) -> dict[str, _Reading]:
    return {field.name: (field.target, fields.by_type[field.type], field) for field in section.fields}
