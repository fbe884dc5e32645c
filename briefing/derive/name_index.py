"""Names of several words, and the ways back to them: their words, their initials, a clipped or a misspelt form."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import chain

from briefing.derive.layers import Kind, Mention

NEAR = 40
"""Names with a word in common that are compared at most, so that the cost stays linear."""
_LIGHT = frozenset({"of", "the", "for", "and", "&", "on", "'s", "’s", "to", "in", "at", "de", "du"})


class Entity:
    """All places of one name while they are being gathered. `words` are those of its fullest form, in lower case.

    `titles` are those it was given, `latest` is where it was named last, as far as the text has been gone through.
    """

    __slots__ = ("canonical", "kind", "latest", "mentions", "titles", "votes", "words")

    def __init__(self, words: tuple[str, ...], kind: Kind, canonical: str = "") -> None:
        self.words = words
        self.kind = kind
        self.canonical = canonical
        self.mentions: list[Mention] = []
        self.votes: Counter[Kind] = Counter()
        self.titles: set[str] = set()
        self.latest = -1

    def add(self, mention: Mention) -> None:
        """Adds a place."""
        self.mentions.append(mention)
        self.latest = mention.start
        if mention.title:
            self.titles.add(mention.title)


class Index:
    """The names of more than one word, found by their words, their initials and the beginnings of their first word."""

    def __init__(self) -> None:
        self.named: list[Entity] = []
        self.by_word: dict[str, list[Entity]] = {}
        self._by_end: dict[str, list[Entity]] = {}
        self._bodies: list[tuple[str, int]] = []
        self._by_start: dict[int, Entity] = {}
        self._surnames: dict[str, list[Entity]] = {}

    def add_full(self, words: tuple[str, ...], mention: Mention) -> None:
        """Adds a place of a name of several words, to the entity that bears it in another form where there is one."""
        content = content_words(words) or words
        for entity in chain(*(self._by_end.get(end, [])[-NEAR:] for end in (content[0], content[-1]))):
            if _same(entity.words, words):
                entity.add(mention)
                if len(words) > len(entity.words) and not set(entity.words) >= set(words):
                    entity.words = words
                return
        entity = Entity(words, mention.kind)
        entity.add(mention)
        self.named.append(entity)
        ends = {
            content[0],
            content[-1],
            *(content[-2:-1] if len(content) > 2 else ()),
            *(content[1:2] if len(content) > 2 else ()),
        }
        for end in sorted(ends):
            self._by_end.setdefault(end, []).append(entity)

    def finish(self) -> None:
        """Makes the names findable by their words, when all full names are known."""
        for order, entity in enumerate(self.named):
            content = content_words(entity.words)
            for word in dict.fromkeys(content):
                self.by_word.setdefault(word, []).append(entity)
            initials = "".join(word[0] for word in content)
            if len(initials) > 1:
                self.by_word.setdefault(f"={initials}", []).append(entity)
            if entity.kind is Kind.ORGANISATION and content:
                self._bodies.append((entity.words[0], order))
            if may_be_person(entity):
                self._surnames.setdefault(entity.words[-1][:2], []).append(entity)
            entity.latest = entity.mentions[0].start
        self._bodies.sort()

    def mentions(self) -> list[Mention]:
        """Returns the places of all names of several words so far."""
        return [mention for entity in self.named for mention in entity.mentions]

    def at(self, mention: Mention) -> Entity | None:
        """Returns the entity that has this place."""
        if not self._by_start:
            self._by_start = {one.start: entity for entity in self.named for one in entity.mentions}
        return self._by_start.get(mention.start)

    def clipped(self, word: str) -> Entity | None:
        """Returns the one organisation whose first word begins with `word`, as “Fed” for the Federal Reserve."""
        at = bisect_left(self._bodies, (word, -1))
        near = [
            order for first, order in self._bodies[at : at + 2] if first.startswith(word) and len(first) > len(word) + 2
        ]
        return self.named[near[0]] if len(near) == 1 else None

    def misspelt(self, word: str) -> Entity | None:
        """Returns the one person whose surname is nearly `word`."""
        near = [
            entity
            for entity in self._surnames.get(word[:2], ())[:NEAR]
            if entity.words[-1] != word
            and abs(len(entity.words[-1]) - len(word)) < 2
            and _distance(entity.words[-1], word) < 3
        ]
        return near[0] if len(near) == 1 else None


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """True when two names of several words are one: but for articles, middle names and the spelling -ise or -ize."""
    if one == other:
        return True
    first, second = content_words(one), content_words(other)
    if first == second:
        return True
    short, long = sorted((first, second), key=len)
    if len(short) < 2:
        return False
    if short[0] == long[0] and short[-1] == long[-1] and len(long) == len(short) + 1:
        return True
    return len(short) < len(long) and (long[-len(short) :] == short or _is_short_form(short, long))


def _is_short_form(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """True for “Los Angeles Sheriff” beside “LA Sheriff”: the same words but for an acronym of the first ones."""
    head, rest = short[0], short[1:]
    size = len(head)
    return bool(rest) and long[size:] == rest and head == "".join(word[0] for word in long[:size])


def content_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """Returns the words of a name without its small ones; the spelling -isation counts as -ization."""
    return tuple(word.replace("isation", "ization") for word in words if word not in _LIGHT)


def may_be_person(entity: Entity) -> bool:
    """True for a full name that nothing has shown to be a body's."""
    return entity.kind in (Kind.PERSON, Kind.UNKNOWN) and len(entity.words) > 1


def _distance(one: str, other: str) -> int:
    """The edits that turn one word into another (Levenshtein)."""
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        previous, row[0] = row[0], number
        for at, opposite in enumerate(other, 1):
            cost = min(row[at] + 1, row[at - 1] + 1, previous + (letter != opposite))
            previous, row[at] = row[at], cost
    return row[-1]
