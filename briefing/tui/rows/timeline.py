"""The timeline, newest first: dates in words, their precision drawn on a rail, gaps and the as-of line between."""

from __future__ import annotations

from itertools import pairwise

from briefing import dates
from briefing.dates import Edtf, Kind
from briefing.model import Event
from briefing.tui.lines import HOLD, Block, Line, Span, blank, cut, flow
from briefing.tui.rows import Row, periods
from briefing.tui.rows.periods import USUAL, Manner, Period
from briefing.tui.story import Story

_WIDE = 54
_DATE, _DATE_NARROW = 12, 9
_MONTH, _YEAR = 30, 365
"""Days that may lie between two events before the gap is marked, and from which on it is counted in years."""
STATUS_INK = {"planned": "open", "disputed": "problem", "denied": "problem", "confirmed": "new", "draft": "draft"}


def rows(story: Story, manner: Manner = USUAL) -> list[Row]:
    """Puts the events in order with the as-of line and the gaps between them, or a row for each month or year."""
    events = periods.chosen(ordered(story), manner.only)
    if manner.scale != "day":
        spans = periods.period_rows(events, manner.scale)
        return spans[::-1] if manner.oldest_first else spans
    as_of = story.briefing.as_of
    newest = next((e for e in events if not e.draft and e.status != "planned" and not _later(e, as_of)), None)
    found: list[Row] = []
    marked = as_of is None
    before: Event | None = None
    for event in events:
        if not marked and not _later(event, as_of):
            found.append(Row("mark", None, "as of"))
            marked = True
        if before is not None and (gap := gap_words(event.date, before.date)):
            found.append(Row("mark", None, gap))
        same = before is not None and before.date.text == event.date.text and found[-1].kind == "item"
        found.append(Row("item", event, "newest" if event is newest else "", not same))
        before = event
    if not marked and events:
        found.append(Row("mark", None, "as of"))
    return _turned(found) if manner.oldest_first else found


def ordered(story: Story) -> list[Event]:
    """Returns the events newest first, by where they begin (by where they end where that is open), then by the end."""
    return sorted(story.briefing.timeline, key=lambda event: dates.reading_key(event.date), reverse=True)


def _later(event: Event, as_of: Edtf | None) -> bool:
    return as_of is not None and dates.before(as_of, event.date)


def gap_words(earlier: Edtf, later: Edtf) -> str:
    """Returns `9 years` or `2 months` where more than a month lies between two dates without an event; nothing
    otherwise."""
    free = dates.days_between(earlier, later)
    if free <= _MONTH or earlier.lower is None or later.lower is None:
        return ""
    if free <= _YEAR:
        return _several(max(1, free * 12 // _YEAR), "month")
    return _several(max(1, (later.lower - earlier.lower) // (60 * 24 * _YEAR)), "year")


def _several(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' if number > 1 else ''}"


def _turned(found: list[Row]) -> list[Row]:
    """Turns the order round; the date then stands with the first of its day again."""
    turned = found[::-1]
    result = list(turned[:1])
    for before, row in pairwise(turned):
        same = row.kind == before.kind == "item" and row.value.date.text == before.value.date.text
        result.append(Row(row.kind, row.value, row.label, not same))
    if result and result[0].kind == "item":
        result[0] = Row("item", result[0].value, result[0].label, True)
    return result


def draw(story: Story, row: Row, width: int) -> Block:
    """Draws an event, the as-of line or a gap."""
    column = _column(story, width)
    if row.kind == "mark":
        return [_mark(story, row, width, column)]
    if isinstance(row.value, Period):
        return [periods.draw(story, row.value, width, column)]
    event: Event = row.value
    bold = " bold" if row.label == "newest" else ""
    node, rail = _node(story, event.date)
    body = [*_status(story, event), Span(story.show(event.text), ("text" if bold else "text2") + bold)]
    body += story.cite(event.src)
    lines = flow(body, width - 6 - column, None, story.measure)
    when = _date_lines(story, event.date, column, bold) if row.first else [(blank(column),)]
    block: Block = []
    for index in range(max(len(lines), len(when))):
        date = when[index] if index < len(when) else (blank(column),)
        sign = node if index == 0 else rail
        words = lines[index] if index < len(lines) else ()
        block.append((blank(1), *date, blank(1), sign, blank(1), *words))
    return block


def peek(story: Story, row: Row, width: int) -> Line:
    """Draws an event on one line."""
    column = _column(story, width)
    if row.kind == "mark":
        return _mark(story, row, width, column)
    if isinstance(row.value, Period):
        return periods.draw(story, row.value, width, column)
    event: Event = row.value
    node, _ = _node(story, event.date)
    bold = " bold" if row.label == "newest" else ""
    date = _date_lines(story, event.date, column, bold)[0] if row.first else (blank(column),)
    words = (*_status(story, event), Span(story.show(event.text), ("text" if bold else "text2") + bold))
    line = (blank(1), *date, blank(1), node, blank(1), *words)
    return cut(line, width - 2, story.measure, story.glyphs.more)


def speak(story: Story, row: Row) -> str:
    """Returns `about 30 November 2024, Rebels control most of Aleppo`."""
    if isinstance(row.value, Period):
        return periods.speak(row.value)
    event: Event = row.value
    parts = [
        word for word in ("draft" if event.draft else "", event.status if event.status != "reported" else "") if word
    ]
    return ", ".join([*parts, dates.words(event.date), event.text])


def empty(story: Story) -> str:
    """Says what to do about an empty pane."""
    return "Nothing dated yet. i adds an event; a year is enough."


def heads(story: Story, width: int) -> Line:
    """Returns the density strip: one cell a year (or as many years as it takes), the height by number of events."""
    years = [year for event in story.briefing.timeline if (year := dates.year_of(event.date)) is not None]
    if not years or min(years) == max(years):
        return ()
    first, last = min(years), max(years)
    room = max(8, width // 3)
    step = -(-(last - first + 1) // room)
    counts = [0] * ((last - first) // step + 1)
    for year in years:
        counts[(year - first) // step] += 1
    bars = story.glyphs.bars
    top = len(bars) - 1
    most = max(counts)
    strip = "".join(bars[-(-count * top // most)] for count in counts)
    return (Span(f"{first} ", "meta"), Span(strip, "text2"), Span(f" {last}", "meta"))


def _column(story: Story, width: int) -> int:
    return _DATE if width >= _WIDE else _DATE_NARROW


def _mark(story: Story, row: Row, width: int, column: int) -> Line:
    glyphs = story.glyphs
    if row.label != "as of":
        return (blank(column + 2), Span(glyphs.gap, "rule"), blank(1), Span(row.label, "meta"))
    as_of = story.briefing.as_of
    words = f" as of {glyphs.show(dates.words(as_of, short=True))} " if as_of else " now "
    lead = 4 if width >= _WIDE else 1
    rest = width - 3 - lead - story.measure(words)
    return (blank(1), Span(glyphs.rule * lead, "rule"), Span(words, "meta"), Span(glyphs.rule * max(0, rest), "rule"))


def _date_lines(story: Story, date: Edtf, column: int, bold: str) -> Block:
    """Returns the date right-aligned in its column; a longer one wraps inside it."""
    words = story.date(date).replace(HOLD, " ")
    if column == _DATE_NARROW and date.kind in (Kind.APPROXIMATE, Kind.UNCERTAIN):
        words = words.removeprefix("about ").removeprefix("perhaps ")
    ink = ("text" if bold else "text2") + bold
    lines = flow([Span(words, ink)], column, None, story.measure)
    return [(blank(column - story.measure("".join(s.text for s in line))), *line) for line in lines]


def _node(story: Story, date: Edtf) -> tuple[Span, Span]:
    """Returns the sign of a date's precision, and the rail of the lines below it."""
    glyphs = story.glyphs
    rail = Span(glyphs.rail, "rule")
    kind = date.kind
    if kind is Kind.INTERVAL:
        bar = Span(glyphs.interval, "text2")
        return bar, bar
    signs = {
        Kind.EXACT: (glyphs.exact, "text"),
        Kind.COARSE: (glyphs.coarse, "meta"),
        Kind.APPROXIMATE: (glyphs.approximate, "open"),
        Kind.UNCERTAIN: (glyphs.uncertain, "open"),
        Kind.SINCE: (glyphs.since, "text2"),
        Kind.UNTIL: (glyphs.until, "text2"),
    }
    return Span(*signs[kind]), rail


def _status(story: Story, event: Event) -> list[Span]:
    spans: list[Span] = []
    for word in ("draft" if event.draft else "", event.status if event.status != "reported" else ""):
        if word:
            spans += [Span(story.show(word), STATUS_INK.get(word, "meta")), Span("  ", "text")]
    return spans
