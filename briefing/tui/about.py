"""What an item is about: the actors it names, its words, what it rests on, its dates."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.dates import Edtf
from briefing.model import (
    Actor,
    Anchor,
    Claim,
    Event,
    Figure,
    Item,
    Judgement,
    Question,
    Quote,
    Relation,
    Source,
    Step,
)

_LAST_NAME = 3
"""Letters that a last name has at least to be looked for on its own."""


def names_of(actor: Actor) -> list[str]:
    """Returns what an actor may be called: the name, the other names, and of a person the last name."""
    names = [name for name in (actor.text, *actor.aka) if name]
    last = actor.text.rpartition(" ")[2]
    if actor.kind == "person" and len(last) >= _LAST_NAME:
        names.append(last)
    return names


def mentions(text: str, names: Iterable[str]) -> bool:
    """True when one of `names` stands in `text` as whole words; capitals count."""
    for name in names:
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            if not (at and text[at - 1].isalnum()) and not text[end : end + 1].isalnum():
                return True
            at = text.find(name, at + 1)
    return False


def slugs_of(item: Item) -> tuple[str, ...]:
    """Returns the slugs of the actors that an item names in its head or its fields."""
    match item:
        case Quote():
            return (item.head, item.to, *item.joint)
        case Claim():
            return (item.head, *item.joint, *item.denied_by)
        case Event():
            return item.who
        case Figure():
            return (item.per,)
        case Relation():
            return (item.start, item.end)
        case _:
            return ()


def texts_of(item: Item) -> tuple[str, ...]:
    """Returns the words of an item in which somebody may be named."""
    match item:
        case Question():
            return (item.text, *item.watch, item.answer)
        case Figure():
            return (item.head,)
        case Relation() | Source():
            return ()
        case Event():
            return (item.text, item.where)
        case _:
            return (item.text,)


def anchors_of(item: Item) -> tuple[Anchor, ...]:
    """Returns every anchor of an item."""
    match item:
        case Judgement():
            return (*item.src, *item.because, *item.but)
        case Figure():
            return (*item.src, *(anchor for was in item.was for anchor in was.src))
        case _:
            return item.src


def dates_of(item: Item) -> tuple[Edtf, ...]:
    """Returns the dates at which an item happened, was said, was so, or is due."""
    match item:
        case Event():
            found: tuple[Edtf | None, ...] = (item.date,)
        case Quote():
            found = (item.when,)
        case Figure():
            found = (item.as_of,)
        case Question() | Step():
            found = (item.due,)
        case Judgement():
            found = (item.review,)
        case Relation():
            found = (item.since, item.until)
        case Source():
            found = (item.published,)
        case _:
            found = ()
    return tuple(date for date in found if date is not None)
