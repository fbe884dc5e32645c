"""What an item says as plain values, by which three versions of it are laid side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from operator import attrgetter
from typing import Any

from briefing.changes.fields import normal
from briefing.dates import Edtf
from briefing.document.grammar import SECTIONS, TOP, Field, Head, Section
from briefing.document.splice import Value
from briefing.model import Briefing, Item, Was
from briefing.quantities import Quantity
from briefing.records import record

_TEXT = "text"
"""What the text is called in a conflict where the section has no name of its own for it."""

_HEADS = {
    Head.DATE: "date", Head.SPEAKER: "speaker", Head.STATUS: "status", Head.MEASURE: "measure", Head.PAIR: "pair",
    Head.LIKELIHOOD: "likelihood", Head.DUE: "due", Head.SLUG: "slug",
}  # fmt: skip


@record
class Facts:
    """Head, text and fields of an item, or under "" and "" the fields of the top level."""

    head: str
    text: str
    fields: Mapping[str, Value]


def of_item(section: Section, item: Item) -> Facts:
    """Returns what an item says. The text of an entry without a name of its own, which is its slug, is empty."""
    text = "" if section.shape == "map" and item.text == item.head else item.text
    names = (field for field in section.fields if field.name != section.text_field)
    return Facts(item.head, text.rstrip("\n"), {**_fields(names, item), **item.extra})


def alike(one: Item, other: Item) -> bool:
    """True when two items of one kind say the same in every value: quicker than to compare what they say."""
    get = _GETTERS[type(one)]
    return bool(get(one) == get(other))


_GETTERS: dict[type[Item], Callable[[Item], tuple[object, ...]]] = {
    section.item: attrgetter(*(field.name for field in fields(section.item) if field.name != "marks"))
    for section in SECTIONS
}


def of_top(briefing: Briefing) -> Facts:
    """Returns what stands at the top level, without the sections. A title that the file lacks is left out."""
    found = {**_fields(TOP, briefing), **briefing.extra}
    if "title" not in briefing.marks:
        found.pop("title", None)
    if "briefing" not in briefing.marks:
        found.pop("briefing", None)
    return Facts("", "", found)


def head_name(section: Section) -> str:
    """Returns what the head of an item is called in a conflict."""
    return _HEADS[section.head]


def text_name(section: Section) -> str:
    """Returns what the text of an item is called in a conflict."""
    return section.text_field or ("value" if section.head is Head.MEASURE else _TEXT)


def same(one: Value | None, other: Value | None) -> bool:
    """True when two values mean the same: blanks and line ends, and the order of a list, are no difference."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return sorted(map(repr, one)) == sorted(map(repr, other))
    if isinstance(one, str) and isinstance(other, str):
        return one == other or normal(one) == normal(other)
    return one == other


def in_words(value: Value) -> str:
    """Returns a value on one line, as it stands in a conflict."""
    if isinstance(value, str):
        return normal(value)
    return ", ".join(_entry(entry) for entry in value)


def _entry(entry: Any) -> str:
    if isinstance(entry, str):
        return normal(entry)
    return "{" + ", ".join(f"{name}: {in_words(value)}" for name, value in entry) + "}"


def _fields(known: Iterable[Field], holder: Item | Briefing) -> dict[str, Value]:
    found = {}
    for field in known:
        value = getattr(holder, field.target)
        if value:
            found[field.name] = _plain(value)
    return found


def _plain(value: Any) -> Any:
    if value is True:
        return "true"
    if isinstance(value, Edtf | Quantity):
        return value.text
    if isinstance(value, Was):
        return _was(value)
    if isinstance(value, tuple):
        return tuple(_plain(part) for part in value)
    return str(value).rstrip("\n")


def _was(was: Was) -> Any:
    """An earlier value: its text, or with its date or source the pairs of a map."""
    pairs: list[tuple[str, Value]] = [("value", was.value.text)]
    if was.as_of:
        pairs.append(("as_of", was.as_of.text))
    if was.src:
        anchors = tuple(str(anchor) for anchor in was.src)
        pairs.append(("src", anchors[0] if len(anchors) == 1 else anchors))
    return was.value.text if len(pairs) == 1 else tuple(pairs)
