"""Words that somebody said: found between quotation marks, and compared with their source before they are saved."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing import anchors
from briefing.anchors import Status
from briefing.model import Anchor
from briefing.tui.changing.citing import Sources
from briefing.tui.changing.citing import anchors as anchors_in
from briefing.tui.changing.form import Choice

_QUOTED = re.compile(r"[“„«]([^”“»«]+)[”“»]|\"([^\"]+)\"")
_LEAST = 12
"""Characters; shorter words in quotation marks are mostly names and doubts."""
_RIGHT = frozenset((Status.EXACT, Status.NORMALISED, Status.ELIDED, Status.UNVERIFIABLE, Status.AMBIGUOUS))


def quoted(text: str) -> Sequence[str]:
    """Returns what stands in quotation marks in a text, in its order."""
    found = [(one or other).strip() for one, other in _QUOTED.findall(text)]
    return [words for words in found if len(words) >= _LEAST]


def bare(words: str) -> str:
    """Returns words without the quotation marks round them: the file has none."""
    inner = words[1:-1]
    paired = len(words) > 2 and words[0] + words[-1] in ("“”", '""', "„“", "«»")
    return inner if paired and not any(mark in inner for mark in (words[0], words[-1])) else words


def standing(words: str, sources: Sources) -> Sequence[Choice]:
    """Returns the paragraph in which words stand, to be chosen as their source; none where they stand in none."""
    if len(words) < _LEAST or not sources.articles:
        return ()
    match = anchors.locate(bare(words), (), sources.articles)
    if match.status not in (Status.EXACT, Status.NORMALISED) or not match.paragraphs:
        return ()
    found = str(Anchor(match.source, match.paragraphs[0], match.paragraphs[-1]))
    return [Choice(found, found, anchors.in_words(match))]


def doubt(words: str, src: str, sources: Sources) -> str:
    """Returns in a sentence how a quotation differs from its source; nothing where it stands in it word for word."""
    if not sources.articles:
        return ""
    cited = tuple(_anchor(text) for text in anchors_in(src))
    match = anchors.locate(bare(words), cited, sources.articles)
    return "" if match.status in _RIGHT else f"This quotation is not right: {anchors.in_words(match)}"


def _anchor(text: str) -> Anchor:
    slug, _, numbers = text.partition("#")
    first, _, last = numbers.partition("-")
    return Anchor(slug, int(first) if first else None, int(last) if last else int(first) if first else None)
