"""What a reader has not seen yet. Pure: a briefing as it was read, and as it is, go in; what is new comes out.

What was read is itself a `Briefing`: every item as it was when it was marked as read, so that a later change can be
told word for word, also when only some items have been read since. `briefing.changes.marks` keeps it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from briefing.changes.differences import BRIEF, Comparison, Difference, compare
from briefing.changes.identity import items_of, pair
from briefing.document import grammar
from briefing.model import Briefing, Item
from briefing.records import record

News = Literal["new", "changed", ""]
"""What an item is to its reader; empty when it was read as it stands."""


@record
class Unread:
    """What a reader has not seen. `changed` has the difference (with the item as it was) of each changed item,
    `removed` the items, as they were, that are gone, `top` the differences in the fields of the whole briefing.

    `compared` is what it was worked out from; None when nothing has ever been marked as read, and every item is new.
    """

    new: frozenset[Item]
    changed: Mapping[Item, Difference]
    removed: tuple[Item, ...]
    top: tuple[Difference, ...]
    compared: Comparison | None

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.removed or self.top)

    def news_of(self, item: Item) -> News:
        """Returns what an item of the briefing as it is now is to its reader."""
        return "new" if item in self.new else "changed" if item in self.changed else ""

    def counts(self, items: Iterable[Item]) -> tuple[int, int]:
        """Returns how many of `items` are new, and how many changed: for a pane, or for `Briefing.items`."""
        found = [self.news_of(item) for item in items]
        return found.count("new"), found.count("changed")


def nothing_unread() -> Unread:
    """Returns what a reader has not seen who has seen everything."""
    return Unread(frozenset(), {}, (), (), None)


def unread(read: Briefing | None, now: Briefing) -> Unread:
    """Returns what of `now` is not as it was in `read`; all of it when nothing was ever read.

    Another place in the file and another information cut-off alone are nothing to read.
    """
    if read is None:
        return Unread(frozenset(now.items()), {}, (), (), None)
    compared = compare(read, now)
    developments = compared.developments
    return Unread(
        frozenset(found.new for found in developments if found.new and not found.old),
        {found.new: found for found in developments if found.new and found.old},
        tuple(found.old for found in developments if found.old and not found.new),
        tuple(found for found in developments if found.section == BRIEF),
        compared,
    )


def with_item(read: Briefing | None, now: Briefing, item: Item) -> Briefing:
    """Returns what was read, with one item of `now` (or, to let a removed one go, of `read`) as it stands now.

    It takes the place of what it was before; a new one comes behind the nearest item before it that was read.
    """
    before = read if read is not None else _empty(now)
    name = _section_of(item)
    pairing = pair(before, now)
    kept = items_of(before, name)
    was = pairing.old_of(item)
    if was is not None:
        kept[kept.index(was)] = item
    elif item in kept:
        kept.remove(item)
    else:
        after = items_of(now, name)
        earlier = after[: after.index(item)] if item in after else []
        known = next((old for one in reversed(earlier) if (old := pairing.old_of(one))), None)
        kept.insert(kept.index(known) + 1 if known else 0, item)
    return _with_section(before, name, kept)


def with_top(read: Briefing | None, now: Briefing) -> Briefing:
    """Returns what was read, with the title, the bottom line and the other fields of the whole briefing as now."""
    before = read if read is not None else _empty(now)
    return replace(now, **{section.name: getattr(before, section.name) for section in grammar.SECTIONS})


def in_order(news: Unread, now: Briefing, sections: Sequence[str]) -> Iterator[Item]:
    """Yields the items of `now` that are new or changed, in the order of `sections` and in each of the file: what the
    keys for the next and the previous change go through."""
    for name in sections:
        for item in items_of(now, name):
            if news.news_of(item):
                yield item


def _section_of(item: Item) -> str:
    return next(section.name for section in grammar.SECTIONS if type(item) is section.item)


def _empty(now: Briefing) -> Briefing:
    """A briefing of which nothing but its title was read."""
    return Briefing(title=now.title, lines=now.lines, marks={}, as_of=now.as_of)


def _with_section(briefing: Briefing, name: str, items: Sequence[Item]) -> Briefing:
    section: Any = {item.head: item for item in items} if grammar.BY_NAME[name].shape == "map" else tuple(items)
    return replace(briefing, **{name: section})
