"""The keys in force: those of the table of commands, a keymap over them, and the user's own over both."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from briefing import data
from briefing.commands import BY_ID, COMMANDS, Command
from briefing.document.store import Unreadable
from briefing.document.store import read as read_file
from briefing.problems import Problem
from briefing.settings.entries import Origin, Page
from briefing.settings.entries import read as read_page

SHIPPED = ("default", "vim", "emacs")
"""The keymaps that come with the program."""

NEEDED = ("back", "help", "quit")
"""The commands without which nobody would find out; each keeps at least one key."""


class Keymap:
    """The commands with the keys in force, in the order of the table.

    `sources` has an entry for each command whose keys come from a file; the others have those of the table.
    """

    __slots__ = ("commands", "name", "problems", "sources")

    def __init__(
        self,
        name: str,
        commands: tuple[Command, ...],
        sources: Mapping[str, Origin],
        problems: tuple[Problem, ...] = (),
    ) -> None:
        self.name = name
        self.commands = commands
        self.sources = sources
        self.problems = problems

    def command(self, name: str) -> Command:
        """Returns the command with the id `name`, with its keys in force. Raises `KeyError`."""
        return next((c for c in self.commands if c.id == name), None) or BY_ID[name]

    def shown(self, name: str) -> str:
        """Returns the key of the command with the id `name` as the screen shows it, "" when it has none."""
        return self.command(name).shown

    def instead(self, name: str) -> str:
        """Returns the first key of the command `name`, "" when it has none; what is no id stays as it is."""
        return self.shown(name).partition(" ")[0] if name in BY_ID else name


DEFAULT = Keymap("default", COMMANDS, {})
"""The keys of the table, untouched."""


def names(folder: Path) -> list[str]:
    """Returns the keymaps that can be chosen: the shipped ones, then the user's in `folder/keymaps`, by name."""
    try:
        own = sorted(path.stem for path in (folder / "keymaps").glob("*.yaml") if not path.name.startswith("."))
    except OSError:
        own = []
    return list(dict.fromkeys((*SHIPPED, *own)))


def load(name: str, folder: Path) -> Keymap:
    """Returns the keymap called `name` with the user's `keys.yaml` in `folder` over it. Never raises for what stands in
    a file."""
    paths = []
    own = folder / "keymaps" / f"{name}.yaml"
    if own.is_file():
        paths.append(own)
    elif name != "default":
        paths.append(data.path("config", "keymaps", f"{name}.yaml"))
    keys = folder / "keys.yaml"
    if keys.is_file():
        paths.append(keys)
    if not paths:
        return DEFAULT
    from briefing.settings.keybuild import build

    problems: list[Problem] = []
    pages: list[Page] = []
    for path in paths:
        try:
            pages.append(read_page(read_file(path), str(path)))
        except Unreadable as error:
            problems.append(error.problem)
    made = build(name, pages)
    return Keymap(made.name, made.commands, made.sources, (*problems, *made.problems))
