"""Items of all sections in one list: the card of an actor, and what rests on a paragraph."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.model import Actor, Claim, Event, Figure, Item, Judgement, Question, Quote, Relation, Side, Source, Step
from briefing.tui.about import anchors_of
from briefing.tui.lines import Block, Line, Span, blank, cut, flow
from briefing.tui.rows import Pane, Row, actors, brief, ledger, questions, quotes, timeline
from briefing.tui.story import Story

_PANES = {
    Actor: (actors.draw, actors.speak),
    Quote: (quotes.draw, quotes.speak),
    Event: (timeline.draw, timeline.speak),
    Question: (questions.draw, questions.speak),
    Figure: (ledger.figure_draw, ledger.figure_speak),
    Claim: (ledger.claim_draw, ledger.claim_speak),
    Relation: (ledger.relation_draw, ledger.relation_speak),
    Judgement: (ledger.judgement_draw, ledger.judgement_speak),
    Step: (ledger.step_draw, ledger.step_speak),
    Source: (brief.draw, brief.speak),
    Side: (brief.draw, brief.speak),
}
_NAMES = {
    Actor: "Actors",
    Quote: "Key quotes",
    Event: "Timeline",
    Question: "Open questions",
    Figure: "Figures",
    Claim: "Claims",
    Relation: "Relations",
    Judgement: "Judgements",
    Step: "Next",
}


def card(actor: Actor) -> Pane:
    """Returns the pane of an actor: what they are, said, claimed, did, and how they stand to others, in order."""
    return Pane(
        "", "card", actor.text, "Card", "item",
        lambda story: _card_rows(story, actor), draw, peek, speak,
        lambda story: "Nothing in the file is about this actor yet.",
    )  # fmt: skip


def resting(source: str, number: int) -> Pane:
    """Returns the pane of the items that rest on paragraph `number` of a source."""
    return Pane(
        "", "rests", "Rests here", "Rests", "item",
        lambda story: _resting_rows(story, source, number), draw, peek, speak,
        lambda story: f"Nothing in the file rests on {story.glyphs.paragraph}{number}.",
    )  # fmt: skip


def _card_rows(story: Story, actor: Actor) -> list[Row]:
    briefing, slug = story.briefing, actor.head
    # The file may have been loaded anew since the card was opened.
    actor = briefing.actors.get(slug, actor)
    rows = [Row("mark", actor, "about"), Row("mark", None, "air")]
    said = [quote for quote in briefing.quotes if slug in (quote.head, *quote.joint)]
    did = sorted((e for e in briefing.timeline if slug in e.who), key=lambda event: event.date.sort_key)
    claimed = [claim for claim in briefing.claims if slug in (claim.head, *claim.joint)]
    stands = [relation for relation in briefing.relations if slug in (relation.start, relation.end)]
    counted = [figure for figure in briefing.figures if figure.per == slug]
    sections: tuple[tuple[str, Iterable[Item]], ...] = (
        ("said", said), ("did", did), ("claims", claimed), ("stands", stands), ("counts", counted),
    )  # fmt: skip
    for name, items in sections:
        found = [Row("item", item) for item in items]
        if found:
            rows += [Row("group", None, name), *found]
    return rows if len(rows) > 2 else []


def _resting_rows(story: Story, source: str, number: int) -> list[Row]:
    rows: list[Row] = []
    for kind, name in _NAMES.items():
        items = [
            item
            for item in story.briefing.items()
            if type(item) is kind
            and any(anchor.source == source and number in anchor.paragraphs for anchor in anchors_of(item))
        ]
        if items:
            rows += [Row("group", None, name), *(Row("item", item, "mixed") for item in items)]
    return rows


def draw(story: Story, row: Row, width: int) -> Block:
    """Draws an item as in its own pane; a quote or claim among others with its speaker before it."""
    if row.kind == "group":
        return [(Span(row.label, "meta"),)]
    if row.kind == "mark":
        return _about(story, row.value, width) if row.label == "about" else [()]
    block: Block = _PANES[type(row.value)][0](story, Row("item", row.value), width)
    if row.label == "mixed" and isinstance(row.value, Quote | Claim):
        sign, ink = story.side_sign(row.value.head)
        names = quotes.speaker_spans(story, row.value.head, row.value.joint)
        block = [cut((Span(sign + " ", ink), *names), width - 2, story.measure, story.glyphs.more), *block]
    return block


def _about(story: Story, actor: Actor, width: int) -> Block:
    """Draws role, kind, side, other names and remark of an actor."""
    side = story.briefing.sides.get(actor.side)
    first = [part for part in (actor.role, actor.kind, side.text if side else "") if part]
    parts = [f" {story.glyphs.dot} ".join(first), f"also {', '.join(actor.aka)}" if actor.aka else "", actor.note]
    lines: Block = []
    for part in parts:
        if part:
            lines += flow([Span(story.show(part), "meta")], width - 4, None, story.measure)
    return [(blank(1), *line) for line in lines]


def peek(story: Story, row: Row, width: int) -> Line:
    """Draws an item on one line."""
    block = draw(story, row, 4 * width)
    return cut(block[0] if block else (), width - 2, story.measure, story.glyphs.more)


def speak(story: Story, row: Row) -> str:
    """Says an item as its own pane does."""
    words: str = _PANES[type(row.value)][1](story, row)
    return words
