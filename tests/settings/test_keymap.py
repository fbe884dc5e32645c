"""Keys: what a file wants is what it gets, nothing is lost without a word, and the way out never."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.commands import BY_ID, COMMANDS, meet
from briefing.data import path
from briefing.settings import keymap
from briefing.settings.codes import CODES
from briefing.settings.entries import read
from briefing.settings.keybuild import build
from briefing.settings.keymap import DEFAULT, NEEDED, SHIPPED, Keymap
from briefing.settings.keynames import NAMES, arrives


def _built(*texts: str) -> Keymap:
    return build("test", [read(text, f"keys{number}.yaml") for number, text in enumerate(texts)])


def _codes(found: Keymap) -> list[tuple[int, int, str]]:
    return [(problem.where.line, problem.where.column, problem.code) for problem in found.problems]


def _doubled(found: Keymap) -> list[tuple[str, str, str]]:
    return [
        (one.id, other.id, key)
        for one, other in combinations(found.commands, 2)
        if meet(one, other)
        for key in set(one.keys) & set(other.keys)
    ]


def test_without_a_file_the_keys_are_those_of_the_table(tmp_path: Path) -> None:
    assert keymap.load("default", tmp_path) is DEFAULT
    assert DEFAULT.commands is COMMANDS
    assert not _doubled(DEFAULT)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_keymap_has_no_problem_and_reaches_every_command(name: str, tmp_path: Path) -> None:
    found = keymap.load(name, tmp_path)
    assert [str(problem) for problem in found.problems] == []
    assert not _doubled(found)
    assert [command.id for command in found.commands if not arrives(command.keys)] == ["suspend", "interrupt"]
    assert all(command.shown for command in found.commands)


def test_the_file_of_the_default_keymap_says_what_the_table_says() -> None:
    file = path("config", "keymaps", "default.yaml")
    found = build("default", [read(file.read_text(encoding="utf-8"), str(file))])
    assert not found.problems
    assert {command.id: command.keys for command in found.commands} == {c.id: c.keys for c in COMMANDS}
    assert set(found.sources) == set(BY_ID)


def test_a_file_changes_the_keys_that_it_names_and_no_others() -> None:
    found = _built('zoom: Z\nhelp: ["?", h, f1]\npane.left: left\n')
    assert not found.problems
    assert found.command("zoom").keys == ("Z", "shift+z")
    assert found.shown("zoom") == "Z"
    assert found.command("help").keys == ("question_mark", "h", "f1")
    assert found.sources["help"] == ("keys0.yaml", 2)
    assert found.command("search").keys == BY_ID["search"].keys
    assert "search" not in found.sources


def test_a_later_file_is_over_an_earlier_one() -> None:
    found = _built("zoom: Z\n", "zoom: v\ntimeline.only: V\n")
    assert found.shown("zoom") == "v"
    assert found.sources["zoom"] == ("keys1.yaml", 1)


def test_a_user_keymap_of_the_same_name_takes_the_place_of_a_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "keymaps").mkdir()
    (tmp_path / "keymaps" / "vim.yaml").write_text("zoom: Z\n")
    (tmp_path / "keys.yaml").write_text("timeline.turn: R\n")
    found = keymap.load("vim", tmp_path)
    assert (found.shown("zoom"), found.shown("timeline.turn"), found.shown("page.down")) == ("Z", "R", "ctrl+d")
    assert keymap.names(tmp_path) == ["default", "vim", "emacs"]


def test_two_commands_may_change_their_keys() -> None:
    found = _built("zoom: t\ntheme.next: z\n")
    assert not found.problems
    assert (found.shown("zoom"), found.shown("theme.next")) == ("t", "z")


def test_an_empty_value_takes_all_keys_away() -> None:
    found = _built('zoom: ""\ntheme.next: []\n')
    assert not found.problems
    assert (found.command("zoom").keys, found.shown("theme.next")) == ((), "")
    assert found.instead("zoom") == ""
    assert found.instead("esc") == "esc"


@pytest.mark.parametrize(
    ("text", "problem", "command", "keys"),
    [
        ("zom: x\n", (1, 1, "unknown"), "zoom", ("z",)),
        ("zoom: gg\n", (1, 7, "key-unknown"), "zoom", ("z",)),
        ("zoom: ctrl+i Z\n", (1, 7, "key-impossible"), "zoom", ("Z", "shift+z")),
        ("zoom: Z  ctrl+c\n", (1, 10, "key-taken"), "zoom", ("Z", "shift+z")),
        ('zoom: "Z ctrl+b"\n', (1, 10, "key-shared"), "zoom", ("Z", "shift+z", "ctrl+b")),
        ("zoom: x\nhelp: f1 x\n", (2, 10, "key-collision"), "help", ("f1",)),
        ("zoom: t\n", (1, 7, "key-moved"), "theme.next", ()),
        ("zoom: k\n", (1, 7, "key-moved"), "move.up", ("up",)),
        ("zoom: esc\n", (1, 7, "key-needed"), "back", ("escape",)),
        ("zoom: esc\n", (1, 7, "key-needed"), "zoom", ("z",)),
        ("zoom: q\n", (1, 7, "key-needed"), "quit", ("q", "ctrl+q")),
        ('quit: ""\n', (1, 1, "key-needed"), "quit", ("q", "ctrl+q")),
        ("quit: ctrl+q\n", (1, 1, "key-needed"), "quit", ("q", "ctrl+q")),
        ("zoom: x\nquit: x ctrl+q\n", (2, 1, "key-needed"), "quit", ("q", "ctrl+q")),
        ("quit: esc ctrl+q\n", (1, 7, "key-needed"), "quit", ("q", "ctrl+q")),
        ("help: {a: b}\n", (1, 7, "shape"), "help", ("question_mark", "f1")),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_the_rest_is_used(
    text: str, problem: tuple[int, int, str], command: str, keys: tuple[str, ...]
) -> None:
    found = _built(text)
    assert problem in _codes(found)
    assert found.command(command).keys == keys
    assert not _doubled(found)


def test_the_nearest_command_is_proposed() -> None:
    (problem,) = _built("timeline.trun: R\n").problems
    assert problem.fix == "write timeline.turn"
    assert problem.excerpt == "timeline.trun: R"


def test_a_key_in_the_library_may_do_something_else_in_a_briefing() -> None:
    assert not _built("library.sort: z\n").problems


_WORDS = st.sampled_from(
    [*NAMES, *"abcdefghijklmnopqrstuvwxyzGNPQ", "ctrl+d", "ctrl+i", "ctrl+c", "ctrl+q", "alt+v", "gg"]
)
_KEYS = st.lists(_WORDS, max_size=3).map(
    lambda words: "[" + ", ".join(f"'{w.replace(chr(39), chr(39) * 2)}'" for w in words) + "]"
)
_FILES = st.dictionaries(st.sampled_from([*NEEDED, *NEEDED, *sorted(BY_ID)]), _KEYS, max_size=12).map(
    lambda keys: "".join(f"{name}: {words}\n" for name, words in keys.items())
)


@given(st.lists(_FILES, max_size=3))
def test_whatever_the_files_say_no_key_is_doubled_and_nobody_is_locked_in(texts: list[str]) -> None:
    found = _built(*texts)
    assert not _doubled(found)
    assert all(arrives(found.command(name).keys) for name in NEEDED)
    assert [command.id for command in found.commands] == [command.id for command in COMMANDS]
    assert all(problem.code in CODES for problem in found.problems)
    for command in found.commands:
        assert len(command.keys) == len(set(command.keys))
        assert bool(command.shown) == bool(command.keys)


@given(_FILES)
def test_a_file_that_is_in_order_gets_exactly_what_it_says(text: str) -> None:
    found = _built(text)
    if not found.problems:
        again = build("again", [read("".join(f"{line}\n" for line in text.splitlines()), "k")])
        assert {c.id: c.keys for c in again.commands} == {c.id: c.keys for c in found.commands}
        assert set(found.sources) == {line.partition(":")[0] for line in text.splitlines()}
