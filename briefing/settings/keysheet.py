"""Keys as a file has them: `config/keymaps/default.yaml`, made from the table of commands, and any keymap."""

from __future__ import annotations

from briefing.commands import COMMANDS, Command
from briefing.document.lines import is_plain, quoted
from briefing.settings.keynames import is_alias, spelled

_HEAD = """\
# Every command with its keys, as they are when nothing else is said. Made by `make docs` from briefing/commands.py.
#
# To change some, write their lines into ~/.config/briefing/keys.yaml: a line there replaces the line here. Several keys
# have blanks between them, the first one is shown; signs such as ? and ! stand in quotes; "" takes all keys away, but
# back, help and quit keep one. `briefing keys` shows what is in force, `briefing keys --check` what is wrong.
"""


def line(command: Command) -> str:
    """Returns the entry of a command: `move.down: down j`."""
    words = " ".join(spelled(key) for key in command.keys if not is_alias(key))
    return f"{command.id}: {words if words and is_plain(words) else quoted(words)}"


def page() -> str:
    """Returns the text of `config/keymaps/default.yaml`."""
    lines = [_HEAD.rstrip("\n")]
    width = max(len(line(command)) for command in COMMANDS) + 2
    for group in dict.fromkeys(command.group for command in COMMANDS):
        lines.append("")
        members = [command for command in COMMANDS if command.group == group]
        lines += [f"{line(command):<{width}}# {command.title}" for command in members]
    return "\n".join(lines) + "\n"
