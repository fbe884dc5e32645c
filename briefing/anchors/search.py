"""The places of an article where all parts of a quotation stand, verbatim and in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple
from unicodedata import category

from briefing.anchors.index import Index
from briefing.anchors.plan import Link, Part

MOST_PLACES = 20
"""Places of a quotation that are told apart; from there on "many" says enough."""

_SHORT = 60
"""Characters of the source that an `[insertion]` may stand for at most: a name with its title, a short clause."""
_STARTS = 16
_AHEAD = 4
_STATES = 16
_TRIES = 10_000
_CHAINS = MOST_PLACES * _STARTS
"""Limits that no honest quotation reaches: places to start from, to go on to and to keep, false places to step over,
and readings in all."""


class Found(NamedTuple):
    """One part found: paragraph number and the part `[start, end)` of the folded paragraph."""

    number: int
    start: int
    end: int


Chain = tuple[Found, ...]
"""All parts of a quotation found, in order."""


def places(parts: Sequence[Part], index: Index, numbers: range | None = None) -> list[Chain]:
    """Returns where `parts` stand in `index`, the shortest reading of each place, in order of the text.

    With `numbers` only places that touch one of these paragraphs are found. At most `MOST_PLACES` are returned.
    """
    if not parts:
        return []
    reach = len(parts) - 1
    if numbers is None:
        starts: Iterable[int] = _candidates(parts, index, reach)
    else:
        starts = range(max(1, numbers.start - reach), min(index.size, numbers.stop - 1) + 1)
    found: list[Chain] = []
    seen = 0
    for start in starts:
        chains = _chains(parts, index, start)
        here = [chain for chain in chains if numbers is None or any(place.number in numbers for place in chain)]
        found += here
        seen += bool(here)
        if len(found) >= _CHAINS or (reach == 0 and seen >= MOST_PLACES):
            break
    return _apart(found)


def _candidates(parts: Sequence[Part], index: Index, reach: int) -> Iterator[int]:
    """Yields the paragraphs in which a quotation may begin, judging by its longest part."""
    longest = max(parts, key=lambda part: len(part.cores[0]))
    before = parts.index(longest)
    holding: set[int] = set()
    for core in longest.cores:
        if len(longest.cores) == 1 and reach == 0:
            yield from index.holding(core)
            return
        holding.update(islice(index.holding(core), _CHAINS))
    yield from sorted({n for k in holding for n in range(max(1, k - before), k + 1)})


def _chains(parts: Sequence[Part], index: Index, number: int) -> Iterator[Chain]:
    text = index.fold(number).text
    chains: dict[tuple[int, int], Chain] = {}
    for start, end in islice(_occurrences(parts[0], text, 0, len(text)), _STARTS):
        if index.span(number, start, end) is not None:
            chains[number, end] = (Found(number, start, end),)
    for part in parts[1:]:
        further: dict[tuple[int, int], Chain] = {}
        for chain in chains.values():
            for found in _next(part, index, chain[-1]):
                # The later chain to reach a place began later, so it is the shorter reading.
                further[found.number, found.end] = (*chain, found)
        chains = dict(islice(further.items(), _STATES))
    yield from chains.values()


def _next(part: Part, index: Index, last: Found) -> Iterator[Found]:
    """Yields the places where `part` may go on after `last`, in the same paragraph or in the next."""
    text = index.fold(last.number).text
    stop = len(text)
    if part.link is Link.INSERTION:
        stop = min(stop, last.end + _SHORT + len(part.needles[0]))
    for start, end in islice(_occurrences(part, text, last.end, stop), _AHEAD):
        if index.span(last.number, start, end) is not None:
            yield Found(last.number, start, end)
    if part.link is Link.INSERTION or last.number == index.size:
        return
    text = index.fold(last.number + 1).text
    for start, end in islice(_occurrences(part, text, 0, len(text)), _AHEAD):
        if index.span(last.number + 1, start, end) is not None:
            yield Found(last.number + 1, start, end)


def _occurrences(part: Part, text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yields where `part` stands in `text`, as whole words; the most literal reading that stands at all."""
    for needle in part.needles:
        some = False
        at = start - 1
        for _ in range(_TRIES):
            at = text.find(needle, at + 1, stop)
            if at < 0:
                break
            end = at + len(needle)
            if (part.open_left or not glued(text, at)) and (part.open_right or not glued(text, end)):
                some = True
                yield at, end
        if some:
            return


def glued(text: str, at: int) -> bool:
    """True when position `at` of a folded text lies inside a word or a number.

    Scripts that set no blanks between words have no such place.
    """
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if after.isascii() and before.isascii():
        if after.isalnum():
            if before.isalnum():
                return True
            return before in ".," and after.isdigit() and at > 1 and text[at - 2].isdigit()
        return before.isalnum() and at + 1 < len(text) and _joins(before, after, text[at + 1])
    if not (before.isalnum() or _is_mark(before)):
        return False
    if _is_mark(after):
        return True
    if after.isalnum():
        return not (unspaced(before) or unspaced(after))
    return at + 1 < len(text) and _joins(before, after, text[at + 1])


def _joins(before: str, mark: str, after: str) -> bool:
    """True for a mark that holds a word or a number together: `don't`, `3.5`."""
    if mark == "'":
        return before.isalpha() and after.isalpha()
    return mark in ".," and before.isdigit() and after.isdigit()


def _is_mark(character: str) -> bool:
    """True for a combining mark, which belongs to the letter before it."""
    if character < "\u0300":
        return False
    return category(character)[0] == "M"


_UNSPACED = (
    ("\u0e00", "\u0eff"),  # Thai, Lao
    ("\u1000", "\u109f"),  # Myanmar
    ("\u1780", "\u17ff"),  # Khmer
    ("\u2e80", "\u312f"),  # radicals, kana, bopomofo
    ("\u31a0", "\u4dbf"),
    ("\u4e00", "\ua4cf"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)


def unspaced(character: str) -> bool:
    """True for a letter of a script that is written without blanks between words."""
    return character >= "\u0e00" and any(low <= character <= high for low, high in _UNSPACED)


def _apart(chains: list[Chain]) -> list[Chain]:
    """Drops each chain that overlaps with a shorter one; the rest is in order of the text."""

    def extent(chain: Chain) -> tuple[int, int]:
        return chain[-1].number - chain[0].number, chain[-1].end - chain[0].start

    kept: list[Chain] = []
    for chain in sorted(chains, key=extent):
        if not any(_overlap(chain, other) for other in kept):
            kept.append(chain)
    return sorted(kept)


def _overlap(one: Chain, other: Chain) -> bool:
    return (one[0].number, one[0].start) < (other[-1].number, other[-1].end) and (
        other[0].number,
        other[0].start,
    ) < (one[-1].number, one[-1].end)
