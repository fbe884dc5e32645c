"""One key from any item to the passage that it rests on, and one key back to the same item."""

from __future__ import annotations

import re

import pytest

from briefing.model import Item, Quote
from briefing.tui.desk import passages_of
from briefing.tui.panes import PANES
from tests.tui.stage import SIZES, STACK, TABS, WIDE, Stage, staged

_NUMBERS = {pane.id: pane.sign for pane in PANES.values() if pane.sign.isdigit()}


def _bare(text: str) -> str:
    return re.sub(r"[^\w()]", "", text)


def _marked_paragraphs(stage: Stage) -> set[int]:
    """Returns the numbers of the paragraphs that begin with the bar of a cited one."""
    found = (re.search(r"▌ {1,3}(\d+)  ", line) for line in stage.lines())
    return {int(match[1]) for match in found if match}


async def _read(stage: Stage, item: Item) -> None:
    """Steps through the passages of the item whose source is open, and checks each of them."""
    expected = passages_of(stage.dashboard.story.briefing, item, stage.dashboard.story.articles)
    assert stage.reader.item is item
    assert stage.reader.passages == expected
    for number, passage in enumerate(expected):
        assert stage.reader.at == number
        if passage.first is not None:
            assert passage.first in _marked_paragraphs(stage)
            assert f"¶{passage.first} of 37" in stage.text()
        if passage.spans:
            assert stage.lit()
        if isinstance(item, Quote) and number == 0:
            assert _bare(stage.lit()) == _bare(item.text)
            assert "word for word" in stage.text()
        await stage.press("p")
    assert stage.reader.at == 0


@pytest.mark.parametrize("pane", _NUMBERS)
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_item_opens_its_source_with_the_passage_lit_and_gets_back(size: tuple[int, int], pane: str) -> None:
    async with staged(size=size) as stage:
        await stage.press(_NUMBERS[pane], "g")
        seen = -1
        while stage.list.window.cursor != seen:
            seen = stage.list.window.cursor
            item = stage.item
            await stage.press("enter")
            if stage.view.focus == "reader":
                await _read(stage, item)
                await stage.press("escape")
            else:
                assert not isinstance(item, Item) or not item.src
                assert stage.footer().lstrip().startswith("No passage: ")
            assert (stage.view.focus, stage.item) == (pane, item)
            await stage.press("j")
        assert seen == stage.list.window.items[-1]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_quote_leads_to_its_paragraph_and_says_that_it_stands_there_word_for_word(
    size: tuple[int, int],
) -> None:
    async with staged(size=size) as stage:
        await stage.press("2", "j", "j", "enter")
        text = stage.text()
        assert "Source explainer ━" in text
        assert "¶15 of 37" in text
        assert "✓ word for word   passage 1 of 1" in text
        assert _bare(stage.lit()) == _bare(stage.reader.item.text)  # type: ignore[union-attr]


async def test_the_only_passage_says_so() -> None:
    async with staged(size=WIDE) as stage:
        await stage.press("2", "enter", "p")
        assert stage.footer().lstrip().startswith("This is the only passage")


async def test_the_item_behind_an_open_source_stays_marked() -> None:
    async with staged(size=WIDE) as stage:
        await stage.press("2", "enter")
        quiet = stage.app.inks.style("text", "quiet").bgcolor
        behind = "".join(piece.text for piece in stage.segments() if piece.style and piece.style.bgcolor == quiet)
        assert "They’ve framed it as a defensive move" in behind


async def test_tab_goes_from_a_source_to_a_pane_and_back_without_closing_it() -> None:
    async with staged(size=WIDE) as stage:
        await stage.press("4", "enter", "tab")
        assert stage.view.focus == "actors"
        assert "Source explainer" in stage.text()
        await stage.press("shift+tab")
        assert stage.view.focus == "reader"


async def test_another_item_opened_from_a_pane_takes_the_place_of_the_open_source() -> None:
    async with staged(size=WIDE) as stage:
        await stage.press("2", "enter", "4", "enter", "escape")
        assert (stage.view.focus, stage.view.side) == ("questions", None)


@pytest.mark.parametrize("size", [STACK, TABS], ids=str)
async def test_a_zoomed_source_has_the_screen_and_comes_back(size: tuple[int, int]) -> None:
    async with staged(size=size) as stage:
        await stage.press("2", "enter", "z")
        assert stage.reader.size.height >= size[1] - 4
        await stage.press("escape", "escape")
        assert stage.view.focus == "quotes"


async def test_the_other_panes_stay_where_they_were_when_a_source_closes() -> None:
    async with staged(size=WIDE) as stage:
        await stage.press("j", "j", "2")
        before = stage.lines()
        await stage.press("enter", "escape")
        assert stage.lines() == before
