"""`briefing config`: what is in force and from where, what is wrong, and schemas for editors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from briefing.cli.main import main
from briefing.commands import COMMANDS
from briefing.data import path
from briefing.settings.folder import config_folder
from briefing.settings.schema import KINDS, schema
from briefing.settings.table import SETTINGS
from briefing.settings.themes import SHIPPED


def run(*words: str) -> int:
    def no_dashboard(*_: object, **__: object) -> int:
        raise AssertionError("the dashboard was opened")

    return main(["config", *words], no_dashboard)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the user's settings, empty."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    found = config_folder()
    (found / "themes").mkdir(parents=True)
    (found / "keymaps").mkdir()
    return found


def test_it_shows_every_setting_and_where_it_comes_from_as_a_settings_file(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "settings.yaml").write_text("\ntheme: light\nmouse: no\n")
    assert run() == 0
    out, err = capsys.readouterr()
    lines = dict(line.split(":", 1) for line in out.splitlines())
    assert list(lines) == [setting.name for setting in SETTINGS]
    assert lines["theme"].split() == ["light", "#", f"{folder}/settings.yaml:2"]
    assert lines["mouse"].split() == ["false", "#", f"{folder}/settings.yaml:3"]
    assert lines["keymap"].split() == ["default", "#", "default"]
    assert not err
    (folder / "settings.yaml").write_text(out)
    assert run("show") == 0


def test_the_path_is_one_line_of_data_whether_or_not_it_is_there(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("path") == 0
    assert capsys.readouterr() == (f"{folder}\n", "")


def test_check_says_what_is_wrong_in_all_files_whether_or_not_they_are_in_force(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "settings.yaml").write_text("theme: drak\n")
    (folder / "keys.yaml").write_text("zoom: gg\n")
    (folder / "themes" / "mine.yaml").write_text("bg: beige\n")
    (folder / "keymaps" / "mine.yaml").write_text("zom: x\n")
    assert run("check") == 1
    out, err = capsys.readouterr()
    for line in (
        f"{folder}/settings.yaml:1:8: error value there is no theme drak",
        f"{folder}/keys.yaml:1:7: error key-unknown",
        f"{folder}/themes/mine.yaml:1:5: error value bg needs a colour",
        f"{folder}/keymaps/mine.yaml:1:1: error unknown there is no command zom",
        "  fix: write zoom",
    ):
        assert line in out
    assert err.endswith(f"in 4 files of {folder}.\n")


def test_check_says_so_when_all_is_well_and_a_warning_is_no_failure(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check") == 0
    assert capsys.readouterr() == ("", f"No problems in 0 files of {folder}.\n")
    (folder / "keys.yaml").write_text('zoom: "Z ctrl+b"\n')
    assert run("check") == 0
    out, err = capsys.readouterr()
    assert "warning key-shared" in out
    assert err == f"1 warning in 1 file of {folder}.\n"


def test_show_uses_what_is_right_and_has_the_status_of_what_is_wrong(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "settings.yaml").write_text("theme: drak\nascii: on\n")
    assert run("show") == 1
    out, err = capsys.readouterr()
    assert "ascii: true" in out
    assert "theme: dark" in out
    assert err == "1 error; briefing config check says more.\n"


def test_a_slip_gets_the_word_that_was_meant(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("chek") == 2
    assert "did you mean check?" in capsys.readouterr().err


def _schema_of(kind: str, capsys: pytest.CaptureFixture[str]) -> Any:
    assert run("schema", "--of", kind) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_valid_and_takes_what_is_shipped(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    printed = _schema_of(kind, capsys)
    assert printed == json.loads(json.dumps(schema(kind)))
    Draft7Validator.check_schema(printed)
    files = {
        "settings": [path("config", "settings.yaml")],
        "keys": sorted(path("config", "keymaps").glob("*.yaml")),
        "theme": sorted(path("config", "themes").glob("*.yaml")),
    }[kind]
    assert files
    for file in files:
        # Keys that are digits are numbers to YAML, and words to the program.
        loaded = yaml.load(file.read_text(encoding="utf-8"), yaml.SafeLoader)
        loaded = {
            name: str(value) if isinstance(value, int) and kind == "keys" else value for name, value in loaded.items()
        }
        Draft7Validator(printed).validate(loaded)
    assert not Draft7Validator(printed).is_valid({"nought": "x"})


def test_the_schemas_know_every_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert set(_schema_of("settings", capsys)["properties"]) == {setting.name for setting in SETTINGS}
    assert set(_schema_of("keys", capsys)["properties"]) == {command.id for command in COMMANDS}
    assert len(_schema_of("theme", capsys)["properties"]) == 23


def test_every_shipped_theme_has_its_file() -> None:
    assert {file.stem for file in path("config", "themes").glob("*.yaml")} == set(SHIPPED)


def test_no_escape_sequence_of_a_settings_file_reaches_the_terminal(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "settings.yaml").write_text('theme: "\\e]0;x\\a"\n"\\e[31m": x\nmouse: \x1b[2J\n')
    (folder / "keys.yaml").write_text('zoom: "\\e[31m"\n"\\e[0m": \u202e\n')
    assert run("check") == 1
    assert run("show") == 1
    out, err = capsys.readouterr()
    assert not {"\x1b", "\x07", "\u202e"} & set(out + err)
