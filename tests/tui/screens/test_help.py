"""The overlay of keys: what works here, and greyed what does not and why, found by typing, left with esc."""

from __future__ import annotations

import re

import pytest

from briefing.commands import COMMANDS, Place
from briefing.tui.screens.dashboard import Dashboard
from briefing.tui.screens.keys import Keys, commands_at, commands_beside
from briefing.tui.screens.reasons import reasons
from tests.tui.stage import SAMPLE, SIZES, STACK, TABS, Stage, staged

_PLACES: dict[Place, tuple[str, ...]] = {"list": ("2",), "reader": ("2", "enter"), "problems": ("exclamation_mark",)}


async def _all_lines(stage: Stage) -> str:
    """Scrolls through the overlay and returns all that it showed."""
    shown = [stage.text()]
    for _ in range(12):
        await stage.press("pagedown")
        shown.append(stage.text())
    return "\n".join(shown)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("place", _PLACES)
async def test_it_shows_exactly_the_commands_that_apply_here(place: Place, size: tuple[int, int]) -> None:
    async with staged(size=size) as stage:
        await stage.press(*_PLACES[place], "question_mark")
        expected = {c.title for c in COMMANDS if {place, "briefing", "everywhere"}.intersection(c.places)}
        assert {command.title for command in commands_at(stage.keys.panel.places, "")} == expected
        shown = await _all_lines(stage)
        assert all(title in shown for title in expected)
        beside = {command.title for command in commands_beside(stage.keys.panel.places, "")}
        assert beside == {c.title for c in COMMANDS if c.places != ("library",)} - expected


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_what_applies_elsewhere_stands_greyed_under_its_place(size: tuple[int, int]) -> None:
    async with staged(size=size) as stage:
        await stage.press("2", "question_mark", *"next passage")
        text = stage.text()
        assert "Only in an open source" in text
        assert "p          next passage" in text
        await stage.press("escape", "escape", "enter", "question_mark", *"next passage")
        assert "Only in an open source" not in stage.text()


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_what_does_nothing_now_is_greyed_and_says_why(size: tuple[int, int]) -> None:
    async with staged(size=size) as stage:
        await stage.press("question_mark", *"next hit")
        assert "n          next hit – no search" in stage.text()
        meta, key = stage.app.inks.style("meta", "surface"), stage.app.inks.style("focus bold", "surface")
        assert ("n", meta) in [(segment.text, segment.style) for segment in stage.segments()]
        await stage.press("escape", "escape", "slash", *"aleppo", "enter", "question_mark", *"next hit")
        assert "no search" not in stage.text()
        assert ("n", key) in [(segment.text, segment.style) for segment in stage.segments()]


async def test_the_reason_is_found_by_typing_too() -> None:
    async with staged() as stage:
        await stage.press("question_mark", *"no focus")
        assert "F          hide the rest – no focus" in stage.text()


@pytest.mark.parametrize("keys", [("2",), ("2", "enter"), ("3", "minus", "minus"), ("H",), ("f",), ("0",)], ids=str)
async def test_every_reason_is_true_the_key_changes_nothing(keys: tuple[str, ...]) -> None:
    async with staged() as stage:
        await stage.press(*keys)
        _, places = stage.dashboard.here
        wrong = reasons(stage.dashboard)
        for command in commands_at(places, ""):
            if command.id in wrong:
                before = stage.lines()[:-1]
                await stage.press(command.keys[0])
                assert stage.lines()[:-1] == before, command.id


async def test_it_says_where_one_is() -> None:
    async with staged() as stage:
        await stage.press("3", "question_mark")
        assert "Keys   in Timeline; type to search" in stage.text()
        await stage.press("escape", "enter", "question_mark")
        assert "Keys   in an open source" in stage.text()


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_typing_narrows_it_down_and_esc_clears_and_then_closes(size: tuple[int, int]) -> None:
    async with staged(size=size) as stage:
        await stage.press("question_mark")
        before = stage.text()
        await stage.press(*"zoom")
        assert stage.keys.panel.words == "zoom"
        assert [command.id for command in commands_at(stage.keys.panel.places, "zoom")] == ["back", "zoom"]
        assert "zoom" in stage.text()
        assert "half a page" not in stage.text()
        await stage.press("backspace")
        assert stage.keys.panel.words == "zoo"
        await stage.press("escape")
        assert stage.text() == before
        await stage.press("escape")
        assert isinstance(stage.app.screen, Dashboard)


async def test_what_matches_nothing_says_so() -> None:
    async with staged() as stage:
        await stage.press("question_mark", *"xyzzy")
        assert "Nothing matches. esc clears." in stage.text()


@pytest.mark.parametrize("close", ["escape", "question_mark", "f1"])
async def test_the_dashboard_comes_back_as_it_was(close: str) -> None:
    async with staged() as stage:
        await stage.press("4", "j")
        before = stage.strips()
        await stage.press("question_mark", "down", close)
        assert stage.strips() == before


async def test_what_lies_behind_is_dim() -> None:
    async with staged() as stage:
        await stage.press("question_mark")
        header = stage.strips()[0]
        dim = stage.app.inks.style("dim").color
        assert {segment.style.color for segment in header if segment.text.strip() and segment.style} == {dim}


async def test_a_key_typed_into_it_does_not_act_on_what_lies_behind() -> None:
    async with staged() as stage:
        focus = stage.view.focus
        await stage.press("question_mark", "q", "2", "z", "G", "tab", "enter")
        assert isinstance(stage.app.screen, Keys)
        await stage.press("escape", "escape")
        assert (stage.view.focus, stage.view.zoomed) == (focus, False)


@pytest.mark.parametrize("size", [STACK, TABS], ids=str)
async def test_what_does_not_fit_is_counted_and_scrolls_into_view(size: tuple[int, int]) -> None:
    async with staged(size=size) as stage:
        await stage.press("question_mark")
        assert " more lines" in stage.text()
        pages = stage.text()
        for _ in range(20):
            await stage.press("pagedown")
            pages += stage.text()
        assert " more lines" not in stage.text()
        assert "quit" in pages
        await stage.press(*["pageup"] * 20)
        assert "Here, in" in stage.text()


async def test_in_the_library_it_has_the_commands_of_the_library() -> None:
    async with staged(SAMPLE, SAMPLE.parent / "aleppo.yaml") as stage:
        await stage.press("question_mark")
        assert "Keys   in the library" in stage.text()
        assert "next passage" not in stage.text()


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_its_title_does_not_run_into_what_closes_it(size: tuple[int, int]) -> None:
    async with staged(size=size) as stage:
        await stage.press("2", "question_mark")
        title = next((line for line in stage.lines() if "Keys   " in line), "")
        assert re.search(r"\S {2,}esc closes", title)
