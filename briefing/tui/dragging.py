"""Words that the mouse was drawn over, as they were written: without gutters, rails and hanging indents. No widgets."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from briefing.tui.glyphs import Glyphs
from briefing.tui.lines import HOLD, Line, plain
from briefing.tui.rows import Row
from briefing.tui.sheet import Sheet
from briefing.tui.story import Story

_GUTTER = 2
"""Columns of cursor and flag."""

_UNBROKEN = 10_000
"""Columns in which hardly a line is broken."""


class Seen(NamedTuple):
    """A line on the screen: what it belongs to, how it is drawn from column `left` on, and the unbroken text of what
    it belongs to."""

    key: Hashable
    line: Line
    left: int
    whole: str


class Cells(NamedTuple):
    """Cells of a widget from `(x, y)` to `(to_x, to_y)`, both included, in reading order."""

    x: int
    y: int
    to_x: int
    to_y: int

    def on(self, y: int) -> tuple[int, int | None] | None:
        """Returns the columns `[first, end)` on line `y`, to the end of the line where that is None; None for none."""
        if not self.y <= y <= self.to_y:
            return None
        return self.x if y == self.y else 0, self.to_x + 1 if y == self.to_y else None


def between(one: tuple[int, int], other: tuple[int, int]) -> Cells:
    """Returns the cells between two places, each `(x, y)`, whichever comes first."""
    (x, y), (to_x, to_y) = sorted((one, other), key=lambda place: (place[1], place[0]))
    return Cells(x, y, to_x, to_y)


def words_in(cells: Cells, seen: Sequence[Seen | None], story: Story) -> str:
    """Returns the words in `cells`; `seen` are the lines from the first of them on.

    Lines of one thing are joined as they were before they were broken, things stand on lines of their own.
    """
    parts: list[tuple[Seen, str]] = []
    for y, line in enumerate(seen, cells.y):
        columns = cells.on(y)
        words = _words(line, columns, story) if line is not None and columns is not None else ""
        if line is not None and words:
            parts.append((line, words))
    text = ""
    before: Seen | None = None
    for line, words in parts:
        text += (_joint(text, words, line.whole) if before and before.key == line.key else "\n") if text else ""
        text += words
        before = line
    return text


def _words(seen: Seen, columns: tuple[int, int | None], story: Story) -> str:
    first, end = columns
    kept = ""
    at = seen.left
    signs = _signs(story.glyphs)
    for text, _ in seen.line:
        sign = text.strip() in signs
        for letter in text:
            inside = at >= first and (end is None or at < end)
            kept += letter if inside and not sign else " " if inside else ""
            at += story.measure(letter)
    return " ".join(kept.replace(HOLD, " ").split())


def _joint(text: str, words: str, whole: str) -> str:
    """Returns what stood between the end of `text` and `words`: nothing where a long word was broken."""
    tail, head = text.rsplit(None, 1)[-1], words.split(None, 1)[0]
    words_of_it = " ".join(whole.split())
    return "" if f"{tail} {head}" not in words_of_it and tail + head in words_of_it else " "


def _signs(glyphs: Glyphs) -> frozenset[str]:
    """Returns the signs that stand in columns of their own and are no words."""
    names = (
        "cursor", "unfocused", "concerned", "new", "changed", "draft", "problem", "key", "open", "watching", "answered",
        "moot", "no_side", "exact", "coarse", "approximate", "uncertain", "interval", "since", "until", "rail", "gap",
        "answer",
    )  # fmt: skip
    return frozenset((*(getattr(glyphs, name) for name in names), *glyphs.sides))


def of_row(sheet: Sheet, row: Row, line: Line, *, peeking: bool) -> Seen:
    """Returns a line of a row of a pane, where lines begin behind cursor and flag; a peek has but one."""
    if peeking:
        return Seen(id(row), line, _GUTTER, "")
    block = sheet.pane.draw(sheet.story, row, _UNBROKEN)
    return Seen(id(row), line, _GUTTER, " ".join(plain(every).replace(HOLD, " ") for every in block))
