"""A text falls into numbered paragraphs, and no offset moves."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.sources import from_text


def paragraphs(text: str) -> list[str]:
    article = from_text(text)
    return [article.paragraph(number) for number in range(1, len(article.paragraphs) + 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo\nlines.\n\n\n\nThree.", ["One.", "Two\nlines.", "Three."]),
        ("One.\n \t\u00a0\nTwo.", ["One.", "Two."]),
        ("One.\nTwo.\nThree.\n", ["One.", "Two.", "Three."]),
        ("\n\n  One.  \n\n", ["One."]),
        ("\n\nOne.\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\nTwo\r\nlines.", ["One.", "Two \nlines."]),
        ("One.\r\rTwo.", ["One.", "Two."]),
        ("One.\n\x0c\nTwo.", ["One.", "Two."]),
        ("", []),
        (" \n\n\t", []),
    ],
    ids=[
        "empty lines",
        "blank lines",
        "one a line",
        "blanks outside",
        "empty lines outside only",
        "CRLF",
        "CR",
        "page break",
        "nothing",
        "only blanks",
    ],
)
def test_paragraphs_are_separated_by_blank_lines_or_else_by_lines(text: str, expected: list[str]) -> None:
    assert paragraphs(text) == expected


def test_whatever_stands_first_is_number_one() -> None:
    assert [p.number for p in from_text("Headline\n\nText.").paragraphs] == [1, 2]


@pytest.mark.parametrize("number", [0, 3, -1])
def test_a_paragraph_that_is_not_there_is_refused(number: int) -> None:
    with pytest.raises(IndexError):
        from_text("One.\n\nTwo.").paragraph(number)


def test_a_text_can_not_act_on_the_terminal() -> None:
    article = from_text("a\x1b[31mb\u202ec")
    assert article.text == "a␛[31mb�c"


_TEXT = st.text(st.sampled_from("ab .\n\r\t\x0b\x0c\x1b\u00a0\u2028\u202e\u0301é叛😀"), max_size=60)


@given(_TEXT)
def test_no_offset_moves_and_no_word_is_lost(text: str) -> None:
    article = from_text(text)
    assert len(article.text) == len(text)
    inside = "".join(article.text[start:end] for _, start, end in article.paragraphs)
    assert "".join(inside.split()) == "".join(article.text.split())
    assert all(one.end < other.start for one, other in pairwise(article.paragraphs))


@given(_TEXT)
def test_paragraphs_count_from_one_and_neither_begin_nor_end_with_a_blank(text: str) -> None:
    article = from_text(text)
    assert [p.number for p in article.paragraphs] == list(range(1, len(article.paragraphs) + 1))
    for number in range(1, len(article.paragraphs) + 1):
        words = article.paragraph(number)
        assert words
        assert words == words.strip()
