"""A window on a long list: the cursor is always seen, what is hidden is counted, and a group's line stays on top."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.tui.rows import Row
from briefing.tui.window import Window

Made = list[tuple[str, int]]
Move = Callable[[Window], None]

_ROWS = st.lists(
    st.one_of(
        st.tuples(st.just("item"), st.integers(1, 6)),
        st.tuples(st.sampled_from(["group", "mark"]), st.just(1)),
    ),
    max_size=40,
)
_HEIGHTS = st.integers(2, 30)
_MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("move"), st.integers(-50, 50)),
        st.tuples(st.just("page"), st.sampled_from([-2, -1, 1, 2])),
        st.tuples(st.just("fit"), _HEIGHTS),
        st.tuples(st.just("go"), st.integers(0, 39)),
    ),
    max_size=12,
)


def _window(made: Made) -> Window:
    rows = [
        Row("item" if kind == "item" else "group" if kind == "group" else "mark", n) for n, (kind, _) in enumerate(made)
    ]
    return Window(rows, lambda index: made[index][1])


def _do(window: Window, moves: list[tuple[str, int]], height: int) -> int:
    """Moves through the list as a dashboard does, fitting after each step; returns the height at the end."""
    window.fit(height)
    for what, number in moves:
        if what == "fit":
            height = number
        elif what == "move":
            window.move(number)
        elif what == "page":
            window.page(number)
        elif window.rows:
            window.go(number % len(window.rows))
        window.fit(height)
    return height


@given(_ROWS, _MOVES, _HEIGHTS)
@example([("group", 1), ("item", 3), ("item", 3)], [("move", 1)], 3)
def test_the_row_under_the_cursor_is_on_the_screen_and_whole_if_it_fits(
    made: Made, moves: list[tuple[str, int]], height: int
) -> None:
    window = _window(made)
    height = _do(window, moves, height)
    if window.cursor < 0:
        return
    span = window.span(window.cursor)
    assert span is not None
    wanted = made[window.cursor][1]
    group_line = 1
    if wanted + group_line <= height:
        assert span[1] - span[0] == wanted
        assert window.lines[span[0]] == (window.cursor, 0)


@given(_ROWS, _MOVES, _HEIGHTS)
def test_moves_never_leave_the_items(made: Made, moves: list[tuple[str, int]], height: int) -> None:
    window = _window(made)
    _do(window, moves, height)
    if any(kind == "item" for kind, _ in made):
        assert window.selected is not None
        assert window.selected.kind == "item"
    else:
        assert window.selected is None


@given(_ROWS, _MOVES, _HEIGHTS)
def test_what_is_hidden_and_what_is_seen_add_up(made: Made, moves: list[tuple[str, int]], height: int) -> None:
    window = _window(made)
    height = _do(window, moves, height)
    above, below = window.hidden()
    read_to_the_end = {row for row, line in window.lines if made[row] == ("item", line + 1)}
    assert above + len(read_to_the_end) + below == len(window.items)
    assert len(window.lines) <= height


@given(_ROWS, _MOVES, st.integers(3, 30))
def test_the_line_of_a_group_sticks_to_the_top_while_its_items_scroll(
    made: Made, moves: list[tuple[str, int]], height: int
) -> None:
    window = _window(made)
    height = _do(window, moves, height)
    if height < 3 or not window.lines:
        return
    first = window.lines[0][0]
    needs_all = window.top == window.cursor and made[window.top][1] >= height
    if window.skip or needs_all:
        assert first == window.top
        return
    groups = [index for index in range(window.top + 1) if made[index][0] == "group"]
    assert first == (groups[-1] if groups else window.top)


@given(_ROWS, _MOVES, _HEIGHTS)
def test_lines_follow_one_another_without_a_gap(made: Made, moves: list[tuple[str, int]], height: int) -> None:
    window = _window(made)
    _do(window, moves, height)
    flat = [(index, number) for index in range(len(made)) for number in range(made[index][1])]
    sticky = bool(window.lines) and window.lines[0][0] < window.top
    shown = window.lines[sticky:]
    start = flat.index(shown[0]) if shown else 0
    assert shown == flat[start : start + len(shown)]


@given(_ROWS, _HEIGHTS)
def test_there_is_no_empty_line_while_rows_are_hidden(made: Made, height: int) -> None:
    window = _window(made)
    window.fit(height)
    window.move(len(made))
    window.fit(height)
    if window.top > 0 and window.lines and window.cursor == len(made) - 1 and made[window.cursor][1] <= height:
        before = made[window.top - 1][1]
        assert len(window.lines) + before > height - 1


@given(_ROWS, _HEIGHTS)
def test_pages_reach_both_ends(made: Made, height: int) -> None:
    window = _window(made)
    for halves, end in ((1, -1), (-1, 0)):
        for _ in made:
            window.page(halves)
            window.fit(height)
        assert not window.items or window.cursor == window.items[end]


def test_a_page_goes_by_half_the_lines_and_at_least_by_one_item() -> None:
    window = _window([("item", 2)] * 20)
    window.fit(12)
    window.page(1)
    assert window.cursor == 3
    tall = _window([("item", 30)] * 5)
    tall.fit(12)
    tall.page(1)
    assert tall.cursor == 1


def test_a_list_without_rows_has_no_lines_and_nothing_selected() -> None:
    window = _window([])
    window.move(1)
    window.page(-1)
    window.fit(5)
    assert (window.selected, window.lines, window.hidden()) == (None, [], (0, 0))


def test_a_list_of_one_row_stays_where_it_is() -> None:
    window = _window([("item", 2)])
    _do(window, [("move", 5), ("page", -1), ("move", -5)], 9)
    assert (window.cursor, window.lines, window.hidden()) == (0, [(0, 0), (0, 1)], (0, 0))


@settings(max_examples=20)
@given(st.lists(st.integers(-10_000, 10_000), max_size=6))
def test_a_long_list_is_measured_only_where_it_is_seen(steps: list[int]) -> None:
    measured = 0

    def height_of(index: int) -> int:
        nonlocal measured
        measured += 1
        return 3

    window = Window([Row("item", number) for number in range(10_000)], height_of)
    window.fit(30)
    for step in steps:
        measured = 0
        window.move(step)
        window.fit(30)
        assert measured < 200
        assert window.span(window.cursor) is not None


@pytest.mark.parametrize("height", [2, 3, 10])
def test_a_row_higher_than_the_screen_starts_at_the_top(height: int) -> None:
    window = _window([("item", 2), ("item", 40), ("item", 2)])
    window.fit(height)
    window.move(1)
    window.fit(height)
    assert window.lines[0] == (1, 0)


@given(_ROWS, _HEIGHTS)
def test_every_line_of_every_item_is_seen_on_the_way_down(made: Made, height: int) -> None:
    window = _window(made)
    every = {(index, line) for index, (kind, size) in enumerate(made) if kind == "item" for line in range(size)}
    seen: set[tuple[int, int]] = set()
    for _ in range(len(every) + 1):
        window.fit(height)
        seen |= set(window.lines)
        window.move(1)
    assert every <= seen


def test_the_first_item_brings_the_line_of_its_group_back_into_view() -> None:
    window = _window([("group", 1), *[("item", 2)] * 10])
    _do(window, [("move", 9), ("move", -9)], 6)
    assert window.lines[0] == (0, 0)


def test_selecting_finds_the_first_item_that_is_wanted() -> None:
    window = _window([("group", 1), ("item", 1), ("item", 1)])
    assert window.select(lambda row: row.value == 2)
    assert window.cursor == 2
    assert not window.select(lambda row: row.value == 0)
    assert window.cursor == 2


def test_the_cursor_does_not_go_on_a_group_or_a_mark() -> None:
    window = _window([("item", 1), ("group", 1), ("item", 1)])
    window.go(1)
    assert window.cursor == 0
