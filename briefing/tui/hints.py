"""What the footer says: the keys that are of most use where you are, and the selected item in words."""

from __future__ import annotations

from briefing.model import Actor, Item, Quote
from briefing.tui.concern import mark_of
from briefing.tui.panes import PROBLEMS
from briefing.tui.rows import Pane, Row
from briefing.tui.story import Story
from briefing.tui.view import FURTHER_IDS, MAIN_IDS, View
from briefing.tui.widgets.bars import Hints

HELP = ("help", "help")
_MOST = 3
"""Hints beside help and zoom: more of them would take the room of the item in words."""
_NOUNS = {"actors": "actor", "quotes": "quote", "timeline": "event", "questions": "question"}


def in_list(
    story: Story, view: View, pane: Pane, row: Row | None, *, found: bool = False, broken: bool = False
) -> Hints:
    """Returns the hints for a pane, as command and words, the most useful first; `found` while hits of a search are
    lit, `broken` while the file can't be read."""
    if row is None and not found and not view.marks and pane.id in (*MAIN_IDS, *FURTHER_IDS):
        hints: Hints = [("add", "add"), ("edit", "edit"), ("pane.next", "next pane")]
    elif found:
        hints = [("search.next", "next"), ("search.previous", "previous"), ("back", "clears the search"), *_open(row)]
    else:
        hints = _in_pane(story, view, pane, row, broken=broken)
    hints = hints[:_MOST]
    if view.mode == "stack" and not view.zoomed:
        hints.append(("zoom", "zoom"))
    return [*hints, HELP]


def _in_pane(story: Story, view: View, pane: Pane, row: Row | None, *, broken: bool) -> Hints:
    out = _way_out(view)
    if pane is PROBLEMS:
        to_item = [] if broken or row is None else [("open", "its item")]
        line = [("edit", f"edit line {row.value.where.line}")] if row is not None else []
        return [*to_item, *line, *out, ("search", "search")]
    hints: Hints = []
    if row is not None and getattr(row.value, "draft", False):
        hints += [("accept", "accept"), ("reject", "reject")]
    elif story.news:
        hints += [("change.next", "next change")]
    if view.marks and not view.in_side:
        if not view.zoomed:
            on = row is not None and isinstance(row.value, Item) and mark_of(row.value) in view.marks
            hints += [("focus.add", "end this focus" if on else "add to focus")]
            hints += [("focus.hide", "show the rest" if view.hiding else "hide the rest")]
        return [*hints, *out]
    draft = bool(hints) and hints[0][0] == "accept"
    first = [*hints, *_open(row)] if draft else [*_open(row), *hints]
    return [*first, *out, *_by_pane(story, view, pane, row)]


def _open(row: Row | None) -> Hints:
    return [("open", "source")] if row is not None else []


def _way_out(view: View) -> Hints:
    if view.zoomed:
        return [("back", "all panes")]
    if view.in_side and not view.at_start:
        return [("back", "back")]
    return [("back", "clears the last")] if view.marks else []


def _by_pane(story: Story, view: View, pane: Pane, row: Row | None) -> Hints:
    """Returns what is of most use in a pane."""
    if story.problems:
        return [("problems", "problems"), ("search", "search")]
    if row is not None and isinstance(row.value, Actor):
        whom = f"focus on {story.short_name(row.value.head)}" if view.mode == "wide" else "focus"
        return [("focus.add", whom), ("search", "search")]
    if pane.id == "timeline":
        return [("timeline.date", "jump to a date"), ("timeline.further", "zoom out"), ("search", "search")]
    if pane.id == "questions" and row is not None:
        return [("question.status", "answer …"), ("edit", "edit"), ("search", "search")]
    if pane.id in ("quotes", "claims"):
        return [("copy", "copy with citation"), ("search", "search")]
    return [("pane.next", "next pane"), ("search", "search")]


def in_reader(view: View, passages: int, came_from: str) -> Hints:
    """Returns the hints for an open source."""
    short = view.mode == "tabs"
    noun = _NOUNS.get(came_from, "item")
    hints: Hints = [("back", "back" if short else f"back to the {noun}")]
    if passages > 1:
        hints.append(("passage.next", "next passage"))
    hints += [("copy", "copy" if short else "copy the passage"), ("rests", "what rests here")]
    return [*hints, HELP]


def item_head(story: Story, item: object) -> str:
    """Returns the item that a source was opened from, on one line: `Khalifa, why now`."""
    if isinstance(item, Quote):
        return ", ".join(part for part in (story.short_name(item.head), item.topic) if part)
    if isinstance(item, Actor):
        return item.text
    text = getattr(item, "text", "")
    return str(text)
