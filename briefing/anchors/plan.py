"""A quotation taken apart: the runs of words that must stand verbatim, and what may lie between them."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from briefing.anchors.fold import bare, fold


class Link(Enum):
    """What lies between a part and the one before it."""

    BREAK = "a break between paragraphs"
    ELISION = "words left out, as … and […] say"
    INSERTION = "an [insertion], which stands for anything short"


class Part(NamedTuple):
    """Words without a gap. `needles` are their folds, the most literal first; `raw` is how they were written.

    `open_left` and `open_right` are true where an insertion is written onto the word (`want[s]`), so that the
    words may end inside a word of the source.
    """

    raw: str
    needles: tuple[str, ...]
    link: Link = Link.BREAK
    open_left: bool = False
    open_right: bool = False

    @property
    def cores(self) -> tuple[str, ...]:
        """The needles that contain no other: where none of these stands, the part does not."""
        return tuple(n for n in self.needles if not any(m != n and m in n for m in self.needles))


MOST_PARTS = 50
"""More gaps than anybody writes; a limit against quotations that are made to be slow."""

_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[]^_{|}~ "
_ELLIPSIS = r"…\.?|\.{3,4}|\. \. \."
_TOKEN = re.compile(
    rf"(?P<elision>\[\s*(?:{_ELLIPSIS})\s*\]|\(\s*(?:{_ELLIPSIS})\s*\)|{_ELLIPSIS})"
    r"|(?<!\w)\[(?P<letter>\w)\](?=\w)"
    r"|(?P<insertion>\[[^\[\]\n]{1,200}\])"
    r"|(?P<break>\n[^\S\n]*\n\s*)"
)
_BREAK = re.compile(r"\n[^\S\n]*\n\s*")


def literal(words: str) -> tuple[Part, ...]:
    """Returns the parts of `words` taken as they stand: one a paragraph. None of them when nothing is left."""
    parts = tuple(_part(raw) for raw in _BREAK.split(words.strip()))
    return tuple(part for part in parts if part.needles)[:MOST_PARTS]


def marked(words: str) -> tuple[Part, ...]:
    """Returns the parts of `words` with ellipses and brackets understood; none when there are no such marks."""
    text = words.strip()
    parts: list[Part] = []
    link, done, letter, before = Link.BREAK, 0, "", ""
    understood = False
    for match in [*_TOKEN.finditer(text), None]:
        start, end = match.span() if match else (len(text), len(text))
        kind = (match.lastgroup or "") if match else ""
        understood = understood or kind not in ("", "break")
        raw = text[done:start]
        opened = before == "insertion" and not raw[:1].isspace()
        part = _part(raw, link, letter, opened, kind == "insertion" and not raw[-1:].isspace())
        if part.needles:
            parts.append(part)
            link = Link.BREAK if kind == "break" else Link.INSERTION
        if kind == "elision":
            link = Link.ELISION
        letter = (match.group("letter") or "") if match else ""
        done, before = end, kind
    return tuple(parts) if understood and len(parts) <= MOST_PARTS else ()


def only_case(words: str) -> bool:
    """True when the one mark in `words` is a bracketed first letter, as in `[T]hey`."""
    marks = [match for match in _TOKEN.finditer(words.strip()) if match.lastgroup != "break"]
    return len(marks) == 1 and marks[0].lastgroup == "letter" and marks[0].start() == 0


def _part(
    raw: str, link: Link = Link.BREAK, letter: str = "", open_left: bool = False, open_right: bool = False
) -> Part:
    if letter:
        needles = [n for first in (letter.upper(), letter.lower()) for n in _needles(first + raw)]
    else:
        needles = _needles(raw)
    return Part(letter + raw.strip(), tuple(dict.fromkeys(needles)), link, open_left and not letter, open_right)


def _needles(raw: str) -> list[str]:
    words = fold(raw)
    core = bare(words)
    unquoted = words.strip("' ")
    return [words, unquoted, core] if core.strip(_PUNCTUATION) else []
