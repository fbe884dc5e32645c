"""The command of an editor of one's own: what it may say, and that nothing in a value is looked at again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.settings import template
from briefing.settings.inforce import load


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "myedit --at {line}:{column} {file}",
        "'my edit' {file}",
        "x --file={file}",
        "x {file} &",
        "x {} { {file}",
    ],
)
def test_a_command_that_names_the_file_is_in_order(text: str) -> None:
    assert template.fault(text) is None


@pytest.mark.parametrize(
    ("text", "says", "fix"),
    [
        ("nvim", "does not say where the file goes", "add {file}"),
        ("x {path}", "knows no {path}", "write {file}, {line} or {column}"),
        ("x {file}:{lien}", "knows no {lien}", "write {line}"),
        ("x 'y {file}", "quotation mark", "close it"),
        ("{file}", "the name of a program", "write vim"),
        ("&", "the name of a program", "write vim"),
        ("#", "does not say where", "add {file}"),
    ],
)
def test_what_is_wrong_with_a_command_is_told_with_what_to_write(text: str, says: str, fix: str) -> None:
    found = template.fault(text)
    assert found is not None
    assert says in found[0]
    assert found[1].startswith(fix)


def test_a_wrong_command_is_a_problem_of_the_settings_with_its_place_and_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "settings.yaml").write_text("# mine\neditor: myedit {path}\n", encoding="utf-8")
    found = load(tmp_path)
    (problem,) = found.problems
    assert (problem.where, problem.code) == ((2, 9), "value")
    assert found.settings.editor == ""


def test_a_right_one_is_in_force(tmp_path: Path) -> None:
    (tmp_path / "settings.yaml").write_text("editor: myedit --at {line}:{column} {file} &\n", encoding="utf-8")
    found = load(tmp_path)
    assert not found.problems
    assert found.settings.editor == "myedit --at {line}:{column} {file} &"


@given(st.text(), st.integers(1, 10**6))
def test_a_value_stands_in_one_word_as_it_is(file: str, line: int) -> None:
    words = template.split("ed +{line} -f={file} {other}")
    assert template.fill(words, {"file": file, "line": str(line)}) == ["ed", f"+{line}", f"-f={file}", "{other}"]


@given(st.text(max_size=40))
def test_any_text_is_refused_or_can_be_split(text: str) -> None:
    if template.fault(text) is None and text.strip():
        assert "{file}" in "".join(template.split(text))
