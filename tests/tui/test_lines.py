"""Lines of styled words: they keep to their width, lose no word and no ink, and break where a reader would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing.text import cells, clean_line
from briefing.tui.lines import HOLD, Span, blank, cut, flow, hang, part, plain, spread, width_of, words
from tests.tui.stories import GRAPHEMES

_TEXT = st.lists(st.sampled_from(GRAPHEMES), max_size=30).map("".join)
_SPANS = st.lists(st.builds(Span, _TEXT, st.sampled_from(("text", "meta", "open bold"))), min_size=1, max_size=5)


def _inked(spans: list[Span]) -> list[tuple[str, str]]:
    return [(character, ink) for text, ink in spans for character in text if character not in " \u00a0"]


@given(_SPANS, st.integers(2, 60), st.integers(2, 60))
def test_flowing_keeps_to_the_width_and_loses_no_character_and_no_ink(spans: list[Span], width: int, rest: int) -> None:
    lines = flow(spans, width, rest, cell_len)
    assert width_of(lines[0], cell_len) <= width
    assert all(width_of(line, cell_len) <= rest for line in lines[1:])
    assert _inked([span for line in lines for span in line]) == _inked(spans)


@given(_SPANS, st.integers(2, 60))
def test_flowing_never_parts_a_mark_from_the_letter_that_it_combines_with(spans: list[Span], width: int) -> None:
    lines = [plain(line) for line in flow(spans, width, None, cell_len)]
    starts_whole = plain(tuple(spans)).lstrip()[:1] != "\u0301"
    assert not any(line.startswith("\u0301") for line in lines[not starts_whole :])


def test_no_words_at_all_are_one_empty_line() -> None:
    assert flow([Span("", "text")], 10, None, cells) == [()]


def test_words_break_at_blanks_and_a_held_blank_keeps_its_neighbours_together() -> None:
    spans = [Span("who takes the last word", "text"), Span(f"{HOLD}{HOLD}¶4", "meta")]
    assert [plain(line) for line in flow(spans, 23, None, cells)] == ["who takes the last", f"word{HOLD}{HOLD}¶4"]


@given(
    st.lists(st.sampled_from(["a", "Aleppo", "漢字", "café", "Bab al-Hawa"]), min_size=1, max_size=12),
    st.integers(14, 50),
)
def test_a_citation_takes_the_last_word_with_it(text: list[str], width: int) -> None:
    spans = [Span(" ".join(text), "text"), Span(f"{HOLD}{HOLD}¶12", "meta")]
    last = plain(flow(spans, width, None, cell_len)[-1])
    assert last.endswith("¶12")
    assert last.removesuffix("¶12").strip(HOLD + " ")


@given(_SPANS, st.integers(12, 60), st.integers(0, 8))
def test_hanging_lines_are_indented_and_as_narrow_as_asked(spans: list[Span], width: int, indent: int) -> None:
    first = (Span("why  ", "meta"),)
    lines = hang(spans, width, first=first, indent=indent, measure=cell_len)
    assert lines[0][:1] == first
    assert all(line[0] == blank(indent) for line in lines[1:])
    assert all(width_of(line, cell_len) <= width for line in lines)
    assert _inked([span for line in lines for span in line]) == _inked([*first, *spans])


@given(_SPANS, st.integers(1, 60))
def test_cutting_keeps_what_fits_and_marks_what_does_not(spans: list[Span], width: int) -> None:
    line = tuple(spans)
    short = cut(line, width, cell_len)
    assert width_of(short, cell_len) <= width
    if width_of(line, cell_len) <= width:
        assert short == line
    else:
        kept = plain(short).removesuffix("…")
        assert plain(short).endswith("…")
        assert plain(line).startswith(kept.rstrip())


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("Aleppo", 6, "Aleppo"),
        ("Aleppo", 5, "Alep…"),
        ("漢字漢字", 6, "漢字…"),
        ("漢字漢字", 4, "漢…"),
        ("cafe\u0301 noir", 5, "cafe\u0301…"),
        ("to the last", 7, "to the…"),
    ],
)
def test_a_line_is_cut_between_characters(text: str, width: int, expected: str) -> None:
    assert plain(cut((Span(text, "text"),), width, cells)) == expected


@given(_SPANS, _SPANS, st.integers(1, 120))
def test_what_is_spread_reaches_from_edge_to_edge(left: list[Span], right: list[Span], width: int) -> None:
    line = spread(tuple(left), tuple(right), width, cell_len)
    if width_of((*left, *right), cell_len) <= width:
        assert width_of(line, cell_len) == width
        assert plain(line).startswith(plain(tuple(left)))
        assert plain(line).endswith(plain(tuple(right)))
    else:
        assert width_of(line, cell_len) <= width


def test_the_room_between_can_be_filled() -> None:
    rule = spread((Span("a", "text"),), (Span("b", "text"),), 6, cells, lambda room: (Span("─" * room, "rule"),))
    assert plain(rule) == "a────b"


@given(_SPANS, st.integers(0, 60), st.integers(0, 60))
def test_a_part_of_spans_is_the_part_of_their_text(spans: list[Span], start: int, end: int) -> None:
    assert plain(part(spans, start, end)) == plain(tuple(spans))[start:end]


@given(st.text(max_size=40))
def test_words_stand_on_one_line_with_single_blanks(text: str) -> None:
    shown = words(text)
    assert "  " not in shown
    assert shown == shown.strip(" ")
    assert shown.replace(" ", "") == clean_line(text).replace(" ", "")
