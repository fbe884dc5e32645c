"""Three versions of a briefing → one, item by item: the work of `briefing merge`.

Where the changes of both lie on different lines, the lines are woven together, so that comments and layout of both
stay; what then is missing, and what collides, is brought in item by item through splices. Whatever the way, the text
that comes out is loaded, and has to say exactly what the two versions come to; what cannot be merged so falls back to
git's markers. Why so: docs/decisions/0012-merge.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import Enum
from itertools import pairwise

from briefing import dates
from briefing.changes.merging import lines
from briefing.changes.merging.names import Named, with_the_same_names
from briefing.changes.merging.reach import Reaching
from briefing.changes.merging.wanted import wanted
from briefing.document.load import Loaded, load
from briefing.document.splice import NotSpliced
from briefing.problems import Problem
from briefing.records import record

UNSETTLED = "unsettled"
_SERIOUS = frozenset(("conflict-marker", "unreadable-rest", "several-documents", "not-a-briefing", "too-large"))
"""Problems with which a file may say something that nobody reads: nothing may be left out of its text."""


class Way(Enum):
    """How a merge was made."""

    ONE_SIDE = "only one side changed it"
    LINES = "the changes lie on different lines"
    ITEMS = "item by item"
    MARKERS = "line by line, with git's markers"


@record
class Merged:
    """What came of a merge: the new text, how often two values stand against each other, how it was made, and comment
    lines of the other side that are not in it. With `Way.MARKERS`, `conflicts` counts the marked passages, and `why`
    says in a few words why it was not done by item."""

    text: str
    conflicts: int
    way: Way
    left_out: tuple[str, ...] = ()
    why: str = ""


def merge(base: str, ours: str, theirs: str, path: str) -> Merged:
    """Returns `ours` with what `theirs` changed since `base`; `path` is only named in messages.

    What neither changed stays as it is in `ours`, byte for byte. No value of either side is lost unless the other took
    it out and nobody changed it. Never raises for what the texts say.
    """
    if theirs == base or ours == theirs:
        return Merged(ours, 0, Way.ONE_SIDE)
    if ours == base:
        return Merged(theirs, 0, Way.ONE_SIDE)
    versions = load(base, path), load(ours, path), load(theirs, path)
    serious = next((found for version in versions for found in _serious(version)), None)
    if serious is not None:
        return _by_markers(base, ours, theirs, serious)
    try:
        return _by_item(with_the_same_names(*versions, path), path)
    except NotSpliced as refused:
        return _by_markers(base, ours, theirs, refused.message)


def _serious(version: Loaded) -> Iterator[str]:
    if not version.readable and version.text.strip():
        yield "one of the files is no briefing"
    yield from (problem.message for problem in version.problems if problem.code in _SERIOUS)
    if version.briefing.read_only:
        yield "one of the files is in a newer version of the format"


def _by_markers(base: str, ours: str, theirs: str, why: str) -> Merged:
    woven = lines.marked(base, ours, theirs)
    return Merged(woven.text, woven.collisions, Way.MARKERS, why=why)


def _by_item(named: Named, path: str) -> Merged:
    base, ours, theirs = named.base, named.ours, named.theirs
    goal = wanted(base.briefing, ours.briefing, theirs.briefing, named.otherwise)
    reaching = Reaching(goal, ours, theirs, path)
    known = _known(base, ours, theirs)
    allowed = max(map(_disorder, (base, ours, theirs)))
    refused = NotSpliced("the two versions can't be brought together item by item")
    best: tuple[int, Loaded, bool] | None = None
    hopeless = False
    for start, woven in _starts(base, ours, theirs, path):
        if woven.both and (hopeless or not _no_new_problem(start, known)):
            # Lines that both put in at one place and that do not go together do so in no order.
            hopeless = True
            continue
        try:
            reached = reaching.reach(start)
        except NotSpliced as why:
            refused = why
            continue
        if _no_new_problem(reached, known) and not any(reaching.lacking(reached.briefing)):
            disorder = _disorder(reached)
            if best is None or disorder < best[0]:
                best = disorder, reached, not woven.collisions and reached is start
            if disorder <= allowed:
                break
    if best is None:
        raise refused
    _, merged, by_lines = best
    left_out = _left_out(base.text, theirs.text, merged.text)
    return Merged(merged.text, goal.conflicts, Way.LINES if by_lines else Way.ITEMS, left_out)


def _starts(base: Loaded, ours: Loaded, theirs: Loaded, path: str) -> Iterator[tuple[Loaded, lines.Woven]]:
    """Yields texts to begin with, the most promising first, and how they were woven."""
    for woven in lines.weave(base.text, ours.text, theirs.text):
        yield load(woven.text, path), woven
    yield ours, lines.Woven(ours.text, collisions=1)


def _disorder(version: Loaded) -> int:
    """How often an event stands on the wrong side of the one before it, whichever way the timeline runs."""
    keys = [dates.reading_key(event.date) for event in version.briefing.timeline]
    rising = sum(one > other for one, other in pairwise(keys))
    return min(rising, sum(one < other for one, other in pairwise(keys)))


def _known(base: Loaded, ours: Loaded, theirs: Loaded) -> Counter[tuple[str, str]]:
    """The problems that there may be: those of either side, without those that both have from where they began."""
    was, mine, yours = (Counter(map(_said, version.problems)) for version in (base, ours, theirs))
    return (mine + yours - was) | mine | yours


def _said(problem: Problem) -> tuple[str, str]:
    return problem.code, "".join(sign for sign in problem.message if not sign.isdigit())


def _no_new_problem(merged: Loaded, known: Counter[tuple[str, str]]) -> bool:
    found = Counter(_said(problem) for problem in merged.problems if problem.code != UNSETTLED)
    return not any(count > known[said] for said, count in found.items())


def _left_out(base: str, theirs: str, merged: str) -> tuple[str, ...]:
    """Returns the comment lines that the other side put in and that did not come along."""
    new = _comments(theirs) - _comments(base) - _comments(merged)
    return tuple(new.elements())


def _comments(text: str) -> Counter[str]:
    return Counter(line for found in text.splitlines() if (line := found.strip()).startswith("#"))
