"""Pictures of the dashboard as text that a person can review: the characters, and below them how each is painted.

A golden file has the screen, then a map of the same shape with a letter for the ink of every character, then, where
there are any, maps of the grounds and of what is underlined. Capital letters are bold. They are written anew with
`BRIEFING_UPDATE_SNAPSHOTS=1 pytest tests/tui/test_snapshots.py`; look at the difference before you keep it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from difflib import unified_diff
from pathlib import Path

from rich.cells import cell_len
from rich.color import Color
from rich.style import Style
from textual.strip import Strip

from briefing.tui.ink import Inks

FOLDER = Path(__file__).parent / "snapshots"
UPDATE = "BRIEFING_UPDATE_SNAPSHOTS"

_INKS = {
    "text": "t", "text2": "w", "meta": "m", "dim": "d", "rule": "r", "focus": "f", "open": "o", "new": "n",
    "problem": "p", "draft": "x", "hit": "h", "marktext": "k", "bg": "b",
    "side1": "1", "side2": "2", "side3": "3", "side4": "4", "side5": "5", "side6": "6",
}  # fmt: skip
_GROUNDS = {"bg": ".", "surface": "s", "select": "S", "quiet": "q", "mark": "M", "hit": "h", "problem": "p"}
_LEGEND = "inks: " + " ".join(f"{letter}={ink}" for ink, letter in _INKS.items()) + "; capitals are bold"
_LEGEND_OF_GROUNDS = "grounds: " + " ".join(f"{letter}={ground}" for ground, letter in _GROUNDS.items())


def picture(strips: Sequence[Strip], inks: Inks) -> str:
    """Returns a screen and the maps of its inks, its grounds and what is underlined, as text."""
    parts = ["\n".join(strip.text.rstrip() for strip in strips), _LEGEND, _map(strips, lambda s: _ink(s, inks))]
    grounds = _map(strips, lambda style: _ground(style, inks), blanks=True)
    if set(grounds) - {".", "\n", " "}:
        parts += [_LEGEND_OF_GROUNDS, grounds]
    lines = _map(strips, lambda style: "_" if style.underline else " ")
    if "_" in lines:
        parts += ["underlined:", lines]
    return "\n\n".join(part.rstrip("\n") for part in parts) + "\n"


def check(name: str, made: str) -> None:
    """Compares a picture with its golden file. Raises `AssertionError` with the difference; writes it when asked to."""
    path = FOLDER / f"{name}.txt"
    if os.environ.get(UPDATE):
        path.parent.mkdir(exist_ok=True)
        path.write_text(made, encoding="utf-8")
        return
    assert path.exists(), f"there is no picture {path}; {UPDATE}=1 writes it"
    golden = path.read_text(encoding="utf-8")
    difference = "\n".join(
        unified_diff(golden.splitlines(), made.splitlines(), f"{name}, golden", "now", lineterm="", n=1)
    )
    assert made == golden, f"{difference}\n{UPDATE}=1 takes it over"


def _map(strips: Sequence[Strip], letter: Callable[[Style], str], *, blanks: bool = False) -> str:
    lines = []
    for strip in strips:
        cells = ""
        for text, style, _ in strip:
            for character in text:
                sign = letter(style or Style()) if blanks or character != " " else " "
                cells += sign * cell_len(character)
        lines.append(cells.rstrip())
    return "\n".join(lines)


def _ink(style: Style, inks: Inks) -> str:
    letter = _INKS.get(_token(style.color, inks), "?") if style.color else "t"
    return letter.upper() if style.bold else letter


def _ground(style: Style, inks: Inks) -> str:
    if style.reverse:
        return "R"
    return _GROUNDS.get(_token(style.bgcolor, inks), "?") if style.bgcolor else "."


def _token(colour: Color | None, inks: Inks) -> str:
    """Returns the name of a colour in the theme."""
    return next((token for token, value in inks.tokens.items() if colour is not None and _same(value, colour)), "")


def _same(value: str, colour: Color) -> bool:
    return value != "default" and Color.parse(value) == colour
