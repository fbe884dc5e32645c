"""A briefing as text that is read from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefing import dates
from briefing.document import grammar
from briefing.document.grammar import Field, Type
from briefing.document.load import load
from briefing.export import linear, parts
from briefing.model import Briefing
from briefing.text import cells, clean

DATA = Path(__file__).parent.parent / "data"
EVERYTHING = (DATA / "everything.yaml").read_text(encoding="utf-8")


def briefing_of(text: str) -> Briefing:
    return load(text, "a.yaml").briefing


def shown(text: str, width: int = 0, *names: str) -> str:
    return linear.text(linear.View(briefing_of(text), 0, width), [parts.find(name) for name in names])


def lines_of(text: str, *names: str) -> list[str]:
    return shown(text, 0, *names).splitlines()


@pytest.fixture(scope="module")
def everything() -> str:
    return shown(EVERYTHING)


def values(fields: tuple[Field, ...], entry: dict[str, Any]) -> Iterator[tuple[Field | None, str]]:
    """Yields every scalar of an item with the field that it belongs to."""
    by_name = {field.name: field for field in fields}
    for name, value in entry.items():
        found = value if isinstance(value, list) else [value]
        for scalar in found:
            inner = list(scalar.values()) if isinstance(scalar, dict) else [scalar]
            yield from ((by_name.get(name), text) for text in inner)


def test_the_file_of_these_tests_uses_every_field_that_there_is() -> None:
    document = yaml.load(EVERYTHING, yaml.BaseLoader)
    missing = {field.name for field in grammar.TOP if not field.code} - set(document)
    for section in grammar.SECTIONS:
        found = document[section.name]
        entries = found.values() if section.shape == "map" else found
        used = {name for entry in entries if isinstance(entry, dict) for name in entry}
        names = {field.name for field in section.fields if not field.code}
        missing |= {f"{section.name}.{name}" for name in names - used}
    assert not missing


def test_it_loads_without_a_problem() -> None:
    assert load(EVERYTHING, "everything.yaml").problems == ()


@pytest.mark.parametrize("section", grammar.SECTIONS, ids=lambda section: section.name)
def test_nothing_that_stands_in_a_section_is_hidden(section: grammar.Section, everything: str) -> None:
    document = yaml.load(EVERYTHING, yaml.BaseLoader)
    found = document[section.name]
    names = {slug: entry["name"] if isinstance(entry, dict) else entry for slug, entry in document["actors"].items()}
    for entry in found.values() if section.shape == "map" else found:
        for field, value in values(section.fields, entry if isinstance(entry, dict) else {"": entry}):
            for words in expected(field, value, names):
                assert words.casefold() in everything.casefold(), f"{field}: {words}"


def expected(field: Field | None, value: str, names: dict[str, str]) -> Iterator[str]:
    """Yields what a reader must find for a value: a date in words, a name for a slug, anything else as it is."""
    kind = field.type if field else None
    if kind is Type.DATE:
        yield dates.words(dates.parse(value))
    elif kind is Type.FLAG and field is not None:
        yield {"draft": "draft", "key": "key quote"}[field.name]
    elif kind is Type.ANCHORS:
        yield from (anchor.strip().partition("#")[2] for anchor in value.split(","))
    elif value in names:
        yield names[value]
    elif kind is not Type.WAS:
        yield value


def test_the_fields_of_the_whole_briefing_are_all_shown(everything: str) -> None:
    for words in (
        "Dockers walk out in Rotterdam",
        "As of 30 November 2024",
        "Embargo: not before Sunday six o'clock",
        "Crane crews stopped work at midnight. Ships wait off the Maasvlakte.\n\n  No talks are planned.",
        "The port handles a third of the continent's containers.",
        "Tags: labour; shipping",
        "Owner: Night desk",
        "Format version: 1",
        "x-folder: cupboard seven",
        "  - call the pilots\n  - ask for the tariff",
    ):
        assert words in everything


def test_the_whole_briefing_looks_as_it_did_when_a_person_last_looked() -> None:
    # After a wanted change: print(shown(EVERYTHING, 72)) is the new file.
    assert shown(EVERYTHING, 72) == (DATA / "everything.show.txt").read_text(encoding="utf-8")


@given(st.integers(20, 120))
def test_no_line_is_wider_than_asked_but_an_address(width: int) -> None:
    for line in shown(EVERYTHING, width).splitlines():
        assert cells(line) <= width or line.startswith("  Address: ")


def test_an_address_is_never_broken() -> None:
    address = "https://example.org/" + "a/" * 100
    assert f"  Address: {address}\n" in shown(f"title: A\nsources:\n  s: {address}\n", 40)


@given(st.integers(20, 120))
def test_wrapping_changes_nothing_but_the_line_breaks(width: int) -> None:
    def words(text: str) -> str:
        return "".join(text.split())

    assert words(shown(EVERYTHING, width)) == words(shown(EVERYTHING))


def test_no_line_ends_in_a_blank_and_the_text_ends_in_one_line_feed(everything: str) -> None:
    assert all(line == line.rstrip() for line in everything.splitlines())
    assert everything.endswith("1\n  x-folder: cupboard seven\n")


FAKE = "Words\n\n    Sources (9)\n    - forged: an item\n    As of 1 January 1970\n"


@pytest.mark.parametrize("section", [s for s in grammar.SECTIONS if s.shape == "list"], ids=lambda s: s.name)
def test_text_of_the_file_never_passes_for_a_heading_or_another_item(section: grammar.Section) -> None:
    head = section.example.removeprefix("- ").partition(":")[0]
    text = f"title: A\n{section.name}:\n- {head}: |\n    {FAKE}  note: |\n    {FAKE}  x-own: |\n    {FAKE}"
    left = [line for line in lines_of(text, section.name) if line and not line.startswith(" ")]
    assert left[0].startswith(section.title)
    assert len(left) == 2
    assert left[1].startswith("- ")


def test_the_texts_of_the_whole_briefing_never_pass_for_a_heading() -> None:
    names = ("bottom_line", "why", "notes", "x-own")
    text = "title: A\n" + "".join(f"{name}: |\n    {FAKE}" for name in names)
    left = [line for line in lines_of(text) if line and not line.startswith(" ")]
    assert left == [
        "A",
        "no sources, no open questions, no drafts, no problems",
        "Bottom line",
        "Why it matters",
        "Notes",
        "About this briefing",
    ]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_nothing_in_it_acts_on_a_terminal(words: str) -> None:
    text = "title: A\nquestions:\n  - open: " + yaml.dump(words, allow_unicode=True, default_style='"').strip() + "\n"
    found = shown(text, 30)
    assert clean(found) == found
    assert "\x1b" not in found


@given(st.integers(0, len(EVERYTHING)), st.integers(0, 40), st.text("ab:-#[]{}'\" \n\t|>&*!?9~\x1b", max_size=8))
def test_a_damaged_file_is_shown_as_far_as_it_was_read(start: int, size: int, instead: str) -> None:
    briefing = briefing_of(EVERYTHING[:start] + instead + EVERYTHING[start + size :])
    below = [part for part in parts.PARTS if part.name not in ("brief", "sides")]
    found = linear.text(linear.View(briefing, 0, 60), below)
    assert clean(found) == found
    assert sum(line.startswith("- ") for line in found.splitlines()) == len(list(briefing.items())) - len(
        briefing.sides
    )


def test_the_timeline_runs_from_the_oldest_with_gaps_and_the_cut_off() -> None:
    assert lines_of(
        """\
title: A
as_of: 2024-11-30
timeline:
  - 2024-12-02: Meeting
    status: planned
  - 2015: Intervention
  - 2024-11-27/2024-11-30: Advance
  - 2011: Outbreak
  - 2024-11-30~: Fall
""",
        "timeline",
    ) == [
        "Timeline (5, oldest first)",
        "- 2011: Outbreak",
        "(3 years without an entry)",
        "- 2015: Intervention",
        "(9 years without an entry)",
        "- 27–30 November 2024: Advance",
        "- About 30 November 2024: Fall",
        "(As of 30 November 2024; what follows is later)",
        "- 2 December 2024, planned: Meeting",
    ]


def test_a_long_event_leaves_no_gap_behind_a_short_one_within_it() -> None:
    text = "title: A\ntimeline:\n  - 2011/2023: War\n  - 2012: Battle\n  - 2024: Truce\n"
    assert not any("without an entry" in line for line in lines_of(text, "timeline"))


def test_an_event_without_a_known_beginning_stands_by_its_end_and_gaps_are_counted_from_there() -> None:
    text = "title: A\ntimeline:\n  - ../2020: Decline\n  - 2011: War\n  - ../2023: Fall\n  - 2023: Truce\n"
    assert lines_of(text, "timeline")[1:] == [
        "- 2011: War",
        "- Until 2020: Decline",
        "(2 years without an entry)",
        "- 2023: Truce",
        "- Until 2023: Fall",
    ]


def test_a_step_that_is_due_by_a_day_stands_by_that_day() -> None:
    text = "title: A\nnext:\n  - ../2024-12-05: File\n  - 2024-12-02: Call\n"
    assert lines_of(text, "next")[1:] == ["- 2 December 2024: Call", "- Until 5 December 2024: File"]


def test_answered_questions_come_last_and_the_heading_counts_each_status() -> None:
    text = (
        "title: A\nquestions:\n  - answered: Who?\n    answer: Nobody\n  - What?\n  - watching: When?\n  - moot: Why?\n"
    )
    assert lines_of(text, "questions") == [
        "Open questions (1 open, 1 watching, 1 answered, 1 moot)",
        "- Open: What?",
        "- Watching: When?",
        "- Answered: Who?",
        "  Answer: Nobody",
        "- Moot: Why?",
    ]


def test_actors_stand_under_their_side_with_what_they_said_and_did() -> None:
    text = """\
title: A
sides: {gov: Government, opp: Rebels}
actors:
  assad: { name: Bashar al-Assad, role: President of Syria, side: gov }
  khalifa: Dareen Khalifa (Crisis Group)
quotes:
  - khalifa: Lines have collapsed
  - khalifa: They waited
timeline:
  - 2024: Retreat
    who: [assad]
"""
    assert lines_of(text, "actors") == [
        "Actors (2)",
        "",
        "Side: Government (1)",
        "- Bashar al-Assad, President of Syria (1 event)",
        "",
        "Side: Rebels (nobody)",
        "",
        "No side (1)",
        "- Dareen Khalifa, Crisis Group (2 quotes)",
    ]


def test_actors_of_a_briefing_without_sides_are_one_list() -> None:
    assert lines_of("title: A\nactors:\n  a: Anna\n  b: Ben\n", "actors") == ["Actors (2)", "- Anna", "- Ben"]


def test_relations_are_said_so_that_they_can_be_heard() -> None:
    text = "title: A\nactors: {a: Anna, b: Ben}\nrelations:\n  - a -> b: backs\n  - a <-> b: talk\n"
    assert lines_of(text, "relations")[1:] == ["- Anna towards Ben: backs", "- Between Anna and Ben: talk"]


def test_steps_stand_in_order_of_their_date_and_undated_ones_last() -> None:
    text = "title: A\nnext:\n  - Call\n  - 2024-12-02: Two\n  - 2024-12-01: One\n"
    assert lines_of(text, "next")[1:] == ["- 1 December 2024: One", "- 2 December 2024: Two", "- To do: Call"]


def test_a_part_that_was_asked_for_says_that_it_is_empty_and_comes_in_the_order_asked() -> None:
    text = "title: A\nquestions:\n  - What?\n"
    assert lines_of(text, "quotes", "questions") == [
        "Key quotes (none)",
        "",
        "Open questions (1 open)",
        "- Open: What?",
    ]


def test_the_counts_are_those_that_the_reader_was_told_to_expect() -> None:
    assert linear.counts(briefing_of(EVERYTHING), 2) == "2 sources, 1 open question, 11 drafts, 2 problems"
