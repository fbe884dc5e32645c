"""Changing one field of the selected item in place: first which, then what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.tui.changing.fields import Place, change, line, not_here, places, top_places
from briefing.tui.changing.form import Choice, Form, Line, Told
from briefing.tui.changing.naming import name_of
from briefing.tui.changing.panels import fill
from briefing.tui.folding import fold
from briefing.tui.rows.brief import Entry
from briefing.tui.widgets.rowlist import RowList

if TYPE_CHECKING:
    from briefing.tui.changing.changer import Changer


def field(changer: Changer) -> None:
    """Asks which field of the selected item is to be changed, and changes it."""
    item = changer.item
    current = changer.current
    entry = current.selected.value if isinstance(current, RowList) and current.selected else None
    if item is not None:
        _which(changer, name_of(changer.story, item), places(item))
    elif isinstance(entry, Entry):
        _which(changer, "the file", top_places(changer.story.briefing, entry.label or "bottom_line"))
    else:
        changer.say("x changes a field of an item; select one")


def _which(changer: Changer, name: str, every: Sequence[Place]) -> None:
    by_label = {place.label: place for place in every}

    def choices(typed: str) -> Sequence[Choice]:
        wanted = fold(typed).strip()
        found = [place for place in every if fold(place.label).startswith(wanted)]
        found += [place for place in every if place not in found and wanted in fold(f"{place.text} {place.help}")]
        return [Choice(place.label, *_words(place)) for place in found]

    def read(typed: str) -> Told:
        label = typed.strip()
        if label in by_label:
            return Told(label, by_label[label].help)
        return Told(None, "there is no such field; e opens the file, where any may stand")

    form = Form(f"Change {name}", [Line("field", "field", "type its name or choose it", read, choices)], "change")
    fill(changer, "", "x", form, lambda values: _what(changer, name, by_label[values["field"]]))


def _words(place: Place) -> tuple[str, str]:
    return place.label, place.text or f"not set: {place.help}"


def _what(changer: Changer, name: str, place: Place) -> None:
    reason = not_here(place, changer.story.briefing)
    if reason:
        changer.say(f"{place.label} {reason}: e opens it in the editor")
        return
    asked = line(place, changer.setting())
    before = asked.told.value or ""

    def done(values: dict[str, str]) -> None:
        value = values[place.name]
        if value == before:
            changer.kept.pop(key, None)
            changer.say("Nothing changed")
            return
        what = f"{place.label} of {name}"
        changer.save(change(place, value), f"changed {what}" if value else f"removed {what}", key=key)

    key = f"field {name} {place.item.text if place.item else ''} {place.label}"
    fill(changer, key, "x", Form(f"Change {place.label} of {name}", [asked]), done)
