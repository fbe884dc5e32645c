"""Outside text becomes text that can be shown: nothing in it acts, nothing of it is lost, and its width is known."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing.text import cells, clean, clean_line, shorten, wrap

_ANY = st.text(st.characters(codec=None), max_size=60)
_ACTING = (
    [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if code not in (9, 10)]
    + [chr(code) for code in (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))]
    + ["\u2028", "\u2029", "\ufeff", "\U000e0041", "\ud800"]
)


@pytest.mark.parametrize("character", _ACTING, ids=lambda c: f"U+{ord(c):04X}")
def test_a_character_that_acts_is_replaced_by_one_that_is_seen(character: str) -> None:
    for door in (clean, clean_line):
        shown = door(character)
        assert len(shown) == 1
        assert shown.isprintable()
        assert shown != character
        assert cells(shown) == 1


@pytest.mark.parametrize("text", ["plain", "café", "叛军", "क्षि", "👩‍👩‍👧", "می‌خواهم", "“[bold]x[/]”", "a\u00adb"])
def test_text_that_only_reads_stays_as_it_is(text: str) -> None:
    assert clean(text) == clean_line(text) == text


@given(_ANY)
@example("\ud800\udfff")
def test_cleaning_keeps_the_length_and_leaves_nothing_that_acts(text: str) -> None:
    shown = clean(text)
    assert len(shown) == len(text)
    assert not set(shown) & set(_ACTING)
    assert all(c in "\t\n" for c in shown if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp"))
    assert not any(
        unicodedata.bidirectional(c) in ("LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI") for c in shown
    )
    shown.encode("utf-8")


@given(_ANY)
def test_cleaning_once_is_enough(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean(text)) == clean_line(text)


@given(_ANY)
def test_a_cleaned_line_is_one_line_of_the_same_length(text: str) -> None:
    shown = clean_line(text)
    assert len(shown) == len(text)
    assert "\n" not in shown
    assert "\t" not in shown


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("rebels", 6),
        ("“…”", 3),
        ("e\u0301", 1),
        ("叛军", 4),
        ("한글", 4),
        ("\u1112\u1161\u11ab\u1100\u1173\u11af", 4),
        ("ﾊﾝｶｸ", 4),
        ("Ａ", 2),
        ("👍", 2),
        ("👍🏽", 2),
        ("👩‍👩‍👧", 2),
        ("❤\ufe0f", 2),
        ("🇺🇦", 2),
        ("क्षि", 2),
        ("ไทย", 3),
        ("a\u200bb", 2),
        ("\u00ad", 1),
    ],
    ids=repr,
)
def test_the_width_of_scripts_and_emoji_is_that_of_a_terminal(text: str, width: int) -> None:
    assert cells(text) == width


_BLOCKS = [
    (0x20, 0x7E),
    (0xA1, 0xAC),
    (0xAE, 0x2FF),
    (0x370, 0x482),
    (0x48A, 0x52F),
    (0x5D0, 0x5EA),
    (0x620, 0x64A),
    (0x2010, 0x2027),
    (0x2030, 0x205E),
    (0x20A0, 0x20BF),
    (0x2190, 0x21FF),
    (0x2500, 0x259F),
    (0x3041, 0x3096),
    (0x30A1, 0x30FA),
    (0x4E00, 0x9FFF),
    (0xAC00, 0xD7A3),
    (0xFF01, 0xFF60),
    (0x1F600, 0x1F64F),
]


@pytest.mark.parametrize("block", _BLOCKS, ids=lambda block: f"U+{block[0]:04X}")
def test_every_letter_is_as_wide_as_the_terminal_library_takes_it(block: tuple[int, int]) -> None:
    letters = [chr(code) for code in range(block[0], block[1] + 1) if unicodedata.category(chr(code)) != "Cn"]
    assert [c for c in letters if cells(c) != cell_len(c)] == []


@given(
    st.lists(
        st.sampled_from(["rebels ", "é", "e\u0301", "叛军", "한", "👍", "“", "…", "ا", "ש", "я", "-", "\u00a0"])
    ).map("".join)
)
def test_text_is_as_wide_as_the_terminal_library_takes_it(text: str) -> None:
    assert cells(text) == cell_len(text)


_CLUSTERS = st.lists(
    st.sampled_from(
        [
            "a",
            "rebels",
            " ",
            "  ",
            "\n",
            "-",
            "well-known",
            "叛",
            "军",
            "。",
            "e\u0301",
            "👩‍👩‍👧",
            "❤\ufe0f",
            "\u00a0",
            "“",
            "\t",
        ]
    ),
    max_size=30,
).map("".join)


@given(_CLUSTERS, st.integers(1, 20), st.one_of(st.none(), st.integers(1, 20)))
def test_wrapping_loses_no_character_that_is_seen(text: str, width: int, rest: int | None) -> None:
    lines = wrap(text, width, rest)
    shown = "".join(text[start:end] for start, end in lines)
    assert "".join(shown.split()) == "".join(text.split())
    assert all(one.end <= other.start for one, other in pairwise(lines))


@given(_CLUSTERS, st.integers(1, 20), st.one_of(st.none(), st.integers(1, 20)))
def test_no_line_is_wider_than_its_room_but_for_one_cluster_that_can_not_be_cut(
    text: str, width: int, rest: int | None
) -> None:
    for number, (start, end) in enumerate(wrap(text, width, rest)):
        line = text[start:end]
        assert "\n" not in line
        assert cells(line) <= (width if number == 0 or rest is None else rest) or line in _ONE_CLUSTER


_ONE_CLUSTER = ("叛", "军", "。", "👩‍👩‍👧", "❤\ufe0f")


@given(_CLUSTERS, st.integers(1, 20))
def test_blanks_at_a_break_belong_to_no_line(text: str, width: int) -> None:
    for start, end in wrap(text, width):
        assert text[start:end] == text[start:end].rstrip(" \t\n")
        if start and text[start - 1] != "\n":
            assert text[start:end] == text[start:end].lstrip(" \t\n")


@given(_CLUSTERS, st.integers(1, 20))
def test_no_line_begins_inside_a_cluster(text: str, width: int) -> None:
    for start, _ in wrap(text, width):
        before = text[start - 1 : start]
        assert text[start : start + 1] not in ("\u0301", "\ufe0f", "\u200d")
        assert before != "\u200d"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Regime lines have collapsed", 12, ["Regime lines", "have", "collapsed"]),
        ("a Mitte-Links-Bündnis", 12, ["a", "Mitte-Links-", "Bündnis"]),
        ("10\u00a0000 killed", 8, ["10\u00a0000", "killed"]),
        ("叛军控制了", 4, ["叛军", "控制", "了"]),
        ("one\n\ntwo", 10, ["one", "", "two"]),
        ("", 10, [""]),
        ("   ", 10, [""]),
        ("abcdef", 2, ["ab", "cd", "ef"]),
        ("叛", 1, ["叛"]),
    ],
)
def test_lines_break_where_a_reader_expects_it(text: str, width: int, lines: list[str]) -> None:
    assert [text[start:end] for start, end in wrap(text, width)] == lines


def test_further_lines_may_have_another_width() -> None:
    text = "one two three four"
    assert [text[start:end] for start, end in wrap(text, 13, 5)] == ["one two three", "four"]
    assert [text[start:end] for start, end in wrap(text, 3, 10)] == ["one", "two three", "four"]


def test_a_paragraph_of_a_hundred_thousand_letters_is_wrapped_without_delay() -> None:
    from time import perf_counter

    before = perf_counter()
    assert len(wrap("a" * 100_000, 80)) == 1_250
    assert perf_counter() - before < 2


@given(_CLUSTERS, st.integers(0, 30))
def test_a_shortened_text_fits_on_one_line(text: str, width: int) -> None:
    shown = shorten(text, width)
    assert "\n" not in shown
    assert cells(shown) <= width


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("Aleppo", 6, "Aleppo"),
        ("Aleppo", 5, "Alep…"),
        ("Aleppo is", 8, "Aleppo…"),
        ("Aleppo", 1, "…"),
        ("Aleppo", 0, ""),
    ],
)
def test_a_text_that_does_not_fit_is_cut_with_an_ellipsis(text: str, width: int, shown: str) -> None:
    assert shorten(text, width) == shown
