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
from briefing.tui.lines import Line, Span

Depth = Literal["colour", "ansi", "mono"]
"""What is drawn with: a theme's own colours, the terminal's sixteen, or none (`NO_COLOR`)."""

_REVERSE = frozenset(("hit", "problem", "text"))
"""Grounds that are strong colours: where there are none, ink and ground change places."""


class Inks:
    """The styles of a theme at a colour depth. `dimmed` draws everything as what lies behind an overlay."""

    def __init__(self, tokens: Mapping[str, str], depth: Depth = "colour", *, ascii_only: bool = False) -> None:
        self.ascii_only = ascii_only
        self.use(tokens, depth)

    def use(self, tokens: Mapping[str, str], depth: Depth) -> None:
        """Takes other colours, for whatever is drawn from now on. At the depth `ansi` they are names, as in the theme
        of the terminal's own colours."""
        self.tokens = tokens
        self.depth: Depth = depth
        self._styles: dict[tuple[str, str], Style] = {}

    @property
    def ground(self) -> str:
        """The colour of the screen, as textual's styles take it."""
        if self.depth == "colour":
            return self.tokens["bg"]
        return f"ansi_{self.tokens['bg']}" if self.depth == "ansi" else "ansi_default"

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
        ansi = self.depth == "ansi"
        if ground == "mark":
            if ansi:
                return Style(color=_named(self.tokens["marktext"]), bgcolor=_named(self.tokens["mark"]))
            return Style(bold=True, underline=True)
        reverse = ground in _REVERSE
        return Style(
            color=_named(self.tokens[token]) if ansi and not reverse else None,
            bgcolor=_named(self.tokens[ground]) if ansi and not reverse else None,
            bold=bold or ground == "select" or None,
            underline=underline or None,
            reverse=reverse or None,
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
            if self.depth == "ansi" and any(map(str.isalnum, text)):
                name = "text" + name[len(name.partition(" ")[0]) :]
            segments.append(Segment(self._text(text), self.style(name, own or ground)))
        fill = self.style("text", "bg" if dimmed else ground)
        return Strip(segments).adjust_cell_length(width, fill)

    def lettered(self, letter: Span, line: Line, width: int) -> Strip:
        """Returns a dimmed line behind a letter that is not."""
        first = Segment(self._text(letter.text), self.style(*letter.ink.split("@")) if "@" in letter.ink else None)
        rest = self.strip(line, width - 1, dimmed=True)
        return Strip([first, *rest]).adjust_cell_length(width, self.style("text"))

    def _text(self, text: str) -> str:
        shown = clean_line(text).replace("\u00a0", " ")
        if self.ascii_only and not shown.isascii():
            return "".join(c if c.isascii() else "?" for c in shown)
        return shown


def _named(colour: str) -> Color | None:
    """The colour of a name, None for `default`."""
    return None if colour == "default" else Color.parse(colour)
