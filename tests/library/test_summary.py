"""A line about a briefing, for a list of many."""

from __future__ import annotations

from pathlib import Path

from briefing.library.summary import summarise


def write(folder: Path, text: str) -> Path:
    path = folder / "story.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_summary_counts_what_wants_something_and_names_the_next_date(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        """\
title: A
as_of: 2024-11-30
questions:
  - What?
  - watching: When?
    due: 2024-12-05
  - answered: Who?
    due: 2024-12-01
judgements:
  - likely: It lasts
    review: 2024-12-07
    draft: true
next:
  - 2024-12-04: Call
  - todo: Read
    draft: true
""",
    )
    found = summarise(path)
    assert (found.path, found.title, str(found.as_of)) == (path, "A", "2024-11-30")
    assert (found.unsettled, found.drafts, str(found.due)) == (2, 2, "2024-12-04")
    assert (found.problems, found.readable) == ((), True)


def test_a_summary_carries_the_problems_of_the_file(tmp_path: Path) -> None:
    found = summarise(write(tmp_path, "title: A\ntimeline:\n  - 2024-11-31: Never\n"))
    assert [problem.code for problem in found.problems] == ["date-invalid"]
    assert found.readable


def test_what_cannot_be_read_is_listed_under_its_name_with_its_problem(tmp_path: Path) -> None:
    (tmp_path / "story.yaml").write_bytes(b"\xff\xfe\x00")
    found = summarise(tmp_path / "story.yaml")
    assert (found.title, found.readable, len(found.problems)) == ("story", False, 1)


def test_a_briefing_that_asks_for_nothing_has_no_next_date(tmp_path: Path) -> None:
    assert summarise(write(tmp_path, "title: A\nnext:\n  - Read\n")).due is None
