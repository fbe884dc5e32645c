"""The one door through which outside text becomes showable text.

`clean` replaces, one for one, every character that could act on a terminal or reorder a line; offsets computed on
cleaned text therefore hold for the original. `cells` and `wrap` measure and lay out what has been cleaned.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

_STANDINS: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    0x7F: "␡",
    **dict.fromkeys(range(0x80, 0xA0), "�"),
    # Bidirectional marks, embeddings, overrides and isolates (UAX 9), and the deprecated format characters.
    **dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x2070)], "�"),
    # Line and paragraph separators end a line for some terminals and for no editor.
    0x2028: "␤",
    0x2029: "␤",
    # Invisible characters that hide or forge text: soft hyphen stays, fillers, BOM inside text and tags go.
    **dict.fromkeys([0x115F, 0x1160, 0x180E, 0x3164, 0xFEFF, 0xFFA0, *range(0xFFF9, 0xFFFC)], "�"),
    **dict.fromkeys(range(0xD800, 0xE000), "�"),
    **dict.fromkeys(range(0xE0000, 0xE0080), "�"),
}
del _STANDINS[0x09], _STANDINS[0x0A]


def _character_class(codes: list[int]) -> str:
    # Ranges, not thousands of single characters: a list takes 10 ms to compile, a tenth of a whole `briefing show`.
    known = set(codes)
    first = [code for code in codes if code - 1 not in known]
    last = [code for code in codes if code + 1 not in known]
    return "[" + "".join(f"\\U{a:08x}-\\U{b:08x}" for a, b in zip(first, last, strict=True)) + "]"


_UNSAFE = re.compile(_character_class(sorted(_STANDINS)))
_LINE = {**_STANDINS, 0x09: " ", 0x0A: " "}


def clean(text: str) -> str:
    """Returns `text` with every character that acts instead of being read replaced by a visible stand-in.

    One for one: the result has the same length. Line feeds and tabs stay; ZWJ and ZWNJ stay, for the scripts and
    emoji that need them.
    """
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_STANDINS) if _UNSAFE.search(text) else text


def clean_line(text: str) -> str:
    """Returns `text` cleaned and on one line: line feeds and tabs become blanks. The same length."""
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_LINE)


Measure = Callable[[str], int]
"""Text to the number of terminal cells that it takes."""


@lru_cache(maxsize=4096)
def _cell(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cells(text: str) -> int:
    """Returns how many terminal cells the cleaned `text` takes: 0 for combining marks, 2 for wide characters.

    A character behind a zero-width joiner is part of the emoji before it; variation selector 16 widens a narrow
    symbol (UAX 11, UTS 51).
    """
    if text.isascii():
        return len(text)
    total = 0
    last = 0
    joined = False
    for character in text:
        if character == "\u200d":
            joined = True
            continue
        if character == "\ufe0f":
            total += last == 1
            last = 0
        elif not joined:
            width = _cell(character)
            total += width
            last = width or last
        joined = False
    return total


class Extent(NamedTuple):
    """The part `[start, end)` of a text that stands on one line."""

    start: int
    end: int


def wrap(text: str, width: int, rest: int | None = None, measure: Measure = cells) -> list[Extent]:
    """Breaks `text` into lines of at most `width` cells, further ones of at most `rest` (the same when not given).

    Breaks stand at blanks, between ideographs and after line feeds; a no-break space holds its neighbours
    together, and so does a hyphen (names); a word wider than its line is cut between characters, never inside a
    combining sequence. Every line but an
    empty one has at least one character, however narrow. Blanks at a break belong to no line.
    """
    lines: list[Extent] = []
    words = _WORD if not text or max(text) < _FIRST_WIDE else _wide_words()
    for start, end in _paragraphs(text):
        _wrap_paragraph(text, start, end, width, width if rest is None else rest, measure, words, lines)
    return lines


_WIDE = "\u2e80-\u2fff\u3040-\u30ff\u3400-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff"
_AFTER = "\u3001\u3002\uff01\uff0c\uff1a\uff1b\uff1f\u300b\u300d\u300f\u3011\u30fb\u30fc"
_FIRST_WIDE = _WIDE[0]
_WORD = re.compile(r"[^ \t\n]+")


@lru_cache(maxsize=1)
def _wide_words() -> re.Pattern[str]:
    # It takes 3 ms to compile, which a text without ideographs need not pay.
    return re.compile(f"[{_WIDE}][{_AFTER}]*|[^ \\t\\n{_WIDE}]+")


def _paragraphs(text: str) -> list[tuple[int, int]]:
    bounds = []
    start = 0
    while (end := text.find("\n", start)) >= 0:
        bounds.append((start, end))
        start = end + 1
    bounds.append((start, len(text)))
    return bounds


def _wrap_paragraph(
    text: str,
    start: int,
    end: int,
    width: int,
    rest: int,
    measure: Measure,
    words: re.Pattern[str],
    lines: list[Extent],
) -> None:
    first = len(lines)
    line_start = line_end = start
    room = width if not lines else rest
    for match in words.finditer(text, start, end):
        word, stop = match.span()
        if measure(text[line_start:stop]) <= room:
            line_end = stop
            continue
        if line_end > line_start:
            lines.append(Extent(line_start, line_end))
            room = rest
        line_start = word
        while overfull := _overfull(text, line_start, stop, room, measure):
            cut = _fit(text, line_start, stop, room, measure, overfull)
            lines.append(Extent(line_start, cut))
            room = rest
            line_start = cut
        line_end = stop
    if line_end > line_start or len(lines) == first:
        lines.append(Extent(line_start, line_end))


def _overfull(text: str, start: int, stop: int, room: int, measure: Measure) -> int:
    """Returns an end at which the part is wider than `room`, 0 when all of it fits.

    It looks little further than it must: a word may be as long as a file.
    """
    size = 2 * room + 8
    while True:
        end = min(start + size, stop)
        if measure(text[start:end]) > room:
            return end
        if end == stop:
            return 0
        size *= 2


def _fit(text: str, start: int, stop: int, room: int, measure: Measure, overfull: int = 0) -> int:
    """Returns the end of the longest part that fits in `room`, at least one character with its combining marks.

    `overfull` is an end that is known to be too far.
    """
    low, high = start + 1, overfull or stop
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[start:middle]) <= room:
            low = middle
        else:
            high = middle - 1
    while low < stop and (measure(text[low]) == 0 or text[low - 1] == "\u200d"):
        low += 1
    return low


def shorten(text: str, width: int, measure: Measure = cells, mark: str = "…") -> str:
    """Returns `text` on one line of at most `width` cells, its end cut with `mark` where it does not fit."""
    line = clean_line(text)
    if measure(line) <= width:
        return line
    if width <= measure(mark):
        return mark if width >= measure(mark) else ""
    return line[: _fit(line, 0, len(line), width - measure(mark), measure)].rstrip() + mark
