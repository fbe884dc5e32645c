"""The briefing that a change means, as values to compare with: the old one, with the change made to its model."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from operator import attrgetter

from briefing.document.grammar import NAMES, PRIVATE_PREFIX, SECTIONS, TOP_BY_NAME, Head, Section, Type
from briefing.document.load import Loaded
from briefing.document.splicing import typed
from briefing.document.splicing.changes import AddItem, NotSpliced, Value
from briefing.model import Anchor, Briefing, Item, Was
from briefing.problems import Problem

Values = dict[str, object]


@dataclass(slots=True, eq=False)
class Slot:
    """One item that is to come out: as `item` was, or with `values`."""

    item: Item | None
    values: Values | None = None


class Expected:
    """The items of each section and the fields of the top level that a change means, and the problems it may bring."""

    def __init__(self, loaded: Loaded) -> None:
        briefing = loaded.briefing
        self._text = loaded.text
        self.sections: dict[str, list[Slot]] = {}
        for section in SECTIONS:
            held = getattr(briefing, section.name)
            items = held.values() if section.shape == "map" else held
            self.sections[section.name] = [Slot(item) for item in items]
        self.top: Values = {name: getattr(briefing, name) for name in top_names()}
        self.allowed: set[tuple[str, str]] = set()
        self.concerned: Slot | None = None

    def slot(self, section: Section, item: Item) -> Slot:
        """Returns what is to become of `item`. Raises `NotSpliced` when it is to go."""
        for slot in self.sections[section.name]:
            if slot.item is item:
                if slot.values is None:
                    slot.values = values_of(item)
                self.concerned = slot
                return slot
        raise NotSpliced("this item is no longer in the briefing; look at the file as it is now")

    def pairs(self, new: Loaded) -> Iterator[tuple[Item, Item]]:
        """Yields each item of the old briefing that is still there with what it is in the `new` one, which has to be
        as expected."""
        for section in SECTIONS:
            held = getattr(new.briefing, section.name)
            items = held.values() if section.shape == "map" else held
            for slot, item in zip(self.sections[section.name], items, strict=True):
                if slot.item is not None:
                    yield slot.item, item

    def entry(self, section: Section, slug: str) -> Slot:
        """Returns the slot of the entry `slug` of a map. Raises `NotSpliced` when there is none."""
        for slot in self.sections[section.name]:
            head = slot.values["head"] if slot.values is not None else slot.item.head if slot.item else ""
            if head == slug:
                slot.values = slot.values or (values_of(slot.item) if slot.item else None)
                return slot
        raise NotSpliced(f"no {section.noun} is called “{slug[:60]}”")

    def allow(self, problems: tuple[Problem, ...]) -> None:
        """Lets the text have these problems, because the change itself means them."""
        self.allowed.update((problem.code, problem.message) for problem in problems)

    def set_item(
        self, section: Section, item: Item, head: str | None, text: str | None, wanted: Mapping[str, Value | None]
    ) -> None:
        """Gives an item another head or text, and sets or (None) removes fields. Raises `NotSpliced`."""
        slot = self.slot(section, item)
        values = slot.values
        assert values is not None
        given = {name: value for name, value in wanted.items() if value is not None}
        sample = typed.sample_head(section)
        text = given.pop(section.text_field, text) if section.text_field else text  # type: ignore[assignment]
        shown = str(values["text"]) if section.shape == "list" and text is None else text
        other, problems = typed.item(section, sample if head is None else head, shown or "", given)
        self.allow(problems)
        taken = {field.target for field in map(section.field, wanted) if field}
        if head is not None:
            taken |= {"head", *_opening_names(section)}
        if text is not None:
            taken |= {"text", *({"value"} if hasattr(other, "value") else ())}
            if other.text != text:
                raise NotSpliced("this text would be read as something else; write it in other words")
        if head is not None and other.head != head:
            raise NotSpliced(
                f"“{head[:60]}” can't stand first in {section.noun}; {section.example} is how one is written"
            )
        values.update({name: getattr(other, name) for name in taken})
        if section.text_field in wanted and wanted[section.text_field] is None:
            values["text"] = values["head"]
        extra = {name: value for name, value in values["extra"].items() if name not in wanted}  # type: ignore[attr-defined]
        values["extra"] = {**extra, **{name: value for name, value in other.extra.items() if name in wanted}}

    def add_item(self, section: Section, at: int, change: AddItem) -> None:
        """Puts a new item in as number `at` of its section. Raises `NotSpliced`."""
        head, text = change.head, change.text
        item, problems = typed.item(section, head, text, dict(change.fields))
        if item.head != head or (text and item.text != text):
            raise NotSpliced(
                f"“{head[:60]}” can't stand first in {section.noun}; {section.example} is how one is written"
            )
        self.allow(problems)
        self.concerned = Slot(None, values_of(item))
        self.sections[section.name].insert(at, self.concerned)

    def remove_item(self, section: Section, item: Item) -> None:
        """Takes an item out. Uses of its slug may then be unknown."""
        self.sections[section.name].remove(self.slot(section, item))
        self.concerned = None
        if section.shape == "map":
            self.allowed.add(("slug-unknown", f"no {section.noun} is called “{item.head[:60]}”"))

    def set_top(self, name: str, value: Value | None, untitled: str) -> None:
        """Sets a field of the top level, or (None) takes it out; `untitled` is the title of a file without one."""
        field = TOP_BY_NAME.get(name)
        # What is not there has the value that a briefing of something else gives it.
        briefing, problems = typed.top(name, value) if value is not None else typed.top(f"{PRIVATE_PREFIX}other", "x")
        self.allow(problems)
        self.top["extra"] = {key: old for key, old in self.top["extra"].items() if key != name}  # type: ignore[attr-defined]
        if field is not None:
            missing = name == "title" and value is None
            self.top[field.target] = untitled if missing else getattr(briefing, field.target)
        elif value is not None:
            self.top["extra"] = {**self.top["extra"], name: briefing.extra[name]}  # type: ignore[dict-item]

    def rename_entry(self, section: Section, item: Item, new: str) -> None:
        """Gives an entry of a map another slug, which is its text, too, where it says no other."""
        values = self.slot(section, item).values
        assert values is not None
        if not self._says_text(section, item):
            values["text"] = new
        self.rename(section.name, item.head, new)

    def _says_text(self, section: Section, item: Item) -> bool:
        if item.text != item.head or section.text_field in item.marks:
            return True
        if getattr(item, "url", "") or getattr(item, "file", ""):
            return False
        at = item.at()
        return self._text.startswith((item.head, f"'{item.head}", f'"{item.head}'), at) and at > item.offset

    def rename(self, named: str, old: str, new: str) -> None:
        """Makes every use of the slug `old` of the section `named` one of `new`, and leaves out doubles in lists."""
        for section in SECTIONS:
            for slot in self.sections[section.name]:
                for name, change in _uses(section, named):
                    has = slot.values[name] if slot.values is not None else getattr(slot.item, name)
                    becomes = change(has, old, new)
                    if becomes != has:
                        slot.values = slot.values or (values_of(slot.item) if slot.item else {})
                        slot.values[name] = becomes


def values_of(item: Item) -> Values:
    """Returns all that an item says, by attribute: everything but where it stands."""
    names, get = _getter(type(item))
    return dict(zip(names, get(item), strict=True))


_Getter = tuple[tuple[str, ...], Callable[[Item], tuple[object, ...]]]
_GETTERS: dict[type[Item], _Getter] = {}


def _getter(kind: type[Item]) -> _Getter:
    found = _GETTERS.get(kind)
    if found is None:
        names = tuple(field.name for field in fields(kind) if field.name != "marks")
        found = _GETTERS[kind] = names, attrgetter(*names)
    return found


def same(slot: Slot, item: Item) -> bool:
    """True when `item` is what `slot` expects."""
    names, get = _getter(type(item))
    if slot.values is not None:
        return tuple(slot.values) == names and tuple(slot.values.values()) == get(item)
    return type(slot.item) is type(item) and get(slot.item) == get(item)


@lru_cache(maxsize=1)
def top_names() -> tuple[str, ...]:
    """The attributes of a briefing that are neither sections nor about places."""
    sections = {section.name for section in SECTIONS}
    names = (field.name for field in fields(Briefing))
    return tuple(name for name in names if name not in sections and name not in ("lines", "marks"))


def _opening_names(section: Section) -> set[str]:
    """The attributes that follow from the head of an item."""
    names = {field.name for field in fields(section.item)} - {field.target for field in section.fields}
    return names - {"marks", "extra", "text", "value"}


_Change = Callable[[object, str, str], object]


@lru_cache(maxsize=64)
def _uses(section: Section, named: str) -> tuple[tuple[str, _Change], ...]:
    """The attributes of the items of `section` that hold slugs of `named`, and how one of them is renamed."""
    uses: list[tuple[str, _Change]] = [
        (field.target, _CHANGES.get(field.type, _word)) for field in section.fields if NAMES.get(field.type) == named
    ]
    if section.name == named or (section.head is Head.SPEAKER and named == "actors"):
        uses.append(("head", _word))
    if section.head is Head.PAIR and named == "actors":
        uses += [("start", _word), ("end", _word), ("head", _words)]
    return tuple(uses)


def _word(has: object, old: str, new: str) -> object:
    return new if has == old else has


def _words(has: object, old: str, new: str) -> object:
    return " ".join(new if word == old else word for word in str(has).split(" "))


def _slugs(has: object, old: str, new: str) -> object:
    assert isinstance(has, tuple)
    return tuple(dict.fromkeys(new if slug == old else slug for slug in has)) if old in has else has


def _anchors(has: object, old: str, new: str) -> object:
    assert isinstance(has, tuple)
    return tuple(Anchor(new, a.first, a.last) if a.source == old else a for a in has)


def _was(has: object, old: str, new: str) -> object:
    assert isinstance(has, tuple)
    return tuple(Was(w.value, w.as_of, _anchors(w.src, old, new)) for w in has)  # type: ignore[arg-type]


_CHANGES: dict[Type, _Change] = {
    Type.SLUGS: _slugs,
    Type.SOURCES: _slugs,
    Type.ANCHORS: _anchors,
    Type.WAS: _was,
}
