"""A briefing turned round says of every mark what going through all items one by one would say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import dates
from briefing.model import Actor, Briefing, Item, Quote, Source
from briefing.tui.about import anchors_of, dates_of, mentions, names_of, slugs_of, texts_of
from briefing.tui.concern import Mark
from briefing.tui.concerned import concerned, known
from tests.bench.corpus import briefing_text
from tests.tui.stage import EVERYTHING, SAMPLE
from tests.tui.stories import story_from, story_of

_BRIEFINGS = [story_of(SAMPLE).briefing, story_of(EVERYTHING).briefing, story_from(briefing_text(200)).briefing]
_WORDS = st.text(alphabet="ab \n", min_size=1, max_size=12).map(str.strip).filter(bool)


def _going_through(briefing: Briefing, wanted: Callable[[Item], bool]) -> frozenset[int]:
    return frozenset(item.offset for item in briefing.items() if wanted(item))


@pytest.mark.parametrize("briefing", _BRIEFINGS)
def test_an_actor_is_found_by_slug_by_name_and_by_relation(briefing: Briefing) -> None:
    for slug, actor in briefing.actors.items():
        names = names_of(actor)
        ends = [(relation.start, relation.end) for relation in briefing.relations]
        related = {other for pair in ends if slug in pair for other in pair} | {slug}

        def wanted(item: Item, slug: str = slug, names: list[str] = names, related: set[str] = related) -> bool:
            if isinstance(item, Actor):
                return item.head in related or mentions(item.role, names)
            return slug in slugs_of(item) or any(mentions(text, names) for text in texts_of(item))

        assert concerned(briefing, [Mark("actor", slug)]) == _going_through(briefing, wanted), slug


@pytest.mark.parametrize("briefing", _BRIEFINGS)
def test_a_span_of_time_is_found_by_what_overlaps_it(briefing: Briefing) -> None:
    for event in briefing.timeline[:40]:
        if event.date.lower is None and event.date.upper is None:
            continue
        found = _going_through(briefing, lambda item, d=event.date: any(dates.overlaps(x, d) for x in dates_of(item)))  # type: ignore[misc]
        assert concerned(briefing, [Mark("time", event.date.text)]) == found


@pytest.mark.parametrize("briefing", _BRIEFINGS)
def test_a_source_and_a_topic_bring_those_who_said_it(briefing: Briefing) -> None:
    for slug in briefing.sources:
        found = concerned(briefing, [Mark("source", slug)])
        rests = _going_through(briefing, lambda item, slug=slug: any(a.source == slug for a in anchors_of(item)))  # type: ignore[misc]
        speakers = {quote.head for quote in briefing.quotes if quote.offset in rests}
        assert (
            found - rests
            == {
                item.offset
                for item in briefing.items()
                if (isinstance(item, Source) and item.head == slug)
                or (isinstance(item, Actor) and item.head in speakers)
            }
            - rests
        )
    for topic in {quote.topic for quote in briefing.quotes if quote.topic}:
        found = concerned(briefing, [Mark("topic", topic.upper())])
        quotes = {q.offset for q in briefing.quotes if q.topic.casefold() == topic.casefold()}
        assert {item.offset for item in briefing.items() if isinstance(item, Quote) and item.offset in found} == quotes


@given(st.lists(_WORDS, min_size=1, max_size=8), _WORDS)
def test_a_name_is_found_in_whole_words_and_never_across_two_items(texts: list[str], name: str) -> None:
    lines = "".join(f"  - {{open: {text!r}}}\n" for text in (" ".join(text.split()) for text in texts))
    briefing = story_from(f"title: x\nquestions:\n{lines}").briefing
    found = known(briefing).naming([name])
    assert found == {question.offset for question in briefing.questions if mentions(question.text, [name])}


def test_marks_combine_to_what_all_of_them_concern() -> None:
    briefing = _BRIEFINGS[0]
    one, other = Mark("actor", "turkey"), Mark("source", "explainer")
    assert concerned(briefing, [one, other]) == concerned(briefing, [one]) & concerned(briefing, [other])
    assert concerned(briefing, []) == frozenset()


def test_a_range_of_paragraphs_beyond_all_measure_is_no_trouble() -> None:
    questions = "[{open: A?, src: s#1-999999}, {open: B?, src: s#5}, {open: C?, src: s}]"
    text = f"title: x\nsources: {{s: A}}\nquestions: {questions}\n"
    briefing = story_from(text).briefing
    first, second, _ = briefing.questions
    assert concerned(briefing, [Mark("question", str(second.offset))]) == {first.offset, second.offset}


def test_a_question_that_is_no_more_concerns_nothing(tmp_path: Path) -> None:
    assert concerned(_BRIEFINGS[0], [Mark("question", "0")]) == frozenset()
