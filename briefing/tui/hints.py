"""What the footer says: the keys that are of most use where you are, and the selected item in words."""

from __future__ import annotations

from briefing.model import Actor, Quote
from briefing.tui.panes import PROBLEMS
from briefing.tui.rows import Pane, Row
from briefing.tui.story import Story
from briefing.tui.view import View
from briefing.tui.widgets.bars import Hints

HELP = ("?", "help")
_NOUNS = {"actors": "actor", "quotes": "quote", "timeline": "event", "questions": "question"}


def in_list(story: Story, view: View, pane: Pane, row: Row | None) -> Hints:
    """Returns the hints for a pane."""
    hints: Hints = []
    if row is not None:
        hints.append(("enter", "its item" if pane is PROBLEMS else "source"))
    if view.zoomed:
        hints.append(("esc", "all panes"))
    elif view.in_side and not view.at_start:
        hints.append(("esc", "back"))
    hints.append(("tab", "next pane"))
    if story.problems and pane is not PROBLEMS:
        hints.append(("!", "problems"))
    if not view.zoomed and view.mode != "tabs":
        hints.append(("z", "zoom"))
    if pane.id == "timeline":
        hints.append(("r", "turn round"))
    return [*hints, HELP]


def in_reader(view: View, passages: int, came_from: str) -> Hints:
    """Returns the hints for an open source."""
    short = view.mode == "tabs"
    noun = _NOUNS.get(came_from, "item")
    hints: Hints = [("esc", "back" if short else f"back to the {noun}")]
    if passages > 1:
        hints.append(("p", "next passage"))
    hints.append(("↑ ↓", "scroll"))
    if not view.zoomed and not short:
        hints.append(("z", "zoom"))
    return [*hints, HELP]


def item_head(story: Story, item: object) -> str:
    """Returns the item that a source was opened from, on one line: `Khalifa, why now`."""
    if isinstance(item, Quote):
        return ", ".join(part for part in (story.short_name(item.head), item.topic) if part)
    if isinstance(item, Actor):
        return item.text
    text = getattr(item, "text", "")
    return str(text)
