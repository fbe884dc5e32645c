"""The events of PyYAML's C parser, as far as the loader looks at them.

Only the C parser is used: it is the one that takes a big file in the time of a key press, and two parsers that differ
(they do, in tabs, surrogates and directives) must never see the same file.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from yaml import events


class Place(Protocol):
    """Where an event begins or ends: `index` counts characters of the text."""

    index: int
    line: int


class Event(Protocol):
    """Any event. `value` and `style` are there for scalars only, `anchor` and `tag` for these, lists and maps.

    PyYAML's own types leave the marks optional, for events that are made to be written; those that are read have them.
    """

    start_mark: Place
    end_mark: Place
    value: str
    style: str | None
    anchor: str | None
    tag: str | None


NextEvent = Callable[[], Event]

# As `Any`, so that asking for the kind of an event does not turn it into one whose marks may be missing.
Scalar: Any = events.ScalarEvent
Alias: Any = events.AliasEvent
SequenceStart: Any = events.SequenceStartEvent
SequenceEnd: Any = events.SequenceEndEvent
MappingStart: Any = events.MappingStartEvent
MappingEnd: Any = events.MappingEndEvent
CollectionStart: Any = events.CollectionStartEvent
CollectionEnd: Any = events.CollectionEndEvent
StreamEnd: Any = events.StreamEndEvent


class NoParser(Exception):
    """PyYAML was installed without its C parser."""


def parse(text: str) -> NextEvent:
    """Returns what gives the events of `text` one after the other, and raises `yaml.YAMLError` where it can't.

    Raises `NoParser`.
    """
    try:
        from yaml import cyaml
    except ImportError:
        raise NoParser from None
    parser: Any = cyaml.CParser(text)  # type: ignore[attr-defined]
    get: NextEvent = parser.get_event
    return get
