"""No line as people type it locks anybody out of a briefing."""

from __future__ import annotations

import pytest

from briefing.document.load import load
from briefing.model import Item
from briefing.problems import has_errors
from tests.data.newsroom_lines import LINES, Newsroom, document

INDENTS = pytest.mark.parametrize("indent", ["", "  "], ids=["flush", "indented"])
EACH = pytest.mark.parametrize("line", LINES, ids=[line.typed for line in LINES])


def field(item: Item, name: str) -> object:
    value = getattr(item, name)
    return ", ".join(map(str, value)) if name == "src" else value


@INDENTS
@EACH
def test_a_newsroom_line_says_what_was_meant(line: Newsroom, indent: str) -> None:
    loaded = load(document(line, indent), "x.yaml")
    items = getattr(loaded.briefing, line.section)
    assert [item.head for item in items[1:2]] == [line.head]
    assert items[1].text == line.text
    assert {name: field(items[1], name) for name in line.fields} == line.fields


@INDENTS
@EACH
def test_a_newsroom_line_is_reported_once_and_nothing_else_is(line: Newsroom, indent: str) -> None:
    loaded = load(document(line, indent), "x.yaml")
    assert sorted(problem.code for problem in loaded.problems) == sorted(line.codes)


@EACH
def test_the_lines_above_and_below_are_read_as_ever(line: Newsroom) -> None:
    loaded = load(document(line), "x.yaml")
    items = getattr(loaded.briefing, line.section)
    assert len(items) == 3
    assert items[0].text == items[2].text


@EACH
def test_the_text_of_a_repaired_line_is_marked_where_it_stands_in_the_file(line: Newsroom) -> None:
    text = document(line)
    item = getattr(load(text, "x.yaml").briefing, line.section)[1]
    start = item.at()
    assert text.startswith(item.text[:5].split(" and", 1)[0], start) or item.text.startswith("Kremlin")


def test_all_lines_of_a_file_are_repaired_at_once() -> None:
    parts: dict[str, list[str]] = {}
    for line in LINES:
        if "\n" not in line.typed:
            parts.setdefault(line.section, []).append(line.typed)
    text = "title: Everything at once\n"
    for section, typed in parts.items():
        text += f"{section}:\n" + "".join(f"  {one.lstrip()}\n" for one in typed)
    loaded = load(text, "x.yaml")
    found = {item.text for item in loaded.briefing.items()}
    assert found >= {line.text for line in LINES if "\n" not in line.typed}
    assert "line-lost" not in {problem.code for problem in loaded.problems}


def test_the_fix_of_a_quoted_line_is_the_line_to_write() -> None:
    loaded = load("title: x\nquestions:\n  - open: Kremlin: no comment\n", "x.yaml")
    assert loaded.problems[0].fix == 'write - open: "Kremlin: no comment"'
    assert not has_errors(loaded.problems)


def test_writing_the_fix_makes_the_problem_go_away() -> None:
    for line in LINES:
        text = document(line)
        for problem in load(text, "x.yaml").problems:
            if problem.code == "repaired-quotes" and problem.fix.startswith("write - ") and "\n" not in line.typed:
                mended = text.replace(line.typed, problem.fix.removeprefix("write "), 1)
                codes = {one.code for one in load(mended, "x.yaml").problems}
                assert "repaired-quotes" not in codes, line.typed


def test_top_level_texts_are_repaired_too() -> None:
    loaded = load("title: HTS: Aleppo has fallen\nbottom_line: HTS: took it\nnotes: [AP] says so: really\n", "x.yaml")
    briefing = loaded.briefing
    assert (briefing.title, briefing.bottom_line) == ("HTS: Aleppo has fallen", "HTS: took it")
    assert briefing.notes == "[AP] says so: really"
    assert {problem.code for problem in loaded.problems} == {"repaired-quotes"}


def test_lines_of_a_block_that_slipped_left_stay_in_it() -> None:
    text = "title: x\nnotes: |\n    first: line\n  second: line\nThird line: it slipped\nwhy: because\n"
    loaded = load(text, "x.yaml")
    assert loaded.briefing.notes == "first: line\nsecond: line\nThird line: it slipped"
    assert loaded.briefing.why == "because"
    assert {problem.code for problem in loaded.problems} == {"repaired-indent"}


def test_a_rule_between_items_does_not_end_the_file() -> None:
    loaded = load("title: x\nnext:\n  - todo: a\n---\n  - todo: b\n", "x.yaml")
    assert [step.text for step in loaded.briefing.next] == ["a", "b"]
    assert [problem.code for problem in loaded.problems] == ["several-documents"]


def test_tabs_throughout_are_read_as_blanks() -> None:
    item = "\t- open: Is it so?\n\t\tnote: ask\n\t\twatch:\n\t\t\t- one\n\t\t\t- two\n"
    text = f"title: x\nactors:\n\ta: A\nquestions:\n{item}"
    loaded = load(text, "x.yaml")
    question = loaded.briefing.questions[0]
    assert (question.text, question.note, question.watch) == ("Is it so?", "ask", ("one", "two"))
    assert list(loaded.briefing.actors) == ["a"]
    assert {problem.code for problem in loaded.problems} == {"repaired-tab"}


def test_an_item_between_conflict_markers_is_read_in_both_versions_but_not_in_the_ancestor() -> None:
    text = (
        "title: x\nquestions:\n  - open: Above\n<<<<<<< HEAD\n  - open: Ours\n||||||| base\n  - open: Ancestor\n"
        "=======\n  - open: Theirs\n>>>>>>> branch\n  - open: Below\n"
    )
    loaded = load(text, "x.yaml")
    assert [question.text for question in loaded.briefing.questions] == ["Above", "Ours", "Theirs", "Below"]
    assert [(problem.code, problem.where.line) for problem in loaded.problems] == [("conflict-marker", 4)]
    assert loaded.problems[0].message == "two versions of this passage stand here"


def test_a_broken_line_that_nothing_can_mend_takes_only_itself_away() -> None:
    text = "title: x\nactors:\n  a: A\n  b: { name: B, [ }\n  c: C\nnext:\n  - todo: d\n"
    loaded = load(text, "x.yaml")
    assert {"a", "c"} <= set(loaded.briefing.actors)
    assert loaded.briefing.next[0].text == "d"
    assert loaded.problems
