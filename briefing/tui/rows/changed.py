"""What has changed since the reader read it: new items, changed ones with their old words, and what is gone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from briefing.changes.differences import BRIEF, Difference
from briefing.changes.reading import Unread
from briefing.changes.telling import heading, label
from briefing.changes.words import Run
from briefing.export import words
from briefing.model import Item
from briefing.tui.lines import Block, Line, Span, blank, cut, flow
from briefing.tui.rows import Pane, Row, card
from briefing.tui.story import Story

_RUNS = {"same": "text2", "gone": "problem", "come": "new bold"}
"""Words that stayed, went and came. Those that went stand in brackets, so that nothing depends on the colour."""


class Field(NamedTuple):
    """A field of the whole briefing that changed."""

    label: str
    difference: Difference


def changes(unread: Callable[[], Unread | None]) -> Pane:
    """Returns the pane of what the reader has not seen; `unread` gives it as it is at the moment."""
    found: dict[Item | None, Difference] = {}

    def rows(story: Story) -> list[Row]:
        every = _developments(unread())
        found.clear()
        found.update((difference.new or difference.old, difference) for difference in every)
        return _rows(every)

    def draw(story: Story, row: Row, width: int) -> Block:
        return _draw(story, row, found.get(row.value) if isinstance(row.value, Item) else None, width)

    def peek(story: Story, row: Row, width: int) -> Line:
        return cut(draw(story, row, 4 * width)[0], width - 2, story.measure, story.glyphs.more)

    return Pane(
        "", "changes", "Changed since you read it", "Changes", "change", rows, draw, peek, _speak,
        lambda story: "Nothing has changed since you read it.",
    )  # fmt: skip


def _developments(unread: Unread | None) -> tuple[Difference, ...]:
    return unread.compared.developments if unread is not None and unread.compared is not None else ()


def _rows(developments: Iterable[Difference]) -> list[Row]:
    rows: list[Row] = []
    section = ""
    for difference in developments:
        if difference.section != section:
            section = difference.section
            rows.append(Row("group", None, heading(section)))
        if section == BRIEF:
            rows.append(Row("item", Field(words.label(difference.fields[0].name), difference)))
        else:
            rows.append(Row("item", difference.new or difference.old, label(difference)))
    return rows


def _draw(story: Story, row: Row, difference: Difference | None, width: int) -> Block:
    if row.kind == "group":
        return [(Span(story.show(row.label), "text2 bold"),)]
    if isinstance(row.value, Field):
        return _field(story, row.value, width)
    gone = difference is not None and difference.new is None
    block: Block = [(blank(1), Span(row.label, "problem" if gone else "new"))]
    block += card.draw(story, Row("item", row.value, "mixed"), width)
    if difference is not None:
        block += _was(story, difference, width)
    return block


def _was(story: Story, difference: Difference, width: int) -> Block:
    """Draws the old words of an item, those that went and came marked, and the fields that changed."""
    lines: Block = []
    if difference.words:
        lines += _lines(story, [Span("was ", "meta"), *_marked(story, difference.words)], width)
    elif difference.old is not None and difference.new is not None and difference.old.head != difference.new.head:
        lines += _lines(story, [Span("was ", "meta"), Span(story.show(difference.old.head), "text2")], width)
    for change in difference.fields:
        if change.name != "draft":
            name, old = words.label(change.name).lower(), change.old or "nothing"
            lines += _lines(story, [Span(f"{name} was ", "meta"), Span(story.show(old), "text2")], width)
    return lines


def _field(story: Story, field: Field, width: int) -> Block:
    difference = field.difference
    block: Block = [(blank(1), Span(story.show(field.label), "new"))]
    if difference.words:
        return block + _lines(story, _marked(story, difference.words), width)
    change = difference.fields[0]
    was = [Span(story.show(change.old), "text2"), Span(f" {story.glyphs.to} ", "meta")] if change.old else []
    return block + _lines(story, [*was, Span(story.show(change.new or "nothing"), "text")], width)


def _marked(story: Story, runs: tuple[Run, ...]) -> list[Span]:
    spans = []
    for kind, text in runs:
        shown = story.show(text).strip()
        lead, end = " " * text[:1].isspace(), " " * text[-1:].isspace()
        spans.append(Span(f"{lead}[{shown}]{end}" if kind == "gone" else f"{lead}{shown}{end}", _RUNS[kind]))
    return spans


def _lines(story: Story, spans: list[Span], width: int) -> Block:
    return [(blank(4), *line) for line in flow(spans, width - 6, None, story.measure)]


def _speak(story: Story, row: Row) -> str:
    if isinstance(row.value, Item):
        return f"{row.label}, {card.speak(story, row)}"
    return f"{row.value.label} changed"
