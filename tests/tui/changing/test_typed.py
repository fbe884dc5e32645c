"""A line is typed and mended as in a shell, and holds nothing that acts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text import cells, clean_line
from briefing.tui.changing.typed import LONGEST, Typed
from tests.tui.stories import GRAPHEMES

MOVES = ("left", "right", "home", "end", "ctrl+left", "ctrl+right", "backspace", "delete", "ctrl+w", "ctrl+u", "ctrl+k")


def _pressed(text: str, *keys: str) -> str:
    line = Typed.of(text)
    for key in keys:
        assert line.press(key, key if len(key) == 1 else None)
    return f"{line.text[: line.at]}|{line.text[line.at :]}"


@pytest.mark.parametrize(
    ("keys", "result"),
    [
        (("left",), "one two|o"),
        (("home", "right"), "o|ne twoo"),
        (("ctrl+a",), "|one twoo"),
        (("ctrl+a", "ctrl+e"), "one twoo|"),
        (("backspace",), "one two|"),
        (("home", "delete"), "|ne twoo"),
        (("ctrl+w",), "one |"),
        (("ctrl+w", "ctrl+w"), "|"),
        (("left", "ctrl+u"), "|o"),
        (("home", "right", "ctrl+k"), "o|"),
        (("alt+b",), "one |twoo"),
        (("home", "alt+f"), "one| twoo"),
        (("ctrl+left", "x"), "one x|twoo"),
    ],
)
def test_keys_do_what_they_do_in_a_shell(keys: tuple[str, ...], result: str) -> None:
    assert _pressed("one twoo", *keys) == result


def test_at_the_ends_nothing_happens() -> None:
    assert _pressed("", "left", "right", "backspace", "delete", "ctrl+w", "ctrl+u", "ctrl+k", "home", "end") == "|"


def test_a_key_that_means_nothing_is_not_taken() -> None:
    line = Typed.of("a")
    assert not line.press("f5", None)
    assert not line.press("escape", "\x1b")
    assert line.text == "a"


def test_what_combines_goes_together() -> None:
    assert _pressed("e\u0301👩\u200d👩", "left", "left") == "|e\u0301👩\u200d👩"
    assert _pressed("ae\u0301", "backspace") == "a|"


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("two\nlines", "two lines"),
        ("two\r\nlines\tand a tab", "two lines and a tab"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\u202egnp\u202c\u2066x", "gnpx"),
        ("a\u2028b\x85c\x00\x07", "a b c"),
        ("\ud800x", "x"),
    ],
)
def test_pasted_words_lose_what_acts(pasted: str, kept: str) -> None:
    line = Typed()
    line.insert(pasted)
    assert line.text == kept


def test_a_line_has_an_end() -> None:
    line = Typed()
    line.insert("x" * (LONGEST + 5))
    assert len(line.text) == LONGEST


@given(st.lists(st.one_of(st.sampled_from(MOVES), st.sampled_from(GRAPHEMES), st.text(max_size=4)), max_size=30))
def test_whatever_is_typed_the_cursor_stands_between_characters_and_nothing_acts(keys: list[str]) -> None:
    line = Typed()
    for key in keys:
        if not line.press(key, None):
            line.insert(key)
        assert 0 <= line.at <= len(line.text)
        assert clean_line(line.text) == line.text
        assert cells(line.text[: line.at]) + cells(line.text[line.at :]) >= cells(line.text)
