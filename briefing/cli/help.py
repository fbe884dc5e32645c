"""The help texts, and the page docs/commands.md, both made from the table of commands."""

from __future__ import annotations

from textwrap import wrap
from typing import Any

from briefing.cli import output
from briefing.cli.command import Argument, Command, Option
from briefing.cli.commands import BY_NAME, COMMANDS, OPEN
from briefing.cli.parse import hint

_WIDTH = 79
_INDENT = 2
_COLUMN = 26
"""Where explanations begin; a longer term has its explanation on the next line."""

STATUS = "0 fine, 1 the file has errors, 2 not understood or not readable, 130 interrupted"


def run(options: Any) -> int:
    """Explains the command named in `options.command`, or the program."""
    name: str | None = options.command
    if name is None:
        output.data(of_program())
        return output.FINE
    command = BY_NAME.get(name)
    if command is None:
        return output.misused(f"there is no command '{name}'{hint(name, BY_NAME)}")
    output.data(of_command(command))
    return output.FINE


def of_program() -> str:
    """Returns what `briefing --help` prints."""
    parts = [
        "briefing: living news briefings in plain YAML",
        "\n".join((f"usage: {usage(OPEN)}", "       briefing COMMAND ...")),
        _prose(OPEN.about),
        _list("commands", [(_called(command), command.summary) for command in COMMANDS]),
        _list("options", [(_term(option), option.help) for option in OPEN.options]),
        _examples(OPEN),
        "\n".join(wrap(f"Exit status: {STATUS}.", _WIDTH)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def of_command(command: Command) -> str:
    """Returns what `briefing COMMAND --help` prints; for `OPEN` that of the program."""
    if command is OPEN:
        return of_program()
    parts = [
        f"briefing {command.name}: {command.summary}",
        f"usage: {usage(command)}",
        _prose(command.about),
        _list("arguments", [(argument.name, argument.help) for argument in command.arguments]),
        _list("options", [(_term(option), explained(option)) for option in command.options]),
        _examples(command),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def usage(command: Command) -> str:
    """Returns the command as it is typed: `briefing show FILE [OPTIONS]`."""
    options = [] if command.options == OPEN.options[-1:] else ["[OPTIONS]"]
    return " ".join(["briefing", _called(command), *options]).replace("  ", " ")


def explained(option: Option) -> str:
    """Returns what the option does, with its choices and what holds without it."""
    choices = option.choices()
    said = f": {', '.join(choices)}" if choices else ""
    default = f" (otherwise {option.default})" if option.default else ""
    return f"{option.help}{said}{default}"


def page() -> str:
    """Returns docs/commands.md."""
    parts = [
        "<!-- Made by `make docs` from briefing/cli/commands.py; change it there. -->",
        "# Commands",
        f"stdout is data, stderr is narration, and the exit status is an interface: {STATUS}.",
        "## briefing",
        *_body(OPEN),
    ]
    for command in COMMANDS:
        parts += [
            f"## briefing {command.name}",
            f"{command.summary[:1].upper()}{command.summary[1:]}.",
            *_body(command),
        ]
    return "\n\n".join(parts) + "\n"


def _body(command: Command) -> list[str]:
    terms = [(f"`{argument.name}`", argument.help) for argument in command.arguments]
    terms += [(f"`{_term(option)}`", explained(option)) for option in command.options]
    rows = "\n".join(f"| {term} | {said} |" for term, said in terms)
    examples = "\n".join(f"{example.line:<{_longest(command)}}  # {example.does}" for example in command.examples)
    about = [f"    {line}" if line.startswith("#") else line for line in command.about.split("\n") if line]
    return [f"    {usage(command)}", *about, f"| | |\n|---|---|\n{rows}", f"```sh\n{examples}\n```"]


def _longest(command: Command) -> int:
    return max(len(example.line) for example in command.examples)


def _called(command: Command) -> str:
    return " ".join([command.name, *(_shape(argument) for argument in command.arguments)]).strip()


def _shape(argument: Argument) -> str:
    name = f"{argument.name}..." if argument.many else argument.name
    return name if argument.required else f"[{name}]"


def _term(option: Option) -> str:
    short = f"-{option.short}, " if option.short else ""
    return f"{short}--{option.name}{f' {option.value}' if option.value else ''}"


def _prose(text: str) -> str:
    return "\n".join(line for paragraph in text.split("\n") for line in wrap(paragraph, _WIDTH, break_on_hyphens=False))


def _list(title: str, entries: list[tuple[str, str]]) -> str:
    if not entries:
        return ""
    lines = [title]
    for term, said in entries:
        first, *rest = wrap(said, _WIDTH - _COLUMN, break_on_hyphens=False)
        begin = f"{' ' * _INDENT}{term}"
        if len(begin) > _COLUMN - 2:
            lines.append(begin)
            begin = ""
        lines.append(f"{begin:<{_COLUMN}}{first}")
        lines += [f"{' ' * _COLUMN}{line}" for line in rest]
    return "\n".join(lines)


def _examples(command: Command) -> str:
    if not command.examples:
        return ""
    lines = ["examples"]
    for example in command.examples:
        lines += [f"{' ' * _INDENT}{example.line}", f"{' ' * _INDENT * 3}{example.does}"]
    return "\n".join(lines)
