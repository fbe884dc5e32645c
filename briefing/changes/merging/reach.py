"""From a text to one that says what is wanted: which changes are left, made by splices, and what then differs."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from briefing.changes.identity import items_of, pair
from briefing.changes.merging.facts import Facts, alike, of_item, of_top, same
from briefing.changes.merging.wanted import Entry, Wanted
from briefing.document.grammar import SECTIONS, Head, Section
from briefing.document.load import Loaded
from briefing.document.splice import (
    AddItem,
    All,
    Change,
    NotSpliced,
    RemoveField,
    RemoveItem,
    RemoveTop,
    SetField,
    SetHead,
    SetText,
    SetTop,
    Value,
    splice,
)
from briefing.model import Briefing, Item

_STEPS = 400
"""Changes that are made one by one where they can't be made at once."""


class Reaching:
    """Makes the changes that lead from a text to what is wanted. `ours` and `theirs` are what the entries speak of."""

    def __init__(self, goal: Wanted, ours: Loaded, theirs: Loaded, path: str) -> None:
        self._goal = goal
        self._ours = ours.briefing
        self._theirs = theirs.briefing
        self._text = theirs.text
        self._path = path

    def reach(self, loaded: Loaded) -> Loaded:
        """Returns `loaded` with every change that it lacks. Raises `NotSpliced` when one of them can't be made."""
        changes = tuple(self.lacking(loaded.briefing))
        if not changes:
            return loaded
        try:
            return splice(loaded, self._path, All(changes) if len(changes) > 1 else changes[0]).loaded
        except NotSpliced:
            if len(changes) == 1:
                raise
        return self._step_by_step(loaded)

    def _step_by_step(self, loaded: Loaded) -> Loaded:
        for _ in range(_STEPS):
            change = next(self.lacking(loaded.briefing), None)
            if change is None:
                return loaded
            loaded = splice(loaded, self._path, change).loaded
        raise NotSpliced("there are too many changes to make them one by one")

    def lacking(self, briefing: Briefing) -> Iterator[Change]:
        """Yields the changes that `briefing` lacks: none when it says all that is wanted and nothing else."""
        found = self._found(briefing)
        held = set(found.values())
        for section in SECTIONS:
            for item in items_of(briefing, section.name):
                if item not in held:
                    yield RemoveItem(item)
        for entry, item in found.items():
            if entry.like is not None and alike(entry.like, item):
                continue
            yield from _to_change(entry.section, item, entry.facts)
        before: dict[str, Item] = {}
        for entry in self._goal.entries:
            if entry in found:
                before[entry.section.name] = found[entry]
            else:
                yield self._to_add(entry, self._neighbour(entry, found) or before.get(entry.section.name))
        yield from _to_change_top(briefing, of_top(briefing), self._goal.top)

    def _found(self, briefing: Briefing) -> dict[Entry, Item]:
        """Returns the items of `briefing` that are the entries; each is at most one of them."""
        found: dict[Entry, Item] = {}
        for version, side in ((self._ours, attrgetter("ours")), (self._theirs, attrgetter("theirs"))):
            pairing = None if version is briefing else pair(version, briefing)
            taken = set(found.values())
            for entry in self._goal.entries:
                item = side(entry)
                if entry in found or item is None:
                    continue
                now = item if pairing is None else pairing.new_of(item)
                if now is not None and now not in taken:
                    found[entry] = now
        return found

    def _to_add(self, entry: Entry, beside: Item | None) -> Change:
        if entry.section.head in (Head.DATE, Head.DUE):
            beside = None
        fields = tuple((name, _brief(value)) for name, value in entry.facts.fields.items())
        comments = self._comments(entry.theirs) if entry.theirs else ()
        return AddItem(entry.section.name, entry.facts.head, entry.facts.text, fields, beside, comments)

    def _comments(self, item: Item) -> tuple[str, ...]:
        """The comment lines directly above an item of theirs."""
        lines = self._theirs.lines
        number = lines.position(item.offset).line
        found: list[str] = []
        while number > 1:
            line = self._text[lines.start(number - 1) : lines.start(number)].strip()
            if not line.startswith("#"):
                break
            found.insert(0, line)
            number -= 1
        return tuple(found)

    def _neighbour(self, entry: Entry, found: dict[Entry, Item]) -> Item | None:
        """Returns what stands before an entry in theirs and is here too; events go where their date belongs."""
        if entry.theirs is None or entry.section.head in (Head.DATE, Head.DUE):
            return None
        here = {other.theirs: item for other, item in found.items() if other.section is entry.section}
        before = None
        for item in items_of(self._theirs, entry.section.name):
            if item is entry.theirs:
                return before
            before = here.get(item, before)
        return before


def _to_change(section: Section, item: Item, goal: Facts) -> Iterator[Change]:
    facts = of_item(section, item)
    if facts.head != goal.head:
        yield SetHead(item, goal.head)
    if not same(facts.text, goal.text):
        if goal.text:
            yield SetText(item, goal.text)
        elif section.text_field:
            yield RemoveField(item, section.text_field)
    for name, value in facts.fields.items():
        if name not in goal.fields:
            yield RemoveField(item, name)
        elif not same(value, goal.fields[name]):
            yield SetField(item, name, _brief(goal.fields[name]))
    for name, value in goal.fields.items():
        if name not in facts.fields:
            yield SetField(item, name, _brief(value))


def _brief(value: Value) -> Value:
    """A list of one is written as that one."""
    return value[0] if isinstance(value, tuple) and len(value) == 1 and isinstance(value[0], str) else value


def _to_change_top(briefing: Briefing, facts: Facts, goal: object) -> Iterator[Change]:
    assert isinstance(goal, dict)
    for name in facts.fields:
        if name not in goal:
            yield RemoveTop(name)
    for name, value in goal.items():
        if not same(facts.fields.get(name), value):
            yield SetTop(name, value)
