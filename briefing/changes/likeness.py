"""How alike two texts are, as a number from 0 to 1.

Half of it says how many words the two share, half how many they share in the same order (the longest common
subsequence); both are Dice coefficients, 2 × shared / all, so it does not matter which text comes first. Words weigh
by what they tell: one of up to three letters 1, a longer one 2, a name or a number 3. Two words of five letters and
more that begin alike and differ in a letter or two are taken for one word with a slip in it. Case, punctuation and
blanks do not count. Ideographs and kana are words one by one.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cache
from itertools import chain, islice

from briefing.anchors.align import edits
from briefing.records import record

_MOST_WORDS = 160
"""Words of a text that are compared: the order of n words takes n² steps, and prose is known by how it begins."""

_OTHER_NUMBERS = 0.75
"""What a likeness is worth when each text has a number that the other lacks: 311 killed is not 412 killed."""

_SHORT, _SLIP, _LONG = 3, 5, 24
_MOST_SLIPS = 8
"""Words that each text has alone, at most, for slips to be looked for: where more differ it was told anew."""


@record
class Wording:
    """A text as it is compared: its words in order, how often each stands there, what each weighs, and all together."""

    words: tuple[str, ...]
    counts: Mapping[str, int]
    weights: Mapping[str, int]
    weight: int


@cache
def _pattern() -> re.Pattern[str]:
    # Ideographs and kana one by one; everything else that is a letter or a digit in runs.
    single = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    return re.compile(rf"[{single}]|(?:(?![{single}])\w)+")


def wording(text: str, whole: Iterable[str] = ()) -> Wording:
    """Returns the words of `text`; `whole` are further ones that are taken as they are, such as slugs and values."""
    found = [match[0] for match in islice(_pattern().finditer(text), _MOST_WORDS)]
    if not found:
        found = text[: 10 * _MOST_WORDS].split()[:_MOST_WORDS]
    counts: dict[str, int] = {}
    weights: dict[str, int] = {}
    words = []
    weight = 0
    for number, written in enumerate(chain(found, whole)):
        word = written.casefold()
        weighs = weights.get(word)
        if weighs is None:
            weighs = weights[word] = _weight(written, first=number == 0)
        counts[word] = counts.get(word, 0) + 1
        words.append(word)
        weight += weighs
    return Wording(tuple(words), counts, weights, weight)


def _weight(word: str, first: bool) -> int:
    if _is_number(word) or (word[0].isupper() and not first):
        return 3
    return 1 if len(word) <= _SHORT else 2


def _is_number(word: str) -> bool:
    return any(map(str.isdigit, word))


def most(one: Wording, other: Wording) -> float:
    """Returns a number that `likeness` does not exceed when no word has a slip, in little time."""
    return _dice(_common(one, other), one, other)


def likeness(one: Wording, other: Wording) -> tuple[float, bool]:
    """Returns how alike two texts are, from 0 to 1, and whether they hold other numbers than each other.

    1 is for the same words in the same order. The same two texts give the same figure either way round.
    """
    slips = _slips(one, other)
    common = _common(one, other) + sum(_worth(slip, distance, one, other) for slip, distance in slips.items())
    shared = _dice(common, one, other)
    order = _dice(_in_order(one, other, {slip[0]: slip[1] for slip in slips}), one, other)
    contradict = _have_other_numbers(one, other)
    return (shared + order) / 2 * (_OTHER_NUMBERS if contradict else 1), contradict


def _dice(common: float, one: Wording, other: Wording) -> float:
    total = one.weight + other.weight
    return min(1.0, 2 * common / total) if total else 0.0


def _common(one: Wording, other: Wording) -> float:
    if len(one.counts) > len(other.counts):
        one, other = other, one
    theirs, weights = other.counts, other.weights
    total = 0.0
    for word, count in one.counts.items():
        there = theirs.get(word)
        if there:
            total += min(count, there) * (one.weights[word] + weights[word]) / 2
    return total


def _have_other_numbers(one: Wording, other: Wording) -> bool:
    here = any(word not in other.counts and _is_number(word) for word in one.counts)
    return here and any(word not in one.counts and _is_number(word) for word in other.counts)


def _slips(one: Wording, other: Wording) -> dict[tuple[str, str], int]:
    """Returns the pairs of words, of which each stands in one text only, that differ by a slip, with their distance."""
    here = [word for word in one.counts if word not in other.counts]
    there = [word for word in other.counts if word not in one.counts]
    if len(here) > _MOST_SLIPS or len(there) > _MOST_SLIPS:
        return {}
    found = []
    for word in filter(_may_have_a_slip, here):
        for known in filter(_may_have_a_slip, there):
            most_edits = (min(len(word), len(known)) - 1) // 4
            if word[0] == known[0] and abs(len(word) - len(known)) <= most_edits:
                distance = edits(word, known)
                if distance <= most_edits:
                    found.append((distance, min(word, known), max(word, known), word, known))
    taken: set[str] = set()
    slips = {}
    for distance, _, _, word, known in sorted(found):
        if word not in taken and known not in taken:
            taken |= {word, known}
            slips[word, known] = distance
    return slips


def _may_have_a_slip(word: str) -> bool:
    return _SLIP <= len(word) <= _LONG and not _is_number(word)


def _worth(slip: tuple[str, str], distance: int, one: Wording, other: Wording) -> float:
    word, known = slip
    alike = 1 - distance / max(len(word), len(known))
    return alike * min(one.counts[word], other.counts[known]) * (one.weights[word] + other.weights[known]) / 2


def _in_order(one: Wording, other: Wording, slips: Mapping[str, str]) -> float:
    """Returns the weight of the heaviest common subsequence of the words."""
    here = [slips.get(word, word) for word in one.words]
    weights = [one.weights[word] for word in one.words]
    there: Sequence[Hashable] = other.words
    theirs = [other.weights[word] for word in other.words]
    row = [0.0] * (len(there) + 1)
    for word, weight in zip(here, weights, strict=True):
        corner = 0.0
        for number, known in enumerate(there, 1):
            above = row[number]
            if known == word:
                row[number] = max(above, corner + (weight + theirs[number - 1]) / 2)
            elif row[number - 1] > above:
                row[number] = row[number - 1]
            corner = above
    return row[-1]
