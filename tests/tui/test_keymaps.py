"""Keys in force: what a keymap says is what a key does, what help shows and what the footer names."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from briefing.commands import COMMANDS, Command
from briefing.settings.entries import Origin
from briefing.settings.folder import config_folder
from briefing.settings.keymap import DEFAULT, SHIPPED, Keymap
from briefing.tui.keys import keymap_of, rebind
from briefing.tui.screens.keys import commands_at
from tests.tui.stage import EVERYTHING, SAMPLE, SIZES, TABS, WIDE, Stage, staged


def _settings(**files: str) -> None:
    """Writes the user's files: `settings` and `keys`."""
    folder = config_folder()
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def _bound(stage: Stage) -> dict[str, set[str]]:
    """Returns the keys of every binding that a key may reach now, by the id of its command."""
    stage.app._bind()
    focused = stage.app.focused
    assert focused is not None
    found: dict[str, set[str]] = {}
    for node in (stage.app, stage.app.screen, *focused.ancestors_with_self):
        for key, bindings in node._bindings.key_to_bindings.items():
            for binding in bindings:
                assert binding.id is not None
                found.setdefault(binding.id, set()).add(key)
    return found


def _in_a_briefing(commands: Iterable[Command]) -> dict[str, set[str]]:
    return {c.id: set(c.keys) for c in commands if c.places != ("library",) and c.keys}


@pytest.mark.parametrize("name", SHIPPED)
async def test_every_command_is_bound_to_all_its_keys_and_to_no_others(name: str) -> None:
    _settings(settings=f"keymap: {name}\n")
    async with staged(size=WIDE) as stage:
        assert stage.app.keymap.name == name
        assert _bound(stage) == _in_a_briefing(stage.app.keymap.commands)
        await stage.press("2", "enter")
        assert _bound(stage) == _in_a_briefing(stage.app.keymap.commands)


@pytest.mark.parametrize("name", SHIPPED)
async def test_the_library_has_its_own_commands_on_their_keys(name: str) -> None:
    _settings(settings=f"keymap: {name}\n")
    async with staged(SAMPLE, EVERYTHING, size=WIDE) as stage:
        commands = [c for c in stage.app.keymap.commands if {"library", "everywhere"}.intersection(c.places)]
        bound = _bound(stage)
        assert {c.id: set(c.keys) for c in commands} == bound


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", SHIPPED)
async def test_help_shows_every_command_with_the_key_in_force(name: str, size: tuple[int, int]) -> None:
    _settings(settings=f"keymap: {name}\n")
    async with staged(size=size) as stage:
        await stage.press("question_mark")
        keys = stage.app.keymap
        found = commands_at(stage.keys.panel.places, "", keys.commands)
        assert found
        assert all(command.shown == keys.shown(command.id) for command in found)
        lines = "".join(span.text for line in stage.keys.panel.lines(400) for span in line)
        assert all(command.shown in lines and command.title in lines for command in found)


async def test_in_vim_ctrl_w_goes_to_the_next_pane_and_ctrl_f_down() -> None:
    _settings(settings="keymap: vim\n")
    async with staged(size=WIDE) as stage:
        await stage.press("1", "ctrl+w")
        assert stage.view.focus == "quotes"
        before = stage.list.window.cursor
        await stage.press("ctrl+f")
        assert stage.list.window.cursor > before
        await stage.press("ctrl+o")
        assert stage.view.focus in ("actors", "quotes")


async def test_in_emacs_n_and_p_move_and_ctrl_g_goes_back() -> None:
    _settings(settings="keymap: emacs\n")
    async with staged(size=WIDE) as stage:
        await stage.press("2", "g")
        first = stage.item
        await stage.press("n", "ctrl+n", "p")
        assert stage.item is not first
        await stage.press("ctrl+p")
        assert stage.item is first
        await stage.press("enter")
        assert stage.view.focus == "reader"
        await stage.press("ctrl+g")
        assert stage.view.focus == "quotes"
        await stage.press("j")
        assert stage.item is first


async def test_a_key_of_ones_own_works_the_old_one_does_nothing_and_the_footer_names_the_new_one() -> None:
    _settings(keys="zoom: Z\nopen: o\naddress: O\n")
    async with staged(size=WIDE) as stage:
        await stage.press("2", "z")
        assert not stage.view.zoomed
        assert stage.footer().lstrip().startswith("o source")
        await stage.press("Z")
        assert stage.view.zoomed
        await stage.press("Z", "enter")
        assert stage.view.focus == "quotes"
        await stage.press("o")
        assert stage.view.focus == "reader"


async def test_a_command_without_a_key_is_not_named_in_the_footer() -> None:
    _settings(keys='open: ""\n')
    async with staged(size=WIDE) as stage:
        await stage.press("2")
        assert "source" not in stage.footer().partition("help")[0]


@pytest.mark.parametrize("size", [WIDE, TABS], ids=str)
async def test_wrong_settings_are_noted_in_the_footer_and_keep_nobody_out(size: tuple[int, int]) -> None:
    _settings(settings="theme: drak\nmouse: maybe\n", keys='quit: ""\nzoom: k\n')
    async with staged(size=size) as stage:
        stage.app._settle()
        await stage.turn()
        assert "Settings: 3 errors, 1 warning" in stage.footer()
        await stage.press("j")
        assert "Settings" not in stage.footer()
        await stage.press("q")
        assert stage.app.return_value == 0


async def test_ctrl_c_leaves_with_the_status_of_an_interrupt() -> None:
    async with staged(size=WIDE) as stage:
        await stage.press("ctrl+c")
        assert stage.app.return_value == 130


async def test_settings_of_drawing_act() -> None:
    _settings(settings="ascii: true\ntimeline: oldest\n")
    async with staged(size=WIDE) as stage:
        assert stage.text().isascii()
        assert stage.dashboard.manner.oldest_first
        rows = [row.value.text for row in stage.dashboard.lists["timeline"].window.rows if row.kind == "item"]
    _unset()
    async with staged(size=WIDE) as stage:
        newest = [row.value.text for row in stage.dashboard.lists["timeline"].window.rows if row.kind == "item"]
        assert rows == newest[::-1]
        assert not stage.text().isascii()


def _unset() -> None:
    (config_folder() / "settings.yaml").unlink()


async def test_the_table_itself_costs_no_rebinding() -> None:
    async with staged(size=WIDE) as stage:
        bindings = stage.app.screen._bindings
        await stage.press("j")
        assert stage.app.screen._bindings is bindings
        assert keymap_of(stage.list) is DEFAULT


async def test_a_binding_that_is_no_command_stays(tmp_path: Path) -> None:
    async with staged(size=WIDE) as stage:
        rows = stage.list
        rows._bindings.bind("f12", "nothing")
        rebind(rows, Keymap("none", COMMANDS, {"zoom": Origin("k", 1)}))
        assert "f12" in rows._bindings.key_to_bindings
