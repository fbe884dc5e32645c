"""A file with mistakes opens with all that could be read, and says where and what each mistake is."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.document.store import Unreadable
from briefing.model import Quote
from briefing.tui.app import BriefingApp
from tests.tui.stage import SIZES, WIDE, staged

BROKEN = """\
title: Dockers walk out
as_of: 2024-11-30
sources: {wire: wire.txt}
actors: {vries: Anna de Vries}
timeline:
  - 2024-13-45: Crews leave
  - 2024-11-29: Crews come back
    soruce: wire#1
  - 2024-11-28: "The harbour closes
quotes:
  - vries: We stop at midnight
    src: wire#9
  - vries: We go on
    src: wire#1
questions:
  - open: What now?
"""


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A briefing with a mistake of every sort, beside its source."""
    path = tmp_path / "strike.yaml"
    path.write_text(BROKEN, encoding="utf-8")
    (tmp_path / "wire.txt").write_text("“We go on,” she said.\n\nNobody came.\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_it_opens_with_what_could_be_read(broken: Path, size: tuple[int, int]) -> None:
    async with staged(broken, size=size) as stage:
        assert "Dockers walk out" in stage.lines()[0]
        assert stage.dashboard.story.problems
        await stage.press("4")
        assert "What now?" in stage.text()
        await stage.press("0")
        assert f"! {len(stage.dashboard.story.problems)} problems" in " ".join(stage.text().split())


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_pane_of_problems_has_place_sentence_line_and_caret_of_each(
    broken: Path, size: tuple[int, int]
) -> None:
    async with staged(broken, size=size) as stage:
        await stage.press("exclamation_mark")
        problems = stage.dashboard.story.problems
        assert stage.view.focus == "problems"
        shown = ""
        for _ in range(40):
            shown += "".join(stage.text().split())
            await stage.press("j")
        for problem in problems:
            assert f"{problem.severity}{problem.where.line}:{problem.where.column}" in shown
        assert "^" in shown


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_enter_on_a_problem_goes_to_the_item_that_it_stands_in(broken: Path, size: tuple[int, int]) -> None:
    async with staged(broken, size=size) as stage:
        problems = stage.dashboard.story.problems
        altered = next(problem for problem in problems if problem.where.line in (11, 12))
        await stage.press("exclamation_mark")
        while stage.item is not altered:
            await stage.press("j")
        await stage.press("enter")
        assert isinstance(stage.item, Quote)
        assert stage.item.text == "We stop at midnight"
        assert stage.view.focus == "quotes"


async def test_a_problem_outside_of_all_items_says_where_it_stands(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("soruce: x\ntitle: y\nactors: {a: A}\n", encoding="utf-8")
    async with staged(tmp_path / "a.yaml", size=WIDE) as stage:
        await stage.press("exclamation_mark", "enter")
        assert stage.view.focus == "problems"
        assert "line 1" in stage.footer()


async def test_an_item_with_a_problem_has_its_flag_and_the_pane_counts_it(broken: Path) -> None:
    async with staged(broken, size=WIDE) as stage:
        title = next(line for line in stage.lines() if "Key quotes" in line)
        assert " !1 " in title.split("Key quotes")[1]
        flagged = next(line for line in stage.lines() if "We stop at midnight" in line)
        assert "!" in flagged.split("“")[0]


async def test_esc_closes_the_problems(broken: Path) -> None:
    async with staged(broken, size=WIDE) as stage:
        await stage.press("2", "exclamation_mark", "escape")
        assert (stage.view.focus, stage.view.at_start) == ("quotes", True)


async def test_a_file_without_problems_says_so() -> None:
    async with staged(size=WIDE) as stage:
        await stage.press("exclamation_mark")
        assert "No problems." in stage.text()


@pytest.mark.parametrize("text", [b"\xff\xfe\x00", b"\x00" * 40], ids=ascii)
def test_a_file_that_can_not_be_read_at_all_is_refused_before_anything_is_drawn(tmp_path: Path, text: bytes) -> None:
    (tmp_path / "a.yaml").write_bytes(text)
    with pytest.raises(Unreadable):
        BriefingApp((tmp_path / "a.yaml",))
