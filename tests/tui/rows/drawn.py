"""What a test asks of drawn lines."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.tui.lines import Block, Line, Span, plain
from briefing.tui.rows import Pane, Row
from briefing.tui.story import Story


def squeezed(text: str) -> str:
    """Returns `text` without its blanks."""
    return "".join(text.split())


def holds(block: Block, text: str) -> bool:
    """True when `text` stands in the block from its beginning to its end, line after line, blanks aside."""
    wanted, at = squeezed(text), 0
    for line in block:
        here, size = squeezed(plain(line)), 0
        while at + size < len(wanted) and wanted[at : at + size + 1] in here:
            size += 1
        at += size
    return at == len(wanted)


def inked(block: Block, ink: str) -> list[str]:
    """Returns the words that are written in `ink`."""
    return [span.text for line in block for span in line if span.ink == ink]


def texts(block: Block) -> list[str]:
    """Returns the lines of a block as text, every blank a plain one, those at their ends left out."""
    return [plain(line).replace("\u00a0", " ").rstrip() for line in block]


def drawn(story: Story, pane: Pane, width: int) -> list[str]:
    """Returns all lines of a pane."""
    return [line for row in pane.rows(story) for line in texts(pane.draw(story, row, width))]


def items(rows: Iterable[Row]) -> list[Row]:
    """Returns the rows that can be selected."""
    return [row for row in rows if row.kind == "item"]


def spans(line: Line) -> list[Span]:
    """Returns the spans of a line that are more than blanks."""
    return [span for span in line if span.text.strip()]
