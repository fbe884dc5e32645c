"""The words in which exports say what a briefing writes in codes."""

from __future__ import annotations

import pytest

from briefing.document import grammar
from briefing.export import words
from briefing.model import Anchor


@pytest.mark.parametrize(
    ("anchors", "expected"),
    [
        ([], ""),
        ([Anchor("bbc")], "[bbc]"),
        ([Anchor("bbc", 12)], "[bbc ¶12]"),
        ([Anchor("bbc", 12, 12)], "[bbc ¶12]"),
        ([Anchor("bbc", 12, 13)], "[bbc ¶12–13]"),
        ([Anchor("bbc", 1), Anchor("bbc", 3)], "[bbc ¶1, ¶3]"),
        ([Anchor("bbc", 1), Anchor("ap", 3), Anchor("bbc", 4)], "[bbc ¶1; ap ¶3; bbc ¶4]"),
        ([Anchor("bbc"), Anchor("bbc", 4)], "[bbc; bbc ¶4]"),
        ([Anchor("bbc", 4), Anchor("bbc")], "[bbc ¶4; bbc]"),
    ],
)
def test_a_citation_names_each_source_once_and_its_paragraphs(anchors: list[Anchor], expected: str) -> None:
    assert words.breakable(words.citation(anchors)) == expected


def test_a_citation_is_only_torn_between_passages() -> None:
    assert words.citation([Anchor("bbc", 1), Anchor("bbc", 3)]).split(" ") == ["[bbc\N{NO-BREAK SPACE}¶1,", "¶3]"]


@pytest.mark.parametrize(("number", "expected"), [(0, "no sources"), (1, "1 source"), (2, "2 sources")])
def test_counts_are_said_in_words(number: int, expected: str) -> None:
    assert words.count(number, "source") == expected


@pytest.mark.parametrize(
    ("parts", "expected"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_listing_ends_in_and(parts: list[str], expected: str) -> None:
    assert words.listing(parts) == expected


def test_every_rating_of_the_grammar_has_its_words() -> None:
    codes = {word for s in grammar.SECTIONS for f in s.fields if f.name == "rating" for word in f.words}
    assert codes == {*words.RELIABILITY, *words.CREDIBILITY}
    assert words.rating("C") == ("Reliability", "C, fairly reliable")
    assert words.rating("2") == ("Credibility", "2, probably true")


def test_a_rating_that_nobody_knows_is_shown_as_written() -> None:
    assert words.rating("9") == ("Rating", "9")


@pytest.mark.parametrize(
    ("code", "said"),
    [("C", "reliability C, fairly reliable"), ("2", "credibility 2, probably true"), ("9", "rating 9")],
)
def test_a_rating_is_said_within_a_sentence(code: str, said: str) -> None:
    assert words.rated(code) == said


def test_prose_flows_and_keeps_its_paragraphs() -> None:
    assert words.flowing("One\ntwo\n\nthree\nfour\n") == "One two\n\nthree four"
