"""In which order briefings stand in a list, and which of them a reader means by a few words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import inf
from typing import Any

from briefing.library.summary import Summary


def _newest(summary: Summary) -> float:
    upper = summary.as_of.upper if summary.as_of else None
    return -upper if upper is not None else inf


def _due(summary: Summary) -> float:
    upper = summary.due.upper if summary.due else None
    return upper if upper is not None else inf


_BY: dict[str, tuple[str, Callable[[Summary], Any]]] = {
    "as_of": ("as-of date", _newest),
    "title": ("title", lambda summary: ()),
    "open": ("open questions", lambda summary: (-summary.unsettled, _newest(summary))),
    "due": ("what is due next", lambda summary: (_due(summary), _newest(summary))),
}

ORDERS: tuple[str, ...] = tuple(_BY)
"""In the order in which one key goes through them: newest as-of date, title, most open questions, first due."""


def words_for(order: str) -> str:
    """Returns what an order is called: `as-of date`. Raises `KeyError` for one that is not of `ORDERS`."""
    return _BY[order][0]


def ordered(summaries: Iterable[Summary], order: str) -> list[Summary]:
    """Returns the summaries in an order of `ORDERS`; equals by title, then by path, whatever order they came in.

    Those without a date, or with nothing due, stand last.
    """
    key = _BY[order][1]
    return sorted(summaries, key=lambda summary: (key(summary), summary.title.casefold(), summary.path))


def matching(summaries: Iterable[Summary], words: str) -> list[Summary]:
    """Returns the summaries that have every one of the words in the title or the file's name, in any case."""
    wanted = words.casefold().split()
    return [
        summary
        for summary in summaries
        if all(word in f"{summary.title} {summary.path.name}".casefold() for word in wanted)
    ]
