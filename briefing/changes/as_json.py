"""Differences as JSON, whole: both items of each, the fields that changed, and the words."""

from __future__ import annotations

import json
from typing import Any

from briefing.changes.differences import Comparison, Difference
from briefing.changes.telling import sentence
from briefing.document import grammar
from briefing.export.as_json import Json, date_as_json, item_as_json
from briefing.model import Briefing, Item
from briefing.text import clean

SHAPE = 1
"""The version of the shape; it rises when a key goes away or changes its meaning, not when one is added."""


def text(compared: Comparison, about: Json, *, layout: bool | None) -> str:
    """Returns the differences as indented JSON in Unicode with a line feed at the end.

    `about` are further keys, which come first. `layout` is whether comments or layout differ besides; None where that
    is not known.
    """
    whole: Json = {
        "shape": SHAPE,
        **about,
        "old": _heading(compared.old),
        "new": _heading(compared.new),
        "developments": len(compared.developments),
        "layout": layout,
        "differences": [_difference(compared, found) for found in compared.differences],
    }
    return clean(json.dumps(whole, ensure_ascii=False, indent=2)) + "\n"


def _heading(briefing: Briefing) -> Json:
    return {"title": briefing.title, "as_of": date_as_json(briefing.as_of)}


def _difference(compared: Comparison, found: Difference) -> Json:
    return {
        "section": found.section,
        "kinds": [kind.value for kind in found.kinds],
        "development": found.development,
        "told": sentence(compared, found),
        "fields": [{"field": change.name, "old": change.old, "new": change.new} for change in found.fields],
        "words": [run._asdict() for run in found.words],
        "old": _item(compared.old, found.section, found.old),
        "new": _item(compared.new, found.section, found.new),
    }


def _item(briefing: Briefing, section: str, item: Item | None) -> Any:
    return item_as_json(briefing, grammar.BY_NAME[section], item) if item is not None else None
