"""Problems as they are drawn: worst first, the caret under the very character, and what to write instead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing.document.load import load
from briefing.model import Position
from briefing.problems import Problem, Severity
from briefing.tui.lines import plain
from briefing.tui.rows import Row, trouble
from briefing.tui.story import Story
from tests.tui.rows.drawn import texts
from tests.tui.stories import story_from

UNICODE, ASCII = story_from("title: x"), story_from("title: x", ascii_only=True)
_EXCERPTS = st.lists(
    st.sampled_from(["a", "b ", "漢", "字", "é", "e\u0301", "한", "“", "👩", " "]), min_size=1, max_size=96
).map("".join)


def _problem(
    excerpt: str = "",
    caret: int = 0,
    line: int = 61,
    severity: Severity = "error",
    fix: str = "",
    message: str = "Wrong.",
) -> Problem:
    return Problem("a.yaml", Position(line, 1), severity, "date-wrong", message, fix, excerpt, caret)


def _caret(story: Story, problem: Problem, width: int) -> tuple[str, int]:
    """Returns what is drawn of the line behind the fence, and the cell in it that the caret points at."""
    shown = [
        line for line in texts(trouble.draw(story, Row("item", problem), width)) if f" {story.glyphs.fence} " in line
    ]
    line, below = shown
    fence = line.index(f" {story.glyphs.fence} ") + 3
    assert below[fence:].strip() == "^"
    return line[fence:], cell_len(below[fence:]) - 1


def _character_at(text: str, cell: int) -> str:
    """Returns the character that is drawn at a cell; nothing behind the end."""
    used = 0
    for character in text:
        if used == cell and cell_len(character):
            return character
        used += cell_len(character)
    return ""


@given(_EXCERPTS, st.data(), st.integers(28, 120), st.integers(1, 20_000))
def test_the_caret_stands_under_the_very_character(excerpt: str, data: st.DataObject, width: int, number: int) -> None:
    places = [at for at, character in enumerate(excerpt) if cell_len(character) and character != " "]
    if places:
        caret = data.draw(st.sampled_from(places))
        line, cell = _caret(UNICODE, _problem(excerpt, caret, number), width)
        assert _character_at(line, cell) == excerpt[caret]


@given(_EXCERPTS, st.integers(28, 120))
def test_a_caret_behind_the_end_stands_behind_the_last_character(excerpt: str, width: int) -> None:
    line, cell = _caret(UNICODE, _problem(excerpt.rstrip() + "x", len(excerpt.rstrip()) + 1), width)
    assert cell == cell_len(line)


def test_the_caret_stands_right_where_the_line_was_cut_before_it() -> None:
    loaded = load(
        "title: x\nas_of: 2024-11-30\nwhy: " + "blah " * 60 + "\ntimeline:\n  - 2024-13-01: " + "y" * 300 + "\n",
        "a.yaml",
    )
    problem = next(found for found in loaded.problems if found.excerpt)
    for width in (28, 50, 57, 80, 120):
        line, cell = _caret(UNICODE, problem, width)
        assert _character_at(line, cell) == problem.excerpt[problem.caret]


@given(st.integers(0, 60), st.integers(28, 120))
def test_in_ascii_the_caret_stands_under_the_very_character_too(caret: int, width: int) -> None:
    excerpt = "…" + "abcdefghijklmnopqrstuvwxyz“—”" * 3
    line, cell = _caret(ASCII, _problem(excerpt, caret + 1), width)
    assert _character_at(line, cell) == ASCII.show(excerpt[caret + 1])


def test_a_problem_is_severity_place_and_code_then_the_sentence_the_line_and_the_fix() -> None:
    problem = _problem("  - 2024-13: x", 4, fix="2024-12", message="There is no month 13.")
    assert texts(trouble.draw(UNICODE, Row("item", problem), 57)) == [
        "! error 61:1  date-wrong",
        "  There is no month 13.",
        "  61 │   - 2024-13: x",
        "     │     ^",
        "  fix: 2024-12",
        "",
    ]


def test_errors_come_first_then_the_order_of_the_file() -> None:
    loaded = load("title: x\ntimeline:\n  - 2024: a\n    soruce: b\n  - never: c\nsorce: d\n", "a.yaml")
    story = story_from("title: x")
    rows = trouble.rows(story.with_check(loaded.problems, {}))
    severities = [row.value.severity for row in rows]
    assert severities == sorted(severities)
    lines = [row.value.where for row in rows if row.value.severity == "warning"]
    assert lines == sorted(lines)
    assert len(rows) == len(loaded.problems) > 1


@pytest.mark.parametrize(
    ("severities", "words"),
    [((), ""), (("error",), "a.yaml  1 error"), (("error", "warning", "warning"), "a.yaml  1 error  2 warnings")],
)
def test_the_title_says_how_many_there_are(severities: tuple[Severity, ...], words: str) -> None:
    story = UNICODE.with_check(tuple(_problem(severity=severity) for severity in severities), {})
    assert plain(trouble.heads(story, 57)) == words


def test_a_peek_at_a_problem_has_its_place_and_its_sentence() -> None:
    assert plain(trouble.peek(UNICODE, Row("item", _problem()), 57)) == "61:1 Wrong."


def test_a_problem_is_spoken_with_its_place() -> None:
    assert trouble.speak(UNICODE, Row("item", _problem())) == "error, a.yaml, line 61, column 1"


def test_no_problems_are_good_news() -> None:
    assert trouble.empty(UNICODE) == "No problems."
