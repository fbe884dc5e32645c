"""The one table of commands and options.

The parser, the help texts, the completion scripts and the page docs/commands.md are all made from it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

Kind = Literal["flag", "text", "number", "list"]
"""What an option takes: nothing; one word; a whole number above 0; a word each time it is given."""

Places = Literal["file", "briefing", "shell", "command"]
"""What an argument names, for completion: any file, a briefing or a folder, one of the shells, one of the commands."""


def _none() -> tuple[str, ...]:
    return ()


def sections() -> tuple[str, ...]:
    """Returns the names that `--section` takes, besides their beginnings."""
    from briefing.export.parts import PARTS

    return tuple(part.name for part in PARTS)


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


SHELLS = ("bash", "zsh", "fish")

_HELP = Option("help", "flag", "show this help", short="h")

OPEN = Command(
    "",
    "open",
    "open the dashboard",
    (Argument("FILE", "a briefing, or a folder with briefings", "briefing", required=False, many=True),),
    (
        Option("ascii", "flag", "draw with ASCII characters only"),
        Option("version", "flag", "print the version"),
        _HELP,
    ),
    "Without FILE it opens the briefings of this folder (*.yaml here and one level below), and where there are none "
    "the sample that comes with the program. Where there is no terminal, as in a pipe, the briefing is printed as "
    "text. A file that is called like a command is opened with its folder: ./show",
    (
        Example("briefing", "look around in the sample, or open this folder's briefings"),
        Example("briefing aleppo.yaml", "open one briefing; ? shows the keys, q leaves"),
        Example("briefing ~/stories", "choose among the briefings of a folder"),
        Example("briefing new strike.yaml", "start a briefing of your own"),
        Example("briefing show aleppo.yaml | less", "read one as plain text"),
    ),
)
"""What runs when no command is named."""

COMMANDS: tuple[Command, ...] = (
    Command(
        "show",
        "show",
        "print a whole briefing as text",
        (Argument("FILE", "the briefing", "briefing"),),
        (
            Option("section", "list", "only this section; may be given several times", "NAME", "s", sections),
            Option(
                "width",
                "number",
                "wrap lines at N characters",
                "N",
                "w",
                default="the terminal's, 80 at most; 72 in a pipe",
            ),
            Option("format", "text", "how to print it", "FORMAT", "f", lambda: ("text", "json"), "text"),
            _HELP,
        ),
        "Prints everything in the file in reading order, without colours, for pipes, mail and screen readers. "
        "Problems in the file go to stderr; what could be read is printed all the same.",
        (
            Example("briefing show aleppo.yaml", "the whole briefing"),
            Example("briefing show aleppo.yaml --section quotes", "only the key quotes"),
            Example("briefing show aleppo.yaml --width 72 > mail.txt", "wrapped for a mail"),
            Example("briefing show aleppo.yaml --format json | jq -r '.questions[].question'", "for scripts"),
        ),
    ),
    Command(
        "new",
        "new",
        "start a briefing: a small valid file with comments that teach",
        (Argument("FILE", "the file to write; .yaml is added where it is missing, - prints instead", "file"),),
        (
            Option("title", "text", "the news in one line", "TEXT", "t", default="made from the file's name"),
            _HELP,
        ),
        "Writes one file and nothing else; an existing file is never overwritten.",
        (
            Example("briefing new harbour-strike.yaml", "a file with the title Harbour strike"),
            Example('briefing new strike.yaml --title "Dockers walk out"', "with a title of your own"),
            Example("briefing new - | less", "only look"),
        ),
    ),
    Command(
        "schema",
        "schema",
        "print the JSON Schema of the format, for editors",
        (),
        (_HELP,),
        "JSON Schema draft-07. An editor with a YAML language server then completes and explains the fields: keep the "
        "schema beside your briefings and begin them with the line\n"
        "# yaml-language-server: $schema=briefing.schema.json",
        (Example("briefing schema > briefing.schema.json", "keep it beside your briefings"),),
    ),
    Command(
        "completion",
        "completion",
        "print the completion script of a shell",
        (Argument("SHELL", "bash, zsh or fish", "shell"),),
        (_HELP,),
        examples=(
            Example("briefing completion bash > ~/.local/share/bash-completion/completions/briefing", "for bash"),
            Example('briefing completion zsh > "${fpath[1]}/_briefing"', "for zsh"),
            Example("briefing completion fish > ~/.config/fish/completions/briefing.fish", "for fish"),
        ),
    ),
    Command(
        "help",
        "help",
        "explain a command",
        (Argument("COMMAND", "the command to explain", "command", required=False),),
        (_HELP,),
        examples=(Example("briefing help show", "what show can do"),),
    ),
)

BY_NAME = {command.name: command for command in COMMANDS}
