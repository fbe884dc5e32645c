"""Key quotes: a run of quotes under its speaker, each with its words, topic, date and citation."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Claim, Quote
from briefing.tui.lines import HOLD, Block, Line, Span, blank, cut, flow, width_of
from briefing.tui.rows import Row
from briefing.tui.story import Story


def rows(story: Story) -> list[Row]:
    """Groups runs of quotes of the same speaker, in file order."""
    return by_speaker(story.briefing.quotes)


def by_speaker(items: Sequence[Quote | Claim]) -> list[Row]:
    """Returns items with a group line before each run of one speaker."""
    found: list[Row] = []
    speaker: tuple[str, tuple[str, ...]] | None = None
    for item in items:
        if speaker != (item.head, item.joint):
            speaker = (item.head, item.joint)
            found.append(Row("group", item))
        found.append(Row("item", item))
    return found


def draw(story: Story, row: Row, width: int) -> Block:
    """Draws a speaker's line or a quote."""
    quote: Quote = row.value
    if row.kind == "group":
        return [_speaker(story, quote, width)]
    body = [*_words(story, quote), *_after(story, quote)]
    lines = flow(body, width - 6, None, story.measure)
    star = Span(story.glyphs.key if quote.key else " ", "open")
    return [(blank(2), star, blank(1), *lines[0]), *((blank(4), *line) for line in lines[1:])]


def peek(story: Story, row: Row, width: int) -> Line:
    """Draws a quote on one line, its speaker before it."""
    quote: Quote = row.value
    if row.kind == "group":
        return _speaker(story, quote, width)
    star = Span(story.glyphs.key if quote.key else " ", "open")
    head = (blank(2), star, blank(1), Span(story.short_name(quote.head), "text2"), blank(2))
    return cut((*head, *_words(story, quote)), width - 2, story.measure, story.glyphs.more)


def speak(story: Story, row: Row) -> str:
    """Returns `key quote, Khalifa, paragraph 15`."""
    quote: Quote = row.value
    kind = "key quote" if quote.key else "quote"
    parts = ["draft " + kind if quote.draft else kind, story.short_name(quote.head)]
    match = story.flags.get(quote.offset)
    if match:
        parts.append(match.code.replace("-", " "))
    if quote.src and quote.src[0].first:
        parts.append(f"paragraph {quote.src[0].first}")
    return ", ".join(parts)


def empty(story: Story) -> str:
    """Says what to do about an empty pane."""
    return "No quotes yet. i adds one; briefing derive ARTICLE drafts them all."


def speaker_spans(story: Story, head: str, joint: tuple[str, ...]) -> list[Span]:
    """Returns the names of a speaker and of those who said it too."""
    spans = [Span(story.show(story.briefing.name(head)), "text")]
    if joint:
        names = ", ".join(story.show(story.briefing.name(slug)) for slug in joint)
        spans += [Span(" with ", "meta"), Span(names, "text")]
    return spans


def _speaker(story: Story, quote: Quote, width: int) -> Line:
    sign, ink = story.side_sign(quote.head)
    line: list[Span] = [Span(sign + " ", ink), *speaker_spans(story, quote.head, quote.joint)]
    actor = story.briefing.actors.get(quote.head)
    if actor and actor.role and not quote.joint:
        role = [blank(2), Span(story.show(actor.role), "meta")]
        if width_of([*line, *role], story.measure) <= width - 2:
            line += role
    return cut(tuple(line), width - 2, story.measure, story.glyphs.more)


def _words(story: Story, quote: Quote) -> list[Span]:
    ink = "text" if quote.key else "text2"
    opening, closing = story.glyphs.opening, story.glyphs.closing
    text = opening + story.show(quote.text.replace("\n\n", f" {HOLD}")) + closing
    return [*([Span("draft", "draft"), Span("  ", ink)] if quote.draft else []), Span(text, ink)]


def _after(story: Story, quote: Quote) -> list[Span]:
    """Returns what stands behind the words: what is wrong with them, topic, date, addressee, note, citation."""
    spans: list[Span] = []
    problem = story.flags.get(quote.offset)
    if problem:
        spans += [Span("  ", "text"), Span(story.show(short_problem(problem.message)), "problem")]
    extras = [quote.topic]
    if quote.when:
        extras.append(story.date(quote.when))
    if quote.to:
        extras.append(f"to {story.briefing.name(quote.to)}")
    for extra in extras:
        if extra:
            spans.append(Span("  " + story.held(extra), "meta"))
    return spans + story.cite(quote.src)


def short_problem(message: str) -> str:
    """Returns the first clause of a problem's sentence, for use behind an item's words."""
    clause = message.split(";")[0].split(". ")[0].rstrip(".")
    return clause if len(clause) <= 48 else "problem"
