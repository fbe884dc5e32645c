"""Which fields of an item, or of a whole briefing, differ, and what they say in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from briefing import dates
from briefing.dates import Edtf
from briefing.document import grammar
from briefing.document.grammar import Field, Type
from briefing.export import words
from briefing.export.entries import in_words
from briefing.model import Anchor, Briefing, Item, Was
from briefing.quantities import Quantity

Renamed = Mapping[str, Mapping[str, str]]
"""For `actors`, `sides` and `sources` the slugs that are called otherwise now, old to new."""

_NAMES = {
    Type.SLUG: "actors",
    Type.SPEAKER: "actors",
    Type.SLUGS: "actors",
    Type.SIDE: "sides",
    Type.SOURCES: "sources",
    Type.ANCHORS: "sources",
    Type.WAS: "sources",
}

_USUAL = {"", "reported"}
"""An event that is not said to be anything else is reported."""


class FieldChange(NamedTuple):
    """A field that differs: its name in the file, and its value in words for a reader, empty where it is absent.

    `prose` is true where the words are worth a word diff.
    """

    name: str
    old: str
    new: str
    prose: bool = False


def normal(text: str) -> str:
    """Returns `text` with single blanks: how a text is folded over lines is no difference."""
    return " ".join(text.split())


def changed_fields(
    section: grammar.Section, old: Item, new: Item, both: tuple[Briefing, Briefing], renamed: Renamed
) -> list[FieldChange]:
    """Returns the fields of an item that differ, in the order of the grammar, then those that it does not know."""
    found = []
    for field in section.fields:
        if field.name == section.text_field:
            continue
        one, other = getattr(old, field.target), getattr(new, field.target)
        if one is other or _plain(one, field, renamed) == _plain(other, field, {}):
            continue
        if field.name != "status" or {one, other} != _USUAL:
            told = [in_words(briefing, field, value) for briefing, value in zip(both, (one, other), strict=True)]
            found.append(FieldChange(field.name, told[0], told[1], field.type is Type.TEXT))
    found += _extra(old.extra, new.extra)
    return found


def _extra(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[FieldChange]:
    for name in dict.fromkeys((*old, *new)):
        if normal(old.get(name, "")) != normal(new.get(name, "")) or (name in old) != (name in new):
            yield FieldChange(name, old.get(name, ""), new.get(name, ""), True)


def changed_top(old: Briefing, new: Briefing) -> Iterator[FieldChange]:
    """Yields the fields of the whole briefing that differ, in the order of the grammar, then the user's own."""
    for field in grammar.TOP:
        one, other = _top_value(old, field), _top_value(new, field)
        if _plain(one, field, {}) != _plain(other, field, {}):
            yield FieldChange(field.name, _top_words(one), _top_words(other), field.type is Type.TEXT)
    yield from _extra(old.extra, new.extra)


def _top_value(briefing: Briefing, field: Field) -> Any:
    """A briefing without a title is called after its file; that is nothing that it says."""
    return "" if field.name == "title" and "title" not in briefing.marks else getattr(briefing, field.target)


def _top_words(value: Any) -> str:
    if isinstance(value, Edtf):
        return dates.words(value)
    if isinstance(value, tuple):
        return ", ".join(value)
    return words.flowing(str(value)) if value else ""


def _plain(value: Any, field: Field, renamed: Renamed) -> Any:
    """Returns a value so that it equals another that means the same."""
    names = renamed.get(_NAMES.get(field.type, ""), {})
    return _told(value, names)


def _told(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return names.get(value) or normal(value)
    if isinstance(value, Edtf | Quantity):
        return value.text
    if isinstance(value, Anchor):
        return names.get(value.source, value.source), value.first, value.last or value.first
    if isinstance(value, Was):
        return value.value.text, value.as_of.text if value.as_of else "", _told(value.src, names)
    if isinstance(value, tuple):
        return tuple(_told(part, names) for part in value)
    return value
