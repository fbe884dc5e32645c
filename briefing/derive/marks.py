"""Pairs the quotation marks of a paragraph by their type, on the text as it stands.

Known are “ ”, ‘ ’, „ “, ‚ ‘, « », » «, ‹ ›, the straight marks, and Swedish ” ”. An apostrophe is told from a closing
mark by its neighbours. A mark that opens and does not close continues in the next paragraph when that one opens with
the same mark, or closes before it opens one.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_MARK = re.compile("[\"“”„«»‹›‘’‚']")
_CLOSES = {
    "“": '”"',
    "„": "“”",
    "«": "»",
    "‹": "›",
    "‘": "’",
    "‚": "‘’",
    "»": "«",
    "›": "‹",
    '"': '"”',
    "'": "'",
    "”": "”",
}
_DEEPEST = 6
_LEAST_SINGLE = 3
"""Characters from one single mark to the other at least: less is an abbreviation, as in rock 'n' roll."""
_DOUBLE = frozenset('"“„«»”')
_APOSTROPHES = frozenset("’'")


class Pair(NamedTuple):
    """The characters `[start, end)` between two marks, and `[before, after)` with them.

    `opened` and `closed` say whether the marks stand in this paragraph; `depth` is 1 inside another pair.
    """

    start: int
    end: int
    before: int
    after: int
    opened: bool
    closed: bool
    depth: int


class _Open(NamedTuple):
    mark: str
    at: int


def pairs(text: str, paragraphs: list[tuple[int, int]]) -> list[list[Pair]]:
    """Returns the pairs of each paragraph `[start, end)` of `text`, in the order of their opening marks."""
    result = [_paired(text, start, end) for start, end in paragraphs]
    found = [list(closed) for closed, _, _ in result]
    for number, (_, left_open, _) in enumerate(result):
        if left_open is None:
            continue
        end = paragraphs[number][1]
        if number + 1 < len(result) and _continues(text, left_open.mark, paragraphs[number + 1], result[number + 1]):
            found[number].append(Pair(left_open.at + 1, end, left_open.at, end, True, False, 0))
            _, _, stray = result[number + 1]
            if stray is not None:
                start = paragraphs[number + 1][0]
                inner = [pair for pair in found[number + 1] if pair.before > stray]
                found[number + 1] = [Pair(start, stray, start, stray + 1, False, True, 0), *inner]
    return [_nested(sorted(each, key=lambda pair: (pair.before, -pair.after))) for each in found]


def _continues(
    text: str, mark: str, paragraph: tuple[int, int], paired: tuple[list[Pair], _Open | None, int | None]
) -> bool:
    closed, _, stray = paired
    if text[paragraph[0]] == mark:
        return True
    if stray is None or text[stray] not in _CLOSES[mark]:
        return False
    return not any(pair.before < stray < pair.after for pair in closed)


def _paired(text: str, start: int, end: int) -> tuple[list[Pair], _Open | None, int | None]:
    """Returns the closed pairs, the outermost mark left open and the first closing mark that closes nothing."""
    found: list[Pair] = []
    opened: list[_Open] = []
    stray: int | None = None
    marks = [match.start() for match in _MARK.finditer(text, start, end)]
    for order, at in enumerate(marks):
        mark = text[at]
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < end else " "
        if mark in _APOSTROPHES and (before.isalnum() and after.isalnum()):
            continue
        level = _closed_by(mark, opened)
        if level is not None and _may_close(text, mark, before, after, marks, order, end):
            begin = opened[level]
            del opened[level:]
            if at > begin.at + (_LEAST_SINGLE if mark in _APOSTROPHES else 1):
                found.append(Pair(begin.at + 1, at, begin.at, at + 1, True, True, 0))
        elif _may_open(text, mark, before, after, marks, order, end):
            if mark == '"' and any(each.mark == mark for each in opened):
                opened = opened[: next(n for n, each in enumerate(opened) if each.mark == mark)]
            if len(opened) < _DEEPEST:
                opened.append(_Open(mark, at))
        elif mark in "\"”»’'" and stray is None and not opened and not (mark in _APOSTROPHES and before.isalnum()):
            stray = at
    left = next((each for each in opened if each.mark in _DOUBLE or each.mark == "‘"), None)
    return found, left, stray


def _closed_by(mark: str, opened: list[_Open]) -> int | None:
    for level in range(len(opened) - 1, -1, -1):
        if mark in _CLOSES[opened[level].mark]:
            return level
    return None


def _may_close(text: str, mark: str, before: str, after: str, marks: list[int], order: int, end: int) -> bool:
    if mark in ("”", "“", "«", "»", "›", "‹", "‘"):
        return True
    if mark == '"':
        return not (before.isspace() and after.isalnum())
    if after.isalnum() or before.isspace():
        return False
    # "the rebels’ lines": a better closing mark further on makes this one a possessive.
    possessive = before in "sSzx" and after == " "
    return not (possessive and _closes_later(text, mark, marks, order, end))


def _closes_later(text: str, mark: str, marks: list[int], order: int, end: int) -> bool:
    opening = "‘" if mark == "’" else "'"
    for at in marks[order + 1 : order + 13]:
        before, after = text[at - 1], text[at + 1] if at + 1 < end else " "
        if text[at] == opening and (before.isspace() or before in "(—–") and after.isalnum():
            return False
        if text[at] == mark and not after.isalnum() and not before.isspace():
            return True
    return False


def _may_open(text: str, mark: str, before: str, after: str, marks: list[int], order: int, end: int) -> bool:
    if after.isspace() and mark not in "«»":
        return False
    if mark in "“„«‹‚":
        return True
    free = before.isspace() or before in '([—–-"“‘«/:' or before == "\u200b"
    if mark == "‘":
        return free
    if mark in ('"', "”", "»", "›"):
        return free
    if mark == "'":
        return free and after.isalnum() and not after.isdigit() and _closes_later(text, mark, marks, order, end)
    return False


def _nested(found: list[Pair]) -> list[Pair]:
    """Returns the pairs with their depth: what lies inside another pair is at depth 1."""
    result: list[Pair] = []
    outer_end = -1
    for pair in found:
        if pair.before < outer_end:
            result.append(pair._replace(depth=1))
        else:
            result.append(pair)
            outer_end = pair.after
    return result
