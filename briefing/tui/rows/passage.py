"""A source beside an item: what the item says further, and the paragraphs with the passage lit."""

from __future__ import annotations

from collections.abc import Sequence

from briefing import dates
from briefing.anchors import Passage, Status, in_words
from briefing.dates import Edtf
from briefing.document.grammar import SECTIONS, Type
from briefing.export.words import rated
from briefing.model import Anchor, Article, Item, Source, Was
from briefing.tui.lines import Block, Line, Span, blank, flow, hang, part, width_of
from briefing.tui.rows.brief import source_facts
from briefing.tui.story import Story

_SHOWN_IN_PANE = {
    "src",
    "draft",
    "key",
    "topic",
    "name",
    "title",
    "role",
    "side",
    "watch",
    "answer",
    "due",
    "status",
    "per",
    "since",
    "until",
    "confidence",
}
_SECTION_OF = {section.item: section for section in SECTIONS}
_STATUS_SIGN = {
    Status.EXACT: "new",
    Status.NORMALISED: "new",
    Status.ELIDED: "new",
    Status.UNVERIFIABLE: "meta",
}

TEXT_LEFT = 7
"""Columns before the words of a paragraph: the bar, its number, two blanks."""


def details(story: Story, item: Item) -> list[tuple[str, str]]:
    """Returns the fields of an item that its pane does not show, as label and words; unknown fields last.

    It goes through the grammar, so that a field that is added there is seen here.
    """
    section = _SECTION_OF.get(type(item))
    found: list[tuple[str, str]] = []
    for field in section.fields if section else ():
        if field.name in _SHOWN_IN_PANE or (
            isinstance(item, Source) and field.name in ("kind", "publisher", "rating", "published")
        ):
            continue
        value = getattr(item, field.target, None)
        words = rated(value) if value and field.name == "rating" else _words(story, field.type, value)
        if words:
            found.append((field.name.replace("_", " "), words))
    return found + [(name, words) for name, words in item.extra.items()]


def _words(story: Story, kind: Type, value: object) -> str:
    if not value:
        return ""
    if isinstance(value, Edtf):
        return dates.words(value)
    if isinstance(value, tuple):
        if kind is Type.ANCHORS:
            return " ".join(story.place(anchor) for anchor in value if isinstance(anchor, Anchor))
        if kind is Type.WAS:
            return f" {story.glyphs.dot} ".join(_was(story, was) for was in value if isinstance(was, Was))
        names = [
            story.briefing.name(entry) if kind is Type.SLUGS else entry for entry in value if isinstance(entry, str)
        ]
        return f" {story.glyphs.dot} ".join(names)
    return "" if isinstance(value, bool) else str(value)


def _was(story: Story, was: Was) -> str:
    parts = [was.value.text, story.date(was.as_of) if was.as_of else "", " ".join(map(story.place, was.src))]
    return " ".join(entry for entry in parts if entry)


def status_line(story: Story, passage: Passage | None, at: int, of: int) -> Line:
    """Returns the anchor's status in words with its sign, and which passage of the item this is."""
    if passage is None:
        return ()
    spans: list[Span] = []
    if passage.status is None:
        spans.append(Span("paragraph cited" if passage.first else "source cited", "meta"))
    else:
        ink = _STATUS_SIGN.get(passage.status.status, "problem")
        sign = {"new": story.glyphs.found, "meta": story.glyphs.moot}.get(ink, story.glyphs.problem)
        spans += [Span(f"{sign} ", ink), Span(story.show(in_words(passage.status)), ink)]
    if of > 1 or passage.status is not None:
        spans += [blank(3), Span(f"passage {at + 1} of {of}", "meta")]
    return tuple(spans)


def head(story: Story, source: Source | None, item: Item | None, status: Line, width: int, most: int) -> Block:
    """Returns what stands above the paragraphs: title and facts of the source, the status, and the item's further
    fields, in at most `most` lines. `source` is None where there is no room for its title."""
    block: Block = []
    room = width - 4
    if source is not None:
        title = flow([Span(story.show(source.text), "text bold")], room, None, story.measure)
        block += [(blank(3), *line) for line in title[:2]]
        block += [(blank(3), *line) for line in _side_by_side(story, source_facts(story, source), room)]
        if source.retracted:
            retracted = Span(story.show(f"retracted {source.retracted}"), "problem")
            block += [(blank(3), *line) for line in flow([retracted], room, None, story.measure)]
    if status:
        block += [(blank(3), *line) for line in flow(status, room, None, story.measure)]
    entries = details(story, item) if item is not None else []
    for label, words in entries:
        first = (Span(f"{label}  ", "meta"),)
        lines = hang([Span(story.show(words), "text2")], room, first=first, indent=2, measure=story.measure)
        block += [(blank(3), *line) for line in lines]
    if len(block) > most:
        block = [*block[: most - 1], (blank(3), Span(story.glyphs.more, "meta"))] if most > 1 else block[:1]
    return block


def _side_by_side(story: Story, facts: Sequence[str], room: int) -> Block:
    """Returns facts two blanks apart, on a further line where one does not fit whole."""
    block: Block = []
    for fact in facts:
        line: Line = (Span(fact, "meta"),)
        longer: Line = (*block[-1], blank(2), *line) if block else ()
        if longer and width_of(longer, story.measure) <= room:
            block[-1] = longer
        else:
            block += flow(line, room, None, story.measure)
    return block


def paragraph(story: Story, article: Article, number: int, passage: Passage | None, width: int) -> Block:
    """Draws a paragraph with its number; found words on the mark, a paragraph cited as a whole with a bar.

    Lines begin in column 0: the bar is part of them. A blank line follows.
    """
    _, start, end = article.paragraphs[number - 1]
    cited = passage is not None and _concerns(passage, number, start, end)
    inks = Span(f"{number:>4}", "focus bold" if cited else "meta")
    text = story.glyphs.show(article.text[start:end].replace("\n", " ").replace("\t", " "))
    spans: Sequence[Span] = [Span(text, "text" if cited else "text2")]
    if passage is not None and len(text) == end - start:
        spans = _lit(text, start, end, passage.spans, "text" if cited else "text2")
    lines = flow(spans, width - TEXT_LEFT, None, story.measure)
    bar = Span(story.glyphs.cursor if cited else " ", "focus")
    block: Block = [(bar, inks if index == 0 else blank(4), blank(2), *line) for index, line in enumerate(lines)]
    return [*block, ()]


def _concerns(passage: Passage, number: int, start: int, end: int) -> bool:
    if passage.spans:
        return any(a < end and b > start for a, b in passage.spans)
    return passage.first is not None and passage.first <= number <= (passage.last or passage.first)


def _lit(text: str, start: int, end: int, spans: Sequence[tuple[int, int]], ink: str) -> list[Span]:
    """Returns the text with the parts that were found on the mark."""
    whole = [Span(text, ink)]
    found: list[Span] = []
    at = 0
    for first, last in sorted(spans):
        a, b = max(first - start, at), min(last - start, len(text))
        if a >= b:
            continue
        found += part(whole, at, a)
        found.append(Span(text[a:b], "text@mark"))
        at = b
    return [*found, *part(whole, at, len(text))]
