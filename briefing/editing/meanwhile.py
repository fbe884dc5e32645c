"""What to do when the file changed while an edit was being made: what the other one changed, and the edit again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from briefing.changes.identity import Pairing, pair
from briefing.document.refusals import Reason, Refused
from briefing.document.splice import AddItem, All, Change, MergeActors, RemoveTop, RenameSlug, SetTop
from briefing.model import Briefing
from briefing.text import clean_line

_MOST_COMPARED = 500
"""Lines on either side that are compared with each other; the work grows with their product. Above that the lines
that differ are told as replaced."""

_BESIDE = 1
"""Lines shown before and behind what differs."""

_LONGEST = 60
"""Characters of an item that a sentence names."""

Sign = Literal["+", "-", " ", "…"]


class Line(NamedTuple):
    """One line of a difference: `+` is in the new text only, `-` in the old one, a blank in both, and `…` stands for
    lines that are left out. `text` is cleaned, and can be shown."""

    sign: Sign
    text: str


def difference(old: str, new: str, most: int = 40) -> tuple[Line, ...]:
    """Returns what changed from one text to the other, as at most `most` lines, with those beside them; nothing when
    only line ends did."""
    before, after = old.splitlines(), new.splitlines()
    if before == after:
        return ()
    begun = _common(before, after)
    ended = _common(before[begun:][::-1], after[begun:][::-1])
    lines = [
        *_shown(" ", before[max(0, begun - _BESIDE) : begun]),
        *_changed(before[begun : len(before) - ended], after[begun : len(after) - ended]),
        *_shown(" ", before[len(before) - ended :][:_BESIDE]),
    ]
    return tuple(lines) if len(lines) <= most else (*lines[: most - 1], Line("…", ""))


def _changed(before: Sequence[str], after: Sequence[str]) -> Iterator[Line]:
    if max(len(before), len(after)) > _MOST_COMPARED:
        yield from _shown("-", before)
        yield from _shown("+", after)
        return
    from difflib import SequenceMatcher

    for kind, begin, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from _shown("-", before[begin:end])
            yield from _shown("+", after[first:last])
        elif end - begin <= 2 * _BESIDE + 1:
            yield from _shown(" ", before[begin:end])
        else:
            yield from _shown(" ", before[begin : begin + _BESIDE])
            yield Line("…", "")
            yield from _shown(" ", before[end - _BESIDE : end])


def _shown(sign: Sign, lines: Sequence[str]) -> Iterator[Line]:
    return (Line(sign, clean_line(line)) for line in lines)


def _common(before: Sequence[str], after: Sequence[str]) -> int:
    """How many lines both begin with."""
    most = min(len(before), len(after))
    return next((number for number in range(most) if before[number] != after[number]), most)


def carried(change: Change, old: Briefing, new: Briefing) -> Change:
    """Returns `change`, which speaks of items of `old`, as one that speaks of the same items of `new`.

    Values that the other one gave to the same fields are not looked at: show the `difference` before it is made.
    Raises `Refused` when an item that it is about is gone.
    """
    return _carried(change, pair(old, new), new)


def _carried(change: Change, pairing: Pairing, new: Briefing) -> Change:
    match change:
        case All(changes):
            return All(tuple(_carried(each, pairing, new) for each in changes))
        case SetTop() | RemoveTop():
            return change
        case AddItem(beside=beside):
            # Without its neighbour the new item still has its kin.
            return change._replace(beside=pairing.new_of(beside) if beside is not None else None)
        case RenameSlug(section, slug):
            _present(new, section, slug)
            return change
        case MergeActors(keep, drop):
            _present(new, "actors", keep)
            _present(new, "actors", drop)
            return change
        case _:
            item = pairing.new_of(change.item)
            if item is None:
                raise _gone(change.item.text or change.item.head)
            return change._replace(item=item)


def _present(briefing: Briefing, section: str, slug: str) -> None:
    if slug not in getattr(briefing, section):
        raise _gone(slug)


def _gone(words: str) -> Refused:
    shown = clean_line(words)
    shown = shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1].rstrip()}…"
    return Refused(Reason.ITEM_GONE, f"“{shown}” is no longer in the briefing", "look at its new text")
