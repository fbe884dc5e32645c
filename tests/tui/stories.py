"""Stories to draw: the sample, a file with every field, and briefings written in a test."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from rich.cells import cell_len

from briefing.document.load import load
from briefing.tui.desk import Desk
from briefing.tui.glyphs import ASCII, UNICODE, Glyphs
from briefing.tui.story import Story, tell

GRAPHEMES = (
    *"ab .-",
    "é",
    "e\u0301",
    "漢",
    "字",
    "한",
    "👩",
    "ß",
    "क्षि",
    "\u00a0",
    "…",
    "xylophone ",
    "反政府軍",
    "👍🏽",
)
"""Narrow, wide and combining text, a long word and blanks: what a line has to cope with."""


@cache
def story_of(path: Path, *, ascii_only: bool = False) -> Story:
    """Returns the story of a file with its sources read and checked."""
    desk = Desk.open(path)
    return desk.verify(desk.story(_glyphs(ascii_only), cell_len))


def story_from(text: str, *, ascii_only: bool = False) -> Story:
    """Returns the story of a briefing's text, with the problems of the file alone."""
    loaded = load(text, "test.yaml")
    return tell(loaded.briefing, loaded.problems, _glyphs(ascii_only), cell_len)


def checked(text: str, source: str) -> Story:
    """Returns the story of a briefing whose source `s` is the text `source` in `s.txt`, checked."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "s.txt").write_text(source, encoding="utf-8")
        (folder / "test.yaml").write_text(text, encoding="utf-8")
        desk = Desk.open(folder / "test.yaml")
        return desk.verify(desk.story(UNICODE, cell_len))


def _glyphs(ascii_only: bool) -> Glyphs:
    return ASCII if ascii_only else UNICODE
