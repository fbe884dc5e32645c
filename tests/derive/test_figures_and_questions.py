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
        ("Half a billion litres were lost.", ("litres", "500m")),
        ("They cancelled a 14-date tour.", ("date tour", "14")),
        ("It would cost between 20 and 40 million rand.", ("rand", "20-40m")),
    ],
)
def test_a_number_comes_with_its_bound_and_what_it_counts(derive: Derive, text: str, expected: tuple[str, str]) -> None:
    assert figures(derive, text) == [expected]


@pytest.mark.parametrize(
    "text", ["Ana Silva, 43, spoke.", "It is number 3 in the list.", "It began on 3 July.", "The two men left."]
)
def test_ages_ranks_dates_and_known_numbers_are_no_figures(derive: Derive, text: str) -> None:
    assert figures(derive, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 80,000 visitors came, up from 63,000 in 2006.", [("visitors", "~80,000"), ("visitors", "63,000")]),
        ("At least 31 people died and 171 were missing.", [("people died", "31+"), ("missing", "171")]),
    ],
)
def test_a_number_without_a_noun_counts_what_the_one_before_it_did(
    derive: Derive, text: str, expected: list[tuple[str, str]]
) -> None:
    assert figures(derive, text) == expected


def test_a_figure_is_given_to_who_says_so(derive: Derive) -> None:
    (found,) = derive("According to the World Bank, 40 schools were rebuilt.").figures
    assert found.per == "world-bank"


def test_an_indirect_question_is_turned_into_one(derive: Derive) -> None:
    (found,) = derive("It is unclear whether the talks will go on.").questions
    assert found.text == "Will the talks go on?"
    assert found.reason.cue == "It is unclear"


@pytest.mark.parametrize(
    "text",
    [
        "It is not clear whether the council has the power to do so.",
        "Whether it will pass remains to be seen.",
        "Officials have not said how many were hurt.",
        "The cause of the fire is under investigation.",
        "Why the ships met is a mystery.",
        "No date has been set for the trial.",
        "The company declined to comment on cuts.",
        "How it will vote is anyone's guess.",
        "Police are still looking for a woman.",
        "The verdict is awaited, and a decision is pending.",
    ],
)
def test_words_of_uncertainty_leave_a_question(derive: Derive, text: str) -> None:
    (found,) = derive(f"It was a calm day.\n\n{text}").questions
    assert found.text.endswith("?")


@pytest.mark.parametrize(
    "text", ["She said that the bus was late.", "The bridge was opened in May.", "He lives across the street."]
)
def test_plain_statements_leave_none(derive: Derive, text: str) -> None:
    assert derive(text).questions == []


def test_each_part_of_a_sentence_may_leave_a_question(derive: Derive) -> None:
    text = "It is unclear whether the dam will hold, and nobody knows who will pay for it."
    assert len(derive(text).questions) == 2


def test_a_printed_question_above_its_answer_is_not_open(derive: Derive) -> None:
    assert derive("What happened next?\n\nThe talks ended and everybody went home.").questions == []


def test_what_an_actor_says_without_marks_is_a_claim(derive: Derive) -> None:
    (found,) = derive("Ana Silva said that the dam would break within a year.").claims
    assert (found.speaker.slug, found.text) == ("silva", "The dam would break within a year")


def test_what_may_or_could_happen_is_open_only_where_little_else_is(derive: Derive) -> None:
    weak = "The dam could break.\n\nThe road may close.\n\nThe town might move."
    assert 0 < len(derive(f"It was a calm day.\n\n{weak}").questions) <= 2
    strong = "It is unclear whether the dam will hold.\n\nNobody knows who will pay.\n\nNo date has been set."
    asked = derive(f"It was a calm day.\n\n{strong}\n\n{weak}").questions
    assert all("could" not in one.reason.cue and "may" not in one.reason.cue for one in asked)


def test_the_month_of_may_leaves_nothing_open(derive: Derive) -> None:
    assert derive("It was a calm day.\n\nMay 5 was a holiday, and May was dry.").questions == []
