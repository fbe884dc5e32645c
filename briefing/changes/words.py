"""Which words of a text differ from those of another, and how that is written on one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

_MOST_STEPS = 250_000
"""Steps that laying two texts side by side may take; where more than 500 words differ, all are told as replaced."""

_LONGEST = 400_000
"""Characters of two texts that are compared word by word: a book."""

_AROUND = 8
"""Words of what stayed that are shown on either side of a change."""


class Run(NamedTuple):
    """A run of words that stayed, went or came, with the blanks before them."""

    kind: Literal["same", "gone", "come"]
    text: str


@cache
def _pattern() -> re.Pattern[str]:
    single = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    return re.compile(rf"\s*(?:[{single}]|(?:(?![{single}])\w)+(?:['’.,](?:(?![{single}])\w)+)*|[^\w\s])|\s+")


def word_diff(old: str, new: str) -> tuple[Run, ...]:
    """Returns the runs of words of both texts: those that stayed and came together are `new`, letter for letter; those
    that stayed and went are `old` but for its blanks. Where words went and others came, those that went come first.
    """
    if len(old) + len(new) > _LONGEST and old != new:
        return tuple(run for run in (Run("gone", old), Run("come", new)) if run.text)
    here, there = _pattern().findall(old), _pattern().findall(new)
    ours, theirs = [word.strip() for word in here], [word.strip() for word in there]
    same: list[tuple[int, int]] = []
    start = _common(ours, theirs)
    end = _common(ours[start:][::-1], theirs[start:][::-1])
    same += ((at, at) for at in range(start))
    middle = _aligned(ours[start : len(ours) - end], theirs[start : len(theirs) - end])
    same += ((start + one, start + other) for one, other in _without_islands(middle, ours[start:]))
    same += ((len(ours) - at, len(theirs) - at) for at in range(end, 0, -1))
    return tuple(_runs(here, there, same))


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    same = 0
    for here, there in zip(one, other, strict=False):
        if here != there:
            break
        same += 1
    return same


def _aligned(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """Returns the indices of a longest common subsequence, the earliest where there are several."""
    if not one or not other or len(one) * len(other) > _MOST_STEPS:
        return []
    rows = [[0] * (len(other) + 1)]
    for word in reversed(one):
        below = rows[-1]
        row = [0] * (len(other) + 1)
        for at in range(len(other) - 1, -1, -1):
            row[at] = below[at + 1] + 1 if word == other[at] else max(below[at], row[at + 1])
        rows.append(row)
    rows.reverse()
    pairs = []
    here = there = 0
    while here < len(one) and there < len(other):
        if one[here] == other[there]:
            pairs.append((here, there))
            here, there = here + 1, there + 1
        elif rows[here + 1][there] >= rows[here][there + 1]:
            here += 1
        else:
            there += 1
    return pairs


def _without_islands(pairs: list[tuple[int, int]], words: Sequence[str]) -> list[tuple[int, int]]:
    """Leaves out punctuation that stayed between words that did not: it only tears what was replaced."""
    runs: list[list[tuple[int, int]]] = []
    for pair in pairs:
        if runs and runs[-1][-1] == (pair[0] - 1, pair[1] - 1):
            runs[-1].append(pair)
        else:
            runs.append([pair])
    return [pair for run in runs if any(any(map(str.isalnum, words[at])) for at, _ in run) for pair in run]


def _runs(here: Sequence[str], there: Sequence[str], same: Sequence[tuple[int, int]]) -> list[Run]:
    runs: list[Run] = []
    one = other = 0
    for at, their in (*same, (len(here), len(there))):
        if at > one:
            runs.append(Run("gone", "".join(here[one:at])))
        if their > other:
            runs.append(Run("come", "".join(there[other:their])))
        if their < len(there):
            if runs and runs[-1].kind == "same":
                runs[-1] = Run("same", runs[-1].text + there[their])
            else:
                runs.append(Run("same", there[their]))
        one, other = at + 1, their + 1
    return runs


def marked(runs: Sequence[Run]) -> str:
    """Returns the runs as one text with `[-words that went-]` and `{+words that came+}`, as git's word diff has them.

    Of a long run that stayed, the words next to the changes are kept, with `…` for the others.
    """
    parts = []
    for number, run in enumerate(runs):
        blank = run.text[: len(run.text) - len(run.text.lstrip())]
        if run.kind == "gone":
            parts.append(f"{blank}[-{run.text.strip()}-]")
        elif run.kind == "come":
            glued = "" if number and runs[number - 1].kind == "gone" else blank
            parts.append(f"{glued}{{+{run.text.strip()}+}}")
        else:
            parts.append(_shortened(run.text, number > 0, number < len(runs) - 1))
    return "".join(parts)


def _shortened(text: str, after: bool, before: bool) -> str:
    words = text.split()
    if len(words) <= 2 * _AROUND + 2:
        return text
    blank = " " if text[:1].isspace() else ""
    first = words[:_AROUND] if after else []
    last = words[-_AROUND:] if before else []
    return f"{blank}{' '.join([*first, '…', *last])}" if first or last else text
