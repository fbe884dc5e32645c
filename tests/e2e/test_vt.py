"""The terminal that the other tests look at shows what a terminal would."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.e2e.vt import Screen, Style

_SAMPLE = (
    "\x1b[?1049h\x1b[?25l\x1b[?1000h\x1b[H\x1b[1;38;2;1;2;3;48;5;7mAleppo\x1b[0m\x1b[2;3Hb漢c\x1b]0;title\x07\x1b[31mred\x1b[m"
    "\x1bP=1s\x1b\\\x1b[3;1Hx\r\ny\x1b[2A\x1b[5Cz\x1b[?2026$p\x1b[1K"
).encode()


def test_words_stand_where_they_were_put_in_their_style() -> None:
    screen = Screen(20, 4)
    screen.feed(_SAMPLE)
    assert screen.lines() == ["Aleppo", "  b漢czed", "x", "y"]
    assert screen.styled(Style(bold=True, foreground="38;2;1;2;3", background="48;5;7")) == "Aleppo"
    assert screen.styled(Style(foreground="31")) == "ed"


def test_everything_that_is_no_text_is_kept() -> None:
    screen = Screen(20, 4)
    screen.feed(_SAMPLE)
    assert screen.strings == ["]0;title", "P=1s"]
    assert screen.colours == ["38;2;1;2;3", "48;5;7", "31"]
    assert not screen.as_it_was
    assert screen.odd == ["?2026$p", "1K"]


@pytest.mark.parametrize("left", ["\x1b[?1049l\x1b[?25h\x1b[?1000l"])
def test_a_terminal_that_was_left_is_as_it_was(left: str) -> None:
    screen = Screen(20, 4)
    screen.feed(_SAMPLE)
    screen.feed(left.encode())
    assert screen.as_it_was


def test_control_characters_that_are_not_of_a_sequence_are_kept() -> None:
    screen = Screen(20, 4)
    screen.feed("a\x9b31mb\x07".encode())
    assert (screen.c1, screen.odd, screen.lines()[0]) == (["\x9b"], ["\x07"], "a31mb")


@given(st.lists(st.integers(0, len(_SAMPLE)), max_size=8))
def test_it_does_not_matter_where_the_bytes_are_cut(places: list[int]) -> None:
    whole, pieces = Screen(20, 4), Screen(20, 4)
    whole.feed(_SAMPLE)
    edges = [0, *sorted(places), len(_SAMPLE)]
    for start, end in itertools.pairwise(edges):
        pieces.feed(_SAMPLE[start:end])
    assert (pieces.cells, pieces.strings, pieces.modes, pieces.odd) == (
        whole.cells,
        whole.strings,
        whole.modes,
        whole.odd,
    )
