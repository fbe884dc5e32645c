"""Ten things that readers want, each with at most eight keys in the real program, at the three sizes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.e2e.terminal import ENTER, ESC, SAMPLE, TAB, Terminal
from tools import tour
from tools.docs import ROOT
from tools.tour import CHANGES, MOST, TASKS

_KEYS = {"enter": ENTER}


def test_no_task_takes_more_than_eight_keys() -> None:
    assert len(TASKS) == 10
    assert {task.question: len(task.keys) for task in (*TASKS, *CHANGES) if len(task.keys) > MOST} == {}


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (50, 20)], ids=str)
def test_every_task_is_done(tmp_path: Path, size: tuple[int, int]) -> None:
    with Terminal(str(SAMPLE), home=tmp_path, size=size) as terminal:
        terminal.sees("Syrian rebels have seized").rest()
        for task in TASKS:
            terminal.type(*(_KEYS.get(key, key) for key in task.keys)).sees(*task.seen)
            terminal.type(ESC, ESC, ESC, "1", "g", TAB)
        terminal.type("q")
        assert terminal.ends() == 0
        assert terminal.restored


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (50, 20)], ids=str)
def test_every_change_is_made_and_undone_to_the_first_byte(tmp_path: Path, size: tuple[int, int]) -> None:
    for name in ("aleppo.yaml", "aleppo.txt"):
        shutil.copy(SAMPLE.parent / name, tmp_path / name)
    path = tmp_path / "aleppo.yaml"
    with Terminal("aleppo.yaml", home=tmp_path, folder=tmp_path, size=size) as terminal:
        terminal.sees("Syrian rebels have seized").rest()
        for task in CHANGES:
            terminal.type(*(_KEYS.get(key, key) for key in task.keys)).sees(*task.seen)
            terminal.type(ESC, ESC, ESC, "1", "g")
        assert len(path.read_bytes()) > len(SAMPLE.read_bytes())
        for _ in range(len(CHANGES) - 2):
            terminal.type("u").sees("Undone: ")
            terminal.type("j")
        assert path.read_bytes() == SAMPLE.read_bytes()
        terminal.type("q")
        assert terminal.ends() == 0
        assert terminal.restored


def test_the_page_of_the_tour_is_up_to_date() -> None:
    assert (ROOT / "docs" / "tour.md").read_text(encoding="utf-8") == tour.page(), "run make docs"
