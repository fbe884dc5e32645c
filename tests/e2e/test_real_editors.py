"""Real editors at real places: a mark that is typed there must land where the item begins.

vim and nano are tried where they are. Others, and those that are missing, are installed from Debian's archive when
`BRIEFING_INSTALL_EDITORS=1` and we are root on a machine with apt-get; the tests are skipped else, with the reason.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from briefing.tui.editors import Around, Spot, argv, choose
from tests.e2e.terminal import BARE_ESC, IN_CONTROL, Terminal
from tests.e2e.test_editors import PLACES, TEXT, line_and_before

MARK = "@"


class Real(NamedTuple):
    """An editor: its command without anybody's settings, the package that has it, and the keys that type the mark, save
    and leave. `line_only`: it can't be told a column."""

    command: str
    package: str
    keys: tuple[str, ...]
    line_only: bool = False

    @property
    def name(self) -> str:
        """The program."""
        return self.command.split()[0]


VIM = Real("vim -u NONE -N -n -i NONE", "vim", ("i", MARK, BARE_ESC, ":wq\r"))
NANO = Real("nano -I", "nano", (MARK, "\x0f", "\r", "\x18"))
OTHERS = (
    Real("nvim -u NONE -n -i NONE", "neovim", VIM.keys),
    Real("vim.tiny -u NONE -N -n -i NONE", "vim-tiny", VIM.keys, line_only=True),
    Real("emacs -nw -Q", "emacs-nox", (MARK, "\x18\x13", "\x18\x03")),
    Real("kak -n", "kakoune", ("i", MARK, BARE_ESC, ":wq\r")),
    Real("micro", "micro", (MARK, "\x13", "\x11")),
    Real("mg", "mg", (MARK, "\x18\x13", "\x18\x03"), line_only=True),
    Real("joe", "joe", (MARK, "\x0bx"), line_only=True),
)
_ASKED_FOR = "BRIEFING_INSTALL_EDITORS"


@cache
def _missing(real: Real) -> str:
    """Returns why an editor is not there; nothing when it is, or has just been installed."""
    if shutil.which(real.name):
        return ""
    if not os.environ.get(_ASKED_FOR):
        return f"{real.name} is not installed; {_ASKED_FOR}=1 installs {real.package} on Debian, as root"
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return f"{real.name} is not installed, and only root with apt-get can install it here"
    command = ["apt-get", "install", "--yes", "--no-install-recommends", real.package]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=300)
    if done.returncode == 0 and shutil.which(real.name):
        return ""
    return f"{real.package} can't be installed: {done.stderr.strip()[-200:]}"


def need(real: Real) -> None:
    """Skips the test where an editor is not there and can't be installed."""
    why = _missing(real)
    if why:
        pytest.skip(why)


def marked_at(before: str, after: str) -> int:
    """Returns the offset of the mark in `after`. Raises `AssertionError` when anything else changed."""
    at = next((at for at, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]), len(before))
    assert after == before[:at] + MARK + before[at:], "more than the mark changed"
    return at


def _type_mark(real: Real, file: Path, spot: Spot, home: Path) -> None:
    around = Around("", {"EDITOR": real.command}, "linux", shutil.which, os.path.realpath)
    with Terminal(home=home, program=(*IN_CONTROL, *argv(choose(around), file, spot))) as terminal:
        terminal.sees("wide apart").rest(0.2)
        terminal.type(*real.keys)
        terminal.ends()


@pytest.mark.parametrize("real", [VIM, NANO], ids=lambda real: real.name)
def test_e_leads_to_the_item_in_a_real_editor_and_back(real: Real, tmp_path: Path) -> None:
    need(real)
    file = tmp_path / "story.yaml"
    for keys, words in ((("1", "j"), "bob: Bob"), (("3", "G"), "2024-01-01: second")):
        file.write_text(TEXT, encoding="utf-8")
        with Terminal(str(file), home=tmp_path, env={"EDITOR": real.command}) as terminal:
            terminal.sees("1 Actors 4").type(*keys, "e").sees("watching: Wide").rest(0.2)
            terminal.type(*real.keys).sees("1 Actors").type("q")
            assert terminal.ends() == 0
            assert terminal.restored
        assert marked_at(TEXT, file.read_text(encoding="utf-8")) == TEXT.index(words)


@pytest.mark.parametrize("real", [VIM, NANO, *OTHERS], ids=lambda real: real.name)
def test_a_real_editor_finds_every_place(real: Real, tmp_path: Path) -> None:
    need(real)
    text = TEXT + "# wide apart\n"
    for number, (_, _, words) in enumerate(PLACES):
        file = tmp_path / f"-x {number} 'é:1.yaml"
        file.write_text(text, encoding="utf-8")
        line, before = line_and_before(text, words)
        _type_mark(real, file, Spot(line, before), tmp_path)
        found = marked_at(text, file.read_text(encoding="utf-8"))
        if real.line_only:
            assert text.count("\n", 0, found) + 1 == line
        else:
            assert found == text.index(words), f"{words} is at {text.index(words)}"
