"""Actors by side: name, role, and how many quotes and events they have."""

from __future__ import annotations

from briefing.model import Actor
from briefing.tui.lines import Block, Line, Span, blank, cut, flow, spread, width_of
from briefing.tui.rows import Row
from briefing.tui.story import Story, side_ink

_COLUMNS_FROM = 62
_COUNTS_FROM = 40
_NAME_LIMIT = 24


def rows(story: Story) -> list[Row]:
    """Groups the actors under their sides in file order; those without a side come last."""
    members: dict[str, list[Actor]] = {slug: [] for slug in story.briefing.sides}
    for actor in story.briefing.actors.values():
        members.setdefault(actor.side, []).append(actor)
    loose = members.pop("", [])
    found: list[Row] = []
    for slug, actors in members.items():
        if actors:
            side = story.briefing.sides.get(slug)
            found.append(Row("group", slug, side.text if side else slug))
            found.extend(Row("item", actor) for actor in actors)
    if loose:
        if found:
            found.append(Row("group", None, "no side"))
        found.extend(Row("item", actor) for actor in loose)
    return found


def heads(story: Story, width: int) -> Line:
    """Returns the heads of the two columns of counts."""
    return (Span("said  did", "meta"),) if width >= _COUNTS_FROM else ()


def draw(story: Story, row: Row, width: int) -> Block:
    """Draws a side's line or an actor."""
    if row.kind == "group":
        return [_group(story, row, width)]
    actor = row.value
    room = width - 4 - (9 if width >= _COUNTS_FROM else 0)
    name = Span(story.show(actor.text), "text")
    role = story.show(actor.role)
    spans = [*_draft(actor), name]
    if role:
        gap = 2
        if width >= _COLUMNS_FROM:
            gap = max(2, _role_column(story) - story.measure(name.text))
        spans += [Span(" " * gap if gap > 2 else "  ", "text"), Span(role, "meta")]
    lines: Block = [(blank(2), *line) for line in flow(spans, room, room - 2, story.measure)]
    lines[1:] = [(blank(2), *line) for line in lines[1:]]
    if width >= _COUNTS_FROM:
        lines[0] = spread(lines[0], _counts(story, actor), width - 2, story.measure)
    return lines


def peek(story: Story, row: Row, width: int) -> Line:
    """Draws an actor on one line."""
    line = draw(story, row, 4 * width)[0] if row.kind == "group" else _one_line(story, row.value)
    counts = _counts(story, row.value) if row.kind == "item" and width >= _COUNTS_FROM else ()
    room = width - 2 - (width_of(counts, story.measure) or 0) - (2 if counts else 0)
    return spread(cut(line, room, story.measure, story.glyphs.more), counts, width - 2, story.measure)


def speak(story: Story, row: Row) -> str:
    """Returns `Dareen Khalifa, International Crisis Group`, or the side where there is no role."""
    actor = row.value
    side = story.briefing.sides.get(actor.side)
    parts = [actor.text, actor.role or (side.text if side else "no side")]
    return ", ".join(["draft", *parts] if actor.draft else parts)


def empty(story: Story) -> str:
    """Says what to do about an empty pane."""
    return "No actors yet. i adds one; so does the first quote."


def _draft(actor: Actor) -> list[Span]:
    return [Span("draft", "draft"), Span("  ", "text")] if actor.draft else []


def _one_line(story: Story, actor: Actor) -> Line:
    spans = [blank(2), *_draft(actor), Span(story.show(actor.text), "text")]
    if actor.role:
        spans += [blank(2), Span(story.show(actor.role), "meta")]
    return tuple(spans)


def _group(story: Story, row: Row, width: int) -> Line:
    index = story.sides.get(row.value) if row.value else None
    ink = side_ink(index)
    sign = Span(story.glyphs.side(index) + " ", ink)
    return cut((sign, Span(story.show(row.label), ink)), width - 2, story.measure, story.glyphs.more)


def _role_column(story: Story) -> int:
    """Returns where roles begin, from the name's first column: behind the longest name that is not an exception."""
    sizes = [story.measure(story.show(a.text)) for a in story.briefing.actors.values() if a.role]
    return max((size for size in sizes if size <= _NAME_LIMIT), default=0) + 3


def _counts(story: Story, actor: Actor) -> Line:
    said, did = story.said.get(actor.head, 0), story.did.get(actor.head, 0)
    return (Span(f"{said or '':>4}{did or '':>5}", "text2"),)
