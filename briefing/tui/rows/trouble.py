"""The problems of a file, each with its place, its line and a caret, and what to write instead."""

from __future__ import annotations

from briefing.problems import Problem
from briefing.tui.lines import Block, Line, Span, blank, cut, flow
from briefing.tui.rows import Row
from briefing.tui.story import Story

_NAME_FROM = 50
"""Columns from which the name of the file stands in the title."""


def rows(story: Story) -> list[Row]:
    """Returns the problems: errors first, then in the order of the file."""
    problems = sorted(story.problems, key=lambda problem: (problem.severity != "error", problem.path, problem.where))
    return [Row("item", problem) for problem in problems]


def heads(story: Story, width: int) -> Line:
    """Returns how many errors and warnings there are."""
    parts = []
    for severity in ("error", "warning"):
        number = sum(problem.severity == severity for problem in story.problems)
        if number:
            parts.append(f"{number} {severity}{'s' if number > 1 else ''}")
    names = dict.fromkeys(problem.path.rpartition("/")[2] for problem in story.problems)
    if len(names) == 1 and width >= _NAME_FROM:
        parts.insert(0, story.show(next(iter(names))))
    return (Span("  ".join(parts), "meta"),) if parts else ()


def draw(story: Story, row: Row, width: int) -> Block:
    """Draws a problem: severity, place and code; the sentence; the line with a caret; the fix."""
    problem: Problem = row.value
    glyphs = story.glyphs
    ink = "problem" if problem.severity == "error" else "open"
    place = f"{problem.where.line}:{problem.where.column}"
    block: Block = [
        (
            Span(f"{glyphs.problem} ", f"{ink} bold"),
            Span(problem.severity, f"{ink} bold"),
            Span(f" {place}  ", "text2"),
            Span(story.show(problem.code), "meta"),
        )
    ]
    block[0] = cut(block[0], width - 2, story.measure, glyphs.more)
    block += _text(story, problem.message, "text", width)
    block += _excerpt(story, problem, width, ink)
    if problem.fix:
        block += _text(story, f"fix: {problem.fix}", "text2", width)
    return [*block, ()]


def _text(story: Story, text: str, ink: str, width: int) -> Block:
    return [(blank(2), *line) for line in flow([Span(story.show(text), ink)], width - 4, None, story.measure)]


def _excerpt(story: Story, problem: Problem, width: int, ink: str) -> Block:
    """Draws the line and the caret below it; a line that is too wide is shown from where the caret can be seen."""
    if not problem.excerpt:
        return []
    number = str(problem.where.line)
    room = width - 4 - len(number) - 3
    text, caret = story.glyphs.show(problem.excerpt), len(story.glyphs.show(problem.excerpt[: problem.caret]))
    before = story.measure(text[:caret])
    while before > room * 2 // 3 and len(text) > 1:
        before -= story.measure(text[0])
        text, caret = text[1:], caret - 1
    line = cut((Span(text, "text2"),), room, story.measure, story.glyphs.more)
    fence = f" {story.glyphs.fence} "
    return [
        (blank(2), Span(number, "meta"), Span(fence, "meta"), *line),
        (blank(2 + len(number)), Span(fence, "meta"), blank(before), Span(story.glyphs.caret, f"{ink} bold")),
    ]


def peek(story: Story, row: Row, width: int) -> Line:
    """Draws a problem on one line."""
    problem: Problem = row.value
    ink = "problem" if problem.severity == "error" else "open"
    line = (Span(f"{problem.where.line}:{problem.where.column} ", ink), Span(story.show(problem.message), "text2"))
    return cut(line, width - 2, story.measure, story.glyphs.more)


def speak(story: Story, row: Row) -> str:
    """Returns `error, line 61, column 1`."""
    problem: Problem = row.value
    name = problem.path.rpartition("/")[2]
    return f"{problem.severity}, {name}, line {problem.where.line}, column {problem.where.column}"


def empty(story: Story) -> str:
    """Says that all is well."""
    return "No problems."
