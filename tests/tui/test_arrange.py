"""Where everything stands: on the screen, inside the margins, never over one another, at every size there is."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.tui.arrange import SMALLEST, Box, Need, Plan, mode_of, plan

PANES = ("actors", "quotes", "timeline", "questions")
_SIZES = st.tuples(st.integers(30, 220), st.integers(8, 70))
_NEEDS = st.fixed_dictionaries({pane: st.integers(0, 200) for pane in PANES})


def _need(rows: dict[str, int]) -> Need:
    return lambda name, width, limit: min(limit, rows[name])


def _header(size: tuple[int, int]) -> int:
    return {"tabs": 2, "stack": 5}.get(mode_of(*size), 4)


def _plan(
    size: tuple[int, int],
    rows: dict[str, int],
    focus: str = "actors",
    side: str | None = None,
    zoomed: bool = False,
    hidden: frozenset[str] = frozenset(),
) -> Plan:
    return plan(size, _header(size), PANES, focus, side, zoomed, _need(rows), hidden - {focus})


def _cells(box: Box) -> tuple[range, range]:
    return range(box.x, box.x + box.width), range(box.y, box.y + box.height)


def _overlap(one: Box, other: Box) -> bool:
    (x, y), (u, v) = _cells(one), _cells(other)
    return max(x.start, u.start) < min(x.stop, u.stop) and max(y.start, v.start) < min(y.stop, v.stop)


_STATES = st.tuples(
    st.sampled_from(PANES),
    st.sampled_from([None, "side"]),
    st.booleans(),
    st.frozensets(st.sampled_from(PANES), max_size=3),
)


@given(_SIZES, _NEEDS, _STATES)
def test_nothing_overlaps_and_everything_stays_on_the_screen(
    size: tuple[int, int], rows: dict[str, int], state: tuple[str, str | None, bool, frozenset[str]]
) -> None:
    made = _plan(size, rows, *state)
    for one, other in combinations(made.boxes, 2):
        assert not _overlap(made.boxes[one], made.boxes[other]), (one, other)
    for name, box in made.boxes.items():
        assert min(box.x, box.y) >= 0, name
        assert min(box.width, box.height) > 0, name
        assert box.x + box.width <= size[0], name
        assert box.y + box.height <= size[1], name


@given(_SIZES, _NEEDS, _STATES)
def test_one_column_is_left_free_at_both_sides_but_under_the_footer(
    size: tuple[int, int], rows: dict[str, int], state: tuple[str, str | None, bool, frozenset[str]]
) -> None:
    made = _plan(size, rows, *state)
    assert made.boxes["footer"] == Box(0, size[1] - 1, size[0], 1)
    for name, box in made.boxes.items():
        if name != "footer":
            assert box.x >= 1
            assert box.x + box.width <= size[0] - 1


@given(_SIZES, _NEEDS, _STATES)
def test_what_has_the_focus_has_room_for_its_title_and_a_row(
    size: tuple[int, int], rows: dict[str, int], state: tuple[str, str | None, bool, frozenset[str]]
) -> None:
    focus, side, zoomed, hidden = state
    made = _plan(size, rows, focus, side, zoomed, hidden)
    assert made.boxes[side or focus].height >= 2
    assert focus not in made.peeking


@given(_SIZES, _NEEDS, st.sampled_from(PANES))
def test_all_four_panes_are_seen_where_there_is_room_for_more_than_one(
    size: tuple[int, int], rows: dict[str, int], focus: str
) -> None:
    made = _plan(size, rows, focus)
    panes = {name: box for name, box in made.boxes.items() if name in PANES}
    if made.mode == "tabs":
        assert list(panes) == [focus]
    else:
        assert list(panes) == list(PANES)
        assert all(box.height >= (3 if rows[name] > 1 else 2) for name, box in panes.items())


@given(_SIZES, _NEEDS, st.sampled_from(PANES), st.sampled_from([None, "side"]))
def test_a_zoomed_pane_has_the_body_for_itself(
    size: tuple[int, int], rows: dict[str, int], focus: str, side: str | None
) -> None:
    made = _plan(size, rows, focus, side, True)
    assert set(made.boxes) == {"header", "footer", side or focus}
    box = made.boxes[side or focus]
    assert box.width == size[0] - 2
    assert box.y + box.height == size[1] - 1


@given(_SIZES, _NEEDS, st.sampled_from(PANES), st.frozensets(st.sampled_from(PANES), max_size=3))
def test_what_is_not_hidden_takes_the_room_of_what_is(
    size: tuple[int, int], rows: dict[str, int], focus: str, hidden: frozenset[str]
) -> None:
    made = _plan(size, rows, focus, hidden=hidden)
    panes = {name: box for name, box in made.boxes.items() if name in PANES}
    assert set(panes) == ({focus} if made.mode == "tabs" else {*PANES} - (hidden - {focus}))
    assert max(box.y + box.height for box in panes.values()) == size[1] - 1
    for box in panes.values():
        row = [other.width for other in panes.values() if other.y == box.y]
        assert sum(row) + 2 * (len(row) - 1) == size[0] - 2


@given(_SIZES, _NEEDS)
def test_two_by_two_does_not_change_with_the_focus(size: tuple[int, int], rows: dict[str, int]) -> None:
    if mode_of(*size) == "wide":
        assert len({str(_plan(size, rows, focus).boxes) for focus in PANES}) == 1


@given(_SIZES, _NEEDS, st.sampled_from(PANES))
def test_the_body_is_used_to_its_last_row(size: tuple[int, int], rows: dict[str, int], focus: str) -> None:
    made = _plan(size, rows, focus)
    assert max(box.y + box.height for name, box in made.boxes.items() if name in PANES) == size[1] - 1


@given(_SIZES, _NEEDS, st.sampled_from(PANES))
def test_a_pane_peeks_only_when_it_can_not_show_all(size: tuple[int, int], rows: dict[str, int], focus: str) -> None:
    made = _plan(size, rows, focus)
    for name in made.peeking:
        assert made.boxes[name].height - 1 < rows[name]


@given(st.integers(160, 220), st.integers(30, 70), _NEEDS)
def test_at_160_columns_what_is_open_beside_is_a_third_column(width: int, height: int, rows: dict[str, int]) -> None:
    size = (width, height)
    made = _plan(size, rows, side="side")
    assert 56 <= made.boxes["side"].width <= 72
    assert made.boxes["quotes"].y == made.boxes["actors"].y
    assert made.peeking == frozenset()


@given(st.integers(100, 159), st.integers(30, 70), _NEEDS)
def test_what_is_open_beside_takes_the_right_half_and_the_panes_stand_over_one_another(
    width: int, height: int, rows: dict[str, int]
) -> None:
    made = _plan((width, height), rows, side="side")
    side = made.boxes["side"]
    assert side.width == (width - 2) // 2
    assert all(made.boxes[pane].x == 1 and made.boxes[pane].width < width // 2 for pane in PANES)
    assert all(side.x - (box.x + box.width) == 2 for name, box in made.boxes.items() if name in PANES)


SAMPLE = {"actors": 20, "quotes": 40, "timeline": 22, "questions": 18}


def test_the_layout_at_120_by_40_is_two_by_two() -> None:
    made = _plan((120, 40), {"actors": 19, "quotes": 18, "timeline": 12, "questions": 11})
    assert made.mode == "wide"
    assert made.boxes == {
        "header": Box(1, 0, 118, 4),
        "footer": Box(0, 39, 120, 1),
        "actors": Box(1, 5, 59, 20),
        "quotes": Box(62, 5, 57, 20),
        "timeline": Box(1, 26, 59, 13),
        "questions": Box(62, 26, 57, 13),
    }


def test_rows_that_do_not_fit_get_seven_lines_and_their_share_of_the_rest() -> None:
    made = _plan((120, 40), SAMPLE)
    upper, lower = made.boxes["actors"].height, made.boxes["timeline"].height
    assert upper + lower + 1 == 40 - 4 - 1 - 1
    assert upper > lower >= 7


def test_the_layout_at_80_by_24_is_a_stack_with_the_focused_pane_opened() -> None:
    made = _plan((80, 24), SAMPLE)
    assert made.mode == "stack"
    assert [made.boxes[pane] for pane in PANES] == [
        Box(1, 5, 78, 9),
        Box(1, 14, 78, 3),
        Box(1, 17, 78, 3),
        Box(1, 20, 78, 3),
    ]
    assert made.peeking == {"quotes", "timeline", "questions"}


def test_a_source_stands_below_its_item_in_a_stack() -> None:
    made = _plan((80, 24), SAMPLE, "quotes", "side")
    assert (made.boxes["quotes"].height, made.boxes["side"].y) == (5, made.boxes["quotes"].y + 5)
    assert set(made.boxes) == {"header", "footer", "quotes", "side"}


def test_the_layout_at_50_by_20_is_one_pane_at_a_time() -> None:
    made = _plan((50, 20), SAMPLE, "timeline")
    assert made.mode == "tabs"
    assert made.boxes == {"header": Box(1, 0, 48, 2), "footer": Box(0, 19, 50, 1), "timeline": Box(1, 2, 48, 17)}


def test_the_layout_at_160_by_50_is_two_by_two_with_room_for_a_third_column() -> None:
    alone, beside = _plan((160, 50), SAMPLE), _plan((160, 50), SAMPLE, side="side")
    assert (alone.mode, alone.boxes["quotes"].width) == ("wide", 77)
    assert (beside.boxes["actors"].width, beside.boxes["quotes"].width, beside.boxes["side"].width) == (49, 46, 59)


@pytest.mark.parametrize(
    ("size", "mode"),
    [
        ((120, 40), "wide"),
        ((100, 30), "wide"),
        ((99, 30), "stack"),
        ((100, 29), "stack"),
        ((60, 20), "stack"),
        ((59, 20), "tabs"),
        ((60, 19), "tabs"),
        (SMALLEST, "tabs"),
        ((29, 8), "small"),
        ((30, 7), "small"),
    ],
)
def test_the_size_decides_the_layout(size: tuple[int, int], mode: str) -> None:
    assert mode_of(*size) == mode


def test_a_screen_that_is_too_small_has_no_boxes() -> None:
    made = plan((29, 8), 2, PANES, "actors", None, False, _need(SAMPLE))
    assert (made.mode, made.boxes) == ("small", {})
