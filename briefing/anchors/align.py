"""Two sequences of words laid side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_FAR = 1 << 30
_MOST = 2_000


class Step(NamedTuple):
    """Words `here` that stand against words `there`: both runs of indices, one of them perhaps empty."""

    same: bool
    here: range
    there: range


def align(here: Sequence[str], there: Sequence[str], offset: int, slack: int) -> list[Step]:
    """Returns how all of `here` lies along a part of `there`, runs of equal and of differing words in turn.

    `offset` is where `here` is thought to begin in `there`; the alignment strays at most `slack` words from it.
    Nothing is returned when the two can't be laid side by side. Time and space grow with `len(here) * slack`.
    """
    width = 2 * slack + 1
    shift = offset - slack
    moves: list[bytearray] = []
    # Column k of row i stands for `there[:i + shift + k]`: a diagonal step keeps k.
    row = [0 if 0 <= shift + k <= len(there) else _FAR for k in range(width)]
    for i, word in enumerate(here):
        row, move = _row(word, there, i + shift, row)
        moves.append(move)
    best = min(range(width), key=row.__getitem__, default=0)
    if not here or row[best] >= _FAR:
        return []
    return _grouped(_path(moves, best, shift), here, there)


_BOTH, _HERE, _THERE = 1, 2, 3
"""Moves: a word of both, a word only here, a word only there."""


def _row(word: str, there: Sequence[str], first: int, above: Sequence[int]) -> tuple[list[int], bytearray]:
    width = len(above)
    size = len(word)
    row = [_FAR] * width
    move = bytearray(width)
    left = _FAR
    for k in range(width):
        j = first + k
        cost, how = _FAR, _BOTH
        if 0 <= j < len(there):
            other = there[j]
            cost = above[k] if other == word else above[k] + max(size, len(other))
        if k + 1 < width and above[k + 1] + size + 1 < cost:
            cost, how = above[k + 1] + size + 1, _HERE
        if 0 < j + 1 <= len(there) and left + len(there[j]) + 1 < cost:
            cost, how = left + len(there[j]) + 1, _THERE
        if not 0 <= j + 1 <= len(there):
            cost = _FAR
        row[k] = left = min(cost, _FAR)
        move[k] = how
    return row, move


def _path(moves: Sequence[bytearray], column: int, shift: int) -> list[tuple[int, int, int]]:
    """Returns the moves from the first word to the last, each with the indices of both sides before it."""
    path = []
    i, k = len(moves), column
    while i > 0:
        how = moves[i - 1][k]
        if how == _THERE:
            k -= 1
            path.append((how, i, i + shift + k))
            continue
        i -= 1
        if how == _HERE:
            k += 1
        path.append((how, i, i + shift + k))
    path.reverse()
    return path


def _grouped(path: Sequence[tuple[int, int, int]], here: Sequence[str], there: Sequence[str]) -> list[Step]:
    steps: list[Step] = []
    for how, i, j in path:
        same = how == _BOTH and here[i] == there[j]
        end_here, end_there = i + (how != _THERE), j + (how != _HERE)
        if steps and steps[-1].same == same:
            last = steps[-1]
            steps[-1] = Step(same, range(last.here.start, end_here), range(last.there.start, end_there))
        else:
            steps.append(Step(same, range(i, end_here), range(j, end_there)))
    return steps


def edits(one: str, other: str) -> int:
    """Returns the Levenshtein distance in characters; for very long texts the length of the longer, its bound."""
    if len(one) > _MOST or len(other) > _MOST or len(one) * len(other) > _MOST * 100:
        return max(len(one), len(other))
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        corner, row[0] = row[0], i
        for j, other_letter in enumerate(other, 1):
            corner, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, corner + (letter != other_letter))
    return row[-1]
