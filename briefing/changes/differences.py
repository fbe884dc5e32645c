"""What became of each item between two versions of a briefing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from briefing.changes.fields import FieldChange, changed_fields, changed_top, normal
from briefing.changes.identity import Pairing, items_of, pair
from briefing.changes.kinds import RANK, Kind
from briefing.changes.words import Run, word_diff
from briefing.document import grammar
from briefing.document.grammar import Head
from briefing.export.parts import PARTS
from briefing.model import Actor, Briefing, Item, Side, Source
from briefing.records import record

BRIEF = "brief"
"""The section of a difference of the whole briefing."""


@record
class Difference:
    """What became of one item, or of one field of the whole briefing (its `section` is then "brief").

    `kinds` has one or more kinds, the most telling first. `old` is the item as it was, None for an added one; `new` as
    it is, None for a removed one; both are None for a field of the whole briefing. `fields` are those that changed, the
    head and the text left out. `words` are those of the text (of a figure: of what is counted) when they
    changed; of a field of the whole briefing, those of the field.
    """

    section: str
    kinds: tuple[Kind, ...]
    old: Item | None = None
    new: Item | None = None
    fields: tuple[FieldChange, ...] = ()
    words: tuple[Run, ...] = ()

    def __repr__(self) -> str:
        return f"<{', '.join(kind.value for kind in self.kinds)}: {self.new or self.old or self.fields}>"

    @property
    def kind(self) -> Kind:
        """The most telling kind."""
        return self.kinds[0]

    @property
    def development(self) -> bool:
        """False for what says nothing new of the story: another information cut-off, another place in the file."""
        if self.section == BRIEF:
            return self.fields[0].name != "as_of"
        return self.kinds != (Kind.MOVED,)


@record
class Comparison:
    """Two versions of a briefing, which items are the same, and what became of them, in reading order."""

    old: Briefing
    new: Briefing
    pairing: Pairing
    differences: tuple[Difference, ...]

    @property
    def developments(self) -> tuple[Difference, ...]:
        """Those differences that say something new of the story."""
        return tuple(difference for difference in self.differences if difference.development)


def differences(old: Briefing, new: Briefing) -> tuple[Difference, ...]:
    """Returns what became of each item, section by section in reading order, in each in the order of the new file.

    What was removed stands where it stood. Blanks and line ends inside a text, and comments, are no difference.
    """
    return compare(old, new).differences


def compare(old: Briefing, new: Briefing) -> Comparison:
    """Returns `differences` together with the pairing that they were found with."""
    pairing = pair(old, new)
    renamed = {
        kind: {a.head: b.head for a in before.values() if (b := pairing.new_of(a)) and b.head != a.head}
        for kind, before in (("actors", old.actors), ("sides", old.sides), ("sources", old.sources))
    }
    found: list[Difference] = []
    top = {change.name: change for change in changed_top(old, new)}
    for part in PARTS:
        if part.name in grammar.BY_NAME:
            found += _of_section(part.name, old, new, pairing, renamed)
        elif part.name == BRIEF:
            found += (_of_top(top[name]) for name in top if name in _FIRST)
        elif part.name == "about":
            found += (_of_top(top[name]) for name in top if name not in _FIRST)
    return Comparison(old, new, pairing, tuple(found))


_FIRST = frozenset(["title", "as_of", "embargo", "bottom_line", "why"])


def _of_top(change: FieldChange) -> Difference:
    kind = Kind.ADDED if not change.old else Kind.REMOVED if not change.new else Kind.REWORDED
    if kind is Kind.REWORDED and not change.prose:
        kind = Kind.CHANGED
    words = word_diff(change.old, change.new) if kind is Kind.REWORDED else ()
    return Difference(BRIEF, (kind,), fields=(change,), words=words)


def _of_section(
    name: str, old: Briefing, new: Briefing, pairing: Pairing, renamed: Mapping[str, Mapping[str, str]]
) -> Iterator[Difference]:
    section = grammar.BY_NAME[name]
    before, after = items_of(old, name), items_of(new, name)
    kept = [(item, now) for item in before if (now := pairing.new_of(item))]
    moved = _moved(section, kept, after)
    gone: dict[Item | None, list[Item]] = {}
    last: Item | None = None
    for item in before:
        now = pairing.new_of(item)
        if now is None:
            gone.setdefault(last, []).append(item)
        else:
            last = now
    for place in (None, *after):
        if place is not None:
            was = pairing.old_of(place)
            if was is None:
                yield Difference(name, (Kind.ADDED,), new=place)
            elif found := _of_pair(section, was, place, (old, new), renamed, was in moved):
                yield found
        for item in gone.get(place, ()):
            yield Difference(name, (Kind.REMOVED,), old=item)


def _of_pair(
    section: grammar.Section,
    old: Item,
    new: Item,
    both: tuple[Briefing, Briefing],
    renamed: Mapping[str, Mapping[str, str]],
    moved: bool,
) -> Difference | None:
    kinds = {Kind.MOVED} if moved else set()
    fields = changed_fields(section, old, new, both, renamed)
    names = {change.name for change in fields}
    reworded = _texts(section, old, new)
    if reworded:
        kinds.add(Kind.REWORDED)
    if section.head is Head.MEASURE and old.text != new.text:
        kinds.add(Kind.SUPERSEDED)
    if section.head is not Head.MEASURE and _other_head(section, old, new, renamed["actors"]):
        kinds.add(_HEADS[section.head])
        if section.head is Head.STATUS and new.head == "answered":
            kinds = kinds - {Kind.STATUS} | {Kind.ANSWERED}
    if "draft" in names and not new.draft:
        kinds.add(Kind.ACCEPTED)
    if "retracted" in names and isinstance(new, Source) and new.retracted:
        kinds.add(Kind.RETRACTED)
    if "status" in names:
        kinds.add(Kind.RETRACTED if getattr(new, "status", "") == "denied" else Kind.STATUS)
    if names - {name for kind in kinds for name in TOLD_BY.get(kind, ())}:
        kinds.add(Kind.CHANGED)
    if not kinds:
        return None
    words = word_diff(*reworded) if reworded else ()
    return Difference(section.name, tuple(sorted(kinds, key=RANK.__getitem__)), old, new, tuple(fields), words)


TOLD_BY: Mapping[Kind, tuple[str, ...]] = {
    Kind.ACCEPTED: ("draft",),
    Kind.RETRACTED: ("retracted", "status"),
    Kind.STATUS: ("status",),
    Kind.ANSWERED: ("answer", "src"),
    Kind.SUPERSEDED: ("was", "as_of", "src"),
    Kind.DATED: ("dated_by",),
}
"""The fields whose change is a part of what a kind tells: a new value comes with its own date, source and `was`."""

_HEADS = {
    Head.DATE: Kind.DATED,
    Head.DUE: Kind.DATED,
    Head.STATUS: Kind.STATUS,
    Head.LIKELIHOOD: Kind.STATUS,
    Head.SPEAKER: Kind.ATTRIBUTED,
    Head.PAIR: Kind.ATTRIBUTED,
    Head.SLUG: Kind.RENAMED,
}


def _texts(section: grammar.Section, old: Item, new: Item) -> tuple[str, str] | None:
    """Returns the words of both where they differ; what a source or an actor without a name is called is its slug."""
    one, other = (old.head, new.head) if section.head is Head.MEASURE else (old.text, new.text)
    if isinstance(old, Source | Side | Actor) and (old.text, new.text) == (old.head, new.head):
        return None
    return None if normal(one) == normal(other) else (one, other)


def _other_head(section: grammar.Section, old: Item, new: Item, actors: Mapping[str, str]) -> bool:
    if section.head is Head.PAIR:
        return [actors.get(word, word) for word in old.head.split()] != new.head.split()
    if section.head is Head.SPEAKER:
        return normal(actors.get(old.head, old.head)) != normal(new.head)
    return old.head != new.head


def _moved(section: grammar.Section, kept: Sequence[tuple[Item, Item]], after: Iterable[Item]) -> frozenset[Item]:
    """Returns the old items that left their place: all but a longest run of pairs that stand in the same order.

    An event that was dated anew goes where its date belongs, and is not told to have moved as well.
    """
    place = {item: number for number, item in enumerate(after)}
    if section.head in (Head.DATE, Head.DUE):
        kept = [(item, now) for item, now in kept if item.head == now.head]
    order = [place[now] for _, now in kept]
    if all(one < other for one, other in pairwise(order)):
        return frozenset()
    steady = _longest_rising(order)
    return frozenset(item for number, (item, _) in enumerate(kept) if number not in steady)


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """Returns the indices of a longest rising subsequence (patience sorting)."""
    lowest: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        pile = bisect_left(lowest, number)
        before.append(at[pile - 1] if pile else -1)
        lowest[pile : pile + 1] = [number]
        at[pile : pile + 1] = [index]
    steady = set()
    index = at[-1] if at else -1
    while index >= 0:
        steady.add(index)
        index = before[index]
    return steady
