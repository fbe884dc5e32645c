"""The title line of a pane: `N Name COUNT [above below] [flags] rule [column heads]`."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.tui.lines import Block, Line, Span, blank, cut, flow, width_of
from briefing.tui.rows import Pane, Row
from briefing.tui.story import Story


def heading(
    story: Story,
    pane: Pane,
    width: int,
    *,
    on: bool,
    tabbed: bool,
    amount: str,
    hidden: tuple[int, int],
    flags: Line,
    heads: Line,
) -> Line:
    """Returns the title of a pane that has the focus (`on`) or not; without its name under tabs.

    `hidden` is how many items stand above and below what is shown. `heads` close the line where there is room.
    """
    glyphs, measure = story.glyphs, story.measure
    spans: list[Span] = []
    if tabbed:
        spans.append(blank(1))
    else:
        if pane.sign:
            spans.append(Span(f"{pane.sign} ", "focus" if on else "meta"))
        spans += [Span(story.show(pane.title), ("focus" if on else "text") + " bold"), blank(1)]
    spans.append(Span(amount, "text2"))
    above, below = hidden
    if above:
        spans.append(Span(f" {glyphs.above}{above}", "meta"))
    if below:
        spans.append(Span(f" {glyphs.below}{below}", "meta"))
    spans += flags
    rest = width - width_of(spans, measure) - width_of(heads, measure) - (2 if heads else 1)
    if rest < 3:
        heads, rest = (), width - width_of(spans, measure) - 1
    rule = glyphs.focused_rule if on else glyphs.rule
    spans += [blank(1), Span(rule * max(0, rest), "focus" if on else "rule")]
    if heads:
        spans += [blank(1), *heads]
    return cut(tuple(spans), width, measure, glyphs.more)


def flags_of(story: Story, rows: Sequence[Row]) -> Line:
    """Returns what is new and changed, drafts and problems among the items of a list, as sign and number."""
    values = [row.value for row in rows if row.kind == "item"]
    flags = story.flags
    drafts = sum(getattr(value, "draft", False) for value in values) if story.drafts else 0
    wrong = sum(getattr(value, "offset", None) in flags for value in values) if flags else 0
    unread = [story.news.get(getattr(value, "offset", -1)) for value in values] if story.news else []
    new, changed = unread.count("new"), unread.count("changed")
    glyphs = story.glyphs
    signs = (
        (glyphs.new, new, "new"),
        (glyphs.changed, changed, "new"),
        (glyphs.draft, drafts, "draft"),
        (glyphs.problem, wrong, "problem"),
    )
    return tuple(Span(f" {sign}{number}", ink) for sign, number, ink in signs if number)


def empty_lines(story: Story, pane: Pane, width: int, *, brushed: bool) -> Block:
    """Returns what a pane without rows says: what is missing and what to do, or that a brush hides all there is."""
    words = "Nothing here concerns the focus. esc clears it." if brushed else pane.empty(story)
    lines = flow([Span(story.glyphs.show(words), "meta")], width - 4, None, story.measure)
    return [(blank(3), *line) for line in lines]
