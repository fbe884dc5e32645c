"""The whole of a file: documents, top level and sections, in one pass over the events."""

from __future__ import annotations

from briefing.document.cursor import Cursor
from briefing.document.entries import Entries
from briefing.document.events import (
    Alias,
    Event,
    MappingEnd,
    MappingStart,
    Scalar,
    SequenceEnd,
    SequenceStart,
    StreamEnd,
)
from briefing.document.fields import Fields
from briefing.document.grammar import BY_NAME, TOP_BY_NAME, Field, Section
from briefing.document.heads import Heads
from briefing.document.items import Items, Marks, Repairable
from briefing.document.values import Values
from briefing.model import Briefing, Item, LineMap


class Reader:
    """Reads one text. What has been read so far can be asked for at any time, also after an exception."""

    def __init__(self, cursor: Cursor, repaired: bool) -> None:
        self._cursor = cursor
        self._repaired = repaired
        self._maps: dict[str, dict[str, Item]] = {name: {} for name, s in BY_NAME.items() if s.shape == "map"}
        self._lists: dict[str, list[Item]] = {name: [] for name, s in BY_NAME.items() if s.shape == "list"}
        known = {BY_NAME[name].noun: entries for name, entries in self._maps.items()}
        self._values = Values(cursor.report, known)
        self._fields = Fields(cursor, self._values)
        self._items = Items(cursor, self._fields, Heads(self._values, self._fields, cursor.report), repaired)
        self._entries = Entries(cursor, self._items, self._values, repaired)
        self._top: dict[str, object] = {}
        self._marks: Marks = {}
        self._extra: dict[str, str] = {}
        self._section: Section | None = None
        self.mapping = False
        self.empty = True

    @property
    def known(self) -> bool:
        """True when at least one name of the format stood at the top level."""
        return bool(self._marks)

    def read(self) -> None:
        """Reads to the end of the text.

        Raises `yaml.YAMLError` where the parser gives up, `Repairable` where it should have, and `cursor.Stopped` at
        a limit.
        """
        cursor = self._cursor
        cursor.get()
        documents = 0
        while type(start := cursor.get()) is not StreamEnd:
            documents += 1
            self._document(start, documents)
            root = cursor.get()
            if type(root) is MappingStart:
                self.mapping = True
                self.empty = False
                self._cursor.properties(root)
                self._entries_of_top()
            else:
                self._stray(root)
            cursor.get()

    def finish(self) -> None:
        """Reports what can only be known at the end: unknown slugs and a missing title."""
        self._values.resolve()
        if self.known and not self._top.get("title") and "title" not in self._extra:
            at = self._marks["title"][1] if "title" in self._marks else 0
            message = "a briefing needs a title that states the news"
            self._cursor.report.add(at, "title-missing", message, "begin the file with title: …")

    def briefing(self, lines: LineMap, untitled: str) -> Briefing:
        """Returns what has been read as a briefing; `untitled` is its title when the text gives none."""
        top = dict(self._top)
        top["title"] = top.get("title") or untitled
        if self._extra:
            top["extra"] = self._extra
        sections: dict[str, object] = dict(self._maps)
        sections.update((name, tuple(items)) for name, items in self._lists.items())
        return Briefing(lines=lines, marks=self._marks, **top, **sections)  # type: ignore[arg-type]

    def _document(self, start: Event, number: int) -> None:
        report = self._cursor.report
        at = start.start_mark.index
        if getattr(start, "version", None) or getattr(start, "tags", None):
            report.add(at, "directive", "a line that begins with % speaks to the YAML parser", "take it out")
        if number > 1 and not self._repaired:
            raise Repairable
        if number > 1:
            message = "a second document begins here; a file is one briefing"
            report.add(at, "several-documents", message, "take the line --- out, or make two files")

    def _stray(self, root: Event) -> None:
        """A document that is no map."""
        at = root.start_mark.index
        if type(root) is Scalar and not root.value and not root.style:
            return
        self.empty = False
        message = "this is no briefing: it does not consist of lines such as title: …"
        text = type(root) is Scalar
        fix = (
            "briefing derive makes a briefing from an article"
            if text
            else "begin it with title: …, or use briefing new"
        )
        self._cursor.skip(root)
        self._cursor.report.add(at, "not-a-briefing", message, fix)

    def _entries_of_top(self) -> None:
        cursor = self._cursor
        while type(key := cursor.get()) is not MappingEnd:
            at = key.start_mark.index
            name = self._items.name(key)
            value = cursor.get()
            cursor.count(2, at)
            if name in BY_NAME:
                self._read_section(BY_NAME[name], at, value)
            elif name in TOP_BY_NAME:
                self._read_field(TOP_BY_NAME[name], at, value)
            else:
                self._unknown(name, at, value)

    def _read_field(self, field: Field, at: int, value: Event) -> None:
        if field.name in self._marks:
            first = self._marks[field.name][0]
            self._items.repeated(field.name, at, first, "field-repeated", "keep one of the two")
            self._cursor.skip(value)
            return
        typed, places = self._fields.by_type[field.type](field, value)
        self._marks[field.name] = (at, *places)
        if typed is None:
            self._items.keep_unread(field.name, self._extra)
        else:
            self._top[field.target] = typed

    def _unknown(self, name: str, at: int, value: Event) -> None:
        if name in self._extra:
            self._items.repeated(name, at, at, "field-repeated", "keep one of the two")
            self._cursor.skip(value)
            return
        if not self._repaired and self._section and self._section.field(name):
            raise Repairable
        self._extra[name] = self._items.unknown(name, at, value, None)

    def _read_section(self, section: Section, at: int, value: Event) -> None:
        self._section = section
        if section.name in self._marks:
            first = self._marks[section.name][0]
            self._items.repeated(section.name, at, first, "section-repeated", "put the items of both under one name")
        else:
            self._marks[section.name] = (at, value.start_mark.index)
        if type(value) is SequenceStart:
            self._cursor.properties(value)
            self._list(section, value)
        elif type(value) is MappingStart:
            self._cursor.properties(value)
            self._map(section, value)
        elif isinstance(value, Alias) or value.value:
            self._string(section, value)

    def _string(self, section: Section, value: Event) -> None:
        """A section written as one string: a single item without its dash, or an entry without its blank."""
        if not self._repaired and type(value) is Scalar and ":" in value.value:
            raise Repairable
        self._shape(section, value.start_mark.index, "a string")
        if section.shape == "list" and (item := self._items.read(section, value)):
            self._lists[section.name].append(item)

    def _shape(self, section: Section, at: int, found: str) -> None:
        wanted = "a list: one line an item, each with a dash" if section.shape == "list" else "a map: one slug a line"
        message = f"{section.name} is {found}; it has to be {wanted}"
        self._cursor.report.add(at, "section-shape", message, f"write {section.example}")

    def _list(self, section: Section, start: Event) -> None:
        cursor = self._cursor
        if section.shape == "map":
            self._shape(section, start.start_mark.index, "a list")
            self._entries_of_list(section)
            return
        append = self._lists[section.name].append
        read = self._items.read
        while type(event := cursor.get()) is not SequenceEnd:
            cursor.count(1, event.start_mark.index)
            item = read(section, event)
            if item is not None:
                append(item)

    def _entries_of_list(self, section: Section) -> None:
        """`- bbc: sources/bbc.txt`: the entries of a map with a dash before each, and fields below."""
        cursor = self._cursor
        while type(event := cursor.get()) is not SequenceEnd:
            if type(event) is not MappingStart:
                at = event.start_mark.index
                self._extra[f"{section.name}:{at}"] = cursor.words(event)
                continue
            while type(key := cursor.get()) is not MappingEnd:
                if type(key) is Scalar and section.field(key.value):
                    cursor.skip(cursor.get())
                else:
                    self._entries.read(section, key, self._maps[section.name])

    def _map(self, section: Section, start: Event) -> None:
        cursor = self._cursor
        if section.shape == "map":
            found = self._maps[section.name]
            while type(key := cursor.get()) is not MappingEnd:
                cursor.count(2, key.start_mark.index)
                self._entries.read(section, key, found)
            return
        self._shape(section, start.start_mark.index, "a map")
        while type(key := cursor.get()) is not MappingEnd:
            item = self._items.pair(section, key)
            if item is not None:
                self._lists[section.name].append(item)
