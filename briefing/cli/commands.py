"""The one table of commands and options.

The parser, the help texts, the completion scripts and the page docs/commands.md are all made from it.
"""

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
CONFIG_PARTS = ("show", "path", "check", "schema")
"""What `briefing config` does."""
SCHEMAS = ("settings", "keys", "theme")
"""The kinds of files that `briefing config schema` describes."""

_HELP = Option("help", "flag", "show this help", short="h")

OPEN = Command(
    "",
    "open",
    "open the dashboard",
    (Argument("FILE", "a briefing, or a folder with briefings", "briefing", required=False, many=True),),
    (
        Option("ascii", "flag", "draw with ASCII characters only"),
        Option("plain", "flag", "say the selected item in words on the last line, with the cursor on it"),
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
        "derive",
        "derive",
        "make a draft briefing from an article",
        (Argument("ARTICLE", "an article as text, Markdown or HTML; - reads standard input", "file", many=True),),
        (
            Option(
                "output",
                "text",
                "the .yaml file or the folder to write to; never over a file",
                "PATH",
                "o",
                default="stdout",
            ),
            Option("published", "text", "the day of publication", "DATE", "p", default="the one that the text prints"),
            Option("source", "text", "the short name of the source", "SLUG", "s", default="made from the file's name"),
            Option("title", "text", "the title", "TEXT", "t", default="the headline"),
            Option("url", "text", "the address of the article", "URL"),
            Option("publisher", "text", "who published it", "NAME"),
            Option("explain", "flag", "say on stderr why each item was proposed"),
            Option("format", "text", "how to print it", "FORMAT", "f", lambda: ("yaml", "json"), "yaml"),
            _HELP,
        ),
        "Reads who, who said what, when, how many and what is open out of an English news text, offline, by rules. "
        "Every item names its paragraph and is marked draft: true; deleting that line accepts it. With -o the text of "
        "the article is kept beside the draft, under sources.",
        (
            Example("briefing derive article.txt", "look at the draft"),
            Example("briefing derive article.txt -o strike.yaml", "write it, and the text beside it"),
            Example("briefing derive *.html -o drafts", "many articles into a folder"),
            Example("briefing derive article.txt --published 2024-11-30", "so that “on Friday” gets a date"),
            Example("briefing derive article.txt --explain > draft.yaml", "with the reason for each item"),
        ),
    ),
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
        "kept",
        "kept",
        "list the texts that edits have replaced, and get one back",
        (Argument("FILE", "the briefing; it need not be there any more", "briefing"),),
        (
            Option("number", "number", "print text N of the list, 1 being the newest", "N", "n"),
            Option("output", "text", "write it to a file, byte for byte; never over a file", "PATH", "o"),
            _HELP,
        ),
        "Before the dashboard saves an edit, it keeps the text that is replaced for a week, under the state folder, "
        "for you only. The briefing itself is not touched.",
        (
            Example("briefing kept aleppo.yaml", "what is kept, the newest first"),
            Example("briefing kept aleppo.yaml -n 3 | diff - aleppo.yaml", "what has changed since then"),
            Example("briefing kept aleppo.yaml -n 3 -o before.yaml", "get it back, under another name"),
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
        "config",
        "config",
        "show and check the settings in force",
        (Argument("WHAT", f"{', '.join(CONFIG_PARTS)}; otherwise show", "config", required=False),),
        (
            Option("of", "text", "which files the schema is of", "KIND", choices=lambda: SCHEMAS, default="settings"),
            _HELP,
        ),
        "show prints every setting in force and the file and line that it comes from, path the folder of your own "
        "settings, check what is wrong in any of your files, schema a JSON Schema for editors. A wrong line never "
        "keeps the program from starting: what is right is used.",
        (
            Example("briefing config", "what is in force, and from where"),
            Example("briefing config check", "what is wrong in your settings, keys and themes"),
            Example("briefing config path", "the folder for settings.yaml, keys.yaml, keymaps and themes"),
            Example("briefing config schema --of keys > keys.schema.json", "for an editor"),
        ),
    ),
    Command(
        "keys",
        "keys",
        "show the keys in force",
        (),
        (
            Option("check", "flag", "print only what is wrong with them"),
            Option("keymap", "text", "another keymap than the one in force", "NAME"),
            _HELP,
        ),
        "Prints every command with its keys and where they come from, in the form of a file of keys.",
        (
            Example("briefing keys", "all commands and their keys"),
            Example("briefing keys --keymap emacs", "as they would be with another keymap"),
            Example("briefing keys --check", "unknown, impossible and doubled keys, with line and column"),
        ),
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
