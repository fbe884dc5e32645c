"""Whether lines differ that no difference speaks of."""

from __future__ import annotations

import pytest

from briefing.changes.differences import compare
from briefing.changes.layout import differs_besides
from briefing.document.load import load

OLD = (
    "# About this file\ntitle: A\nwhy: It matters\n\n# When\ntimeline:\n  - 2023: The first event\n    src: a\n"
    "  # The second\n  - 2024: The second event   # really\nsources: {a: One, b: Two}\n"
)


@pytest.mark.parametrize(
    ("before", "after", "besides"),
    [
        ("", "", False),
        ("first event", "first event of all", False),
        ("why: It matters", "why: It matters more", False),
        ("    src: a\n", "", False),
        ("  - 2023: The first event\n    src: a\n", "", False),
        ("timeline:\n", "timeline:\n\n  - 2022: Before all\n", False),
        ("b: Two", "b: Three", False),
        ("# When", "# When it happened", True),
        ("# The second", "# A second", True),
        ("\n\n", "\n", True),
        ("why: It matters", 'why: "It matters"', True),
        ("    src: a\n", "    src:   a\n", True),
        ("   # really", "", True),
        ("\n", "\r\n", True),
    ],
)
def test_comments_and_layout_are_told_apart_from_what_is_said(before: str, after: str, besides: bool) -> None:
    old, new = load(OLD, "a"), load(OLD.replace(before, after) if before else OLD, "b")
    assert differs_besides(old, new, compare(old.briefing, new.briefing)) is besides


def test_a_comment_that_changes_beside_an_item_is_told() -> None:
    old, new = load(OLD, "a"), load(OLD.replace("The first", "Our first").replace("# When", "# Then"), "b")
    compared = compare(old.briefing, new.briefing)
    assert compared.differences
    assert differs_besides(old, new, compared)
