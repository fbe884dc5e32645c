"""A completion script knows every command and option, and each shell can read it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from briefing.cli.commands import COMMANDS, OPEN
from briefing.cli.completion import SCRIPTS
from briefing.cli.program_commands import SHELLS


def test_there_is_a_script_for_every_shell_that_is_promised() -> None:
    assert tuple(SCRIPTS) == SHELLS


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_knows_every_command_and_option(shell: str) -> None:
    script = SCRIPTS[shell]()
    dashes = "-l " if shell == "fish" else "--"
    for command in (OPEN, *COMMANDS):
        assert command.name in script
        assert all(f"{dashes}{option.name}" in script for option in command.options)
        assert all(word in script for option in command.options for word in option.choices())


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_can_read_its_script(shell: str, tmp_path: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    script = tmp_path / "script"
    script.write_text(SCRIPTS[shell](), encoding="utf-8")
    done = subprocess.run([shell, "-n", str(script)], capture_output=True, encoding="utf-8", timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (["s"], ["show", "schema", "sub"]),
        (["--a"], ["--ascii"]),
        (["show", ""], ["sub", "b c.yaml", "a.yaml"]),
        (["show", "--w"], ["--width"]),
        (["show", "--format", ""], ["text", "json"]),
        (["show", "-s", "time"], ["timeline"]),
        (["show", "--width", ""], []),
        (["new", "n"], ["notes.txt"]),
        (["completion", "z"], ["zsh"]),
        (["help", "n"], ["new"]),
    ],
)
def test_bash_offers_what_can_stand_there(typed: list[str], offered: list[str], here: Path) -> None:
    (here / "sub").mkdir()
    for name in ("a.yaml", "b c.yaml", "notes.txt"):
        (here / name).touch()
    ask = 'COMP_WORDS=(briefing "$@"); COMP_CWORD=$#; _briefing; printf "%s\\n" "${COMPREPLY[@]}"'
    done = subprocess.run(
        ["bash", "--norc", "-c", f"{SCRIPTS['bash']()}\n{ask}", "bash", *typed],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.stderr == ""
    assert sorted(filter(None, done.stdout.split("\n"))) == sorted(offered)
