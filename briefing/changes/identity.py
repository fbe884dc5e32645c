"""Is this the same item? The one answer for reload, read marks, diff, merge and undo.

The rule stands in docs/changes.md. In each section first the items with the same `id` belong together, then those with
the same head and words, then those with the same key, repeats in the order of the file; of what is left the most
similar pair, again and again. The answer is the same whichever briefing is called the old one.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from briefing.model import Briefing, Figure, Item, Relation, Source
from briefing.records import record

if TYPE_CHECKING:
    from briefing.changes.likeness import Wording

SECTIONS = (
    "sources", "sides", "actors", "relations", "timeline", "figures", "quotes", "claims", "questions", "judgements",
    "next",
)  # fmt: skip
"""Maps come first: what else is the same depends on which slugs are."""

_MAPS = frozenset(["sources", "sides", "actors"])
_SPEAKERS = frozenset(["quotes", "claims"])
_TELLING = frozenset(["timeline", "relations", "figures", "quotes", "claims"])
"""Sections whose head tells something of the item. That two questions are both open says little."""

ALIKE = 0.8
ALIKE_UNDER_A_HEAD = 0.5
"""How similar two items must be to be the same, and how similar when their heads are equal."""

Key = Callable[[Item], Hashable]
Names = Mapping[str, Hashable]
"""Slugs of actors that are called otherwise in the other briefing, and what stands for both."""


@record
class Pairing:
    """Which items of two briefings are the same. `added` and `removed` are those without a partner, in file order."""

    added: tuple[Item, ...]
    removed: tuple[Item, ...]
    _new_of: Mapping[Item, Item]
    _old_of: Mapping[Item, Item]

    def new_of(self, item: Item) -> Item | None:
        """Returns what an item of the old briefing is in the new one; None when it is gone."""
        return self._new_of.get(item)

    def old_of(self, item: Item) -> Item | None:
        """Returns what an item of the new briefing was in the old one; None when it was not there."""
        return self._old_of.get(item)


def items_of(briefing: Briefing, section: str) -> list[Item]:
    """Returns the items of the section of that name in the order of the file."""
    found = getattr(briefing, section)
    return list(found.values() if section in _MAPS else found)


def pair(old: Briefing, new: Briefing) -> Pairing:
    """Returns which items of `old` and `new` are the same.

    Takes time in proportion to the number of items, and to the number of changed ones; the work of looking for similar
    ones is bounded.
    """
    new_of: dict[Item, Item] = {}
    ours: dict[str, Hashable] = {}
    theirs: dict[str, Hashable] = {}
    for section in SECTIONS:
        one, other = items_of(old, section), items_of(new, section)
        pairs = _paired(section, one, other, ours, theirs)
        new_of.update(pairs)
        if section == "actors":
            for before, after in pairs:
                if before.head != after.head:
                    ours[before.head] = theirs[after.head] = (before.head, after.head)
    old_of = {after: before for before, after in new_of.items()}
    return Pairing(
        tuple(item for item in new.items() if item not in old_of),
        tuple(item for item in old.items() if item not in new_of),
        new_of,
        old_of,
    )


def _paired(section: str, one: list[Item], other: list[Item], ours: Names, theirs: Names) -> list[tuple[Item, Item]]:
    pairs = _unchanged(section, one, other)
    if len(pairs) == len(one) == len(other):
        return pairs
    one, other = one[len(pairs) :], other[len(pairs) :]
    if any(item.id for item in one) and any(item.id for item in other):
        one, other = _take(pairs, _by_key(_named(one), _named(other), _id, _id), one, other)
    for make in (_whole, _key):
        mine, yours = make(section, ours), make(section, theirs)
        for first, second in ((_nameless, _nameless), (_named, _nameless), (_nameless, _named)):
            if one and other:
                one, other = _take(pairs, _by_key(first(one), second(other), mine, yours), one, other)
    if one and other:
        pairs += _similar(section, one, other, ours, theirs)
    return pairs


def _unchanged(section: str, one: Sequence[Item], other: Sequence[Item]) -> list[tuple[Item, Item]]:
    """Returns the pairs up to the first change: most reloads find little else."""
    words = attrgetter("id", "head", "text", "per") if section == "figures" else attrgetter("id", "head", "text")
    same = 0
    for here, there in zip(map(words, one), map(words, other), strict=False):
        if here != there:
            break
        same += 1
    return list(zip(one[:same], other[:same], strict=True))


def _take(
    pairs: list[tuple[Item, Item]], found: list[tuple[Item, Item]], one: list[Item], other: list[Item]
) -> tuple[list[Item], list[Item]]:
    """Adds what was found to `pairs`; returns what is left of both."""
    if not found:
        return one, other
    pairs += found
    here, there = {a for a, _ in found}, {b for _, b in found}
    return [item for item in one if item not in here], [item for item in other if item not in there]


def _named(items: Iterable[Item]) -> list[Item]:
    return [item for item in items if item.id]


def _nameless(items: Iterable[Item]) -> list[Item]:
    return [item for item in items if not item.id]


def _id(item: Item) -> Hashable:
    return item.id


def _by_key(one: Sequence[Item], other: Sequence[Item], mine: Key, yours: Key) -> list[tuple[Item, Item]]:
    """Returns the pairs with equal keys: the first with the first, the second with the second."""
    if not one or not other:
        return []
    waiting: dict[Hashable, list[Item]] = {}
    for item in reversed(other):
        waiting.setdefault(yours(item), []).append(item)
    pairs = []
    for item in one:
        partners = waiting.get(mine(item))
        if partners:
            pairs.append((item, partners.pop()))
    return pairs


def _whole(section: str, names: Names) -> Key:
    """Returns the key under which only items with the same words are equal."""
    if section == "figures":
        return _renamed(("head", "text", "per"), 2, names)
    if section == "relations" and names:
        return lambda item: (_ends(item, names), item.text)
    return _renamed(("head", "text"), 0, names if section in _SPEAKERS else {})


def _key(section: str, names: Names) -> Key:
    """Returns the key of a section's items: what an item stays the same by while the rest of it changes."""
    if section == "figures":
        return _renamed(("head", "per"), 1, names)
    if section in _SPEAKERS:
        return _renamed(("head", "text"), 0, names)
    if section == "relations":
        return (lambda item: _ends(item, names)) if names else attrgetter("head")
    return attrgetter("head") if section in _MAPS else attrgetter("text")


def _renamed(attributes: tuple[str, ...], speaker: int, names: Names) -> Key:
    """Returns a key of several attributes, that at `speaker` as it is known under both names."""
    get = attrgetter(*attributes)
    if not names:
        return get

    def key(item: Item) -> Hashable:
        values = list(get(item))
        values[speaker] = names.get(values[speaker], values[speaker])
        return tuple(values)

    return key


def _ends(item: Item, names: Names) -> Hashable:
    assert isinstance(item, Relation)
    if not item.end:
        return item.head
    return names.get(item.start, item.start), names.get(item.end, item.end), item.mutual


def _similar(
    section: str, one: Sequence[Item], other: Sequence[Item], ours: Names, theirs: Names
) -> list[tuple[Item, Item]]:
    """Returns the pairs of what is left that are similar enough, the most similar first."""
    # Only now: most reloads find every item again by its words.
    from briefing.changes.similar import most_similar

    mine, yours = _head(section, ours), _head(section, theirs)
    heads, their_heads = [mine(item) for item in one], [yours(item) for item in other]
    ids, their_ids = [bool(item.id) for item in one], [bool(item.id) for item in other]

    def least(here: int, there: int, contradict: bool) -> float | None:
        if ids[here] and their_ids[there]:
            return None
        equal = heads[here] == their_heads[there]
        if section == "relations" and not equal:
            return None
        return ALIKE_UNDER_A_HEAD if equal and (section in _TELLING or not contradict) else ALIKE

    texts = [_wording(item, ours) for item in one], [_wording(item, theirs) for item in other]
    return [(one[here], other[there]) for here, there in most_similar(*texts, least)]


def _head(section: str, names: Names) -> Key:
    if section == "relations":
        return lambda item: frozenset((item.start, item.end)) if isinstance(item, Relation) else ()
    if section in _SPEAKERS and names:
        return lambda item: names.get(item.head, item.head)
    return attrgetter("head")


def _wording(item: Item, names: Names) -> Wording:
    """Returns the words by which an item is known again when its key has changed."""
    from briefing.changes.likeness import wording

    if isinstance(item, Figure):
        return wording(item.head, [item.text, *([str(names.get(item.per, item.per))] if item.per else [])])
    if isinstance(item, Source) and item.text == item.head:
        return wording(item.file or item.url)
    return wording(item.text)
