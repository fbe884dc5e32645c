"""Facts and sources are added in a form, the source in a number, and nothing that was typed is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.tui.screens.filling import Filling
from tests.tui.changing.desks import changing, drafts, sample
from tests.tui.stage import SIZES


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_sourced_event_is_three_lines_of_a_form(tmp_path: Path, size: tuple[int, int]) -> None:
    async with changing(sample(tmp_path), size) as desk:
        await desk.do("3", "i", "=27 Nov", "enter", "=Crews leave the bridge", "enter", "=30", "enter")
        assert desk.diff() == ["+   - 2024-11-27: Crews leave the bridge", "+     src: explainer#30"]
        assert desk.stage.item.text == "Crews leave the bridge"
        assert "u undoes it" in desk.stage.footer() or size[0] == 50
        await desk.do("u")
        assert desk.text == desk.before


async def test_a_quote_is_checked_against_its_paragraph_and_may_be_saved_all_the_same(tmp_path: Path) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.do("2", "i", "=vries", "enter", "=We go on until we all lose", "enter", "=2", "enter")
        assert "This quotation is not right: " in desk.stage.text()
        assert "enter save all the same" in desk.stage.text()
        assert desk.text == desk.before
        await desk.do("enter")
        assert "+   - vries: We go on until we all lose" in desk.diff()


async def test_a_quotation_that_stands_there_is_saved_at_once_without_its_marks(tmp_path: Path) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.do("2", "i", "=vries", "enter")
        desk.paste("“We go on until we win.”")
        await desk.do("enter", "=2", "enter")
        assert desk.diff() == ["+   - vries: We go on until we win.", "+     src: wire#2"]


async def test_somebody_new_is_added_with_the_first_quote_as_one_change(tmp_path: Path) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.do("2", "i", "=Jane Doe")
        assert "+ Jane Doe  a new actor" in desk.stage.text()
        await desk.do("down", "enter", "=Nobody came.", "enter", "=3", "enter")
        assert "Added Jane Doe with a quote" in desk.stage.footer()
        assert "- doe: Nobody came." in desk.text
        assert "doe: Jane Doe" in desk.text or "doe: { name: Jane Doe" in desk.text
        await desk.do("u")
        assert desk.text == desk.before


async def test_words_stand_for_somebody_without_a_name(tmp_path: Path) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.do("6", "i", "=a senior official", "enter", "=It is over", "enter", "enter")
        assert "- a senior official: It is over" in desk.text


async def test_in_an_open_source_the_paragraph_on_the_screen_is_cited_and_its_quotations_offered(
    tmp_path: Path,
) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.do("2", "g", "enter", "i", "enter", "down", "down", "enter", "enter")
        assert desk.diff() == ["+   - vries: We go on until we win.", "+     src: wire#2"]
        assert desk.stage.view.side == "reader"


async def test_an_address_makes_a_source_and_its_short_name_is_proposed(tmp_path: Path) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.do("I", "=Crews back", "enter", "=AP", "enter", "=https://ap.example/1", "enter")
        assert "ap" in desk.stage.text()
        await desk.do("enter")
        assert "  ap:" in desk.text
        assert "Added the source ap" in desk.stage.footer()
        await desk.do("3", "i", "=today", "enter", "=Cranes move", "enter", "=4", "enter")
        assert "src: ap#4" in desk.text, "a bare number means the source that was added last"


async def test_what_was_typed_is_kept_for_the_next_time(tmp_path: Path) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.do("3", "i", "=27 Nov", "enter", "=Half a thou", "escape")
        assert "Not saved; i brings back what was typed" in desk.stage.footer()
        await desk.do("i")
        assert "Half a thou" in desk.stage.text()
        await desk.do("=ght", "enter", "enter")
        assert "2024-11-27: Half a thought" in desk.text
        await desk.do("i")
        assert "Half a thou" not in "\n".join(desk.stage.lines()[-12:])


@pytest.mark.parametrize(
    ("pane", "keys", "line"),
    [
        ("1", ("=Jane Doe", "enter", "=pilot", "enter", "enter", "enter"), "doe: { name: Jane Doe, role: pilot }"),
        ("4", ("=Who pays?", "enter", "enter"), "- open: Who pays?"),
        ("5", ("=missing", "enter", "=12", "enter", "enter"), "- missing: 12"),
        ("6", ("=vries", "enter", "=They will win", "enter", "enter"), "- vries: They will win"),
        ("7", ("=vries", "enter", "=de-vries", "enter", "=knows", "enter", "enter"), "- vries -> de-vries: knows"),
        ("8", ("=likely", "enter", "=It ends", "enter", "enter"), "- likely: It ends"),
        ("9", ("=Call her", "enter", "enter", "enter"), "- todo: Call her"),
    ],
)
async def test_every_pane_has_its_form(tmp_path: Path, pane: str, keys: tuple[str, ...], line: str) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.do(pane, "i", *keys)
        assert not isinstance(desk.stage.app.screen, Filling)
        assert line in desk.text
        await desk.do("u")
        assert desk.text == desk.before


async def test_where_there_is_no_list_it_is_said_where_there_is_one(tmp_path: Path) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.do("exclamation_mark", "i")
        assert "i adds to a list" in desk.stage.footer()


async def test_hostile_words_that_are_pasted_are_shown_and_saved_without_what_acts(tmp_path: Path) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.do("4", "i")
        desk.paste("Who\x1b]52;c;eA==\x07 \u202epays\nnow: # and [why]? 漢字")
        await desk.do("enter", "enter")
        assert desk.stage.item.text == "Who]52;c;eA== pays now: # and [why]? 漢字"
        assert "\x1b" not in desk.text
