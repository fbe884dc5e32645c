"""Words are found where they stand, word for word, and nothing else is passed off as that."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefing.anchors import Match, Status, find, locate, normalise
from briefing.model import Anchor, Article
from briefing.sources import from_text

ARTICLE = from_text(
    "Rebels take the city\n\n"
    "“They’ve framed it as a defensive move—against regime escalation,” Ms. Khalifa noted.\n\n"
    "“If the (rebels) can maintain their gains in the upcoming\ndays, it will be a significant test,” she said.\n\n"
    "“We shall hold on\n\n“We shall not be moved,” he said. The war goes on.\n\n"
    "It’s a matter of 3.5 million, don’t forget … “Order”, said the Kremlin, “will be restored.” The war goes on."
)


def cited(*numbers: int) -> range:
    return range(numbers[0], numbers[-1] + 1)


def status(words: str, *numbers: int) -> Status:
    return find(words, ARTICLE, "bbc", cited(*numbers) if numbers else range(0)).status


def texts(match: Match) -> list[str]:
    return [ARTICLE.text[start:end] for start, end in match.spans]


def test_words_that_stand_as_they_are_quoted_are_exact() -> None:
    match = find("They’ve framed it as a defensive move—against regime escalation", ARTICLE, "bbc", cited(2))
    assert match.status is Status.EXACT
    assert match.paragraphs == (2,)
    assert texts(match) == ["They’ve framed it as a defensive move—against regime escalation"]
    assert match.cited == Anchor("bbc", 2, 2)


@pytest.mark.parametrize(
    "words",
    [
        "They've framed it as a defensive move—against regime escalation",
        "They’ve framed it as a defensive move — against regime escalation",
        "They’ve framed it as a defensive move--against regime escalation",
        "They’ve framed it\u00a0as a defensive\u2009move–against regime escalation",
        "They’ve fra\u00admed it as a defensive\nmove—against regime escalation",
        "“They’ve framed it as a defensive move—against regime escalation.”",
    ],
    ids=["straight apostrophe", "blanks round the dash", "two hyphens", "other blanks", "soft hyphen", "outer marks"],
)
def test_typographic_marks_make_no_difference(words: str) -> None:
    assert status(words, 2) is Status.NORMALISED


def test_a_line_break_inside_a_paragraph_is_a_blank() -> None:
    match = find("maintain their gains in the upcoming days", ARTICLE, "bbc", cited(3))
    assert match.status is Status.NORMALISED
    assert texts(match) == ["maintain their gains in the upcoming\ndays"]


def test_accents_may_be_composed_or_not() -> None:
    article = from_text("Der Ge\u0301ne\u0301ral re\u0301pond.\n\nNon.")
    match = find("Général répond", article, "afp")
    assert match.status is Status.NORMALISED
    assert article.text[slice(*match.spans[0])] == "Ge\u0301ne\u0301ral re\u0301pond"


@pytest.mark.parametrize(
    "words",
    [
        "They’ve framed it … against regime escalation",
        "They’ve framed it... against regime escalation",
        "They’ve framed it […] against regime escalation",
        "They’ve framed it [ . . . ] against regime escalation",
        "They’ve framed it (…) against regime escalation",
        "… a defensive move",
        "[The rebels have] framed it as a defensive move",
        "They’ve framed [the attack] as a defensive move",
        "[re]framed it as a defensive move",
    ],
)
def test_ellipses_and_insertions_of_the_quotation_are_understood(words: str) -> None:
    assert status(words, 2) is Status.ELIDED


def test_each_part_of_a_shortened_quotation_has_its_span() -> None:
    match = find("They’ve framed it […] against regime escalation", ARTICLE, "bbc", cited(2))
    assert texts(match) == ["They’ve framed it", "against regime escalation"]


def test_the_parts_of_a_shortened_quotation_keep_their_order() -> None:
    assert status("against regime escalation … framed it", 2) is Status.MISSING


def test_a_shortened_quotation_may_reach_into_the_next_paragraph_and_no_further() -> None:
    assert status("We shall hold on … We shall not be moved", 4) is Status.ELIDED
    assert status("a significant test … We shall not be moved", 3) is Status.MISSING


def test_brackets_in_round_form_are_words_of_the_source() -> None:
    assert status("If the (rebels) can maintain their gains", 3) is Status.EXACT
    assert status("If the [Kurds] can maintain their gains", 3) is Status.ELIDED


def test_brackets_that_stand_in_the_source_are_words_too() -> None:
    article = from_text("“The [Syrian] army … fell back,” he said.")
    assert find("The [Syrian] army … fell back", article, "ap").status is Status.EXACT


def test_a_bracketed_first_letter_stands_for_either_case() -> None:
    assert status("[t]hey’ve framed it as a defensive move", 2) is Status.NORMALISED
    assert status("[t]he rebels can do as they like", 3) is Status.MISSING


def test_case_is_part_of_the_words() -> None:
    assert status("order", 6) is Status.MISSING
    assert status("Order", 6) is Status.EXACT


@pytest.mark.parametrize("words", ["he", "on", "be", "estored", "5 million", "don", "It", "3"])
def test_no_words_begin_or_end_inside_a_word_or_a_number(words: str) -> None:
    article = from_text("It’s 3.5 million, don’t forget: the Kremlin restored bones.")
    assert find(words, article, "bbc").status is Status.MISSING


def test_scripts_without_blanks_between_words_are_searched_as_they_are_written() -> None:
    assert find("叛军", from_text("据报道，叛军控制了大部分地区。"), "xinhua").status is Status.EXACT


def test_a_quotation_over_paragraphs_is_followed_without_the_marks_that_open_each() -> None:
    match = find("We shall hold on\n\nWe shall not be moved", ARTICLE, "bbc", cited(4, 5))
    assert match.status is Status.EXACT
    assert match.paragraphs == (4, 5)
    assert texts(match) == ["We shall hold on", "We shall not be moved"]


def test_words_between_the_paragraphs_of_a_quotation_make_it_a_shortened_one() -> None:
    assert status("defensive move—against regime escalation\n\nIf the (rebels) can maintain", 2, 3) is Status.ELIDED


def test_words_in_another_paragraph_than_the_one_cited_have_moved() -> None:
    match = find("We shall not be moved", ARTICLE, "bbc", cited(2))
    assert (match.status, match.paragraphs) == (Status.MOVED, (5,))


def test_words_in_several_paragraphs_are_ambiguous_unless_one_is_cited() -> None:
    match = find("The war goes on", ARTICLE, "bbc")
    assert (match.status, match.paragraphs) == (Status.AMBIGUOUS, (5, 6))
    assert find("The war goes on", ARTICLE, "bbc", cited(6)).status is Status.EXACT


def test_words_that_stand_twice_in_one_paragraph_are_not_ambiguous() -> None:
    assert find("war", from_text("War is war and war.\n\nPeace."), "bbc").status is Status.EXACT


@pytest.mark.parametrize("words", ["", "  ", "…", "[…]", "“”", "[so-called]", "\n\n\n"])
def test_no_words_are_nowhere(words: str) -> None:
    assert status(words, 2) is Status.MISSING


def test_a_cited_paragraph_that_does_not_exist_finds_the_words_where_they_are() -> None:
    assert status("We shall not be moved", 45) is Status.MOVED


def test_short_words_are_never_found_by_likeness() -> None:
    assert status("We shall not be mooved", 5) is Status.MISSING


ARTICLES = {"bbc": ARTICLE, "ap": from_text("We shall not be moved, he told AP.\n\nNothing else.")}


def test_words_are_looked_for_in_every_source_that_is_cited() -> None:
    match = locate("We shall not be moved", (Anchor("bbc", 2), Anchor("ap", 1)), ARTICLES)
    assert (match.status, match.source, match.cited) == (Status.EXACT, "ap", Anchor("ap", 1))


def test_words_without_a_citation_are_looked_for_in_all_sources() -> None:
    match = locate("he told AP", (), ARTICLES)
    assert (match.status, match.source, match.cited) == (Status.EXACT, "ap", None)


def test_a_source_as_a_whole_may_be_cited() -> None:
    match = locate("The war goes on", (Anchor("bbc"),), ARTICLES)
    assert (match.status, match.cited) == (Status.AMBIGUOUS, Anchor("bbc"))


def test_words_of_a_source_without_a_text_can_not_be_verified() -> None:
    assert locate("anything", (Anchor("tass", 1),), ARTICLES).status is Status.UNVERIFIABLE
    assert locate("anything", (Anchor("bbc", 2), Anchor("tass", 1)), ARTICLES).status is Status.UNVERIFIABLE
    assert locate("anything", (), {}).status is Status.UNVERIFIABLE


def test_words_that_stand_in_no_source_are_missing() -> None:
    match = locate("nobody said this", (), ARTICLES)
    assert (match.status, match.source, match.spans) == (Status.MISSING, "", ())


_LETTERS = ["rebels", "Aleppo", "a", "é", "e\u0301", "\ufb01nd", "叛军", "3.5"]
_MARKS = [
    "’",
    "'",
    "“",
    "”",
    "«",
    "»",
    "—",
    " - ",
    "--",
    "-",
    "…",
    "...",
    ". . .",
    ".",
    ",",
    "(",
    ")",
    ":",
    "!",
    "\ufffd",
]
_BLANKS = [" ", "  ", "\u00a0", "\u2009", "\n", "\u200b", "\u00ad", "\u200d"]
_PIECES = st.sampled_from(_LETTERS + _MARKS + _BLANKS)
_TEXT = st.lists(_PIECES, min_size=1, max_size=25).map("".join)


@given(_TEXT, st.data())
def test_whatever_is_found_reads_as_the_words_that_were_looked_for(text: str, data: st.DataObject) -> None:
    article = from_text(text)
    assume(article.paragraphs)
    start = data.draw(st.integers(0, len(text)))
    words = text[start : data.draw(st.integers(start, len(text)))]
    match = find(words, article, "x")
    if match.status in (Status.EXACT, Status.NORMALISED) and len(match.spans) == 1:
        assert normalise(article.text[slice(*match.spans[0])]) == normalise(words)


@given(
    st.lists(st.sampled_from(["rebels", "hold", "Aleppo", "don’t", "well-known", "é", "“so”"]), min_size=1), st.data()
)
def test_whole_words_of_a_paragraph_are_always_found_in_it(parts: list[str], data: st.DataObject) -> None:
    article = from_text(" ".join(parts))
    start = data.draw(st.integers(0, len(parts) - 1))
    words = " ".join(parts[start : data.draw(st.integers(start + 1, len(parts)))])
    assert find(words, article, "x", range(1, 2)).status is Status.EXACT


@given(_TEXT, _TEXT)
def test_any_words_in_any_text_have_a_status_and_spans_inside_the_text(words: str, text: str) -> None:
    article = from_text(text)
    match = find(words, article, "x", range(1, 2))
    assert bool(match.spans) == (match.status is not Status.MISSING)
    assert all(0 <= start < end <= len(article.text) for start, end in match.spans)


def _hostile(kind: str) -> tuple[str, Article]:
    return {
        "one letter": ("a " * 50, from_text("a" * 200_000)),
        "many parts": ("a … " * 500, from_text("a " * 100_000)),
        "few parts": ("a … " * 45 + "z", from_text("a " * 100_000)),
        "a word inside words": ("he", from_text("the " * 100_000)),
        "blanks": ("a" + " " * 100_000 + "b", from_text("a" + " " * 100_000 + "c")),
        "marks": ("'" * 50_000, from_text("“" * 100_000)),
        "dots": ("." * 50_000, from_text(". " * 50_000)),
        "brackets": ("[" * 50_000, from_text("[" * 100_000)),
        "same words": ("that is that it is what it is " * 30 + "x", from_text("that is that it is " * 20_000)),
    }[kind]


@pytest.mark.parametrize(
    "kind",
    [
        "one letter",
        "many parts",
        "few parts",
        "a word inside words",
        "blanks",
        "marks",
        "dots",
        "brackets",
        "same words",
    ],
)
def test_hostile_words_cost_no_time(kind: str) -> None:
    from time import perf_counter

    words, article = _hostile(kind)
    before = perf_counter()
    find(words, article, "x")
    assert perf_counter() - before < 3
