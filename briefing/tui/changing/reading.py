"""What is typed, read as the grammar types it: dates, actors, sides, words of a list, figures, addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from briefing import dates, quantities
from briefing.dates import Edtf, EdtfError
from briefing.dates.typed import as_typed
from briefing.document.grammar import SLUG_PATTERN
from briefing.model import Actor
from briefing.tui.changing.form import Choice, Told
from briefing.tui.folding import fold

_SLUG = re.compile(SLUG_PATTERN)
_MOST = 50
"""Choices that are offered at most; who wants another one types on."""

Reader = Callable[[str], Told]
Chooser = Callable[[str], Sequence[Choice]]


def text(missing: str = "") -> Reader:
    """Returns a reader of words. With `missing`, which says so, they must not be missing."""

    def read(typed: str) -> Told:
        words = typed.strip()
        return Told(None, missing) if missing and not words else Told(words)

    return read


def day(today: date, near: Edtf | None, empty: str | None = None) -> Reader:
    """Returns a reader of dates as people type them. `empty` is what no text means, None when it means nothing."""

    def read(typed: str) -> Told:
        if not typed.strip() and empty is not None:
            return Told(empty)
        try:
            found = as_typed(typed, today, near)
        except EdtfError as error:
            return Told(None, error.message)
        words = dates.words(found)
        return Told(found.text, words if found.text == typed.strip() else f"{found.text}: {words}")

    return read


def word(words: Sequence[str], *, may_be_empty: bool = True) -> tuple[Reader, Chooser]:
    """Returns the reader and the choices of one of `words`, which may be begun."""

    def read(typed: str) -> Told:
        wanted = typed.strip().lower()
        if not wanted and may_be_empty:
            return Told("")
        exact = next((entry for entry in words if entry.lower() == wanted), None)
        return Told(exact) if exact is not None else Told(None, f"it is one of {', '.join(words)}")

    return read, lambda typed: _matching([Choice(entry, entry) for entry in words], typed, exact=words)


def actor_choices(actors: Mapping[str, Actor], first: Sequence[str] = ()) -> Chooser:
    """Returns the choices of actors by slug, name, role and other names; those of `first` stand before the others."""
    ordered = dict.fromkeys((*(slug for slug in first if slug in actors), *actors))
    every = [(Choice(slug, actors[slug].text, actors[slug].role), " ".join(actors[slug].aka)) for slug in ordered]

    def choices(typed: str) -> Sequence[Choice]:
        if typed.strip() in actors:
            return ()
        terms = fold(typed).split()
        return [
            choice
            for choice, further in every
            if all(term in fold(f"{choice.value} {choice.words} {choice.more} {further}") for term in terms)
        ][:_MOST]

    return choices


def speaker(actors: Mapping[str, Actor], missing: str) -> Reader:
    """Returns a reader of who speaks: the slug of an actor, a name, or words for somebody without a slug."""
    by_name = {fold(name): slug for slug, actor in actors.items() for name in (actor.text, *actor.aka)}

    def read(typed: str) -> Told:
        words = " ".join(typed.split())
        slug = words if words in actors else by_name.get(fold(words), "")
        if slug:
            return Told(slug, _named(actors[slug]))
        if not words:
            return Told(None if missing else "", missing)
        if " " in words:
            return Told(words, "somebody who is not among the actors")
        return Told(None, f"no actor is called {words}; i in Actors adds one, two words stand for themselves")

    return read


def _named(actor: Actor) -> str:
    return f"{actor.text}, {actor.role}" if actor.role else actor.text


def one_actor(actors: Mapping[str, Actor], missing: str = "who is meant is missing") -> Reader:
    """Returns a reader of the slug or the name of one actor."""
    any_speaker = speaker(actors, missing)

    def read(typed: str) -> Told:
        told = any_speaker(typed)
        return told if not told.value or told.value in actors else Told(None, f"no actor is called {told.value}")

    return read


def several(one: Reader, separator: str) -> Reader:
    """Returns a reader of several values with `separator` between them; their values are joined by it, too."""

    def read(typed: str) -> Told:
        found = [one(part.strip()) for part in typed.split(separator) if part.strip()]
        wrong = next((told for told in found if told.value is None), None)
        if wrong is not None:
            return wrong
        words = ", ".join(told.words for told in found if told.words)
        return Told(f"{separator} ".join(told.value or "" for told in found), words)

    return read


def last_of(choices: Chooser, separator: str) -> Chooser:
    """Returns the choices for the last of several values."""

    def offered(typed: str) -> Sequence[Choice]:
        head, found, last = typed.rpartition(separator)
        before = f"{head.strip()}{separator} " if found else ""
        return [choice._replace(value=before + choice.value) for choice in choices(last.strip())]

    return offered


def value(typed: str) -> Told:
    """Reads the value of a figure."""
    words = typed.strip()
    if not words:
        return Told(None, "the value is missing: 311+, <500, ~300, 300-350, 1.2m")
    return Told(words, "" if quantities.parse(words).known else "shown as it is: this is no number")


def new_slug(taken: Iterable[str], proposed: Callable[[], str]) -> Reader:
    """Returns a reader of a slug that is not `taken`; nothing typed means the one that is `proposed`."""
    known = frozenset(taken)

    def read(typed: str) -> Told:
        words = typed.strip()
        if not words:
            slug = proposed()
            return Told(slug, slug) if slug else Told(None, "the short name is missing")
        if not _SLUG.fullmatch(words):
            return Told(None, "a short name has small letters, digits, - and _ only")
        return Told(None, f"{words} is taken") if words in known else Told(words)

    return read


def _matching(every: Sequence[Choice], typed: str, exact: Iterable[str]) -> Sequence[Choice]:
    wanted = fold(typed).strip()
    return () if typed.strip() in exact else [choice for choice in every if wanted in fold(choice.words)]
