"""Markdown becomes the text that its reader sees."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.sources.markdown import plain


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("# A head #", "A head"),
        ("A head\n======", "A head"),
        ("**bold** and *italic* and `code`", "bold and italic and code"),
        ('a [link](http://x.org) and ![an image](y.png "t")', "a link and an image"),
        ("> said\n> more", "said\nmore"),
        ("- one\n- two", "one\ntwo"),
        ("snake_case_name and 2*3*4", "snake_case_name and 2*3*4"),
        ("an [insertion] stays", "an [insertion] stays"),
        (r"\*not italic\*", "*not italic*"),
        ("<b>tags</b> go", "tags go"),
    ],
)
def test_markup_gives_way_to_its_words(written: str, seen: str) -> None:
    assert plain(written).text.strip() == seen


def test_front_matter_is_taken_away_and_told() -> None:
    found = plain('---\ntitle: "Bridge closed"\ndate: 2024-03-01\n---\nText.\n')
    assert found.text.strip() == "Text."
    assert found.fields == {"title": "Bridge closed", "date": "2024-03-01"}


@given(st.text(alphabet="ab \n", max_size=100))
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert plain(text).text.split() == text.split()


@pytest.mark.parametrize("piece", ["[", "![", "*a ", "**", "`", "<", "[a](", "> ", "_a", "- ", "<!--", "\\"])
def test_a_repeated_mark_costs_little(piece: str) -> None:
    start = time.process_time()
    plain(piece * 20_000)
    assert time.process_time() - start < 5
