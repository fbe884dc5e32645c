"""The most similar pairs of two lists of texts, with bounded work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from heapq import heapify, heappop, heappush

from briefing.changes.likeness import Wording, likeness, most

_WORK = 20_000
"""Pairs of texts that are looked at for a common word, at most. Words stand for fewer pairs the rarer they are, and
the rarest are taken first; what was edited in place shares some of them, so only the commonest words are left out."""

_FEW = 1_000
"""Pairs that are all compared: of words with a slip in them, two texts may share none."""

MOST_LOOKS = 2_000
MOST_STEPS = 1_000_000
"""Pairs whose likeness is worked out, at most, those that share most words first, and the steps that this may take, one
for a word of one text beside a word of the other: together about a fifth of a second."""

_LIFT = 0.35
"""How much words with slips in them may add to what two texts share."""

_GUESSED, _KNOWN = 0, 1

Least = Callable[[int, int, bool], float | None]
"""How similar the texts of these two indices must be, when they do or do not contradict each other in numbers; None
where they can't be the same whatever they say."""


def most_similar(one: Sequence[Wording], other: Sequence[Wording], least: Least) -> list[tuple[int, int]]:
    """Returns pairs of indices, each index at most once: the most similar pair, then that of what is left, and so on.

    Among equally similar ones those that lie nearest to each other, then the first. What two texts share bounds how
    similar they are (but for slips), so of most pairs nothing else has to be known. The same pairs come out, turned
    round, when the lists are exchanged.
    """
    queue = [
        (-share, _GUESSED, abs(here - there), here + there, here, there)
        for here, there in _candidates(one, other)
        if (lowest := least(here, there, False)) is not None
        and (share := most(one[here], other[there])) >= lowest - _LIFT
    ]
    heapify(queue)
    looks, steps = MOST_LOOKS, MOST_STEPS
    pairs = []
    taken: set[int] = set()
    their_taken: set[int] = set()
    while queue:
        _, known, apart, place, here, there = heappop(queue)
        if here in taken or there in their_taken:
            continue
        if known == _KNOWN:
            taken.add(here)
            their_taken.add(there)
            pairs.append((here, there))
        elif looks > 0 and steps > 0:
            looks -= 1
            steps -= len(one[here].words) * len(other[there].words)
            alike, contradict = likeness(one[here], other[there])
            lowest = least(here, there, contradict)
            if lowest is not None and alike >= lowest:
                heappush(queue, (-alike, _KNOWN, apart, place, here, there))
    return pairs


def _candidates(one: Sequence[Wording], other: Sequence[Wording]) -> list[tuple[int, int]]:
    """Returns the pairs that are worth a closer look, sorted."""
    if len(one) * len(other) <= _FEW:
        return [(here, there) for here in range(len(one)) for there in range(len(other))]
    places, their_places = _places(one), _places(other)
    by_rarity = sorted(
        (len(there) * len(here), word) for word, here in places.items() if (there := their_places.get(word))
    )
    left = _WORK
    found: set[tuple[int, int]] = set()
    for pairs, word in by_rarity:
        left -= pairs
        if left < 0:
            break
        found.update((here, there) for here in places[word] for there in their_places[word])
    return sorted(found)


def _places(texts: Sequence[Wording]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for number, text in enumerate(texts):
        for word in text.counts:
            places.setdefault(word, []).append(number)
    return places
