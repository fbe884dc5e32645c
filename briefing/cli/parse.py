"""Words of a command line → a command and its options, by the table of commands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from types import SimpleNamespace

from briefing.cli.command import Command, Option
from briefing.cli.commands import BY_NAME, OPEN


class Options(SimpleNamespace):
    """What was given, under the `attribute` of each option and argument of the command.

    An argument is a `str`, a `list[str]` where there may be many, `None` where it was left out. An option is a `bool`
    (flag), `int` (number), `str` (text) or `list[str]` (list); a number or text that was not given is `None`, a text
    with choices its default.
    """


class UsageError(Exception):
    """The words are not understood. `command` is the one that they were meant for."""

    def __init__(self, sentence: str, command: Command) -> None:
        super().__init__(sentence)
        self.command = command


def parse(words: Sequence[str]) -> tuple[Command, Options]:
    """Returns the command that `words` (the program's name left out) call and its options. Raises `UsageError`.

    When help was asked for, what else is missing or too much does not matter.
    """
    command = BY_NAME.get(words[0], OPEN) if words else OPEN
    rest = words if command is OPEN else words[1:]
    options = Options(**{option.attribute: _empty(option) for option in command.options})
    given: list[str] = []
    try:
        _read(iter(rest), command, options, given)
        _place(given, command, options)
    except UsageError:
        if not _asks_for_help(rest):
            raise
        options.help = True
    return command, options


def nearest(word: str, known: Iterable[str]) -> str:
    """Returns the one of `known` that `word` is probably a slip for, or an empty string."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), "")


def hint(word: str, known: Iterable[str], prefix: str = "") -> str:
    """Returns `; did you mean …?` when a known word is near, an empty string otherwise."""
    meant = nearest(word, known)
    return f"; did you mean {prefix}{meant}?" if meant else ""


def _asks_for_help(words: Sequence[str]) -> bool:
    before = words[: words.index("--")] if "--" in words else words
    return "--help" in before or "-h" in before


def _empty(option: Option) -> object:
    if option.kind == "flag":
        return False
    if option.kind == "list":
        return []
    return (option.default or None) if option.kind == "text" and option.choices() else None


def _read(words: Iterator[str], command: Command, options: Options, given: list[str]) -> None:
    for word in words:
        if word == "--":
            given.extend(words)
        elif word.startswith("--"):
            name, equals, value = word[2:].partition("=")
            option = next((known for known in command.options if known.name == name), None)
            if option is None:
                raise UsageError(
                    f"there is no option --{name}{hint(name, (o.name for o in command.options), '--')}", command
                )
            _set(options, option, value if equals else None, words, command)
        elif word.startswith("-") and word != "-":
            option = next((known for known in command.options if known.short == word[1]), None)
            if option is None:
                raise UsageError(f"there is no option -{word[1]}", command)
            _set(options, option, word[2:] or None, words, command)
        else:
            given.append(word)


def _set(options: Options, option: Option, value: str | None, words: Iterator[str], command: Command) -> None:
    name = f"--{option.name}"
    if option.kind == "flag":
        if value is not None:
            raise UsageError(f"{name} takes no value", command)
        setattr(options, option.attribute, True)
        return
    if value is None:
        value = next(words, None)
    if value is None:
        raise UsageError(f"{name} needs a value: {name} {option.value}", command)
    choices = option.choices() if option.kind == "text" else ()
    if choices and value not in choices:
        raise UsageError(f"{name} takes {_either(choices)}, not '{value}'{hint(value, choices)}", command)
    if option.kind == "list":
        getattr(options, option.attribute).append(value)
    else:
        setattr(options, option.attribute, _number(name, value, command) if option.kind == "number" else value)


def _number(name: str, value: str, command: Command) -> int:
    if not (value.isascii() and value.isdigit() and len(value) <= 6 and int(value) > 0):
        raise UsageError(f"{name} takes a whole number above 0, not '{value}'", command)
    return int(value)


def _either(choices: tuple[str, ...]) -> str:
    return " or ".join(choices) if len(choices) < 3 else f"{', '.join(choices[:-1])} or {choices[-1]}"


def _place(given: list[str], command: Command, options: Options) -> None:
    """Gives the words without a dash to the arguments of the command, in order."""
    for argument in command.arguments:
        taken = given if argument.many else given[:1]
        given = given[len(taken) :]
        if argument.required and not taken and not options.help:
            raise UsageError(f"{command.name} needs a {argument.name}", command)
        setattr(options, argument.attribute, taken if argument.many else next(iter(taken), None))
    if given:
        raise UsageError(f"{command.name} does not know what to do with '{given[0]}'", command)
