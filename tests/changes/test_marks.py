"""Read marks between two looks at a briefing."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.changes.marks import Marks
from briefing.document.load import Loaded, load

STORY = "title: A\ntimeline:\n  - 2023: The first event\n  - 2024: Two\n"
LATER = "title: A\ntimeline:\n  - 2023: The first event of all\n  - 2024: Two\n  - 2025: The third event\n"
WHEN = "2024-12-01T10:00Z"


@pytest.fixture
def marks(tmp_path: Path) -> Marks:
    """The marks of a briefing that nobody has read."""
    return Marks(tmp_path / "state", tmp_path / "story.yaml")


def read(text: str) -> Loaded:
    """The briefing with that text."""
    return load(text, "story.yaml")


def test_everything_is_unread_at_first(marks: Marks) -> None:
    assert marks.when() is None
    assert len(marks.unread(read(STORY)).new) == 2


def test_what_was_marked_is_read_and_what_came_later_is_not(marks: Marks, tmp_path: Path) -> None:
    assert marks.read_all(read(STORY), WHEN)
    assert marks.when() == WHEN
    again = Marks(tmp_path / "state", tmp_path / "story.yaml")
    assert not again.unread(read(STORY))
    assert not again.unread(read("# only a comment\n" + STORY))
    news = again.unread(read(LATER))
    assert [item.text for item in news.new] == ["The third event"]
    assert [item.text for item in news.changed] == ["The first event of all"]


def test_items_are_read_one_by_one(marks: Marks) -> None:
    marks.read_all(read(STORY), WHEN)
    later = read(LATER)
    assert marks.read_item(later, later.briefing.timeline[0])
    assert [item.text for item in marks.unread(later).new] == ["The third event"]
    assert not marks.unread(later).changed
    assert marks.read_item(later, later.briefing.timeline[2])
    assert not marks.unread(later)


def test_the_fields_of_the_whole_briefing_are_read_together(marks: Marks) -> None:
    marks.read_all(read(STORY), WHEN)
    later = read(STORY.replace("title: A", "title: B"))
    assert marks.unread(later).top
    assert marks.read_top(later)
    assert not marks.unread(later)


def test_marking_everything_can_be_taken_back_once(marks: Marks) -> None:
    marks.read_all(read(STORY), WHEN)
    later = read(LATER)
    marks.read_all(later, WHEN)
    assert not marks.unread(later)
    assert marks.take_back()
    assert len(marks.unread(later).new) == 1
    assert not marks.take_back()


def test_the_first_marking_can_be_taken_back_too(marks: Marks) -> None:
    marks.read_all(read(STORY), WHEN)
    assert marks.take_back()
    assert marks.when() is None


def test_two_programs_see_each_others_marks(marks: Marks, tmp_path: Path) -> None:
    other = Marks(tmp_path / "state", tmp_path / "story.yaml")
    later = read(LATER)
    marks.read_all(read(STORY), WHEN)
    marks.read_item(later, later.briefing.timeline[0])
    other.read_item(later, later.briefing.timeline[2])
    assert not marks.unread(later)


def test_briefings_have_marks_of_their_own(marks: Marks, tmp_path: Path) -> None:
    marks.read_all(read(STORY), WHEN)
    assert Marks(tmp_path / "state", tmp_path / "other.yaml").when() is None


def test_without_memory_nothing_is_kept(tmp_path: Path) -> None:
    marks = Marks(None, tmp_path / "story.yaml")
    assert not marks.remembers
    assert not marks.read_all(read(STORY), WHEN)
    assert marks.when() is None
    assert not list(tmp_path.iterdir())


def test_looking_writes_nothing(marks: Marks, tmp_path: Path) -> None:
    marks.unread(read(STORY))
    assert not list(tmp_path.iterdir())
