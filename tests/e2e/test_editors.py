"""The file in an editor and back: the right place, the terminal lent whole and whole on return."""

from __future__ import annotations

import os
import signal
import sys
import termios
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.spy import Spy
from tests.e2e.terminal import ENTER, ESC, IN_CONTROL, SAMPLE, Terminal
from tests.e2e.vt import ALTERNATE, CURSOR, MOUSE, PASTE, Screen

TEXT = """\
# A comment: with a colon, and - a dash
title: T   # "quoted"
actors: {ann: {name: "字字\t字", role: é}, bob: Bob, cyd: {name: "é 👩 C"}, dee: D}
quotes:
  # - ann: commented out

  - ann: |
      Words of a block
      - bob: that look like an item

    topic: x
  - bob: "Behind the block"
timeline: [{2024-01-02: "字幕 first"}, {2024-01-01: second}]
questions:

  - { open: "Flow 字", note: x }
  -   watching: Wide apart
"""
PLACES = [
    ("actor behind wide characters and a tab", ("1", "j"), "bob: Bob"),
    ("actor behind a combining mark and an emoji", ("1", "G"), "dee: D"),
    ("quote behind a comment", ("2", "g"), "ann: |"),
    ("quote behind a block", ("2", "G"), 'bob: "Behind'),
    ("event behind wide characters", ("3", "G"), "2024-01-01: second"),
    ("question in a flow map", ("4", "g"), 'open: "Flow'),
    ("question that is wide apart", ("4", "G"), "watching: Wide"),
]
"""What it is, the keys that select it, and the words that it begins with in the file."""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A file with items in every hand style."""
    file = tmp_path / "story.yaml"
    file.write_text(TEXT, encoding="utf-8")
    return file


def line_and_before(text: str, words: str) -> tuple[int, str]:
    """Returns the number of the line on which `words` begin, and what stands before them on it."""
    at = text.index(words)
    return text.count("\n", 0, at) + 1, text[text.rfind("\n", 0, at) + 1 : at]


def _called(spy: Spy, times: int = 1) -> Callable[[Screen], bool]:
    return lambda _: len(spy.notes()) == times


def test_every_kind_of_place_is_opened_at_its_line_and_column_in_one_session(tmp_path: Path, story: Path) -> None:
    spy = Spy(tmp_path, "hx", "vim")
    text = story.read_text(encoding="utf-8")
    with Terminal(str(story), home=tmp_path, env=spy.env("vim")) as terminal:
        terminal.sees("1 Actors 4").rest()
        for number, (_, keys, words) in enumerate(PLACES, 1):
            terminal.type(*keys, "e").until(_called(spy, number), "the spy").rest()
            line, before = line_and_before(text, words)
            assert spy.notes()[-1]["argv"][1:] == [f"+call cursor({line},{len(before.encode()) + 1})", str(story)]
        terminal.sees("1 Actors 4").type("q")
        assert terminal.ends() == 0
        assert terminal.restored


def test_the_reader_the_problems_and_the_sections_are_places_too(tmp_path: Path) -> None:
    spy = Spy(tmp_path, "hx")
    (tmp_path / "s.txt").write_text("One.\n\nWords of Ann.\n", encoding="utf-8")
    text = (
        "title: T\nsources: {s: s.txt}\nactors: {a: A}\nquotes:\n  - a: Words of Ann\n    src: s#2\n"
        "questions:\n  - opne: Is it?\n  - open: No\n    tpoic: x\n"
    )
    file = tmp_path / "story.yaml"
    file.write_text(text, encoding="utf-8")
    places = [
        (("2", ENTER, "e"), "a: Words"),
        ((ESC, "E"), "quotes:"),
        (("4", "G", "E"), "questions:"),
        (("!", "G", "e"), "tpoic"),
        (("E",), "opne"),
        (("0", "g", "E"), "title"),
        (("5", "e"), ""),
        (("5", "E"), ""),
    ]
    with Terminal(str(file), home=tmp_path, env=spy.env("hx")) as terminal:
        terminal.sees("2 Key quotes 1", "2 problems").rest()
        for number, (keys, words) in enumerate(places, 1):
            terminal.type(*keys).until(_called(spy, number), f"the spy for {words}").rest()
            line, before = line_and_before(text, words) if words else (text.count("\n") + 1, "")
            assert spy.notes()[-1]["argv"][1:] == [f"{file}:{line}:{len(before) + 1}"], words


def _modes(terminal: Terminal) -> dict[int, bool]:
    return {mode: terminal.screen.modes.get(mode, False) for mode in (ALTERNATE, CURSOR, *MOUSE, PASTE, 7, 1004)}


def test_the_terminal_is_lent_whole_and_taken_back_whole(tmp_path: Path) -> None:
    spy = Spy(tmp_path, "nano")
    with Terminal(str(SAMPLE), home=tmp_path, env=spy.env("nano", "wait")) as terminal:
        terminal.sees("no problems").rest()
        modes, lines = _modes(terminal), termios.tcgetattr(terminal.slave)
        for _ in range(2):
            terminal.type("2", "j", "e").sees("the spy waits").rest()
            assert terminal.restored
            spy.go()
            terminal.until(lambda screen: screen.modes[ALTERNATE], "the dashboard").sees("1 Actors").rest()
            assert _modes(terminal) == modes
            assert termios.tcgetattr(terminal.slave) == lines
            assert terminal.screen.odd.count(">25u") - terminal.screen.odd.count("<u") == 1
            spy.halt()
        note = spy.notes()[-1]
        assert (note["terminals"], note["cooked"], note["size"]) == ([0, 1, 2], True, [120, 40])
        terminal.type("?").sees("Everywhere").type(ESC, "q")
        assert terminal.ends() == 0
        assert terminal.restored


def test_a_resize_while_the_terminal_is_lent_is_taken_over_at_once(tmp_path: Path) -> None:
    spy = Spy(tmp_path, "nano")
    with Terminal(str(SAMPLE), home=tmp_path, env=spy.env("nano", "wait")) as terminal:
        terminal.sees("no problems").type("e").sees("the spy waits")
        terminal.resize(80, 24)
        spy.go()
        terminal.until(lambda screen: "? help" in screen.lines()[23], "the footer in line 24").rest()
        assert all(len(line) <= 80 for line in terminal.screen.lines())
        assert terminal.screen.lines()[0].startswith(" Syrian rebels have seized most of Aleppo")


@pytest.mark.parametrize(
    ("do", "says"), [("fail", "nano ended with status 3"), ("mess die", "nano was ended by SIGKILL")]
)
def test_an_editor_that_fails_is_told_in_a_sentence_and_leaves_nothing_behind(
    tmp_path: Path, do: str, says: str
) -> None:
    spy = Spy(tmp_path, "nano")
    with Terminal(str(SAMPLE), home=tmp_path, env=spy.env("nano", do)) as terminal:
        terminal.sees("no problems").rest()
        modes, lines = _modes(terminal), termios.tcgetattr(terminal.slave)
        terminal.type("e").sees(says).rest()
        assert _modes(terminal) == modes
        assert termios.tcgetattr(terminal.slave) == lines
        terminal.type("q")
        assert terminal.ends() == 0
        assert terminal.restored


def test_an_editor_that_leaves_a_mess_and_ends_well_leaves_a_whole_terminal(tmp_path: Path) -> None:
    spy = Spy(tmp_path, "nano")
    with Terminal(str(SAMPLE), home=tmp_path, env=spy.env("nano", "mess")) as terminal:
        terminal.sees("no problems").type("e").until(_called(spy), "the spy").sees("1 Actors").rest()
        terminal.type("j", "q")
        assert terminal.ends() == 0
        assert terminal.restored


def test_the_cursor_of_plain_mode_is_there_again(tmp_path: Path) -> None:
    spy = Spy(tmp_path, "nano")
    with Terminal("--plain", str(SAMPLE), home=tmp_path, env=spy.env("nano")) as terminal:
        terminal.sees("1 Actors").until(lambda screen: screen.modes.get(CURSOR, False), "the cursor").rest()
        terminal.type("e").until(_called(spy), "the spy").sees("1 Actors").rest()
        assert terminal.screen.modes[CURSOR]


def test_what_the_editor_saved_is_shown_on_return_with_the_same_item_selected(tmp_path: Path, story: Path) -> None:
    spy = Spy(tmp_path, "kak")
    line, before = line_and_before(TEXT, 'bob: "Behind')
    with Terminal(str(story), home=tmp_path, env=spy.env("kak", "insert add")) as terminal:
        terminal.sees("1 Actors 4").rest()
        for number in range(2):
            terminal.type("2", *"G" * (not number), "e").until(_called(spy, number + 1), "the spy").sees("1 Actors 4")
            assert spy.notes()[-1]["argv"][1] == f"+{line + number}:{len(before) + 1}"
        terminal.type("0").sees("added", "by the editor").type(ESC)
        story.write_text(story.read_text().replace("Behind the block", "From elsewhere"), encoding="utf-8")
        terminal.sees("From elsewhere").type("q")
        assert terminal.ends() == 0
        assert terminal.restored


def test_a_file_that_the_editor_broke_leads_back_to_what_is_wrong(tmp_path: Path, story: Path) -> None:
    spy = Spy(tmp_path, "kak")
    with Terminal(str(story), home=tmp_path, env=spy.env("kak", "break")) as terminal:
        terminal.sees("1 Actors 4").type("2", "e").sees("can't be read", "you see the last good version", "“Behind")
        terminal.type("e").until(_called(spy, 2), "the spy")
        line = int(spy.notes()[-1]["argv"][1].partition(":")[0])
        assert line > TEXT.count("\n")


def test_a_window_of_its_own_is_not_waited_for_and_outlives_the_program(tmp_path: Path) -> None:
    spy = Spy(tmp_path, "code")
    with Terminal(str(SAMPLE), home=tmp_path, env=spy.env("code --wait", "wait")) as terminal:
        terminal.sees("no problems").type("2", "e").until(_called(spy), "the spy")
        assert terminal.screen.modes[ALTERNATE]
        terminal.type("j", "q")
        assert terminal.ends() == 0
        note = spy.notes()[0]
        assert note["terminals"] == []
        assert note["argv"][1] == "--goto"
        os.kill(note["pid"], 0)
        spy.go()


def test_without_a_usable_editor_the_place_is_shown_and_copied(tmp_path: Path) -> None:
    with Terminal(str(SAMPLE), home=tmp_path, env={"EDITOR": "no-such-editor"}) as terminal:
        terminal.sees("no problems").type("2", "e")
        terminal.sees("No program no-such-editor ($EDITOR): aleppo.yaml:", " copied (OSC 52")
        terminal.type("q")
        assert terminal.ends() == 0
        assert terminal.restored


def test_a_file_with_any_name_reaches_the_editor_as_one_word(tmp_path: Path) -> None:
    spy = Spy(tmp_path, "vim")
    name = "-x y'\"$(id)`{line}\n%#é.yaml"
    (tmp_path / name).write_text("title: T\n", encoding="utf-8")
    with Terminal(f"./{name}", home=tmp_path, env=spy.env("vim -N")) as terminal:
        terminal.sees("1 Actors").type("e").until(_called(spy), "the spy")
    assert spy.notes()[0]["argv"][1:] == ["-N", "+call cursor(2,1)", str(tmp_path / name)]


def test_a_signal_to_end_waits_until_the_terminal_is_ours_again(tmp_path: Path) -> None:
    spy = Spy(tmp_path, "nano")
    with Terminal(str(SAMPLE), home=tmp_path, env=spy.env("nano", "wait")) as terminal:
        terminal.sees("no problems").type("e").sees("the spy waits").send_signal(signal.SIGTERM).rest()
        assert terminal.process.poll() is None
        spy.go()
        assert terminal.ends() == 128 + signal.SIGTERM
        assert terminal.restored


_SHELL = (*IN_CONTROL, "bash", "--norc", "--noprofile", "-i")


@pytest.mark.parametrize("do", ["wait", "stop wait"], ids=["by the key", "only itself"])
def test_stopping_the_editor_leads_to_the_shell_and_fg_back_to_it(tmp_path: Path, do: str) -> None:
    spy = Spy(tmp_path, "nano")
    command = f"{sys.executable} -m briefing {SAMPLE}\r"
    with Terminal(home=tmp_path, env=spy.env("nano", do, PS1="ready> "), program=_SHELL) as terminal:
        terminal.sees("ready>").type(command).sees("no problems").type("e")
        if do == "wait":
            terminal.sees("the spy waits").type("\x1a")
        terminal.sees("Stopped").type("fg\r").sees("the spy waits")
        spy.go()
        terminal.until(lambda screen: screen.modes[ALTERNATE], "the dashboard").sees("1 Actors").type("q")
        terminal.sees("ready>").type("exit\r")
        terminal.ends()


def test_the_interrupt_key_is_the_editors(tmp_path: Path) -> None:
    spy = Spy(tmp_path, "nano")
    command = f"{sys.executable} -m briefing {SAMPLE}\r"
    with Terminal(home=tmp_path, env=spy.env("nano", "wait", PS1="ready> "), program=_SHELL) as terminal:
        terminal.sees("ready>").type(command).sees("no problems").type("e").sees("the spy waits").type("\x03")
        terminal.sees("nano was ended by SIGINT").type("q")
        terminal.sees("ready>").type("exit\r")
        terminal.ends()


def test_an_editor_that_stops_itself_without_a_shell_goes_on(tmp_path: Path, story: Path) -> None:
    spy = Spy(tmp_path, "nano")
    with Terminal(str(story), home=tmp_path, env=spy.env("nano", "stop")) as terminal:
        terminal.sees("1 Actors 4").type("e").until(_called(spy), "the spy").sees("1 Actors")
