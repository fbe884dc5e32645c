"""How forms and lists of places look: pure, as lines of spans."""

from __future__ import annotations

from briefing.text import Measure
from briefing.tui.changing.form import Form, Line
from briefing.tui.changing.typed import Typed
from briefing.tui.lines import Block, Span, blank, cut, flow, plain, width_of
from briefing.tui.lines import Line as Drawn
from briefing.tui.story import Story
from briefing.tui.widgets.bars import fit_hints

_LONG = 3
"""Lines of a text that may be long, where there is room for them."""
_LEAST, _FEW, _MANY = 3, 5, 10
"""Choices that there is room for at least, and at most: in a form of several lines, and in one that only asks for a
choice."""
_COLUMN = 14
"""Cells up to which the words of choices stand in a column, with what is said of them in another."""
_ROOMY, _WIDE = 27, 66
_MARGIN = 3


def rows_of(text: str, width: int, measure: Measure) -> list[tuple[int, int]]:
    """Breaks what is typed into lines of at most `width` cells that hold every one of its characters.

    A line ends behind a blank where it has one; that blank may hang over its end.
    """
    found: list[tuple[int, int]] = []
    start = 0
    while True:
        end = _reach(text, start, width, measure)
        if end == len(text):
            return [*found, (start, end)]
        space = text.rfind(" ", start, end + 1)
        stop = space + 1 if space > start else end
        found.append((start, stop))
        start = stop


def _reach(text: str, start: int, width: int, measure: Measure) -> int:
    """Returns the end of what fits behind `start`, at least one character with all that combines with it."""
    used, at = 0, start
    while at < len(text):
        used += measure(text[at])
        if used > width and at > start:
            break
        at += 1
        while at < len(text) and (measure(text[at]) == 0 or text[at - 1] == "\u200d"):
            at += 1
    return at


def typed(line: Typed, width: int, rows: int, measure: Measure, *, active: bool) -> Block:
    """Draws a line that is typed into, at most `rows` of it, those around the cursor where it has one."""
    text = line.text
    parts = rows_of(text, max(1, width), measure)
    here = next((n for n, (a, b) in enumerate(parts) if a <= line.at < b), len(parts) - 1)
    top = max(0, min(here - rows + 1, len(parts) - rows)) if active else 0
    block: Block = []
    for number, (start, end) in enumerate(parts[top : top + rows], top):
        if not active or number != here:
            block.append((Span(text[start:end], "text" if active else "text2"),))
            continue
        after = line.at + 1
        while after < end and measure(text[after]) == 0:
            after += 1
        under = text[line.at : min(after, end)] or " "
        spans = (Span(text[start : line.at], "text"), Span(under, "bg@text"), Span(text[after:end], "text"))
        block.append(tuple(span for span in spans if span.text))
    if not active and len(parts) > rows:
        block[-1] = cut((*block[-1], Span("…" * 2, "meta")), max(1, width), measure)
    return block


def form_lines(form: Form, story: Story, width: int, height: int) -> Block:
    """Draws a form for a panel of `width`, at most `height` lines: title, lines, what comes of them, choices, keys."""
    label = max((story.measure(story.glyphs.show(line.label)) for line in form.lines), default=0)
    room = max(8, width - 2 * _MARGIN - label - 2)
    block: Block = [title(form.title, story, width)]
    for at, line in enumerate(form.lines):
        block += _line(form, line, at == form.at, story, (label, room), _rows(line, height))
    block += [*_about(form, story, width), *_choices(form, story, width, height - len(block) - 3)]
    if height >= _ROOMY:
        block.append(())
    return [*block, (blank(_MARGIN), *_hints(form, story, width - 2 * _MARGIN))]


def _rows(line: Line, height: int) -> int:
    return (_LONG if height >= _ROOMY else 2) if line.long else 1


def title(words: str, story: Story, width: int) -> Drawn:
    """Draws the first line of a panel: its title in a heavy rule."""
    rule = story.glyphs.focused_rule
    left = (Span(rule, "focus"), blank(1))
    shown = cut((Span(story.show(words), "text bold"),), max(1, width - 6), story.measure, story.glyphs.more)
    rest = width - width_of((*left, *shown), story.measure) - 1
    return (*left, *shown, blank(1), Span(rule * max(0, rest), "focus"))


def _line(form: Form, line: Line, active: bool, story: Story, columns: tuple[int, int], most: int) -> Block:
    label, room = columns
    rows = typed(line.typed, room, most, story.measure, active=active)
    rows += [()] * (most - len(rows))
    words = story.glyphs.show(line.label)
    wrong = not active and line.typed.text and line.told.value is None
    sign = Span(story.glyphs.cursor, "focus") if active else Span(story.glyphs.problem if wrong else " ", "problem")
    head = (blank(1), sign, blank(1), Span(words, "focus bold" if active else "meta"))
    gap = blank(label - story.measure(words) + 2)
    return [(*head, gap, *row) if not number else (blank(_MARGIN + label + 2), *row) for number, row in enumerate(rows)]


def _about(form: Form, story: Story, width: int) -> Block:
    """What comes of the line with the cursor, or what to type there: one line, two where they are short."""
    line, told = form.line, form.line.told
    problem = story.glyphs.problem
    if form.doubted:
        words, ink = f"{problem} {form.doubted}", "problem"
    elif not line.typed.text.strip() or (told.value is None and form.choice >= 0):
        words, ink = line.help, "meta"
    elif told.value is None:
        words, ink = f"{problem} {told.words}", "problem"
    else:
        words, ink = told.words, "new"
    room = width - 2 * _MARGIN
    lines = flow([Span(story.show(words), ink)], room, None, story.measure)
    most = 1 if width >= _WIDE else 2
    rest = " ".join(plain(line) for line in lines[most - 1 :])
    shown = [*lines[: most - 1], *([cut((Span(rest, ink),), room, story.measure, story.glyphs.more)] if rest else [])]
    shown = [(blank(_MARGIN), *line) for line in shown]
    return [*shown, *[()] * (most - len(shown))]


def _choices(form: Form, story: Story, width: int, room: int) -> Block:
    """As many lines in whatever line of the form the cursor stands, so that nothing jumps."""
    offered = [len(line.choices("")) for line in form.lines if line.chooses]
    if not offered:
        return []
    most = max(1, min(_MANY if len(form.lines) == 1 else _FEW, room, max(_LEAST, *offered)))
    choices = form.choices
    top = max(0, min(form.choice - most // 2, len(choices) - most))
    block: Block = []
    shown = [(choice, story.show(choice.words)) for choice in choices[top : top + most]]
    widest = max((story.measure(words) for _, words in shown), default=0)
    for number, (choice, name) in enumerate(shown, top):
        on = number == form.choice
        sign = Span(story.glyphs.cursor if on else " ", "focus")
        words = [Span(name, "text" if on else "text2")]
        if choice.more:
            gap = widest - story.measure(name) if widest <= _COLUMN else 0
            words += [blank(gap + 2), Span(story.show(choice.more), "meta")]
        line = cut(tuple(words), width - 2 * _MARGIN, story.measure, story.glyphs.more)
        block.append((blank(1), sign, blank(1), *line))
    return [*block, *[()] * (most - len(block))]


def _hints(form: Form, story: Story, room: int) -> Drawn:
    last = form.at + 1 == len(form.lines)
    hints = [("enter", f"{form.verb} all the same" if form.doubted else form.verb if last else "next line")]
    if form.choices:
        hints.append(("↑ ↓", "choose"))
    if len(form.lines) > 1:
        hints.append(("tab", "complete, next" if form.choices else "next line"))
    return fit_hints([*hints, ("esc", "back")], room, story)
