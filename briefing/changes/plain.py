"""Two texts line by line, for files that can't be compared item by item."""

from __future__ import annotations

from collections.abc import Iterator

_MOST_LINES = 6_000
"""Lines that differ, of both texts together, above which they are not laid side by side but told one after the other:
what `difflib` does with more takes minutes."""

_AROUND = 3


def unified(old: str, new: str, names: tuple[str, str]) -> Iterator[str]:
    """Yields the lines of a unified diff without line feeds: nothing when the texts are equal.

    Of very different long texts all lines are given, the old ones before the new ones.
    """
    if old == new:
        return
    one, other = old.split("\n"), new.split("\n")
    start = _common(one, other, 0)
    end = _common(one[::-1], other[::-1], start)
    first = max(0, start - _AROUND)
    here, there = one[first : len(one) - max(0, end - _AROUND)], other[first : len(other) - max(0, end - _AROUND)]
    yield f"--- {names[0]}"
    yield f"+++ {names[1]}"
    if len(here) + len(there) > _MOST_LINES:
        yield f"@@ -{start + 1},{len(one) - end - start} +{start + 1},{len(other) - end - start} @@"
        yield from (f"-{line}" for line in one[start : len(one) - end])
        yield from (f"+{line}" for line in other[start : len(other) - end])
        return
    from difflib import SequenceMatcher

    for group in SequenceMatcher(None, here, there, autojunk=False).get_grouped_opcodes(_AROUND):
        yield (
            f"@@ -{first + group[0][1] + 1},{group[-1][2] - group[0][1]} "
            f"+{first + group[0][3] + 1},{group[-1][4] - group[0][3]} @@"
        )
        for kind, one_start, one_end, other_start, other_end in group:
            if kind == "equal":
                yield from (f" {line}" for line in here[one_start:one_end])
                continue
            yield from (f"-{line}" for line in here[one_start:one_end])
            yield from (f"+{line}" for line in there[other_start:other_end])


def _common(one: list[str], other: list[str], taken: int) -> int:
    """Returns how many lines both begin with, those left out that are `taken` from the other end."""
    most = min(len(one), len(other)) - taken
    same = 0
    while same < most and one[same] == other[same]:
        same += 1
    return same
