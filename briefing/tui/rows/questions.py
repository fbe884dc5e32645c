"""Open questions: the overdue and the due first, what to watch, what has been answered last."""

from __future__ import annotations

from briefing import dates
from briefing.model import Question
from briefing.tui.lines import HOLD, Block, Line, Span, blank, cut, flow, hang
from briefing.tui.rows import Row
from briefing.tui.story import Story

_ORDER = {"open": 0, "watching": 1, "answered": 2, "moot": 3}
_DAY = 24 * 60
_SOON = 7


def rows(story: Story) -> list[Row]:
    """Sorts the questions: overdue, due, open, watching, answered, moot; in file order among equals."""
    questions = sorted(story.briefing.questions, key=lambda question: _rank(story, question))
    return [Row("item", question) for question in questions]


def _rank(story: Story, question: Question) -> tuple[int, int]:
    status = _ORDER.get(question.head, 0)
    if status < 2 and question.due is not None:
        return (-1, question.due.upper if question.due.upper is not None else 1 << 60)
    return (status, 0)


def due_words(story: Story, due: dates.Edtf, as_of: dates.Edtf | None) -> tuple[str, str]:
    """Returns when something is due, as seen on the as-of date, and its ink: `due tomorrow`, `2 days late`."""
    date = f"due {story.date(due).replace(HOLD, ' ')}"
    if as_of is None or as_of.upper is None or due.upper is None:
        return date, "open"
    days = due.upper // _DAY - as_of.upper // _DAY
    if days < 0:
        return f"{-days} day{'s' if days < -1 else ''} late", "problem"
    if days <= 1:
        return ("due today", "due tomorrow")[days], "open"
    return date, "open" if days <= _SOON else "meta"


def draw(story: Story, row: Row, width: int) -> Block:
    """Draws a question with its answer, or with what to watch."""
    question: Question = row.value
    glyphs = story.glyphs
    sign, ink = {
        "watching": (glyphs.watching, "open"),
        "answered": (glyphs.answered, "new"),
        "moot": (glyphs.moot, "meta"),
    }.get(question.head, (glyphs.open, "open bold"))
    settled = question.head in ("answered", "moot")
    text = "meta" if settled else "text bold"
    body = [*_lead(question), Span(story.show(question.text), text)]
    if question.due and not settled:
        words, due_ink = due_words(story, question.due, story.briefing.as_of)
        body += [Span("  ", "text"), Span(glyphs.show(words).replace(" ", HOLD), due_ink)]
    closing = story.cite(question.src)
    below = bool(question.watch and not settled) or bool(question.answer)
    lines: Block = [
        (blank(1), Span(sign, ink), blank(1), *line) if index == 0 else (blank(3), *line)
        for index, line in enumerate(flow(body if below else body + closing, width - 5, None, story.measure))
    ]
    if question.answer:
        arrow = (blank(3), Span(glyphs.answer + " ", "new"))
        answer = [Span(story.show(question.answer), "text2"), *closing]
        lines += hang(answer, width - 2, first=arrow, indent=5, measure=story.measure)
    elif below:
        watched = f" {glyphs.dot} ".join(story.show(entry) for entry in question.watch)
        first = (blank(3), Span("watch ", "meta"))
        lines += hang([Span(watched, "text2"), *closing], width - 2, first=first, indent=9, measure=story.measure)
    return lines


def peek(story: Story, row: Row, width: int) -> Line:
    """Draws a question on one line."""
    return cut(draw(story, row, 4 * width)[0], width - 2, story.measure, story.glyphs.more)


def speak(story: Story, row: Row) -> str:
    """Returns `open, due tomorrow, 2 to watch`."""
    question: Question = row.value
    parts = ["draft " + question.head if question.draft else question.head]
    if question.due:
        parts.append(due_words(story, question.due, story.briefing.as_of)[0])
    if question.watch:
        parts.append(f"{len(question.watch)} to watch")
    return ", ".join([*parts, question.text])


def empty(story: Story) -> str:
    """Says what to do about an empty pane."""
    return "No open questions. What is not known yet? i adds one."


def _lead(question: Question) -> list[Span]:
    spans: list[Span] = []
    if question.draft:
        spans += [Span("draft", "draft"), Span("  ", "text")]
    ink = {"watching": "open", "answered": "new", "moot": "meta"}.get(question.head)
    if ink:
        spans += [Span(question.head, ink), Span("  ", "text")]
    return spans
