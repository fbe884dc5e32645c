"""Words that nearly stand in a source are found with every word that differs, and called altered."""

from __future__ import annotations

import random
from difflib import SequenceMatcher
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.anchors import Match, Status, find
from briefing.anchors.align import align, edits
from briefing.sources import from_text

ARTICLE = from_text(
    "They came at night.\n\n"
    "“They believe this is an opportune moment when the Iranians are weakened, the regime is under pressure, and "
    "Turkey feels more confident against Russia,” she said.\n\n"
    "“It is what it is, and that is that, as it was and is,” he said.\n\n"
    "“We shall hold the eastern districts of the old city\n\n“until the last of us has left it,” they said."
)
QUOTE = (
    "They believe this is an opportune moment when the Iranians are weakened, the regime is under pressure, and "
    "Turkey feels more confident against Russia"
)


def changed(match: Match) -> list[tuple[str, str, str]]:
    return [(difference.kind, difference.here, difference.there) for difference in match.differences]


@pytest.mark.parametrize(
    ("old", "new", "differences"),
    [
        ("opportune", "opportunistic", [("replaced", "opportunistic", "opportune")]),
        ("feels more confident", "feels confident", [("missing", "", "more")]),
        ("the regime is", "the whole regime is", [("added", "whole", "")]),
        ("They believe", "they believe", [("replaced", "they", "They")]),
        ("weakened, the", "weakened the", [("missing", "", ",")]),
        ("against Russia", "against Moscow", [("replaced", "Moscow", "Russia")]),
        ("They believe this", "Friends believe this", [("replaced", "Friends", "They")]),
    ],
)
def test_each_kind_of_change_is_told_word_for_word(old: str, new: str, differences: list[tuple[str, str, str]]) -> None:
    match = find(QUOTE.replace(old, new), ARTICLE, "bbc", range(2, 3))
    assert (match.status, match.paragraphs) == (Status.ALTERED, (2,))
    assert changed(match) == differences


def test_a_difference_points_into_both_texts() -> None:
    words = QUOTE.replace("an opportune", "a good")
    match = find(words, ARTICLE, "bbc")
    (difference,) = match.differences
    assert words[difference.at :].startswith("a good moment")
    assert ARTICLE.text[slice(*difference.span)] == difference.there == "an opportune"


def test_the_span_of_altered_words_is_the_passage_that_they_are_like() -> None:
    match = find(QUOTE.replace("moment", "hour"), ARTICLE, "bbc")
    assert [ARTICLE.text[start:end] for start, end in match.spans] == [QUOTE]


def test_altered_words_may_run_over_paragraphs() -> None:
    match = find(
        "We shall hold the eastern quarters of the old city\n\nuntil the last of us has left it", ARTICLE, "bbc"
    )
    assert (match.status, match.paragraphs) == (Status.ALTERED, (4, 5))
    assert len(match.spans) == 2


def test_words_of_which_more_than_a_fifth_is_wrong_are_missing() -> None:
    words = QUOTE.replace("regime is under pressure", "government has many a worry now")
    assert find(words, ARTICLE, "bbc").status is Status.ALTERED
    assert find(words.replace("an opportune moment", "just the right hour"), ARTICLE, "bbc").status is Status.MISSING


def test_common_words_alone_are_found_too() -> None:
    match = find("it is what it is, and that is that, as it was or is", ARTICLE, "bbc")
    assert match.status is Status.ALTERED
    assert ("replaced", "or", "and") in changed(match)


def test_scare_quotes_that_were_added_are_told_as_marks_only() -> None:
    match = find("We shall hold the “eastern” districts of the old city", ARTICLE, "bbc")
    assert (match.status, match.differences) == (Status.ALTERED, ())


_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _prose(seed: int, paragraphs: int) -> list[str]:
    dice = random.Random(seed)
    words = ["".join(dice.choices(_LETTERS, k=dice.randint(2, 10))) for _ in range(5_000)]
    return [" ".join(dice.choices(words[:150], k=8) + dice.choices(words, k=8)) for _ in range(paragraphs)]


def test_ten_thousand_paragraphs_and_five_hundred_words_do_not_take_seconds() -> None:
    prose = _prose(1, 10_000)
    article = from_text("\n\n".join(prose))
    words = " ".join(prose[5_000:5_032]).split()
    for at in range(7, len(words), 12):
        words[at] = "xx"
    before = perf_counter()
    match = find(" ".join(words), article, "long")
    assert perf_counter() - before < 3
    assert match.status is Status.ALTERED
    assert match.paragraphs == tuple(range(5_001, 5_033))
    assert sum(len(difference.here.split()) for difference in match.differences) == len(range(7, len(words), 12))


@given(st.integers(0, 39), st.integers(0, 15))
def test_a_quotation_with_one_word_changed_is_found_where_it_came_from(paragraph: int, at: int) -> None:
    words = PROSE[paragraph].split()
    words[at] += "x"
    match = find(" ".join(words), PROSE_ARTICLE, "prose")
    assert (match.status, match.paragraphs) == (Status.ALTERED, (paragraph + 1,))
    assert words[at] in match.differences[0].here


PROSE = _prose(2, 40)
PROSE_ARTICLE = from_text("\n\n".join(PROSE))

_WORDS = st.lists(st.sampled_from(["a", "b", "cc", "ddd"]), max_size=12)


@given(_WORDS, _WORDS)
def test_an_alignment_takes_every_word_once_and_in_order(here: list[str], there: list[str]) -> None:
    steps = align(here, there, 0, 30)
    assert [n for step in steps for n in step.here] == list(range(len(here)))
    taken = [n for step in steps for n in step.there]
    assert taken == list(range(taken[0], taken[0] + len(taken))) if taken else not any(s.same for s in steps)
    for step in steps:
        same = here[step.here.start : step.here.stop] == there[step.there.start : step.there.stop]
        assert step.same == same


@given(_WORDS, _WORDS)
def test_a_sequence_inside_another_is_aligned_without_a_difference(around: list[str], here: list[str]) -> None:
    steps = align(here, [*around, *here, *around], 0, 40)
    assert all(step.same for step in steps)


@given(st.text("abc", max_size=12), st.text("abc", max_size=12))
def test_the_distance_in_characters_is_a_metric_that_no_matching_beats(one: str, other: str) -> None:
    distance = edits(one, other)
    assert distance == edits(other, one)
    assert (distance == 0) == (one == other)
    assert abs(len(one) - len(other)) <= distance <= max(len(one), len(other))
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    assert distance <= sum(max(i2 - i1, j2 - j1) for tag, i1, i2, j1, j2 in blocks if tag != "equal")


def test_the_distance_of_very_long_texts_is_bounded_by_their_length() -> None:
    assert edits("a" * 5_000, "b") == 5_000
