"""The signs: one cell each, ASCII where asked, and never two meanings for one sign in one column."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing.text import cells
from briefing.tui.glyphs import ASCII, UNICODE, Glyphs

_NAMES = [name for name in Glyphs.__annotations__ if name != "ascii_only"]
_WIDER_IN_ASCII = {"answer", "more", "to", "both", "earlier", "found"}
_COLUMNS = (
    ("draft", "problem", "changed", "new"),
    ("open", "watching", "answered", "moot"),
    ("exact", "coarse", "approximate", "uncertain", "interval", "since", "until"),
    ("cursor", "unfocused", "concerned"),
    ("rule", "focused_rule"),
)


@pytest.mark.parametrize("name", _NAMES)
def test_every_sign_takes_one_cell(name: str) -> None:
    for sign in getattr(UNICODE, name):
        assert cell_len(sign) == cells(sign) == 1
    if name not in _WIDER_IN_ASCII:
        assert all(len(sign) == 1 for sign in getattr(ASCII, name))
    assert len(getattr(UNICODE, name)) == len(getattr(ASCII, name)) or name in _WIDER_IN_ASCII


@pytest.mark.parametrize("name", _NAMES)
def test_the_ascii_kin_of_a_sign_is_ascii_that_can_be_printed(name: str) -> None:
    value = getattr(ASCII, name)
    assert value.isascii()
    assert value.isprintable()


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=["unicode", "ascii"])
@pytest.mark.parametrize("column", _COLUMNS, ids=lambda column: column[0])
def test_signs_that_stand_in_one_column_differ(column: tuple[str, ...], glyphs: Glyphs) -> None:
    assert len({getattr(glyphs, name) for name in column}) == len(column)


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_sides_differ_from_one_another_and_from_none(glyphs: Glyphs) -> None:
    signs = [glyphs.side(index) for index in range(10)]
    assert len({*signs, glyphs.side(None)}) == 11
    assert signs[6:] == ["7", "8", "9", "0"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("“They’ve” – it’s…", "\"They've\" - it's..."),
        ("Erdoğan, Žižek, naïve", "Erdogan, Zizek, naive"),
        ("¶4 → ¶7", "#4 -> #7"),
        ("漢字", "??"),
        ("cafe\u0301", "cafe"),
        ("30×8", "30x8"),
    ],
)
def test_typographic_marks_and_accents_become_their_ascii_kin(text: str, shown: str) -> None:
    assert ASCII.show(text) == shown
    assert UNICODE.show(text) == text


@given(st.text(max_size=40))
def test_what_ascii_shows_is_ascii(text: str) -> None:
    assert ASCII.show(text).isascii()
