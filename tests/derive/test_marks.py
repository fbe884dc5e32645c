"""Quotation marks are paired by type."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.derive.marks import pairs


def inside(*paragraphs: str) -> list[list[str]]:
    text, bounds, at = "\n\n".join(paragraphs), [], 0
    for paragraph in paragraphs:
        bounds.append((at, at + len(paragraph)))
        at += len(paragraph) + 2
    return [[text[pair.start : pair.end] for pair in found if pair.depth == 0] for found in pairs(text, bounds)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "go" and "stay".', ["go", "stay"]),
        ("He said “go” and left.", ["go"]),
        ("'We let people down,' she said.", ["We let people down,"]),
        ("‘The rebels’ lines broke,’ he said.", ["The rebels’ lines broke,"]),
        ("Er sagte: „Geh.“ Dann ging er.", ["Geh."]),
        ("Il dit « va » et partit.", [" va "]),
        ("Han sa ”gå” och gick.", ["gå"]),
        ("“He called it ‘odd’,” she said.", ["He called it ‘odd’,"]),
    ],
)
def test_every_kind_of_marks_is_paired(text: str, expected: list[str]) -> None:
    assert inside(text) == [expected]


@pytest.mark.parametrize(
    "text", ["the rebels’ lines", "don't, can’t and won't", "rock 'n' roll", "5'10\" tall", "It's the boys' own"]
)
def test_apostrophes_and_inches_open_nothing(text: str) -> None:
    assert inside(text) == [[]]


def test_a_quotation_goes_on_in_the_paragraph_that_opens_with_its_mark() -> None:
    assert inside("“One.", "“Two,” he said.") == [["One."], ["Two,"]]


def test_a_quotation_goes_on_in_the_paragraph_that_closes_it_without_opening() -> None:
    assert inside('He said, "One.', 'Two." He left.') == [["One."], ["Two."]]


def test_a_single_mark_quotes_nothing() -> None:
    assert inside('He said "go and left.') == [[]]
    assert inside("“") == [[]]


@given(st.text(alphabet="ab .,“”‘’\"'„«»\n", max_size=80))
def test_pairs_lie_in_their_paragraph_and_only_nest(text: str) -> None:
    (found,) = pairs(text, [(0, len(text))])
    for pair in found:
        assert 0 <= pair.before <= pair.start <= pair.end <= pair.after <= len(text)
    outer = [pair for pair in found if pair.depth == 0]
    assert all(one.after <= other.before for one, other in itertools.pairwise(outer))
