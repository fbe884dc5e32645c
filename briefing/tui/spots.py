"""The place in the file that an editor is opened at: of an item, a problem, a section."""

from __future__ import annotations

from briefing.document.grammar import SECTIONS
from briefing.document.load import Loaded
from briefing.model import Item, LineMap
from briefing.problems import Problem
from briefing.tui.editors import Spot
from briefing.tui.rows.brief import Entry
from briefing.tui.rows.periods import Period

_SECTION_OF = {section.item: section.name for section in SECTIONS}
_NAMES = frozenset(section.name for section in SECTIONS)


def at(loaded: Loaded, offset: int) -> Spot:
    """Returns the spot of an offset into the text of a file."""
    lines = loaded.briefing.lines
    line = lines.position(offset).line
    return Spot(line, loaded.text[lines.start(line) : offset])


def of_problem(text: str, problem: Problem) -> Spot:
    """Returns the spot of a problem in a text. Where there is no such place its line and column as they are."""
    line, column = problem.where
    lines = LineMap(text)
    start = lines.start(line)
    before = text[start : start + column - 1]
    if lines.position(start).line != line or len(before) != column - 1 or "\n" in before:
        return Spot(line, " " * (column - 1))
    return Spot(line, before)


def of_value(loaded: Loaded, value: object, pane: str) -> Spot:
    """Returns the spot of what is selected in a pane: of the item, the problem, the newest event of a period, the
    field; of the section where nothing is selected."""
    if isinstance(value, Problem):
        return of_problem(loaded.text, value)
    if isinstance(value, (Item, Entry, Period)):
        return at(loaded, value.offset)
    return of_section(loaded, value, pane)


def of_section(loaded: Loaded, value: object, pane: str) -> Spot:
    """Returns the spot of the name of the section that `value` stands in, or that the pane shows: the end of the file
    where there is none yet, the top of it for a pane that shows no section."""
    name = _SECTION_OF[type(value)] if isinstance(value, Item) else pane
    if name not in _NAMES:
        return at(loaded, loaded.briefing.marks.get("title", (0,))[0])
    marks = loaded.briefing.marks.get(name)
    return at(loaded, marks[0] if marks else len(loaded.text))
