"""Words that stand in a source almost: the closest passage, and where it differs.

The rare words that quotation and article share vote for a place (their offset between the two); there the words are
aligned by dynamic programming in a band around that offset (Ukkonen 1985), the ends of the passage left free
(Sellers 1980). The work grows with the length of the quotation, not with that of the article.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal, NamedTuple
from weakref import WeakKeyDictionary

from briefing.anchors.align import Step, align, edits
from briefing.anchors.fold import Fold
from briefing.anchors.index import Index
from briefing.anchors.match import Difference
from briefing.anchors.search import unspaced

LEAST = 24
"""Characters below which no likeness counts: short words are like many others."""
MOST_WRONG = 5
"""One character in so many may be wrong."""

_COMMON = 200
_CANDIDATES = 3
_BUCKET = 4
_LONGEST = 5_000
"""Words of a quotation that are compared at most."""

_TOKEN = re.compile(r"[^\W_]+(?:'[^\W\d_]+)*|[^\w\s']")


class Closest(NamedTuple):
    """The passage most like the words looked for: parts of `Article.text`, one a paragraph, and how it differs."""

    spans: tuple[tuple[int, int], ...]
    paragraphs: tuple[int, ...]
    differences: tuple[Difference, ...]


class Words:
    """The words and marks of a folded text in their order, and where each begins.

    Where a script sets no blanks between words, each letter is a word.
    """

    def __init__(self, text: str) -> None:
        self.words: list[str] = []
        self.starts: list[int] = []
        for match in _TOKEN.finditer(text):
            start = match.start()
            word = match.group()
            if word.isascii() or not any(map(unspaced, word)):
                self.words.append(word)
                self.starts.append(start)
            else:
                self.words.extend(word)
                self.starts.extend(range(start, start + len(word)))

    def __len__(self) -> int:
        return len(self.words)

    def extent(self, number: int) -> tuple[int, int]:
        """Returns the part of the folded text that word `number` (from 0) takes."""
        return self.starts[number], self.starts[number] + len(self.words[number])

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """The numbers of every word, by word."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self.words):
            places[word].append(number)
        return dict(places)


_kept: WeakKeyDictionary[Index, Words] = WeakKeyDictionary()


def _words_of(index: Index) -> Words:
    found = _kept.get(index)
    if found is None:
        found = _kept[index] = Words(index.whole)
    return found


def closest(words: str, index: Index, numbers: range | None = None) -> Closest | None:
    """Returns the passage of `index` that is most like `words`, or None when none is like enough.

    With `numbers` only these paragraphs are searched.
    """
    folded = Fold(words)
    size = len(folded.text.strip("' "))
    quote = Words(folded.text)
    if size < LEAST or not 0 < len(quote) <= _LONGEST:
        return None
    article = _words_of(index)
    low, high = _bounds(article, index, numbers)
    slack = max(8, len(quote) // 4)
    best: tuple[int, list[Step]] | None = None
    for offset in _offsets(quote.words, article, low, high, slack):
        first = max(low, offset - slack)
        window = article.words[first : max(first, min(high, offset + len(quote) + slack))]
        steps = [_moved(step, first) for step in align(quote.words, window, offset - first, slack)]
        wrong = sum(_wrong(step, quote, article) for step in steps)
        if steps and wrong * MOST_WRONG <= size and (best is None or wrong < best[0]):
            best = wrong, steps
    return _described(best[1], words, folded, quote, article, index) if best else None


def _bounds(article: Words, index: Index, numbers: range | None) -> tuple[int, int]:
    """Returns the range of the article's words that lie in paragraphs `numbers`."""
    if numbers is None:
        return 0, len(article)
    first, last = max(1, numbers.start), min(index.size, numbers.stop - 1)
    if first > last:
        return 0, 0
    end = index.starts[last - 1] + len(index.fold(last).text)
    return bisect_left(article.starts, index.starts[first - 1]), bisect_left(article.starts, end)


def _offsets(quote: Sequence[str], article: Words, low: int, high: int, slack: int) -> list[int]:
    """Returns the most likely differences between the place of a word in the article and in the quotation,
    the likeliest first, none so near to another that the band around it holds both."""
    votes: Counter[int] = Counter()
    for at, word in enumerate(quote):
        places = article.places.get(word, ())
        first, stop = bisect_left(places, low), bisect_right(places, high - 1)
        if stop - first <= _COMMON:
            for place in places[first:stop]:
                votes[(place - at) // _BUCKET] += 1
    if not votes:
        votes.update(_common(quote, article, low, high))
    joint = {bucket: votes[bucket] + max(votes[bucket - 1], votes[bucket + 1]) for bucket in list(votes)}
    best = sorted(joint, key=lambda bucket: (-joint[bucket], bucket))
    least = min(2, len(quote))
    chosen: list[int] = []
    for bucket in best:
        offset = bucket * _BUCKET
        if len(chosen) == _CANDIDATES or joint[bucket] < least:
            break
        if all(abs(offset - other) > slack // 2 for other in chosen):
            chosen.append(offset)
    return chosen


def _common(quote: Sequence[str], article: Words, low: int, high: int) -> Iterator[int]:
    """Yields votes for a quotation of common words only: the places where two of them stand together."""
    at = min(range(len(quote)), key=lambda n: len(article.places.get(quote[n], ())) or 1 << 30)
    after = quote[at + 1] if at + 1 < len(quote) else None
    for place in article.places.get(quote[at], ()):
        if low <= place < high and place + 1 < high and article.words[place + 1] == after:
            yield from [(place - at) // _BUCKET] * 2


def _moved(step: Step, by: int) -> Step:
    return step._replace(there=range(step.there.start + by, step.there.stop + by))


def _wrong(step: Step, quote: Words, article: Words) -> int:
    """Returns how many characters of one step differ, blanks between its words included."""
    if step.same:
        return 0
    here, there = step.here, step.there
    return edits(" ".join(quote.words[here.start : here.stop]), " ".join(article.words[there.start : there.stop]))


def _described(steps: Sequence[Step], words: str, folded: Fold, quote: Words, article: Words, index: Index) -> Closest:
    by_number: dict[int, tuple[int, int]] = {}
    for at in range(steps[0].there.start, steps[-1].there.stop):
        number = index.number(article.starts[at])
        start, end = _place(index, article, at)
        by_number[number] = by_number.get(number, (start, end))[0], end
    differences = tuple(_difference(step, words, folded, quote, article, index) for step in steps if not step.same)
    return Closest(tuple(by_number.values()), tuple(by_number), differences)


def _difference(step: Step, words: str, folded: Fold, quote: Words, article: Words, index: Index) -> Difference:
    at, end = _here(step.here, quote, folded, len(words))
    if step.there:
        span = _place(index, article, step.there.start)[0], _place(index, article, step.there.stop - 1)[1]
    else:
        gap = _place(index, article, min(step.there.start, len(article) - 1))[0]
        span = gap, gap
    kind: Literal["replaced", "missing", "added"] = "missing"
    if step.here:
        kind = "replaced" if step.there else "added"
    return Difference(kind, words[at:end], index.article.text[slice(*span)], at, span)


def _here(step: range, quote: Words, folded: Fold, size: int) -> tuple[int, int]:
    """Returns the part of the words as written that a step takes; where it takes none, the place of the gap."""
    if step:
        return folded.span(quote.starts[step.start], quote.extent(step.stop - 1)[1]) or (0, size)
    if step.start < len(quote):
        at, _ = folded.span(*quote.extent(step.start)) or (0, size)
        return at, at
    return size, size


def _place(index: Index, article: Words, at: int) -> tuple[int, int]:
    """Returns the part of `Article.text` behind word `at` of the folded article."""
    start, end = article.extent(at)
    number = index.number(start)
    base = index.starts[number - 1]
    paragraph = index.article.paragraphs[number - 1]
    return index.span(number, start - base, end - base) or (paragraph.start, paragraph.end)
