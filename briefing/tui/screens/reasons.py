"""Why a key does nothing where one is: what the overlay of keys says of those that are greyed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from briefing.model import Actor, Item, Question, Quote
from briefing.tui.concern import mark_of
from briefing.tui.rows.periods import SCALES
from briefing.tui.view import FURTHER_IDS, READER
from briefing.tui.widgets.rowlist import RowList

if TYPE_CHECKING:
    from briefing.tui.screens.dashboard import Dashboard

Why = Callable[["Dashboard"], str]
"""Returns in a few words why a command would do nothing now; nothing when it would do something."""


def reasons(dashboard: Dashboard) -> dict[str, str]:
    """Returns why commands that apply where the focus is would do nothing now, by their ids."""
    found = {name: why(dashboard) for name, why in _WHY.items()}
    return {name: why for name, why in found.items() if why}


def _item(dashboard: Dashboard) -> Item | None:
    current = dashboard.current
    value = current.selected and current.selected.value if isinstance(current, RowList) else current.item
    return value if isinstance(value, Item) else None


def _passages(dashboard: Dashboard) -> str:
    current = dashboard.current
    return "the only passage" if not isinstance(current, RowList) and len(current.passages) < 2 else ""


def _card(dashboard: Dashboard) -> str:
    item = _item(dashboard)
    return "" if item is not None and item.head in dashboard.story.briefing.actors else "no actor here"


def _focus(dashboard: Dashboard) -> str:
    there = dashboard.view.focus == READER or mark_of(_item(dashboard)) is not None
    return "" if there else "nothing to focus on"


def _topic(dashboard: Dashboard) -> str:
    item = _item(dashboard)
    return "" if isinstance(item, Quote) and item.topic else "no quote with a topic"


def _source(dashboard: Dashboard) -> str:
    item = _item(dashboard)
    return "" if item is not None and item.src else "no source"


def _hits(dashboard: Dashboard) -> str:
    if dashboard.found:
        return ""
    return "no search" if dashboard.asked is None else "nothing matches"


def _hide(dashboard: Dashboard) -> str:
    view = dashboard.view
    if view.focus in dashboard.lists:
        return "the last of the four" if len(view.main_shown) == 1 else ""
    return "" if view.focus in FURTHER_IDS else "not one of panes 1 to 9"


def _back(dashboard: Dashboard) -> str:
    anything = dashboard.asked is not None or not dashboard.view.at_start or dashboard.shelf is not None
    return "" if anything else "this is the start"


def _selected(dashboard: Dashboard) -> str:
    current = dashboard.current
    return "nothing is selected" if isinstance(current, RowList) and current.selected is None else ""


def _at_scale(end: int, words: str) -> Why:
    return lambda dashboard: words if dashboard.manner.scale == SCALES[end] else ""


def _shelf(dashboard: Dashboard) -> str:
    return "the only one" if dashboard.shelf is None else ""


def _draft(dashboard: Dashboard) -> str:
    item = _item(dashboard)
    return "" if item is not None and item.draft else "not a draft"


def _drafts(dashboard: Dashboard) -> str:
    current = dashboard.current
    rows = current.window.rows if isinstance(current, RowList) else ()
    return "" if any(getattr(row.value, "draft", False) for row in rows) else "no drafts here"


def _only_on(kind: type[Item], words: str) -> Why:
    return lambda dashboard: "" if isinstance(_item(dashboard), kind) else words


_WHY: Mapping[str, Why] = {
    "accept": _draft,
    "accept.all": _drafts,
    "reject": _draft,
    "reject.all": _drafts,
    "question.status": _only_on(Question, "not a question"),
    "quote.star": _only_on(Quote, "not a quote"),
    "actor.side": _only_on(Actor, "not an actor"),
    "merge": _only_on(Actor, "not an actor"),
    "field": _selected,
    "open": _selected,
    "back": _back,
    "passage.next": _passages,
    "passage.previous": _passages,
    "card": _card,
    "focus.add": _focus,
    "focus.topic": _topic,
    "focus.source": _source,
    "focus.hide": lambda dashboard: "" if dashboard.view.marks else "no focus",
    "change.next": lambda dashboard: "" if dashboard.story.news else "nothing new",
    "change.previous": lambda dashboard: "" if dashboard.story.news else "nothing new",
    "changes": lambda dashboard: "" if dashboard.unread else "nothing changed",
    "search.next": _hits,
    "search.previous": _hits,
    "history.back": lambda dashboard: "" if dashboard.behind else "nowhere yet",
    "history.forward": lambda dashboard: "" if dashboard.ahead else "not gone back",
    "timeline.nearer": _at_scale(0, "nothing nearer than days"),
    "timeline.further": _at_scale(-1, "nothing further than years"),
    "copy": _selected,
    "copy.words": _selected,
    "briefing.next": _shelf,
    "briefing.previous": _shelf,
    "hide": _hide,
}
