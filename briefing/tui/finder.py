"""What the palette finds: commands and data by their words, what was used last first. No widgets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from briefing import dates
from briefing.commands import Command
from briefing.model import Actor, Claim, Event, Figure, Item, Question, Quote, Source
from briefing.state.memory import MOST_RECENT, key_of, mark_of
from briefing.tui.folding import fold
from briefing.tui.story import Story

Kind = Literal["command", "actor", "quote", "date", "question", "source", "figure", "claim", "theme", "briefing"]


class Entry(NamedTuple):
    """Something to go to or to do. `target` is a command's id, an item's offset, or the name of a theme or a file;
    `known` is what it is remembered by."""

    kind: Kind
    words: str
    right: str
    target: str
    folded: str
    known: str


_PANE_OF = {"actor": "actors", "quote": "quotes", "date": "timeline", "question": "questions", "source": "brief",
            "figure": "figures", "claim": "claims"}  # fmt: skip


def pane_of(entry: Entry) -> str:
    """Returns the pane that the item of an entry stands in."""
    return _PANE_OF[entry.kind]


def entries(story: Story, commands: Iterable[Command], themes: Sequence[str], files: Sequence[str]) -> list[Entry]:
    """Returns all that can be found: the data in the order of the panes, then commands, themes and briefings."""
    found = [entry for item in story.briefing.items() if (entry := _of(story, item))]
    order = ("actor", "quote", "date", "question", "source", "figure", "claim")
    found.sort(key=lambda entry: order.index(entry.kind))
    found += [_entry("command", c.title, c.shown, c.id, c.help) for c in commands]
    found += [_entry("theme", f"Theme {name}", "", name) for name in themes]
    found += [_entry("briefing", name.rpartition("/")[2], "", name, known=key_of(Path(name))) for name in files]
    return found


def _entry(kind: Kind, words: str, right: str, target: str, more: str = "", known: str = "") -> Entry:
    return Entry(kind, words, right, target, fold(f"{kind} {words} {right} {more}"), f"{kind}:{known or target}")


def _of(story: Story, item: Item) -> Entry | None:
    said = _said(story, item)
    if said is None:
        return None
    kind, words, right, more = said
    return _entry(kind, words, right, str(item.offset), more, mark_of(kind, item.head, item.text))


def _said(story: Story, item: Item) -> tuple[Kind, str, str, str] | None:
    """Returns the kind of an item, its words, what stands at their right, and what it is found by besides."""
    match item:
        case Actor():
            side = story.briefing.sides.get(item.side)
            return "actor", item.text, side.text if side else "", " ".join((item.head, *item.aka))
        case Quote():
            return "quote", f"“{item.text}”", story.short_name(item.head), ""
        case Event():
            return "date", f"{dates.words(item.date, short=True)}  {item.text}", item.status, item.head
        case Question():
            return "question", item.text, item.head, ""
        case Source():
            return "source", item.text, item.head, ""
        case Figure():
            return "figure", f"{item.text}  {item.head}", story.short_name(item.per) if item.per else "", ""
        case Claim():
            return "claim", item.text, story.short_name(item.head), ""
        case _:
            return None


def find(every: Sequence[Entry], words: str, recent: Sequence[str]) -> list[Entry]:
    """Returns the entries that hold all of `words`: those of `recent` (as they are known, the last used first), then
    those that begin with the words, then the others. Without words only the recent ones and the commands."""
    terms = fold(words).split()
    if not terms:
        kept = [entry for entry in every if entry.kind == "command" or entry.known in recent]
    else:
        kept = [entry for entry in every if all(term in entry.folded for term in terms)]
    places = {name: index for index, name in enumerate(recent)}
    first = terms[0] if terms else ""

    def order(entry: Entry) -> tuple[int, int]:
        begins = any(word.startswith(first) for word in fold(entry.words).lstrip('“"').split()[:1])
        return (places.get(entry.known, len(places)), 0 if begins else 1)

    return sorted(kept, key=order)


def used(entry: Entry, recent: Sequence[str]) -> list[str]:
    """Returns `recent` with an entry that has just been used at its front."""
    return [entry.known, *(name for name in recent if name != entry.known)][:MOST_RECENT]
