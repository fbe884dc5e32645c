"""What may have become of an item, in the words of an editor."""

from __future__ import annotations

from enum import Enum


class Kind(Enum):
    """One thing that happened to an item or to a field of the whole briefing; in the order in which they are told."""

    ADDED = "added"
    REMOVED = "removed"
    ACCEPTED = "accepted"
    RETRACTED = "retracted"
    ANSWERED = "answered"
    SUPERSEDED = "superseded"
    STATUS = "status"
    DATED = "dated anew"
    ATTRIBUTED = "attributed"
    REWORDED = "reworded"
    RENAMED = "renamed"
    CHANGED = "changed"
    MOVED = "moved"

    @property
    def help(self) -> str:
        """What it means, in one line."""
        return _HELP[self]


_HELP = {
    Kind.ADDED: "it was not there",
    Kind.REMOVED: "it is no longer there",
    Kind.ACCEPTED: "it is no longer a draft",
    Kind.RETRACTED: "a source was withdrawn, or an event or a claim is denied now",
    Kind.ANSWERED: "a question has its answer",
    Kind.SUPERSEDED: "a figure has a new value",
    Kind.STATUS: "a question, an event, a claim or a judgement has another status",
    Kind.DATED: "an event or a step has another date",
    Kind.ATTRIBUTED: "a quote or a claim has another speaker, a relation other ends",
    Kind.REWORDED: "it says so in other words",
    Kind.RENAMED: "it has another slug; what names it was changed with it",
    Kind.CHANGED: "another field of it changed",
    Kind.MOVED: "it stands at another place among the items that stayed",
}

RANK = {kind: rank for rank, kind in enumerate(Kind)}
"""0 for what is told first."""
