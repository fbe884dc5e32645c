"""Rules about anchors: that they lead to a paragraph, and that the words for a date stand there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.anchors import Status, find
from briefing.check.case import Case, Finding, cite
from briefing.model import Anchor, Event, Figure, Item, Judgement


def out_of_range(case: Case) -> Iterator[Finding]:
    """Yields the anchors whose paragraphs their source does not have."""
    for item in case.briefing.items():
        for name, entry, anchor in _anchors(item):
            article = case.articles.get(anchor.source)
            numbers = anchor.paragraphs
            if article is None or not numbers:
                continue
            size = len(article.paragraphs)
            if not 1 <= numbers[0] <= numbers[-1] <= size:
                has = f"{anchor.source} has {size} paragraph{'' if size == 1 else 's'}"
                there = str(anchor).removeprefix(anchor.source)
                fix = f"cite a paragraph from 1 to {size}" if size else f"write {anchor.source} for the whole source"
                yield Finding(item.at(name, entry), f"{has}; {there} is not there", fix)


def undated(case: Case) -> Iterator[Finding]:
    """Yields the events whose `dated_by` stands in none of the paragraphs that they cite."""
    for event in case.briefing.timeline:
        anchors = [anchor for anchor in event.src if anchor.paragraphs]
        if not event.dated_by or not anchors or len(anchors) < len(event.src):
            continue
        if all(anchor.source in case.articles for anchor in anchors) and not _dates(event, anchors, case):
            yield Finding(
                event.at("dated_by"),
                f"“{event.dated_by}” does not stand in {', '.join(map(cite, anchors))}",
                "copy the words for the date from the paragraph that is cited, or cite the one they stand in",
            )


def _dates(event: Event, anchors: Sequence[Anchor], case: Case) -> bool:
    # A reader who copies "This week" from the middle of a sentence, or the other way round, has not misquoted.
    words = event.dated_by
    readings = (words, words[0].swapcase() + words[1:])
    return any(
        find(reading, case.articles[anchor.source], anchor.source, anchor.paragraphs).status in _THERE
        for anchor in anchors
        for reading in readings
    )


_THERE = (Status.EXACT, Status.NORMALISED, Status.ELIDED)


def _anchors(item: Item) -> Iterator[tuple[str, int | None, Anchor]]:
    """Yields every anchor of an item with its field and its place in the field's list."""
    lists = [("src", item.src)]
    if isinstance(item, Judgement):
        lists += [("because", item.because), ("but", item.but)]
    for name, anchors in lists:
        for entry, anchor in enumerate(anchors):
            yield name, entry, anchor
    if isinstance(item, Figure):
        for was in item.was:
            for anchor in was.src:
                yield "was", None, anchor
