"""The header of the dashboard as lines: title, as-of date, bottom line, counts, or tabs where there is little room."""

from __future__ import annotations

from collections.abc import Sequence, Set

from briefing import dates
from briefing.text import Measure
from briefing.tui.concern import Mark
from briefing.tui.counts import counts, further
from briefing.tui.lines import HOLD, Block, Line, Span, blank, cut, flow, spread, width_of
from briefing.tui.panes import BRIEF, MAIN, PANES
from briefing.tui.rows import Pane
from briefing.tui.story import Story

_BOTTOM_LINE_LIMIT = 104
_NO_BOTTOM_LINE = "No bottom line yet. e in 0 Brief writes one"
_WHAT_IT_IS = ": what happened, in two sentences"


def title_line(story: Story, width: int) -> Line:
    """Returns the title with the as-of date at the right, in long words where there is room."""
    as_of = story.briefing.as_of
    if as_of is None:
        date: Line = (Span("no as-of date", "meta"),)
    elif width < 60:
        date = (Span(story.date(as_of).replace(HOLD, " "), "text2"),)
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
        whole = f"{_NO_BOTTOM_LINE}{_WHAT_IT_IS}."
        return [(Span(whole if story.measure(whole) <= width else f"{_NO_BOTTOM_LINE}.", "meta"),)]
    limit = min(width, _BOTTOM_LINE_LIMIT)
    lines = flow([Span(text, "text2")], limit, None, story.measure)
    if len(lines) > most:
        rest = (*lines[most - 1], Span(" " * limit, "text2"))
        lines = [*lines[: most - 1], cut(rest, limit, story.measure, story.glyphs.more)]
    return lines


def counts_line(story: Story, width: int, hidden: Set[str] = frozenset()) -> Line:
    """Returns the counts, with the further panes and their sizes at the right, or `5–9 more` where they do not fit,
    and the keys of the panes that are hidden."""
    left = counts(story)
    out = _hidden_words(hidden)
    every = tuple(span for line in further(story, hidden) for span in (*line, blank(2)))
    few = (Span(f"5{story.glyphs.moot}9", "text2"), Span(" more", "meta"), blank(2))
    for sizes in (every, few, ()):
        right = (*sizes, blank(1 if sizes else 0), *out) if out else sizes[:-1]
        if width_of((*left, *right), story.measure) + 3 <= width:
            return spread(left, right, width, story.measure)
    return cut(left, width, story.measure, story.glyphs.more)


def _hidden_words(hidden: Set[str]) -> Line:
    """Returns `hidden 3 6`: the keys that show panes again."""
    keys = " ".join(pane.sign for pane in PANES.values() if pane.id in hidden)
    return (Span("hidden ", "meta"), Span(keys, "text2")) if keys else ()


def tabs(story: Story, active: str, width: int, hidden: Set[str] = frozenset()) -> Line:
    """Returns the panes as tabs, the active one underlined; a pane behind 4 comes first while it is active.

    Where not all fit, those at the left make way for the active one. Behind them stands what is hidden, if it fits.
    """
    pane = PANES.get(active)
    shown = [tab for tab in (BRIEF, *MAIN) if tab.id not in hidden]
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
    out = _hidden_words(hidden)
    if out and width_of((*spans, *out), story.measure) + 2 <= width:
        spans += [blank(2), *out]
    return tuple(spans)


def untold(story: Story, active: str, width: int, hidden: Set[str]) -> Line:
    """Returns which panes are hidden where the tabs have no room to say so; mostly nothing."""
    out = _hidden_words(hidden)
    return () if out and out[0] in tabs(story, active, width, hidden) else out


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
    return tab.sign


def header(
    story: Story,
    mode: str,
    active: str,
    width: int,
    height: int,
    *,
    zoomed: bool,
    beside: bool,
    crumb: Line | None = None,
    hidden: Set[str] = frozenset(),
    under_banner: bool = False,
) -> Block:
    """Returns the lines of the header for a screen of `height` rows, `width` cells wide between the margins.

    `mode` is the layout (see `briefing.tui.arrange`): at most a quarter of the height, one line while zoomed, and no
    bottom line in a stack with something open `beside` the panes. `crumb`, what is focused on, takes the place of the
    counts or the tabs, which say what is `hidden`. `under_banner` there is a line less: of the bottom line, else the
    title.
    """
    if under_banner:
        whole = header(story, mode, active, width, height, zoomed=zoomed, beside=beside, crumb=crumb, hidden=hidden)
        spare = len(whole) - 2
        return [whole[0], *bottom_lines(story, width, spare - 1), whole[-1]] if spare > 1 else whole[1:]
    if mode == "tabs":
        second = crumb or tabs(story, active, width, hidden)
        return [title_line(story, width)] if zoomed and not crumb else [title_line(story, width), second]
    below = crumb or counts_line(story, width, hidden)
    if zoomed:
        return [title_line(story, width), crumb] if crumb else [title_line(story, width)]
    if mode == "stack" and beside:
        return [title_line(story, width), below]
    most = 2 if height >= 30 and width >= 98 else 3
    most = max(1, min(most, height // 4 - 2))
    return [title_line(story, width), *bottom_lines(story, width, most), below]


def breadcrumb(story: Story, marks: Sequence[Mark], concerned: int, every: int, width: int) -> Line:
    """Returns `focus Turkey + talks   9 of 33 items   esc clears the last`, shorter where there is little room."""
    spans: list[Span] = [Span("focus ", "meta")]
    for number, mark in enumerate(marks):
        if number:
            spans.append(Span(f" {story.glyphs.dot} ", "meta"))
        spans += _mark(story, mark)
    narrow = width < 60
    spans += [blank(3), Span(f"{concerned} of {every}{'' if narrow else ' items'}", "text2"), blank(3)]
    spans += [Span("esc", "focus bold"), Span("" if narrow else " clears the last", "meta")]
    return cut(tuple(spans), width, story.measure, story.glyphs.more)


def _mark(story: Story, mark: Mark) -> list[Span]:
    if mark.kind == "actor":
        return [story.side_sign(mark.value), Span(" " + story.show(story.briefing.name(mark.value)), "text bold")]
    if mark.kind == "time":
        return [Span(story.glyphs.show(dates.words(dates.parse(mark.value), short=True)), "text bold")]
    if mark.kind == "question":
        question = next((q for q in story.briefing.questions if str(q.offset) == mark.value), None)
        words = story.show(question.text) if question else ""
        return [Span(f"{story.glyphs.open} ", "open bold"), *cut((Span(words, "text bold"),), 40, story.measure)]
    return [Span(f"{mark.kind} ", "meta"), Span(story.show(mark.value), "text bold")]
