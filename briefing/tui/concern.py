"""What is focused on: an actor, a source, a topic, a span of time or a question."""

from __future__ import annotations

from typing import Literal, NamedTuple

from briefing.model import Actor, Claim, Event, Figure, Item, Question, Quote, Relation, Source

MarkKind = Literal["actor", "source", "topic", "time", "question"]


class Mark(NamedTuple):
    """One thing that is focused on. `value` is a slug, a topic, an EDTF date, or the offset of a question."""

    kind: MarkKind
    value: str


def mark_of(item: Item | None) -> Mark | None:
    """Returns what `f` focuses on at an item: actor, speaker, time of an event, question or source."""
    match item:
        case Actor():
            return Mark("actor", item.head)
        case Quote() | Claim():
            return Mark("actor", item.head)
        case Event():
            return Mark("time", item.date.text) if item.date.lower is not None or item.date.upper is not None else None
        case Question():
            return Mark("question", str(item.offset))
        case Figure() if item.per:
            return Mark("actor", item.per)
        case Relation():
            return Mark("actor", item.start)
        case Source():
            return Mark("source", item.head)
        case _:
            return None
