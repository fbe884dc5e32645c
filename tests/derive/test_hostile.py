"""Any text gives a draft that loads, in a time that grows with its length."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.derive import engine, lexicon, writer
from briefing.document.load import load
from briefing.sources import from_text
from tests.derive.conftest import PUBLISHED, Derive

WORDS = lexicon.load()
PIECES = [
    "Ana Silva",
    "the Kremlin",
    "said",
    "“",
    "”",
    '"',
    "'",
    "‘",
    "’",
    "on Friday",
    "in 2015",
    "two",
    "years ago",
    "mid-",
    "U.S.",
    "according to",
    "whether",
    "rebels",
    "Turkish-backed",
    "$5 million",
    ".",
    ", ",
    "\n\n",
    " ",
    "(",
    ")",
    "—",
    ": ",
    " #",
    "[x]",
    "{",
    "|",
    "%",
    "&",
    "*",
    "- ",
    "May",
    "the next",
    "9999",
    "decades",
    "\x1b[31m",
    "\u202e",
    "\ufeff",
    "no",
    "~",
    "null",
    "1-0",
    "the past",
    "end of the",
    "week",
]


@settings(max_examples=150)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))
def test_any_mixture_of_pieces_gives_a_draft_that_loads_without_a_problem(text: str) -> None:
    draft = engine.derive(from_text(text), PUBLISHED, WORDS)
    assert load(writer.briefing(draft, writer.Origin("src")), "x").problems == ()
    for said in draft.quotations:
        assert draft.document.text[said.start : said.end] == said.text


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_any_text_gives_a_draft_that_loads_without_a_problem(text: str) -> None:
    draft = engine.derive(from_text(text), PUBLISHED, WORDS)
    assert load(writer.briefing(draft, writer.Origin("src")), "x").problems == ()


@pytest.mark.parametrize(
    "piece",
    [
        "“",
        '"',
        "'a ",
        "Aa ",
        "Bank of ",
        ".",
        "U.S. ",
        "1 ",
        "9",
        "two hundred ",
        "said ",
        "Smith said ",
        '"a b," he said. ',
        "according to ",
        "mid-",
        "(",
        "a-",
        "x",
        "A b.\n\n",
        "former rebels ",
        "whether if ",
        "– ",
        'Khan said "a b c d e f" and ',
        "from Monday ",
        "Smith's ",
        "early ",
    ],
)
def test_a_repeated_piece_costs_no_more_than_its_length(derive: Derive, piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        best = 9.0
        for _ in range(2):
            start = time.process_time()
            derive(text)
            best = min(best, time.process_time() - start)
        return best

    small, large = seconds(4_000), seconds(32_000)
    assert large < 24 * small + 0.2
