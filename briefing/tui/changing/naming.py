"""What a changed item is called in a sentence: `the quote of Khalifa`, `the event of 27 Nov 2024`."""

from __future__ import annotations

from briefing import dates
from briefing.document.grammar import BY_NAME
from briefing.document.splice import AddItem
from briefing.model import Actor, Claim, Event, Figure, Item, Quote, Side, Source
from briefing.text import shorten
from briefing.tui.panes import noun_of
from briefing.tui.story import Story

_SHOWN = 30
"""Cells of a text that name an item."""


def name_of(story: Story, item: Item) -> str:
    """Returns what an item is called."""
    match item:
        case Actor() | Side():
            return shorten(story.show(item.text), _SHOWN)
        case Source():
            return f"the source {item.head}"
        case Quote() | Claim():
            return f"the {noun_of(item)} of {shorten(story.short_name(item.head), _SHOWN)}"
        case Event():
            return f"the event of {dates.words(item.date, short=True)}"
        case Figure():
            return f"the figure {shorten(story.show(item.head), _SHOWN)}"
        case _:
            return f"the {noun_of(item)} “{shorten(story.show(item.text), _SHOWN)}”"


def name_of_new(story: Story, added: AddItem) -> str:
    """Returns what an item that is to be added is called."""
    noun = BY_NAME[added.section].noun
    article = "an" if noun[0] in "aeiou" else "a"
    match added.section:
        case "actors" | "sides":
            return shorten(story.show(added.text), _SHOWN)
        case "sources":
            return f"the source {added.head}"
        case "quotes" | "claims":
            return f"{article} {noun} of {shorten(story.short_name(added.head), _SHOWN)}"
        case "timeline":
            return f"{article} {noun} of {dates.words(dates.parse(added.head), short=True)}"
        case _:
            return f"{article} {noun}"
