"""What can be changed in a briefing, as plain values, and how a change is refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from briefing.model import Item, Position

Entry = str | tuple[tuple[str, str], ...]
"""One entry of a list: a text, or the names and values of an earlier value of a figure (`value`, `as_of`, `src`)."""
Value = str | tuple[Entry, ...]
"""One value of a field, as it is written in a file; a tuple for a list."""


class SetField(NamedTuple):
    """Gives `item` the field `name`, or another value for it. A flag is set with `"true"`."""

    item: Item
    name: str
    value: Value


class RemoveField(NamedTuple):
    """Takes the field `name` from `item`."""

    item: Item
    name: str


class SetHead(NamedTuple):
    """Gives `item` another head."""

    item: Item
    head: str


class SetText(NamedTuple):
    """Gives `item` another text: of a source its title, of an actor or a side its name."""

    item: Item
    text: str


class SetTop(NamedTuple):
    """Sets a field of the top level, such as `bottom_line`."""

    name: str
    value: Value


class RemoveTop(NamedTuple):
    """Takes a field of the top level out."""

    name: str


class AddItem(NamedTuple):
    """Adds an item to `section`, in the style of its neighbours: behind `beside`, or where its kin stands.

    For sources, sides and actors `head` is the new slug. `comments` are lines from `#` on that stand above the item;
    inside brackets there is no room for them.
    """

    section: str
    head: str
    text: str
    fields: tuple[tuple[str, Value], ...] = ()
    beside: Item | None = None
    comments: tuple[str, ...] = ()


class RemoveItem(NamedTuple):
    """Takes `item` out, with the comment lines directly above it."""

    item: Item


class RenameSlug(NamedTuple):
    """Renames an entry of `section` (sources, sides or actors) and every use of its slug."""

    section: str
    old: str
    new: str


class MergeActors(NamedTuple):
    """Makes two actors one. `keep` takes over the names of `drop` as `aka`, the fields that it lacks, and its uses."""

    keep: str
    drop: str


class All(NamedTuple):
    """Several changes as one. All speak of the items of the same briefing."""

    changes: tuple[Change, ...]


Change = (
    SetField
    | RemoveField
    | SetHead
    | SetText
    | SetTop
    | RemoveTop
    | AddItem
    | RemoveItem
    | RenameSlug
    | MergeActors
    | All
)


def moved(change: Change, became: Mapping[int, Item]) -> Change:
    """Returns `change` about the items that those it speaks of have become, by `id`; others stay.

    Raises `NotSpliced` when one of them has gone.
    """
    if isinstance(change, All):
        return All(tuple(moved(part, became) for part in change.changes))
    if isinstance(change, SetField | RemoveField | SetHead | SetText | RemoveItem):
        return change._replace(item=_become(change.item, became))
    if isinstance(change, AddItem) and change.beside is not None:
        return change._replace(beside=_become(change.beside, became))
    return change


def _become(item: Item, became: Mapping[int, Item]) -> Item:
    if became and id(item) not in became:
        raise NotSpliced("one of these changes takes out what another speaks of")
    return became.get(id(item), item)


class NotSpliced(Exception):
    """A change that was not made. `message` is one sentence for the user, `where` the place that it speaks of."""

    def __init__(self, message: str, where: Position | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.where = where
