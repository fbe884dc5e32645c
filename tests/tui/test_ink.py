"""Inks: every line is as wide as its widget, nothing in it acts, and colour is only where the terminal has it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from briefing.settings.themes import TOKENS, shipped
from briefing.tui.ink import Depth, Inks
from briefing.tui.lines import Span
from tests.tui.stories import GRAPHEMES

DARK, TERMINAL = shipped("dark").tokens, shipped("terminal").tokens
_DEPTHS: tuple[Depth, ...] = ("colour", "ansi", "mono")
_WORD_INKS = [f"{token}{attribute}" for token in TOKENS for attribute in ("", " bold", " underline")]


def _inks(depth: Depth) -> Inks:
    return Inks(TERMINAL if depth == "ansi" else DARK, depth)


def _has_colour(style: Style | None) -> bool:
    return style is not None and (style.color is not None or style.bgcolor is not None)


@given(
    st.lists(st.tuples(st.lists(st.sampled_from(GRAPHEMES)).map("".join), st.sampled_from(_WORD_INKS)), max_size=6),
    st.integers(0, 80),
    st.sampled_from(_DEPTHS),
    st.booleans(),
)
def test_a_strip_is_as_wide_as_asked(spans: list[tuple[str, str]], width: int, depth: Depth, dimmed: bool) -> None:
    strip = _inks(depth).strip(tuple(Span(*span) for span in spans), width, dimmed=dimmed)
    assert strip.cell_length == width


@given(st.text(st.characters(codec=None), max_size=40), st.booleans())
def test_no_character_that_acts_gets_into_a_strip(text: str, ascii_only: bool) -> None:
    strip = Inks(DARK, ascii_only=ascii_only).strip((Span(text, "text"),), 80)
    assert all(c.isprintable() or c in "\u00ad\u200c\u200d" or not c.isascii() for c in strip.text)
    assert not set(strip.text) & {*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), "\u202e", "\u2066", "\u200e"}
    assert strip.text.isascii() or not ascii_only


@pytest.mark.parametrize("ground", ["bg", "select", "quiet", "mark", "surface", "problem"])
def test_without_colours_no_style_has_one(ground: str) -> None:
    inks = _inks("mono")
    assert not any(_has_colour(inks.style(ink, ground)) for ink in _WORD_INKS)


def test_without_colours_words_that_were_found_are_bold_and_underlined_and_a_selection_is_bold() -> None:
    inks = _inks("mono")
    assert (inks.style("text", "mark").bold, inks.style("text", "mark").underline) == (True, True)
    assert inks.style("meta", "select").bold
    assert not inks.style("meta", "bg").bold


def test_in_sixteen_colours_words_keep_the_colour_of_the_terminal_and_signs_take_one() -> None:
    strip = _inks("ansi").strip((Span("★", "open"), Span("Aleppo", "focus bold")), 20)
    sign, word = list(strip)[:2]
    assert sign.style is not None
    assert sign.style.color is not None
    assert sign.style.color.name == "yellow"
    assert word.style is not None
    assert (word.style.color, word.style.bold) == (None, True)


def test_in_sixteen_colours_words_that_were_found_are_black_on_yellow() -> None:
    style = _inks("ansi").style("text", "mark")
    assert style.color is not None
    assert style.color.name == "black"
    assert style.bgcolor is not None
    assert style.bgcolor.name == "yellow"


def test_in_full_colour_words_that_were_found_have_ink_and_ground_of_their_own() -> None:
    style = Inks(DARK).style("meta", "mark")
    assert style.color is not None
    assert style.color.name == DARK["marktext"].lower()
    assert style.bgcolor is not None
    assert style.bgcolor.name == DARK["mark"].lower()


def test_a_span_may_stand_on_a_ground_of_its_own() -> None:
    strip = Inks(DARK).strip((Span("a", "text"), Span("b", "text@mark")), 2, "select")
    grounds = [segment.style.bgcolor.name for segment in strip if segment.style and segment.style.bgcolor]
    assert grounds == [DARK["select"].lower(), DARK["mark"].lower()]


@pytest.mark.parametrize("depth", _DEPTHS)
def test_what_lies_behind_an_overlay_is_dim_on_the_ground_of_the_screen_and_not_bold(depth: Depth) -> None:
    inks = _inks(depth)
    strip = inks.strip((Span("Actors", "focus bold"), Span("───", "rule")), 12, "select", dimmed=True)
    assert all(segment.style in (inks.style("dim"), inks.style("rule"), inks.style("text")) for segment in strip)


def test_there_are_no_italics_no_blinking_and_no_dim_attribute() -> None:
    for depth in _DEPTHS:
        for ink in _WORD_INKS:
            style = _inks(depth).style(ink)
            assert not (style.italic)
            assert not (style.blink)
            assert not (style.dim)


@pytest.mark.parametrize("depth", ["ansi", "mono"])
def test_where_strong_grounds_have_no_colour_ink_and_ground_change_places(depth: Depth) -> None:
    inks = _inks(depth)
    assert inks.style("bg", "hit").reverse
    assert inks.style("bg", "problem").reverse
    assert inks.style("hit bold underline").underline
    assert not inks.style("text").reverse


def test_other_colours_hold_for_what_is_drawn_from_then_on() -> None:
    inks = Inks(DARK)
    before = inks.style("text")
    inks.use(shipped("light").tokens, "colour")
    assert inks.style("text").color != before.color
    inks.use(TERMINAL, "ansi")
    assert (inks.ground, inks.style("text").color) == ("ansi_default", None)
