"""The orders of a list of briefings, and which of them a few words mean."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import dates
from briefing.library.order import ORDERS, matching, ordered, words_for
from briefing.library.summary import Summary

DATES = st.sampled_from([None, *map(dates.parse, ["2024-11-30", "2024", "2024-11-27/..", "../2024-01-01", "2024-12~"])])
SUMMARIES = st.lists(
    st.builds(
        Summary,
        path=st.integers(0, 99).map(lambda number: Path(f"/desk/{number}.yaml")),
        title=st.sampled_from(["Ant", "ant", "Bee", ""]),
        as_of=DATES,
        unsettled=st.integers(0, 3),
        due=DATES,
    ),
    max_size=8,
    unique_by=lambda summary: summary.path,
)


def made(title: str, as_of: str = "", unsettled: int = 0, due: str = "") -> Summary:
    return Summary(
        Path(f"/desk/{title.lower()}.yaml"),
        title,
        dates.parse(as_of) if as_of else None,
        unsettled,
        due=dates.parse(due) if due else None,
    )


DESK = [
    made("Zebra", "2023", 1, "2024-12-02"),
    made("ant", "", 3),
    made("Bee", "2024-11-30", 0, "2024-12-05"),
    made("Cow", "2024-10", 1, "2024-12-01"),
]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("as_of", ["Bee", "Cow", "Zebra", "ant"]),
        ("title", ["ant", "Bee", "Cow", "Zebra"]),
        ("open", ["ant", "Cow", "Zebra", "Bee"]),
        ("due", ["Cow", "Zebra", "Bee", "ant"]),
    ],
)
def test_an_order_puts_first_what_it_is_named_after(order: str, expected: list[str]) -> None:
    assert [summary.title for summary in ordered(DESK, order)] == expected


@given(SUMMARIES, st.sampled_from(ORDERS), st.randoms(use_true_random=False))
def test_an_order_does_not_depend_on_the_one_before(found: list[Summary], order: str, random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert ordered(shuffled, order) == ordered(found, order)
    assert sorted(ordered(found, order), key=lambda summary: summary.path) == sorted(
        found, key=lambda summary: summary.path
    )


def test_every_order_has_a_name_of_its_own() -> None:
    assert len({words_for(order) for order in ORDERS}) == len(ORDERS) == 4


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", ["Zebra", "ant", "Bee", "Cow"]),
        ("BEE", ["Bee"]),
        ("eb", ["Zebra"]),
        ("yaml cow", ["Cow"]),
        ("cow bee", []),
        ("  ant ", ["ant"]),
        ("(", []),
    ],
)
def test_a_filter_keeps_what_has_every_word_in_title_or_file_name(words: str, expected: list[str]) -> None:
    assert [summary.title for summary in matching(DESK, words)] == expected
