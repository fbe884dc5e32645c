"""What the footer says: the keys that are of most use where you are, and the selected item in words."""

from __future__ import annotations

from briefing.model import Actor, Quote
from briefing.tui.panes import PROBLEMS
from briefing.tui.rows import Pane, Row
from briefing.tui.story import Story
from briefing.tui.view import View
from briefing.tui.widgets.bars import Hints

HELP = ("help", "help")
_NOUNS = {"actors": "actor", "quotes": "quote", "timeline": "event", "questions": "question"}


def in_list(story: Story, view: View, pane: Pane, row: Row | None, *, found: bool) -> Hints:
    """Returns the hints for a pane, as command and words; `found` while hits of a search are lit."""
    hints: Hints = []
    out = ("back", "clears the search") if found else _way_out(view)
    if row is not None and getattr(row.value, "draft", False) and not found:
        hints += [("accept", "accept"), ("reject", "reject")]
    if row is not None and not (view.marks and not view.in_side):
        hints.append(("open", "its item" if pane is PROBLEMS else "source"))
    if story.news and not found and not (view.marks and not view.in_side):
        hints.append(("change.next", "next change"))
    if found:
        hints += [("search.next", "next"), ("search.previous", "previous")]
    elif view.marks and not view.in_side and not view.zoomed:
        hints += [("focus.add", "add to focus"), ("focus.hide", "show the rest" if view.hiding else "hide the rest")]
    if out:
        hints.append(out)
    if not found and not view.marks:
        hints += _by_pane(story, pane, row)
    if view.mode == "stack" and not view.zoomed:
        hints.append(("zoom", "zoom"))
    return [*hints, HELP]


def _way_out(view: View) -> tuple[str, str] | None:
    if view.zoomed:
        return ("back", "all panes")
    if view.in_side and not view.at_start:
        return ("back", "back")
    return ("back", "clears the last") if view.marks else None


def _by_pane(story: Story, pane: Pane, row: Row | None) -> Hints:
    """Returns what is of most use in a pane."""
    if pane is PROBLEMS and row is not None:
        return [("edit", f"edit line {row.value.where.line}"), ("search", "search")]
    if story.problems and pane is not PROBLEMS:
        return [("problems", "problems"), ("search", "search")]
    if row is not None and isinstance(row.value, Actor):
        return [("focus.add", f"focus on {story.short_name(row.value.head)}"), ("search", "search")]
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
