"""However the program ends, the terminal works afterwards; and hostile text does not act on it meanwhile."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.e2e.terminal import ENTER, ESC, SAMPLE, Terminal
from tests.e2e.vt import Screen

_SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
_QUERIES = {"?2026$p", "?2048$p", ">25u", "<u", ">1u", "?u"}
"""What textual asks of, or says to, a terminal besides painting: synchronised output, size reports, keys."""

HOSTILE = """\
title: "\\e]0;owned\\a \\e[31mred \\x9b31m \\u202Eevil"
bottom_line: "\\e]52;c;b3duZWQ=\\a \\e[?1049l \\e[2J"
sources: {s: s.txt}
actors:
  a: {name: "\\eP1$r\\e\\\\ \\e_x\\e\\\\", role: "[@click=app.quit]x[/]"}
quotes:
  - a: "[/] \\e[6n \\x90 \\x85"
    src: s#1
timeline:
  - 2024: "\\e]8;;file:///etc/passwd\\e\\\\here"
questions:
  - "\\a\\b\\x7f\\e[5i"
"""


@pytest.mark.parametrize("keys", [("q",), ("2", ENTER, "z", "q"), ("?", ESC, "\x11")], ids=ascii)
def test_leaving_gives_the_terminal_back(tmp_path: Path, keys: tuple[str, ...]) -> None:
    with Terminal(str(SAMPLE), home=tmp_path) as terminal:
        terminal.sees("no problems")
        for key in keys:
            # An overlay that opens or closes takes longer than the moment of quiet after a key on a busy machine.
            terminal.type(key).rest(0.5)
        assert terminal.ends() == 0
        assert terminal.restored


@pytest.mark.parametrize("number", _SIGNALS, ids=lambda number: number.name)
@pytest.mark.parametrize("keys", [(), ("2", ENTER, "?")], ids=ascii)
def test_a_signal_gives_the_terminal_back(tmp_path: Path, number: signal.Signals, keys: tuple[str, ...]) -> None:
    with Terminal(str(SAMPLE), home=tmp_path) as terminal:
        terminal.sees("no problems").type(*keys)
        assert not terminal.restored
        terminal.send_signal(number)
        assert terminal.ends() == 128 + number
        assert terminal.restored


def _beside_painting(screen: Screen) -> tuple[set[str], list[str], list[str]]:
    return set(screen.strings), screen.c1, [sequence for sequence in screen.odd if sequence not in _QUERIES]


def test_hostile_text_adds_no_sequence_to_those_of_any_other_text(tmp_path: Path) -> None:
    (tmp_path / "evil.yaml").write_text(HOSTILE, encoding="utf-8")
    (tmp_path / "s.txt").write_text("[/] \x1b[6n \x1b]0;owned\x07 \x90 \u202egood\n", encoding="utf-8")
    beside = []
    for file in (SAMPLE, tmp_path / "evil.yaml"):
        with Terminal(str(file), home=tmp_path) as terminal:
            terminal.sees("1 Actors").rest()
            terminal.type("1", "2", "3", "!", "0", "4", "2", ENTER, "p", "z", "?").sees("esc closes").type(ESC, "q")
            assert terminal.ends() == 0
            assert terminal.restored
            assert "\u202e" not in terminal.output.decode("utf-8")
            beside.append(_beside_painting(terminal.screen))
    assert beside[0] == beside[1]
    assert beside[1][1:] == ([], [])


def test_hostile_text_is_seen_as_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "evil.yaml").write_text(HOSTILE, encoding="utf-8")
    with Terminal("evil.yaml", home=tmp_path) as terminal:
        terminal.sees("␛]0;owned␇ ␛[31mred �31m �evil", "[@click=app.quit]x[/]")


@pytest.mark.parametrize("name", ["␛", "\x1b]0;owned\x07.yaml"])
def test_the_name_of_a_file_does_not_act_either(tmp_path: Path, name: str) -> None:
    with Terminal(name, home=tmp_path) as terminal:
        assert terminal.ends() == 2
        assert b"\x1b" not in terminal.output
