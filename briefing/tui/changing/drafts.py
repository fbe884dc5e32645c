"""Drafts: accepted or rejected, one by one or all of a pane."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.document.splice import All, Change, RemoveField, RemoveItem
from briefing.model import Actor, Item, Source
from briefing.tui.changing.naming import name_of
from briefing.tui.changing.panels import review
from briefing.tui.lines import Block, Span, flow
from briefing.tui.story import Story
from briefing.tui.widgets.rowlist import RowList

if TYPE_CHECKING:
    from briefing.tui.changing.changer import Changer


def accept(changer: Changer) -> None:
    """Accepts the selected draft."""
    _settle(changer, "a", "accepted")


def reject(changer: Changer) -> None:
    """Removes the selected draft."""
    _settle(changer, "d", "rejected")


def accept_all(changer: Changer) -> None:
    """Accepts all drafts of the pane, after showing them."""
    _settle_all(changer, "A", "accepted")


def reject_all(changer: Changer) -> None:
    """Removes all drafts of the pane, after showing them."""
    _settle_all(changer, "D", "rejected")


def _change(item: Item, done: str) -> Change:
    return RemoveField(item, "draft") if done == "accepted" else RemoveItem(item)


def _settle(changer: Changer, key: str, done: str) -> None:
    item = changer.item
    if item is None or not item.draft:
        changer.say(f"{key} is for drafts; this is not one")
        return
    changer.save(_change(item, done), f"{done} {name_of(changer.story, item)}", then=lambda: next_draft(changer, item))


def _settle_all(changer: Changer, key: str, done: str) -> None:
    pane, items = _drafts(changer)
    if not items:
        changer.say(f"{key} is for a pane with drafts; here are none")
        return
    verb = "Accept" if done == "accepted" else "Reject"
    number = f"{len(items)} draft{'s' if len(items) > 1 else ''}"

    def agreed() -> None:
        changes = tuple(_change(item, done) for item in items)
        changer.save(changes[0] if len(changes) == 1 else All(changes), f"{done} {number} of {pane}")

    story = changer.story

    def lines(width: int) -> Block:
        return [line for item in items for line in flow(_drawn(story, item), width, width - 2, story.measure)]

    review(changer, f"{verb} {number} of {pane}?", lines, agreed, does=verb.lower())


def _drawn(story: Story, item: Item) -> Sequence[Span]:
    head = item.head if isinstance(item, Actor | Source) else story.short_name(item.head)
    words = (Span(story.show(head), "text"), Span("  ", "text"), Span(story.show(item.text), "text2"))
    return (Span(f"{story.glyphs.draft} ", "draft"), *words)


def _drafts(changer: Changer) -> tuple[str, Sequence[Item]]:
    """Returns the name of the pane and the drafts that it shows; a brush that hides leaves the others out."""
    current = changer.current
    if not isinstance(current, RowList):
        return "", ()
    values = (row.value for row in current.window.rows if row.kind == "item")
    return current.pane.title, [value for value in values if isinstance(value, Item) and value.draft]


def next_draft(changer: Changer, settled: Item) -> None:
    """Selects the next draft of the pane, round its end; where there is none, the selection stays."""
    current = changer.current
    if not isinstance(current, RowList) or current.selected is None or changer.item_before is not settled:
        return
    window = current.window
    drafts = [index for index in window.items if getattr(window.rows[index].value, "draft", False)]
    found = next((index for index in drafts if index >= window.cursor), drafts[0] if drafts else None)
    if found is not None:
        current.go(found)
