"""Drafts are accepted and rejected by one key each, and by one for all of a pane."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.changing.desks import DRAFTS, changing, drafts, sample
from tests.tui.stage import SIZES


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_accepts_and_goes_on_to_the_next_draft(tmp_path: Path, size: tuple[int, int]) -> None:
    async with changing(drafts(tmp_path), size) as desk:
        await desk.do("2", "g", "a")
        assert desk.diff() == ["-     draft: true"]
        assert desk.text.count("draft: true") == 3
        assert "Accepted the quote of Vries" in desk.stage.footer() or size[0] == 50
        assert desk.stage.item.text == "Nobody came"


async def test_d_takes_a_draft_out_with_its_comment_and_u_brings_it_back(tmp_path: Path) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.do("2", "g", "d")
        assert "# her first words" not in desk.text
        assert "We stop at midnight" not in desk.text
        assert "u undoes it" in desk.stage.footer()
        await desk.do("u")
        assert desk.text == DRAFTS
        assert desk.stage.footer().lstrip().startswith("Undone: rejected the quote of")
        await desk.do("ctrl+r")
        assert "We stop at midnight" not in desk.text


async def test_keys_that_come_while_a_change_is_saved_wait_their_turn(tmp_path: Path) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.stage.press("2", "g")
        desk.stage.send("a")
        desk.stage.send("a")
        await desk.do("1")
        quotes = desk.text.partition("quotes:")[2]
        assert "draft" not in quotes
        assert desk.text.count("draft: true") == 2


@pytest.mark.parametrize("key", ["A", "D"])
async def test_all_drafts_of_a_pane_are_shown_before_they_are_settled(tmp_path: Path, key: str) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.do("2", key)
        assert "2 drafts of Key quotes?" in desk.stage.text()
        assert "We stop at midnight" in desk.stage.text()
        await desk.do("escape")
        assert desk.text == DRAFTS
        await desk.do(key, "enter")
        assert "draft" not in desk.text.partition("quotes:")[2]
        assert desk.text.count("draft: true") == 2
        await desk.do("u")
        assert desk.text == DRAFTS


@pytest.mark.parametrize("key", ["a", "d"])
async def test_what_is_no_draft_is_left_alone(tmp_path: Path, key: str) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.do("2", "g", "j", key)
        assert f"{key} is for drafts; this is not one" in desk.stage.footer()
        await desk.do("1", key.upper())
        assert "here are none" in desk.stage.footer()
        assert desk.text == DRAFTS


async def test_a_draft_may_be_accepted_beside_its_source(tmp_path: Path) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.do("2", "g", "enter", "a")
        assert desk.diff() == ["-     draft: true"]
        assert desk.stage.view.side == "reader"


async def test_the_keys_for_drafts_are_named_first_on_a_draft(tmp_path: Path) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.do("2", "g")
        assert desk.stage.footer().lstrip().startswith("a accept   d reject")
    async with changing(sample(tmp_path)) as desk:
        await desk.do("4", "g")
        assert "s answer …" in desk.stage.footer()
