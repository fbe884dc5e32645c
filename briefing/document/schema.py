"""JSON Schema of a briefing file, made from the grammar, for editors that complete, explain and underline.

It is draft-07, which every YAML language server understands. It describes what such a server sees after reading the
YAML by its own rules: `2015` a number, `true` a flag, `2024-11-30` a string. It therefore takes any scalar where
people type text, and it underlines also what the loader only warns of, such as a field that nobody knows.
"""

from __future__ import annotations

from typing import Any

from briefing.document import grammar
from briefing.document.grammar import Field, Head, Section, Type
from briefing.model import FORMAT_VERSION

Schema = dict[str, Any]

_SCALAR: Schema = {"type": ["string", "number", "boolean"]}
_DATE_PATTERN = r"^(?=.*[0-9X])[0-9XYTZ~?%/.,:+\[\]{} -]+$"
_SLUG_PATTERN = f"^{grammar.SLUG_PATTERN}$"
_ANCHOR = rf"{grammar.SLUG_PATTERN}(#[0-9]+(-[0-9]+)?)?"
_PRIVATE = {f"^{grammar.PRIVATE_PREFIX}": {"description": "your own; kept, and left alone"}}
_HEAD_PATTERNS = {
    Head.DATE: _DATE_PATTERN,
    Head.DUE: f"^todo$|{_DATE_PATTERN}",
    Head.PAIR: rf"^{grammar.SLUG_PATTERN} *<?-> *{grammar.SLUG_PATTERN}$",
}
"""Heads that can be told from fields by their look; those of the other kinds are listed, or may be anything."""


def schema() -> Schema:
    """Returns the schema as plain dictionaries and lists, ready for `json.dumps`."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A living briefing",
        "description": "Who is who, who said what, what happened when, and what nobody knows yet.",
        "type": "object",
        "required": ["title"],
        "properties": {
            **{field.name: _field(field) for field in grammar.TOP},
            **{section.name: _section(section) for section in grammar.SECTIONS},
        },
        "patternProperties": _PRIVATE,
        "additionalProperties": False,
    }


def _section(section: Section) -> Schema:
    described: Schema = {"title": section.title, "description": section.help}
    if section.example:
        described["examples"] = [section.example]
    if section.shape == "map":
        entry = {"anyOf": [{**_SCALAR, "description": section.text}, _entry(section)]}
        return {
            **described,
            "type": "object",
            "patternProperties": {_SLUG_PATTERN: entry},
            "additionalProperties": False,
        }
    item = _item(section)
    if section.default:
        item = {"anyOf": [item, {**_SCALAR, "description": f"{section.text}; taken as {section.default}"}]}
    return {**described, "type": "array", "items": item}


def _entry(section: Section) -> Schema:
    """An entry of a map that is written with its fields."""
    return {
        "type": "object",
        "properties": _fields(section),
        "patternProperties": _PRIVATE,
        "additionalProperties": False,
    }


def _item(section: Section) -> Schema:
    """An item of a list: its fields, and one further name that is none of theirs, the head.

    A schema can't say that the head stands first, nor, where a head may be any words, that there is but one.
    """
    text = {**_SCALAR, "description": f"{section.head.value}: {section.text}"}
    heads: Schema = {"properties": _fields(section), "patternProperties": dict(_PRIVATE), "additionalProperties": False}
    if section.heads:
        heads["properties"] = {**dict.fromkeys(section.heads, text), **heads["properties"]}
    elif section.head in _HEAD_PATTERNS:
        heads["patternProperties"][_HEAD_PATTERNS[section.head]] = text
    else:
        heads["additionalProperties"] = text
    return {"type": "object", **heads, **_has_a_head(section)}


def _has_a_head(section: Section) -> Schema:
    if section.heads:
        return {"oneOf": [{"required": [head]} for head in section.heads]}
    fields = {"enum": [field.name for field in section.fields]}
    no_head = {"anyOf": [fields, *({"pattern": pattern} for pattern in _PRIVATE)]}
    return {"not": {"type": "object", "propertyNames": no_head}}


def _fields(section: Section) -> Schema:
    return {field.name: _field(field) for field in section.fields}


def _field(field: Field) -> Schema:
    described = {**_value(field), "description": field.help}
    if field.example:
        described["examples"] = [field.example]
    return described


def _value(field: Field) -> Schema:
    """What the value of a field may be once the editor's YAML parser has given it a type of its own."""
    match field.type:
        case Type.TEXT | Type.SPEAKER | Type.VALUE:
            return dict(_SCALAR)
        case Type.PATH:
            return {"type": "string"}
        case Type.FLAG:
            return {"enum": [True, False, *(word for word in grammar.TRUTHS if word not in ("true", "false"))]}
        case Type.DATE:
            return {"type": ["string", "integer"], "pattern": _DATE_PATTERN}
        case Type.SLUG | Type.SIDE:
            return {"type": ["string", "integer"], "pattern": _SLUG_PATTERN}
        case Type.WORD:
            return {"enum": [*field.words, *(int(word) for word in field.words if word.isdecimal())]}
        case Type.URL:
            return {"type": "string", "pattern": "^https?://"}
        case Type.NUMBER:
            return {"type": ["integer", "string"], "minimum": 1, "pattern": "^[1-9][0-9]*$", "default": FORMAT_VERSION}
        case Type.SLUGS | Type.SOURCES:
            return _one_or_several({"type": ["string", "integer"], "pattern": _separated(grammar.SLUG_PATTERN)})
        case Type.ANCHORS:
            return _one_or_several({"type": ["string", "integer"], "pattern": _separated(_ANCHOR)})
        case Type.TEXTS:
            return _one_or_several(_SCALAR)
        case Type.WAS:
            return _one_or_several({"anyOf": [_SCALAR, _earlier()]})


def _separated(pattern: str) -> str:
    return f"^{pattern}(, *{pattern})*$"


def _one_or_several(one: Schema) -> Schema:
    return {"anyOf": [one, {"type": "array", "items": one}]}


def _earlier() -> Schema:
    """An earlier value of a figure that is written with its date or its source."""
    figures = grammar.BY_NAME["figures"]
    known = {name: field for name in ("as_of", "src") if (field := figures.field(name))}
    properties = {"value": {**_SCALAR, "description": figures.text}}
    return {
        "type": "object",
        "properties": {**properties, **{name: _field(field) for name, field in known.items()}},
        "required": ["value"],
        "additionalProperties": False,
    }
