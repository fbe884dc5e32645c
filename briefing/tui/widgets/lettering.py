"""A list while letters stand on everything that can be gone to; all else is dimmed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.strip import Strip

from briefing.tui.lines import Span, blank, cut

if TYPE_CHECKING:
    from briefing.tui.widgets.rowlist import RowList

_LETTER = "bg bold@text"


def lettered(rows: RowList, letters: Mapping[int | None, str], y: int) -> Strip:
    """Returns line `y` of a list with its letter; `letters` has them by row, that of the title under None."""
    width = rows.size.width
    if y == 0:
        title = cut(rows.title_line(width)[1:], width - 1, rows.story.measure)
        return rows.inks.lettered(Span(letters.get(None, " "), _LETTER), title, width)
    place = rows.place_at(y)
    if place is None:
        return rows.paint(())
    letter = letters.get(place[0], "") if place[1] == 0 else ""
    mark = Span(letter or " ", _LETTER if letter else "text")
    return rows.inks.lettered(mark, (blank(1), *rows.line_at(*place)), width)
