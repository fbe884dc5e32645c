"""J understands dates as people type them."""

from __future__ import annotations

import pytest

from tests.tui.stage import WIDE, staged


@pytest.mark.parametrize("typed", ["27 Nov", "Nov 27 2024", "2024-11-27"])
async def test_j_goes_to_a_date_as_it_is_typed(typed: str) -> None:
    async with staged(size=WIDE) as stage:
        await stage.press("J", *["space" if letter == " " else letter for letter in typed], "enter")
        assert stage.item.text.startswith("Rebels launch the offensive")


async def test_a_date_that_is_none_is_said() -> None:
    async with staged(size=WIDE) as stage:
        before = stage.dashboard.lists["timeline"].selected
        await stage.press("J", *"soon", "enter")
        assert "is not a date" in stage.footer()
        assert stage.dashboard.lists["timeline"].selected is before
