"""The footer teaches the keys that are of most use now, and leaves room for what is selected in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.stage import SAMPLE, SIZES, STACK, TABS, WIDE, staged


@pytest.fixture
def empty(here: Path) -> Path:
    """A briefing in which nothing stands yet."""
    (here / "new.yaml").write_text("title: New story\nas_of: 2024-11-30\n", encoding="utf-8")
    return Path("new.yaml")


async def test_a_search_that_is_kept_is_said_with_the_keys_that_go_on_from_it() -> None:
    async with staged(size=WIDE) as stage:
        await stage.press("slash", *"turk", "enter")
        count = len(stage.dashboard.found)
        start = f" /turk   1 of {count}   n next   N previous   esc clears the search   ? help"
        assert stage.footer().startswith(start)
        await stage.press("n")
        assert stage.footer().startswith(f" /turk   2 of {count}   n next")
        await stage.press("escape")
        assert "turk" not in stage.footer()


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_with_a_search_no_line_is_longer_than_the_screen(size: tuple[int, int]) -> None:
    async with staged(size=size) as stage:
        await stage.press("slash", *"rebels aleppo", "enter")
        assert "of" in stage.footer()
        assert all(len(line) < size[0] for line in stage.lines())


async def test_in_a_stack_the_name_of_an_actor_is_not_cut() -> None:
    async with staged(size=STACK) as stage:
        await stage.press("1", *"jjjjjjjjj")
        assert stage.footer().endswith(" Recep Tayyip Erdogan")


async def test_on_what_is_focused_the_footer_says_that_the_key_ends_it() -> None:
    async with staged(size=WIDE) as stage:
        await stage.press("1", "f")
        assert "f end this focus" in stage.footer()
        await stage.press("j")
        assert "f add to focus" in stage.footer()
        await stage.press("k", "f")
        assert not stage.view.marks


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_an_empty_pane_teaches_how_to_fill_it(empty: Path, size: tuple[int, int]) -> None:
    async with staged(empty, size=size) as stage:
        for pane in "123456789":
            await stage.press(pane)
            assert stage.footer().startswith(" i add   e edit")
        assert "said  did" not in stage.text()


async def test_without_a_bottom_line_the_header_says_how_to_write_one(empty: Path) -> None:
    async with staged(empty, size=WIDE) as stage:
        assert stage.lines()[1].strip().startswith("No bottom line yet. e in 0 Brief writes one: what happened")


@pytest.mark.parametrize("pane", "1234567")
async def test_under_tabs_it_is_told_what_is_hidden(pane: str) -> None:
    async with staged(size=TABS) as stage:
        await stage.press(pane, "H", "3" if pane != "3" else "4")
        assert f"hidden {pane}" in "\n".join(stage.lines()[:3])


async def test_under_tabs_the_title_of_the_briefing_stands_above_a_card() -> None:
    async with staged(size=TABS) as stage:
        await stage.press("1", "c")
        assert stage.lines()[0].strip().startswith("Syrian rebels have seized")


async def test_the_facts_of_a_source_are_not_cut() -> None:
    async with staged(SAMPLE, size=WIDE) as stage:
        await stage.press("2", "enter")
        facts = " ".join(stage.text().split())
        assert "about 30 Nov 2024" in facts


async def test_where_one_line_is_left_for_the_head_of_a_source_it_says_whether_the_words_agree() -> None:
    async with staged(SAMPLE, size=(30, 8)) as stage:
        await stage.press("2", "enter")
        assert "word for word" in stage.text()
