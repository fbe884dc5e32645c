"""One part of a text as a tree: lists, maps and scalars, each with the part of the text that it takes.

The loader keeps where the parts of an item begin. A splice has to know where they end and how they are written, of the
few items that it concerns; these are parsed once more, alone, from the line on which they begin.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from yaml.error import YAMLError

from briefing.document.cursor import DEPTH_LIMIT
from briefing.document.edits import Edited
from briefing.document.events import (
    CollectionEnd,
    Event,
    MappingStart,
    NextEvent,
    Scalar,
    SequenceStart,
    parse,
)
from briefing.document.raw import acceptable


class Unparsed(Exception):
    """The part is not YAML as it stands."""


@dataclass(slots=True, eq=False)
class Node:
    """A value in the text `[start, end)`. `style` is that of YAML for scalars ("" for plain and for nothing, `'`, `"`,
    `|`, `>`), and says `flow` or `block` for lists and maps. A block's end is the end of its last part."""

    kind: Literal["scalar", "list", "map", "other"]
    start: int
    end: int
    style: str
    value: str
    pairs: list[tuple[Node, Node]]
    entries: list[Node]

    @property
    def flow(self) -> bool:
        """True for lists and maps in brackets."""
        return self.style == "flow"

    @property
    def nothing(self) -> bool:
        """True where a value could stand and none does."""
        return self.kind == "scalar" and self.start == self.end

    def scalars(self) -> Iterator[Node]:
        """Yields every scalar in it, keys too, in the order of the text."""
        if self.kind == "scalar":
            yield self
        for entry in self.entries:
            yield from entry.scalars()
        for key, value in self.pairs:
            yield from key.scalars()
            yield from value.scalars()


def first_entry(text: str, start: int, end: int) -> Node:
    """Returns the first entry of the block list that begins on the line at `start`; nothing from `end` on is read.

    Raises `Unparsed`.
    """
    composer = _Composer(text, start, _events(text[start:end]))
    composer.open(SequenceStart)
    return composer.node()


def first_pair(text: str, start: int, end: int) -> tuple[Node, Node]:
    """Returns key and value of the first pair of the block map that begins on the line at `start`.

    Raises `Unparsed`.
    """
    composer = _Composer(text, start, _events(text[start:end]))
    composer.open(MappingStart)
    return composer.node(), composer.node()


def whole(text: str) -> Node:
    """Returns all of `text`. Raises `Unparsed`."""
    composer = _Composer(text, 0, _events(text))
    composer.open(None)
    return composer.node()


def mended(text: str, start: int, end: int, section: str) -> Node:
    """Returns all items of `section` that stand on the lines `[start, end)`, read as the loader reads lines that YAML
    does not take. What a repair has put in is part of nothing: all places are those of the text as it is.

    Raises `Unparsed`.
    """
    from briefing.document.repair import repair

    name = f"{section}:\n"
    lines = name + acceptable(text[start:end])[0]
    edited = Edited(lines, repair(lines).edits)
    composer = _Composer(text, start - len(name), edited.events(parse(edited.text)))
    composer.open(None)
    root = composer.node()
    if root.kind != "map" or len(root.pairs) != 1:
        raise Unparsed
    return root.pairs[0][1]


def _events(text: str) -> NextEvent:
    return parse(acceptable(text)[0])


class _Composer:
    """Builds nodes from events whose places are `offset` characters less than those in `text`."""

    def __init__(self, text: str, offset: int, get: NextEvent) -> None:
        self._text = text
        self._offset = offset
        self._get = get

    def open(self, kind: object) -> None:
        """Reads up to the first node; when a kind is given, the first must be of it and in block style."""
        self._next()
        self._next()
        if kind is None:
            return
        event = self._next()
        if type(event) is not kind or getattr(event, "flow_style", True):
            raise Unparsed

    def _next(self) -> Event:
        try:
            return self._get()
        except (YAMLError, ValueError):
            raise Unparsed from None

    def node(self) -> Node:
        return self._build(self._next(), 0)

    def _build(self, event: Event, depth: int) -> Node:
        if depth > DEPTH_LIMIT:
            raise Unparsed
        start = event.start_mark.index + self._offset
        end = event.end_mark.index + self._offset
        if type(event) is Scalar:
            style = event.style or ""
            if style in ("|", ">") and event.style:
                end = start + len(self._text[start:end].rstrip(" \t\r\n"))
            kind: Literal["scalar", "other"] = "other" if event.tag or event.anchor else "scalar"
            return Node(kind, start, end, style, event.value, [], [])
        if type(event) is SequenceStart:
            node = Node("list", start, end, "flow" if getattr(event, "flow_style", False) else "block", "", [], [])
            while not isinstance(event := self._next(), CollectionEnd):
                node.entries.append(self._build(event, depth + 1))
            self._close(node, event)
            return node
        if type(event) is MappingStart:
            node = Node("map", start, end, "flow" if getattr(event, "flow_style", False) else "block", "", [], [])
            while not isinstance(event := self._next(), CollectionEnd):
                node.pairs.append((self._build(event, depth + 1), self.node_below(depth)))
            self._close(node, event)
            return node
        return Node("other", start, end, "", "", [], [])

    def node_below(self, depth: int) -> Node:
        return self._build(self._next(), depth + 1)

    def _close(self, node: Node, event: Event) -> None:
        parts = node.entries or [value for _, value in node.pairs]
        if node.flow and event.end_mark.index > event.start_mark.index:
            node.end = event.end_mark.index + self._offset
        elif parts:
            node.end = parts[-1].end
