"""What two people's changes of one briefing come to, as values: each item and each field settled for itself.

A field that one of them changed is as they changed it; a list has what either put in and lacks what either took out;
what both changed differently stays ours, and the item says what the other one has. What one took out and the other
changed, or still refers to, stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from briefing import dates
from briefing.changes.identity import items_of, pair
from briefing.changes.merging.facts import Facts, alike, head_name, in_words, of_item, of_top, same, text_name
from briefing.document.grammar import SECTIONS, TOP, Head, Section, Type
from briefing.document.splice import Entry as ListEntry
from briefing.document.splice import Value
from briefing.model import Briefing, Item
from briefing.records import record

CONFLICT = "conflict"
_REMOVED = "item = removed"
"""What an item says that the other side took out."""

_LISTS = frozenset((Type.ANCHORS, Type.SLUGS, Type.SOURCES, Type.TEXTS, Type.WAS))


@dataclass(slots=True, eq=False)
class Entry:
    """One item that is to come out, and what it is on either side: as the item `like`, or with `settled`."""

    section: Section
    ours: Item | None
    theirs: Item | None
    like: Item | None = None
    settled: Facts | None = None

    @property
    def facts(self) -> Facts:
        """What it says."""
        if self.settled is None:
            assert self.like is not None
            self.settled = of_item(self.section, self.like)
        return self.settled


@dataclass(slots=True)
class Wanted:
    """The whole of what is to come out. `conflicts` counts the values that could not be settled."""

    entries: list[Entry] = field(default_factory=list)
    top: Mapping[str, Value] = field(default_factory=dict)
    conflicts: int = 0


@record
class _Three:
    """One item, or the top level, in the three versions; None where it is not there."""

    base: Facts | None
    ours: Facts | None
    theirs: Facts | None


def wanted(base: Briefing, ours: Briefing, theirs: Briefing, renamed: Mapping[tuple[str, str], str]) -> Wanted:
    """Returns what `ours` and `theirs`, which came from `base`, come to together.

    `renamed` holds for (section, slug) what the other side calls an entry that both have renamed differently.
    """
    found = Wanted()
    rows = list(_rows(base, ours, theirs))
    used = _used(rows)
    for section, was, mine, yours in rows:
        if was and mine and yours and (alike(was, yours) or alike(was, mine)) and not renamed:
            found.entries.append(Entry(section, mine, yours, mine if alike(was, yours) else yours))
            continue
        three = _Three(*(of_item(section, item) if item else None for item in (was, mine, yours)))
        also = [f"slug = {renamed[section.name, mine.head]}"] if mine and (section.name, mine.head) in renamed else []
        facts, conflicts = _item(section, three, also, kept=(section.name, was.head if was else "") in used)
        if facts is not None:
            found.entries.append(Entry(section, mine, yours, settled=facts))
            found.conflicts += conflicts
    found.top, conflicts = _top(_Three(of_top(base), of_top(ours), of_top(theirs)))
    found.conflicts += conflicts
    return found


_Row = tuple[Section, Item | None, Item | None, Item | None]


def _rows(base: Briefing, ours: Briefing, theirs: Briefing) -> Iterator[_Row]:
    """Yields every item with its three versions: those of ours in their order, then those that only theirs has."""
    mine, yours = pair(base, ours), pair(base, theirs)
    both = _added_by_both(mine.added, yours.added)
    taken = set(both.values())
    for section in SECTIONS:
        for item in items_of(ours, section.name):
            was = mine.old_of(item)
            yield section, was, item, yours.new_of(was) if was else both.get(item)
        for item in items_of(theirs, section.name):
            was = yours.old_of(item)
            if (was is None and item not in taken) or (was is not None and mine.new_of(was) is None):
                yield section, was, None, item
        for was in items_of(base, section.name):
            if mine.new_of(was) is None and yours.new_of(was) is None:
                yield section, was, None, None


def _added_by_both(mine: Sequence[Item], yours: Sequence[Item]) -> dict[Item, Item]:
    """Returns what both put in, ours to theirs. Only what is equal by its key counts: two sentences that are merely
    alike may be two facts."""
    waiting: dict[tuple[object, ...], list[Item]] = {}
    for item in reversed(yours):
        waiting.setdefault(_key(item), []).append(item)
    found = {}
    for item in mine:
        if partners := waiting.get(_key(item)):
            found[item] = partners.pop()
    return found


def _key(item: Item) -> tuple[object, ...]:
    section = _section_of(item)
    if item.id:
        return section.name, "id", item.id
    if section.shape == "map" or section.head is Head.PAIR:
        return section.name, item.head
    if section.head is Head.MEASURE:
        return section.name, item.head, getattr(item, "per", "")
    return section.name, item.head if section.head is Head.SPEAKER else "", " ".join(item.text.split())


def _section_of(item: Item) -> Section:
    return next(section for section in SECTIONS if section.item is type(item))


def _item(section: Section, three: _Three, also: list[str], kept: bool) -> tuple[Facts | None, int]:
    """Returns what becomes of an item, None when it goes, and how many values could not be settled."""
    if three.ours is None or three.theirs is None:
        left = three.ours or three.theirs
        if left is None:
            return (_with(three.base, [_REMOVED]), 1) if kept and three.base else (None, 0)
        if three.base is None:
            return left, 0
        if _equal(three.base, left) and not kept:
            return None, 0
        return _with(left, [_REMOVED]), 1
    facts, conflicts = _settled(section, three)
    return _with(facts, [*conflicts, *also]), len(conflicts) + len(also)


def _with(facts: Facts, conflicts: list[str]) -> Facts:
    if not conflicts:
        return facts
    has = facts.fields.get(CONFLICT, ())
    both = dict.fromkeys([*((has,) if isinstance(has, str) else has), *conflicts])
    return Facts(facts.head, facts.text, {**facts.fields, CONFLICT: tuple(both)})


def _equal(one: Facts, other: Facts) -> bool:
    return (one.head, " ".join(one.text.split())) == (other.head, " ".join(other.text.split())) and all(
        same(one.fields.get(name), other.fields.get(name)) for name in {*one.fields, *other.fields}
    )


def _settled(section: Section, three: _Three) -> tuple[Facts, list[str]]:
    base, ours, theirs = three.base, three.ours, three.theirs
    assert ours is not None
    assert theirs is not None
    conflicts: list[str] = []
    settle = partial(_value, conflicts)
    head = settle(head_name(section), base.head if base else None, ours.head, theirs.head)
    text = settle(text_name(section), base.text if base else None, ours.text, theirs.text)
    lists = {known.name for known in section.fields if known.type in _LISTS}
    fields = _all_fields(three, conflicts, lists.__contains__)
    return Facts(str(head or ours.head), str(text or ""), fields), conflicts


def _all_fields(three: _Three, conflicts: list[str], is_list: Callable[[str], bool]) -> dict[str, Value]:
    base, ours, theirs = three.base, three.ours, three.theirs
    assert ours is not None
    assert theirs is not None
    found: dict[str, Value] = {}
    for name in dict.fromkeys((*ours.fields, *theirs.fields)):
        values = base.fields.get(name) if base else None, ours.fields.get(name), theirs.fields.get(name)
        joined = _joined(*values) if is_list(name) else _value(conflicts, name, *values)
        if joined:
            found[name] = joined
    return found


def _value(
    conflicts: list[str], name: str, base: Value | None, ours: Value | None, theirs: Value | None
) -> Value | None:
    """Returns the value that holds; notes the other one where both changed it."""
    if same(ours, theirs) or same(base, theirs):
        return ours
    if same(base, ours):
        return theirs
    conflicts.append(f"{name} = {in_words(theirs) if theirs else 'removed'}")
    return ours if ours else base


def _joined(base: Value | None, ours: Value | None, theirs: Value | None) -> Value | None:
    """Returns ours without what theirs took out, and with what theirs put in, where it stands there."""
    if same(ours, theirs) or same(base, theirs):
        return ours
    if same(base, ours):
        return theirs
    was, mine, yours = _listed(base), _listed(ours), _listed(theirs)
    joined = [entry for entry in mine if entry in yours or entry not in was]
    for number, entry in enumerate(yours):
        if entry not in was and entry not in joined:
            before = next((joined.index(at) for at in reversed(yours[:number]) if at in joined), None)
            joined.insert(len(joined) if before is None and number else 0 if before is None else before + 1, entry)
    return tuple(joined) or None


def _listed(value: Value | None) -> tuple[ListEntry, ...]:
    return () if value is None else (value,) if isinstance(value, str) else value


def _top(three: _Three) -> tuple[Mapping[str, Value], int]:
    assert three.base is not None
    assert three.ours is not None
    assert three.theirs is not None
    latest = _latest(three.ours.fields.get("as_of"), three.theirs.fields.get("as_of"), three.base.fields.get("as_of"))
    conflicts: list[str] = []
    lists = {known.name for known in TOP if known.type in _LISTS}
    fields = _all_fields(three, conflicts, lists.__contains__)
    if latest is not None:
        fields["as_of"] = latest
        conflicts = [text for text in conflicts if not text.startswith("as_of = ")]
    return _with(Facts("", "", fields), conflicts).fields, len(conflicts)


def _latest(ours: Value | None, theirs: Value | None, base: Value | None) -> Value | None:
    """Returns the later cut-off where both moved it: the briefing then holds what either of them knew."""
    if ours is None or theirs is None or same(ours, theirs) or same(base, ours) or same(base, theirs):
        return None
    try:
        mine, yours = dates.parse(str(ours)), dates.parse(str(theirs))
    except dates.EdtfError:
        return None
    return ours if dates.reading_key(mine) >= dates.reading_key(yours) else theirs


def _used(rows: Sequence[_Row]) -> set[tuple[str, str]]:
    """Returns the (section, slug) that is referred to by what one of the two put in or changed, though it was there
    before: it has to stay even where the other took it out."""
    found: set[tuple[str, str]] = set()
    for section, was, *both in rows:
        if was is not None and all(item is None or alike(was, item) for item in both):
            continue
        before = set(_references(section, was)) if was else set()
        for item in both:
            if item is not None:
                found.update(set(_references(section, item)) - before)
    return found


def _references(section: Section, item: Item) -> Iterator[tuple[str, str]]:
    if section.head is Head.SPEAKER:
        yield "actors", item.head
    if section.head is Head.PAIR:
        yield "actors", getattr(item, "start", "")
        yield "actors", getattr(item, "end", "")
    for known in section.fields:
        named = _NAMED.get(known.type)
        if named:
            value = getattr(item, known.target)
            for part in value if isinstance(value, tuple) else (value,):
                yield named, str(getattr(part, "source", part))


_NAMED = {
    Type.SLUG: "actors", Type.SPEAKER: "actors", Type.SLUGS: "actors", Type.SIDE: "sides", Type.SOURCES: "sources",
    Type.ANCHORS: "sources",
}  # fmt: skip
