"""Text without its typography, and the way back to the offsets of the text as it stands.

Two texts with the same fold are word for word the same: they differ at most in the shape of quotation marks,
dashes, blanks and ellipses, in line breaks, in invisible characters and in the composition of accents (Unicode
normalisation form C, UAX 15).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right

# The pictures of control characters are what `briefing.text.clean` makes of them.
_BLANKS = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000␉␋␌␍␤" + "".join(
    map(chr, range(0x2000, 0x200B))
)
# U+FFFD stands for bidirectional marks and their like after cleaning, which nobody types when quoting.
_INVISIBLE = "\xad\u034f\u180b\u180c\u180d\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufffd" + "".join(
    map(chr, range(0xFE00, 0xFE10))
)
_DASHES = "-‐‑‒–—―−﹘﹣－"
# Single and double are one: a quotation within a quotation changes its marks with the house that prints it.
_MARKS = "\"'‘’‚‛“”„‟′″‵‶`´ʹʼ«»‹›〝〞＂＇「」『』"

_TRANSLATION = str.maketrans(
    {**dict.fromkeys(_BLANKS, " "), **dict.fromkeys(_DASHES, "-"), **dict.fromkeys(_MARKS, "'")}
)
# Set between the marks of a quotation within a quotation.
_THIN = "\xa0\u2009\u200a\u202f"
_B, _I, _D, _Q = (re.escape(characters) for characters in (_BLANKS, _INVISIBLE, _DASHES, _MARKS))
_PIECES = (
    rf"(?P<dots>[{_B}{_I}]{{0,8}}(?:…|\.[{_B}{_I}]?\.[{_B}{_I}]?\.)[{_B}{_I}]{{0,8}})",
    rf"(?P<marks>[«‹][{_B}{_I}]+|[{_B}{_I}]{{1,8}}[»›]|[{_Q}](?:[{_THIN}{_I}]?[{_Q}])+)",
    # French sets a no-break space before these marks; other languages none.
    r"(?P<thin>[\xa0\u202f](?=[;:!?]))",
    rf"(?P<run>[{_B}{_I}{_D}]{{2,}}|[{_I}])",
    "(?P<ligature>[\ufb00-\ufb06])",
)
_PIECE = re.compile("|".join(_PIECES))
_DASH = re.compile(f"[{_D}]")
_BLANK = re.compile(f"[{_B}]")
_OUTSIDE = _BLANKS + _INVISIBLE


class Fold:
    """A text folded, with the map back. `text` is the folded text."""

    __slots__ = ("_at", "_origin", "_whole", "text")

    def __init__(self, original: str) -> None:
        self._at = [0]
        self._origin = [0]
        self._whole = [False]
        self.text = self._folded(original)

    def _folded(self, original: str) -> str:
        parts: list[str] = []
        length = done = 0
        for match in _pattern(original).finditer(original):
            start, end = match.span()
            piece = _replacement(match)
            parts += (original[done:start].translate(_TRANSLATION), piece)
            length += start - done
            self._add(length, start, True)
            length += len(piece)
            self._add(length, end, False)
            done = end
        parts.append(original[done:].translate(_TRANSLATION))
        return "".join(parts)

    def _add(self, at: int, origin: int, whole: bool) -> None:
        self._at.append(at)
        self._origin.append(origin)
        self._whole.append(whole)

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Returns the part of the original that folds to `text[start:end]`, or None when there is no such part.

        There is none when an end would lie inside something that folds as a whole, as inside `…`.
        """
        first = bisect_right(self._at, start) - 1
        last = bisect_left(self._at, end) - 1
        if self._whole[first]:
            if start != self._at[first]:
                return None
            origin = self._origin[first]
        else:
            origin = self._origin[first] + start - self._at[first]
        if self._whole[last]:
            if end != self._at[last + 1]:
                return None
            return origin, self._origin[last + 1]
        return origin, self._origin[last] + end - self._at[last]


def fold(text: str) -> str:
    """Returns `text` folded, without outer blanks."""
    return Fold(text).text.strip(" ")


def normalise(text: str) -> str:
    """Returns what two quotations of the same words have in common: the fold without outer marks and final stop."""
    return bare(fold(text))


def bare(folded: str) -> str:
    """Returns folded words without outer quotation marks and the stop or comma that a house puts before them."""
    inner = folded.strip("' ")
    while inner and inner[-1] in ".,;:" and not inner.endswith("..."):
        inner = inner[:-1].rstrip("' ")
    return inner


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Returns the part `[start, end)` of `text` without the blanks and invisible characters at its ends."""
    while start < end and text[start] in _OUTSIDE:
        start += 1
    while end > start and text[end - 1] in _OUTSIDE:
        end -= 1
    return start, end


def _replacement(match: re.Match[str]) -> str:
    kind = match.lastgroup
    if kind == "run":
        run = match.group()
        return "-" if _DASH.search(run) else " " if _BLANK.search(run) else ""
    if kind == "dots":
        return "..."
    if kind == "marks":
        return "'"
    if kind == "thin":
        return ""
    return unicodedata.normalize("NFKC" if kind == "ligature" else "NFC", match.group())


def _pattern(text: str) -> re.Pattern[str]:
    """Returns the pattern of what folds as a whole; with accents apart from their letters when `text` has such."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return _PIECE
    characters = set(text)
    alone = "".join(c for c in characters if unicodedata.normalize("NFC", c) != c)
    marks = "".join(c for c in characters if unicodedata.combining(c) and c not in _INVISIBLE)
    clusters = [r"[\u1100-\u11ff\uac00-\ud7a3]*[\u1100-\u11ff]+"]
    if marks:
        clusters.append(rf"[^{_B}{_I}{_D}{_Q}]?[{re.escape(marks)}]+")
    if alone:
        clusters.append(f"[{re.escape(alone)}]")
    return re.compile("|".join((*_PIECES, f"(?P<cluster>{'|'.join(clusters)})")))
