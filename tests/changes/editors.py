"""Two people who change one briefing at the same time, simulated: each makes some changes by hand style splices."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from random import Random
from typing import NamedTuple

from briefing.changes.merging.facts import in_words, of_item, of_top
from briefing.document.grammar import SECTIONS
from briefing.document.load import Loaded, load
from briefing.document.splice import (
    AddItem,
    Change,
    NotSpliced,
    RemoveField,
    RemoveItem,
    RenameSlug,
    SetField,
    SetHead,
    SetText,
    SetTop,
    splice,
)
from briefing.model import Item

_WORDS = (
    "army", "rebels", "ministers", "border", "convoy", "talks", "hospital", "bridge", "ceasefire", "crossing",
    "airport", "village", "shelling", "aid", "observers", "river", "depot", "northern", "southern", "governor",
)  # fmt: skip


class Edited(NamedTuple):
    """A text after some changes, what each of them concerned, as far as it was there before, and which slugs were
    renamed to what."""

    text: str
    touched: frozenset[object]
    renamed: tuple[tuple[str, str], ...]


def edited(loaded: Loaded, chance: Random, most: int, spared: frozenset[object] = frozenset()) -> Edited:
    """Returns the text after 1 to `most` changes that concern nothing of what is `spared`."""
    touched: set[object] = set()
    renamed: list[tuple[str, str]] = []
    wanted = chance.randint(1, most)
    made = 0
    for _ in range(40):
        if made == wanted:
            break
        kind = chance.choice(_KINDS)
        found = kind(loaded, chance)
        if found is None:
            continue
        change, concerned = found
        if concerned & (spared | touched):
            continue
        try:
            loaded = splice(loaded, "simulated.yaml", change).loaded
        except NotSpliced:
            continue
        made += 1
        if isinstance(change, RenameSlug):
            renamed.append((change.old, change.new))
        touched |= concerned
    return Edited(loaded.text, frozenset(touched), tuple(renamed))


Made = tuple[Change, frozenset[object]] | None


def _sentence(chance: Random) -> str:
    words = chance.sample(_WORDS, 6)
    return f"{' '.join(words)} {chance.randint(100, 99_999)}".capitalize()


def _mark(loaded: Loaded, item: Item) -> tuple[str, str, str]:
    """What an item is known by in the simulation: nobody changes both head and text of one."""
    section = next(section.name for section in SECTIONS if section.item is type(item))
    return section, item.head if section in ("actors", "sources", "sides", "figures", "relations") else "", item.text


def _some(loaded: Loaded, chance: Random, *sections: str) -> Item | None:
    items = [item for name in sections for item in _items(loaded, name)]
    return chance.choice(items) if items else None


def _items(loaded: Loaded, name: str) -> list[Item]:
    held = getattr(loaded.briefing, name)
    return list(held.values()) if isinstance(held, dict) else list(held)


def _source(loaded: Loaded, chance: Random) -> tuple[tuple[str, str], ...]:
    sources = list(loaded.briefing.sources)
    return (("src", f"{chance.choice(sources)}#{chance.randint(1, 30)}"),) if sources else ()


def _add_event(loaded: Loaded, chance: Random) -> Made:
    date = f"2024-{chance.randint(9, 12):02d}-{chance.randint(1, 28):02d}"
    return AddItem("timeline", date, _sentence(chance), _source(loaded, chance)), frozenset()


def _add_quote(loaded: Loaded, chance: Random) -> Made:
    actor = _some(loaded, chance, "actors")
    head = actor.head if actor else "a resident of the town"
    used = frozenset({("used", head)})
    return AddItem("quotes", head, _sentence(chance), (*_source(loaded, chance), ("topic", "the front"))), used


def _add_question(loaded: Loaded, chance: Random) -> Made:
    return AddItem("questions", "open", _sentence(chance) + "?", _source(loaded, chance)), frozenset()


def _add_figure(loaded: Loaded, chance: Random) -> Made:
    fields = (("as_of", "2024-11-30"), *_source(loaded, chance))
    return AddItem("figures", _sentence(chance), f"{chance.randint(1, 900)}+", fields), frozenset()


def _add_source(loaded: Loaded, chance: Random) -> Made:
    fields = (("publisher", "AP"), ("published", "2024-11-30"))
    return AddItem("sources", f"s{chance.randint(1, 10**9)}", _sentence(chance), fields), frozenset()


def _add_actor(loaded: Loaded, chance: Random) -> Made:
    return AddItem("actors", f"a{chance.randint(1, 10**9)}", _sentence(chance), (("role", "observer"),)), frozenset()


def _answer(loaded: Loaded, chance: Random) -> Made:
    question = _some(loaded, chance, "questions")
    if question is None or question.head == "answered":
        return None
    return SetHead(question, "answered"), frozenset({_mark(loaded, question)})


def _supersede(loaded: Loaded, chance: Random) -> Made:
    figure = _some(loaded, chance, "figures")
    if figure is None:
        return None
    return SetText(figure, f"{chance.randint(1_000, 9_000)}+"), frozenset({("figures", figure.head)})


def _reword(loaded: Loaded, chance: Random) -> Made:
    item = _some(loaded, chance, "timeline", "questions", "claims", "judgements")
    if item is None or len(item.text.split()) < 4:
        return None
    words = item.text.split()
    words.insert(chance.randrange(1, len(words)), chance.choice(_WORDS))
    return SetText(item, " ".join(words)), frozenset({_mark(loaded, item)})


def _note(loaded: Loaded, chance: Random) -> Made:
    item = _some(loaded, chance, *(section.name for section in SECTIONS))
    if item is None:
        return None
    return SetField(item, "note", _sentence(chance)), frozenset({_mark(loaded, item)})


def _remove_field(loaded: Loaded, chance: Random) -> Made:
    item = _some(loaded, chance, "timeline", "quotes", "claims", "figures")
    if item is None or not item.note:
        return None
    return RemoveField(item, "note"), frozenset({_mark(loaded, item)})


def _star(loaded: Loaded, chance: Random) -> Made:
    quote = _some(loaded, chance, "quotes")
    if quote is None or getattr(quote, "key", True):
        return None
    return SetField(quote, "key", "true"), frozenset({_mark(loaded, quote)})


def _accept(loaded: Loaded, chance: Random) -> Made:
    drafts = [item for item in loaded.briefing.items() if item.draft]
    if not drafts:
        return None
    item = chance.choice(drafts)
    return RemoveField(item, "draft"), frozenset({_mark(loaded, item)})


def _delete(loaded: Loaded, chance: Random) -> Made:
    item = _some(loaded, chance, "timeline", "quotes", "claims", "questions", "next")
    return (RemoveItem(item), frozenset({_mark(loaded, item)})) if item else None


def _rename(loaded: Loaded, chance: Random) -> Made:
    actor = _some(loaded, chance, "actors")
    if actor is None:
        return None
    return RenameSlug("actors", actor.head, f"r{chance.randint(1, 10**9)}"), frozenset({_mark(loaded, actor)})


def _cut_off(loaded: Loaded, chance: Random) -> Made:
    return SetTop("as_of", f"2024-12-{chance.randint(1, 28):02d}"), frozenset()


_KINDS: tuple[Callable[[Loaded, Random], Made], ...] = (
    _add_event, _add_event, _add_quote, _add_question, _add_figure, _add_source, _add_actor, _answer, _supersede,
    _reword, _note, _note, _remove_field, _star, _accept, _delete, _rename, _cut_off,
)  # fmt: skip


Fact = tuple[str, str, str]


def facts(text: str) -> Counter[Fact]:
    """Returns what a briefing says, and how often: (section, name of the value, value on one line)."""
    briefing = load(text, "simulated.yaml").briefing
    found = Counter(_values("", of_top(briefing).fields.items()))
    for section in SECTIONS:
        held = getattr(briefing, section.name)
        for item in held.values() if section.shape == "map" else held:
            said = of_item(section, item)
            found.update([(section.name, "head", said.head), (section.name, "text", in_words(said.text))])
            found.update(_values(section.name, said.fields.items()))
    return found


def _values(section: str, pairs: object) -> Iterator[Fact]:
    for name, value in pairs:  # type: ignore[attr-defined]
        for entry in value if isinstance(value, tuple) else (value,):
            yield section, name, in_words(entry) if isinstance(entry, str) else in_words((entry,))


def lost(base: str, ours: Edited, theirs: Edited, merged: str) -> set[Fact]:
    """Returns the facts of either side that are not in `merged`, and that the other side did not take out.

    What stood in several places is left out: of that each may have taken out another one.
    """
    renamed = dict((*ours.renamed, *theirs.renamed))
    was, mine, yours, now = (
        {_known(fact, renamed) for fact in facts(t)} for t in (base, ours.text, theirs.text, merged)
    )
    kept = {value for _, name, value in now if name == "conflict"}
    missing = {fact for fact in mine - now if fact not in was or fact in yours}
    missing |= {fact for fact in yours - now if fact not in was or fact in mine}
    missing -= {fact for fact, count in facts(base).items() if count > 1}
    return {
        fact
        for fact in missing
        if fact[:2] != ("", "as_of") and not any(value.endswith(f"= {fact[2]}") for value in kept)
    }


def _known(fact: Fact, renamed: Mapping[str, str]) -> Fact:
    """A fact with the names that its slugs have in the end."""
    section, name, value = fact
    for old, new in renamed.items():
        value = re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", new, value)
    return section, name, value
