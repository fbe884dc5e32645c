"""A briefing opens where it was left, and nothing is ever written beside it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from briefing.state.keeper import FILE
from tests.tui.stage import SAMPLE, SIZES, TABS, WIDE, Stage, staged


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """The folder of the state; nothing is in it yet."""
    return tmp_path / "state"


@pytest.fixture
def aleppo(tmp_path: Path) -> Path:
    """A copy of the sample in a folder of its own."""
    desk = tmp_path / "desk"
    desk.mkdir()
    for path in (SAMPLE, SAMPLE.with_suffix(".txt")):
        shutil.copy(path, desk)
    return desk / SAMPLE.name


def selections(stage: Stage) -> dict[str, object]:
    lists = stage.dashboard.lists
    return {name: rows.selected.value.text for name, rows in lists.items() if rows.selected is not None}


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_pane_and_selections_are_as_they_were_left(aleppo: Path, state: Path, size: tuple[int, int]) -> None:
    async with staged(aleppo, size=size, state=state) as stage:
        await stage.press("1", "j", "j", "3", "j", "2", "j", "j", "j")
        before = stage.view.focus, stage.view.mode, selections(stage)
        lines = stage.lines()
    async with staged(aleppo, size=size, state=state) as stage:
        assert (stage.view.focus, stage.view.mode, selections(stage)) == before
        assert stage.lines()[:-1] == lines[:-1]


async def test_a_further_pane_zoom_and_the_timeline_come_back_too(aleppo: Path, state: Path) -> None:
    async with staged(aleppo, state=state) as stage:
        await stage.press("3", "r", "5", "j", "z")
        selected = stage.item.text
    async with staged(aleppo, state=state) as stage:
        assert (stage.view.focus, stage.view.zoomed, stage.item.text) == ("figures", True, selected)
        assert stage.dashboard.manner.oldest_first
        await stage.press("3", "r")
    async with staged(aleppo, state=state) as stage:
        assert not stage.dashboard.manner.oldest_first


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_what_was_hidden_stays_hidden_and_nothing_jumps(aleppo: Path, state: Path, size: tuple[int, int]) -> None:
    async with staged(aleppo, size=size, state=state) as stage:
        await stage.press("2", "H", "5", "H", "4")
        lines = stage.lines()
        assert size == TABS or "hidden 2 5" in stage.text()
    async with staged(aleppo, size=size, state=state) as stage:
        assert stage.view.hidden == {"quotes", "figures"}
        assert stage.lines()[:-1] == lines[:-1]
        await stage.press("2")
        assert stage.view.focus == "quotes"
        assert stage.view.hidden == {"figures"}


async def test_the_scale_of_the_timeline_comes_back(aleppo: Path, state: Path) -> None:
    async with staged(aleppo, state=state) as stage:
        await stage.press("3")
        stage.dashboard.action_timeline_further()
    async with staged(aleppo, state=state) as stage:
        assert stage.dashboard.manner.scale == "month"


async def test_an_item_is_found_again_by_its_words_when_others_were_put_before_it(aleppo: Path, state: Path) -> None:
    async with staged(aleppo, state=state) as stage:
        await stage.press("2", "j", "j")
        selected = stage.item.text
    text = aleppo.read_text(encoding="utf-8")
    aleppo.write_text(text.replace("\nquotes:\n", "\nquotes:\n  - khalifa: Said first of all\n"), encoding="utf-8")
    async with staged(aleppo, state=state) as stage:
        assert stage.item.text == selected


async def test_an_item_that_is_gone_leaves_the_selection_at_the_first(aleppo: Path, state: Path) -> None:
    async with staged(aleppo, state=state) as stage:
        await stage.press("4", "j")
        selected = stage.item.text
    text = aleppo.read_text(encoding="utf-8")
    assert selected in text
    aleppo.write_text(text.replace(selected, "Another question?"), encoding="utf-8")
    async with staged(aleppo, state=state) as stage:
        assert stage.view.focus == "questions"
        assert stage.list.window.cursor == stage.list.window.items[0]


async def test_a_source_that_was_open_is_left_at_its_item(aleppo: Path, state: Path) -> None:
    async with staged(aleppo, state=state) as stage:
        await stage.press("2", "j", "enter", "z")
    async with staged(aleppo, state=state) as stage:
        assert (stage.view.focus, stage.view.side, stage.view.zoomed) == ("quotes", None, False)


async def test_a_first_visit_begins_as_ever(aleppo: Path, state: Path) -> None:
    async with staged(aleppo, state=state, size=TABS) as stage:
        assert stage.view.focus == "brief"
    async with staged(aleppo, state=state, size=TABS) as stage:
        assert stage.view.focus == "brief"


async def test_leaving_a_briefing_of_a_library_keeps_its_place(aleppo: Path, state: Path) -> None:
    other = aleppo.with_name("other.yaml")
    other.write_text("title: Other\nas_of: 2020\nquestions: [{open: A?}, {open: B?}]\n")
    async with staged(aleppo, other, state=state) as stage:
        await stage.press("enter", "2", "j", "greater_than_sign", "4", "j", "escape")
        written = json.loads((state / FILE).read_text())
        assert {entry["pane"] for entry in written["briefings"].values()} == {"quotes", "questions"}
        await stage.press("g", "enter")
        assert stage.view.focus == "quotes"
        assert stage.list.window.cursor != stage.list.window.items[0]


async def test_nothing_is_written_on_a_key_and_nothing_ever_beside_the_briefing(aleppo: Path, state: Path) -> None:
    before = {path.name: path.read_bytes() for path in aleppo.parent.iterdir()}
    async with staged(aleppo, state=state) as stage:
        await stage.press("2", "j", "enter", "escape", "z", "z", "tab")
        assert not state.exists()
    assert (state / FILE).exists()
    assert {path.name: path.read_bytes() for path in aleppo.parent.iterdir()} == before


async def test_no_word_of_the_briefing_is_in_the_state(aleppo: Path, state: Path) -> None:
    async with staged(aleppo, state=state) as stage:
        for key in "123456789":
            await stage.press(key, "j")
        words = {word for text in selections(stage).values() for word in str(text).split() if len(word) > 7}
    written = (state / FILE).read_text()
    assert words
    assert not any(word in written for word in (*words, "aleppo", "desk"))


async def test_a_broken_state_is_said_once_and_stops_nothing(aleppo: Path, state: Path) -> None:
    state.mkdir()
    (state / FILE).write_text("{")
    async with staged(aleppo, state=state, size=(160, 40)) as stage:
        assert f"{FILE} could not be understood" in stage.footer()
        await stage.press("j")
        assert FILE not in stage.footer()
    async with staged(aleppo, state=state, size=(160, 40)) as stage:
        assert FILE not in stage.footer()


async def test_a_place_that_no_pane_has_is_passed_over(aleppo: Path, state: Path) -> None:
    async with staged(aleppo, state=state) as stage:
        await stage.press("2", "j")
    found = json.loads((state / FILE).read_text())
    for entry in found["briefings"].values():
        entry.update(pane="nonsense", scale="century", selected={"nonsense": "00000000"})
    (state / FILE).write_text(json.dumps(found))
    async with staged(aleppo, state=state, size=WIDE) as stage:
        assert stage.view.focus == "actors"
        assert stage.dashboard.manner.scale == "day"


async def test_the_theme_is_kept_for_the_next_start(aleppo: Path, state: Path) -> None:
    async with staged(aleppo, state=state) as stage:
        await stage.press("t")
        worn = stage.app.wardrobe.theme.name
        stage.app.keeper.save()
    assert json.loads((state / FILE).read_text())["theme"] == worn
