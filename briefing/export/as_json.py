"""A briefing as JSON with long names and positions, for `jq` and scripts; `docs/json.md` describes it.

Which fields there are comes from the grammar; here stand only the names that are longer than in the file. Every key
is always there, in the same order; what the file leaves out is null, empty or false.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable
from typing import Any

from briefing import dates, model
from briefing.document import grammar
from briefing.document.grammar import Head, Type
from briefing.export.entries import side_name
from briefing.problems import Problem
from briefing.quantities import Quantity
from briefing.text import clean, clean_line

SHAPE = 1
"""The version of the shape; it rises when a key goes away or changes its meaning, not when one is added."""

Json = dict[str, Any]

_LONG = {
    "aka": "also_known_as",
    "briefing": "format_version",
    "lang": "language",
    "orig": "original",
    "per": "according_to",
    "src": "citations",
    "text": "text_file",
    "was": "earlier",
    "when": "said",
    "with": "together_with",
}

_HEADS = {
    Head.DATE: "date",
    Head.SPEAKER: "speaker",
    Head.STATUS: "status",
    Head.MEASURE: "counted",
    Head.LIKELIHOOD: "likelihood",
    Head.DUE: "due",
    Head.SLUG: "slug",
}

_TEXTS = {
    "sources": "title",
    "sides": "name",
    "actors": "name",
    "relations": "how",
    "timeline": "event",
    "figures": "value",
    "quotes": "words",
    "claims": "claim",
    "questions": "question",
    "judgements": "judgement",
    "next": "step",
}


def text(
    briefing: model.Briefing,
    problems: Iterable[Problem],
    path: str,
    sections: Collection[str] = tuple(grammar.BY_NAME),
) -> str:
    """Returns the briefing as indented JSON in Unicode with a line feed at the end; only the `sections` named.

    The fields of the whole briefing, the path and the problems are always there.
    """
    whole: Json = {"shape": SHAPE, "path": clean_line(path)}
    for field in grammar.TOP:
        whole[_long(field.name)] = _value(briefing, field, getattr(briefing, field.target))
    whole["other"] = dict(briefing.extra)
    whole["positions"] = _positions(briefing, briefing.marks, {})
    for section in grammar.SECTIONS:
        if section.name in sections:
            found = getattr(briefing, section.name)
            items = found.values() if section.shape == "map" else found
            whole[section.name] = [item_as_json(briefing, section, item) for item in items]
    whole["problems"] = [problem_as_json(problem) for problem in problems]
    return clean(json.dumps(whole, ensure_ascii=False, indent=2)) + "\n"


def item_as_json(briefing: model.Briefing, section: grammar.Section, item: model.Item) -> Json:
    """Returns an item: its head and text under their long names, its fields, `other`, `line`, `column`, `positions`."""
    found = _head(briefing, section, item)
    text_name = _TEXTS[section.name]
    found[text_name] = quantity_as_json(item.value) if isinstance(item, model.Figure) else item.text
    for field in section.fields:
        if field.name != section.text_field:
            found[_long(field.name)] = _value(briefing, field, getattr(item, field.target))
    found["other"] = dict(item.extra)
    found["line"], found["column"] = briefing.position(item.offset)
    found["positions"] = _positions(briefing, item.marks, {section.text_field: text_name} if section.text_field else {})
    found["positions"][text_name] = _place(briefing, item.at())
    return found


def _long(name: str) -> str:
    return _LONG.get(name, name)


def _head(briefing: model.Briefing, section: grammar.Section, item: model.Item) -> Json:
    if isinstance(item, model.Relation):
        ends = {"from": _actor(briefing, item.start), "to": _actor(briefing, item.end)}
        return {**ends, "mutual": item.mutual}
    value: Any = item.head
    if isinstance(item, model.Event):
        value = date_as_json(item.date)
    elif isinstance(item, model.Step):
        value = date_as_json(item.due)
    elif section.head is Head.SPEAKER:
        value = _actor(briefing, item.head)
    return {_HEADS[section.head]: value}


def _positions(briefing: model.Briefing, marks: model.Marks, renamed: dict[str, str]) -> Json:
    return {
        renamed.get(name) or _long(name): _place(briefing, places[1], places[2:])
        for name, places in marks.items()
        if name
    }


def _place(briefing: model.Briefing, offset: int, entries: Iterable[int] = ()) -> Json:
    line, column = briefing.position(offset)
    place: Json = {"line": line, "column": column}
    inner = [briefing.position(entry)._asdict() for entry in entries]
    return {**place, "entries": inner} if inner else place


def _value(briefing: model.Briefing, field: grammar.Field, value: Any) -> Any:
    convert = _VALUES.get(field.type)
    if convert is not None:
        return convert(briefing, value)
    return list(value) if isinstance(value, tuple) else value


def _actor(briefing: model.Briefing, slug: str) -> Json | None:
    if not slug:
        return None
    return {"slug": slug if slug in briefing.actors else None, "name": briefing.name(slug)}


def _side(briefing: model.Briefing, slug: str) -> Json | None:
    return {"slug": slug, "name": side_name(briefing, slug)} if slug else None


def anchor_as_json(anchor: model.Anchor) -> Json:
    """Returns an anchor split up: the source's slug and its paragraphs, null for the whole of it."""
    return {"source": anchor.source, "first": anchor.first, "last": anchor.last or anchor.first}


def quantity_as_json(value: Quantity) -> Json:
    """Returns a value as written and its inclusive bounds; null where one is open or the text is no number."""
    return {
        "text": value.text,
        "lower": _whole(value.lower),
        "upper": _whole(value.upper),
        "approximate": value.approximate,
    }


def _whole(number: float | None) -> float | int | None:
    return int(number) if number is not None and number.is_integer() else number


def date_as_json(date: dates.Edtf | None) -> Json | None:
    """Returns a date as written, its inclusive bounds in ISO 8601 (null where open) and its words."""
    if date is None:
        return None
    return {
        "edtf": date.text,
        "lower": _iso(date, date.lower),
        "upper": _iso(date, date.upper),
        "words": dates.words(date),
        "approximate": date.approximate,
        "uncertain": date.uncertain,
    }


def _iso(date: dates.Edtf, bound: int | None) -> str | None:
    """A bound to the day, or to the minute where the date has a time: with `Z` where it has a zone.

    Years outside 0000 to 9999 have a sign and six digits at least (ISO 8601, expanded representation).
    """
    if bound is None:
        return None
    year, month, day, hour, minute = dates.from_minutes(bound)
    shown = f"{year:04d}" if 0 <= year <= 9999 else f"{year:+07d}"
    if date.precision != "minute":
        return f"{shown}-{month:02d}-{day:02d}"
    return f"{shown}-{month:02d}-{day:02d}T{hour:02d}:{minute:02d}{'Z' if _has_zone(date) else ''}"


def _has_zone(date: dates.Edtf) -> bool:
    if date.fields is not None:
        return bool(date.fields.zone)
    return any(part is not None and _has_zone(part) for part in date.parts)


def _was(_: model.Briefing, value: Iterable[model.Was]) -> list[Json]:
    return [
        {
            "value": quantity_as_json(earlier.value),
            "as_of": date_as_json(earlier.as_of),
            "citations": [anchor_as_json(anchor) for anchor in earlier.src],
        }
        for earlier in value
    ]


_VALUES: dict[Type, Callable[[model.Briefing, Any], Any]] = {
    Type.DATE: lambda _, value: date_as_json(value),
    Type.SLUG: _actor,
    Type.SPEAKER: _actor,
    Type.SIDE: _side,
    Type.SLUGS: lambda briefing, value: [_actor(briefing, slug) for slug in value],
    Type.ANCHORS: lambda _, value: [anchor_as_json(anchor) for anchor in value],
    Type.WAS: _was,
}


def problem_as_json(problem: Problem) -> Json:
    """Returns a problem with its place, without the excerpt of the line."""
    return {
        "path": clean_line(problem.path),
        "line": problem.where.line,
        "column": problem.where.column,
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "fix": problem.fix,
    }
