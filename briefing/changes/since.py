"""Since when: a date or a revision, as somebody typed it, → the text that the briefing had then."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from briefing.changes.history import History
from briefing.dates import Edtf, EdtfError, from_minutes, parse

_LONGEST = 60
"""Characters of words for a date: longer ones take dateparser seconds."""

_SHORT = 10
_LAST_YEAR = 9999


class Earlier(NamedTuple):
    """The bytes that a briefing had, the commit, and when that was made, if it was found by its date."""

    data: bytes
    commit: str
    when: datetime | None = None

    @property
    def label(self) -> str:
        """What it is called: `revision 1b004cd954 of 2024-11-30 14:20`."""
        made = f" of {self.when:%Y-%m-%d %H:%M}" if self.when else ""
        return f"revision {self.commit[:_SHORT]}{made}"


class UnknownTimeError(Exception):
    """It is neither a date nor a revision; the sentence says what may be typed."""


def earlier(path: Path, since: str, now: datetime, environment: Mapping[str, str]) -> Earlier:
    """Returns the briefing at `path` as it was committed last when `since` began, or in the revision of that name.

    A date in EDTF is a date; anything else is a revision when git knows it, and else words for a date that count from
    `now` (which has the reader's zone). What begins with a day begins at its midnight, so the changes of that day are
    changes since. Raises `NoHistoryError`, and `UnknownTimeError` for what is neither.
    """
    history = History(path, environment)
    moment = _moment(since, now)
    if moment is None:
        commit = history.named(since)
        if commit is not None:
            return Earlier(history.text_at(commit), commit)
        moment = _in_words(since, now)
    if moment is None:
        raise UnknownTimeError(f"'{since}' is neither a date nor a revision that git knows")
    found = history.at(int(moment.timestamp()))
    return Earlier(history.text_of(found), found.commit, datetime.fromtimestamp(found.when, now.tzinfo))


def _moment(text: str, now: datetime) -> datetime | None:
    try:
        return _begin(parse(text), now)
    except EdtfError:
        return None


def _begin(date: Edtf, now: datetime) -> datetime | None:
    """Returns when a date begins, in the zone of `now` where it has none; None where it has no beginning."""
    if date.lower is None:
        return None
    year, month, day, hour, minute = from_minutes(date.lower)
    if not 1 < year < _LAST_YEAR:
        return None
    zoned = date.fields is not None and bool(date.fields.zone)
    return datetime(year, month, day, hour, minute, tzinfo=UTC if zoned else now.tzinfo)


def _in_words(text: str, now: datetime) -> datetime | None:
    from briefing.dates.typed import as_typed

    try:
        return _begin(as_typed(text, now.date()), now)
    except EdtfError:
        return _guessed(text, now) if len(text) <= _LONGEST else None


def _guessed(text: str, now: datetime) -> datetime | None:
    from dateparser.date import DateDataParser  # costs several times what the rest of the program does

    base = now.replace(tzinfo=None)
    settings = {"STRICT_PARSING": True, "RELATIVE_BASE": base, "RETURN_AS_TIMEZONE_AWARE": False}
    guess = DateDataParser(languages=["en"], settings=settings).get_date_data(text).date_obj
    if not isinstance(guess, datetime) or not 1 < guess.year < _LAST_YEAR:
        return None
    return guess if guess.tzinfo else guess.replace(tzinfo=now.tzinfo)
