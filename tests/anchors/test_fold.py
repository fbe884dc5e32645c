"""A fold takes away typography and nothing else, and knows the way back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.anchors.fold import Fold, bare, fold, normalise, trim


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“They’ve”", "'They've'"),
        ("‚a‘ „b“ «c» ‹d›", "'a' 'b' 'c' 'd'"),
        ("« mot »", "'mot'"),
        ("“‘Order’ now”", "'Order' now'"),
        ("one — two – three-four", "one-two-three-four"),
        ("one -- two", "one-two"),
        ("rebel-\nheld", "rebel-held"),
        ("a\u00a0b\u2009c\td\ne", "a b c d e"),
        ("a…b ... c . . . d", "a...b...c...d"),
        ("vrai\u202f? oui\u00a0!", "vrai? oui!"),
        ("so\u00adft ze\u200bro jo\u200diner", "soft zero joiner"),
        ("o\ufb03ce", "office"),
        ("Ge\u0301ne\u0301ral \u212bngstro\u0308m", "Général Ångström"),
        ("\u1112\u1161\u11ab\u1100\u1173\u11af", "한글"),
        ("a\ufffdb", "ab"),
        ("line␍ line", "line line"),
        ("  outer  ", "outer"),
    ],
)
def test_a_fold_leaves_the_words_and_one_form_of_each_mark(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("text", ["café", "naïve", "3.5", "M5-M4", "a, b; c: d!", "(rebels)", "[rebels]", "x²", "ǅ"])
def test_letters_figures_brackets_and_stops_stay(text: str) -> None:
    assert fold(text) == text


@pytest.mark.parametrize("words", ["weakness", "“weakness.”", "weakness,", "'weakness'", "weakness.”", "weakness ;"])
def test_outer_marks_and_the_final_stop_are_no_part_of_a_quotation(words: str) -> None:
    assert normalise(words) == "weakness"


def test_a_final_ellipsis_is_no_stop() -> None:
    assert bare("and so on...") == "and so on..."


def test_an_end_inside_an_ellipsis_has_no_place_in_the_text() -> None:
    folded = Fold("so … on")
    assert folded.text == "so...on"
    assert folded.span(0, 3) is None
    assert folded.span(3, 7) is None
    assert folded.span(0, 5) == (0, 5)


def test_blanks_and_invisible_characters_at_the_ends_of_a_part_are_left_out() -> None:
    assert trim("a \u200b b \u00a0", 1, 7) == (4, 5)
    assert trim("   ", 0, 3) == (3, 3)


_TEXT = st.text(st.sampled_from("ab.-—“’'«» \n\u00a0\u200b\u00ad…\u0301e\ufb03叛\ufffd:!"), max_size=30)


@given(_TEXT, st.data())
def test_every_part_of_a_fold_leads_to_a_part_that_folds_to_it(text: str, data: st.DataObject) -> None:
    folded = Fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    span = folded.span(start, end) if start < end else None
    if span is not None and folded.text[start:end].strip("' .-:!") == folded.text[start:end]:
        assert fold(text[slice(*span)]) == folded.text[start:end]


@given(st.text(max_size=40))
def test_the_whole_of_a_fold_is_the_whole_of_the_text(text: str) -> None:
    folded = Fold(text)
    if folded.text:
        start, end = folded.span(0, len(folded.text)) or (-1, -1)
        assert fold(text[start:end]) == folded.text.strip(" ")


@given(st.text(max_size=40))
def test_texts_that_differ_in_composition_only_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))
