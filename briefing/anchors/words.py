"""A match in the words of the reader's third line."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.anchors.match import Difference, Match, Status
from briefing.anchors.search import MOST_PLACES

_FEW = 5
_SHOWN = 3


def in_words(match: Match | None) -> str:
    """Returns what became of the words, without the glyph for it; of a passage without words of its own for None."""
    if match is None:
        return "paragraph cited"
    if match.status is Status.ALTERED:
        return _altered(match)
    if match.status is Status.AMBIGUOUS:
        return f"stands in {_many(match.paragraphs)} places, {_paragraphs(match.paragraphs)}"
    if match.status is Status.MOVED:
        return f"found in {_range(match.paragraphs)}, cited as {_cited(match)}"
    return _PLAIN[match.status]


_PLAIN = {
    Status.EXACT: "word for word",
    Status.NORMALISED: "word for word, typographic marks differ",
    Status.ELIDED: "shortened with …",
    Status.UNVERIFIABLE: "source text is not here",
    Status.MISSING: "not in this source",
}


def count(differences: Sequence[Difference]) -> int:
    """Returns how many words differ; marks alone are not words."""
    return sum(max(_words(d.here), _words(d.there)) for d in differences)


def differ(match: Match) -> str:
    """Returns how many words differ: `1 word differs`, or `only marks differ`."""
    number = count(match.differences)
    if not number:
        return "only marks differ"
    return "1 word differs" if number == 1 else f"{number} words differ"


def _altered(match: Match) -> str:
    where = differ(match)
    if match.cited and match.cited.first and not set(match.paragraphs) & set(match.cited.paragraphs):
        where += f" in {_range(match.paragraphs)}, cited as {_cited(match)}"
    told = [_told(difference) for difference in match.differences[:_SHOWN]]
    if len(match.differences) > _SHOWN:
        told.append("…")
    return f"{where}: {'; '.join(told)}" if told else where


def _told(difference: Difference) -> str:
    here, there = " ".join(difference.here.split()), " ".join(difference.there.split())
    if difference.kind == "missing":
        return f"left out: {there}"
    if difference.kind == "added":
        return f"added: {here}"
    return f"{here}, source: {there}"


def _words(text: str) -> int:
    return sum(any(map(str.isalnum, word)) for word in text.split())


def _many(paragraphs: Sequence[int]) -> str:
    return str(len(paragraphs)) if len(paragraphs) < MOST_PLACES else f"{MOST_PLACES} or more"


def _paragraphs(numbers: Sequence[int]) -> str:
    names = [f"¶{number}" for number in numbers[:_FEW]]
    if len(numbers) > _FEW:
        return ", ".join(names) + " and more"
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def _range(numbers: Sequence[int]) -> str:
    return f"¶{numbers[0]}" if numbers[0] == numbers[-1] else f"¶{numbers[0]}–{numbers[-1]}"


def _cited(match: Match) -> str:
    return _range(match.cited.paragraphs) if match.cited and match.cited.paragraphs else "another"
