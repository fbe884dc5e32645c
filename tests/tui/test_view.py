"""What is open and focused: whatever was pressed, esc leads back to the start."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.tui.arrange import Mode
from briefing.tui.panes import PANES
from briefing.tui.view import MAIN_IDS, READER, View

Act = Callable[[View], object]

_ORDER: tuple[Mode, ...] = ("stack", "tabs", "small", "tabs", "wide")
_MODES = st.sampled_from(_ORDER)
_FURTHER = tuple(pane for pane in PANES if pane not in MAIN_IDS)


def _opening(pane: str) -> Act:
    return lambda view: view.open_pane(pane)


def _resizing(mode: Mode) -> Act:
    return lambda view: view.resize(mode)


def _zoom(view: View) -> None:
    view.zoomed = not view.zoomed


def _turn(view: View) -> None:
    view.next_pane(1)


def _turn_back(view: View) -> None:
    view.next_pane(-1)


_ACTS = st.lists(
    st.one_of(
        st.sampled_from(tuple(PANES)).map(_opening),
        st.sampled_from(
            (
                View.open_source,
                View.back,
                _zoom,
                _turn,
                _turn_back,
                View.hide,
                lambda view: view.beside(1),
                lambda view: view.beside(-1),
            )
        ),
        _MODES.map(_resizing),
    ),
    max_size=15,
)


@given(_ACTS)
def test_esc_gets_back_to_the_start_from_wherever_one_has_got_to(acts: list[Act]) -> None:
    view = View()
    for act in acts:
        act(view)
        assert view.focus in (*PANES, READER)
        assert view.focus not in view.hidden
        assert view.main in view.main_shown
    steps = 0
    while view.back():
        steps += 1
        assert steps <= 3
    assert view.at_start
    assert not view.zoomed
    assert view.focus in (*MAIN_IDS, "brief")


@given(_ACTS)
def test_going_on_to_the_next_pane_and_back_again_changes_nothing(acts: list[Act]) -> None:
    view = View()
    for act in acts:
        act(view)
    if view.mode == "wide":
        here = view.focus
        view.next_pane(1)
        view.next_pane(-1)
        assert view.focus == here


@pytest.mark.parametrize("pane", PANES)
def test_a_pane_that_is_opened_has_the_focus(pane: str) -> None:
    view = View()
    view.open_pane(pane)
    assert view.focus == pane


@pytest.mark.parametrize("pane", MAIN_IDS)
def test_a_source_goes_back_to_the_pane_it_was_opened_from(pane: str) -> None:
    view = View()
    view.open_pane(pane)
    view.open_source()
    assert view.focus == READER
    assert view.back()
    assert (view.focus, view.at_start) == (pane, True)


@pytest.mark.parametrize("pane", _FURTHER)
def test_a_source_opened_from_a_further_pane_goes_back_there_first(pane: str) -> None:
    view = View()
    view.open_pane(pane)
    view.open_source()
    assert (view.side, view.focus) == (READER, READER)
    view.back()
    assert view.focus == pane
    view.back()
    assert view.focus == "actors"


def test_opening_a_second_source_takes_the_place_of_the_first() -> None:
    view = View()
    view.open_source()
    view.open_pane("quotes")
    view.open_source()
    assert view.sides == [READER]


def test_zoom_is_the_first_thing_to_go_back_from() -> None:
    view = View()
    view.open_source()
    _zoom(view)
    view.back()
    assert (view.zoomed, view.focus) == (False, READER)


@pytest.mark.parametrize("mode", ["wide", "stack", "tabs"])
def test_the_last_of_the_four_can_not_be_hidden(mode: Mode) -> None:
    view = View(mode=mode)
    assert [view.hide() for _ in MAIN_IDS] == [True, True, True, False]
    assert view.main_shown == (view.focus,)


def test_hiding_the_last_pane_in_order_goes_to_the_one_before() -> None:
    view = View(main="questions")
    view.hide()
    assert view.focus == "timeline"


def test_a_section_that_is_hidden_closes_and_its_number_shows_it_again() -> None:
    view = View()
    view.open_pane("figures")
    assert view.hide()
    assert (view.focus, view.hidden) == ("actors", frozenset(("figures",)))
    view.open_pane("figures")
    assert (view.focus, view.hidden) == ("figures", frozenset())


@pytest.mark.parametrize("pane", ["brief", "problems", READER])
def test_what_is_no_section_is_not_hidden(pane: str) -> None:
    view = View()
    view.open_beside(pane)
    assert not view.hide()
    assert view.focus == pane


@given(st.lists(st.sampled_from((*PANES, "", "bogus"))))
def test_what_was_hidden_before_is_hidden_again_as_far_as_it_can_be(panes: list[str]) -> None:
    view = View()
    view.keep_hidden(panes)
    assert view.hidden <= {*panes}
    assert "brief" not in view.hidden
    assert view.main in view.main_shown


def test_with_its_neighbour_hidden_a_pane_goes_on_to_the_next() -> None:
    view = View(hidden=frozenset(("quotes",)))
    view.beside(1)
    assert view.focus == "timeline"


def test_a_start_with_tabs_begins_with_the_brief_which_is_left_when_there_is_room() -> None:
    view = View()
    view.begin("tabs")
    assert (view.focus, view.at_start) == ("brief", True)
    view.resize("wide")
    assert view.focus == "actors"


@pytest.mark.parametrize("pane", [pane for pane in (*PANES, READER) if pane != "brief"])
def test_another_layout_keeps_what_has_the_focus(pane: str) -> None:
    view = View()
    if pane == READER:
        view.open_source()
    else:
        view.open_pane(pane)
    for mode in _ORDER:
        view.resize(mode)
        assert view.focus == pane


def test_a_pane_that_was_opened_stays_open_when_the_layout_changes() -> None:
    view = View()
    view.open_pane("figures")
    view.resize("tabs")
    view.resize("stack")
    assert view.focus == "figures"


def test_the_panes_go_round() -> None:
    view = View()
    seen = [view.focus]
    for _ in MAIN_IDS:
        view.next_pane(1)
        seen.append(view.focus)
    assert seen == [*MAIN_IDS, "actors"]


def test_what_is_open_beside_the_panes_takes_part_in_the_round() -> None:
    view = View()
    view.open_pane("figures")
    view.next_pane(1)
    assert view.focus == "actors"
    view.next_pane(-1)
    assert view.focus == "figures"


def test_left_and_right_go_across_where_panes_stand_side_by_side() -> None:
    view = View()
    moves = []
    for step in (1, 1, -1, -1):
        view.beside(1 if step == 1 else -1)
        moves.append(view.focus)
    assert moves == ["quotes", "quotes", "actors", "actors"]
    view.open_pane("claims")
    view.beside(-1)
    assert view.focus == "actors"
    view.beside(1)
    assert view.focus == "claims"
