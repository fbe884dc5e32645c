"""From any item a reader steps through the passages that it rests on."""

from __future__ import annotations

from briefing import dates
from briefing.anchors import Passage, Status, passages
from briefing.model import Anchor, Claim, Figure, Judgement, Quote, Was
from briefing.quantities import parse
from briefing.sources import from_text

ARTICLES = {"bbc": from_text("One.\n\n“Two is here,” he said.\n\nThree.\n\nTwo is here, she said.\n\nThe end")}


def quote(words: str, *src: Anchor) -> Quote:
    return Quote(head="khalifa", text=words, marks={"": (0, 9)}, src=src)


def test_a_quotation_leads_to_its_words_and_then_to_what_else_it_cites() -> None:
    first, second = passages(quote("Two is here", Anchor("bbc", 2), Anchor("bbc", 3)), ARTICLES)
    assert (first.first, first.last, first.spans) == (2, 2, ((7, 18),))
    assert first.status is not None
    assert first.status.status is Status.EXACT
    assert second == Passage("bbc", 3, 3)


def test_an_anchor_around_the_words_found_is_not_repeated() -> None:
    assert len(passages(quote("Two is here", Anchor("bbc", 1, 3)), ARTICLES)) == 1
    assert len(passages(quote("One", Anchor("bbc")), ARTICLES)) == 1


def test_a_quotation_that_moved_leads_to_both_places() -> None:
    found = passages(quote("The end", Anchor("bbc", 1)), ARTICLES)
    assert [(p.first, p.status and p.status.status) for p in found] == [(5, Status.MOVED), (1, None)]


def test_a_quotation_in_several_places_leads_to_each() -> None:
    found = passages(quote("Two is here"), ARTICLES)
    assert [(p.first, p.last, len(p.spans)) for p in found] == [(2, 2, 1), (4, 4, 1)]
    assert all(p.status and p.status.status is Status.AMBIGUOUS for p in found)


def test_a_missing_quotation_leads_to_its_citation_and_says_that_it_is_not_there() -> None:
    (found,) = passages(quote("Nobody said this", Anchor("bbc", 3)), ARTICLES)
    assert (found.first, found.spans) == (3, ())
    assert found.status is not None
    assert found.status.status is Status.MISSING


def test_a_quotation_found_nowhere_and_citing_nothing_leads_nowhere() -> None:
    assert passages(quote("Nobody said this"), ARTICLES) == ()


def test_a_source_without_a_text_says_so() -> None:
    (found,) = passages(quote("Two is here", Anchor("ap", 2)), ARTICLES)
    assert (found.source, found.first) == ("ap", 2)
    assert found.status is not None
    assert found.status.status is Status.UNVERIFIABLE


def test_an_item_in_our_words_leads_to_the_paragraphs_it_cites() -> None:
    claim = Claim(head="a", text="b", marks={"": (0, 3)}, src=(Anchor("bbc", 1), Anchor("bbc", 2, 3), Anchor("bbc")))
    assert passages(claim, ARTICLES) == (Passage("bbc", 1, 1), Passage("bbc", 2, 3), Passage("bbc"))


def test_a_paragraph_that_is_not_there_is_said_not_to_be() -> None:
    claim = Claim(head="a", text="b", marks={"": (0, 3)}, src=(Anchor("bbc", 45), Anchor("bbc", 4, 45)))
    lost, cut = passages(claim, ARTICLES)
    assert (lost.first, lost.status and lost.status.status) == (None, Status.MISSING)
    assert (cut.first, cut.last) == (4, 5)


def test_a_judgement_leads_to_what_speaks_for_it_and_against_it() -> None:
    judgement = Judgement(
        head="likely",
        text="b",
        marks={"": (0, 3)},
        because=(Anchor("bbc", 1),),
        but=(Anchor("bbc", 3), Anchor("bbc", 1)),
    )
    assert [p.first for p in passages(judgement, ARTICLES)] == [1, 3]


def test_a_figure_leads_to_its_earlier_values_too() -> None:
    was = Was(parse("300"), dates.parse("2024-11-29"), (Anchor("bbc", 3),))
    figure = Figure(
        head="killed", text="311+", marks={"": (0, 8)}, value=parse("311+"), src=(Anchor("bbc", 1),), was=(was,)
    )
    assert [p.first for p in passages(figure, ARTICLES)] == [1, 3]
