"""Three texts laid side by side, line by line."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing.changes.merging.lines import hunks, marked, matching, split, weave

LINES = st.lists(st.sampled_from(["a\n", "b\n", "c\n", "d\n", "\n"]), max_size=12)


def test_lines_end_as_editors_count_them() -> None:
    assert split("a\r\nb\rc\nd") == ["a\r\n", "b\r", "c\n", "d"]
    assert split("a\u2028b\x0cc\x85d\n") == ["a\u2028b\x0cc\x85d\n"]
    assert split("") == []


@given(st.text())
def test_lines_together_are_the_text(text: str) -> None:
    assert "".join(split(text)) == text


@given(LINES, LINES)
def test_lines_that_match_are_equal_and_rise_in_both(one: list[str], other: list[str]) -> None:
    pairs = matching(one, other)
    assert all(one[a] == other[b] for a, b in pairs)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))


@given(LINES)
def test_a_text_matches_itself_line_by_line(lines: list[str]) -> None:
    assert matching(lines, lines) == [(at, at) for at in range(len(lines))]


@given(LINES, LINES, LINES)
def test_hunks_together_are_each_of_the_texts(base: list[str], ours: list[str], theirs: list[str]) -> None:
    found = list(hunks(base, ours, theirs))
    for number, text in enumerate((base, ours, theirs), 1):
        runs = [hunk[number] for hunk in found]
        assert [line for run in runs for line in text[slice(*run)]] == text
    for hunk in found:
        was, mine, yours = base[slice(*hunk.base)], ours[slice(*hunk.ours)], theirs[slice(*hunk.theirs)]
        assert (hunk.kind == "same") == (was == mine == yours)


@given(LINES, LINES)
def test_a_change_of_one_side_alone_is_taken_whole(base: list[str], ours: list[str]) -> None:
    was, mine = "".join(base), "".join(ours)
    assert [woven.text for woven in weave(was, mine, was)] == [mine]
    assert [woven.text for woven in weave(was, was, mine)] == [mine]
    assert marked(was, mine, was).text == mine


def test_lines_put_in_at_one_place_are_woven_both_ways_round() -> None:
    found = [woven.text for woven in weave("a\nb\n", "a\nx\nb\n", "a\ny\nb\n")]
    assert found == ["a\nx\ny\nb\n", "a\ny\nx\nb\n", "a\nx\nb\n"]


def test_markers_stand_on_lines_of_their_own_where_the_last_line_has_no_end() -> None:
    assert marked("a", "b", "c").text == "<<<<<<< ours\nb\n=======\nc\n>>>>>>> theirs\n"


def test_thousands_of_equal_lines_are_laid_side_by_side_in_a_moment() -> None:
    lines = ["    src: wire#1\n"] * 30_000
    assert len(matching(lines, [*lines[:100], "x\n", *lines[100:]])) == 30_000
