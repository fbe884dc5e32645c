"""The dashboard looks as it did: pictures of its states at the three sizes, kept as text beside this module."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.pictures import FOLDER, check, picture
from tests.tui.stage import SAMPLE, SIZES, STACK, WIDE, staged

BROKEN = """\
title: Dockers walk out
as_of: 2024-11-30
bottom_line: The cranes stand still. Nobody knows for how long.
sources: {wire: wire.txt}
actors: {vries: Anna de Vries (speaker of the crews)}
timeline:
  - 2024-13-45: Crews leave their posts
  - 2024-11-29: Crews come back
    soruce: wire#1
    draft: true
quotes:
  - vries: We stop at midnight
    src: wire#2
  - vries: We go on
    src: wire#1
    key: true
questions:
  - open: What now?
    due: 2024-12-01
"""
STATES: dict[str, tuple[str, ...]] = {
    "opened": (),
    "reader": ("2", "j", "j", "enter"),
    "timeline": ("3", "j"),
    "zoomed": ("4", "z"),
    "figures": ("5",),
    "brief": ("0",),
    "help": ("question_mark",),
    "adding": ("2", "j", "j", "enter", "i"),
    "field": ("3", "j", "x"),
    "status": ("4", "s"),
}


def _name(state: str, size: tuple[int, int]) -> str:
    return f"{state}-{size[0]}x{size[1]}"


ALL = {_name(state, size): (keys, size) for state, keys in STATES.items() for size in SIZES}
FURTHER = {
    *(_name(state, size) for state in ("broken", "problems") for size in SIZES),
    *(_name(state, WIDE) for state in ("ascii", "no-colour", "sixteen-colours", "light")),
    _name("ascii-reader", STACK),
}


@pytest.fixture
def broken(here: Path) -> Path:
    """A briefing with mistakes and a draft, named as a person would name it."""
    (here / "strike.yaml").write_text(BROKEN, encoding="utf-8")
    (here / "wire.txt").write_text("“We go on,” she said.\n\nNobody came.\n", encoding="utf-8")
    return Path("strike.yaml")


@pytest.mark.parametrize("name", ALL)
async def test_a_state_looks_as_it_did(name: str) -> None:
    keys, size = ALL[name]
    async with staged(size=size) as stage:
        await stage.press(*keys)
        check(name, picture(stage.strips(), stage.app.inks))


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_file_with_mistakes_looks_as_it_did(broken: Path, size: tuple[int, int]) -> None:
    async with staged(broken, size=size) as stage:
        await stage.press("2")
        check(_name("broken", size), picture(stage.strips(), stage.app.inks))
        await stage.press("exclamation_mark")
        check(_name("problems", size), picture(stage.strips(), stage.app.inks))


async def test_ascii_looks_as_it_did() -> None:
    async with staged(size=WIDE, ascii_only=True) as stage:
        check(_name("ascii", WIDE), picture(stage.strips(), stage.app.inks))
    async with staged(size=STACK, ascii_only=True) as stage:
        await stage.press(*STATES["reader"])
        check(_name("ascii-reader", STACK), picture(stage.strips(), stage.app.inks))


async def test_without_colours_it_looks_as_it_did(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with staged(size=WIDE) as stage:
        await stage.press(*STATES["reader"])
        check(_name("no-colour", WIDE), picture(stage.strips(), stage.app.inks))


@pytest.mark.parametrize(("theme", "name"), [("terminal", "sixteen-colours"), ("light", "light")])
async def test_another_theme_looks_as_it_did(theme: str, name: str) -> None:
    async with staged(SAMPLE, size=WIDE) as stage:
        stage.app.use_theme(theme)
        await stage.press(*STATES["reader"])
        check(_name(name, WIDE), picture(stage.strips(), stage.app.inks))


def test_there_is_no_picture_that_nobody_looks_at() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == {*ALL, *FURTHER}
