"""Every command does what its help says, by each of its keys, at each size."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.commands import BY_ID, COMMANDS
from briefing.model import Quote
from tests.tui.changing.desks import sample
from tests.tui.screens import (
    checks_of_catching_up,
    checks_of_changing,
    checks_of_finding,
    checks_of_moving,
    checks_of_reaching,
)
from tests.tui.stage import SIZES, WIDE, staged

CHECKS = (
    checks_of_changing.CHECKS
    | checks_of_moving.CHECKS
    | checks_of_finding.CHECKS
    | checks_of_reaching.CHECKS
    | checks_of_catching_up.CHECKS
)


def test_every_command_is_tried() -> None:
    assert set(CHECKS) == set(BY_ID)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", CHECKS)
async def test_a_command_does_what_its_help_says_by_each_of_its_keys(
    name: str, size: tuple[int, int], tmp_path: Path
) -> None:
    async with staged(sample(tmp_path), size=size) as stage:
        for key in BY_ID[name].keys:
            await CHECKS[name](stage, key)


def test_no_key_has_two_commands_in_one_place() -> None:
    for place in ("list", "reader", "problems", "library"):
        keys = [key for c in COMMANDS if {place, "everywhere"}.intersection(c.places) for key in c.keys]
        assert len(keys) == len(set(keys)), place


def test_the_commands_that_change_the_file_stand_together_and_say_so() -> None:
    assert [c.id for c in COMMANDS if c.writes] == [c.id for c in COMMANDS if c.group == "Change"]
    assert {c.id for c in COMMANDS if c.writes} == set(checks_of_changing.CHECKS)


def test_every_command_has_a_title_and_a_sentence_of_help() -> None:
    for command in COMMANDS:
        assert command.title
        assert command.help.endswith(".")
        assert command.shown


async def test_a_key_that_means_nothing_does_nothing() -> None:
    async with staged(size=WIDE) as stage:
        before = stage.lines()[:-1]
        await stage.press("X", "Z", "f5", "delete", "ctrl+a", "space", "ctrl+e", "backspace", "insert")
        assert stage.lines()[:-1] == before
        assert stage.app.return_value is None


async def test_enter_on_a_line_of_the_file_itself_says_that_there_is_no_passage() -> None:
    async with staged(size=WIDE) as stage:
        await stage.press("0", "enter")
        assert stage.view.focus == "brief"
        assert stage.footer().lstrip().startswith("No passage: ")
        await stage.press("j")
        assert "No passage" not in stage.footer()


async def test_a_click_selects_and_a_second_click_on_the_same_item_opens_its_source() -> None:
    async with staged(size=WIDE) as stage:
        quotes = stage.dashboard.lists["quotes"]
        await stage.pilot.click(quotes, offset=(6, 4))
        await stage.turn()
        assert stage.view.focus == "quotes"
        assert isinstance(stage.item, Quote)
        selected = stage.item
        await stage.pilot.click(quotes, offset=(6, 4), times=2)
        await stage.turn()
        assert stage.reader.item is selected
