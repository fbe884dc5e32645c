"""How much of what a person found is found: counts that add up over articles, one measure a name.

A count is a pair, found and wanted. Recall counts what the gold has, precision what was derived; names, words and dates
are compared as `forms`, `alike` and `bounds` say.
"""

from __future__ import annotations

import re
from collections import Counter

from briefing import dates
from briefing.derive.engine import Draft
from briefing.quantities import parse
from tests.derive.annotated import Gold, Who

_LIGHT = frozenset(
    ["the", "of", "a", "an", "and", "for", "at", "in", "to", "on", "by", "from", "with", "mr", "mrs", "ms", "dr"]
)
_HALF = 0.5


class Score:
    """Found and wanted by measure."""

    def __init__(self) -> None:
        self.found: Counter[str] = Counter()
        self.wanted: Counter[str] = Counter()

    def add(self, measure: str, found: int, wanted: int) -> None:
        """Adds a count to a measure."""
        self.found[measure] += found
        self.wanted[measure] += wanted

    def per_cent(self, measure: str) -> float:
        """Returns how much of what was wanted was found, 100 for nothing wanted."""
        return 100 * self.found[measure] / self.wanted[measure] if self.wanted[measure] else 100.0


def words(text: str) -> list[str]:
    """Returns the words of a text in lower case."""
    return re.findall(r"[\w']+", text.lower().replace("’", "'"))


def forms(names: tuple[str, ...]) -> set[str]:
    """Returns names as they are compared: without articles, courtesy and possessives."""
    return {" ".join(word for word in words(re.sub(r"['’]s\b", "", name)) if word not in _LIGHT) for name in names} - {
        ""
    }


def alike(one: str, other: str) -> bool:
    """True for two quotations that share at least half of their words."""
    first, second = Counter(words(one)), Counter(words(other))
    return sum((first & second).values()) >= _HALF * sum((first | second).values())


def add(score: Score, draft: Draft, gold: Gold) -> None:
    """Adds what `draft` has of `gold` to every measure."""
    pairs = _pairs(draft, gold)
    _actors(score, draft, gold, pairs)
    _quotes(score, draft, gold, pairs)
    _timeline(score, draft, gold)
    _figures(score, draft, gold)
    _questions(score, draft, gold)


def _pairs(draft: Draft, gold: Gold) -> dict[str, Who]:
    """Returns the gold actor that each derived one shares a name with, each gold actor once."""
    found: dict[str, Who] = {}
    for slug, actor in draft.cast.actors.items():
        own = forms((actor.name, *actor.aka))
        match = next((who for who in gold.actors if who not in found.values() and own & forms(who.names)), None)
        if match is not None:
            found[slug] = match
    return found


def _actors(score: Score, draft: Draft, gold: Gold, pairs: dict[str, Who]) -> None:
    score.add("actors: recall", len(pairs), len(gold.actors))
    score.add("actors: precision", len(pairs), len(draft.cast.actors))
    main = [who for who in gold.actors if who.main]
    score.add("main actors", sum(who in pairs.values() for who in main), len(main))
    for slug, who in pairs.items():
        actor = draft.cast.actors[slug]
        wanted = forms(who.names)
        score.add("other names", len(wanted & forms((actor.name, *actor.aka))), len(wanted))
        content = [word for word in words(who.role) if word not in _LIGHT]
        if content:
            score.add("roles", 2 * sum(word in words(actor.role) for word in content) >= len(content), 1)


def _quotes(score: Score, draft: Draft, gold: Gold, pairs: dict[str, Who]) -> None:
    said = [one for one in gold.quotes if one.speaker != "-"]
    left = list(draft.quotations)
    named = {who.slug: who for who in gold.actors}
    matched = 0
    for one in said:
        found = next((own for own in left if own.paragraph == one.paragraph and alike(own.text, one.text)), None)
        matched += found is not None
        if found is not None:
            left.remove(found)
        if one.speaker in named:
            slug = found.speaker.slug if found is not None and found.speaker is not None else ""
            score.add("speakers", slug in pairs and pairs[slug].slug == one.speaker, 1)
    score.add("quotations: recall", matched, len(said))
    score.add("quotations: precision", matched, len(draft.quotations))


def _timeline(score: Score, draft: Draft, gold: Gold) -> None:
    left = [(one.paragraph, _bounds(one.edtf)) for one in draft.events]
    wanted = [(one.paragraph, _bounds(one.date)) for one in gold.timeline]
    days = {bounds for _, bounds in wanted}
    score.add("events: precision", sum(bounds in days for _, bounds in left), len(left))
    found = 0
    for one in wanted:
        if one in left:
            left.remove(one)
            found += 1
    score.add("events: recall", found, len(wanted))


def _bounds(edtf: str) -> tuple[object, object]:
    date = dates.parse(edtf)
    return date.lower, date.upper


def _figures(score: Score, draft: Draft, gold: Gold) -> None:
    own = [(one.paragraph, _amount(one.value)) for one in draft.figures]
    wanted = [(one.paragraph, _amount(one.value)) for one in gold.figures]
    score.add("figures: recall", sum(one in own for one in wanted), len(wanted))
    score.add("figures: precision", sum(value in {amount for _, amount in wanted} for _, value in own), len(own))


def _amount(text: str) -> object:
    quantity = parse(text.strip("+<>~$£€¥%"))
    return text if quantity.lower is None else round(quantity.lower, 3)


def _questions(score: Score, draft: Draft, gold: Gold) -> None:
    wanted = Counter(paragraph for paragraph, _ in gold.questions)
    own = Counter(one.paragraph for one in draft.questions)
    both = sum((wanted & own).values())
    score.add("questions: recall", both, sum(wanted.values()))
    score.add("questions: precision", both, sum(own.values()))
