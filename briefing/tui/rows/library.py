"""A library as rows: as-of date, title, what is open, drafted, wrong and due; nothing but a title is ever cut."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from briefing import dates
from briefing.library.summary import Summary
from briefing.tui.lines import Block, Line, Span, blank, cut, flow, width_of
from briefing.tui.rows import Row
from briefing.tui.story import Story

_DATE = 11
_COLUMNS = ((6, "open"), (8, "drafts"), (10, "problems"))
_NARROW = 4
_DUE = 13
_NAMES_FROM, _COLUMNS_FROM = 100, 70
"""Columns from which on the numbers stand under names, or under signs; below, they stand under their title."""


def rows(summaries: Sequence[Summary]) -> list[Row]:
    """Returns the briefings as rows, in the order they are given in."""
    return [Row("item", summary) for summary in summaries]


def heads(story: Story, width: int) -> Line:
    """Returns the heads of the columns of numbers: names, or the signs of the counts where there is less room."""
    if width < _COLUMNS_FROM:
        return ()
    due = Span(f"{'next due':>{_DUE}}", "meta")
    if width >= _NAMES_FROM:
        return (Span("".join(f"{name:>{size}}" for size, name in _COLUMNS), "meta"), due)
    return (Span("".join(f"{sign:>{_NARROW}}" for sign in _signs(story)), "meta"), due)


def draw(story: Story, row: Row, width: int) -> Block:
    """Draws a briefing on one line; on two where there is no room for columns, or where it can't be read and why."""
    summary: Summary = row.value
    columns = width >= _COLUMNS_FROM
    right = _numbers(story, summary, names=width >= _NAMES_FROM) if columns else ()
    date = _date(story, summary.as_of)
    room = width - 2 - _DATE - 2 - width_of(right, story.measure)
    title = Span(story.show(summary.title), "text" if summary.readable else "problem")
    left = (blank(_DATE - story.measure(date)), Span(date, "text2"), blank(2))
    words = cut((title,), room - 1, story.measure, story.glyphs.more)
    gap = blank(room - width_of(words, story.measure))
    block: Block = [(*left, *words, gap, *right)]
    below = _reason(story, summary) if not summary.readable else () if columns else _counts(story, summary)
    return block + [(blank(_DATE + 2), *line) for line in _flowed(story, below, width - 2 - _DATE - 2)]


def peek(story: Story, row: Row, width: int) -> Line:
    """Draws a briefing on one line."""
    return draw(story, row, width)[0]


def speak(story: Story, row: Row) -> str:
    """Returns the name of the file and what is open, drafted, wrong and due in it."""
    summary: Summary = row.value
    if not summary.readable:
        return f"{summary.path.name}, can't be read"
    parts = [summary.path.name, *(words for words, _ in _said(summary))]
    if summary.due:
        parts.append(f"due {dates.words(summary.due)}")
    return ", ".join(parts)


def empty(story: Story) -> str:
    """Says what to do about an empty folder."""
    return "No briefings in this folder. briefing new FILE starts one."


def nothing_matches(words: str) -> str:
    """Says what to do when a filter leaves nothing."""
    return f"Nothing here has {words} in its title or file name. esc clears the filter."


def _date(story: Story, edtf: dates.Edtf | None) -> str:
    """Returns a date in at most 11 cells: a longer one, such as an interval, by the later of its ends, or its year."""
    if edtf is None:
        return ""
    for date in (edtf, *_ends(edtf)):
        words = story.glyphs.show(dates.words(date, short=True)).removeprefix("about ").removeprefix("perhaps ")
        if story.measure(words) <= _DATE:
            return words
    year = dates.year_of(edtf)
    return str(year) if year is not None else ""


def _ends(edtf: dates.Edtf) -> list[dates.Edtf]:
    """Returns the ends of an interval that are dates, the later first."""
    found = []
    for part in reversed(edtf.text.split("/")):
        with suppress(dates.EdtfError):
            found.append(dates.parse(part))
    return found


def _signs(story: Story) -> tuple[str, str, str]:
    glyphs = story.glyphs
    return glyphs.open, glyphs.draft, glyphs.problem


def _values(summary: Summary) -> tuple[tuple[int, str], ...]:
    """Returns the numbers with their inks, as the columns have them."""
    wrong = any(problem.severity == "error" for problem in summary.problems)
    return (
        (summary.unsettled, "open"),
        (summary.drafts, "draft"),
        (len(summary.problems), "problem" if wrong else "open"),
    )


def _said(summary: Summary) -> list[tuple[str, str]]:
    """Returns the numbers that are not 0 in words, with their inks: `2 open`, `1 draft`, `3 problems`."""
    nouns = (("open", "open"), ("draft", "drafts"), ("problem", "problems"))
    return [
        (f"{number} {noun[number != 1]}", ink)
        for (number, ink), noun in zip(_values(summary), nouns, strict=True)
        if number
    ]


def _numbers(story: Story, summary: Summary, *, names: bool) -> Line:
    sizes = [size for size, _ in _COLUMNS] if names else [_NARROW] * len(_COLUMNS)
    spans = [Span(f"{number or '':>{size}}", ink) for (number, ink), size in zip(_values(summary), sizes, strict=True)]
    due = _date(story, summary.due)
    return (*spans, blank(_DUE - story.measure(due)), Span(due, "open"))


def _counts(story: Story, summary: Summary) -> Line:
    """Returns the numbers under a title: sign and word, two blanks apart, none of them torn."""
    signs = dict(zip(("open", "draft", "problem"), _signs(story), strict=True))
    spans: list[Span] = []
    for words, ink in _said(summary):
        sign = signs[words.split(" ")[1].removesuffix("s")]
        spans += [blank(2)] if spans else []
        spans.append(Span(f"{sign} {words}".replace(" ", "\u00a0"), ink))
    if summary.due:
        spans += [blank(2)] if spans else []
        spans.append(Span(f"due {_date(story, summary.due)}".replace(" ", "\u00a0"), "meta"))
    return tuple(spans)


def _reason(story: Story, summary: Summary) -> Line:
    message = summary.problems[0].message if summary.problems else "it can't be read"
    return (Span(story.show(message), "problem"),)


def _flowed(story: Story, line: Line, width: int) -> Block:
    return flow(line, width, None, story.measure) if line else []
