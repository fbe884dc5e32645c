"""A change → the edits that make it, and beside them what it means."""

from __future__ import annotations

from pathlib import PurePath

from briefing.document.edits import Edit
from briefing.document.grammar import BY_NAME, Section
from briefing.document.load import Loaded
from briefing.document.splicing import typed
from briefing.document.splicing.adding import added, lines_out, removed
from briefing.document.splicing.changes import (
    AddItem,
    All,
    Change,
    MergeActors,
    NotSpliced,
    RemoveField,
    RemoveItem,
    RemoveTop,
    RenameSlug,
    SetField,
    SetHead,
    SetText,
    SetTop,
    Value,
)
from briefing.document.splicing.expected import Expected, Slot
from briefing.document.splicing.items import Rewriting, rewritten
from briefing.document.splicing.order import place
from briefing.document.splicing.places import Places, section_named
from briefing.document.splicing.slugs import check_merge, entry, merged, renamed, taken_over
from briefing.document.splicing.top import remove_top, set_top
from briefing.model import Item


class Maker:
    """Makes the edits and the expectation of one change, or of several that are to be one."""

    def __init__(self, loaded: Loaded, path: str) -> None:
        self.places = Places(loaded)
        self.expected = Expected(loaded)
        self._untitled = PurePath(path).stem
        self._rewritings: dict[int, tuple[Item, Rewriting]] = {}
        self._edits: list[Edit] = []

    def make(self, change: Change) -> None:
        """Adds a change. Raises `NotSpliced`."""
        if isinstance(change, All):
            for part in change.changes:
                self.make(part)
        elif isinstance(change, SetField | RemoveField | SetHead | SetText):
            self._rewrite(change)
        elif isinstance(change, SetTop | RemoveTop):
            self._top(change)
        elif isinstance(change, AddItem):
            self._add(change)
        elif isinstance(change, RemoveItem):
            section = self.places.section_of(change.item)
            self.expected.remove_item(section, change.item)
            self._edits += removed(self.places, change.item)
        elif isinstance(change, RenameSlug):
            self._rename(change.section, change.old, change.new)
        else:
            self._merge(change)

    def edits(self) -> list[Edit]:
        """Returns all edits, in offsets of the loaded text. Raises `NotSpliced`."""
        made = [edit for item, wanted in self._rewritings.values() for edit in rewritten(self.places, item, wanted)]
        return made + self._edits

    def _rewrite(self, change: SetField | RemoveField | SetHead | SetText) -> None:
        item = change.item
        section = self.places.section_of(item)
        if isinstance(change, SetHead) and section.shape == "map":
            self._rename(section.name, item.head, change.head)
            return
        wanted = self._rewritings.setdefault(id(item), (item, Rewriting(None, None, {})))[1]
        head: str | None = None
        text: str | None = None
        fields: dict[str, Value | None] = {}
        if isinstance(change, SetHead):
            head = wanted.head = typed.checked_head(change.head)
        elif isinstance(change, SetText):
            text = wanted.text = typed.checked(change.text, "this text")
        elif isinstance(change, SetField):
            name = typed.checked_name(section, change.name)
            fields[name] = wanted.fields[name] = typed.checked_value(change.value, name)
        else:
            fields[change.name] = wanted.fields[change.name] = None
        if text is not None and section.shape == "map":
            fields[section.text_field], text = text, None
        self.expected.set_item(section, item, head, text, fields)

    def _top(self, change: SetTop | RemoveTop) -> None:
        if change.name in BY_NAME:
            raise NotSpliced(f"{change.name} is a section; change its items")
        if isinstance(change, SetTop):
            name = typed.checked_name(None, change.name)
            value = typed.checked_value(change.value, name)
            self.expected.set_top(name, value, self._untitled)
            self._edits += set_top(self.places, name, value)
        else:
            self._edits.append(lines_out(self.places.page, *remove_top(self.places, change.name)))
            self.expected.set_top(change.name, None, self._untitled)

    def _add(self, change: AddItem) -> None:
        section = section_named(change.section)
        typed.checked_head(change.head)
        if change.text or section.shape == "list" or not change.fields:
            typed.checked(change.text, "this text")
        for name, value in change.fields:
            typed.checked_value(value, typed.checked_name(section, name))
        typed.checked_comments(change.comments)
        new, _ = typed.item(section, change.head, change.text, dict(change.fields))
        items = self.places.items(section)
        if section.shape == "map" and change.head in getattr(self.places.loaded.briefing, section.name):
            raise NotSpliced(f"another {section.noun} is called {change.head} already")
        at = self._behind(section, items, change.beside) if change.beside is not None else place(items, new)
        self._edits += added(self.places, section, change, at)
        slots = self.expected.sections[section.name]
        before = next((number for number, slot in enumerate(slots) if at and slot.item is items[at - 1]), -1)
        waiting = self._waiting(slots, before)
        if waiting and change.beside is None:
            # Which of two new items comes first is known once one of them is there.
            raise NotSpliced("two new items go to the same place; add one after the other")
        self.expected.add_item(section, before + 1 + waiting, change)

    @staticmethod
    def _waiting(slots: list[Slot], before: int) -> int:
        """How many new items stand behind slot `before` already."""
        count = 0
        while before + 1 + count < len(slots) and slots[before + 1 + count].item is None:
            count += 1
        return count

    @staticmethod
    def _behind(section: Section, items: list[Item], beside: Item) -> int:
        for number, item in enumerate(items):
            if item is beside:
                return number + 1
        raise NotSpliced(f"what the new {section.noun} was to stand beside is no longer there")

    def _rename(self, name: str, old: str, new: str) -> None:
        self._edits += renamed(self.places, name, old, new)
        section = BY_NAME[name]
        self.expected.rename_entry(section, entry(self.places, section, old), new)

    def _merge(self, change: MergeActors) -> None:
        keep, drop = check_merge(self.places, change.keep, change.drop)
        fields = taken_over(keep, drop)
        section = BY_NAME["actors"]
        self._edits += merged(self.places, keep, drop, fields) + removed(self.places, drop)
        if fields:
            self.expected.set_item(section, keep, None, None, fields)
        self.expected.remove_item(section, drop)
        self.expected.rename("actors", drop.head, keep.head)
        self.expected.concerned = self.expected.entry(section, keep.head)
