"""Changing one field in place: which there are, what stands in them, and the change that another text makes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from briefing.dates import Edtf
from briefing.document.grammar import BY_NAME, SECTIONS, TOP, TOP_BY_NAME, Field, Head, Section, Type
from briefing.document.splice import Change, RemoveField, RemoveTop, SetField, SetHead, SetText, SetTop
from briefing.model import Anchor, Briefing, Item
from briefing.tui.changing import reading
from briefing.tui.changing.citing import anchors, written
from briefing.tui.changing.facts import Setting
from briefing.tui.changing.form import Choice, Line
from briefing.tui.changing.typed import LONGEST

HEAD, TEXT = "", " "
"""Names under which head and text of an item are changed: no field has such a name."""
_LISTS = {Type.SLUGS: ",", Type.SOURCES: ",", Type.ANCHORS: ",", Type.TEXTS: ";"}
"""What stands between several values where they are typed on one line."""


class Place(NamedTuple):
    """Something of an item that can be changed: its name, what it holds, and its type; `item` is None at the top."""

    item: Item | None
    name: str
    label: str
    text: str
    help: str
    type: Type
    words: tuple[str, ...] = ()


def section_of(item: Item) -> Section:
    """Returns the section that an item stands in."""
    return next(section for section in SECTIONS if section.item is type(item))


def places(item: Item) -> Sequence[Place]:
    """Returns what of an item can be changed: text and head, then the fields that are set, then the others."""
    section = section_of(item)
    found = [Place(item, TEXT, _label(section), item.text, section.text, _type_of_text(section))]
    if section.shape == "list":
        found.append(Place(item, HEAD, "head", item.head, section.head.value, *_of_head(section)))
    fields = [
        Place(item, field.name, field.name, _held(item, field), field.help, field.type, field.words)
        for field in section.fields
        if field.attribute != "text" and field.type is not Type.WAS
    ]
    return [*found, *(place for place in fields if place.text), *(place for place in fields if not place.text)]


def top_places(briefing: Briefing, first: str) -> Sequence[Place]:
    """Returns what can be changed at the top of a file: the field called `first`, those that are set, the others."""
    found = [
        Place(None, field.name, field.name, _held(briefing, field), field.help, field.type, field.words)
        for field in TOP
        if field.type is not Type.NUMBER
    ]
    return sorted(found, key=lambda place: (place.name != first, not place.text))


def _label(section: Section) -> str:
    return section.text_field or ("value" if section.head is Head.MEASURE else "text")


def _type_of_text(section: Section) -> Type:
    return Type.VALUE if section.head is Head.MEASURE else Type.TEXT


def _of_head(section: Section) -> tuple[Type, tuple[str, ...]]:
    types = {Head.DATE: Type.DATE, Head.SPEAKER: Type.SPEAKER, Head.DUE: Type.DATE}
    return types.get(section.head, Type.WORD if section.heads else Type.TEXT), section.heads


def _held(owner: Item | Briefing, field: Field) -> str:
    """Returns what a field holds, as it is typed."""
    value = getattr(owner, field.target)
    if isinstance(value, Edtf):
        return value.text
    if isinstance(value, bool):
        return "true" if value else ""
    if isinstance(value, tuple):
        return f"{_LISTS[field.type]} ".join(str(entry) for entry in value)
    return str(value) if value else ""


def line(place: Place, setting: Setting) -> Line:
    """Returns the line in which a place is changed, its text in it."""
    typed = Line(place.name, place.label, place.help, long=place.type is Type.TEXT)
    briefing = setting.story.briefing
    actors = briefing.actors
    match place.type:
        case Type.DATE:
            step = isinstance(place.item, BY_NAME["next"].item) and place.name == HEAD
            needed = place.name == HEAD and not step
            typed.read = reading.day(setting.today, briefing.as_of, None if needed else "todo" if step else "")
            if step and place.text == "todo":
                place = place._replace(text="")
        case Type.WORD:
            typed.read, typed.choices = reading.word(place.words, may_be_empty=place.name != HEAD)
        case Type.FLAG:
            typed.read, typed.choices = reading.word(("true", "false"))
        case Type.SIDE:
            typed.read, typed.choices = _by_slug(briefing.sides)
        case Type.SLUG | Type.SPEAKER:
            missing = "who is meant is missing" if place.name == HEAD else ""
            typed.read, typed.choices = reading.speaker(actors, missing), reading.actor_choices(actors)
        case Type.SLUGS:
            typed.read = reading.several(reading.one_actor(actors), ",")
            typed.choices = reading.last_of(reading.actor_choices(actors), ",")
        case Type.SOURCES:
            one, choices = _by_slug(briefing.sources)
            typed.read, typed.choices = reading.several(one, ","), reading.last_of(choices, ",")
        case Type.ANCHORS:
            typed.read, typed.choices = setting.sources.read, setting.sources.choices
        case Type.VALUE:
            typed.read = reading.value
        case Type.TEXTS:
            typed.help = f"{place.help}; several have ; between them"
            typed.long = True
        case _ if place.name in (HEAD, TEXT, "title"):
            typed.read = reading.text(f"{place.help} is missing")
        case _:
            pass
    typed.typed.put(place.text)
    return typed


def not_on_a_line(text: str) -> str:
    """Returns why a text can't be changed on one line without losing a part of it; nothing when it can."""
    if "\n" in text.strip():
        return "has several lines"
    return f"is longer than {LONGEST:,} characters" if len(text) > LONGEST else ""


def not_here(place: Place, briefing: Briefing) -> str:
    """Returns why what a place holds can't be changed on one line without losing a part of it; nothing when it can."""
    if place.type is Type.TEXTS:
        field = TOP_BY_NAME[place.name] if place.item is None else section_of(place.item).field(place.name)
        entries = getattr(place.item or briefing, field.target) if field is not None else ()
        if any(_LISTS[place.type] in entry for entry in entries):
            return f"has an entry with {_LISTS[place.type]} in it"
    return not_on_a_line(place.text)


def _by_slug(items: Mapping[str, Item]) -> tuple[reading.Reader, reading.Chooser]:
    read, _ = reading.word(tuple(items))

    def choices(typed: str) -> Sequence[Choice]:
        wanted = typed.strip().lower()
        every = [Choice(slug, item.text, slug) for slug, item in items.items()]
        return [] if wanted in items else [c for c in every if wanted in f"{c.value} {c.words}".lower()]

    return read, choices


def change(place: Place, value: str) -> Change:
    """Returns the change that writes `value`, as a line of that place read it; an empty one takes the field away."""
    item = place.item
    if item is None:
        return SetTop(place.name, _written(place, value)) if value else RemoveTop(place.name)
    if place.name == HEAD:
        return SetHead(item, value)
    if place.name == TEXT:
        return SetText(item, value)
    return SetField(item, place.name, _written(place, value)) if value else RemoveField(item, place.name)


def _written(place: Place, value: str) -> str | tuple[str, ...]:
    separator = _LISTS.get(place.type)
    if separator is None:
        return value
    return written(tuple(part.strip() for part in value.split(separator) if part.strip()))


def with_source(src: Sequence[Anchor], value: str) -> str | tuple[str, ...]:
    """Returns the anchors that an item has, and those of `value` that it has not."""
    return written(tuple(dict.fromkeys((*map(str, src), *anchors(value)))))
