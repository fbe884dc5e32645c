"""What concerns what: the items that have to do with an actor, a source, a topic, a span of time or a question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from briefing import dates
from briefing.dates import Edtf
from briefing.model import (
    Actor,
    Anchor,
    Briefing,
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

MarkKind = Literal["actor", "source", "topic", "time", "question"]

_LAST_NAME = 3
"""Letters that a last name has at least to be looked for on its own."""


class Mark(NamedTuple):
    """One thing that is focused on. `value` is a slug, a topic, an EDTF date, or the offset of a question."""

    kind: MarkKind
    value: str


def concerned(briefing: Briefing, marks: Iterable[Mark]) -> frozenset[int]:
    """Returns the offsets of the items that every one of `marks` concerns."""
    found: set[int] | None = None
    for mark in marks:
        here = _concerned(briefing, mark)
        found = here if found is None else found & here
    return frozenset(found or ())


class _Known(NamedTuple):
    """What an item says, ready to be looked through: its offset, the actors it names, its words."""

    offset: int
    slugs: tuple[str, ...]
    text: str


@lru_cache(maxsize=2)
def _known(briefing: Briefing) -> list[_Known]:
    """Returns what all items but the actors say; made once a briefing, because a brush must answer at once."""
    return [
        _Known(item.offset, slugs_of(item), "\n".join(texts_of(item)))
        for item in briefing.items()
        if not isinstance(item, Actor)
    ]


def prepare(briefing: Briefing) -> None:
    """Works out what brushing needs to know of a briefing, so that the first brush need not."""
    _known(briefing)


def _of_actor(briefing: Briefing, slug: str) -> set[int]:
    actor = briefing.actors.get(slug)
    names = names_of(actor) if actor else [slug]
    wanted = _actor(briefing, slug)
    found = {other.offset for other in briefing.actors.values() if wanted(other)}
    for offset, slugs, text in _known(briefing):
        if slug in slugs:
            found.add(offset)
            continue
        for name in names:
            if name in text:
                if mentions(text, names):
                    found.add(offset)
                break
    return found


def _concerned(briefing: Briefing, mark: Mark) -> set[int]:
    if mark.kind == "actor":
        return _of_actor(briefing, mark.value)
    wanted = _TESTS[mark.kind](briefing, mark.value)
    found = {item.offset for item in briefing.items() if wanted(item)}
    if mark.kind in ("topic", "source"):
        # Somebody is concerned whose words are.
        speakers = {quote.head for quote in briefing.quotes if quote.offset in found}
        found |= {actor.offset for slug, actor in briefing.actors.items() if slug in speakers}
    return found


Test = Callable[[Item], bool]


def _actor(briefing: Briefing, slug: str) -> Test:
    actor = briefing.actors.get(slug)
    names = names_of(actor) if actor else [slug]
    related = {
        end
        for relation in briefing.relations
        if slug in (relation.start, relation.end)
        for end in (relation.start, relation.end)
    }

    def wanted(item: Item) -> bool:
        if isinstance(item, Actor):
            return item.head in related or item.head == slug or mentions(item.role, names)
        return slug in slugs_of(item) or any(mentions(text, names) for text in texts_of(item))

    return wanted


def _source(briefing: Briefing, slug: str) -> Test:
    return lambda item: (
        (isinstance(item, Source) and item.head == slug) or any(anchor.source == slug for anchor in anchors_of(item))
    )


def _topic(briefing: Briefing, topic: str) -> Test:
    return lambda item: isinstance(item, Quote) and item.topic.casefold() == topic.casefold()


def _time(briefing: Briefing, edtf: str) -> Test:
    span = dates.parse(edtf)
    return lambda item: any(dates.overlaps(date, span) for date in dates_of(item))


def _question(briefing: Briefing, offset: str) -> Test:
    """What rests on the same paragraphs as the question, or has to do with an actor that it names."""
    question = next((entry for entry in briefing.questions if str(entry.offset) == offset), None)
    if question is None:
        return lambda item: False
    passages = {place for anchor in question.src for place in _places(anchor)}
    named = [slug for slug, actor in briefing.actors.items() if mentions(question.text, names_of(actor))]
    about = [_actor(briefing, slug) for slug in named]
    return lambda item: (
        item is question
        or any(place in passages for anchor in anchors_of(item) for place in _places(anchor))
        or any(wanted(item) for wanted in about)
    )


_TESTS: dict[MarkKind, Callable[[Briefing, str], Test]] = {
    "actor": _actor,
    "source": _source,
    "topic": _topic,
    "time": _time,
    "question": _question,
}


def _places(anchor: Anchor) -> Iterator[tuple[str, int]]:
    return ((anchor.source, number) for number in anchor.paragraphs)


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
