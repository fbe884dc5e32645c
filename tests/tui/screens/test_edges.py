"""Briefings at the edge: ten thousand items, next to nothing, sources that are not there; and looking never writes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from briefing.tui.panes import MAIN
from tests.bench.corpus import briefing_text
from tests.tui.screens.walks import EVERY_PANE, look_at_everything
from tests.tui.stage import SAMPLE, SIZES, WIDE, staged

_SECTIONS = (
    "sources",
    "sides",
    "actors",
    "relations",
    "timeline",
    "figures",
    "quotes",
    "claims",
    "questions",
    "judgements",
    "next",
)


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A briefing of ten thousand items, without its sources."""
    path = tmp_path_factory.mktemp("big") / "big.yaml"
    path.write_text(briefing_text(10_000), encoding="utf-8")
    return path


def _written(folder: Path, text: str) -> Path:
    (folder / "a.yaml").write_text(text, encoding="utf-8")
    return folder / "a.yaml"


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_ten_thousand_items_open_and_move(big: Path, size: tuple[int, int]) -> None:
    async with staged(big, size=size) as stage:
        await stage.press("3")
        assert len(stage.list.window.items) == 4500
        assert "4500" in stage.text()
        first = stage.item
        await stage.press("G", "ctrl+u", "k", "enter", "escape", "tab", "G", "g", "shift+tab", "z", "z", "g")
        assert stage.item is first
        assert stage.list.sheet.drawn < 2_500


async def test_every_pane_of_ten_thousand_items_can_be_looked_at(big: Path) -> None:
    async with staged(big, size=WIDE) as stage:
        await look_at_everything(stage)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_nothing_but_a_title_is_enough(tmp_path: Path, size: tuple[int, int]) -> None:
    async with staged(_written(tmp_path, "title: A new story\n"), size=size) as stage:
        assert "A new story" in stage.lines()[0]
        for pane in MAIN:
            await stage.press(pane.sign)
            assert "".join(pane.empty(stage.dashboard.story).split())[:30] in "".join(stage.text().split())
        await look_at_everything(stage)


@pytest.mark.parametrize("empty", [" []", " {}", "", " ''"], ids=ascii)
async def test_every_section_may_be_empty(tmp_path: Path, empty: str) -> None:
    text = "title: A new story\n" + "".join(f"{section}:{empty}\n" for section in _SECTIONS)
    async with staged(_written(tmp_path, text), size=WIDE) as stage:
        await look_at_everything(stage)


async def test_an_empty_file_opens_and_says_what_is_missing(tmp_path: Path) -> None:
    async with staged(_written(tmp_path, ""), size=WIDE) as stage:
        await stage.press("exclamation_mark")
        assert "title" in stage.text()


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_an_item_without_a_source_says_that_it_has_none(tmp_path: Path, size: tuple[int, int]) -> None:
    path = _written(tmp_path, "title: x\nquotes:\n  - a guard: Nobody came\nquestions:\n  - What now?\n")
    async with staged(path, size=size) as stage:
        await stage.press("4", "enter")
        assert stage.view.focus == "questions"
        assert stage.footer().lstrip().startswith("No passage: this question has no source"[: size[0] - 6])


async def test_a_source_whose_text_is_missing_says_so_and_where_it_is(tmp_path: Path) -> None:
    path = _written(
        tmp_path,
        "title: x\nsources:\n  s: {title: The wire, url: https://example.org/a, text: gone.txt}\n"
        "quotes:\n  - a guard: Nobody came\n    src: s#3\n",
    )
    async with staged(path, size=WIDE) as stage:
        await stage.press("2", "enter", "z")
        shown = " ".join(stage.text().split())
        assert "The text of s is not here. It is at https://example.org/a" in shown
        await stage.press("j", "ctrl+d", "G", "g", "p", "escape", "escape")
        assert stage.view.focus == "quotes"


async def test_a_source_without_any_words_opens_empty(tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_text("\n\n \n", encoding="utf-8")
    path = _written(tmp_path, "title: x\nsources: {s: s.txt}\nquotes:\n  - a guard: Nobody came\n    src: s#3\n")
    async with staged(path, size=WIDE) as stage:
        await stage.press("2", "enter", "j", "ctrl+d", "G", "g", "p", "escape")
        assert stage.view.focus == "quotes"


async def test_a_citation_behind_the_end_of_a_source_says_that_it_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_text("One.\n\nTwo.\n", encoding="utf-8")
    path = _written(tmp_path, "title: x\nsources: {s: s.txt}\ntimeline:\n  - 2024: It happened\n    src: [s#99, s#2]\n")
    async with staged(path, size=WIDE) as stage:
        await stage.press("3", "enter")
        assert "passage 1 of 2" in stage.text()
        assert "! " in stage.text()
        await stage.press("p")
        assert "¶2 of 2" in stage.text()


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_looking_never_writes(tmp_path: Path, size: tuple[int, int]) -> None:
    for name in ("aleppo.yaml", "aleppo.txt"):
        shutil.copy2(SAMPLE.parent / name, tmp_path / name)
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.rglob("*")}
    async with staged(tmp_path / "aleppo.yaml", size=size) as stage:
        for pane in EVERY_PANE:
            await stage.press(pane, "enter", "p", "escape", "j", "z", "escape", "r")
        await stage.press("q")
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.rglob("*")} == before
