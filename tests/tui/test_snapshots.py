"""The dashboard looks as it did: pictures of its states at the three sizes, kept as text beside this module."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.pictures import FOLDER, check, picture
from tests.tui.saving import changed, save, until, watched
from tests.tui.stage import SAMPLE, SIZES, STACK, WIDE, Stage, staged

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
A_DAY_LATER = (
    ("as_of: 2024-11-30", "as_of: 2024-12-01"),
    (
        "timeline:\n",
        "timeline:\n  - 2024-12-02: Foreign ministers meet in Ankara\n    status: planned\n    src: explainer#20\n"
        "  - 2024-12-01: Army falls back to a line north of Hama\n    src: explainer#4\n"
        "  - 2024-12-01: Turkey calls for talks\n    status: disputed\n    draft: true\n    src: explainer#16\n",
    ),
    (
        "  - open: Why did the army put up so little resistance?\n",
        "  - answered: Why did the army put up so little resistance?\n"
        "    answer: Units were told to withdraw and regroup, say two officers\n",
    ),
)
"""What happened to the sample from one day to the next: as in a briefing that lives."""
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
    *(_name(state, size) for state in ("broken", "problems", "living", "changed", "lost") for size in SIZES),
    *(_name(state, WIDE) for state in ("ascii", "no-colour", "sixteen-colours", "light")),
    *(_name(state, WIDE) for state in ("living-light", "living-ascii", "living-no-colour", "living-sixteen-colours")),
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


@pytest.fixture
def living(here: Path) -> Path:
    """A copy of the sample that can be saved to."""
    for name in ("aleppo.yaml", "aleppo.txt"):
        (here / name).write_bytes(SAMPLE.with_name(name).read_bytes())
    return Path("aleppo.yaml")


async def _live_on(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets a day pass in the file, and the moment in which what changed is on another ground stand still."""
    monkeypatch.setattr("briefing.tui.screens.living._FLASH", 1e6)
    await save(stage, changed(SAMPLE.read_text(encoding="utf-8"), *A_DAY_LATER))
    await stage.press("3", "g")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_file_that_lives_looks_as_it_did(
    living: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with staged(living, size=size) as stage:
        await _live_on(stage, monkeypatch)
        check(_name("living", size), picture(stage.strips(), stage.app.inks))
        await stage.press("C")
        check(_name("changed", size), picture(stage.strips(), stage.app.inks))


@pytest.mark.parametrize(("theme", "name"), [("light", "living-light"), ("terminal", "living-sixteen-colours")])
async def test_it_looks_so_in_another_theme(
    living: Path, theme: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with staged(living, size=WIDE) as stage:
        stage.app.use_theme(theme)
        await _live_on(stage, monkeypatch)
        check(_name(name, WIDE), picture(stage.strips(), stage.app.inks))


async def test_it_looks_so_in_ascii(living: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with staged(living, size=WIDE, ascii_only=True) as stage:
        await _live_on(stage, monkeypatch)
        check(_name("living-ascii", WIDE), picture(stage.strips(), stage.app.inks))


async def test_it_looks_so_without_colours(living: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with staged(living, size=WIDE) as stage:
        await _live_on(stage, monkeypatch)
        check(_name("living-no-colour", WIDE), picture(stage.strips(), stage.app.inks))


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_file_that_was_lost_looks_as_it_did(
    living: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.tui.screens.living.strftime", lambda _: "14:32")
    async with staged(living, size=size) as stage:
        await watched(stage)
        text = SAMPLE.read_text(encoding="utf-8")
        stage.dashboard.desk.path.write_text(changed(text, ("questions:\n", "questions: [[[{\n")), encoding="utf-8")
        await until(stage, lambda: stage.dashboard.broken is not None)
        await stage.press("exclamation_mark")
        check(_name("lost", size), picture(stage.strips(), stage.app.inks))


def test_there_is_no_picture_that_nobody_looks_at() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == {*ALL, *FURTHER}
