"""What the palette finds: commands and data by their words, what was used last first. No widgets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from briefing import dates
from briefing.commands import Command
from briefing.model import Actor, Claim, Event, Figure, Item, Question, Quote, Source
from briefing.tui.folding import fold
from briefing.tui.story import Story

Kind = Literal["command", "actor", "quote", "date", "question", "source", "figure", "claim", "theme", "briefing"]


class Entry(NamedTuple):
    """Something to go to or to do. `target` is a command's id, an item's offset, or the name of a theme or a file."""

    kind: Kind
    words: str
    right: str
    target: str
    folded: str


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
    found += [_entry("briefing", name.rpartition("/")[2], "", name) for name in files]
    return found


def _entry(kind: Kind, words: str, right: str, target: str, more: str = "") -> Entry:
    return Entry(kind, words, right, target, fold(f"{kind} {words} {right} {more}"))


def _of(story: Story, item: Item) -> Entry | None:
    target = str(item.offset)
    match item:
        case Actor():
            side = story.briefing.sides.get(item.side)
            return _entry("actor", item.text, side.text if side else "", target, " ".join((item.head, *item.aka)))
        case Quote():
            return _entry("quote", f"“{item.text}”", story.short_name(item.head), target)
        case Event():
            return _entry("date", f"{dates.words(item.date, short=True)}  {item.text}", item.status, target, item.head)
        case Question():
            return _entry("question", item.text, item.head, target)
        case Source():
            return _entry("source", item.text, item.head, target)
        case Figure():
            return _entry("figure", f"{item.text}  {item.head}", story.short_name(item.per) if item.per else "", target)
        case Claim():
            return _entry("claim", item.text, story.short_name(item.head), target)
        case _:
            return None


def find(every: Sequence[Entry], words: str, recent: Sequence[str]) -> list[Entry]:
    """Returns the entries that hold all of `words`, those of `recent` (`kind:target`, the last used first) before the
    others, then those that begin with the words. Without words only the recent ones and the commands."""
    terms = fold(words).split()
    if not terms:
        kept = [entry for entry in every if entry.kind == "command" or _name(entry) in recent]
    else:
        kept = [entry for entry in every if all(term in entry.folded for term in terms)]
    places = {name: index for index, name in enumerate(recent)}
    first = terms[0] if terms else ""

    def order(entry: Entry) -> tuple[int, int]:
        begins = any(word.startswith(first) for word in fold(entry.words).lstrip('“"').split()[:1])
        return (places.get(_name(entry), len(places)), 0 if begins else 1)

    return sorted(kept, key=order)


def _name(entry: Entry) -> str:
    return f"{entry.kind}:{entry.target}"


def used(entry: Entry, recent: Sequence[str]) -> list[str]:
    """Returns `recent` with an entry that has just been used at its front; at most twenty."""
    return [_name(entry), *(name for name in recent if name != _name(entry))][:20]
