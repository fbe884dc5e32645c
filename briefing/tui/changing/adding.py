"""Adding a fact or a source from the dashboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.document.grammar import BY_NAME
from briefing.document.splice import All
from briefing.model import Source
from briefing.tui.changing.facts import Fact, fact, source
from briefing.tui.changing.naming import name_of_new
from briefing.tui.changing.newcomers import newcomer
from briefing.tui.changing.panels import fill
from briefing.tui.panes import PANES
from briefing.tui.widgets.rowlist import RowList

if TYPE_CHECKING:
    from briefing.tui.changing.changer import Changer


def add(changer: Changer) -> None:
    """Asks for a fact and adds it to the pane; with a source open, one that rests on the paragraph on the screen."""
    section = _section(changer)
    if section == "sources":
        add_source(changer)
    elif not section:
        changer.say("i adds to a list: 1 to 9 lead to one, I adds a source")
    else:
        _ask(changer, "i", section, fact(section, changer.setting()))


def add_source(changer: Changer) -> None:
    """Asks for a source and adds it."""
    _ask(changer, "I", "sources", source(changer.setting()))


def _section(changer: Changer) -> str:
    """Returns the section that the pane shows; behind an open source, the one that it was opened from."""
    current, view = changer.current, changer.board.view
    if isinstance(current, RowList):
        pane = current.pane.id
    else:
        pane = next((side for side in reversed(view.sides) if side in PANES), view.main)
        # Of what a source says it is quotes and events that are taken; who is who and what it is come along with them.
        pane = {"actors": "quotes", "brief": "timeline"}.get(pane, pane)
    if pane == "brief":
        return "sources" if isinstance(changer.item, Source) else ""
    return pane if pane in BY_NAME else ""


def _ask(changer: Changer, again: str, section: str, asked: Fact) -> None:
    key = f"add {section}"

    def done(values: dict[str, str]) -> None:
        actor = newcomer(values.get("head", ""), changer.story.briefing.actors)
        added = asked.change(values if actor is None else {**values, "head": actor.head})
        if section == "sources":
            changer.usual = added.head
        changer.cited(values.get("src", ""))
        if actor is None:
            changer.save(added, f"added {name_of_new(changer.story, added)}", key=key)
        else:
            words = f"added {actor.text} with a {BY_NAME[section].noun}"
            changer.save(All((actor, added)), words, key=key)

    fill(changer, key, again, asked.form, done)
