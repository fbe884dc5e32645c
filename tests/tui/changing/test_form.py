"""A form is filled in without a mouse, tells what is wrong, and saves only what means something."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing.tui.changing.drawing import form_lines, rows_of
from briefing.tui.changing.form import Choice, Form, Line, Told
from briefing.tui.lines import plain, width_of
from tests.tui.stage import SAMPLE
from tests.tui.stories import GRAPHEMES, story_of

FRUIT = ("apple", "banana", "cherry")


def _fruit(typed: str) -> Told:
    return Told(typed, f"a {typed}") if typed in FRUIT else Told(None, "that is no fruit")


def _offered(typed: str) -> Sequence[Choice]:
    return [Choice(name, name.title(), "fruit") for name in FRUIT if name.startswith(typed) and name != typed]


def _form(doubt: str = "") -> Form:
    lines = [Line("fruit", "fruit", "which one", _fruit, _offered), Line("note", "note", "anything", long=True)]
    return Form("Add a fruit", lines, doubt=lambda values: doubt if values["note"] == "rotten" else "")


def _type(form: Form, *keys: str) -> list[str]:
    return [form.press(key, key if len(key) == 1 else None) for key in keys]


def test_enter_goes_from_line_to_line_and_saves_at_the_last() -> None:
    form = _form()
    assert _type(form, *"apple", "enter", *"ripe", "enter")[-1] == "saved"
    assert form.values == {"fruit": "apple", "note": "ripe"}


def test_the_first_choice_is_taken_where_the_text_alone_means_nothing() -> None:
    form = _form()
    assert form.choice == 0
    _type(form, "c", "enter")
    assert form.texts == ("cherry", "")
    assert form.at == 1


def test_arrows_choose_and_go_on_to_other_lines_where_there_is_nothing_to_choose() -> None:
    form = _form()
    _type(form, "down")
    assert form.choices[form.choice].value == "banana"
    _type(form, "enter", "down")
    assert form.at == 1
    _type(form, "up")
    assert form.at == 0


def test_what_is_wrong_is_not_left_by_enter_but_by_tab() -> None:
    form = _form()
    _type(form, *"pear", "enter")
    assert form.at == 0
    _type(form, "tab")
    assert form.at == 1
    assert _type(form, "enter") == [""]
    assert form.at == 0, "what is wrong gets the cursor before anything is saved"


def test_tab_completes_then_goes_on_and_round() -> None:
    form = _form()
    _type(form, "b", "tab")
    assert (form.at, form.texts[0]) == (0, "banana")
    _type(form, "tab")
    assert form.at == 1
    _type(form, "tab")
    assert form.at == 0
    _type(form, "shift+tab")
    assert form.at == 0


def test_a_doubt_is_told_once_and_enter_again_saves_all_the_same() -> None:
    form = _form("It is rotten")
    assert _type(form, *"apple", "enter", *"rotten", "enter")[-1] == ""
    assert form.doubted == "It is rotten"
    assert _type(form, "enter") == ["saved"]


def test_a_text_that_was_changed_is_doubted_anew() -> None:
    form = _form("It is rotten")
    _type(form, *"apple", "enter", *"rotten", "enter", "x", "backspace", "enter")
    assert form.doubted == "It is rotten"


def test_esc_leaves_and_the_texts_can_be_brought_back() -> None:
    form = _form()
    assert _type(form, *"app", "escape")[-1] == "left"
    again = _form()
    again.fill(form.texts, form.at)
    assert again.texts == ("app", "")
    assert again.line.typed.at == 3


def test_pasted_words_come_in_one_line_and_cleaned() -> None:
    form = _form()
    _type(form, *"apple", "enter")
    form.paste("two\nlines\x1b[31m")
    assert form.texts[1] == "two lines[31m"


KEYS = ("enter", "tab", "shift+tab", "up", "down", "left", "home", "backspace", "ctrl+u", "ctrl+w", *"apbn c")


@given(st.lists(st.sampled_from(KEYS), max_size=40))
def test_whatever_is_pressed_only_what_means_something_is_saved(keys: list[str]) -> None:
    form = _form("It is rotten")
    for key in keys:
        step = form.press(key, key if len(key) == 1 else None)
        assert 0 <= form.at < len(form.lines)
        assert -1 <= form.choice < max(1, len(form.choices))
        if step == "saved":
            assert all(line.told.value is not None for line in form.lines)


@given(st.text(st.sampled_from(list("".join(GRAPHEMES))), max_size=60), st.integers(1, 30))
def test_a_typed_text_is_broken_without_losing_a_character(text: str, width: int) -> None:
    rows = rows_of(text, width, cell_len)
    assert "".join(text[start:end] for start, end in rows) == text
    for start, end in rows:
        shown = text[start:end].rstrip(" ")
        assert cell_len(shown) <= max(width, 2) or len(rows) == 1 or "\u200d" in shown


@pytest.mark.parametrize("width", [30, 50, 80, 120])
@pytest.mark.parametrize("height", [6, 8, 17, 37])
def test_a_form_keeps_its_height_and_its_width_whatever_is_typed(width: int, height: int) -> None:
    story = story_of(SAMPLE)
    form = _form("It is rotten")
    heights: set[int] = set()

    def look() -> Mapping[str, str]:
        block = form_lines(form, story, width, height)
        heights.add(len(block))
        assert all(width_of(line, story.measure) <= width for line in block)
        return {"text": "\n".join(plain(line) for line in block)}

    assert "Add a fruit" in look()["text"]
    for key in (*"pear", "ctrl+u", *"apple", "enter", *("word 漢字 " * 30), "home", "tab", "enter"):
        form.press(key, key if len(key) == 1 else None)
        look()
    assert len(heights) == 1
