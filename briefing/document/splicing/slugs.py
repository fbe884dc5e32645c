"""Slugs, wherever they are used: renamed, and two actors made one."""

from __future__ import annotations

import re

from briefing.document.edits import Edit
from briefing.document.grammar import BY_NAME, NAMES, SECTIONS, Field, Head, Section, Type
from briefing.document.splicing.changes import NotSpliced, Value
from briefing.document.splicing.items import Rewriting, rewritten
from briefing.document.splicing.nodes import Node
from briefing.document.splicing.places import Places
from briefing.document.splicing.values import revalued
from briefing.document.values import is_slug, propose_slug
from briefing.model import Actor, Anchor, Claim, Item, Quote, Relation, Was


def entry(places: Places, section: Section, slug: str) -> Item:
    """Returns the entry of a map. Raises `NotSpliced` when there is none of that slug."""
    found = getattr(places.loaded.briefing, section.name).get(slug)
    if not isinstance(found, Item):
        raise NotSpliced(f"no {section.noun} is called “{slug[:60]}”")
    return found


def renamed(places: Places, name: str, old: str, new: str) -> list[Edit]:
    """Returns the edits that rename the entry `old` of the section `name`, and its uses. Raises `NotSpliced`."""
    section = BY_NAME.get(name)
    if section is None or section.shape != "map":
        raise NotSpliced("only sources, sides and actors have slugs")
    item = entry(places, section, old)
    if not is_slug(new):
        raise NotSpliced(f"“{new[:60]}” is no slug; write {propose_slug(new)}")
    if new in getattr(places.loaded.briefing, name):
        raise NotSpliced(
            f"another {section.noun} is called {new} already", places.loaded.briefing.position(item.offset)
        )
    return [*_token(places, item, item.offset, None, old, new), *uses_renamed(places, name, old, new, None)]


def uses_renamed(places: Places, name: str, old: str, new: str, without: Item | None) -> list[Edit]:
    """Returns the edits that make every use of the slug `old` of the section `name` one of `new`, but for those in the
    item `without`. Raises `NotSpliced`."""
    edits: list[Edit] = []
    for section in SECTIONS:
        fields = [field for field in section.fields if NAMES.get(field.type) == name]
        speaks = name == "actors" and section.head is Head.SPEAKER
        pairs = name == "actors" and section.head is Head.PAIR
        if not fields and not speaks and not pairs:
            continue
        for item in places.items(section):
            if item is without:
                continue
            if (speaks and item.head == old) or (
                isinstance(item, Relation) and pairs and old in (item.start, item.end)
            ):
                edits += _token(places, item, item.offset, None, old, new)
            for field in fields:
                value = getattr(item, field.target)
                if value and _names(value, old):
                    edits += _in_field(places, item, field, old, new)
    return edits


def _names(value: object, slug: str) -> bool:
    if isinstance(value, str):
        return value == slug
    if not isinstance(value, tuple):
        return False
    return any(
        one == slug
        or (isinstance(one, Anchor) and one.source == slug)
        or (isinstance(one, Was) and any(anchor.source == slug for anchor in one.src))
        for one in value
    )


def _in_field(places: Places, item: Item, field: Field, old: str, new: str) -> list[Edit]:
    held = getattr(item, field.target)
    if field.type in (Type.SLUGS, Type.SOURCES) and (new in held or held.count(old) > 1):
        element = places.element(item)
        found = element.field(field.name)
        if found is not None:
            slugs = tuple(dict.fromkeys(new if slug == old else slug for slug in held))
            flow = element.holder is not None or (element.map is not None and element.map.flow)
            return revalued(places.page, found[1], slugs, field, places.page.column(found[0].start), flow)
    marks = item.marks.get(field.name, ())[1:]
    if field.type is not Type.WAS:
        edits = _at_marks(places, field, held, marks, old, new)
        if edits:
            return edits
    return _token(places, item, item.offset, field.name, old, new)


def _at_marks(places: Places, field: Field, held: object, marks: tuple[int, ...], old: str, new: str) -> list[Edit]:
    """The edits where the loader has kept the place of every use; none where what stands there is something else."""
    count = sum(_names((one,), old) for one in held) if isinstance(held, tuple) else 1
    text = places.page.text
    word = _word(old)
    places_ = [at for at in dict.fromkeys(marks) if text.startswith(old, at) and word.match(text, at)]
    return [Edit(at, at + len(old), new) for at in places_] if len(places_) == count else []


def _word(slug: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w#-]){re.escape(slug)}(?![\w-])", re.ASCII)


def _token(places: Places, item: Item, at: int, field: str | None, old: str, new: str) -> list[Edit]:
    """The slug as a word of the scalars of a field, or of the head at `at`. Raises `NotSpliced`."""
    page = places.page
    if field is None:
        for start in (at, at + 1):
            if page.text.startswith(item.head, start):
                return _words(page.text, start, start + len(item.head), old, new)
        element = places.element(item)
        nodes: list[Node] = [element.key] if element.key else []
    else:
        found = places.element(item).field(field)
        nodes = list(found[1].scalars()) if found else []
    edits = [edit for node in nodes for edit in _words(page.text, node.start, node.end, old, new)]
    if not edits:
        raise page.refusal(f"the slug {old} is written here in a way that can't be changed; mend the line first", at)
    return edits


def _words(text: str, start: int, end: int, old: str, new: str) -> list[Edit]:
    return [
        Edit(match.start(), match.end(), new) for match in _word(old).finditer(text, start, end) if match.end() <= end
    ]


def taken_over(keep: Actor, drop: Actor) -> dict[str, Value]:
    """Returns the fields that the actor `keep` gets when `drop` becomes one with it: the names of `drop`, and what
    `keep` does not say itself."""
    fields: dict[str, Value] = {}
    names = (*([drop.text] if drop.text != drop.head else []), *drop.aka)
    aka = tuple(dict.fromkeys((*keep.aka, *(name for name in names if name != keep.text))))
    if aka != keep.aka:
        fields["aka"] = aka
    for name in ("role", "kind", "side", "note", "id"):
        if not getattr(keep, name) and getattr(drop, name):
            fields[name] = str(getattr(drop, name))
    if not keep.src and drop.src:
        fields["src"] = ", ".join(map(str, drop.src)) if len(drop.src) == 1 else tuple(map(str, drop.src))
    fields.update({name: text for name, text in drop.extra.items() if name.startswith("x-") and name not in keep.extra})
    return fields


def check_merge(places: Places, keep: str, drop: str) -> tuple[Actor, Actor]:
    """Returns the two actors. Raises `NotSpliced` when they can't become one."""
    section = BY_NAME["actors"]
    one, other = entry(places, section, keep), entry(places, section, drop)
    assert isinstance(one, Actor)
    assert isinstance(other, Actor)
    if one is other:
        raise NotSpliced("these are the same actor already")
    for relation in places.loaded.briefing.relations:
        if {relation.start, relation.end} == {keep, drop}:
            message = f"{keep} and {drop} stand in a relation to each other; take it out before they become one"
            raise NotSpliced(message, places.loaded.briefing.position(relation.offset))
    spoken: tuple[Quote | Claim, ...] = (*places.loaded.briefing.quotes, *places.loaded.briefing.claims)
    for said in spoken:
        if (said.head == keep and drop in said.joint) or (said.head == drop and keep in said.joint):
            message = f"{keep} and {drop} say something together; take one of them out there before they become one"
            raise NotSpliced(message, places.loaded.briefing.position(said.offset))
    return one, other


def merged(places: Places, keep: Actor, drop: Actor, fields: dict[str, Value]) -> list[Edit]:
    """Returns the edits that give `keep` the `fields` and make every use of `drop` one of `keep`.

    Raises `NotSpliced`.
    """
    edits = rewritten(places, keep, Rewriting(None, None, dict(fields))) if fields else []
    return edits + uses_renamed(places, "actors", drop.head, keep.head, drop)
