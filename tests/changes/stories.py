"""Short briefings for the tests of what changed."""

from __future__ import annotations

from briefing.document.load import load
from briefing.model import Briefing, Item


def story(text: str) -> Briefing:
    """Reads a briefing; the title may be left out. What the text gets wrong is a mistake of the test."""
    loaded = load(text if "\ntitle: " in f"\n{text}" else f"title: A story\n{text}", "story.yaml")
    assert not [problem for problem in loaded.problems if problem.severity == "error"], loaded.problems
    return loaded.briefing


def words(items: tuple[Item, ...]) -> list[str]:
    """The texts of the items."""
    return [item.text for item in items]
