"""What an edit of the program changes is told as what it was: `BRIEFING_DIFFERENCES` sets how many, 150 otherwise."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from briefing.changes.differences import Difference, differences
from briefing.changes.kinds import Kind
from briefing.data import path
from briefing.document import grammar
from briefing.document.load import Loaded, load
from briefing.document.splice import (
    AddItem,
    All,
    Change,
    NotSpliced,
    RemoveField,
    RemoveItem,
    RenameSlug,
    SetField,
    SetHead,
    SetText,
    SetTop,
    splice,
)
from briefing.model import Item
from tests.bench.corpus import briefing_text

EDITS = int(os.environ.get("BRIEFING_DIFFERENCES", "150"))
TEXTS = (
    path("seeds", "aleppo.yaml").read_text(encoding="utf-8"),
    (Path(__file__).parent.parent / "data" / "everything.yaml").read_text(encoding="utf-8"),
    briefing_text(60, seed=4),
)

Told = tuple[Kind, str, str]
"""What is told of an item: the kind, its section and its text as it was (of a new one, as it is)."""


def _note(loaded: Loaded, random: Random) -> tuple[Change, Told]:
    item = random.choice(list(loaded.briefing.items()))
    return SetField(item, "note", f"Remark {random.random()}"), (Kind.CHANGED, _section(item), item.text)


def _bare(loaded: Loaded, random: Random) -> tuple[Change, Told]:
    item = random.choice([item for item in loaded.briefing.items() if item.note])
    return RemoveField(item, "note"), (Kind.CHANGED, _section(item), item.text)


def _word(loaded: Loaded, random: Random) -> tuple[Change, Told]:
    item = random.choice([*loaded.briefing.timeline, *loaded.briefing.claims, *loaded.briefing.quotes])
    return SetText(item, f"{item.text}, as seen"), (Kind.REWORDED, _section(item), item.text)


def _value(loaded: Loaded, random: Random) -> tuple[Change, Told]:
    item = random.choice(loaded.briefing.figures)
    return SetText(item, str(random.randint(10_000, 90_000))), (Kind.SUPERSEDED, "figures", item.text)


def _answer(loaded: Loaded, random: Random) -> tuple[Change, Told]:
    item = random.choice([question for question in loaded.briefing.questions if question.head != "answered"])
    change = All((SetHead(item, "answered"), SetField(item, "answer", f"It is {random.random()}")))
    return change, (Kind.ANSWERED, "questions", item.text)


def _date(loaded: Loaded, random: Random) -> tuple[Change, Told]:
    item = random.choice(loaded.briefing.timeline)
    return SetHead(item, f"1999-0{random.randint(1, 9)}"), (Kind.DATED, "timeline", item.text)


def _gone(loaded: Loaded, random: Random) -> tuple[Change, Told]:
    item = random.choice([*loaded.briefing.timeline, *loaded.briefing.quotes, *loaded.briefing.questions])
    return RemoveItem(item), (Kind.REMOVED, _section(item), item.text)


def _new(loaded: Loaded, random: Random) -> tuple[Change, Told]:
    text = f"Something else came to light, number {random.randint(100, 999)}"
    return AddItem("questions", "open", text), (Kind.ADDED, "questions", text)


def _slug(loaded: Loaded, random: Random) -> tuple[Change, Told]:
    actor = random.choice(list(loaded.briefing.actors.values()))
    return RenameSlug("actors", actor.head, f"{actor.head}-x"), (Kind.RENAMED, "actors", actor.text)


def _top(loaded: Loaded, random: Random) -> tuple[Change, Told]:
    return SetTop("why", f"Because of {random.random()}"), (Kind.REWORDED, "brief", "why")


MADE: tuple[Callable[[Loaded, Random], tuple[Change, Told]], ...] = (
    _note, _bare, _word, _value, _answer, _date, _gone, _new, _slug, _top,
)  # fmt: skip


def _section(item: Item) -> str:
    return next(section.name for section in grammar.SECTIONS if type(item) is section.item)


def _told(found: Difference) -> Told:
    item = found.old or found.new
    return found.kind, found.section, item.text if item else found.fields[0].name


@pytest.mark.parametrize("seed", range(6))
def test_edits_are_told_as_what_they_were(seed: int) -> None:
    random = Random(seed)
    tried = 0
    while tried < EDITS // 6:
        before = load(random.choice(TEXTS), "story.yaml")
        loaded, wanted = before, set()
        touched: set[str] = set()
        known = {item.text for item in before.briefing.items()}
        for make in random.sample(MADE, random.randint(1, 3)):
            try:
                change, told = make(loaded, random)
            except IndexError:
                continue
            if told[2] in touched:
                continue
            try:
                loaded = splice(loaded, "story.yaml", change).loaded
            except NotSpliced:
                continue
            touched |= {told[2], *({item.text for item in loaded.briefing.items()} - known)}
            wanted.add(told)
        tried += 1
        found = differences(before.briefing, loaded.briefing)
        assert {_told(one) for one in found} == wanted
