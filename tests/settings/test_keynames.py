"""Names of keys: what people write, what textual calls it, and what a terminal really sends."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser

from briefing.commands import COMMANDS
from briefing.settings.codes import CODES
from briefing.settings.keynames import Key, KeyProblem, arrives, is_alias, read, shown, spelled

SENT = {
    "enter": "\r", "tab": "\t", "space": " ", "esc": "\x1b", "backspace": "\x7f", "shift+tab": "\x1b[Z",
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
    "pageup": "\x1b[5~", "pagedown": "\x1b[6~", "insert": "\x1b[2~", "delete": "\x1b[3~", "f1": "\x1bOP",
    "f5": "\x1b[15~", "f12": "\x1b[24~", "ctrl+right": "\x1b[1;5C", "alt+left": "\x1b[1;3D", "shift+up": "\x1b[1;2A",
    "ctrl+pagedown": "\x1b[6;5~", "ctrl+d": "\x04", "ctrl+o": "\x0f", "alt+v": "\x1bv", "alt+V": "\x1bV",
}  # fmt: skip
"""Keys as people write them, and the bytes that xterm sends for them."""
SENT |= {sign: sign for sign in string.printable[:94]}


def _received(data: str) -> list[str]:
    parser = XTermParser(debug=False)
    tokens = [*parser.feed(data), *parser.feed("")]
    return [token.key for token in tokens if isinstance(token, events.Key)]


def _names(word: str) -> tuple[str, ...]:
    key = read(word)
    assert isinstance(key, Key), key
    return key.names


def _refused(word: str) -> KeyProblem:
    problem = read(word)
    assert isinstance(problem, KeyProblem), problem
    return problem


@pytest.mark.parametrize("word", SENT)
def test_a_key_is_known_by_the_name_that_arrives_when_it_is_pressed(word: str) -> None:
    assert _received(SENT[word]) == [_names(word)[0]]


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("escape", "escape"),
        ("Esc", "escape"),
        ("PgDn", "pagedown"),
        ("↓", "down"),
        ("question_mark", "question_mark"),
        ("Ctrl+D", "ctrl+d"),
        ("é", "é"),
        ("+", "plus"),
    ],
)
def test_other_names_of_a_key_mean_the_same(word: str, name: str) -> None:
    assert _names(word)[0] == name


def test_a_capital_letter_is_both_things_that_terminals_send_for_it() -> None:
    assert _names("G") == _names("shift+g") == ("G", "shift+g")


@pytest.mark.parametrize(
    ("word", "code", "fix"),
    [
        ("ctrl+i", "key-impossible", "write tab"),
        ("ctrl+m", "key-impossible", "write enter"),
        ("ctrl+h", "key-impossible", "write backspace"),
        ("ctrl+[", "key-impossible", "write esc"),
        ("ctrl+c", "key-taken", "use another key"),
        ("ctrl+z", "key-taken", "use another key"),
        ("ctrl+1", "key-impossible", ""),
        ("ctrl+shift+a", "key-impossible", ""),
        ("shift+enter", "key-impossible", ""),
        ("alt+?", "key-impossible", ""),
        ("shift+1", "key-impossible", ""),
        ("gg", "key-unknown", ""),
        ("super+a", "key-unknown", ""),
        ("control+t", "key-unknown", "write ctrl+t"),
        ("entr", "key-unknown", "write enter"),
        ("ctrl+", "key-unknown", ""),
        ("", "key-unknown", ""),
        ("f13", "key-unknown", "write f1"),
    ],
)
def test_a_key_that_does_not_arrive_is_refused_with_what_to_write(word: str, code: str, fix: str) -> None:
    problem = _refused(word)
    assert problem.code == code
    assert fix in problem.fix
    assert problem.message


@pytest.mark.parametrize("word", ["ctrl+b", "ctrl+a", "ctrl+s", "ctrl+q"])
def test_a_key_that_something_else_may_take_is_warned_of_and_works(word: str) -> None:
    key = read(word)
    assert isinstance(key, Key)
    assert key.problem is not None
    assert key.problem.code == "key-shared"
    assert not arrives(key.names)
    assert arrives((*key.names, "x"))


@given(st.text(max_size=12) | st.lists(st.sampled_from(["ctrl", "alt", "shift", "a", "Z", "+", "tab"])).map("+".join))
def test_any_text_is_a_key_or_a_problem(word: str) -> None:
    key = read(word)
    problem = key if isinstance(key, KeyProblem) else key.problem
    assert problem is None or problem.code in CODES
    if isinstance(key, Key):
        assert key.names
        assert _names(spelled(key.names[0])) == key.names


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (("escape",), "esc"),
        (("down", "j"), "↓ j"),
        (("G", "shift+g", "end"), "G"),
        (("ctrl+d", "pagedown"), "ctrl+d"),
        (("question_mark", "f1"), "?"),
        (("shift+tab",), "shift+tab"),
        ((), ""),
    ],
)
def test_the_first_key_is_shown_and_after_an_arrow_the_second_too(keys: tuple[str, ...], words: str) -> None:
    assert shown(keys) == words


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_the_table_shows_its_keys_as_any_keymap_does_and_can_be_written_by_people(command: object) -> None:
    from briefing.commands import Command

    assert isinstance(command, Command)
    assert shown(command.keys) == command.shown
    for key in command.keys:
        if key not in ("ctrl+c", "ctrl+z") and not is_alias(key):
            assert key in _names(spelled(key))
