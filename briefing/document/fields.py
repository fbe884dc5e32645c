"""The values of fields: events → what the model holds, one method a type of the grammar."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefing import quantities
from briefing.dates import Edtf
from briefing.document.cursor import Cursor
from briefing.document.events import Event, MappingEnd, MappingStart, Scalar, SequenceEnd, SequenceStart
from briefing.document.grammar import Field, Type
from briefing.document.values import Values
from briefing.model import FORMAT_VERSION, Anchor, Was

Places = tuple[int, ...]
Typed = tuple[object, Places]
"""A value, None when there is none that could be used, and the offsets of the value and of its entries."""

_WAS = ("value", "as_of", "src")


class Fields:
    """Reads the values of fields from a cursor. `unread` is the source of the last value that could not be used."""

    __slots__ = ("_cursor", "_values", "by_type", "unread")

    def __init__(self, cursor: Cursor, values: Values) -> None:
        self._cursor = cursor
        self._values = values
        self.unread = ""
        self.by_type: dict[Type, Callable[[Field, Event], Typed]] = {
            Type.TEXT: self._text,
            Type.PATH: self._text,
            Type.VALUE: self._text,
            Type.TEXTS: self._texts,
            Type.ANCHORS: self._anchors,
            Type.SLUGS: self._slugs,
            Type.SOURCES: self._slugs,
            Type.WAS: self._was,
            Type.DATE: self._single,
            Type.FLAG: self._single,
            Type.SLUG: self._single,
            Type.SPEAKER: self._single,
            Type.SIDE: self._single,
            Type.WORD: self._single,
            Type.URL: self._single,
            Type.NUMBER: self._single,
        }

    def _text(self, field: Field, event: Event) -> Typed:
        at = event.start_mark.index
        return self._cursor.words(event), (at,)

    def _single(self, field: Field, event: Event) -> Typed:
        at = event.start_mark.index
        written = self._cursor.string(event)
        if written is None:
            return self._wrong_shape(field, event, "a single value")
        if not written:
            return None, (at,)
        value = self._typed(field, written, at)
        if value is None or value == "":
            self.unread = written
        return value, (at,)

    def _typed(self, field: Field, written: str, at: int) -> object:
        values = self._values
        if field.type is Type.DATE:
            return values.date(written, at)
        if field.type is Type.WORD:
            return values.word(written, field.words, at)
        if field.type is Type.FLAG:
            return values.flag(written, at)
        if field.type is Type.URL:
            return values.url(written, at)
        if field.type is Type.NUMBER:
            return self._version(written, at)
        if field.type is Type.SPEAKER:
            values.speaker(written, at)
        else:
            values.slug(written, "side" if field.type is Type.SIDE else "actor", at)
        return written

    def _version(self, written: str, at: int) -> int | None:
        report = self._cursor.report
        if not (written.isascii() and written.isdigit() and 0 < len(written) < 5 and int(written)):
            message = f"“{written[:60]}” is no version of the format"
            report.add(at, "version-unknown", message, f"write {FORMAT_VERSION}, or leave the line out")
            return None
        if int(written) > FORMAT_VERSION:
            message = f"the file is in version {written} of the format; this program writes version {FORMAT_VERSION}"
            report.add(at, "version-newer", f"{message}, so it opens read-only", "update the program to edit it")
        return int(written)

    def _wrong_shape(self, field: Field, event: Event, wanted: str) -> Typed:
        at = event.start_mark.index
        kind = "a list" if isinstance(event, SequenceStart) else "a map"
        message = f"{field.name} is {kind}; {wanted} is wanted ({field.type.value})"
        example = f"write {field.name}: {field.example}" if field.example else ""
        self._cursor.report.add(at, "field-shape", message, example)
        self._cursor.properties(event)
        self.unread = self._cursor.raw(event)
        return None, (at,)

    def _entries(self, event: Event) -> Iterator[Event]:
        """The entries of a value that may be a list or a single one; each must be read before the next is asked for."""
        if not isinstance(event, SequenceStart):
            yield event
            return
        self._cursor.properties(event)
        while not isinstance(entry := self._cursor.get(), SequenceEnd):
            self._cursor.count(1, entry.start_mark.index)
            yield entry

    def _texts(self, field: Field, event: Event) -> Typed:
        at = event.start_mark.index
        texts = []
        places = [at]
        for entry in self._entries(event):
            place = entry.start_mark.index
            text = self._cursor.words(entry)
            if text:
                texts.append(text)
                places.append(place)
                if field.code:
                    self._unsettled(field.code, text, place)
        return tuple(texts), tuple(places)

    def _unsettled(self, code: str, text: str, at: int) -> None:
        name, _, value = text.partition("=")
        other = f"“{' '.join(value.split())[:60]}” for {name.strip()[:30]}" if value.strip() else f"“{text[:60]}”"
        message = f"two people changed this; the other one has {other}"
        self._cursor.report.add(at, code, message, "keep what is right above, and delete this line")

    def _anchors(self, field: Field, event: Event) -> Typed:
        at = event.start_mark.index
        if type(event) is Scalar:
            anchors, begins = self._anchors_of(event)
            return anchors, ((at, at) if begins == (0,) else (at, *(at + begin for begin in begins)))
        if isinstance(event, MappingStart):
            return self._wrong_shape(field, event, "a list, or one string with commas,")
        found: list[Anchor] = []
        places = [at]
        for entry in self._entries(event):
            place = entry.start_mark.index
            if type(entry) is Scalar:
                anchors, begins = self._anchors_of(entry)
                found.extend(anchors)
                places.extend(place + begin for begin in begins)
            elif self._cursor.string(entry) is None:
                self._values.wrong_anchor(self._cursor.raw(entry), place)
        return tuple(found), tuple(places)

    def _anchors_of(self, event: Event) -> tuple[tuple[Anchor, ...], Places]:
        written = self._cursor.string(event) or ""
        if not written.strip():
            return (), ()
        if self._cut_off(event, written):
            return (), ()
        at = event.start_mark.index
        anchors, begins = self._values.anchors(written, at)
        if event.style in ("'", '"'):
            begins = tuple(begin + 1 for begin in begins)
        return anchors, begins

    def _cut_off(self, event: Event, written: str) -> bool:
        """True, and reported, for `bbc #12`: YAML takes the number for a comment, and nobody writes such a comment."""
        text = self._cursor.text
        end = event.end_mark.index
        if text[end : end + 1] not in (" ", "\t"):
            return False
        line = text[end : end + 40].lstrip(" \t").split("\n", 1)[0]
        if line[:1] != "#" or not line[1:2].isdigit() or line[1:].strip("0123456789-– \t\r,"):
            return False
        whole = f"{written} {line.strip()}"
        self._values.wrong_anchor(whole, event.start_mark.index)
        self.unread = whole
        return True

    def _slugs(self, field: Field, event: Event) -> Typed:
        at = event.start_mark.index
        noun = "source" if field.type is Type.SOURCES else "actor"
        if isinstance(event, MappingStart):
            return self._wrong_shape(field, event, "a list")
        slugs = []
        places = [at]
        for entry in self._entries(event):
            place = entry.start_mark.index
            written = self._cursor.string(entry)
            if written is None:
                written = self._cursor.raw(entry)
            begin = 0
            for part in written.split(","):
                slug = part.strip()
                if slug:
                    offset = place + begin + len(part) - len(part.lstrip())
                    self._values.slug(slug, noun, offset)
                    slugs.append(slug)
                    places.append(offset)
                begin += len(part) + 1
        return tuple(slugs), tuple(places)

    def _was(self, field: Field, event: Event) -> Typed:
        at = event.start_mark.index
        earlier = []
        places = [at]
        for entry in self._entries(event):
            places.append(entry.start_mark.index)
            if isinstance(entry, MappingStart):
                earlier.append(self._earlier(entry))
            else:
                earlier.append(Was(self.quantity(self._cursor.words(entry), places[-1])))
        return tuple(earlier), tuple(places)

    def _earlier(self, start: Event) -> Was:
        """One `{value, as_of, src}`; the marks of its parts are not kept."""
        cursor = self._cursor
        written = ""
        as_of: Edtf | None = None
        src: tuple[Anchor, ...] = ()
        value_at = start.start_mark.index
        while not isinstance(key := cursor.get(), MappingEnd):
            at = key.start_mark.index
            name = cursor.string(key)
            if name is None:
                name = cursor.raw(key)
            value = cursor.get()
            cursor.count(2, at)
            if name == "value":
                value_at = value.start_mark.index
                written = cursor.words(value)
            elif name == "as_of":
                date = cursor.string(value)
                as_of = self._values.date(date or cursor.raw(value), value.start_mark.index) if date != "" else None
            elif name == "src":
                found = self._anchors(Field("src", Type.ANCHORS, ""), value)[0]
                src = found if isinstance(found, tuple) else ()
            else:
                cursor.skip(value)
                message = f"an earlier value has no “{name[:60]}”, only value, as_of and src"
                cursor.report.add(at, "field-unknown", message, cursor.report.instead(name, _WAS, "earlier value"))
        return Was(self.quantity(written, value_at), as_of, src)

    def quantity(self, written: str, at: int) -> quantities.Quantity:
        """Returns the value of a figure; one that is no number is reported and kept as text."""
        found = quantities.parse(written)
        if not found.known:
            message = f"“{written[:60]}” is not understood as a number; it is shown as written"
            self._cursor.report.add(at, "figure-value", message, "write 311+, <500, ~300, 300-350 or 1.2m")
        return found
