"""The brief: bottom line, why it matters, notes, sources, and whatever else stands at the top of the file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from briefing import dates
from briefing.export.words import rated
from briefing.model import Side, Source
from briefing.tui.counts import counts, further
from briefing.tui.lines import HOLD, Block, Line, Span, blank, cut, flow, hang
from briefing.tui.rows import Row
from briefing.tui.story import Story, side_ink

_ROOM_IN_HEADER = 58


class Entry(NamedTuple):
    """Words at the top of the file: the name of the field, the text, and where it stands."""

    label: str
    text: str
    offset: int


def rows(story: Story) -> list[Row]:
    """Returns what the file says as a whole, then sources and sides, then fields unknown to the format."""
    briefing = story.briefing
    words = {
        "": briefing.bottom_line or "No bottom line yet. x writes one: what happened, in two sentences.",
        "why": briefing.why,
        "notes": briefing.notes,
        "tags": ", ".join(briefing.tags),
        "owner": briefing.owner,
        "embargo": briefing.embargo,
        "title": briefing.title,
        "file": story.path,
    }
    found: list[Row] = []
    for label, text in words.items():
        if text:
            entry = Entry(label, text, _offset(story, label or "bottom_line"))
            found += [Row("item", entry, "lead" if not label else ""), Row("mark", None, "air")]
        if label == "why":
            found.append(Row("mark", None, "counts"))
    if briefing.sources:
        found.append(Row("group", None, "Sources"))
        found.extend(Row("item", source) for source in briefing.sources.values())
        found.append(Row("mark", None, "air"))
    if briefing.sides:
        found.append(Row("group", None, "Sides"))
        found.extend(Row("item", side) for side in briefing.sides.values())
        found.append(Row("mark", None, "air"))
    if briefing.extra:
        found.append(Row("group", None, "Further fields"))
        found.extend(Row("item", Entry(name, text, _offset(story, name))) for name, text in briefing.extra.items())
    return found


def _offset(story: Story, name: str) -> int:
    return story.briefing.marks.get(name, (0, 0))[0]


def draw(story: Story, row: Row, width: int) -> Block:
    """Draws a heading, a text or a source."""
    if row.kind == "group":
        return [(Span(row.label, "text2 bold"),)]
    if row.kind == "mark":
        return [()] if row.label == "air" else _sizes(story, width)
    if isinstance(row.value, Source):
        return _source(story, row.value, width)
    if isinstance(row.value, Side):
        return _side(story, row.value, width)
    entry: Entry = row.value
    ink = "text" if row.label == "lead" else "text2"
    lines: Block = []
    for number, words in enumerate(_lines(entry)):
        label: Line = (Span(entry.label + "  ", "meta"),) if entry.label and not number else ()
        lines += hang([Span(story.show(words), ink)], width - 3, first=label, indent=0, measure=story.measure)
    return lines


def _lines(entry: Entry) -> list[str]:
    """Returns the lines of a text: as they were typed in notes and further fields, which may be lists; a bottom line
    and a reason are one paragraph, wherever their lines end in the file."""
    if entry.label in ("", "why"):
        return [entry.text]
    return entry.text.split("\n")


def _sizes(story: Story, width: int) -> Block:
    """Draws the counts and the further panes where the header has no room for them."""
    if width >= _ROOM_IN_HEADER:
        return []
    lines = flow(_held(counts(story)), width - 2, None, story.measure)
    sizes = [span for line in further(story) for span in (*line, Span("  ", "meta"))]
    return [*lines, *flow(_held(sizes), width - 2, None, story.measure), ()]


def _held(spans: Iterable[Span]) -> list[Span]:
    """Returns spans that break only where more than one blank stands."""
    return [Span(text if text.isspace() else text.replace(" ", HOLD), ink) for text, ink in spans]


def _source(story: Story, source: Source, width: int) -> Block:
    spans = [Span(story.show(source.head), "text"), Span("  ", "text"), Span(story.show(source.text), "text2")]
    for part in source_facts(story, source):
        spans += [Span("  ", "text"), Span(part.replace(" ", HOLD), "meta")]
    if source.retracted:
        spans += [Span("  ", "text"), Span(story.show(f"retracted {source.retracted}"), "problem")]
    lines = flow(spans, width - 4, width - 6, story.measure)
    return [(blank(2 if index == 0 else 4), *line) for index, line in enumerate(lines)]


def _side(story: Story, side: Side, width: int) -> Block:
    index = story.sides.get(side.head)
    members = sum(actor.side == side.head for actor in story.briefing.actors.values())
    words = f"{members} actor{'s' if members != 1 else ''}" if members else "no actors"
    spans = [Span(story.glyphs.side(index) + " ", side_ink(index)), Span(story.show(side.text), "text2")]
    spans += [Span("  ", "text"), Span(words, "meta")]
    if side.note:
        spans += [Span("  ", "text"), Span(story.show(side.note), "meta")]
    lines = flow(spans, width - 4, width - 6, story.measure)
    return [(blank(2 if index == 0 else 4), *line) for index, line in enumerate(lines)]


def source_facts(story: Story, source: Source) -> list[str]:
    """Returns what is known of a source: kind, publisher, rating, date, what it repeats."""
    facts = [
        source.kind,
        source.publisher,
        rated(source.rating) if source.rating else "",
        dates.words(source.published, short=True) if source.published else "",
        f"based on {', '.join(source.based_on)}" if source.based_on else "",
    ]
    return [story.show(fact) for fact in facts if fact]


def peek(story: Story, row: Row, width: int) -> Line:
    """Draws a text or a source on one line."""
    block = draw(story, row, 4 * width)
    return cut(block[0] or block[-1], width - 2, story.measure, story.glyphs.more)


def speak(story: Story, row: Row) -> str:
    """Returns the name of the field, or of the source."""
    value = row.value
    if isinstance(value, Source):
        return f"source {value.head}, {value.text}"
    if isinstance(value, Side):
        return f"side {value.head}, {value.text}"
    return value.label or "bottom line"


def empty(story: Story) -> str:
    """Says what to do about an empty pane."""
    return "Nothing at the top of the file yet: title, as_of, bottom_line, why and notes stand there."
