"""The way to the clipboard: which is taken where, what the terminal is sent, and what the reader is told."""

from __future__ import annotations

import base64
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.tui.clipboard import FILE, Way, copy, osc52, plain, run, ways

LOCAL = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0", "TERM": "xterm-256color"}
TERMINAL = [Way("osc52", "OSC 52")]


def everything(name: str) -> str | None:
    return f"/usr/bin/{name}"


def nothing(name: str) -> str | None:
    return None


class Tool:
    """Stands for the programs that take a text; notes what it was given."""

    def __init__(self, *working: str) -> None:
        self.working = working
        self.fed: list[tuple[list[str], bytes]] = []

    def __call__(self, argv: list[str], data: bytes) -> bool:
        self.fed.append((argv, data))
        return argv[0].rsplit("/", 1)[-1] in self.working


def names(found: list[Way]) -> list[str]:
    return [way.name for way in found]


@pytest.mark.parametrize(
    ("environ", "platform", "expected"),
    [
        (LOCAL, "linux", ["wl-copy", "xclip", "xsel", "OSC 52"]),
        ({"DISPLAY": ":0"}, "linux", ["xclip", "xsel", "OSC 52"]),
        ({}, "linux", ["OSC 52"]),
        ({}, "darwin", ["pbcopy", "OSC 52"]),
        ({**LOCAL, "SSH_CONNECTION": "a 1 b 2"}, "linux", ["OSC 52"]),
        ({"SSH_TTY": "/dev/pts/1"}, "darwin", ["OSC 52"]),
        ({"SSH_CONNECTION": "a 1 b 2", "TMUX": "/tmp/tmux,1,0"}, "linux", ["tmux", "OSC 52"]),
        ({**LOCAL, "TMUX": "/tmp/tmux,1,0"}, "linux", ["wl-copy", "xclip", "xsel", "tmux", "OSC 52"]),
        ({"TERM": "linux"}, "linux", []),
    ],
    ids=str,
)
def test_a_tool_of_the_desktop_comes_first_and_none_over_ssh(
    environ: dict[str, str], platform: str, expected: list[str]
) -> None:
    assert names(ways(environ, platform, everything)) == expected


def test_a_tool_that_is_not_installed_is_not_tried() -> None:
    assert names(ways({**LOCAL, "TMUX": "x"}, "linux", nothing)) == ["OSC 52"]


def test_a_reader_may_choose_the_way() -> None:
    environ = {**LOCAL, "TMUX": "x"}
    assert names(ways(environ, "linux", everything, "osc52")) == ["OSC 52"]
    assert names(ways(environ, "linux", everything, "tmux")) == ["tmux"]
    assert ways(environ, "linux", everything, "file") == []


def test_the_first_tool_that_works_is_named() -> None:
    tool = Tool("xsel")
    found = copy("words", ways(LOCAL, "linux", everything), LOCAL, tool, None)
    assert found == (True, "(xsel)", "")
    assert [argv[0] for argv, _ in tool.fed] == ["/usr/bin/wl-copy", "/usr/bin/xclip", "/usr/bin/xsel"]
    assert {data for _, data in tool.fed} == {b"words"}


def test_tmux_is_asked_to_pass_it_on_and_holds_it_itself() -> None:
    tool = Tool("tmux")
    found = copy("words", ways({"TMUX": "x"}, "linux", everything), {"TMUX": "x"}, tool, None)
    assert "tmux" in found.words
    assert "may refuse" in found.words
    assert found.sequence == ""
    assert tool.fed == [(["/usr/bin/tmux", "load-buffer", "-w", "-"], b"words")]


def test_the_terminal_is_asked_where_nothing_else_is_and_the_message_says_that_it_may_refuse() -> None:
    found = copy("“words”", TERMINAL, {}, Tool(), None)
    assert found.words == "(OSC 52; your terminal may refuse it)"
    assert found.sequence == f"\x1b]52;c;{base64.b64encode('“words”'.encode()).decode()}\x07"


@given(st.text(max_size=300))
def test_what_the_terminal_is_sent_is_the_text_whatever_stands_in_it(text: str) -> None:
    sequence = copy(text, TERMINAL, {}, Tool(), None).sequence
    assert sequence.startswith("\x1b]52;c;")
    assert base64.b64decode(sequence[7:-1], validate=True).decode() == plain(text).encode("utf-8", "replace").decode()


def test_under_tmux_the_sequence_is_wrapped_for_the_terminal_behind_it() -> None:
    assert osc52(b"a", {"TMUX": "x"}) == "\x1bPtmux;\x1b\x1b]52;c;YQ==\x07\x1b\\"


def test_under_screen_it_is_sent_in_pieces_that_screen_passes_on() -> None:
    pieces = osc52(b"a" * 1000, {"STY": "1.pts"}).removesuffix("\x1b\\").split("\x1b\\")
    assert all(piece.startswith("\x1bP") and len(piece) < 256 for piece in pieces)
    assert "".join(piece.removeprefix("\x1bP") for piece in pieces) == osc52(b"a" * 1000, {})


def test_what_is_too_long_for_terminals_goes_into_a_file_for_its_owner(tmp_path: Path) -> None:
    found = copy("é" * 40_000, TERMINAL, {}, Tool(), tmp_path / "briefing")
    path = tmp_path / "briefing" / FILE
    assert found == (True, f"to {path}", "")
    assert path.read_text(encoding="utf-8") == "é" * 40_000
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_without_a_clipboard_and_without_a_file_the_message_says_so(tmp_path: Path) -> None:
    assert copy("a", [], {}, Tool(), None) == (False, "no clipboard takes it", "")
    (tmp_path / "file").touch()
    found = copy("a", [], {}, Tool(), tmp_path / "file" / "briefing")
    assert not found.taken
    assert found.words.startswith("no clipboard takes it, and no file: ")


@given(st.text(max_size=80))
def test_a_copied_text_holds_no_control_characters_but_line_feeds(text: str) -> None:
    found = plain(text)
    assert all(character == "\n" or character >= " " for character in found)
    assert not set(found) & set("\x7f\x85\x9b\u202e\u2028\t")


def test_line_ends_are_line_feeds() -> None:
    assert plain("a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_a_tool_gets_the_words_on_its_input_and_no_shell(tmp_path: Path) -> None:
    target = tmp_path / "taken"
    script = f"import sys; open({str(target)!r}, 'wb').write(sys.stdin.buffer.read())"
    assert run([sys.executable, "-c", script], b"$(id); `id`")
    assert target.read_bytes() == b"$(id); `id`"


@pytest.mark.parametrize(
    "argv",
    [
        ["/nowhere/wl-copy"],
        [sys.executable, "-c", "raise SystemExit(1)"],
        [sys.executable, "-c", "import time; time.sleep(9)"],
    ],
    ids=["absent", "failing", "hanging"],
)
def test_a_tool_that_is_absent_fails_or_hangs_did_not_take_it(argv: list[str]) -> None:
    assert not run(argv, b"words")
