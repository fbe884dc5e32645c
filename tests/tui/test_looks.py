"""The rules that every picture of the dashboard keeps, at each size and in each theme."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from briefing.settings.themes import SHIPPED
from briefing.tui.glyphs import ASCII
from briefing.tui.panes import MAIN
from tests.tui.contrast import contrast
from tests.tui.stage import EVERYTHING, SAMPLE, SIZES, STACK, WIDE, Stage, staged

_ALL = (*SIZES, (160, 50))
_ENOUGH = 4.5
_PANES = tuple("1234567890!")


def _key(pane: str) -> str:
    return "exclamation_mark" if pane == "!" else pane


async def _states(stage: Stage) -> list[Sequence[str]]:
    """Returns the screens of all panes, and of a source beside each."""
    screens: list[Sequence[str]] = []
    for pane in _PANES:
        await stage.press(_key(pane))
        screens.append(stage.lines())
        await stage.press("enter")
        screens.append(stage.lines())
        await stage.press("escape", "escape", "escape")
    return screens


@pytest.mark.parametrize("path", [SAMPLE, EVERYTHING], ids=lambda path: path.stem)
@pytest.mark.parametrize("size", _ALL, ids=str)
async def test_there_is_always_one_heavy_rule(size: tuple[int, int], path: Path) -> None:
    async with staged(path, size=size) as stage:
        for screen in await _states(stage):
            assert len(re.findall("━+", "\n".join(screen))) == 1


@pytest.mark.parametrize("size", _ALL, ids=str)
async def test_nothing_is_cut_in_the_pane_that_has_the_focus(size: tuple[int, int]) -> None:
    async with staged(size=size) as stage:
        for pane in MAIN:
            await stage.press(pane.sign)
            box = stage.list.region
            seen = -1
            while stage.list.window.cursor != seen:
                seen = stage.list.window.cursor
                shown = [strip.crop(box.x, box.right).text for strip in stage.strips()[box.y : box.bottom]]
                assert not any("…" in line for line in shown)
                await stage.press("ctrl+d")


@pytest.mark.parametrize("theme", [name for name in SHIPPED if name != "terminal"])
async def test_every_word_on_the_screen_stands_out_from_its_ground(theme: str) -> None:
    async with staged(EVERYTHING, size=WIDE) as stage:
        stage.app.use_theme(theme)
        for pane in _PANES:
            for key in (_key(pane), "enter", *(["question_mark", "escape"] if pane == "2" else [])):
                await stage.press(key)
                for text, style, _ in stage.segments():
                    if any(map(str.isalnum, text)) and style and style.color and style.bgcolor:
                        ink, ground = style.color.name, style.bgcolor.name
                        assert contrast(ink, ground) >= _ENOUGH, (text, ink, ground)
            await stage.press("escape", "escape")


@pytest.mark.parametrize("theme", SHIPPED)
async def test_there_are_no_italics_no_blinking_and_no_dim_attribute(theme: str) -> None:
    async with staged(EVERYTHING, size=WIDE) as stage:
        stage.app.use_theme(theme)
        for key in ("2", "enter", "question_mark"):
            await stage.press(key)
            styles = [segment.style for segment in stage.segments() if segment.style]
            assert not any(style.italic or style.blink or style.dim for style in styles)


@pytest.mark.parametrize("size", [WIDE, (160, 50)], ids=str)
async def test_the_eye_goes_to_the_title_the_newest_event_and_the_open_questions(size: tuple[int, int]) -> None:
    async with staged(size=size) as stage:
        titles = {pane.title for pane in MAIN}
        bold = [text.strip() for text, style, _ in stage.segments() if style and style.bold and text.strip()]
        words = [text for text in bold if len(text) > 2 and text not in titles and not text[0].isdigit()]
        assert words[0] == "Syrian rebels have seized most of Aleppo"
        assert {"Can Russia or Hezbollah still reinforce Damascus?", "about 30 Nov"} <= set(words[1:5])
        kept = [pane for pane in words if pane in ("Bashar al-Assad", "President of Syria", "Dareen Khalifa")]
        assert kept == []


async def test_every_flag_in_the_picture_is_in_the_counts() -> None:
    async with staged(EVERYTHING, size=(160, 50)) as stage:
        story = stage.dashboard.story
        counts = next(line for line in stage.lines() if " drafts" in line)
        assert f"┊ {story.drafts} drafts" in counts
        assert f"! {len(story.problems)} problem" in counts


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_without_colour_the_text_is_the_same(size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    async with staged(size=size) as stage:
        coloured = await _states(stage)
    monkeypatch.setenv("NO_COLOR", "1")
    async with staged(size=size) as stage:
        assert await _states(stage) == coloured


@pytest.mark.parametrize("pane", ["1", "2", "3", "4"])
async def test_in_ascii_the_words_are_the_same(pane: str) -> None:
    screens = []
    for ascii_only in (False, True):
        async with staged(size=STACK, ascii_only=ascii_only) as stage:
            await stage.press(pane, "z")
            screens.append(ASCII.show(" ".join(stage.lines()[1:-1])))
    words, kin = (re.findall(r"[A-Za-z]{3,}", screen) for screen in screens)
    assert words == kin
