"""The parts of a briefing in the order in which they are read from top to bottom, and how a person may name them."""

from __future__ import annotations

from typing import NamedTuple

from briefing.document import grammar
from briefing.document.nearest import nearest


class Part(NamedTuple):
    """One part: its name, its heading, and other names that lead to it."""

    name: str
    title: str
    also: tuple[str, ...] = ()


BRIEF = Part("brief", "Brief", ("title", "as_of", "embargo", "bottom_line", "why", "header"))
ABOUT = Part("about", "About this briefing", ("tags", "owner", "briefing", "conflict", "other"))
NOTES = Part("notes", "Notes")

_BY_SECTION = {s.name: Part(s.name, s.title) for s in grammar.SECTIONS}
_READING_ORDER = (
    "actors", "quotes", "timeline", "questions", "figures", "claims", "relations", "judgements", "next",
)  # fmt: skip

PARTS: tuple[Part, ...] = (
    BRIEF,
    *(_BY_SECTION[name] for name in _READING_ORDER),
    NOTES,
    *(part for name, part in _BY_SECTION.items() if name not in _READING_ORDER),
    ABOUT,
)
"""Every section of the grammar is among them once; one that is not named above comes after the notes."""


class UnknownPartError(LookupError):
    """No part, or more than one, has the name that was given; `message` says which were likely meant."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def find(name: str) -> Part:
    """Returns the part with that name or heading, in any case, or the only one that begins so.

    Raises `UnknownPartError` with a sentence for the person who typed it.
    """
    wanted = _plain(name)
    whole = [part for part in PARTS if wanted in _names(part)]
    if whole:
        return whole[0]
    found = [part for part in PARTS if wanted and any(known.startswith(wanted) for known in _names(part))]
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownPartError(f"'{name}' may be any of these sections: {', '.join(part.name for part in found)}")
    raise UnknownPartError(f"there is no section '{name}'; {_nearest(wanted)}")


def _plain(name: str) -> str:
    return name.strip().casefold().replace(" ", "_").replace("-", "_")


def _names(part: Part) -> tuple[str, ...]:
    return (part.name, _plain(part.title), *part.also)


def _nearest(wanted: str) -> str:
    by_name = {known: part.name for part in PARTS for known in _names(part)}
    near = nearest(wanted, by_name)
    if near:
        return f"did you mean {by_name[near]}?"
    return f"the sections are {', '.join(part.name for part in PARTS)}"
