"""A library as rows: as-of date, title, what is open, drafts, problems, and what is due next."""

from __future__ import annotations

from briefing import dates
from briefing.library.summary import Summary
from briefing.tui.lines import Block, Line, Span, blank, cut, width_of
from briefing.tui.rows import Row
from briefing.tui.rows.questions import due_words
from briefing.tui.story import Story

_DATE = 11
_COLUMNS = ((6, "open"), (8, "drafts"), (10, "problems"))
_DUE = 13
_COLUMNS_FROM = 80


def rows(summaries: list[Summary]) -> list[Row]:
    """Returns the briefings, the newest as-of date first; those without one last, by title."""

    def order(summary: Summary) -> tuple[int, str]:
        upper = summary.as_of.upper if summary.as_of else None
        return (-upper if upper is not None else 1 << 60, summary.title)

    return [Row("item", summary) for summary in sorted(summaries, key=order)]


def heads(story: Story, width: int) -> Line:
    """Returns the heads of the columns of numbers."""
    if width < _COLUMNS_FROM:
        return ()
    return (Span("".join(f"{name:>{size}}" for size, name in _COLUMNS) + f"{'next due':>{_DUE}}", "meta"),)


def draw(story: Story, row: Row, width: int) -> Block:
    """Draws a briefing on one line."""
    summary: Summary = row.value
    date = story.glyphs.show(dates.words(summary.as_of, short=True)) if summary.as_of else ""
    date = date.removeprefix("about ")
    right = _numbers(story, summary) if width >= _COLUMNS_FROM else ()
    room = width - 2 - _DATE - 2 - width_of(right, story.measure)
    title = Span(story.show(summary.title), "text" if summary.readable else "problem")
    words = cut((title,), room - 1, story.measure, story.glyphs.more)
    left = (blank(_DATE - story.measure(date)), Span(date, "text2"), blank(2), *words)
    return [(*left, blank(width - 2 - width_of(left, story.measure) - width_of(right, story.measure)), *right)]


def peek(story: Story, row: Row, width: int) -> Line:
    """Draws a briefing on one line."""
    return draw(story, row, width)[0]


def speak(story: Story, row: Row) -> str:
    """Returns the name of the file and what is open in it."""
    summary: Summary = row.value
    parts = [summary.path.name]
    if summary.unsettled:
        parts.append(f"{summary.unsettled} open")
    if summary.problems:
        parts.append(f"{len(summary.problems)} problem{'s' if len(summary.problems) > 1 else ''}")
    return ", ".join(parts)


def empty(story: Story) -> str:
    """Says what to do about an empty folder."""
    return "No briefings in this folder. briefing new FILE starts one."


def _numbers(story: Story, summary: Summary) -> Line:
    values = (summary.unsettled, summary.drafts, len(summary.problems))
    inks = ("open", "draft", "problem" if any(p.severity == "error" for p in summary.problems) else "open")
    spans = [Span(f"{value or '':>{size}}", ink) for value, (size, _), ink in zip(values, _COLUMNS, inks, strict=True)]
    if summary.due is None:
        return (*spans, blank(_DUE))
    words, ink = due_words(story, summary.due, summary.as_of)
    return (*spans, Span(f"{story.glyphs.show(words.removeprefix('due ')):>{_DUE}}", ink))
