"""The one table of settings: reader, schema, `briefing config` and the page of settings are made from it.

The defaults themselves stand in `config/settings.yaml`, with their reasons.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Kind = Literal["flag", "choice", "theme", "keymap", "command"]
"""What a setting takes: true or false, one of its `choices`, the name of a theme, the name of a keymap, a command with
`{file}` in it."""

TRUE = ("true", "yes", "on")
FALSE = ("false", "no", "off")


class Settings:
    """The settings in force. What stands here holds only when `config/settings.yaml` itself can't be read."""

    # Not a dataclass: defining one of seven fields takes a millisecond of every start.
    theme: str = "dark"
    keymap: str = "default"
    ascii: bool = False
    plain: bool = False
    mouse: bool = True
    timeline: str = "newest"
    memory: bool = True
    clipboard: str = "auto"
    editor: str = ""

    def __init__(self, values: Mapping[str, str | bool]) -> None:
        """Takes over values that were read, by name."""
        self.__dict__.update(values)


class Setting(NamedTuple):
    """A setting. `name` is that of the attribute of `Settings`."""

    name: str
    kind: Kind
    help: str
    choices: tuple[str, ...] = ()


SETTINGS: tuple[Setting, ...] = (
    Setting("theme", "theme", "Colours: the name of a theme, one of the shipped ones or one of your own."),
    Setting("keymap", "keymap", "Keys: the name of a keymap, one of the shipped ones or one of your own."),
    Setting("ascii", "flag", "Draw with ASCII characters only, as with --ascii."),
    Setting("plain", "flag", "Say the selected item in words on the last line, with the cursor on it; as --plain."),
    Setting("mouse", "flag", "Take clicks and the wheel; false leaves the mouse to the terminal from the start."),
    Setting("timeline", "choice", "Which end of the timeline comes first.", ("newest", "oldest")),
    Setting("memory", "flag", "Remember theme, place and what edits replaced between starts; false keeps nothing."),
    Setting(
        "clipboard",
        "choice",
        "How words are copied: by what works here, a program, tmux, the terminal (OSC 52), or into a file.",
        ("auto", "native", "tmux", "osc52", "file"),
    ),
    Setting("editor", "command", "The editor: a command with {file}, {line}, {column}; empty: $VISUAL, then $EDITOR."),
)

BY_NAME: dict[str, Setting] = {setting.name: setting for setting in SETTINGS}
