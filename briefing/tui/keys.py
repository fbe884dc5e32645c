"""Bindings made from the table of commands, and put on the keys in force."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol, runtime_checkable

from textual.binding import Binding, BindingsMap, BindingType
from textual.dom import DOMNode

from briefing.commands import COMMANDS, Command, Place
from briefing.settings.keymap import DEFAULT, Keymap

_OF_THE_APP = frozenset(("help", "interrupt", "mouse", "quit", "suspend", "theme.next"))


def bindings(*places: Place) -> list[BindingType]:
    """Returns the bindings of the commands that apply at one of `places`, movements excepted."""
    wanted = set(places)
    return [
        _binding(command) for command in COMMANDS if command.group != "Move" and wanted.intersection(command.places)
    ]


def moves() -> list[BindingType]:
    """Returns the bindings of the commands that move within a list or a source."""
    return [_binding(command) for command in COMMANDS if command.group == "Move"]


def rebind(node: DOMNode, keymap: Keymap) -> None:
    """Puts the bindings of a screen or widget on the keys of `keymap`.

    Textual's own `set_keymap` goes through all bindings at every key, can't take a key away, and takes one from
    another command without a word.
    """
    keys = {command.id: command.keys for command in keymap.commands}
    found = {binding.id: binding for every in node._bindings.key_to_bindings.values() for binding in every}
    node._bindings = BindingsMap(
        replace(binding, key=",".join(keys[name]) if name in keys else binding.key)
        for name, binding in found.items()
        if name not in keys or keys[name]
    )


def action_of(command: Command) -> str:
    """Returns the action that carries out a command, as textual names it."""
    if command.id.startswith("pane.") and command.id[5:].isdigit():
        return f"pane({command.id[5:]})"
    return f"app.{command.action}" if command.id in _OF_THE_APP else command.action


@runtime_checkable
class HasKeymap(Protocol):
    """An app that knows the keys in force."""

    keymap: Keymap


def keymap_of(node: DOMNode) -> Keymap:
    """Returns the keys in force in the app that a widget belongs to."""
    app = node.app
    return app.keymap if isinstance(app, HasKeymap) else DEFAULT


def _binding(command: Command) -> Binding:
    return Binding(
        ",".join(command.keys), action_of(command), command.title, show=False, id=command.id, tooltip=command.help
    )
