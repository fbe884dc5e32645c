"""In plain mode the selected item is said in words on the last line, and the terminal's cursor is on it."""

from __future__ import annotations

from briefing import data
from briefing.state.keeper import Keeper
from briefing.tui.app import BriefingApp
from tests.tui.stage import STACK, Stage


async def test_the_last_line_says_the_item_and_the_cursor_follows_it() -> None:
    app = BriefingApp([data.path("seeds", "aleppo.yaml")], plain=True)
    app.keeper = Keeper(None)
    async with app.run_test(size=STACK) as pilot:
        stage = Stage(app, pilot)
        await stage.settle()
        assert stage.lines()[-1].strip() == "Bashar al-Assad, President of Syria"
        for _ in range(3):
            await stage.press("j")
            row = app.cursor_position.y
            assert stage.item.text in stage.lines()[row]
            assert stage.lines()[-1].strip().startswith(stage.item.text)
