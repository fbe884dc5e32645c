"""The words of a search: plain ones, and terms such as `actor:khalifa`, `is:open`, `after:2024-11-27`, `!hezbollah`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from briefing import dates
from briefing.model import Briefing, Item, Question, Quote
from briefing.tui.about import anchors_of, dates_of, slugs_of, texts_of
from briefing.tui.concern import Mark
from briefing.tui.concerned import concerned
from briefing.tui.folding import fold

Test = Callable[[Item], bool]

STATES = (
    "open",
    "watching",
    "answered",
    "moot",
    "key",
    "draft",
    "problem",
    "planned",
    "disputed",
    "denied",
    "confirmed",
)
TERMS = ("actor:", "src:", "topic:", "after:", "before:", "is:", "in:")
_WORDY = ("role", "topic", "where", "dated_by", "orig", "confidence", "publisher", "url")
_LIMIT = 400
"""Characters of a query that are read."""


class Query(NamedTuple):
    """A search that has been read. `words` are the plain ones, folded; `wrong` says what was not understood."""

    text: str
    words: tuple[str, ...] = ()
    tests: tuple[Test, ...] = ()
    wrong: str = ""

    @property
    def empty(self) -> bool:
        """True when it asks for nothing."""
        return not self.words and not self.tests


def haystack(briefing: Briefing, item: Item) -> str:
    """Returns all words of an item, folded: what a plain word is looked for in."""
    names = [briefing.name(slug) for slug in slugs_of(item) if slug]
    further = [getattr(item, name, "") for name in _WORDY]
    parts = [item.head, item.text, item.note, *names, *texts_of(item), *further, *getattr(item, "aka", ())]
    return fold("\n".join(dict.fromkeys(part for part in parts if part)))


def read(text: str, briefing: Briefing, problems: Iterable[int] = ()) -> Query:
    """Reads a search. `problems` are the offsets of the items with a problem. Never raises: what can't be understood
    is left out and said in `wrong`."""
    words: list[str] = []
    tests: list[Test] = []
    wrong = ""
    for term in text[:_LIMIT].split():
        negated = term.startswith("!") and len(term) > 1
        plain = term[1:] if negated else term
        name, colon, value = plain.partition(":")
        if colon and f"{name}:" in TERMS:
            if not value:
                continue
            try:
                test = _term(name, value, briefing, frozenset(problems))
            except ValueError as error:
                wrong = wrong or str(error)
                continue
            tests.append(_not(test) if negated else test)
        elif negated:
            tests.append(_without(fold(plain), briefing))
        elif fold(plain):
            words.append(fold(plain))
    return Query(text, tuple(words), tuple(tests), wrong)


def _not(test: Test) -> Test:
    return lambda item: not test(item)


def _without(word: str, briefing: Briefing) -> Test:
    return lambda item: word not in haystack(briefing, item)


def _term(name: str, value: str, briefing: Briefing, problems: frozenset[int]) -> Test:
    if name == "actor":
        slug = _slug(value, briefing)
        found = concerned(briefing, [Mark("actor", slug)])
        return lambda item: item.offset in found
    if name == "src":
        slug, _, paragraph = value.partition("#")
        number = int(paragraph) if paragraph.isascii() and paragraph.isdigit() else None
        return lambda item: any(
            anchor.source.startswith(slug) and (number is None or number in anchor.paragraphs)
            for anchor in anchors_of(item)
        )
    if name == "topic":
        return lambda item: isinstance(item, Quote) and fold(value) in fold(item.topic)
    if name in ("after", "before"):
        return _dated(name, value)
    if name == "in":
        return lambda item: type(item).__name__.casefold().startswith(fold(value).rstrip("s"))
    return _state(value, problems)


def _slug(value: str, briefing: Briefing) -> str:
    folded = fold(value)
    if value in briefing.actors:
        return value
    names = ((slug, fold(f"{slug}\n{actor.text}")) for slug, actor in briefing.actors.items())
    found = next((slug for slug, words in names if folded in words), None)
    if found is None:
        raise ValueError(f"no actor {value}")
    return found


def _dated(name: str, value: str) -> Test:
    try:
        edge = dates.parse(value)
    except dates.EdtfError as error:
        raise ValueError(f"{name}: {error.message}") from None
    lower, upper = edge.lower, edge.upper
    if name == "after":
        return lambda item: any(lower is not None and (d.upper is None or d.upper >= lower) for d in dates_of(item))
    return lambda item: any(upper is not None and (d.lower is None or d.lower <= upper) for d in dates_of(item))


def _state(value: str, problems: frozenset[int]) -> Test:
    if value not in STATES:
        raise ValueError(f"is: takes {', '.join(STATES)}")
    if value == "key":
        return lambda item: isinstance(item, Quote) and item.key
    if value == "draft":
        return lambda item: item.draft
    if value == "problem":
        return lambda item: item.offset in problems
    if value in ("open", "watching", "answered", "moot"):
        return lambda item: isinstance(item, Question) and item.head == value
    return lambda item: getattr(item, "status", "") == value


def complete(text: str, briefing: Briefing) -> str:
    """Returns `text` with its last word completed as far as that is certain, else the nearest thing that it begins."""
    head, blank, last = text.rpartition(" ")
    name, colon, value = last.lstrip("!").partition(":")
    sign = "!" if last.startswith("!") else ""
    if not colon:
        known = [term for term in TERMS if name and term.startswith(name)]
        return f"{head}{blank}{sign}{known[0]}" if known else text
    if name == "actor":
        known = [slug for slug, a in briefing.actors.items() if slug.startswith(value) or fold(value) in fold(a.text)]
    elif name == "src":
        known = [slug for slug in briefing.sources if slug.startswith(value)]
    elif name == "is":
        known = [state for state in STATES if state.startswith(value)]
    elif name == "topic":
        topics = dict.fromkeys(quote.topic for quote in briefing.quotes if quote.topic)
        known = [topic.split(" ")[-1] for topic in topics if topic.startswith(value)]
    else:
        known = []
    return f"{head}{blank}{sign}{name}:{known[0]}" if known else text
