"""The program fits the terminal that it is given: pipe, dumb, without colours, with sixteen, without Unicode."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.terminal import ENTER, ESC, SAMPLE, Terminal, environment

_BARE = {"LC_ALL": "POSIX", "LANG": "", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def _piped(*words: str, home: Path, options: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *options, "-m", "briefing", *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        env=environment(home),
        cwd=home,
        timeout=60,
        check=False,
    )


def test_without_a_terminal_the_briefing_is_printed_and_textual_is_never_imported(tmp_path: Path) -> None:
    done = _piped(str(SAMPLE), home=tmp_path, options=("-X", "importtime"))
    assert done.returncode == 0
    assert "Syrian rebels have seized most of Aleppo" in done.stdout
    assert "\x1b" not in done.stdout
    modules = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}
    assert "briefing.cli.main" in modules
    assert not {module for module in modules if module.partition(".")[0] in ("textual", "rich")}


def test_a_dumb_terminal_gets_the_same_text_and_no_escape_sequence(tmp_path: Path) -> None:
    with Terminal(str(SAMPLE), home=tmp_path, env={"TERM": "dumb"}) as terminal:
        assert terminal.ends() == 0
        assert b"\x1b" not in terminal.output
        assert "Dareen Khalifa" in terminal.output.decode()
        assert terminal.restored


@pytest.mark.parametrize("value", ["1", "yes"])
def test_no_color_paints_without_any_colour(tmp_path: Path, value: str) -> None:
    with Terminal(str(SAMPLE), home=tmp_path, env={"NO_COLOR": value}) as terminal:
        terminal.sees("no problems").type("2", "j", "j", ENTER).sees("✓ word for word").type("?").sees(
            "esc closes"
        ).type(ESC, "!", "q")
        assert terminal.ends() == 0
        assert terminal.screen.colours == []


def test_no_color_still_shows_where_one_is_and_what_was_found(tmp_path: Path) -> None:
    with Terminal(str(SAMPLE), home=tmp_path, env={"NO_COLOR": "1"}) as terminal:
        terminal.sees("no problems").type("2", "j", "j", ENTER).sees("✓ word for word")
        marked = [style for line in terminal.screen.cells for _, style in line if style.bold and style.underline]
        assert "theIraniansareweakened" in "".join(terminal.screen.styled(marked[0]).split())


def test_a_terminal_of_sixteen_colours_gets_its_own(tmp_path: Path) -> None:
    with Terminal(str(SAMPLE), home=tmp_path, env={"TERM": "xterm", "COLORTERM": ""}) as terminal:
        terminal.sees("no problems").type("2", ENTER).sees("word for word").type("?").sees("esc closes").type(ESC, "q")
        assert terminal.ends() == 0
        assert terminal.screen.colours
        assert not [colour for colour in terminal.screen.colours if colour.startswith(("38", "48"))]


@pytest.mark.parametrize("words", [("--ascii",), ()], ids=["asked for", "by the locale"])
def test_without_unicode_everything_is_ascii(tmp_path: Path, words: tuple[str, ...]) -> None:
    env = {} if words else _BARE
    with Terminal(*words, str(SAMPLE), home=tmp_path, env=env) as terminal:
        terminal.sees("no problems", "Dareen Khalifa").type("2", "j", "j", ENTER).sees("word for word", "#15 of 37")
        assert re.search(r"> +15  \"They believe", terminal.text)
        footer = terminal.text.splitlines()[-1]
        terminal.type("?").sees("esc closes").type(ESC, "3", "4", "q")
        assert terminal.ends() == 0
        assert terminal.output.isascii()
        assert "? ?" not in footer


def test_a_file_that_can_not_be_read_gives_its_problem_and_no_screen(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xff\xfe\x00")
    with Terminal("a.yaml", home=tmp_path) as terminal:
        assert terminal.ends() == 2
        text = terminal.output.decode()
        assert text.startswith(("a.yaml:1:1: error ", "briefing: "))
        assert "Traceback" not in text
        assert "\x1b" not in text
