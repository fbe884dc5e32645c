"""The bundled briefing is one to learn from: everything in it is verified against its source."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest

from briefing.anchors import Status, find, locate
from briefing.check import run
from briefing.document.load import Loaded, load
from briefing.model import Anchor, Claim, Event, Item, Quote, Relation
from briefing.sources import Articles, read_all

SEEDS = Path(__file__).parent.parent / "seeds"
TEXT = (SEEDS / "aleppo.yaml").read_text(encoding="utf-8")
LOADED: Loaded = load(TEXT, "aleppo.yaml")
BRIEFING = LOADED.briefing
ARTICLES: Articles = read_all(BRIEFING, SEEDS)
ARTICLE = ARTICLES["explainer"]

_CAPTIONS_AND_BANNER = {10, 23, 37}


def name(item: Item) -> str:
    return f"{item.head}: {item.text[:30]}"


def anchors() -> list[Anchor]:
    found = [anchor for item in BRIEFING.items() for anchor in item.src]
    for judgement in BRIEFING.judgements:
        found += [*judgement.because, *judgement.but]
    return found


def test_it_loads_and_checks_without_a_problem() -> None:
    assert LOADED.problems == ()
    assert ARTICLES.problems == {}
    assert run(BRIEFING, TEXT, "aleppo.yaml", ARTICLES) == ()


def test_the_article_is_untouched() -> None:
    digest = sha256((SEEDS / "aleppo.txt").read_bytes()).hexdigest()
    assert digest == "bfd2f9b4ba550cd72ebae36b22d73ea1068ac032db9b980413e4d15716b7ec1d"
    assert BRIEFING.sources["explainer"].sha256 == digest
    assert len(ARTICLE.paragraphs) == 37


@pytest.mark.parametrize("quote", BRIEFING.quotes, ids=name)
def test_each_quotation_stands_word_for_word_in_the_paragraph_it_cites(quote: Quote) -> None:
    match = locate(quote.text, quote.src, ARTICLES)
    assert match.status is Status.EXACT
    assert match.paragraphs == (quote.src[0].first,)


@pytest.mark.parametrize("quote", BRIEFING.quotes, ids=name)
def test_each_quotation_stands_between_quotation_marks(quote: Quote) -> None:
    ((start, end),) = locate(quote.text, quote.src, ARTICLES).spans
    assert ARTICLE.text[start - 1] == "“"
    assert re.match("[,.]?”", ARTICLE.text[end : end + 2])


def test_it_holds_every_passage_between_quotation_marks() -> None:
    printed = [words.rstrip(",.") for words in re.findall("“([^”]*)”", ARTICLE.text)]
    assert sorted(quote.text for quote in BRIEFING.quotes) == sorted(printed)
    assert len(printed) == 14


def test_few_quotations_are_key() -> None:
    assert 0 < sum(quote.key for quote in BRIEFING.quotes) <= 4


@pytest.mark.parametrize("anchor", anchors(), ids=str)
def test_each_anchor_leads_to_a_paragraph_of_the_story_itself(anchor: Anchor) -> None:
    assert anchor.source == "explainer"
    assert anchor.paragraphs
    assert 1 <= anchor.paragraphs[0] <= anchor.paragraphs[-1] <= 37
    assert not _CAPTIONS_AND_BANNER & set(anchor.paragraphs)


@pytest.mark.parametrize("event", [event for event in BRIEFING.timeline if event.dated_by], ids=name)
def test_the_words_that_date_an_event_stand_in_the_paragraph_it_cites(event: Event) -> None:
    (anchor,) = event.src
    assert find(event.dated_by, ARTICLE, anchor.source, anchor.paragraphs).status is Status.EXACT


@pytest.mark.parametrize("event", BRIEFING.timeline, ids=name)
def test_each_event_says_where_its_date_comes_from(event: Event) -> None:
    assert event.dated_by or event.note
    assert event.src


@pytest.mark.parametrize("item", [*BRIEFING.claims, *BRIEFING.relations], ids=name)
def test_each_claim_and_relation_has_its_passage(item: Claim | Relation) -> None:
    assert item.src


def test_every_actor_has_a_kind_a_side_and_a_passage() -> None:
    for actor in BRIEFING.actors.values():
        assert actor.kind
        assert actor.side in BRIEFING.sides
        assert actor.src


def test_other_names_of_actors_are_names_in_the_text_unless_a_comment_says_so() -> None:
    names = [name for actor in BRIEFING.actors.values() for name in actor.aka]
    assert [name for name in names if name.lower() not in ARTICLE.text.lower()] == ["Hayat Tahrir al-Sham"]


def test_every_open_question_says_what_to_watch_and_where_it_comes_from() -> None:
    questions = [question for question in BRIEFING.questions if question.head in ("open", "watching")]
    assert len(questions) >= 4
    for question in questions:
        assert question.watch
        assert question.src


def test_nothing_in_it_is_a_draft_or_unknown() -> None:
    assert not any(item.draft for item in BRIEFING.items())
    assert not any(item.extra for item in BRIEFING.items())
    assert not BRIEFING.extra


def test_it_shows_every_section_of_the_format() -> None:
    from briefing.document.grammar import SECTIONS

    assert [section.name for section in SECTIONS if not getattr(BRIEFING, section.name)] == []
