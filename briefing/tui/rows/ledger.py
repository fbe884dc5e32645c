"""The panes one key away: figures, claims, relations, judgements and next steps."""

from __future__ import annotations

from briefing import dates
from briefing.export.words import rated
from briefing.model import Claim, Figure, Item, Judgement, Relation, Step
from briefing.tui.lines import HOLD, Block, Line, Span, blank, cut, flow
from briefing.tui.rows import Row
from briefing.tui.rows.questions import due_words
from briefing.tui.rows.quotes import by_speaker, speaker_spans
from briefing.tui.rows.timeline import STATUS_INK
from briefing.tui.story import Story


def _draft(item: Item) -> list[Span]:
    return [Span("draft", "draft"), Span("  ", "text")] if item.draft else []


def _join(story: Story, parts: list[tuple[str, str]]) -> list[Span]:
    """Returns parts of an item two blanks apart; empty ones are left out."""
    spans: list[Span] = []
    for text, ink in parts:
        if text:
            spans += [Span("  ", "text")] if spans else []
            spans.append(Span(story.show(text), ink))
    return spans


def _block(story: Story, spans: list[Span], width: int) -> Block:
    lines = flow(spans, width - 4, width - 6, story.measure)
    return [(blank(2 if index == 0 else 4), *line) for index, line in enumerate(lines)]


def _one_line(story: Story, block: Block, width: int) -> Line:
    return cut(block[0], width - 2, story.measure, story.glyphs.more)


def figure_rows(story: Story) -> list[Row]:
    """Returns the figures in file order."""
    return [Row("item", figure) for figure in story.briefing.figures]


def figure_draw(story: Story, row: Row, width: int) -> Block:
    """Draws `412+ ← 311+  killed  SOHR  about 30 Nov  ¶7`."""
    figure: Figure = row.value
    value = [Span(story.show(figure.text), "text bold")]
    value += [Span(f" {story.glyphs.earlier} {story.show(was.value.text)}", "meta") for was in figure.was]
    parts = _join(
        story,
        [
            (figure.head, "text"),
            (story.short_name(figure.per) if figure.per else "", "text2"),
            (story.date(figure.as_of) if figure.as_of else "", "meta"),
        ],
    )
    spans = [*_draft(figure), *value, Span("  ", "text"), *parts, *story.cite(figure.src)]
    return _block(story, spans, width)


def figure_speak(story: Story, row: Row) -> str:
    """Returns `311+ killed, says SOHR`."""
    figure: Figure = row.value
    said = f", says {story.short_name(figure.per)}" if figure.per else ""
    return f"{figure.text} {figure.head}{said}"


def claim_rows(story: Story) -> list[Row]:
    """Groups runs of claims of one speaker, in file order."""
    return by_speaker(story.briefing.claims)


def claim_draw(story: Story, row: Row, width: int) -> Block:
    """Draws a speaker's line or a claim: as a quote, without marks."""
    claim: Claim = row.value
    if row.kind == "group":
        sign, ink = story.side_sign(claim.head)
        line = (Span(sign + " ", ink), *speaker_spans(story, claim.head, claim.joint))
        return [cut(line, width - 2, story.measure, story.glyphs.more)]
    status = claim.status if claim.status != "reported" else ""
    denied = ", ".join(story.briefing.name(slug) for slug in claim.denied_by)
    spans = _draft(claim)
    if status:
        spans += [Span(story.show(status), STATUS_INK.get(status, "meta")), Span("  ", "text")]
    spans += _join(
        story,
        [
            (claim.text, "text2"),
            (f"denied by {denied}" if denied else "", "problem"),
            (rated(claim.rating) if claim.rating else "", "meta"),
        ],
    )
    return _block(story, [*spans, *story.cite(claim.src)], width)


def claim_speak(story: Story, row: Row) -> str:
    """Returns `claim, Iran, paragraph 19`."""
    claim: Claim = row.value
    place = f", paragraph {claim.src[0].first}" if claim.src and claim.src[0].first else ""
    return f"claim, {story.short_name(claim.head)}{place}"


def relation_rows(story: Story) -> list[Row]:
    """Returns the relations in file order."""
    return [Row("item", relation) for relation in story.briefing.relations]


def relation_draw(story: Story, row: Row, width: int) -> Block:
    """Draws `Russia → Bashar al-Assad  backs with air power since 2015  ¶14 ¶33`."""
    relation: Relation = row.value
    arrow = story.glyphs.both if relation.mutual else story.glyphs.to
    spans = [
        *_draft(relation),
        Span(story.show(story.briefing.name(relation.start)), "text"),
        Span(f" {arrow} ", "meta"),
        Span(story.show(story.briefing.name(relation.end)), "text"),
        Span("  ", "text"),
        *_join(
            story,
            [
                (relation.text, "text2"),
                (f"since {story.date(relation.since)}" if relation.since else "", "meta"),
                (f"until {story.date(relation.until)}" if relation.until else "", "meta"),
            ],
        ),
    ]
    return _block(story, [*spans, *story.cite(relation.src)], width)


def relation_speak(story: Story, row: Row) -> str:
    """Returns the relation as a sentence."""
    relation: Relation = row.value
    names = story.briefing.name(relation.start), story.briefing.name(relation.end)
    return f"{names[0]} {'and' if relation.mutual else 'to'} {names[1]}: {relation.text}"


def judgement_rows(story: Story) -> list[Row]:
    """Returns the judgements in file order."""
    return [Row("item", judgement) for judgement in story.briefing.judgements]


def judgement_draw(story: Story, row: Row, width: int) -> Block:
    """Draws `likely  Rebels still hold most of Aleppo  low confidence  review 7 Dec`."""
    judgement: Judgement = row.value
    spans = [*_draft(judgement), Span(story.show(judgement.head), "open"), Span("  ", "text")]
    spans += _join(
        story,
        [(judgement.text, "text"), (f"{judgement.confidence} confidence" if judgement.confidence else "", "meta")],
    )
    if judgement.review:
        words, ink = due_words(story, judgement.review, story.briefing.as_of)
        review = words.replace("due", "review", 1) if words.startswith("due") else f"review {words}"
        spans += [Span("  ", "text"), Span(story.glyphs.show(review).replace(" ", HOLD), ink)]
    spans += story.cite(judgement.because or judgement.src)
    if judgement.but:
        spans += [Span("  but", "meta"), *story.cite(judgement.but)]
    return _block(story, spans, width)


def judgement_speak(story: Story, row: Row) -> str:
    """Returns the likelihood and the judgement."""
    return f"{row.value.head}: {row.value.text}"


def step_rows(story: Story) -> list[Row]:
    """Returns the next steps: the dated ones first, by date."""
    far = 1 << 60

    def order(step: Step) -> int:
        return step.due.upper if step.due and step.due.upper is not None else far

    return [Row("item", step) for step in sorted(story.briefing.next, key=order)]


def step_draw(story: Story, row: Row, width: int) -> Block:
    """Draws `2 Dec  Find the original text  who`, the date in the colour of how late it is."""
    step: Step = row.value
    ink = due_words(story, step.due, story.briefing.as_of)[1] if step.due else "meta"
    head = story.date(step.due) if step.due else "todo"
    spans = [*_draft(step), Span(story.show(head), ink), Span("  ", "text")]
    spans += _join(story, [(step.text, "text"), (step.who, "meta")])
    return _block(story, [*spans, *story.cite(step.src)], width)


def step_speak(story: Story, row: Row) -> str:
    """Returns when and what."""
    step: Step = row.value
    return f"{dates.words(step.due) if step.due else 'to do'}: {step.text}"


def figure_peek(story: Story, row: Row, width: int) -> Line:
    """Draws a figure on one line."""
    return _one_line(story, figure_draw(story, row, 4 * width), width)


def claim_peek(story: Story, row: Row, width: int) -> Line:
    """Draws a claim on one line."""
    return _one_line(story, claim_draw(story, row, 4 * width), width)


def relation_peek(story: Story, row: Row, width: int) -> Line:
    """Draws a relation on one line."""
    return _one_line(story, relation_draw(story, row, 4 * width), width)


def judgement_peek(story: Story, row: Row, width: int) -> Line:
    """Draws a judgement on one line."""
    return _one_line(story, judgement_draw(story, row, 4 * width), width)


def step_peek(story: Story, row: Row, width: int) -> Line:
    """Draws a step on one line."""
    return _one_line(story, step_draw(story, row, 4 * width), width)
