"""Several briefings give a list to choose from; esc comes back to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from briefing import dates
from briefing.library.summary import Summary
from briefing.tui.glyphs import UNICODE
from briefing.tui.screens.dashboard import Dashboard
from briefing.tui.screens.library import Library
from tests.tui.stage import SAMPLE, SIZES, WIDE, Stage, staged


@pytest.fixture
def desk(tmp_path: Path) -> list[Path]:
    """A folder of four briefings, one of them unreadable."""
    files = {
        "strike.yaml": "title: Dockers walk out\nas_of: 2024-11-29\nquestions: [{open: What now?, due: 2024-12-01}]\n",
        "flood.yaml": "title: The river rises\nas_of: 2024-10-03\ntimeline: [{2024-10-02: It rains, draft: true}]\n",
        "vote.yaml": "title: The count goes on\nas_of: 2024-12-01\nactors: {a: Anna}\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "broken.yaml").write_bytes(b"\xff\xfetitle: x\x00")
    return sorted(tmp_path.glob("*.yaml"))


@pytest.mark.parametrize("size", [*SIZES, (30, 8)], ids=str)
async def test_it_lists_what_is_there_newest_first(desk: list[Path], size: tuple[int, int]) -> None:
    async with staged(*desk, folder=desk[0].parent, size=size) as stage:
        text = stage.text()
        assert "4 briefings" in text
        assert "━" in text
        if size[1] < 20:
            await stage.press("G")
            assert "broken" in stage.text()
            return
        order = [text.index(words) for words in ("The count", "Dockers", "The river", "broken")]
        assert order == sorted(order)
        assert [line for line in stage.lines()[:-1] if "…" in line] == []


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_enter_opens_and_esc_comes_back_to_the_same_line(desk: list[Path], size: tuple[int, int]) -> None:
    async with staged(*desk, folder=desk[0].parent, size=size) as stage:
        await stage.press("j")
        before = stage.text()
        await stage.press("enter")
        await stage.settle()
        assert "Dockers walk out" in stage.lines()[0]
        assert stage.dashboard.desk.path.name == "strike.yaml"
        await stage.press("2", "escape", "escape")
        assert isinstance(stage.app.screen, Library)
        assert stage.text() == before


async def test_every_briefing_opens_and_a_source_inside_one_goes_back_step_by_step(desk: list[Path]) -> None:
    async with staged(*desk, SAMPLE, size=WIDE) as stage:
        await stage.press("g")
        for _ in desk:
            await stage.press("enter")
            await stage.settle()
            if not isinstance(stage.app.screen, Library):
                await stage.press("5", "escape", "escape")
            assert isinstance(stage.app.screen, Library)
            await stage.press("j")
        await stage.press("k", "k")


async def test_a_file_that_can_not_be_read_says_why_and_the_list_stays(desk: list[Path]) -> None:
    async with staged(*desk, size=WIDE) as stage:
        await stage.press("G", "enter")
        assert isinstance(stage.app.screen, Library)
        assert stage.library.list.selected is not None
        problem = stage.library.list.selected.value.problems[0]
        assert stage.footer().strip().startswith(f"broken.yaml was not opened: {problem.message[:20]}")
        await stage.press("k")
        assert "not opened" not in stage.footer()


async def test_the_selected_file_is_spoken_with_its_name(desk: list[Path]) -> None:
    async with staged(*desk, size=WIDE) as stage:
        assert stage.footer().endswith("vote.yaml")
        await stage.press("j")
        assert stage.footer().endswith("strike.yaml, 1 open, due 1 December 2024")


async def test_esc_and_unknown_keys_do_nothing_and_q_leaves(desk: list[Path]) -> None:
    async with staged(*desk, size=WIDE) as stage:
        before = stage.text()
        await stage.press("escape", "2", "z", "p", "x")
        assert stage.text() == before
        await stage.press("q")
        assert stage.app.return_value == 0


def _titles(stage: Stage) -> list[str]:
    return [row.value.title for row in stage.library.list.window.rows]


def _selected(stage: Stage) -> str:
    row = stage.library.list.selected
    return row.value.path.name if row else ""


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_typing_after_slash_narrows_by_title_and_file_name_as_it_is_typed(
    desk: list[Path], size: tuple[int, int]
) -> None:
    async with staged(*desk, folder=desk[0].parent, size=size) as stage:
        await stage.press("slash", "o", "u")
        assert _titles(stage) == ["The count goes on", "Dockers walk out"]
        assert "2 of 4 briefings" in stage.lines()[0]
        assert stage.footer().strip().startswith("/ou")
        await stage.press("t")
        assert _titles(stage) == ["Dockers walk out"]
        await stage.press("backspace", "down", "enter")
        assert (len(_titles(stage)), _selected(stage)) == (2, "strike.yaml")
        await stage.press("enter", "escape")
        assert (len(_titles(stage)), _selected(stage)) == (2, "strike.yaml")
        await stage.press("escape")
        assert (len(_titles(stage)), _selected(stage)) == (4, "strike.yaml")


async def test_a_filter_that_leaves_nothing_says_so_and_esc_clears_it(desk: list[Path]) -> None:
    async with staged(*desk, size=WIDE) as stage:
        await stage.press("slash", *"xq")
        assert "Nothing here has xq in its title or file name" in stage.text()
        await stage.press("enter", "enter", "j", "G", "s", "s")
        assert isinstance(stage.app.screen, Library)
        await stage.press("slash", "escape")
        assert len(_titles(stage)) == 4
        await stage.press("slash", *"vote", "enter")
        assert _titles(stage) == ["The count goes on"]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_sorting_says_by_what_and_stays_on_the_file(desk: list[Path], size: tuple[int, int]) -> None:
    async with staged(*desk, size=size) as stage:
        await stage.press("j")
        assert _selected(stage) == "strike.yaml"
        firsts = []
        for order in ("title", "open questions", "what is due next", "as-of date"):
            await stage.press("s")
            assert f"By {order}" in stage.lines()[1] + stage.lines()[2]
            assert _selected(stage) == "strike.yaml"
            firsts.append(_titles(stage)[0])
        assert firsts == ["broken", "Dockers walk out", "Dockers walk out", "The count goes on"]


async def test_the_next_and_the_previous_briefing_open_without_going_back(desk: list[Path]) -> None:
    async with staged(*desk, size=WIDE) as stage:
        await stage.press("enter", "greater_than_sign")
        assert stage.dashboard.desk.path.name == "strike.yaml"
        assert len(stage.app.screen_stack) == 2
        await stage.press("greater_than_sign", "greater_than_sign")
        assert stage.dashboard.desk.path.name == "flood.yaml"
        assert stage.footer().strip().startswith("This is the last briefing of the list")
        await stage.press("less_than_sign", "less_than_sign", "less_than_sign")
        assert stage.dashboard.desk.path.name == "vote.yaml"
        assert stage.footer().strip().startswith("This is the first briefing of the list")
        await stage.press("greater_than_sign", "escape")
        assert _selected(stage) == "strike.yaml"


async def test_leafing_goes_in_the_order_of_the_list_and_over_what_is_filtered(desk: list[Path]) -> None:
    async with staged(*desk, size=WIDE) as stage:
        await stage.press("slash", *"th", "enter", "s", "g", "enter", "greater_than_sign")
        assert stage.dashboard.desk.path.name == "flood.yaml"
        await stage.press("greater_than_sign")
        assert stage.footer().strip().startswith("This is the last briefing of the list")


async def test_a_briefing_that_was_named_alone_has_no_next_one() -> None:
    async with staged(SAMPLE, size=WIDE) as stage:
        await stage.press("greater_than_sign")
        assert stage.footer().strip().startswith("This is the only briefing")


async def test_the_selection_stays_on_its_file_while_summaries_come_in(desk: list[Path]) -> None:
    async with staged(*desk, size=WIDE) as stage:
        await stage.press("j")
        late = Summary(desk[1], "Aardvark", dates.parse("2025"))
        stage.library._take([late])
        await stage.turn()
        assert _titles(stage)[0] == "Aardvark"
        assert _selected(stage) == "strike.yaml"


async def test_an_untouched_list_begins_at_its_first_line_or_at_the_briefing_of_last_time(
    desk: list[Path], tmp_path: Path
) -> None:
    async with staged(*desk, state=tmp_path / "state") as stage:
        assert _selected(stage) == "vote.yaml"
        await stage.press("j", "j", "enter", "escape", "g")
    async with staged(*desk, state=tmp_path / "state") as stage:
        assert _selected(stage) == "flood.yaml"


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_an_empty_folder_says_what_to_do(tmp_path: Path, size: tuple[int, int]) -> None:
    async with staged(size=size) as stage:
        library = Library([], tmp_path, UNICODE, cell_len, stage.app.inks, _no_dashboard)
        stage.app.push_screen(library)
        await stage.settle()
        assert "No briefings in this folder. briefing new FILE" in " ".join(stage.text().split())
        await stage.press("enter", "s", "j", "slash", "a", "enter", "escape")
        assert stage.app.screen is library


def _no_dashboard(path: Path) -> Dashboard:
    raise AssertionError(path)


async def test_a_library_of_two_thousand_opens_moves_and_narrows(tmp_path: Path) -> None:
    for number in range(2000):
        text = f"title: Story {number}\nas_of: 2024-{number % 12 + 1:02}\nactors: {{a: A}}\n"
        (tmp_path / f"{number:04}.yaml").write_text(text, encoding="utf-8")
    async with staged(*sorted(tmp_path.glob("*.yaml")), size=WIDE) as stage:
        assert "2000 briefings" in stage.text()
        assert _titles(stage)[0] == "Story 1007"
        await stage.press("G", "ctrl+u", "g", "ctrl+d", "end")
        assert "↑" in stage.text()
        await stage.press("slash", *"1999", "enter", "enter")
        assert stage.dashboard.story.briefing.title == "Story 1999"
