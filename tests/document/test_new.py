"""A new briefing is valid as it is, and every example in it is valid once its comment sign is taken away."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefing.document import grammar
from briefing.document.load import load
from briefing.document.new import new, scalar, title_of
from briefing.text import clean_line

SAMPLE = new("Dockers walk out")


def uncommented(text: str) -> str:
    return re.sub(r"^#", "", text, flags=re.MULTILINE)


def test_a_new_briefing_loads_without_a_problem() -> None:
    loaded = load(SAMPLE, "new.yaml")
    assert list(loaded.problems) == []
    assert loaded.briefing.title == "Dockers walk out"
    assert [question.head for question in loaded.briefing.questions] == ["open"]


def test_with_its_examples_uncommented_it_has_an_item_in_every_section() -> None:
    loaded = load(uncommented(SAMPLE), "new.yaml")
    assert {type(item) for item in loaded.briefing.items()} == {section.item for section in grammar.SECTIONS}
    assert all(item.text for item in loaded.briefing.items())
    assert {problem.code for problem in loaded.problems} <= {"slug-unknown"}


def test_every_section_and_every_field_that_people_type_is_explained() -> None:
    for section in grammar.SECTIONS:
        assert section.help.rstrip(".") in SAMPLE
        assert section.example in SAMPLE
        part = SAMPLE[SAMPLE.index(section.help.rstrip(".")) :].partition("\n\n")[0]
        rare = {"id", "draft", "sha256", "conflict"}
        assert all(re.search(rf"\b{field.name}\b", part) for field in section.fields if field.name not in rare)
    assert all(field.help in SAMPLE for field in grammar.TOP if field.name not in ("title", "briefing", "conflict"))


def test_no_line_is_longer_than_an_editor_shows() -> None:
    assert max(map(len, SAMPLE.splitlines())) <= 120


@given(st.text(st.characters(), min_size=1))
def test_any_title_comes_back_as_it_was_on_one_line(title: str) -> None:
    words = " ".join(clean_line(title).split())
    if not words:
        with pytest.raises(ValueError, match="needs a title"):
            new(title)
        return
    loaded = load(new(title), "new.yaml")
    assert list(loaded.problems) == []
    assert loaded.briefing.title == words


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Rebels take Aleppo", "Rebels take Aleppo"),
        ("It's 12:30", "It's 12:30"),
        ("Kremlin: no comment", "'Kremlin: no comment'"),
        ("tally #2", "'tally #2'"),
        ("[AP] Rebels' gains", "'[AP] Rebels'' gains'"),
        ("50% gone", "'50% gone'"),
        ("ends:", "'ends:'"),
    ],
)
def test_quotes_are_written_only_where_yaml_needs_them(text: str, written: str) -> None:
    assert scalar(text) == written


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])))
def test_a_scalar_is_read_back_as_it_was(text: str) -> None:
    line = clean_line(text).strip()
    assert yaml.load(f"title: {scalar(line)}", yaml.BaseLoader) == {"title": line}


@pytest.mark.parametrize(
    ("stem", "title"),
    [
        ("harbour-strike", "Harbour strike"),
        ("harbour_strike--2024", "Harbour strike 2024"),
        ("NATO", "NATO"),
        ("élysée", "Élysée"),
        ("--", "Untitled briefing"),
        ("", "Untitled briefing"),
    ],
)
def test_a_title_is_made_from_a_file_name(stem: str, title: str) -> None:
    assert title_of(stem) == title
