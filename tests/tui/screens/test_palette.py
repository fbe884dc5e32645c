"""The palette finds by name, shows a theme before it is chosen, and leads where it says."""

from __future__ import annotations

from pathlib import Path

from briefing.state.keeper import FILE
from briefing.tui.screens.palette import Palette
from tests.tui.stage import Stage, staged


def _palette(stage: Stage) -> Palette:
    screen = stage.app.screen
    assert isinstance(screen, Palette)
    return screen


async def test_a_theme_is_shown_while_its_name_is_selected_and_kept_only_when_it_is_chosen() -> None:
    async with staged() as stage:
        worn = stage.app.wardrobe.theme.name
        await stage.press("colon", *"theme", "space", *"light")
        assert stage.app.wardrobe.theme.name == "light" != worn
        await stage.press("escape", "escape")
        assert stage.app.wardrobe.theme.name == worn
        await stage.press("colon", *"theme", "space", *"light", "enter")
        assert stage.app.wardrobe.theme.name == "light"


async def test_what_was_used_last_comes_first() -> None:
    async with staged() as stage:
        await stage.press("colon", *"rose", "enter", "colon")
        first = _palette(stage).panel.found[0]
        assert (first.kind, first.words) == ("actor", "Caroline Rose")


async def test_what_was_used_last_comes_first_at_the_next_start_too(tmp_path: Path) -> None:
    async with staged(state=tmp_path) as stage:
        await stage.press("colon", *"zoom", "enter", "escape", "colon", *"rose", "enter")
    assert "rose" not in (tmp_path / FILE).read_text(encoding="utf-8").lower()
    async with staged(state=tmp_path) as stage:
        await stage.press("colon")
        first, second = _palette(stage).panel.found[:2]
        assert (first.words, second.words) == ("Caroline Rose", "zoom")


async def test_opening_and_closing_it_leaves_the_screen_as_it_was() -> None:
    async with staged() as stage:
        before = stage.strips()
        await stage.press("colon", *"tur", "escape", "escape")
        assert stage.strips() == before


async def test_a_command_that_is_chosen_is_carried_out() -> None:
    async with staged() as stage:
        await stage.press("colon", *"zoom", "enter")
        assert stage.view.zoomed


async def test_commands_that_do_not_apply_here_are_not_offered() -> None:
    async with staged() as stage:
        await stage.press("1", "colon")
        offered = {entry.target for entry in _palette(stage).panel.every if entry.kind == "command"}
        assert "timeline.turn" not in offered
        assert "focus.add" in offered


async def test_two_quick_escapes_close_the_palette_and_nothing_else() -> None:
    async with staged() as stage:
        await stage.press("colon")
        stage.send("escape")
        stage.send("escape")
        await stage.turn()
        await stage.settle()
        assert stage.app.screen is stage.dashboard
        assert stage.app.return_value is None
