"""Where a new item goes: in date order, or next to its kin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from briefing import dates
from briefing.document.grammar import SECTIONS, TOP
from briefing.model import Actor, Claim, Event, Figure, Item, Question, Quote, Relation, Step

_Key = tuple[float, float]
_KIN: dict[type[Item], Callable[[Item], object]] = {
    Quote: lambda item: item.head,
    Claim: lambda item: item.head,
    Figure: lambda item: item.head,
    Question: lambda item: item.head,
    Relation: lambda item: getattr(item, "start", ""),
    Actor: lambda item: getattr(item, "side", ""),
}
"""What two items of a kind have in common when they are kin."""

_LAST = "notes"
TOP_ORDER = (
    *(field.name for field in TOP if field.name != _LAST),
    *(section.name for section in SECTIONS),
    _LAST,
)
"""The names of the top level in the order of a file that follows the format; the notes close it."""


def place(items: Sequence[Item], new: Item) -> int:
    """Returns the number that `new` gets among the `items` of its section."""
    if isinstance(new, Event | Step):
        return _by_date(items, new)
    kin = _KIN.get(type(new))
    if kin is not None and kin(new):
        for number in range(len(items) - 1, -1, -1):
            if kin(items[number]) == kin(new):
                return number + 1
    return len(items)


def _by_date(items: Sequence[Item], new: Item) -> int:
    """Behind what is no later; where the newest stands first, behind what is no earlier."""
    key = _date_key(new)
    dated = [(number, found) for number, item in enumerate(items) if (found := _date_key(item)) is not None]
    if key is None or not dated:
        return len(items)
    steps = [(later > earlier) - (later < earlier) for (_, earlier), (_, later) in pairwise(dated)]
    newest_first = sum(steps) < 0
    for number, found in reversed(dated):
        if found == key or (found > key) == newest_first:
            return number + 1
    return dated[0][0]


def _date_key(item: Item) -> _Key | None:
    """Two dates with the same bounds are equal, however they are written."""
    date = item.date if isinstance(item, Event) else item.due if isinstance(item, Step) else None
    if date is None or (date.lower is None and date.upper is None):
        return None
    return dates.reading_key(date)[:2]
