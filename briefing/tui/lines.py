"""Lines of styled text before they are painted: spans of words and the ink that they are written in.

Pure: no textual, no widgets. An ink is the name of a design token, with ` bold` or ` underline` behind it where it
applies (`text bold`); `briefing.tui.ink` turns it into a style of the theme in force.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from briefing.text import Measure, clean_line, shorten, wrap


class Span(NamedTuple):
    """Words in one ink."""

    text: str
    ink: str


Line = tuple[Span, ...]
Block = list[Line]

HOLD = "\u00a0"
"""A no-break space: keeps a citation with the last word before it."""


def plain(line: Line) -> str:
    """Returns the words of a line."""
    return "".join(span.text for span in line)


def blank(count: int) -> Span:
    """Returns `count` blank cells."""
    return Span(" " * max(0, count), "text")


def width_of(line: Iterable[Span], measure: Measure) -> int:
    """Returns the cells that a line takes."""
    return sum(measure(span.text) for span in line)


def flow(spans: Sequence[Span], width: int, rest: int | None, measure: Measure) -> Block:
    """Breaks spans into lines of at most `width` cells, further ones of at most `rest`."""
    text = "".join(span.text for span in spans)
    return [
        part(spans, start, end)
        for start, end in wrap(text, max(1, width), max(1, width if rest is None else rest), measure)
    ]


def part(spans: Sequence[Span], start: int, end: int) -> Line:
    """Returns the spans that cover characters `[start, end)` of their joined text."""
    found: list[Span] = []
    at = 0
    for text, ink in spans:
        stop = at + len(text)
        if stop > start and at < end:
            found.append(Span(text[max(0, start - at) : end - at], ink))
        at = stop
        if at >= end:
            break
    return tuple(found)


def hang(spans: Sequence[Span], width: int, *, first: Line = (), indent: int, measure: Measure) -> Block:
    """Lays `spans` behind `first`, further lines indented by `indent`, in `width` cells from where `first` begins."""
    used = width_of(first, measure)
    lines = flow(spans, width - used, width - indent, measure)
    return [(*first, *lines[0]), *((blank(indent), *line) for line in lines[1:])]


def cut(line: Line, width: int, measure: Measure, mark: str = "…") -> Line:
    """Returns `line` in at most `width` cells, its end cut with `mark` where it does not fit."""
    if width_of(line, measure) <= width:
        return line
    room = max(0, width - measure(mark))
    kept: list[Span] = []
    for text, ink in line:
        size = measure(text)
        if size > room:
            piece = shorten(text + " " * 2, room, measure, "") if room else ""
            kept.append(Span(piece.rstrip(), ink))
            break
        kept.append(Span(text, ink))
        room -= size
    return (*kept, Span(mark, "meta"))


def spread(left: Line, right: Line, width: int, measure: Measure, fill: Callable[[int], Line] | None = None) -> Line:
    """Returns `left`, what `fill` makes of the room between (else blanks), and `right`, in `width` cells."""
    room = width - width_of(left, measure) - width_of(right, measure)
    if room < 0:
        return cut((*left, *right), width, measure)
    between = fill(room) if fill else (blank(room),)
    return (*left, *between, *right)


def words(text: str) -> str:
    """Returns `text` as words on one line: cleaned, with runs of blanks and line ends folded into one blank."""
    line = clean_line(text)
    return line.strip(" ") if "  " not in line else " ".join(word for word in line.split(" ") if word)
