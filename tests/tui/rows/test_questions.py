"""Open questions: the most urgent first, what has been answered last, each with its status in sign and word."""

from __future__ import annotations

import pytest

from briefing.dates import parse
from briefing.tui.lines import plain
from briefing.tui.panes import QUESTIONS
from briefing.tui.rows import questions
from tests.tui.rows.drawn import drawn, inked, items
from tests.tui.stage import SAMPLE
from tests.tui.stories import story_from, story_of

_STORY = story_from(
    """
title: x
as_of: 2024-11-30
sources: {s: One}
questions:
  - moot: Whether he resigns
  - answered: Who called it?
    answer: The crews
    src: s#4
  - watching: Will they join?
    watch: [tugs at dawn, a vote]
    src: s#2
  - open: What now?
  - open: Is it soon?
    due: 2024-12-01
  - watching: Was it late?
    due: 2024-11-28
"""
)


def test_the_overdue_and_the_due_come_first_and_what_is_settled_last() -> None:
    order = [row.value.text for row in questions.rows(_STORY)]
    assert order == [
        "Was it late?",
        "Is it soon?",
        "What now?",
        "Will they join?",
        "Who called it?",
        "Whether he resigns",
    ]


def test_each_has_its_status_as_a_sign_and_what_departs_from_open_as_a_word() -> None:
    assert drawn(_STORY, QUESTIONS, 57) == [
        " ◎ watching  Was it late?  2 days late",
        " ? Is it soon?  due tomorrow",
        " ? What now?",
        " ◎ watching  Will they join?",
        "   watch tugs at dawn · a vote  ¶2",
        " ✓ answered  Who called it?",
        "   → The crews  ¶4",
        " – moot  Whether he resigns",
    ]


def test_only_what_is_not_settled_is_bold() -> None:
    bold = {
        row.value.text for row in items(questions.rows(_STORY)) if inked(questions.draw(_STORY, row, 57), "text bold")
    }
    assert bold == {"Was it late?", "Is it soon?", "What now?", "Will they join?"}


def test_further_things_to_watch_stand_under_the_first() -> None:
    story = story_of(SAMPLE)
    row = questions.rows(story)[0]
    lines = [plain(line) for line in questions.draw(story, row, 57)]
    assert lines[-2].startswith("   watch sorties")
    assert lines[-1].startswith(" " * 9 + "Qusayr")


@pytest.mark.parametrize(
    ("due", "words", "ink"),
    [
        ("2024-11-20", "10 days late", "problem"),
        ("2024-11-29", "1 day late", "problem"),
        ("2024-11-30", "due today", "open"),
        ("2024-12-01", "due tomorrow", "open"),
        ("2024-12-06", "due 6 Dec", "open"),
        ("2025-03-01", "due 1 Mar 2025", "meta"),
        ("2024-12-01/..", "due since 1 Dec", "open"),
    ],
)
def test_when_something_is_due_is_seen_from_the_as_of_date(due: str, words: str, ink: str) -> None:
    assert questions.due_words(_STORY, parse(due), parse("2024-11-30")) == (words, ink)


def test_without_an_as_of_date_nothing_is_late() -> None:
    assert questions.due_words(_STORY, parse("2001-01-01"), None) == ("due 1 Jan 2001", "open")


def test_a_question_is_spoken_with_its_status_and_what_there_is_to_watch() -> None:
    story = story_of(SAMPLE)
    spoken = questions.speak(story, questions.rows(story)[0])
    assert spoken.startswith("open, due 2 Dec, 2 to watch, Can Russia")
