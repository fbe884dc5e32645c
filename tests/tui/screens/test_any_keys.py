"""Whatever is pressed, in whatever order, nothing breaks and esc leads back to the start."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from briefing.commands import COMMANDS
from briefing.tui.app import BriefingApp
from briefing.tui.screens.dashboard import Dashboard
from tests.tui.changing.desks import copied
from tests.tui.screens.test_hostile import GROUPS, opened
from tests.tui.screens.walks import acting
from tests.tui.stage import EVERYTHING, SAMPLE, SIZES, Stage, staged

_PRINTABLE = tuple("abcdefghijklmnoprstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
_NAMED = ("space", "slash", "question_mark", "exclamation_mark", "left_square_bracket", "plus", "minus")
_CONTROL = ("ctrl+a", "ctrl+d", "ctrl+u", "ctrl+p", "f1", "f2", "delete", "insert", "backspace", "shift+tab")
_COMMANDS = tuple(key for command in COMMANDS for key in command.keys)
KEYS = (*_PRINTABLE, *_NAMED, *_CONTROL, *_COMMANDS * 2, *("enter", "escape", "down", "tab") * 8)
TIMES = 400


@pytest.fixture(autouse=True)
def nobody_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets a walk go on where a key, or a command found in the palette, would end or stop the program."""
    monkeypatch.setattr(BriefingApp, "exit", lambda *_, **__: None)
    monkeypatch.setattr(BriefingApp, "action_suspend", lambda _: None)


async def _press_at_random(stage: Stage, random: Random, times: int) -> None:
    for number in range(times):
        stage.send(random.choice(KEYS))
        if number % 7 == 0:
            await stage.turn()
            assert acting("".join(segment.text for segment in stage.segments())) == []
    await stage.turn()


@pytest.mark.parametrize("path", [SAMPLE, EVERYTHING], ids=lambda path: path.stem)
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_no_keys_in_any_order_break_it_and_esc_gets_back_to_the_start(
    size: tuple[int, int], path: Path, here: Path
) -> None:
    random = Random(f"{size} {path.stem}")
    async with staged(copied(path, here), size=size) as stage:
        for _ in range(2):
            await _press_at_random(stage, random, TIMES // 2)
            await stage.press(*["escape"] * 10)
            assert isinstance(stage.app.screen, Dashboard)
            assert stage.view.at_start
            assert stage.app.return_value is None


async def test_sizes_that_change_under_the_keys_break_nothing(here: Path) -> None:
    random = Random(7)
    async with staged(copied(SAMPLE, here), size=SIZES[0]) as stage:
        for _ in range(30):
            await _press_at_random(stage, random, 15)
            await stage.resize((random.randint(1, 200), random.randint(1, 60)))
        await stage.resize(SIZES[0])
        await stage.press(*["escape"] * 10)
        assert stage.view.at_start


@pytest.mark.parametrize("group", GROUPS)
async def test_nor_do_they_over_hostile_words(tmp_path: Path, group: str) -> None:
    random = Random(group)
    async with staged(opened(tmp_path, *GROUPS[group]), size=random.choice(SIZES)) as stage:
        await _press_at_random(stage, random, TIMES // 4)
        await stage.press(*["escape"] * 10)
        assert stage.view.at_start
        assert stage.app.return_value is None
