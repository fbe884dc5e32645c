"""A briefing as a text of its own: JSON, which is YAML, a line an item, without comments or layout.

`load` reads it back to a briefing without differences from the one it was written from. It is what read marks keep.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from briefing.dates import Edtf
from briefing.document import grammar
from briefing.document.grammar import Type
from briefing.model import Anchor, Briefing, Item, Was


def written(briefing: Briefing) -> str:
    """Returns the briefing as the text of a file, with a line feed at the end.

    Problems of the file it was read from are not kept: what could not be used is written as it stands in `extra`.
    """
    parts = [f"  {_json(name)}: {_json(value)}" for name, value in _top(briefing).items()]
    for section in grammar.SECTIONS:
        found = getattr(briefing, section.name)
        if not found:
            continue
        if section.shape == "map":
            lines = [f"    {_json(slug)}: {_json(_fields(section, item))}" for slug, item in found.items()]
        else:
            lines = [f"    {_json({item.head: item.text, **_fields(section, item)})}" for item in found]
        begin, end = "{}" if section.shape == "map" else "[]"
        parts.append(f"  {_json(section.name)}: {begin}\n" + ",\n".join(lines) + f"\n  {end}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _top(briefing: Briefing) -> dict[str, Any]:
    fields = {field.name: _value(field, getattr(briefing, field.target)) for field in grammar.TOP}
    if "title" not in briefing.marks:
        # Not its own: it was called after its file.
        del fields["title"]
    return {**{name: value for name, value in fields.items() if value}, **briefing.extra}


def _fields(section: grammar.Section, item: Item) -> dict[str, Any]:
    found = {}
    for field in section.fields:
        value = getattr(item, field.target)
        if field.name == section.text_field and value == item.head:
            continue
        shown = _value(field, value)
        if shown:
            found[field.name] = shown
    return {**found, **item.extra}


def _value(field: grammar.Field, value: Any) -> Any:
    if not value:
        return ""
    return _AS_WRITTEN.get(field.type, _plain)(value)


def _plain(value: Any) -> Any:
    if isinstance(value, Edtf):
        return value.text
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return str(value)


def _anchors(anchors: tuple[Anchor, ...]) -> list[str]:
    return [str(anchor) for anchor in anchors]


def _was(values: tuple[Was, ...]) -> list[dict[str, Any]]:
    found = []
    for was in values:
        entry: dict[str, Any] = {"value": was.value.text}
        if was.as_of:
            entry["as_of"] = was.as_of.text
        if was.src:
            entry["src"] = _anchors(was.src)
        found.append(entry)
    return found


_AS_WRITTEN: dict[Type, Callable[[Any], Any]] = {
    Type.ANCHORS: _anchors,
    Type.WAS: _was,
    Type.FLAG: lambda value: "true",
}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
