"""A briefing as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import dates, quantities
from briefing.document import grammar
from briefing.document.load import load
from briefing.export import as_json
from briefing.model import Anchor
from briefing.text import clean

TESTS = Path(__file__).parent.parent
EVERYTHING = (TESTS / "data" / "everything.yaml").read_text(encoding="utf-8")


def converted(text: str, *sections: str) -> Any:
    loaded = load(text, "a.yaml")
    return json.loads(as_json.text(loaded.briefing, loaded.problems, "a.yaml", sections or tuple(grammar.BY_NAME)))


@pytest.fixture(scope="module")
def everything() -> Any:
    return converted(EVERYTHING)


def items(whole: Any) -> Iterator[tuple[grammar.Section, Any]]:
    for section in grammar.SECTIONS:
        yield from ((section, item) for item in whole[section.name])


def keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {key for inner in value.values() for key in keys(inner)}
    return {key for inner in value for key in keys(inner)} if isinstance(value, list) else set()


def test_it_is_indented_unicode_with_a_line_feed_at_the_end() -> None:
    briefing = load("title: “Änderung”\n", "a.yaml").briefing
    text = as_json.text(briefing, (), "a.yaml")
    assert '\n  "title": "“Änderung”",\n' in text
    assert text.endswith("\n}\n")


def test_every_item_of_a_section_has_the_same_keys_in_the_same_order(everything: Any) -> None:
    bare = converted("title: A\n")
    assert list(bare) == list(everything)
    for section in grammar.SECTIONS:
        shapes = {tuple(item) for item in everything[section.name]}
        assert len(shapes) == 1, section.name


def test_every_field_of_the_grammar_is_there_and_its_value_is_not_empty(everything: Any) -> None:
    long = {"src": "citations", "aka": "also_known_as", "per": "according_to", "was": "earlier", "when": "said"}
    long |= {"with": "together_with", "orig": "original", "lang": "language", "text": "text_file"}
    for section in grammar.SECTIONS:
        for field in section.fields:
            name = long.get(field.name, field.name)
            if field.code:
                # Only a merge leaves it, and it is a problem as long as it stands.
                continue
            assert any(item[name] for item in everything[section.name]), f"{section.name}.{name}"


def test_every_position_is_where_the_value_stands_in_the_file(everything: Any) -> None:
    lines = EVERYTHING.split("\n")

    def rest(place: dict[str, int]) -> str:
        return lines[place["line"] - 1][place["column"] - 1 :]

    for place, expected in (
        (everything["positions"]["why"], "The port handles"),
        (everything["positions"]["tags"]["entries"][1], "shipping]"),
        (everything["sources"][0], "wire:"),
        (everything["sources"][0]["positions"]["title"], "Strike halts cranes"),
        (everything["sources"][0]["positions"]["text_file"], "everything.txt"),
        (everything["sources"][1]["positions"]["title"], "Leaflet handed out"),
        (everything["actors"][0]["positions"]["also_known_as"]["entries"][1], "De Vries]"),
        (everything["timeline"][1], "2024-11-29: Crane crews leave"),
        (everything["timeline"][1]["positions"]["event"], "Crane crews leave"),
        (everything["quotes"][0]["positions"]["together_with"], "[mayor]"),
        (everything["questions"][1]["positions"]["watch"]["entries"][1], "a vote in the canteen"),
        (everything["next"][1]["positions"]["who"], "Piet"),
    ):
        assert rest(place).startswith(expected)


def test_every_item_begins_where_its_line_and_column_say(everything: Any) -> None:
    lines = EVERYTHING.split("\n")
    for section, item in items(everything):
        before = lines[item["line"] - 1][: item["column"] - 1]
        assert before.strip() == ("-" if section.shape == "list" else "")


@pytest.mark.parametrize(
    ("edtf", "lower", "upper"),
    [
        ("2024-11", "2024-11-01", "2024-11-30"),
        ("2024-11-27/..", "2024-11-27", None),
        ("../2024-11-30", None, "2024-11-30"),
        ("2024-11-30T14:20", "2024-11-30T14:20", "2024-11-30T14:20"),
        ("2024-11-30T14:20+03:00", "2024-11-30T11:20Z", "2024-11-30T11:20Z"),
        ("2024-11-30T14:20Z/2024-11-30T15:00Z", "2024-11-30T14:20Z", "2024-11-30T15:00Z"),
        ("-0043", "-000043-01-01", "-000043-12-31"),
    ],
)
def test_a_date_has_its_bounds_as_days_or_minutes(edtf: str, lower: str | None, upper: str | None) -> None:
    found = as_json.date_as_json(dates.parse(edtf))
    assert found is not None
    assert (found["edtf"], found["lower"], found["upper"]) == (edtf, lower, upper)
    assert found["words"] == dates.words(dates.parse(edtf))


def test_a_citation_is_split_up() -> None:
    assert as_json.anchor_as_json(Anchor("bbc", 12, 13)) == {"source": "bbc", "first": 12, "last": 13}
    assert as_json.anchor_as_json(Anchor("bbc", 12)) == {"source": "bbc", "first": 12, "last": 12}
    assert as_json.anchor_as_json(Anchor("bbc")) == {"source": "bbc", "first": None, "last": None}


@pytest.mark.parametrize(
    ("written", "lower", "upper"), [("311+", "311", "null"), ("300-350", "300", "350"), ("1.5", "1.5", "1.5")]
)
def test_whole_numbers_are_written_without_a_fraction(written: str, lower: str, upper: str) -> None:
    found = as_json.quantity_as_json(quantities.parse(written))
    assert (json.dumps(found["lower"]), json.dumps(found["upper"])) == (lower, upper)


def test_speakers_have_a_slug_and_a_name_or_only_words(everything: Any) -> None:
    assert everything["quotes"][0]["speaker"] == {"slug": "vries", "name": "Anna de Vries"}
    assert everything["quotes"][1]["speaker"] == {"slug": None, "name": "a tug captain"}
    assert everything["relations"][0]["to"] == {"slug": "apm", "name": "Terminal Company"}
    assert everything["actors"][0]["side"] == {"slug": "union", "name": "The union"}


def test_problems_come_with_their_place() -> None:
    problems = converted("title: A\ntimeline:\n  - 2024-11-31: Never\n")["problems"]
    assert [(p["path"], p["line"], p["column"], p["severity"], p["code"]) for p in problems] == [
        ("a.yaml", 3, 5, "error", "date-invalid")
    ]
    assert problems[0]["message"]


def test_only_the_sections_that_were_asked_for_are_there() -> None:
    found = converted(EVERYTHING, "quotes")
    assert [name for name in grammar.BY_NAME if name in found] == ["quotes"]
    assert found["title"]


def test_the_page_names_every_key(everything: Any) -> None:
    page = (TESTS.parent / "docs" / "json.md").read_text(encoding="utf-8")
    fields = {field.name for section in grammar.SECTIONS for field in section.fields} | {"x-shelf", "x-folder"}
    assert not {key for key in keys(everything) - fields if f"`{key}`" not in page}


@given(st.text(max_size=40))
def test_no_text_or_path_acts_on_a_terminal(words: str) -> None:
    loaded = load(f"title: |\n  {words}\n", words)
    found = as_json.text(loaded.briefing, loaded.problems, words)
    assert clean(found) == found
    assert json.loads(found)["shape"] == as_json.SHAPE
