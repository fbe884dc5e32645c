"""Short names are changed and actors merged everywhere, once every line has been seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.changing.desks import changing, drafts, sample
from tests.tui.stage import SIZES


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_merging_shows_every_line_and_is_one_undo(tmp_path: Path, size: tuple[int, int]) -> None:
    async with changing(drafts(tmp_path), size) as desk:
        await desk.do("1", "g", "M", "=A. de", "enter")
        assert "Merge de-vries into vries?" in desk.stage.text()
        assert "- de-vries: Nobody came" in desk.stage.text() or size[1] < 40
        await desk.do("escape")
        assert desk.text == desk.before
        await desk.do("M", "=A. de", "enter", "enter")
        assert "de-vries:" not in desk.text
        assert "- vries: Nobody came" in desk.text
        await desk.do("u")
        assert desk.text == desk.before


async def test_an_actor_is_renamed_wherever_it_is_used(tmp_path: Path) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.do("1", "g", "R", "ctrl+u", "=anna", "enter")
        assert "Rename vries to anna? 3 lines" in desk.stage.text()
        await desk.do("enter")
        assert [line for line in desk.diff() if line[0] == "+"] == [
            "+   anna: Anna de Vries (speaker of the crews)",
            "+   - anna: We stop at midnight",
            "+   - anna: We go on",
        ]


async def test_a_source_or_a_side_is_renamed_from_what_names_it(tmp_path: Path) -> None:
    async with changing(sample(tmp_path)) as desk:
        await desk.do("1", "g", "R", "=gov", "enter", "ctrl+u", "=state", "enter", "enter")
        assert "  state: Government and its allies" in desk.text
        assert "side: gov," not in desk.text


@pytest.mark.parametrize("slug", ["de-vries", "No Slug"])
async def test_a_name_that_is_taken_or_none_is_refused(tmp_path: Path, slug: str) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.do("1", "g", "R", "ctrl+u", f"={slug}", "enter")
        assert "is taken" in desk.stage.text() or "small letters" in desk.stage.text()
        await desk.do("escape")
        assert desk.text == desk.before
