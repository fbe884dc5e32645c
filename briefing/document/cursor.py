"""One pass over the events of a YAML text, with the limits that keep a hostile file from hurting."""

from __future__ import annotations

from briefing.document.events import (
    Alias,
    CollectionEnd,
    CollectionStart,
    Event,
    MappingStart,
    NextEvent,
    Scalar,
    SequenceStart,
)
from briefing.document.lines import quoted
from briefing.document.report import Report
from briefing.model import LineMap
from briefing.text import clean

DEPTH_LIMIT = 64
"""Levels of lists and maps; the format itself needs five."""
NODE_LIMIT = 200_000
"""Values and keys of a file: 20,000 items, twenty times the largest briefing that anybody keeps by hand."""

_PROPERTIES = frozenset("&!")
"""What begins `&name` and `!type`. YAML never begins a plain text with them."""


class Stopped(Exception):
    """Reading ends here because of a limit; what was read so far is kept."""


class Cursor:
    """The events of one text, in order, and the text itself, into which all offsets are."""

    __slots__ = ("_lines", "get", "nodes", "report", "text")

    def __init__(self, text: str, get: NextEvent, report: Report) -> None:
        self.text = text
        self.get = get
        self.report = report
        self.nodes = 0
        self._lines: LineMap | None = None

    def line(self, offset: int) -> int:
        """Returns the number of the line, from 1, in which `offset` stands."""
        self._lines = self._lines or LineMap(self.text)
        return self._lines.position(offset).line

    def count(self, nodes: int, offset: int) -> None:
        """Counts nodes that were read. Raises `Stopped` past the limit."""
        self.nodes += nodes
        if self.nodes > NODE_LIMIT:
            message = f"more than {NODE_LIMIT:,} values; the rest was not read"
            self.report.add(offset, "too-many-nodes", message, "split the story into several files")
            raise Stopped

    def raw(self, event: Event) -> str:
        """Reads the whole node that begins with `event` and returns its source, cleaned, as it stands in the text."""
        start = event.start_mark.index
        return clean(self.text[start : self.skip(event)].rstrip())

    def skip(self, event: Event) -> int:
        """Reads the whole node that begins with `event` and returns the offset at which its last part ends.

        Raises `Stopped` when it is too deep or too long.
        """
        end = event.end_mark.index
        depth = isinstance(event, CollectionStart)
        seen = 1
        level = int(depth)
        while level:
            event = self.get()
            seen += 1
            if isinstance(event, CollectionStart):
                level += 1
                if level > DEPTH_LIMIT:
                    message = f"lists and maps stand in each other more than {DEPTH_LIMIT} deep; the rest was not read"
                    fix = "take the brackets out, or quote the text that they belong to"
                    self.report.add(event.start_mark.index, "too-deep", message, fix)
                    raise Stopped
            elif isinstance(event, CollectionEnd):
                level -= 1
            elif isinstance(event, Alias):
                self.alias(event)
            if event.end_mark.index > event.start_mark.index or isinstance(event, Scalar):
                end = event.end_mark.index
            if seen > 1_000:
                self.count(seen, event.start_mark.index)
                seen = 0
        self.count(seen, event.start_mark.index)
        return end

    def alias(self, event: Event) -> str:
        """Reports `*name`, which stands for another value, and returns it as written."""
        start = event.start_mark.index
        name = self.text[start : event.end_mark.index]
        message = f"{name} repeats a value that stands elsewhere"
        self.report.add(start, "alias", message, f"write the value itself, or {quoted(name)} if it is text")
        return clean(name)

    def properties(self, event: Event) -> bool:
        """Reports `&name` or `!type` before a value; False when there is none.

        A text that a repair has quoted may begin with the same characters.
        """
        start = event.start_mark.index
        if self.text[start : start + 1] not in _PROPERTIES:
            return False
        if getattr(event, "style", None) and not event.anchor and not event.tag:
            return False
        word = self.text[start : start + 60].split(None, 1)[0]
        if word[0] == "&":
            message = f"{word} marks a value so that it can be repeated; a briefing repeats nothing by reference"
            self.report.add(start, "anchor-mark", message, f"take {word} out, or quote the line if it is text")
        else:
            message = f"{word} gives a value a type; in a briefing every value is text"
            self.report.add(start, "tag", message, f"take {word} out, or quote the line if it is text")
        return True

    def string(self, event: Event) -> str | None:
        """Returns the string of a value that is not text for reading, such as a date; None for a list or a map.

        A list or a map is not read any further.
        """
        if type(event) is Scalar:
            if self.text[event.start_mark.index : event.start_mark.index + 1] in _PROPERTIES:
                self.properties(event)
            return clean(event.value)
        if isinstance(event, Alias):
            self.alias(event)
            return ""
        return None

    def words(self, event: Event) -> str:
        """Returns the text of a value for reading. Whatever is no string is reported and its source returned.

        Line feeds at the end, which a block leaves there, are not part of the text.
        """
        if type(event) is not Scalar:
            return self._source(event)
        start = event.start_mark.index
        if self.text[start : start + 1] in _PROPERTIES and self.properties(event):
            return clean(self.text[start : event.end_mark.index].rstrip())
        value = event.value
        if not value and event.style in ("|", ">") and self.text[start + 1 : start + 2].isdigit():
            return self._header(start)
        return clean(value.rstrip("\n") if value[-1:] == "\n" else value)

    def _header(self, start: int) -> str:
        """`>5` alone would be a block of text indented by five; in a briefing it is a number."""
        written = self.text[start : start + 2]
        self.report.add(start, "repaired-quotes", f"YAML reads {written} as its own", f"write {quoted(written)}")
        return written

    def _source(self, event: Event) -> str:
        if isinstance(event, Alias):
            return self.alias(event)
        start = event.start_mark.index
        self.properties(event)
        source = self.raw(event)
        kind = "a list" if isinstance(event, SequenceStart) else "a map"
        if "\n" in source or not isinstance(event, (MappingStart, SequenceStart)):
            message = f"this is {kind} where text is wanted; its source is shown"
            self.report.add(start, "text-shape", message, "write the text on one line, or below a |")
        else:
            fix = f"write {quoted(source)}" if len(source) <= 200 else "put the text in quotes"
            self.report.add(start, "repaired-quotes", f"YAML reads this text as {kind}", fix)
        return source
