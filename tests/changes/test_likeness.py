"""How alike two sentences are: by words, their order, and what they count."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.changes.identity import ALIKE, ALIKE_UNDER_A_HEAD
from briefing.changes.likeness import likeness, most, wording

SENTENCES = st.lists(
    st.sampled_from(
        [
            "Rebels",
            "rebels",
            "army",
            "shell",
            "shells",
            "the",
            "a",
            "311",
            "412",
            "Aleppo",
            "Hama",
            "withdraw",
            "withdrew",
            "停",
            "火",
            "…",
        ]
    ),
    max_size=9,
).map(" ".join)


def alike(one: str, other: str) -> float:
    """The figure alone."""
    return likeness(wording(one), wording(other))[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Why did the army put up so little resistence?", "Why did the army put up so little resistance?"),
        ("Ceassefire", "Ceasefire"),
        ("Army falls back to a line north of Hama", "Army falls back to a new line north of Hama"),
        ("Assad: “We will return”", "Assad: We will return."),
        ("停火协议生效", "停火协议昨天生效"),
    ],
)
def test_a_sentence_that_was_mended_is_nearly_the_same(one: str, other: str) -> None:
    assert alike(one, other) >= 0.8


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Rebels launch the offensive from a joint command",
            "The offensive was launched by rebels under a joint command",
        ),
        ("Assad flees Damascus", "Bashar al-Assad flees Damascus for Moscow"),
        ("At least 20 killed by shelling of the square", "At least 28 killed by shelling of the square"),
    ],
)
def test_a_sentence_that_was_told_anew_is_half_the_same(one: str, other: str) -> None:
    assert 0.5 <= alike(one, other) < 0.8


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("311 people were killed in Aleppo on Friday", "412 people were killed in Aleppo on Friday"),
        ("Israel strikes Iran", "Iran strikes Israel"),
        ("Rebels take Hama", "Rebels take Homs"),
        ("Iran backs the army", "Iraq backs the army"),
    ],
)
def test_other_numbers_names_or_another_order_are_another_thing(one: str, other: str) -> None:
    assert alike(one, other) < 0.8


def test_sentences_about_something_else_have_nothing_in_common() -> None:
    assert alike("Israel steps up attacks on the border", "Russia intervenes and turns the war") < 0.2


def test_numbers_contradict_only_when_each_side_has_one_that_the_other_lacks() -> None:
    assert likeness(wording("311 killed"), wording("412 killed"))[1]
    assert not likeness(wording("311 killed"), wording("311 killed, 28 of them civilians"))[1]


def test_texts_without_words_are_compared_by_their_signs() -> None:
    assert alike("…", "…") == 1
    assert alike("…", "?!") == 0
    assert alike("", "") == 0


def test_a_very_long_text_is_known_by_its_beginning() -> None:
    long = "word " * 10_000
    assert likeness(wording(long), wording(long + "and more"))[0] == 1


def test_slips_are_looked_for_only_where_few_words_differ() -> None:
    many = [f"word{letter * 3}" for letter in "abcdefghij"]
    slipped = [f"{word}x" for word in many]
    assert alike(" ".join(many[:4]), " ".join(slipped[:4])) > 0.8
    assert alike(" ".join(many), " ".join(slipped)) == 0


PAGE = Path(__file__).parent.parent.parent / "docs" / "changes.md"
ROWS = re.findall(
    r"^\| ([^|]+) \| ([^|]+) \| (\d\.\d\d) \| ([^|]+) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE
)


def test_the_page_has_examples() -> None:
    assert len(ROWS) == 7


@pytest.mark.parametrize(("one", "other", "figure", "same"), ROWS)
def test_the_figures_of_the_page_are_those_of_the_program(one: str, other: str, figure: str, same: str) -> None:
    assert f"{alike(one, other):.2f}" == figure
    assert (float(figure) >= ALIKE) == (same == "yes")
    assert (float(figure) < ALIKE_UNDER_A_HEAD) == (same == "no")


@given(SENTENCES, SENTENCES)
def test_it_does_not_matter_which_comes_first(one: str, other: str) -> None:
    assert likeness(wording(one), wording(other)) == likeness(wording(other), wording(one))


@given(SENTENCES, SENTENCES)
def test_the_figure_lies_between_nothing_and_all(one: str, other: str) -> None:
    assert 0 <= alike(one, other) <= 1
    assert 0 <= most(wording(one), wording(other)) <= 1
    if wording(one).words:
        assert alike(one, one) == 1
