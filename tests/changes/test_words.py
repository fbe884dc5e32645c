"""Which words went and which came."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.changes.words import marked, word_diff

TEXTS = st.lists(
    st.sampled_from(["the", " army", "  fell", " back,", "\n", "north", " of", " Hama", ".", "停火", " 3.5"])
).map("".join)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "Army falls back north of Hama",
            "Army falls back south of Hama",
            "Army falls back [-north-]{+south+} of Hama",
        ),
        ("Rebels take Hama", "Rebels take Hama and Homs", "Rebels take Hama {+and Homs+}"),
        ("Rebels take Hama and Homs", "Rebels take Hama", "Rebels take Hama [-and Homs-]"),
        ("Will he go?", "Will he go, and when?", "Will he go{+, and when+}?"),
        ("about 3.5 million", "about 4.5 million", "about [-3.5-]{+4.5+} million"),
        ("They've left", "They’ve left", "[-They've-]{+They’ve+} left"),
        ("a, b", "c, d", "[-a, b-]{+c, d+}"),
        ("停火协议", "停火的协议", "停火{+的+}协议"),
        ("same", "same", "same"),
        ("", "all of it", "{+all of it+}"),
    ],
)
def test_a_change_of_words_is_told_in_its_place(old: str, new: str, told: str) -> None:
    assert marked(word_diff(old, new)) == told


def test_long_runs_that_stayed_are_cut_to_what_lies_next_to_the_change() -> None:
    many = " ".join(f"w{number}" for number in range(60))
    told = marked(word_diff(f"{many} north {many}", f"{many} south {many}"))
    assert told == ("… w52 w53 w54 w55 w56 w57 w58 w59 [-north-]{+south+} w0 w1 w2 w3 w4 w5 w6 w7 …")


@given(TEXTS, TEXTS)
def test_what_stayed_and_came_is_the_new_text_and_what_stayed_and_went_the_old(old: str, new: str) -> None:
    runs = word_diff(old, new)
    assert "".join(run.text for run in runs if run.kind != "gone") == new
    assert "".join("".join(run.text for run in runs if run.kind != "come").split()) == "".join(old.split())


@given(TEXTS)
def test_nothing_went_and_nothing_came_when_nothing_changed(text: str) -> None:
    assert {run.kind for run in word_diff(text, text)} <= {"same"}


def test_two_long_texts_with_nothing_in_common_are_told_as_replaced() -> None:
    runs = word_diff("one " * 5_000, "other " * 5_000)
    assert [run.kind for run in runs][:2] == ["gone", "come"]


def test_a_book_that_was_replaced_is_not_compared_word_by_word() -> None:
    assert [run.kind for run in word_diff("one " * 90_000, "one " * 90_001)] == ["gone", "come"]
    assert [run.kind for run in word_diff("", "one " * 200_000)] == ["come"]
