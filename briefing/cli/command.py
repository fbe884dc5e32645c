"""What a command line is made of: commands, their arguments and their options."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

Kind = Literal["flag", "text", "number", "list"]
"""What an option takes: nothing; one word; a whole number above 0; a word each time it is given."""

Places = Literal["file", "briefing", "shell", "command", "config"]
"""What an argument names, for completion: any file, a briefing or a folder, one of the shells, one of the commands, a
part of `briefing config`."""


def _none() -> tuple[str, ...]:
    return ()


class Option(NamedTuple):
    """`--name`, or `--name VALUE` where `value` says what to call the value in help. `attribute` of the options read
    is the name with `_` for `-`. The parser holds a text to its `choices`; those of a list are for help and completion,
    and the command judges them. `default` tells people what holds without the option; only a text with choices has it
    as its value."""

    name: str
    kind: Kind
    help: str
    value: str = ""
    short: str = ""
    choices: Callable[[], tuple[str, ...]] = _none
    default: str = ""

    @property
    def attribute(self) -> str:
        return self.name.replace("-", "_")


class Argument(NamedTuple):
    """A word without a dash. `attribute` is its name in lower case; with `many` it is a list."""

    name: str
    help: str
    names: Places
    required: bool = True
    many: bool = False

    @property
    def attribute(self) -> str:
        return self.name.lower()


class Example(NamedTuple):
    """A line to type and what it does."""

    line: str
    does: str


class Command(NamedTuple):
    """One command. Its module in `briefing.cli` has `run(options) -> int`, which returns the exit status."""

    name: str
    module: str
    summary: str
    arguments: tuple[Argument, ...] = ()
    options: tuple[Option, ...] = ()
    about: str = ""
    examples: tuple[Example, ...] = ()


HELP = Option("help", "flag", "show this help", short="h")
