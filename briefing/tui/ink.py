"""Inks to styles and lines to strips: the only place where words become something that is painted.

Every piece of text passes `clean_line` here once more, whatever it passed before, so nothing that a widget draws
can act on the terminal. Text is never parsed as markup: a strip is made of segments.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from briefing.text import clean_line
from briefing.tui.lines import Line

Depth = Literal["colour", "ansi", "mono"]
"""What the terminal can show: the theme's own colours, its own sixteen, or none (`NO_COLOR`)."""

TOKENS = (
    "bg", "surface", "select", "quiet", "mark", "text", "text2", "meta", "dim", "rule", "focus", "open", "new",
    "problem", "draft", "hit", "marktext", "side1", "side2", "side3", "side4", "side5", "side6",
)  # fmt: skip

_ANSI: Mapping[str, str] = {
    "focus": "cyan", "open": "yellow", "new": "green", "problem": "red", "draft": "magenta", "side1": "blue",
    "side2": "red", "side4": "magenta", "side5": "green", "side6": "yellow",
}  # fmt: skip
_BOLD_WHEN_SELECTED = ("select",)


class Inks:
    """The styles of a theme at a colour depth. `dimmed` draws everything as what lies behind an overlay."""

    def __init__(self, tokens: Mapping[str, str], depth: Depth = "colour", *, ascii_only: bool = False) -> None:
        self.tokens = tokens
        self.depth: Depth = depth
        self.ascii_only = ascii_only
        self._styles: dict[tuple[str, str], Style] = {}

    @property
    def ground(self) -> str:
        """The colour of the screen, as textual's styles take it."""
        return self.tokens["bg"] if self.depth == "colour" else "ansi_default"

    def style(self, ink: str, ground: str = "bg") -> Style:
        """Returns the style of an ink on a ground token."""
        key = (ink, ground)
        found = self._styles.get(key)
        if found is None:
            found = self._styles[key] = self._make(ink, ground)
        return found

    def _make(self, ink: str, ground: str) -> Style:
        token, _, attributes = ink.partition(" ")
        bold, underline = "bold" in attributes, "underline" in attributes
        if self.depth == "colour":
            if ground == "mark":
                token = "marktext"
            return Style(
                color=self.tokens[token], bgcolor=self.tokens[ground], bold=bold or None, underline=underline or None
            )
        if ground == "mark":
            if self.depth == "ansi":
                return Style(color="black", bgcolor="yellow")
            return Style(bold=True, underline=True)
        colour = _ANSI.get(token) if self.depth == "ansi" else None
        selected = ground in _BOLD_WHEN_SELECTED
        banner = ground == "problem"
        return Style(
            color=Color.parse(colour) if colour else None,
            bold=bold or selected or None,
            underline=underline or None,
            reverse=banner or None,
        )

    def strip(self, line: Line, width: int, ground: str = "bg", *, dimmed: bool = False) -> Strip:
        """Returns `line` as a strip of `width` cells on one ground; a span may carry its own as `ink@ground`."""
        segments = []
        for text, ink in line:
            if not text:
                continue
            name, _, own = ink.partition("@")
            if dimmed:
                name = "rule" if name == "rule" else "dim"
                segments.append(Segment(self._text(text), self.style(name)))
                continue
            if self.depth == "ansi" and any(map(str.isalpha, text)):
                name = "text" + name[len(name.partition(" ")[0]) :]
            segments.append(Segment(self._text(text), self.style(name, own or ground)))
        fill = self.style("text", "bg" if dimmed else ground)
        return Strip(segments).adjust_cell_length(width, fill)

    def _text(self, text: str) -> str:
        shown = clean_line(text).replace("\u00a0", " ")
        if self.ascii_only and not shown.isascii():
            return "".join(c if c.isascii() else "?" for c in shown)
        return shown


def read_theme(text: str) -> dict[str, str]:
    """Returns the tokens of a theme file. Raises `ValueError` that names a token which is missing or no colour."""
    import yaml

    found = yaml.load(text, yaml.CSafeLoader)
    if not isinstance(found, dict):
        raise ValueError("a theme is a list of names and colours")
    for token in TOKENS:
        value = found.get(token)
        if not isinstance(value, str) or len(value) != 7 or not value.startswith("#"):
            raise ValueError(f"{token} needs a colour such as '#14171C'")
    return {token: str(found[token]) for token in TOKENS}
