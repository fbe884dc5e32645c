"""Ways through a whole dashboard."""

from __future__ import annotations

import unicodedata

from tests.tui.stage import Stage

EVERY_PANE = (*"1234567890", "exclamation_mark")
_BIDI = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
_ACTING = {"Cc", "Cs", "Zl", "Zp"}


def acting(text: str) -> list[str]:
    """Returns the characters of `text` that could act on a terminal or reorder a line."""
    return [c for c in text if unicodedata.category(c) in _ACTING or unicodedata.bidirectional(c) in _BIDI]


async def look_at_everything(stage: Stage) -> str:
    """Opens every pane, its first item's source and the help over it; returns all that was on the screen.

    Raises `AssertionError` when a character that acts, or a line of another width, was painted.
    """
    shown: list[str] = []

    def look() -> None:
        width = stage.app.size.width
        for strip in stage.strips():
            assert strip.cell_length == width
            assert acting(strip.text) == []
        shown.append(stage.text())

    for pane in EVERY_PANE:
        await stage.press(pane)
        look()
        for key in ("enter", "G", "escape", "G"):
            await stage.press(key)
            look()
        await stage.press("escape")
    for key in ("2", "z", "enter", "question_mark"):
        await stage.press(key)
        look()
    await stage.press(*["escape"] * 4)
    assert stage.app.return_value is None
    return "\n".join(shown)
