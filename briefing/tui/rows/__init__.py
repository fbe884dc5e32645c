"""The panes as rows: one module a pane, each turning a story into rows and a row into lines. Pure, no widgets.

A block's lines begin in column 2 of the pane; columns 0 and 1, the cursor and the flag, belong to the list.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from briefing.records import record
from briefing.tui.lines import Block, Line
from briefing.tui.story import Story


@record
class Row:
    """One entry of a list. Only an `item` can be selected; a `group` line sticks to the top while its items scroll;
    a `mark` stands between items. `label` and `first` are for the pane that made the row."""

    kind: Literal["item", "group", "mark"]
    value: Any = None
    label: str = ""
    first: bool = True


@record
class Pane:
    """What a pane is: the key that opens it (`""` for one made for the occasion), its names, and its functions.

    `rows` makes its rows; `draw` gives the lines of one for a width, `peek` one line of it, `speak` it in words.
    """

    sign: str
    id: str
    title: str
    tab: str
    noun: str
    rows: Callable[[Story], list[Row]]
    draw: Callable[[Story, Row, int], Block]
    peek: Callable[[Story, Row, int], Line]
    speak: Callable[[Story, Row], str]
    empty: Callable[[Story], str]
    heads: Callable[[Story, int], Line] | None = None
