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

# What acts instead of being read: control characters; bidirectional marks, embeddings, overrides and isolates (UAX 9)
# and the deprecated format characters; line and paragraph separators, which end a line for some terminals and for no
# editor; invisible characters that hide or forge text (fillers, a BOM inside text, tags); lone surrogates. The soft
# hyphen, ZWJ and ZWNJ stay.
_ACTING = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u115f\u1160\u180e\u200e\u200f\u2028-\u202e\u2066-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f"
)
_UNSAFE = re.compile(f"[{_ACTING}]")


def _standin(match: re.Match[str]) -> str:
    character = match[0]
    if character < " ":
        return chr(0x2400 + ord(character))
    return {"\x7f": "␡", "\u2028": "␤", "\u2029": "␤"}.get(character, "�")


def clean(text: str) -> str:
    """Returns `text` with every character that acts instead of being read replaced by a visible stand-in.

    One for one: the result has the same length. Line feeds and tabs stay; ZWJ and ZWNJ stay, for the scripts and
    emoji that need them.
    """
    if text.isascii() and text.isprintable():
        return text
    return _UNSAFE.sub(_standin, text)


def clean_line(text: str) -> str:
    """Returns `text` cleaned and on one line: line feeds and tabs become blanks. The same length."""
    if text.isascii() and text.isprintable():
        return text
    return _UNSAFE.sub(_standin, text).replace("\n", " ").replace("\t", " ")


Measure = Callable[[str], int]
"""Text to the number of terminal cells that it takes."""


# A soft hyphen is drawn by terminals, and the Arabic and Syriac marks that enclose a number stand on their own.
_SHOWN_FORMATS = frozenset(map(chr, [0xAD, *range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD]))
_ZERO = ("Mn", "Mc", "Me", "Cf")


@lru_cache(maxsize=4096)
def _cell(character: str) -> int:
    # Vowels and finals of Korean syllables written in parts, and the skin tones of emoji, join what stands before.
    if (
        "\u1160" <= character <= "\u11ff"
        or "\ud7b0" <= character <= "\ud7ff"
        or "\U0001f3fb" <= character <= "\U0001f3ff"
    ):
        return 0
    if unicodedata.category(character) in _ZERO and character not in _SHOWN_FORMATS:
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
    last, before = 0, ""
    joined = False
    for character in text:
        if character == "\u200d":
            joined = True
            continue
        if character == "\ufe0f":
            total += last == 1 and not before.isalpha()
            last = 0
        elif not joined:
            width = _cell(character)
            total += width
            last = width or last
        before = character
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
    combining sequence. Every line but an empty one has at least one character, however narrow. Blanks at a break
    belong to no line; those that indent a paragraph stay.
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
    ideograph, other = f"[{_WIDE}][{_AFTER}]*", f"[^ \\t\\n{_WIDE}]+"
    return re.compile(f"(?:{ideograph}|{other})(?:(?=\u00a0){other}|(?<=\u00a0){ideograph})*")


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
    """Returns the end of the longest part that fits in `room`, at least one character with what combines with it.

    `overfull` is an end that is known to be too far.
    """
    low, high = start, overfull or stop
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[start:middle]) <= room:
            low = middle
        else:
            high = middle - 1
    while low > start and _inside(text, low, stop, measure):
        low -= 1
    if low == start:
        low += 1
        while _inside(text, low, stop, measure):
            low += 1
    return low


def _inside(text: str, at: int, stop: int, measure: Measure) -> bool:
    """True when the character at `at` combines with the one before it."""
    return at < stop and (measure(text[at]) == 0 or text[at - 1] == "\u200d")


def shorten(text: str, width: int, measure: Measure = cells, mark: str = "…") -> str:
    """Returns `text` on one line of at most `width` cells, its end cut with `mark` where it does not fit."""
    line = clean_line(text)
    if measure(line) <= width:
        return line
    if width <= measure(mark):
        return mark if width >= measure(mark) else ""
    room = width - measure(mark)
    start = line[: _fit(line, 0, len(line), room, measure)].rstrip()
    return start + mark if measure(start) <= room else mark
