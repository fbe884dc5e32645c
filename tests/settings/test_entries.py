"""A settings file: every word has its place, every problem its line, and no line keeps the rest from being used."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.settings.codes import CODES
from briefing.settings.entries import LONGEST, read


def _values(text: str) -> dict[str, list[str]]:
    return {entry.name.text: [word.text for word in entry.words] for entry in read(text, "s").entries}


def _problems(text: str) -> list[tuple[int, int, str]]:
    return [(problem.where.line, problem.where.column, problem.code) for problem in read(text, "s").problems]


def test_lines_of_name_and_value_are_read_as_they_are_written() -> None:
    text = "theme: light  # a comment\n\nmouse: no\nzoom: [z, Z]\nhelp: '? f1'\nback: \"\"\n"
    assert _values(text) == {"theme": ["light"], "mouse": ["no"], "zoom": ["z", "Z"], "help": ["? f1"], "back": [""]}
    assert not _problems(text)


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "---\n"])
def test_a_file_with_nothing_in_it_is_in_order(text: str) -> None:
    assert not _values(text)
    assert not _problems(text)


def test_every_word_knows_its_offset() -> None:
    text = "\ufeffé: a\nzoom: [z, ZZ]\n"
    page = read(text, "s")
    for entry in page.entries:
        for word in (entry.name, *entry.words):
            assert page.text[word.offset :].startswith(word.text)
    assert [page.line(entry.name) for entry in page.entries] == [1, 2]
    assert page.origin(page.entries[1]) == ("s", 2)


@pytest.mark.parametrize(
    ("line", "column", "code"),
    [
        ("help: ?", 7, "yaml"),
        ("help: [?, f1", 7, "yaml"),
        ('help: "?', 7, "yaml"),
        ("help: `", 7, "yaml"),
        ("problems: !", 11, "shape"),
        ("jump: *x", 7, "shape"),
        ("jump: &", 7, "yaml"),
        ("jump: {a: b}", 7, "shape"),
        ("jump: [[a]]", 8, "shape"),
        ("? [a]\n: b", 3, "shape"),
    ],
)
def test_a_line_that_cannot_be_used_is_told_with_its_place_and_the_others_are_used(
    line: str, column: int, code: str
) -> None:
    text = f"theme: light\n{line}\nmouse: off\n"
    assert (2, column, code) in _problems(text)
    values = _values(text)
    assert (values["theme"], values["mouse"]) == (["light"], ["off"])


def test_a_name_that_stands_twice_counts_once_and_is_told_at_the_second() -> None:
    text = "theme: light\ntheme: dark\n"
    assert _values(text) == {"theme": ["light"]}
    assert _problems(text) == [(2, 1, "repeated")]


def test_a_list_a_word_and_a_second_document_are_no_settings() -> None:
    assert _problems("- theme\n") == [(1, 1, "shape")]
    assert _problems("dark\n") == [(1, 1, "shape")]
    assert _problems("theme: light\n---\ntheme: dark\n") == [(2, 1, "shape")]
    assert _values("theme: light\n---\ntheme: dark\n") == {"theme": ["light"]}


def test_a_file_that_is_far_too_long_is_not_read() -> None:
    assert _problems("#" * (LONGEST + 1)) == [(1, 1, "too-long")]


def test_depth_costs_nothing() -> None:
    assert _problems("a: " + "[" * 40_000 + "]" * 40_000)


def test_a_control_character_is_told_and_cannot_act() -> None:
    page = read("theme: \x1b[31m\nmouse: off\n", "s")
    assert ("character", 8) in [(problem.code, problem.where.column) for problem in page.problems]
    assert not any("\x1b" in f"{problem.message}{problem.excerpt}" for problem in page.problems)


@given(st.text(alphabet=st.sampled_from("ab: \n\t-[]{}\"'#!?&*|>%@`,\\\x00\x1b\x85\ufeffé"), max_size=80))
def test_any_text_gives_entries_and_problems_in_the_text(text: str) -> None:
    page = read(text, "s")
    for problem in page.problems:
        assert problem.code in CODES
        assert problem.message
        assert 1 <= problem.where.line <= len(page.lines)
    names = [entry.name.text for entry in page.entries]
    assert len(names) == len(set(names))
    assert page.problems == sorted(page.problems, key=lambda problem: problem.where)


@given(
    st.dictionaries(
        st.text("abc", min_size=1, max_size=4), st.text("xyz", min_size=1, max_size=4), min_size=1, max_size=8
    ),
    st.data(),
)
def test_one_broken_line_costs_one_line(values: dict[str, str], draw: st.DataObject) -> None:
    lines = [f"{name}: {value}" for name, value in values.items()]
    at = draw.draw(st.integers(0, len(lines)))
    broken = draw.draw(st.sampled_from(["q: [", 'q: "', "q: ?", "q: @", "q: %", "q q", ": :: :"]))
    found = _values("\n".join([*lines[:at], broken, *lines[at:]]) + "\n")
    assert {name: value for name, (value,) in found.items() if name in values} == values
