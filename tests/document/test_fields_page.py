"""The page of fields in the documentation."""

from __future__ import annotations

from pathlib import Path

from briefing.document import grammar
from briefing.document.fields_page import page

PAGE = Path(__file__).parent.parent.parent / "docs" / "fields.md"


def test_the_page_is_the_one_that_the_grammar_makes() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "docs/fields.md is out of date; make docs writes it anew"


def test_every_field_and_every_word_stands_on_it() -> None:
    for section in grammar.SECTIONS:
        part = page().partition(f"\n## {section.name}\n")[2].partition("\n## ")[0]
        for field in section.fields:
            assert f"| `{field.name}` | {field.help} |" in part
            assert all(f"`{word}`" in part for word in field.words)
        assert all(f"`{head}`" in part for head in section.heads)


def test_no_cell_of_a_table_is_torn_by_a_bar() -> None:
    rows = [line for line in page().splitlines() if line.startswith("| `")]
    assert {row.count("|") for row in rows} == {5}
