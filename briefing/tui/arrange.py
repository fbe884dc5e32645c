"""Where everything stands on a screen of a size: plain arithmetic, no widgets.

Three layouts: `wide` (two by two, a side slot at the right), `stack` (titles over one another, a source below) and
`tabs` (one pane at a time). A screen under 30 by 8 has none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import field
from typing import Literal, NamedTuple

from briefing.records import record

Mode = Literal["wide", "stack", "tabs", "small"]
Need = Callable[[str, int, int], int]
"""Pane, width and a limit of rows to the rows that all its items take under its title, counted up to the limit."""

SMALLEST = (30, 8)
ROOMY = 30
"""Rows from which on a blank line stands below the header."""
_LEAST_ROWS = 7
_PEEK_ROWS = 3
_SIDE_COLUMN = (56, 72)


class Box(NamedTuple):
    """A part of the screen in cells."""

    x: int
    y: int
    width: int
    height: int


@record
class Plan:
    """The boxes by name (`header`, `footer`, `side` and the panes) and the panes that peek."""

    mode: Mode
    boxes: Mapping[str, Box]
    peeking: frozenset[str] = field(default_factory=frozenset)


def mode_of(width: int, height: int) -> Mode:
    """Returns the layout for a screen of a size."""
    if width < SMALLEST[0] or height < SMALLEST[1]:
        return "small"
    if width < 60 or height < 20:
        return "tabs"
    return "wide" if width >= 100 and height >= 30 else "stack"


def plan(
    size: tuple[int, int],
    header: int,
    panes: Sequence[str],
    focus: str,
    side: str | None,
    zoomed: bool,
    need: Need,
    hidden: Set[str] = frozenset(),
    *,
    banner: bool = False,
) -> Plan:
    """Returns where everything stands.

    `header` is the number of its lines, `panes` the four in order, `hidden` at most three of them, `focus` the shown
    one that has or last had the focus, `side` what is open beside them. While `zoomed`, what has the focus has the
    whole body. A `banner` has the first line; the blank line below the header makes room for it, so that no pane moves.
    """
    width, height = size
    mode = mode_of(width, height)
    if mode == "small":
        return Plan(mode, {})
    above = 1 if banner else 0
    air = 1 if height >= ROOMY and not banner else 0
    top = above + header + air
    body = Box(1, top, width - 2, height - top - 1)
    fixed = {"header": Box(1, above, width - 2, header), "footer": Box(0, height - 1, width, 1)}
    if banner:
        fixed["banner"] = Box(0, 0, width, 1)
    if zoomed or mode == "tabs":
        one = "side" if side else focus
        return Plan(mode, {**fixed, one: body})
    shown = [pane for pane in panes if pane not in hidden]
    rows = [[pane for pane in row if pane not in hidden] for row in (panes[:2], panes[2:])]
    if mode == "stack":
        if side:
            return Plan(mode, fixed | _below(body, focus))
        boxes, peeking = _stack(body, shown, focus, need, air=0)
        return Plan(mode, fixed | boxes, peeking)
    if side and width < 160:
        half = body.width // 2
        left = Box(body.x, body.y, body.width - half - 2, body.height)
        boxes, peeking = _stack(left, shown, focus, need, air=1)
        boxes["side"] = Box(left.x + left.width + 2, body.y, half, body.height)
        return Plan(mode, fixed | boxes, peeking)
    if side:
        third = min(_SIDE_COLUMN[1], max(_SIDE_COLUMN[0], body.width * 3 // 8))
        left = Box(body.x, body.y, body.width - third - 2, body.height)
        boxes = _two_by_two(left, rows, need)
        boxes["side"] = Box(left.x + left.width + 2, body.y, third, body.height)
        return Plan(mode, fixed | boxes)
    return Plan(mode, fixed | _two_by_two(body, rows, need))


def _below(body: Box, focus: str) -> dict[str, Box]:
    """The item on four lines under its pane's title, the source under it."""
    above = min(5, body.height // 3)
    return {
        focus: Box(body.x, body.y, body.width, above),
        "side": Box(body.x, body.y + above, body.width, body.height - above),
    }


def _two_by_two(body: Box, panes: Sequence[Sequence[str]], need: Need) -> dict[str, Box]:
    """Two rows of at most two panes: if both fit, each has its need and the lower one the rest; if not, each at least
    seven lines and the rest in proportion to what it needs beyond them. A row without a pane leaves all to the other,
    a pane alone in its row has its width."""
    upper_row, lower_row = panes
    if not upper_row or not lower_row:
        return _beside(body, upper_row or lower_row)
    lines = body.height - 1
    upper, lower = (
        1 + max(2, *(need(name, box.width, lines) for name, box in _beside(body, row).items())) for row in panes
    )
    if upper + lower > lines:
        more_upper, more_lower = max(0, upper - _LEAST_ROWS), max(0, lower - _LEAST_ROWS)
        least_upper, least_lower = min(upper, _LEAST_ROWS), min(lower, _LEAST_ROWS)
        spare = lines - least_upper - least_lower
        upper = least_upper + min(more_upper, round(spare * more_upper / max(1, more_upper + more_lower)))
    above = body._replace(height=upper)
    below = body._replace(y=body.y + upper + 1, height=lines - upper)
    return _beside(above, upper_row) | _beside(below, lower_row)


def _beside(room: Box, panes: Sequence[str]) -> dict[str, Box]:
    """One pane or two side by side, the left one wider by two columns."""
    if len(panes) == 1:
        return {panes[0]: room}
    right = (room.width - 2) // 2 - 1
    left = room.width - 2 - right
    return {panes[0]: room._replace(width=left), panes[1]: room._replace(x=room.x + left + 2, width=right)}


def _stack(
    body: Box, panes: Sequence[str], focus: str, need: Need, *, air: int
) -> tuple[dict[str, Box], frozenset[str]]:
    """Every pane at least its title and two rows (three where there is room), the focused one up to what it needs;
    what is left goes to the smallest first. The others peek where they can't show all."""
    rows = body.height - air * (len(panes) - 1) - len(panes)
    least = 3 if body.height >= 30 else 2
    needs = {name: max(1, need(name, body.width, rows)) for name in panes}
    heights = {name: min(least, max(2, needs[name])) for name in panes}
    heights[focus] = max(1, min(needs[focus], rows - sum(h for name, h in heights.items() if name != focus)))
    spare = rows - sum(heights.values())
    while spare > 0:
        wanting = [name for name in panes if heights[name] < needs[name]]
        if not wanting:
            heights[focus] += spare
            break
        smallest = min(wanting, key=lambda name: heights[name])
        heights[smallest] += 1
        spare -= 1
    boxes: dict[str, Box] = {}
    y = body.y
    for name in panes:
        boxes[name] = Box(body.x, y, body.width, heights[name] + 1)
        y += heights[name] + 1 + air
    peeking = frozenset(n for n in panes if n != focus and heights[n] <= _PEEK_ROWS and heights[n] < needs[n])
    return boxes, peeking
