"""How lists are looked at: what a brush keeps, what a search has found."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.model import Item
from briefing.records import record
from briefing.tui.lines import Line, Span
from briefing.tui.query import fold
from briefing.tui.rows import Row


@record(kw_only=True)
class Lens:
    """`concerned` are the offsets of the items that the brush keeps, None without one; `hiding` leaves the others out
    instead of dimming them. `words` are lit in the items at `hits`; `current` is the hit that the search stands on."""

    concerned: frozenset[int] | None = None
    hiding: bool = False
    words: tuple[str, ...] = ()
    hits: frozenset[int] = frozenset()
    current: int | None = None


CLEAR = Lens()


def kept(rows: list[Row], lens: Lens) -> list[Row]:
    """Returns the rows that are shown: all of them, or, where the lens hides, what it keeps with its group lines."""
    if lens.concerned is None or not lens.hiding:
        return rows
    wanted = concerned_rows(rows, lens) or frozenset()
    return [row for index, row in enumerate(rows) if index in wanted or row.label == "as of"]


def concerned_rows(rows: list[Row], lens: Lens) -> frozenset[int] | None:
    """Returns the indexes of the items that the brush keeps and of the group lines above them; None without one."""
    if lens.concerned is None:
        return None
    concerned = lens.concerned
    found: set[int] = set()
    group = None
    for index, row in enumerate(rows):
        if row.kind == "group":
            group = index
        elif row.kind == "item" and not concerned.isdisjoint(_offsets(row.value)):
            found.add(index)
            if group is not None:
                found.add(group)
    return frozenset(found)


def _offsets(value: object) -> tuple[int, ...]:
    """Returns the offsets of what a row shows: of an item, of all events of a month; none of what is no item."""
    if isinstance(value, Item):
        return value.marks[""][:1]
    events = getattr(value, "events", None)
    if events is not None:
        return tuple(event.offset for event in events)
    offset = getattr(value, "offset", None)
    return () if offset is None else (offset,)


def light(line: Line, words: Iterable[str], ink: str) -> Line:
    """Returns a line with the searched words in it in another ink. Words are compared folded, letter by letter."""
    found: list[Span] = []
    for text, own in line:
        folded = fold(text)
        if len(folded) != len(text):
            folded = "".join(letter if len(letter) == 1 else "\0" for letter in map(fold, text))
        cuts = [False] * (len(text) + 1)
        hit = False
        for word in words:
            at = folded.find(word)
            while at >= 0:
                hit = True
                cuts[at : at + len(word)] = [True] * len(word)
                at = folded.find(word, at + len(word))
        if not hit:
            found.append(Span(text, own))
            continue
        start = 0
        for index in range(1, len(text) + 1):
            if index == len(text) or cuts[index] != cuts[start]:
                found.append(Span(text[start:index], ink if cuts[start] else own))
                start = index
    return tuple(found)


def raise_words(line: Line, *, names: bool) -> Line:
    """Returns a line of an item that the brush keeps: its quieter words become plain text, names bold."""
    return tuple(
        Span(text, "text" if ink == "text2" else "text bold" if names and ink == "text" else ink) for text, ink in line
    )
