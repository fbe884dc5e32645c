"""How a person names a part of a briefing."""

from __future__ import annotations

import pytest

from briefing.document import grammar
from briefing.export import parts


def test_every_section_of_the_grammar_is_a_part_once() -> None:
    names = [part.name for part in parts.PARTS]
    assert len(names) == len(set(names))
    assert set(grammar.BY_NAME) <= set(names)


def test_every_field_of_the_whole_briefing_leads_to_a_part() -> None:
    assert all(parts.find(field.name) in parts.PARTS for field in grammar.TOP)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("quotes", "quotes"),
        ("Key quotes", "quotes"),
        ("key-quotes", "quotes"),
        ("QUESTIONS", "questions"),
        ("open", "questions"),
        ("q", None),
        ("qu", None),
        ("quo", "quotes"),
        ("time", "timeline"),
        ("bottom_line", "brief"),
        ("notes", "notes"),
        ("sources", "sources"),
        (" next ", "next"),
    ],
)
def test_a_part_is_found_by_name_heading_or_a_beginning_that_only_it_has(name: str, expected: str | None) -> None:
    if expected is None:
        with pytest.raises(parts.UnknownPartError, match="quotes, questions"):
            parts.find(name)
    else:
        assert parts.find(name).name == expected


@pytest.mark.parametrize(
    ("name", "hint"),
    [("qoutes", "did you mean quotes"), ("actros", "did you mean actors"), ("zzz", "the sections are brief, actors")],
)
def test_an_unknown_part_is_answered_with_the_nearest_or_with_all(name: str, hint: str) -> None:
    with pytest.raises(parts.UnknownPartError, match=hint):
        parts.find(name)


def test_an_empty_name_is_no_beginning_of_anything() -> None:
    with pytest.raises(parts.UnknownPartError, match="there is no section"):
        parts.find("")
