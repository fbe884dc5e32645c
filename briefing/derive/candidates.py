"""What the parts of `derive` find: candidates, each with its passage and the reason why it was proposed.

Named tuples, not dataclasses: making ten dataclasses costs a tenth of the whole start of the command.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from briefing.derive.layers import Kind, Mention


class Reason(NamedTuple):
    """Why something was proposed: the name of the rule, the words that triggered it, and how sure it is from 0 to 1."""

    rule: str
    cue: str = ""
    score: float = 1.0

    def __str__(self) -> str:
        return f"{self.rule}: {self.cue}" if self.cue else self.rule


class Actor(NamedTuple):
    """Somebody or something that acts. `aka` are further forms of the name as printed, `mentions` all its places."""

    slug: str
    name: str
    kind: Kind
    role: str
    aka: tuple[str, ...]
    mentions: tuple[Mention, ...]
    paragraph: int
    reason: Reason
    main: bool = True


class Cast(NamedTuple):
    """The actors of an article by slug, in order of appearance, and who each mention stands for.

    `by_start` leads from the offset of a mention to the slug of its actor; a mention that is nobody's is missing.
    """

    actors: Mapping[str, Actor]
    by_start: Mapping[int, str]

    def slug_at(self, start: int) -> str:
        """Returns the slug of the actor whose mention begins at the offset `start`, or an empty string."""
        return self.by_start.get(start, "")


class Speaker(NamedTuple):
    """Who said something: the slug of an actor, or empty; the words that name the speaker and where they stand."""

    slug: str
    words: str
    start: int
    end: int

    @property
    def head(self) -> str:
        """What stands as the head of a quote or a claim: the slug, or the words for a speaker without a name.

        One word alone would be read as a slug and gets a second.
        """
        return self.slug or (self.words if " " in self.words else f"{self.words} (unnamed)")


class Quotation(NamedTuple):
    """Words said: characters `[start, end)` of the text, verbatim. `speaker` is None for a scare quote."""

    start: int
    end: int
    text: str
    paragraph: int
    speaker: Speaker | None
    reason: Reason

    @property
    def doubtful(self) -> bool:
        """True when a person should look at the speaker twice."""
        return self.reason.score < DOUBT


class Event(NamedTuple):
    """Something that the text places in time: the clause `[start, end)`, its EDTF date and the words that date it."""

    start: int
    end: int
    text: str
    paragraph: int
    edtf: str
    lower: dt.date | None
    upper: dt.date | None
    dated_by: str
    who: tuple[str, ...]
    reason: Reason


class Figure(NamedTuple):
    """A number and what it counts. `value` is in the form of the file (`311+`), `per` the head of who says so."""

    start: int
    end: int
    text: str
    paragraph: int
    measure: str
    value: str
    per: str
    as_of: str
    reason: Reason


class Question(NamedTuple):
    """What the article leaves open: the passage `[start, end)` and the question in words."""

    start: int
    end: int
    text: str
    paragraph: int
    reason: Reason


class Claim(NamedTuple):
    """What somebody asserts without being quoted: the passage `[start, end)`, the speaker and the words."""

    start: int
    end: int
    text: str
    paragraph: int
    speaker: Speaker
    reason: Reason


DOUBT = 0.5
"""Below this score an item carries a note that asks for a second look."""
