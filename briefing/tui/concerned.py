"""What concerns what: the items that have to do with an actor, a source, a topic, a span of time or a question.

A brush has to answer at once whatever the number of items, so a briefing is gone through once, beside the running
program, and a mark looks up what it needs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from briefing import dates
from briefing.dates import Edtf
from briefing.model import Actor, Anchor, Briefing, Quote, Source
from briefing.records import record
from briefing.tui.about import anchors_of, dates_of, mentions, names_of, slugs_of, texts_of
from briefing.tui.concern import Mark, MarkKind

_BETWEEN = "\0"
"""Stands between the words of two items; in no item, because it is cleaned away."""

Passage = tuple[int, int, int]
"""The first and the last paragraph that an item rests on, and its offset."""


@record(kw_only=True)
class Known:
    """A briefing turned round: from what items say to their offsets.

    `text` has the words of all items but the actors, each item's from its entry of `starts` on; `offsets` are theirs.
    `passages` stand under the slugs of their sources.
    """

    slugs: Mapping[str, set[int]]
    text: str
    starts: list[int]
    offsets: list[int]
    passages: Mapping[str, list[Passage]]
    sources: Mapping[str, set[int]]
    topics: Mapping[str, set[int]]
    dated: list[tuple[Edtf, int]]

    def naming(self, names: Iterable[str]) -> set[int]:
        """Returns the offsets of the items in whose words one of `names` stands, as whole words; capitals count."""
        found: set[int] = set()
        text = self.text
        for name in names:
            at = text.find(name)
            while at >= 0:
                end = at + len(name)
                if not (at and text[at - 1].isalnum()) and not text[end : end + 1].isalnum():
                    item = bisect_right(self.starts, at) - 1
                    found.add(self.offsets[item])
                    if item + 1 == len(self.starts):
                        break
                    end = self.starts[item + 1]
                else:
                    end = at + 1
                at = text.find(name, end)
        return found


@lru_cache(maxsize=2)
def known(briefing: Briefing) -> Known:
    """Returns what a brush needs to know of a briefing; worked out the first time."""
    slugs: dict[str, set[int]] = {}
    passages: dict[str, list[Passage]] = {}
    sources: dict[str, set[int]] = {}
    topics: dict[str, set[int]] = {}
    dated: list[tuple[Edtf, int]] = []
    words: list[str] = []
    starts: list[int] = []
    offsets: list[int] = []
    at = 0
    for item in briefing.items():
        offset = item.offset
        for anchor in anchors_of(item):
            sources.setdefault(anchor.source, set()).add(offset)
            if span := _span(anchor):
                passages.setdefault(anchor.source, []).append((*span, offset))
        dated += [(date, offset) for date in dates_of(item)]
        if isinstance(item, Source):
            sources.setdefault(item.head, set()).add(offset)
        if isinstance(item, Quote) and item.topic:
            topics.setdefault(item.topic.casefold(), set()).add(offset)
        if isinstance(item, Actor):
            continue
        for slug in slugs_of(item):
            slugs.setdefault(slug, set()).add(offset)
        text = "\n".join(texts_of(item))
        if text:
            words.append(text)
            starts.append(at)
            offsets.append(offset)
            at += len(text) + len(_BETWEEN)
    return Known(
        slugs=slugs, text=_BETWEEN.join(words), starts=starts, offsets=offsets,
        passages=passages, sources=sources, topics=topics, dated=dated,
    )  # fmt: skip


def concerned(briefing: Briefing, marks: Iterable[Mark]) -> frozenset[int]:
    """Returns the offsets of the items that every one of `marks` concerns."""
    found: set[int] | None = None
    for mark in marks:
        here = _BY_KIND[mark.kind](briefing, mark.value)
        found = here if found is None else found & here
    return frozenset(found or ())


def _of_actor(briefing: Briefing, slug: str) -> set[int]:
    """What names the actor, and the actors that have a relation to them or name them in their role."""
    actor = briefing.actors.get(slug)
    names = names_of(actor) if actor else [slug]
    there = known(briefing)
    related = {slug}
    for relation in briefing.relations:
        if slug in (relation.start, relation.end):
            related |= {relation.start, relation.end}
    found = {a.offset for a in briefing.actors.values() if a.head in related or mentions(a.role, names)}
    return found | there.slugs.get(slug, set()) | there.naming(names)


def _of_source(briefing: Briefing, slug: str) -> set[int]:
    return _with_speakers(briefing, known(briefing).sources.get(slug, set()))


def _of_topic(briefing: Briefing, topic: str) -> set[int]:
    return _with_speakers(briefing, known(briefing).topics.get(topic.casefold(), set()))


def _with_speakers(briefing: Briefing, found: set[int]) -> set[int]:
    """Somebody is concerned whose words are."""
    speakers = {quote.head for quote in briefing.quotes if quote.offset in found}
    return found | {actor.offset for slug, actor in briefing.actors.items() if slug in speakers}


def _of_time(briefing: Briefing, edtf: str) -> set[int]:
    span = dates.parse(edtf)
    return {offset for date, offset in known(briefing).dated if dates.overlaps(date, span)}


def _of_question(briefing: Briefing, offset: str) -> set[int]:
    """What rests on the same paragraphs as the question, or has to do with an actor that it names."""
    question = next((entry for entry in briefing.questions if str(entry.offset) == offset), None)
    if question is None:
        return set()
    found = {question.offset}
    for anchor in question.src:
        span = _span(anchor)
        there = known(briefing).passages.get(anchor.source, ()) if span else ()
        found |= {rests for first, last, rests in there if span and first <= span[1] and span[0] <= last}
    for slug, actor in briefing.actors.items():
        if mentions(question.text, names_of(actor)):
            found |= _of_actor(briefing, slug)
    return found


_BY_KIND: dict[MarkKind, Callable[[Briefing, str], set[int]]] = {
    "actor": _of_actor,
    "source": _of_source,
    "topic": _of_topic,
    "time": _of_time,
    "question": _of_question,
}


def _span(anchor: Anchor) -> tuple[int, int] | None:
    """Returns the first and the last paragraph; None for a whole source. A file may say
    `bbc#1-999999`, so nobody makes a set of it."""
    return None if anchor.first is None else (anchor.first, anchor.last or anchor.first)
