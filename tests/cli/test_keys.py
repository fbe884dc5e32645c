"""`briefing keys`: the keys in force, as a file of keys, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.cli.main import main
from briefing.commands import BY_ID, COMMANDS
from briefing.settings.entries import read
from briefing.settings.folder import config_folder
from briefing.settings.keybuild import build
from briefing.settings.keymap import SHIPPED


def run(*words: str) -> int:
    def no_dashboard(*_: object, **__: object) -> int:
        raise AssertionError("the dashboard was opened")

    return main(["keys", *words], no_dashboard)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the user's settings, empty."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    config_folder().mkdir()
    return config_folder()


@pytest.mark.parametrize("name", SHIPPED)
def test_what_it_prints_is_a_file_of_keys_that_says_the_same(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--keymap", name) == 0
    printed, err = capsys.readouterr()
    assert not err
    found = build("again", [read(printed, "keys.yaml")])
    assert not found.problems
    assert set(found.sources) == set(BY_ID)
    (folder / "keys.yaml").write_text(printed)
    assert run() == 0
    entries = [line.partition(" #")[0] for line in capsys.readouterr().out.splitlines()]
    assert entries == [line.partition(" #")[0] for line in printed.splitlines()]


def test_each_line_says_what_the_command_does_and_where_its_keys_come_from(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "settings.yaml").write_text("keymap: emacs\n")
    (folder / "keys.yaml").write_text("# mine\nzoom: Z\n")
    assert run() == 0
    lines = {line.partition(":")[0]: line for line in capsys.readouterr().out.splitlines()}
    assert list(lines) == [command.id for command in COMMANDS]
    assert lines["zoom"].endswith(f"{folder}/keys.yaml:2")
    assert "/keymaps/emacs.yaml:" in lines["back"]
    assert lines["open"].endswith("default")
    assert BY_ID["zoom"].title in lines["zoom"]


def test_check_prints_only_what_is_wrong(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--check") == 0
    assert capsys.readouterr() == ("", "No problems in the keys in force.\n")
    (folder / "keys.yaml").write_text("zoom: ctrl+i\nhelp: X\nsearch: X\n")
    assert run("--check") == 1
    out, err = capsys.readouterr()
    assert f"{folder}/keys.yaml:1:7: error key-impossible ctrl+i is tab to a terminal" in out
    assert "3:9: error key-collision X is the key of help already, in line 2; search does not get it" in out
    assert err == "2 errors in the keys in force.\n"


def test_an_unknown_keymap_is_refused_with_the_nearest(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--keymap", "emasc") == 2
    assert "only default, vim, emacs; did you mean emacs?" in capsys.readouterr().err
