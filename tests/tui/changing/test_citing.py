"""A source is cited in the fewest keys: a number, a letter and a number, or words of the paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Article, Paragraph, Source
from briefing.tui.changing.citing import Sources, anchors


def _article(*paragraphs: str) -> Article:
    text, found = "", []
    for number, words in enumerate(paragraphs, 1):
        found.append(Paragraph(number, len(text), len(text) + len(words)))
        text += words + "\n\n"
    return Article(text, tuple(found))


def _source(slug: str, title: str) -> Source:
    return Source(head=slug, text=title, marks={"": (0, 0)})


ARTICLES = {
    "bbc": _article("Dockers walk out", "“We stop at midnight,” she said.", "Nobody came."),
    "reuters2": _article("Crews come back", "Cranes moved again on Friday."),
}
SOURCES = {
    "bbc": _source("bbc", "Dockers walk out"),
    "ap": _source("ap", "A wire without its text"),
    "reuters2": _source("reuters2", "Crews come back"),
}
TYPED = Sources(SOURCES, ARTICLES, "reuters2")


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("", ""),
        ("2", "reuters2#2"),
        ("1-2", "reuters2#1-2"),
        ("1 – 2", "reuters2#1-2"),
        ("¶2", "reuters2#2"),
        ("bbc#3", "bbc#3"),
        ("bbc 3", "bbc#3"),
        ("bbc ¶3", "bbc#3"),
        ("b 3", "ap#3"),
        ("a3", "bbc#3"),
        ("c2", "reuters2#2"),
        ("bbc", "bbc"),
        ("bbc#", "bbc"),
        ("reuters2", "reuters2"),
        ("reu 1", "reuters2#1"),
        ("bbc 1, 3", "bbc#1, bbc#3"),
        ("bbc#1, ap#99", "bbc#1, ap#99"),
        ("ap 4-6", "ap#4-6"),
    ],
)
def test_what_is_typed_becomes_anchors(typed: str, value: str) -> None:
    assert TYPED.read(typed).value == value


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("9", "reuters2 has 2 paragraphs"),
        ("bbc 3-9", "bbc has 3 paragraphs"),
        ("bbc 0", "bbc 0 is no run of paragraphs"),
        ("bbc 3-2", "bbc 3-2 is no run of paragraphs"),
        ("cnn 3", "no source is called cnn; I adds one"),
        ("at midnight", "no source has the words at midnight"),
    ],
)
def test_what_leads_nowhere_is_said(typed: str, words: str) -> None:
    assert TYPED.read(typed) == (None, words)


def test_without_any_source_it_says_how_to_get_one() -> None:
    none = Sources({}, {})
    assert none.read("").value == ""
    assert none.read("3").words == "there is no source yet; I adds one"
    assert none.choices("") == []


def test_the_meaning_shows_the_first_words_of_the_paragraph() -> None:
    assert TYPED.read("bbc 3").words == "bbc ¶3 Nobody came."
    assert TYPED.read("ap 3").words == "ap#3; its text is not here"
    assert TYPED.read("bbc 1, 3").words.endswith(", and 1 more")


def test_the_sources_are_offered_with_their_letters() -> None:
    assert [choice.value for choice in TYPED.choices("")] == ["bbc#", "ap#", "reuters2#"]
    assert TYPED.choices("")[1][1:] == ("b ap", "A wire without its text, no text here")
    assert [choice.value for choice in TYPED.choices("re")] == ["reuters2#"]
    assert [choice.value for choice in TYPED.choices("bbc#1, a")] == ["bbc#1, bbc#", "bbc#1, ap#"]
    assert not TYPED.choices("bbc 3")


def test_words_find_their_paragraph() -> None:
    assert [choice.value for choice in TYPED.choices("midnight")] == ["bbc#2"]
    assert [choice.value for choice in TYPED.choices("cranes friday")] == ["reuters2#2"]
    assert not TYPED.choices("nowhere at all")


@given(st.text(max_size=30))
def test_whatever_is_typed_is_an_anchor_or_a_sentence(typed: str) -> None:
    told = TYPED.read(typed)
    if told.value is None:
        assert told.words
    else:
        assert all(anchor.partition("#")[0] in SOURCES for anchor in anchors(told.value))
        assert TYPED.read(told.value).value == told.value
    TYPED.choices(typed)
