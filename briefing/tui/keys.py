"""Bindings made from the table of commands."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from briefing.tui.commands import COMMANDS, Command, Place


def bindings(*places: Place) -> list[BindingType]:
    """Returns the bindings of the commands that apply at one of `places`, movements excepted."""
    wanted = set(places)
    return [
        _binding(command) for command in COMMANDS if command.group != "Move" and wanted.intersection(command.places)
    ]


def moves() -> list[BindingType]:
    """Returns the bindings of the commands that move within a list or a source."""
    return [_binding(command) for command in COMMANDS if command.group == "Move"]


def _binding(command: Command) -> Binding:
    action = command.action
    if command.id.startswith("pane.") and command.id[5:].isdigit():
        action = f"pane({command.id[5:]})"
    elif command.id in ("quit", "help"):
        action = f"app.{action}"
    return Binding(",".join(command.keys), action, command.title, show=False, id=command.id, tooltip=command.help)
