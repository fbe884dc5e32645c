"""How many, and what is open."""

from __future__ import annotations

import pytest

from tests.derive.conftest import Derive


def figures(derive: Derive, text: str) -> list[tuple[str, str]]:
    return [(one.measure, one.value) for one in derive(text).figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 311 people were killed.", ("people killed", "311+")),
        ("More than two billion people live there.", ("people", "2bn+")),
        ("Fewer than 500 soldiers remain.", ("soldiers", "<500")),
        ("About 20 firms would benefit.", ("firms", "~20")),
        ("Iodine is added to 10 per cent of salt.", ("salt", "10%")),
        ("He was released on $20,000 bail.", ("bail", "$20,000")),
        ("Almost half of all children are ill.", ("children", "~50%")),
        ("Hundreds of homes collapsed.", ("homes", "100+")),
        ("One in three visitors came by train.", ("visitors", "33%")),
    ],
)
def test_a_number_comes_with_its_bound_and_what_it_counts(derive: Derive, text: str, expected: tuple[str, str]) -> None:
    assert figures(derive, text) == [expected]


@pytest.mark.parametrize(
    "text", ["Ana Silva, 43, spoke.", "It is number 3 in the list.", "It began on 3 July.", "The two men left."]
)
def test_ages_ranks_dates_and_known_numbers_are_no_figures(derive: Derive, text: str) -> None:
    assert figures(derive, text) == []


def test_a_figure_is_given_to_who_says_so(derive: Derive) -> None:
    (found,) = derive("According to the World Bank, 40 schools were rebuilt.").figures
    assert found.per == "world-bank"


def test_an_indirect_question_is_turned_into_one(derive: Derive) -> None:
    (found,) = derive("It is unclear whether the talks will go on.").questions
    assert found.text == "Will the talks go on?"
    assert found.reason.cue == "It is unclear"


def test_a_printed_question_above_its_answer_is_not_open(derive: Derive) -> None:
    assert derive("What happened next?\n\nThe talks ended and everybody went home.").questions == []


def test_what_an_actor_says_without_marks_is_a_claim(derive: Derive) -> None:
    (found,) = derive("Ana Silva said that the dam would break within a year.").claims
    assert (found.speaker.slug, found.text) == ("silva", "The dam would break within a year")
