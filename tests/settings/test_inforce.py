"""What is in force: the shipped settings, the user's over them, whatever state their files are in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.data import path
from briefing.settings.codes import CODES
from briefing.settings.entries import read
from briefing.settings.folder import config_folder
from briefing.settings.inforce import InForce, choices, load
from briefing.settings.keymap import DEFAULT
from briefing.settings.table import SETTINGS, Settings


def _with(folder: Path, text: str) -> InForce:
    (folder / "settings.yaml").write_text(text, encoding="utf-8")
    return load(folder)


def _values(settings: Settings) -> dict[str, str | bool]:
    return {setting.name: getattr(settings, setting.name) for setting in SETTINGS}


def test_without_files_the_shipped_settings_are_in_force(tmp_path: Path) -> None:
    found = load(tmp_path / "none")
    assert _values(found.settings) == _values(Settings({}))
    assert found.keymap is DEFAULT
    assert found.theme.name == "dark"
    assert not found.problems
    assert all(found.is_default(setting.name) for setting in SETTINGS)


def test_the_shipped_file_has_every_setting_with_a_comment_and_nothing_else() -> None:
    text = path("config", "settings.yaml").read_text(encoding="utf-8")
    page = read(text, "settings.yaml")
    assert not page.problems
    assert [entry.name.text for entry in page.entries] == [setting.name for setting in SETTINGS]
    lines = text.splitlines()
    assert all(lines[page.line(entry.name) - 2].startswith("# ") for entry in page.entries)


def test_a_line_of_the_user_replaces_one_and_is_known_by_its_place(tmp_path: Path) -> None:
    found = _with(tmp_path, "# mine\ntheme: light\nmouse: off\n")
    assert (found.settings.theme, found.settings.mouse, found.settings.keymap) == ("light", False, "default")
    assert found.origins["mouse"] == (str(tmp_path / "settings.yaml"), 3)
    assert not found.is_default("theme")
    assert found.theme.name == "light"


@pytest.mark.parametrize(
    ("line", "column", "code", "fix"),
    [
        ("mosue: off", 1, "unknown", "write mouse"),
        ("mouse: maybe", 8, "value", "write true or false"),
        ("theme: drak", 8, "value", "write dark"),
        ("theme: ../../etc/passwd", 8, "value", "write dark, light"),
        ('theme: ""', 8, "value", "write dark, light"),
        ("keymap: wim", 9, "value", "write vim"),
        ("timeline: sideways", 11, "value", "write newest, oldest"),
        ("theme: [dark]", 1, "value", ""),
        ("theme: {a: b}", 8, "shape", ""),
    ],
)
def test_a_wrong_line_is_told_and_costs_only_itself(
    line: str, column: int, code: str, fix: str, tmp_path: Path
) -> None:
    found = _with(tmp_path, f"ascii: yes\n{line}\n")
    (problem,) = found.problems
    assert (problem.where, problem.code) == ((2, column), code)
    assert problem.fix.startswith(fix)
    assert problem.path == str(tmp_path / "settings.yaml")
    assert found.settings.ascii
    assert (found.theme.name, found.settings.theme) == ("dark", "dark")


def test_problems_of_keys_and_theme_come_along(tmp_path: Path) -> None:
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "mine.yaml").write_text('bg: "#000000"\n')
    (tmp_path / "keys.yaml").write_text("zoom: gg\n")
    found = _with(tmp_path, "theme: mine\nfoo: bar\n")
    assert [problem.code for problem in found.problems] == ["unknown", "key-unknown", "missing"]
    assert found.theme.name == "mine"


def test_own_themes_and_keymaps_can_be_chosen(tmp_path: Path) -> None:
    for kind in ("themes", "keymaps"):
        (tmp_path / kind).mkdir()
        (tmp_path / kind / "mine.yaml").write_text("", encoding="utf-8")
        (tmp_path / kind / ".hidden.yaml").write_text("", encoding="utf-8")
    found = {setting.name: choices(setting, tmp_path) for setting in SETTINGS}
    assert found["theme"] == ["dark", "light", "contrast", "safe", "terminal", "mine"]
    assert found["keymap"] == ["default", "vim", "emacs", "mine"]
    assert found["mouse"] == ["true", "false"]


@pytest.mark.parametrize("name", ["settings.yaml", "keys.yaml", "themes/mine.yaml", "keymaps/mine.yaml"])
@pytest.mark.parametrize("kind", ["folder", "pipe", "latin", "dangling"])
def test_a_file_that_cannot_be_read_keeps_nothing_from_starting(name: str, kind: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    if kind == "folder":
        file.mkdir()
    elif kind == "pipe":
        os.mkfifo(file)
    elif kind == "latin":
        file.write_bytes("theme: caf\xe9\n".encode("latin-1"))
    else:
        file.symlink_to(tmp_path / "nowhere")
    if name != "settings.yaml":
        _with(tmp_path, "theme: mine\n" if "themes" in name else "keymap: mine\n")
    found = load(tmp_path)
    assert found.theme.tokens
    assert found.keymap.commands
    if kind == "latin":
        assert found.problems


@given(st.binary(max_size=120))
def test_any_bytes_in_any_file_leave_something_in_force(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("config")
    for name in ("settings.yaml", "keys.yaml"):
        (folder / name).write_bytes(data)
    found = load(folder)
    assert found.keymap.shown("quit")
    assert set(found.theme.tokens)
    assert all(problem.code in CODES or problem.code in ("not-utf-8", "utf-16") for problem in found.problems)


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"XDG_CONFIG_HOME": "/x", "HOME": "/h"}, "/x/briefing"),
        ({"XDG_CONFIG_HOME": "", "HOME": "/h"}, "/h/.config/briefing"),
        ({"XDG_CONFIG_HOME": "relative", "HOME": "/h"}, "/h/.config/briefing"),
        ({"HOME": "/h"}, "/h/.config/briefing"),
    ],
)
def test_the_folder_is_that_of_the_standard(environment: dict[str, str], folder: str) -> None:
    assert config_folder(environment) == Path(folder)
