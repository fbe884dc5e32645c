"""The words in which exports say what a briefing writes in codes: citations, counts, ratings, names of fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefing.model import Anchor

RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
"""The letters of the Admiralty code for a source (NATO AJP-2.1, evaluation of information)."""

CREDIBILITY = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}
"""The digits of the Admiralty code for an item (the same publication)."""

_LABELS = {
    "aka": "Also known as",
    "because": "Grounds for",
    "but": "Grounds against",
    "dated_by": "Date in the source's words",
    "id": "Identifier",
    "lang": "Language",
    "orig": "In the original",
    "sha256": "SHA-256 of the text",
    "text": "Text file",
    "to": "Said to",
    "url": "Address",
    "was": "Earlier value",
    "watch": "Watch for",
    "when": "Said",
}

_INNER_BREAK = re.compile(r"(?<!\n)\n(?!\n)")
_NO_BREAK = "\N{NO-BREAK SPACE}"


def label(name: str) -> str:
    """Returns what a reader is told before the value of the field `name`."""
    return _LABELS.get(name) or sentence(name.replace("_", " "))


def sentence(text: str) -> str:
    """Returns `text` with its first letter as a sentence begins; the rest is as it was."""
    return text[:1].upper() + text[1:]


def flowing(text: str) -> str:
    """Returns prose with the line breaks inside its paragraphs as blanks; empty lines stay."""
    return _INNER_BREAK.sub(" ", text.strip("\n"))


def rating(code: str) -> tuple[str, str]:
    """Returns the label and the words of a rating: `("Reliability", "C, fairly reliable")`."""
    if code in RELIABILITY:
        return "Reliability", f"{code}, {RELIABILITY[code]}"
    if code in CREDIBILITY:
        return "Credibility", f"{code}, {CREDIBILITY[code]}"
    return "Rating", code


def rated(code: str) -> str:
    """Returns a rating in words that go on with a sentence: `reliability C, fairly reliable` for a source (A to F),
    `credibility 2, probably true` for an item (1 to 6)."""
    name, meaning = rating(code)
    return f"{name.lower()} {meaning}"


def count(number: int, noun: str) -> str:
    """Returns `1 source`, `2 sources`, `no sources`."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def listing(parts: Sequence[str]) -> str:
    """Returns `a`, `a and b`, `a, b and c`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def citation(anchors: Iterable[Anchor]) -> str:
    """Returns `[explainer ¶14, ¶33; bbc]`, or nothing without anchors; passages of one source that follow each other
    name it once.

    The blanks inside a passage are no-break spaces, so that a citation is not torn when its line is wrapped.
    """
    parts: list[str] = []
    source = ""
    for anchor in anchors:
        again = anchor.source == source and anchor.first is not None
        if again:
            parts.append(f", {_paragraphs(anchor)}")
        else:
            where = "" if anchor.first is None else _NO_BREAK + _paragraphs(anchor)
            parts.append(f"{'; ' if parts else ''}{anchor.source}{where}")
        source = anchor.source if anchor.first is not None else ""
    return f"[{''.join(parts)}]" if parts else ""


def _paragraphs(anchor: Anchor) -> str:
    if anchor.last is None or anchor.last == anchor.first:
        return f"¶{anchor.first}"
    return f"¶{anchor.first}–{anchor.last}"


def breakable(text: str) -> str:
    """Returns `text` with ordinary blanks for the no-break spaces that `citation` set."""
    return text.replace(_NO_BREAK, " ")
