"""A section that is of no use now is hidden, and whatever leads to it shows it again."""

from __future__ import annotations

import pytest

from tests.tui.stage import SIZES, WIDE, staged


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_last_of_the_four_stays(size: tuple[int, int]) -> None:
    async with staged(size=size) as stage:
        await stage.press("1", "H", "H", "H")
        assert stage.view.main_shown == ("questions",)
        await stage.press("H")
        assert "The last of the four panes stays" in stage.footer()
        assert stage.dashboard.lists["questions"] in stage.dashboard.shown


async def test_what_is_no_section_can_not_be_hidden() -> None:
    async with staged(size=WIDE) as stage:
        await stage.press("2", "enter", "H")
        assert "H hides panes 1 to 9" in stage.footer()
        assert stage.view.focus == "reader"


async def test_going_back_shows_the_pane_again() -> None:
    async with staged(size=WIDE) as stage:
        before = stage.lines()[:-1]
        await stage.press("H")
        assert stage.lines()[:-1] != before
        await stage.press("left_square_bracket")
        assert stage.lines()[:-1] == before


async def test_the_palette_offers_to_show_it_again() -> None:
    async with staged(size=WIDE) as stage:
        await stage.press("3", "H", "colon", *"show timeline")
        assert "show timeline again" in stage.text()
        await stage.press("enter")
        assert stage.view.focus == "timeline"
        assert not stage.view.hidden


async def test_a_hit_of_a_search_shows_its_pane_and_esc_hides_it_again() -> None:
    async with staged(size=WIDE) as stage:
        await stage.press("2", "H", "slash", *"astonishing")
        assert stage.view.focus == "quotes"
        await stage.press("escape")
        assert stage.view.hidden == {"quotes"}
        assert stage.dashboard.lists["quotes"] not in stage.dashboard.shown
