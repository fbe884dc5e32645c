"""What one reader's program remembers: the theme, the briefing opened last, and the place left off at in each.

No word of a briefing and no name of a file is kept, only checksums of them: long enough to tell the items of one
briefing apart, and short enough that one that matches proves little.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple
from zlib import crc32

MOST_PLACES = 200
"""Briefings whose place is kept; the one that was left longest ago makes room."""

MOST_RECENT = 20
"""Things that the palette shows first."""

VERSION = 1
"""Of the file's layout; a file of a higher one belongs to a newer program."""

_OF_A_NAME = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_-")
_OF_A_SUM = frozenset("0123456789abcdef")
_LONGEST_NAME, _LONG_SUM = 40, 8
_MOST_NAMES = 32
_NOTHING: Mapping[str, Any] = MappingProxyType({})


class NotStateError(ValueError):
    """The text is not a state that this program can use. `newer` when a later version wrote it."""

    def __init__(self, newer: bool = False) -> None:
        super().__init__("written by a newer version" if newer else "broken")
        self.newer = newer


class Place(NamedTuple):
    """Where a reader left off in a briefing: the pane, the item selected in each (by `mark_of`), and how it was shown.

    `order` (newest or oldest first) and `scale` (day, month, year) are those of the timeline; empty is the default.
    `hidden` are the panes that were hidden.
    """

    pane: str = ""
    selected: Mapping[str, str] = _NOTHING
    zoomed: bool = False
    order: str = ""
    scale: str = ""
    hidden: tuple[str, ...] = ()


class Memory(NamedTuple):
    """All that is remembered. `last` and the keys of `places` are those of `key_of`; the last place is the newest.

    `recent` is what the palette was last used for, the last first: `kind:name` with the id of a command, the name of a
    theme, or the checksum of an item or a file.
    """

    theme: str = ""
    last: str = ""
    places: Mapping[str, Place] = _NOTHING
    recent: tuple[str, ...] = ()


def key_of(path: Path) -> str:
    """Returns the checksum of a file's resolved path, 8 hexadecimal digits."""
    return _sum(os.path.realpath(path))


def mark_of(section: str, head: str, text: str) -> str:
    """Returns the checksum of an item as its section, head and text tell it from others, 8 hexadecimal digits.

    Two items with the same words have the same one: either is as good to come back to.
    """
    return _sum("\0".join((section, head, text)))


def _sum(words: str) -> str:
    return f"{crc32(words.encode('utf-8', 'surrogatepass')):08x}"


def merged(older: Memory, newer: Memory) -> Memory:
    """Returns both, the newer where they differ, with no more than `MOST_PLACES` places."""
    places = {key: place for key, place in older.places.items() if key not in newer.places}
    places.update(newer.places)
    kept = list(places)[-MOST_PLACES:]
    return Memory(
        theme=newer.theme or older.theme,
        last=newer.last or older.last,
        places={key: places[key] for key in kept},
        recent=newer.recent or older.recent,
    )


def written(memory: Memory) -> str:
    """Returns the memory as the text of a state file: JSON, a line a briefing."""
    import json

    lines = [f"    {json.dumps(key)}: {json.dumps(_as_object(place))}" for key, place in memory.places.items()]
    return (
        f'{{\n  "version": {VERSION},\n  "theme": {json.dumps(memory.theme)},\n  "last": {json.dumps(memory.last)},\n'
        f'  "recent": {json.dumps(list(memory.recent))},\n'
        '  "briefings": {\n' + ",\n".join(lines) + "\n  }\n}\n"
    )


def _as_object(place: Place) -> dict[str, object]:
    values = {
        "pane": place.pane,
        "selected": dict(place.selected),
        "zoomed": place.zoomed,
        "order": place.order,
        "scale": place.scale,
        "hidden": list(place.hidden),
    }
    return {name: value for name, value in values.items() if value}


def parsed(text: str) -> Memory:
    """Returns the memory that a state file holds; values that are not what they should be are left out.

    A place is looked at only when it is asked for: a start wants one of 200. Raises `NotStateError` for a text that is
    no state at all or that a newer version wrote.
    """
    import json

    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise NotStateError from None
    version = found.get("version") if isinstance(found, dict) else None
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise NotStateError
    if version > VERSION:
        raise NotStateError(newer=True)
    entries, recent = found.get("briefings"), found.get("recent")
    return Memory(
        theme=_name(found.get("theme")),
        last=_checksum(found.get("last")),
        places=_Places(entries if isinstance(entries, dict) else {}),
        recent=tuple(name for name in recent[:MOST_RECENT] if _recent(name)) if isinstance(recent, list) else (),
    )


class _Places(Mapping[str, Place]):
    """The places of a file, each made when it is asked for. `__len__` and `__iter__` count those that are of use."""

    def __init__(self, entries: Mapping[str, object]) -> None:
        self._entries = entries

    def __getitem__(self, key: str) -> Place:
        entry = self._entries[key]
        if not isinstance(entry, dict) or not _checksum(key):
            raise KeyError(key)
        return _place(entry)

    def __iter__(self) -> Iterator[str]:
        useful = [key for key, entry in self._entries.items() if isinstance(entry, dict) and _checksum(key)]
        return iter(useful[-MOST_PLACES:])

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _place(entry: Mapping[str, object]) -> Place:
    selected = entry.get("selected")
    marks = selected.items() if isinstance(selected, dict) else ()
    hidden = entry.get("hidden")
    return Place(
        pane=_name(entry.get("pane")),
        selected={pane: mark for pane, mark in list(marks)[:_MOST_NAMES] if _name(pane) and _checksum(mark)},
        zoomed=entry.get("zoomed") is True,
        order=_name(entry.get("order")),
        scale=_name(entry.get("scale")),
        hidden=tuple(name for name in hidden[:_MOST_NAMES] if _name(name)) if isinstance(hidden, list) else (),
    )


def _name(value: object) -> str:
    return value if isinstance(value, str) and len(value) <= _LONGEST_NAME and _OF_A_NAME.issuperset(value) else ""


def _recent(value: object) -> bool:
    kind, _, name = value.partition(":") if isinstance(value, str) else ("", "", "")
    return bool(_name(kind) and _name(name.replace(".", "-")))


def _checksum(value: object) -> str:
    return value if isinstance(value, str) and len(value) == _LONG_SUM and _OF_A_SUM.issuperset(value) else ""
