"""Three texts, line by line: what each of two changed in the third, and both changes in one text.

Lines that stand once in both texts are the fixed points (the patience method of Bram Cohen); between them the
longest common subsequence of few lines is looked for, and of many none, so that the time stays in proportion.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_FEW = 400
"""Lines between two fixed points that are compared with each other; more have been written anew."""

Pairs = list[tuple[int, int]]


class Hunk(NamedTuple):
    """A run of lines, in each text from its first to before its end. `kind` says who changed it: "same" is nobody, then
    "ours" and "theirs", "both" in the same way, and "conflict"."""

    kind: str
    base: tuple[int, int]
    ours: tuple[int, int]
    theirs: tuple[int, int]


def split(text: str) -> list[str]:
    """Returns the lines of a text, each with its line end: LF, CRLF or CR, as editors count them."""
    lines: list[str] = []
    for part in text.splitlines(keepends=True):
        # Form feeds, NEL, LS and PS end no line of a file.
        if lines and not lines[-1].endswith(("\n", "\r")):
            lines[-1] += part
        else:
            lines.append(part)
    return lines


def matching(one: Sequence[str], other: Sequence[str]) -> Pairs:
    """Returns the indices of lines that are the same, rising in both."""
    found: Pairs = []
    open_ = [(0, len(one), 0, len(other))]
    while open_:
        first, end, there, their_end = open_.pop()
        while first < end and there < their_end and one[first] == other[there]:
            found.append((first, there))
            first, there = first + 1, there + 1
        while first < end and there < their_end and one[end - 1] == other[their_end - 1]:
            end, their_end = end - 1, their_end - 1
            found.append((end, their_end))
        if first == end or there == their_end:
            continue
        fixed = _fixed(one, other, (first, end), (there, their_end))
        if not fixed:
            found += _closely(one, other, (first, end), (there, their_end))
            continue
        for at, their_at in [*fixed, (end, their_end)]:
            open_.append((first, at, there, their_at))
            if at < end:
                found.append((at, their_at))
            first, there = at + 1, their_at + 1
    return sorted(found)


def _fixed(one: Sequence[str], other: Sequence[str], here: tuple[int, int], there: tuple[int, int]) -> Pairs:
    """The lines that stand once in both runs, as the longest run of them that rises in both."""
    counts, theirs = Counter(one[slice(*here)]), Counter(other[slice(*there)])
    place = {other[at]: at for at in range(*there) if theirs[other[at]] == 1}
    once = [(at, place[one[at]]) for at in range(*here) if counts[one[at]] == 1 and one[at] in place]
    lowest: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, number) in enumerate(once):
        pile = bisect_left(lowest, number)
        before.append(ends[pile - 1] if pile else -1)
        lowest[pile : pile + 1] = [number]
        ends[pile : pile + 1] = [index]
    rising: Pairs = []
    index = ends[-1] if ends else -1
    while index >= 0:
        rising.append(once[index])
        index = before[index]
    return rising[::-1]


def _closely(one: Sequence[str], other: Sequence[str], here: tuple[int, int], there: tuple[int, int]) -> Pairs:
    if max(here[1] - here[0], there[1] - there[0]) > _FEW:
        return []
    blocks = SequenceMatcher(None, one[slice(*here)], other[slice(*there)], autojunk=False).get_matching_blocks()
    return [(here[0] + a + step, there[0] + b + step) for a, b, size in blocks for step in range(size)]


def hunks(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Hunk]:
    """Yields the hunks of three texts in order, as diff3 finds them (Khanna, Kunal and Pierce 2007)."""
    mine, yours = dict(matching(base, ours)), dict(matching(base, theirs))
    b = o = t = 0
    while b < len(base) or o < len(ours) or t < len(theirs):
        size = 0
        while b + size < len(base) and mine.get(b + size) == o + size and yours.get(b + size) == t + size:
            size += 1
        if size:
            yield Hunk("same", (b, b + size), (o, o + size), (t, t + size))
            b, o, t = b + size, o + size, t + size
            continue
        end = next((at for at in range(b, len(base)) if at in mine and at in yours), len(base))
        ours_end = mine.get(end, len(ours))
        theirs_end = yours.get(end, len(theirs))
        yield _changed((b, end), (o, ours_end), (t, theirs_end), base, ours, theirs)
        b, o, t = end, ours_end, theirs_end


def _changed(
    at: tuple[int, int],
    here: tuple[int, int],
    there: tuple[int, int],
    base: Sequence[str],
    ours: Sequence[str],
    theirs: Sequence[str],
) -> Hunk:
    was, mine, yours = base[slice(*at)], ours[slice(*here)], theirs[slice(*there)]
    kind = "both" if mine == yours else "theirs" if mine == was else "ours" if yours == was else "conflict"
    return Hunk(kind, at, here, there)


class Woven(NamedTuple):
    """Both changes in one text. `collisions` says how often they concern the same or neighbouring lines; `both` is true
    when what both put in at one place is all in it."""

    text: str
    collisions: int
    both: bool = False


def weave(base: str, ours: str, theirs: str) -> Iterator[Woven]:
    """Yields texts with the changes of both, and where they collide with ours; at most three.

    Where both put in lines at one place, the first text has ours before theirs, the second theirs before ours, and
    the last ours alone.
    """
    was, mine, yours = split(base), split(ours), split(theirs)
    found = list(hunks(was, mine, yours))
    collisions = sum(hunk.kind == "conflict" for hunk in found)
    both_put_in = any(hunk.kind == "conflict" and hunk.base[0] == hunk.base[1] for hunk in found)
    for order in ("ours theirs", "theirs ours", "ours") if both_put_in else ("ours",):
        parts: list[str] = []
        for hunk in found:
            runs = {"ours": mine[slice(*hunk.ours)], "theirs": yours[slice(*hunk.theirs)]}
            if hunk.kind == "conflict" and hunk.base[0] == hunk.base[1]:
                for name in order.split():
                    parts += _whole(runs[name], _line_end(mine))
            else:
                parts += runs["theirs" if hunk.kind == "theirs" else "ours"]
        yield Woven("".join(parts), collisions, order != "ours")


def marked(base: str, ours: str, theirs: str) -> Woven:
    """Returns a text with the changes of both, and between markers such as git writes what collides."""
    was, mine, yours = split(base), split(ours), split(theirs)
    end = _line_end(mine)
    parts: list[str] = []
    collisions = 0
    for hunk in hunks(was, mine, yours):
        if hunk.kind != "conflict":
            parts += yours[slice(*hunk.theirs)] if hunk.kind == "theirs" else mine[slice(*hunk.ours)]
            continue
        collisions += 1
        parts += [f"<<<<<<< ours{end}", *_whole(mine[slice(*hunk.ours)], end), f"======={end}"]
        parts += [*_whole(yours[slice(*hunk.theirs)], end), f">>>>>>> theirs{end}"]
    return Woven("".join(parts), collisions)


def _line_end(lines: Sequence[str]) -> str:
    first = next(iter(lines), "\n")
    return "\r\n" if first.endswith("\r\n") else "\r" if first.endswith("\r") else "\n"


def _whole(lines: list[str], end: str) -> list[str]:
    """Ends the last line of a file, because something follows."""
    if lines and not lines[-1].endswith(("\n", "\r")):
        return [*lines[:-1], lines[-1] + end]
    return lines
