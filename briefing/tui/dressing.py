"""A line of a row with its cursor and flag, on its ground, as the selection, a brush and a search want it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from briefing.tui.lens import Lens, light, raise_words
from briefing.tui.lines import Line, Span
from briefing.tui.rows import Row
from briefing.tui.story import Story

Selection = Literal["", "focused", "behind", "idle"]
"""Whether a row is not selected; selected in the pane that has the focus, in one behind an open source, elsewhere."""

_NOTHING = Span(" ", "text")


class Dressed(NamedTuple):
    """A whole line, the token of its ground, and whether it is drawn dimmed."""

    line: Line
    ground: str = "bg"
    dimmed: bool = False


def dress(
    story: Story,
    row: Row,
    line: Line,
    *,
    first: bool,
    selection: Selection,
    kept: bool | None,
    lens: Lens,
    names: bool,
    flashing: frozenset[int] = frozenset(),
) -> Dressed:
    """Puts cursor and flag before a line of `row`, the `first` one or a further one.

    `kept` says whether a brush keeps the row, None where there is no brush that dims; `names` that what it keeps
    begins with a name. `flashing` are the offsets of what has just changed.
    """
    glyphs = story.glyphs
    ground, mark = {
        "": ("bg", _NOTHING),
        "focused": ("select", Span(glyphs.cursor, "focus")),
        "behind": ("quiet", Span(glyphs.cursor, "focus")),
        "idle": ("bg", Span(glyphs.unfocused, "meta")),
    }[selection]
    flag = _flag(story, row, first=first)
    if kept:
        line = raise_words(line, names=names)
        if flag is _NOTHING and row.kind == "item":
            flag = Span(glyphs.concerned, "focus")
    elif kept is False:
        if ground == "bg":
            return Dressed((mark, flag, *line), dimmed=True)
        line = tuple(Span(text, "meta") for text, _ in line)
    offset = getattr(row.value, "offset", None)
    if ground == "bg" and offset in flashing:
        ground = "quiet"
    if lens.words and offset in lens.hits:
        line = light(line, lens.words, "bg@hit" if offset == lens.current else "hit bold underline")
    return Dressed((mark, flag, *line), ground)


def _flag(story: Story, row: Row, *, first: bool) -> Span:
    """Returns the one flag of an item: problem before draft before changed before new."""
    if row.kind != "item":
        return _NOTHING
    offset = getattr(row.value, "offset", -1)
    problem = story.flags.get(offset)
    if problem is not None and first:
        return Span(story.glyphs.problem, "problem" if problem.severity == "error" else "open")
    if getattr(row.value, "draft", False):
        return Span(story.glyphs.draft, "draft")
    news = story.news.get(offset) if first else None
    if news is None:
        return _NOTHING
    return Span(story.glyphs.changed if news == "changed" else story.glyphs.new, "new")
