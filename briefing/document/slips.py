"""Lines a little too far left or right: which of them begin something of their own.

YAML takes none of these lines as they stand, so nothing is lost by asking what was meant: a name that belongs one or
two columns away is far likelier than a text that goes on with a name and a colon.
"""

from __future__ import annotations

from briefing.document.grammar import BY_NAME, PRIVATE_PREFIX, TOP_BY_NAME, Head, Section
from briefing.document.heads import may_be_head
from briefing.document.nearest import nearest
from briefing.document.placing import DASH, Line
from briefing.document.values import is_slug

REACH = 2
"""Columns by which a line may miss its place: one slip of a finger, or one step of the usual indentation."""
_MOST = 500
"""Names of one file that are compared with the known ones; a file with more of them has other troubles."""
_SHORTEST = 4
"""Letters of a name that may be a misspelt one; what is shorter is near to anything."""
_CLOSED = (Head.DATE, Head.DUE, Head.STATUS, Head.LIKELIHOOD, Head.PAIR)
"""Heads that are told from any other word by their look."""


def is_entry(section: Section, name: str, column: int, entries: int, fields: int) -> bool:
    """True when `name` in `column` begins an entry of a map whose entries stand in column `entries`.

    `fields` is the column of the fields of the entry above, -1 when it is one string.
    """
    near = 0 < column - entries <= REACH and (fields < 0 or column < fields)
    return near and is_slug(name) and section.field(name) is None and not name.startswith(PRIVATE_PREFIX)


def is_top(section: Section | None, name: str, column: int, top: int, items: int) -> bool:
    """True when `name` in `column` belongs to the top level, which stands in column `top`.

    `items` is the column of the items or entries of `section`; without a section a text of the top level goes on.
    """
    if not 0 < column - top <= REACH or (name not in BY_NAME and name not in TOP_BY_NAME):
        return False
    if section is None:
        return True
    return (column < items or (column == items and section.shape == "list")) and section.field(name) is None


def is_section(line: Line, following: Line | None) -> bool:
    """True when the name of a section on `line`, with nothing behind it, is no slug among others: fields would stand
    deeper on the line `following`, and without a dash."""
    return following is None or following.column <= line.column or DASH.match(following.rest) is not None


def at_margin(text: str) -> bool:
    """True when a name of the top level stands at the very beginning of a line below the first."""
    return any(f"\n{name}:" in text or f"\r{name}:" in text for name in (*TOP_BY_NAME, *BY_NAME))


def lacks_dash(section: Section, name: str, column: int, items: int, top: int, like_field: bool = False) -> bool:
    """True when `name`, which stands where the dashes of the items do, is a head without its dash.

    Where any word may be a head, one that is `like_field` is none, and neither is one at the margin.
    """
    if column != items or not may_be_head(section, name):
        return False
    return section.head in _CLOSED or (items > top and not like_field)


class Names:
    """The names of fields that are nearly right, remembered for one file."""

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], bool] = {}

    def is_field(self, section: Section | None, name: str) -> bool:
        """True when `name` is a field of `section` (None: of the top level), another word for one, or a slip for
        either; and for one of the user's own."""
        if name.startswith(PRIVATE_PREFIX):
            return True
        if len(name) < _SHORTEST or len(self._known) >= _MOST:
            return False
        key = (section.name if section else "", name)
        if key not in self._known:
            from briefing.document.other_words import known_words

            known = known_words(section)
            self._known[key] = name in known or nearest(name, known) != ""
        return self._known[key]
