"""The header of the dashboard as lines: title, as-of date, bottom line, counts, or tabs where there is little room."""

from __future__ import annotations

from briefing import dates
from briefing.text import Measure
from briefing.tui.counts import counts, further
from briefing.tui.lines import Block, Line, Span, blank, cut, flow, spread, width_of
from briefing.tui.panes import BRIEF, MAIN, PANES
from briefing.tui.rows import Pane
from briefing.tui.story import Story

_BOTTOM_LINE_LIMIT = 104
_NO_BOTTOM_LINE = "No bottom line yet. It is what happened, in two sentences."


def title_line(story: Story, width: int) -> Line:
    """Returns the title with the as-of date at the right, in long words where there is room."""
    as_of = story.briefing.as_of
    if as_of is None:
        date: Line = (Span("no as-of date", "meta"),)
    elif width < 60:
        date = (Span(story.date(as_of), "text2"),)
    else:
        words = story.glyphs.show(dates.words(as_of, short=width < 100))
        date = (Span("as of ", "meta"), Span(words, "text"))
    room = width - width_of(date, story.measure) - 2
    title = cut((Span(story.show(story.briefing.title), "text bold"),), room, story.measure, story.glyphs.more)
    return spread(title, date, width, story.measure)


def bottom_lines(story: Story, width: int, most: int) -> Block:
    """Returns the bottom line in at most `most` lines, the last one cut with `…` where there is more."""
    text = story.show(story.briefing.bottom_line)
    if not text:
        return [(Span(_NO_BOTTOM_LINE, "meta"),)]
    limit = min(width, _BOTTOM_LINE_LIMIT)
    lines = flow([Span(text, "text2")], limit, None, story.measure)
    if len(lines) > most:
        rest = (*lines[most - 1], Span(" " * limit, "text2"))
        lines = [*lines[: most - 1], cut(rest, limit, story.measure, story.glyphs.more)]
    return lines


def counts_line(story: Story, width: int) -> Line:
    """Returns the counts, with the further panes and their sizes at the right, or `5–9 more` where they do not fit."""
    left = counts(story)
    sizes: list[Span] = []
    for line in further(story):
        sizes += [blank(2), *line] if sizes else line
    if width_of((*left, *sizes), story.measure) + 3 > width:
        sizes = [Span(f"5{story.glyphs.moot}9", "text2"), Span(" more", "meta")]
    if width_of((*left, *sizes), story.measure) + 3 > width:
        return cut(left, width, story.measure, story.glyphs.more)
    return spread(left, tuple(sizes), width, story.measure)


def tabs(story: Story, active: str, width: int) -> Line:
    """Returns the panes as tabs, the active one underlined; a pane behind 4 comes first while it is active.

    Where not all fit, those at the left make way for the active one.
    """
    pane = PANES.get(active)
    shown = [BRIEF, *MAIN]
    if pane and pane not in shown:
        shown.insert(0, pane)
    while pane and shown[0] is not pane and pane not in _fitting(shown, width, story.measure):
        shown.pop(0)
    spans: list[Span] = []
    for tab in _fitting(shown, width, story.measure):
        on = tab is pane
        spans += [blank(2)] if spans else []
        spans.append(Span(f"{_key_of(tab)} ", "focus" if on else "meta"))
        spans.append(Span(tab.tab, "focus bold underline" if on else "text2"))
    return tuple(spans)


def _fitting(shown: list[Pane], width: int, measure: Measure) -> list[Pane]:
    """Returns the first of the panes, as many as have room for their tabs."""
    fitting: list[Pane] = []
    used = -2
    for tab in shown:
        used += 2 + measure(f"{_key_of(tab)} {tab.tab}")
        if used > width:
            break
        fitting.append(tab)
    return fitting


def _key_of(tab: Pane) -> str:
    return "!" if tab.number < 0 else str(tab.number)


def header(story: Story, mode: str, active: str, width: int, height: int, *, zoomed: bool, beside: bool) -> Block:
    """Returns the lines of the header for a screen of `height` rows, `width` cells wide between the margins.

    `mode` is the layout (see `briefing.tui.arrange`): at most a quarter of the height, one line while zoomed, and no
    bottom line in a stack with something open `beside` the panes.
    """
    if mode == "tabs":
        return [title_line(story, width)] if zoomed else [title_line(story, width), tabs(story, active, width)]
    if zoomed:
        return [title_line(story, width)]
    if mode == "stack" and beside:
        return [title_line(story, width), counts_line(story, width)]
    most = 2 if height >= 30 and width >= 98 else 3
    most = max(1, min(most, height // 4 - 2))
    return [title_line(story, width), *bottom_lines(story, width, most), counts_line(story, width)]
