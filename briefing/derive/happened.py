"""Dates that lean on an event that the text has dated: `prior to the attack`, `before the vote`."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.derive import calendar
from briefing.derive.calendar import Stretch
from briefing.derive.layers import Token
from briefing.derive.years import Reading

_SHORTEST = 4
_LONGEST = 60


class Happened:
    """What has happened on which day, as far as the text has been read: the nouns of sentences with a date of a day."""

    def __init__(self) -> None:
        self._days: dict[str, Stretch] = {}

    def remember(self, tokens: Sequence[Token], first: int, last: int, day: Stretch) -> None:
        """Remembers the day of the sentence in tokens `[first, last)`; a word keeps the first day that it is given."""
        for token in tokens[first : min(last, first + _LONGEST)]:
            if len(token.text) >= _SHORTEST and token.text.islower():
                self._days.setdefault(token.lower, day)

    def read(self, tokens: Sequence[Token], at: int, end: int) -> Reading | None:
        """Returns the time up to a remembered event that begins with token `at`; None for anything else."""
        after = at + 1 + (tokens[at].lower in ("prior", "ahead"))
        if after + 1 >= end or tokens[after].lower != "the" or tokens[after - 1].lower not in ("before", "to", "of"):
            return None
        day = self._days.get(tokens[after + 1].lower)
        plain = (
            after + 2 >= end or not tokens[after + 2].text.islower() or tokens[after + 2].lower in ("and", "but", "in")
        )
        return Reading(at, after + 2, calendar.until(day), "up to an event of the text") if day and plain else None
