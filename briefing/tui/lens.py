"""How lists are looked at: what a brush keeps, what a search has found."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.records import record
from briefing.tui.folding import fold
from briefing.tui.lines import Line, Span


@record(kw_only=True)
class Lens:
    """`concerned` are the offsets of the items that the brush keeps, None without one; `hiding` leaves the others out
    instead of dimming them. `words` are lit in the items at `hits`; `current` is the hit that the search stands on."""

    concerned: frozenset[int] | None = None
    hiding: bool = False
    words: tuple[str, ...] = ()
    hits: frozenset[int] = frozenset()
    current: int | None = None


CLEAR = Lens()


def light(line: Line, words: Iterable[str], ink: str) -> Line:
    """Returns a line with the searched words in it in another ink. Words are compared folded, letter by letter."""
    found: list[Span] = []
    for text, own in line:
        folded = fold(text)
        if len(folded) != len(text):
            folded = "".join(letter if len(letter) == 1 else "\0" for letter in map(fold, text))
        cuts = [False] * (len(text) + 1)
        hit = False
        for word in words:
            at = folded.find(word)
            while at >= 0:
                hit = True
                cuts[at : at + len(word)] = [True] * len(word)
                at = folded.find(word, at + len(word))
        if not hit:
            found.append(Span(text, own))
            continue
        start = 0
        for index in range(1, len(text) + 1):
            if index == len(text) or cuts[index] != cuts[start]:
                found.append(Span(text[start:index], ink if cuts[start] else own))
                start = index
    return tuple(found)


def raise_words(line: Line, *, names: bool) -> Line:
    """Returns a line of an item that the brush keeps: its quieter words become plain text, names bold."""
    return tuple(
        Span(text, "text" if ink == "text2" else "text bold" if names and ink == "text" else ink) for text, ink in line
    )
