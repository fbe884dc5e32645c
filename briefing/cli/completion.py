"""`briefing completion SHELL`: a script that completes commands, options and files, made from the table of commands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from briefing.cli import output
from briefing.cli.command import Argument, Command, Option
from briefing.cli.commands import BY_NAME, COMMANDS, OPEN
from briefing.cli.parse import hint
from briefing.cli.program_commands import CONFIG_PARTS, SHELLS


def run(options: Any) -> int:
    """Prints the script for `options.shell` and returns the exit status."""
    shell: str = options.shell
    make = SCRIPTS.get(shell)
    if make is None:
        sentence = f"no completion for '{shell}', only for {', '.join(SHELLS)}{hint(shell, SHELLS)}"
        return output.misused(sentence, "completion")
    output.data(make())
    return output.FINE


def bash() -> str:
    """Returns a script for bash 3.2 and later; it needs no package for completion."""
    return f"""\
# Completion of briefing for bash.
_briefing() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command="" words="" files=""
    case ${{COMP_WORDS[1]}} in
        {"|".join(BY_NAME)}) [ "$COMP_CWORD" -gt 1 ] && command=${{COMP_WORDS[1]}} ;;
    esac
    case "$command $before" in
{_bash_values()}
    esac
    if [ -z "$words" ]; then
        case $command in
{_bash_words()}
        esac
    fi
    COMPREPLY=($(compgen -W "$words" -- "$word"))
    case $word in -*) files="" ;; esac
    local IFS=$'\n'
    case $files in
        briefing) compopt -o filenames 2>/dev/null
            COMPREPLY+=($(compgen -d -- "$word") $(compgen -f -X '!*.yaml' -- "$word")) ;;
        file) compopt -o filenames 2>/dev/null
            COMPREPLY+=($(compgen -f -- "$word")) ;;
    esac
}}
complete -F _briefing briefing
"""


def _bash_values() -> str:
    """The branches for a value that is being typed after its option."""
    lines = [
        f'        "{command.name} {flag}") words="{" ".join(option.choices())}"; '
        f'[ -n "$words" ] || {{ COMPREPLY=(); return; }} ;;'
        for command in (OPEN, *COMMANDS)
        for option in command.options
        if option.kind != "flag"
        for flag in _flags(option)
    ]
    return "\n".join(lines)


def _bash_words() -> str:
    """The branches for what a command takes."""
    lines = []
    for command in (*COMMANDS, OPEN):
        flags = [flag for option in command.options for flag in _flags(option) if flag.startswith("--")]
        first = '$([ "$COMP_CWORD" -eq 1 ] && echo ' + " ".join(BY_NAME) + ")" if command is OPEN else ""
        words = " ".join(filter(None, [first, *_named(command)]))
        pattern = command.name or "*"
        lines.append(
            f'            {pattern}) case $word in -*) words="{" ".join(flags)}" ;; *) words="{words}" ;; esac; '
            f'files="{_files(command)}" ;;'
        )
    return "\n".join(lines)


def zsh() -> str:
    """Returns a script for zsh, to be put on its `fpath` as `_briefing`."""
    commands = "\n".join(f"        {_quoted(f'{command.name}:{command.summary}')}" for command in COMMANDS)
    branches = "\n".join(
        f"        {command.name}) _arguments -s {' '.join(_zsh_specifications(command))} ;;" for command in COMMANDS
    )
    return f"""\
#compdef briefing
# Completion of briefing for zsh.
_briefing() {{
    local -a commands
    commands=(
{commands}
    )
    if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
        _describe -t commands command commands
        _files -g '*.yaml(-.)'
        return
    fi
    case $words[2] in
        {"|".join(BY_NAME)}) shift words; (( CURRENT-- )) ;;
    esac
    case $words[1] in
{branches}
        *) _arguments -s {" ".join(_zsh_specifications(OPEN))} ;;
    esac
}}
if [ "$funcstack[1]" = _briefing ]; then
    _briefing "$@"
else
    compdef _briefing briefing
fi
"""


def _zsh_specifications(command: Command) -> list[str]:
    found = []
    for option in command.options:
        action = ""
        if option.kind != "flag":
            action = f":{option.value}:({' '.join(option.choices())})" if option.choices() else f":{option.value}:"
        repeat = "*" if option.kind == "list" else ""
        help_text = option.help.replace("[", "(").replace("]", ")").replace(":", " ")
        found += [_quoted(f"{repeat}{flag}[{help_text}]{action}") for flag in _flags(option)]
    for argument in command.arguments:
        words = _words(argument.names)
        action = f"({' '.join(words)})" if words else _ZSH_FILES[argument.names]
        found.append(_quoted(f"{'*' if argument.many else '1'}:{argument.name}:{action}"))
    return found


def fish() -> str:
    """Returns a script for fish 3 and later."""
    lines = ["# Completion of briefing for fish.", "complete -c briefing -f", f"set -l commands {' '.join(BY_NAME)}"]
    nothing_yet = '-n "not __fish_seen_subcommand_from $commands"'
    lines += [
        f"complete -c briefing {nothing_yet} -a {command.name} -d {_quoted(command.summary)}" for command in COMMANDS
    ]
    for command in (OPEN, *COMMANDS):
        when = f'-n "__fish_seen_subcommand_from {command.name}"' if command.name else nothing_yet
        lines += [f"complete -c briefing {when} {_fish_option(option)}" for option in command.options]
        lines += [f"complete -c briefing {when} {_fish_argument(argument)}" for argument in command.arguments]
    return "\n".join(lines) + "\n"


def _fish_argument(argument: Argument) -> str:
    words = _words(argument.names)
    return f"-a {_quoted(' '.join(words))}" if words else _FISH_FILES[argument.names]


def _fish_option(option: Option) -> str:
    parts = [f"-l {option.name}"]
    if option.short:
        parts.append(f"-s {option.short}")
    if option.kind != "flag":
        parts.append("-x")
    if option.choices():
        parts.append(f"-a {_quoted(' '.join(option.choices()))}")
    return " ".join([*parts, f"-d {_quoted(option.help)}"])


SCRIPTS: dict[str, Callable[[], str]] = {"bash": bash, "zsh": zsh, "fish": fish}

_ZSH_FILES = {"file": "_files", "briefing": '_files -g "*.yaml(-.)"'}
_FISH_FILES = {"file": "-F", "briefing": "-k -a '(__fish_complete_suffix .yaml)'"}


def _flags(option: Option) -> list[str]:
    return [f"--{option.name}", *([f"-{option.short}"] if option.short else [])]


def _words(names: str) -> tuple[str, ...]:
    return {"shell": SHELLS, "command": tuple(BY_NAME), "config": CONFIG_PARTS}.get(names, ())


def _named(command: Command) -> list[str]:
    return [word for argument in command.arguments for word in _words(argument.names)]


def _files(command: Command) -> str:
    return next((argument.names for argument in command.arguments if argument.names in ("file", "briefing")), "")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
