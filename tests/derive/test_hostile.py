"""Any text gives a draft that loads, in a time that grows with its length."""

from __future__ import annotations

import re
import time
from pathlib import Path
from random import Random

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


OWN = [
    path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[1] / "data/derive/own").glob("*.txt"))
]
ODD = [
    "Government", "of", "the", "The", "“", "St.", "Mr.", "de", "U.S.", "31", "Feb", "March", "2015", "Monday", "last",
    "next", "North", "President", "$", "million", "Party", "who", "-", "for", "",
]  # fmt: skip


def test_news_texts_whose_words_were_changed_at_random_give_drafts_too() -> None:
    assert OWN
    for seed in range(300):
        chance = Random(seed)
        words = re.split(r"(\s+)", chance.choice(OWN))[: chance.choice((40, 200, 600))]
        for _ in range(chance.randint(1, 60)):
            at = chance.randrange(len(words))
            change = chance.randrange(5)
            if change == 0:
                words[at] = words[at].capitalize()
            elif change == 1:
                words[at] = words[at].upper()
            elif change == 2:
                words[at] += chance.choice((",", ".", "”", "“", "’", ":", "—", " of", "’s"))
            elif change == 3:
                words.insert(at, "\n\n")
            else:
                words[at] = chance.choice(ODD)
        draft = engine.derive(from_text("".join(words)), PUBLISHED, WORDS)
        assert writer.briefing(draft, writer.Origin("text")).startswith("title: ")


@pytest.mark.parametrize(
    "text",
    [
        "The new Government said on Friday it would act.",
        "“We act,” Government officials said.",
        "He met the Labour MP for",
        "A note by Jane Doe of the Ford Fund",
    ],
)
def test_a_text_may_end_in_the_middle_of_a_name(text: str) -> None:
    draft = engine.derive(from_text(f"A title\n\n{text}\n"), PUBLISHED, WORDS)
    assert writer.briefing(draft, writer.Origin("text")).startswith("title: ")
