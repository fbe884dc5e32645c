"""Somebody who is quoted and is not among the actors yet: added with the first quote or claim, as one change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.derive import slugs
from briefing.derive.layers import Kind
from briefing.document.splice import AddItem
from briefing.model import Actor
from briefing.tui.changing import reading
from briefing.tui.changing.form import Choice, Told

_SIGN = "+"
"""What stands before a name that is to be added; no name begins with it."""
_LEAST = 3
"""Characters from which on a name is offered as a new one."""


def reader(actors: Mapping[str, Actor], missing: str) -> reading.Reader:
    """Returns a reader of who speaks, which knows `+ Jane Doe` for somebody who is to be added."""
    known = reading.speaker(actors, missing)

    def read(typed: str) -> Told:
        if not typed.startswith(_SIGN):
            return known(typed)
        name = " ".join(typed.removeprefix(_SIGN).split())
        if not name:
            return Told(None, "the name is missing")
        return Told(f"{_SIGN} {name}", f"{name} is added to the actors as {_slug(name, actors)}")

    return read


def choices(actors: Mapping[str, Actor], first: Sequence[str]) -> reading.Chooser:
    """Returns the choices of actors, and where none has what is typed, the one of adding somebody of that name."""
    known = reading.actor_choices(actors, first)

    def offered(typed: str) -> Sequence[Choice]:
        name = " ".join(typed.split())
        found = known(typed)
        if found or name in actors or len(name) < _LEAST or name.startswith(_SIGN):
            return found
        return [Choice(f"{_SIGN} {name}", f"{_SIGN} {name}", "a new actor")]

    return offered


def newcomer(head: str, actors: Mapping[str, Actor]) -> AddItem | None:
    """Returns what adds the actor that `head`, as `reader` read it, wants added; None for anybody else."""
    if not head.startswith(_SIGN):
        return None
    name = head.removeprefix(_SIGN).strip()
    return AddItem("actors", _slug(name, actors), name)


def _slug(name: str, actors: Mapping[str, Actor]) -> str:
    return slugs.slug(name, Kind.PERSON if len(name.split()) == 2 else Kind.OTHER, actors)
