"""JSON Schema (draft-07) of the three kinds of settings files, for editors that complete and explain."""

from __future__ import annotations

from typing import Any

from briefing.commands import COMMANDS
from briefing.settings.keynames import spelled
from briefing.settings.table import SETTINGS, Setting
from briefing.settings.themes import ANSI, TOKENS

_DRAFT = "http://json-schema.org/draft-07/schema#"

KINDS = ("settings", "keys", "theme")
"""The kinds of files."""


def schema(kind: str) -> dict[str, Any]:
    """Returns the schema of one of `KINDS`. Raises `KeyError` for anything else."""
    makers = {"settings": _settings, "keys": _keys, "theme": _theme}
    return {"$schema": _DRAFT, "type": "object", "additionalProperties": False, **makers[kind]()}


def _settings() -> dict[str, Any]:
    return {
        "title": "Settings of briefing",
        "properties": {setting.name: {"description": setting.help, **_type(setting)} for setting in SETTINGS},
    }


def _type(setting: Setting) -> dict[str, Any]:
    if setting.kind == "flag":
        return {"type": "boolean"}
    return {"enum": list(setting.choices)} if setting.choices else {"type": "string"}


def _keys() -> dict[str, Any]:
    one = {"type": "string"}
    return {
        "title": "Keys of briefing",
        "properties": {
            command.id: {
                "description": command.help,
                "anyOf": [one, {"type": "array", "items": one}],
                "default": " ".join(spelled(key) for key in command.keys),
            }
            for command in COMMANDS
        },
    }


def _theme() -> dict[str, Any]:
    colour = {"anyOf": [{"type": "string", "pattern": "^#[0-9A-Fa-f]{6}$"}, {"enum": list(ANSI)}]}
    return {"title": "A theme of briefing", "properties": dict.fromkeys(TOKENS, colour), "required": list(TOKENS)}
