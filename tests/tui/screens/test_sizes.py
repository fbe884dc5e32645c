"""Another size of the terminal keeps what is selected, open and read; one that is too small says so and comes back."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.tui.stage import SIZES, STACK, TABS, WIDE, staged

_MORE = ((160, 50), (100, 30), (60, 20), (30, 8))


@pytest.mark.parametrize("pane", ["1", "2", "3", "4", "5", "8"])
async def test_the_selection_stays_on_its_item_through_every_change_of_size(pane: str) -> None:
    async with staged(size=WIDE) as stage:
        await stage.press(pane, "j", "j")
        focus, item = stage.view.focus, stage.item
        for size in (*_MORE, *(size for pair in permutations(SIZES, 2) for size in pair)):
            await stage.resize(size)
            assert (stage.view.focus, stage.item) == (focus, item)
            assert stage.dashboard.focused is stage.list
            assert any("▌" in line for line in stage.lines()), size


async def test_an_open_source_keeps_its_passage_in_view_through_every_change_of_size() -> None:
    async with staged(size=WIDE) as stage:
        await stage.press("2", "j", "j", "enter")
        for size in (*_MORE, *SIZES, *_MORE[::-1]):
            await stage.resize(size)
            assert stage.view.focus == "reader"
            assert stage.lit(), size
            assert "¶15 of 37" in stage.text()
        await stage.press("escape")
        assert stage.item.text.startswith("They believe this is an opportune moment")


@pytest.mark.parametrize("size", [(29, 8), (30, 7), (28, 6), (20, 5), (10, 3), (1, 1)], ids=str)
async def test_a_terminal_that_is_too_small_says_so_and_the_dashboard_comes_back(size: tuple[int, int]) -> None:
    async with staged(size=STACK) as stage:
        await stage.press("3", "j")
        before = stage.text()
        await stage.resize(size)
        words = "".join(stage.text().split())
        sentence = f"briefingneeds30×8;thisis{size[0]}×{size[1]}"
        assert words == sentence[: len(words)]
        assert words == sentence or size[0] * size[1] < 40
        await stage.press("j", "k", "z", "z", "enter", "escape")
        await stage.resize(STACK)
        assert stage.text() == before


async def test_a_start_in_a_terminal_that_is_too_small_opens_when_there_is_room() -> None:
    async with staged(size=(20, 5)) as stage:
        assert "briefing needs" in stage.text()
        await stage.resize(WIDE)
        assert stage.view.focus == "actors"
        assert "Bashar al-Assad" in stage.text()


@pytest.mark.parametrize("size", [WIDE, STACK], ids=str)
async def test_zoom_survives_a_change_of_size(size: tuple[int, int]) -> None:
    async with staged(size=size) as stage:
        await stage.press("3", "z")
        await stage.resize(TABS)
        await stage.resize(size)
        assert stage.view.zoomed
        assert stage.list.size.height > size[1] - 5
        await stage.press("escape")
        assert stage.view.at_start


@pytest.mark.parametrize("size", [*SIZES, *_MORE], ids=str)
async def test_at_every_size_the_screen_is_filled_and_nothing_reaches_its_last_column(size: tuple[int, int]) -> None:
    async with staged(size=size) as stage:
        for keys in ("", "2", "jj", "\r", "z"):
            for key in keys:
                await stage.press("enter" if key == "\r" else key)
            strips = stage.strips()
            assert len(strips) == size[1]
            assert {strip.cell_length for strip in strips} == {size[0]}
            assert all(strip.crop(size[0] - 1, size[0]).text == " " for strip in strips)
