"""Text to `Article`: where its paragraphs begin and end."""

from __future__ import annotations

import re

from briefing.model import Article, Paragraph
from briefing.text import clean

# Each becomes one blank or line feed, so that no offset moves; cleaned as they are they would be seen. Only what ends
# a line in an editor ends one here, or people and program would count paragraphs differently.
_OTHER_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
_LINE_ENDS = str.maketrans({character: "\n" if character == "\r" else " " for character in _OTHER_ENDS})
_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_GAP = re.compile(r"\n\s*\n")


def from_text(text: str) -> Article:
    """Returns the article that `text` holds, without a byte order mark.

    Paragraphs are separated by empty or blank lines; a text without any such line has one paragraph a line. They
    are numbered from 1, and whatever stands first is 1. Offsets count the characters of `text`, which
    `Article.text` replaces one for one.
    """
    lines = text.replace("\r\n", " \n").translate(_LINE_ENDS) if _has_other_ends(text) else text
    shown = clean(lines)
    body_start, body_end = len(lines) - len(lines.lstrip()), len(lines.rstrip())
    gaps = [gap.span() for gap in _GAP.finditer(lines, body_start, body_end)]
    if gaps:
        starts = [body_start, *(end for _, end in gaps)]
        ends = [*(start for start, _ in gaps), body_end]
        bounds = [_trimmed(lines, start, end) for start, end in zip(starts, ends, strict=True)]
    else:
        bounds = [_trimmed(lines, *line.span()) for line in _LINE.finditer(lines, body_start, body_end)]
    return Article(shown, tuple(Paragraph(number, *bound) for number, bound in enumerate(bounds, 1)))


def _has_other_ends(text: str) -> bool:
    return any(character in text for character in _OTHER_ENDS)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Returns `[start, end)` without the blanks at its ends."""
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())
