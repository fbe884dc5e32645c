"""Words of a command line become a command and its options."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.cli.commands import BY_NAME, COMMANDS, OPEN
from briefing.cli.parse import UsageError, parse


def test_no_words_open_what_is_at_hand() -> None:
    command, options = parse([])
    assert command is OPEN
    assert (options.file, options.ascii, options.version, options.help) == ([], False, False, False)


def test_a_word_that_is_no_command_is_a_file_to_open() -> None:
    command, options = parse(["a.yaml", "--ascii", "b"])
    assert command is OPEN
    assert options.file == ["a.yaml", "b"]
    assert options.ascii


def test_show_has_what_its_module_asks_for_when_nothing_is_said() -> None:
    command, options = parse(["show", "a.yaml"])
    assert command.name == "show"
    assert (options.file, options.section, options.width, options.format) == ("a.yaml", [], None, "text")


@pytest.mark.parametrize(
    "words",
    [
        ["show", "a.yaml", "--width", "72"],
        ["show", "--width=72", "a.yaml"],
        ["show", "-w", "72", "a.yaml"],
        ["show", "-w72", "a.yaml"],
        ["show", "--width", "90", "--width", "72", "--", "a.yaml"],
    ],
)
def test_an_option_may_be_written_in_every_usual_way(words: list[str]) -> None:
    _, options = parse(words)
    assert (options.file, options.width) == ("a.yaml", 72)


def test_a_list_option_collects_what_it_is_given_in_order() -> None:
    _, options = parse(["show", "a.yaml", "--section", "quotes", "-s", "actors"])
    assert options.section == ["quotes", "actors"]


def test_after_two_dashes_nothing_is_an_option() -> None:
    _, options = parse(["show", "--", "--width"])
    assert options.file == "--width"


def test_a_single_dash_is_an_argument() -> None:
    _, options = parse(["new", "-"])
    assert options.file == "-"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["show"], "show needs a FILE"),
        (["show", "a", "b"], "show does not know what to do with 'b'"),
        (["show", "a", "--widht", "3"], "there is no option --widht; did you mean --width?"),
        (["show", "a", "-x"], "there is no option -x"),
        (["show", "a", "--width"], "--width needs a value: --width N"),
        (["show", "a", "--width", "wide"], "--width takes a whole number above 0, not 'wide'"),
        (["show", "a", "--width", "0"], "--width takes a whole number above 0, not '0'"),
        (["show", "a", "--width=-3"], "--width takes a whole number above 0, not '-3'"),
        (["show", "a", "--width", "９"], "--width takes a whole number above 0, not '９'"),
        (["show", "a", "--format", "jsno"], "--format takes text or json, not 'jsno'; did you mean json?"),
        (["--ascii=yes"], "--ascii takes no value"),
    ],
)
def test_what_is_not_understood_is_said_in_one_sentence(words: list[str], sentence: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse(words)
    assert str(caught.value) == sentence


@pytest.mark.parametrize("words", [["show", "--help"], ["show", "a", "b", "-h"], ["show", "--nonsense", "--help"]])
def test_asking_for_help_beats_every_mistake(words: list[str]) -> None:
    command, options = parse(words)
    assert command.name == "show"
    assert options.help


def test_help_after_two_dashes_is_a_file_name() -> None:
    command, options = parse(["show", "--", "--help"])
    assert (command.name, options.file, options.help) == ("show", "--help", False)


@given(st.lists(st.one_of(st.sampled_from([*BY_NAME, "--help", "--width", "-w", "--section=", "--", "-"]), st.text())))
def test_any_words_give_a_command_or_one_sentence(words: list[str]) -> None:
    try:
        command, _ = parse(words)
    except UsageError as error:
        command = error.command
    assert command is OPEN or command in COMMANDS
