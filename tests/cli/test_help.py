"""Help teaches, and everything that is said about the commands comes from the one table."""

from __future__ import annotations

import shlex
from importlib import import_module

import pytest

from briefing.cli import help as help_
from briefing.cli.command import Command
from briefing.cli.commands import COMMANDS, OPEN
from briefing.cli.parse import parse
from briefing.text import cells
from tools.docs import PAGES, ROOT

ALL = [pytest.param(command, id=command.name or "briefing") for command in (OPEN, *COMMANDS)]


@pytest.mark.parametrize("command", ALL)
def test_every_command_has_examples_and_all_its_options_in_its_help(command: Command) -> None:
    text = help_.of_command(command)
    assert "examples" in text
    assert all(example.line in text for example in command.examples)
    assert all(f"--{option.name}" in text for option in command.options)
    assert all(argument.name in text for argument in command.arguments)


@pytest.mark.parametrize("command", ALL)
def test_help_fits_a_terminal_of_80_columns(command: Command) -> None:
    too_long = [line for line in help_.of_command(command).splitlines() if cells(line) > 79]
    assert [line for line in too_long if line.strip() not in {example.line for example in command.examples}] == []


@pytest.mark.parametrize("command", ALL)
def test_every_example_is_understood_by_the_parser(command: Command) -> None:
    for example in command.examples:
        words = shlex.split(example.line.partition("|")[0].partition(">")[0])
        assert words[0] == "briefing"
        parse(words[1:])


@pytest.mark.parametrize("command", ALL)
def test_every_command_has_a_module(command: Command) -> None:
    module = import_module(f"briefing.cli.{command.module}")
    assert callable(getattr(module, "run" if command.name else "open_briefings"))


def test_the_help_of_the_program_names_every_command() -> None:
    text = help_.of_program()
    assert all(f"  {command.name}" in text and command.summary.split()[0] in text for command in COMMANDS)


def test_no_option_is_called_like_another_of_its_command() -> None:
    for command in (OPEN, *COMMANDS):
        names = [option.name for option in command.options] + [o.short for o in command.options if o.short]
        assert len(names) == len(set(names))


@pytest.mark.parametrize("name", PAGES)
def test_the_generated_pages_are_those_that_make_docs_writes(name: str) -> None:
    assert (ROOT / name).read_text(encoding="utf-8") == PAGES[name](), "run make docs"
