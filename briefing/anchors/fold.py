"""Text without its typography, and the way back to the offsets of the text as it stands.

Two texts with the same fold are word for word the same: they differ at most in the shape of quotation marks,
dashes, blanks and ellipses, in line breaks, in invisible characters and in the composition of accents (Unicode
normalisation form C, UAX 15).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right

# Each character with kin becomes one stand-in for them all, one for one, so that offsets stay.
_KIN = {
    " ": " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u1680"
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2028\u2029\u205f\u3000"
    # Pictures of control characters, which is what `briefing.text.clean` makes of them.
    "␉␋␌␍␤",
    # Typographers set these before a colon and between two quotation marks.
    "\xa0": "\xa0\u2009\u200a\u202f",
    # U+FFFD stands for bidirectional marks and their like after cleaning, which nobody types when quoting.
    "\xad": "\xad\u034f\u180b\u180c\u180d\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufffd"
    + "".join(map(chr, range(0xFE00, 0xFE10))),
    "-": "-‐‑‒–—―−﹘﹣－",
    # Single and double are one: a quotation within a quotation changes its marks with the house that prints it.
    "'": "\"'‘’‚‛“”„‟′″‵‶`´ʹʼ〝〞＂＇「」『』",
    "«": "«‹",
    "»": "»›",
}
_STANDINS = {ord(character): standin for standin, kin in _KIN.items() for character in kin}
_OUTSIDE = _KIN[" "] + _KIN["\xa0"] + _KIN["\xad"]

# Written for texts of stand-ins: classes of few characters, all below U+0100, compile and match fast.
_PIECES = (
    r"(?P<dots>[ \xa0\xad]{0,8}(?:…|\.[ \xa0\xad]?\.[ \xa0\xad]?\.)[ \xa0\xad]{0,8})",
    r"(?P<marks>«[ \xa0\xad]+|[ \xa0\xad]{1,8}»|['«»](?:[\xa0\xad]?['«»])+)",
    # French sets a no-break space before these marks; other languages none.
    r"(?P<thin>\xa0(?=[;:!?]))",
    r"(?P<run>[ \xa0\xad-]{2,}|\xad)",
    "(?P<ligature>[\ufb00-\ufb06])",
)
_PIECE = re.compile("|".join(_PIECES))


class Fold:
    """A text folded, with the map back. `text` is the folded text."""

    __slots__ = ("_at", "_origin", "_whole", "text")

    def __init__(self, original: str) -> None:
        self._at = [0]
        self._origin = [0]
        self._whole = [False]
        self.text = self._folded(original)

    def _folded(self, original: str) -> str:
        text = original.translate(_STANDINS)
        parts: list[str] = []
        length = done = 0
        for match in _pattern(text).finditer(text):
            start, end = match.span()
            piece = _replacement(match)
            parts += (_plain(text[done:start]), piece)
            length += start - done
            self._add(length, start, True)
            length += len(piece)
            self._add(length, end, False)
            done = end
        parts.append(_plain(text[done:]))
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


def _plain(text: str) -> str:
    """Returns a text of stand-ins with one form of quotation mark and blank."""
    return text.replace("«", "'").replace("»", "'").replace("\xa0", " ")


def _replacement(match: re.Match[str]) -> str:
    kind = match.lastgroup
    if kind == "run":
        run = match.group()
        return "-" if "-" in run else " " if run.strip("\xad") else ""
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
    marks = "".join(c for c in characters if unicodedata.combining(c))
    clusters = [r"[\u1100-\u11ff\uac00-\ud7a3]*[\u1100-\u11ff]+"]
    if marks:
        clusters.append(rf"[^ \xa0\xad'«»-]?[{re.escape(marks)}]+")
    if alone:
        clusters.append(f"[{re.escape(alone)}]")
    return re.compile("|".join((*_PIECES, f"(?P<cluster>{'|'.join(clusters)})")))
