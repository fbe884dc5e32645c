"""Text becomes tokens and sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.derive import lexicon, tokens

WORDS = lexicon.load()


def read(text: str) -> list[str]:
    return [token.text for token in tokens.tokens(text, 0, len(text), WORDS)]


def sentences(text: str) -> list[str]:
    found = tokens.tokens(text, 0, len(text), WORDS)
    return [text[one.start : one.end] for one in tokens.sentences(found, 0, 1, WORDS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Syria’s army", ["Syria", "’s", "army"]),
        ("Mr. Lung-bin of the U.S. can't", ["Mr.", "Lung-bin", "of", "the", "U.S.", "can't"]),
        ("240,000 at 15:11 on the 33rd", ["240,000", "at", "15:11", "on", "the", "33rd"]),
        ("O'Neill's “word”...", ["O'Neill", "'s", "“", "word", "”", "..."]),
        ("a magnitude-7.1 quake", ["a", "magnitude-7.1", "quake"]),
    ],
)
def test_names_abbreviations_numbers_and_possessives_are_told_apart(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def test_a_full_stop_after_an_abbreviation_ends_a_sentence_only_before_a_word_that_begins_one() -> None:
    assert sentences("He met Gen. Smith in the U.S. Army camp. She left.") == [
        "He met Gen. Smith in the U.S. Army camp.",
        "She left.",
    ]
    assert sentences("She works in the U.S. The army left.") == ["She works in the U.S.", "The army left."]


def test_a_closing_mark_belongs_to_the_sentence_that_it_closes() -> None:
    assert sentences("“Go.” He went.") == ["“Go.”", "He went."]


@given(st.text(max_size=200))
def test_tokens_stand_in_order_and_leave_out_nothing_but_blanks(text: str) -> None:
    found = tokens.tokens(text, 0, len(text), WORDS)
    at = 0
    for token in found:
        assert text[at : token.start].strip() == ""
        assert text[token.start : token.end] == token.text
        at = token.end
    assert text[at:].strip() == ""


@given(st.text(alphabet='aB .“”!?"', max_size=120))
def test_sentences_cover_all_tokens_without_overlap(text: str) -> None:
    found = tokens.tokens(text, 0, len(text), WORDS)
    cut = tokens.sentences(found, 0, 1, WORDS)
    assert [at for one in cut for at in range(one.first, one.last)] == list(range(len(found)))
