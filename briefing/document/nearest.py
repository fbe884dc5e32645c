"""The known word that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable

_LONGEST = 60
_MOST = 2_000


def nearest(word: str, known: Iterable[str]) -> str:
    """Returns the word of `known` that is closest to `word`, or "" when none is close.

    Close is at most a third of the letters, at least one and at most three, counted as inserted, lost, changed or
    swapped letters (optimal string alignment distance) without regard to case. Looks at 2,000 words at most.
    """
    if not word or len(word) > _LONGEST:
        return ""
    wanted = word.casefold()
    best = ""
    least = min(3, max(1, len(word) // 3)) + 1
    for number, candidate in enumerate(known):
        if number >= _MOST:
            break
        other = candidate.casefold()
        if abs(len(other) - len(wanted)) < least:
            found = _distance(wanted, other)
            if found < least:
                best, least = candidate, found
    return best


def _distance(one: str, other: str) -> int:
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
