"""What stands where on the desktop, and what its header says, for a size of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region, Size
from textual.widget import Widget

from briefing.tui import hints
from briefing.tui.arrange import ROOMY, SMALLEST, Box, Plan, mode_of, plan
from briefing.tui.head import breadcrumb, header, title_line, untold
from briefing.tui.lines import Block, Line, Span, flow
from briefing.tui.panes import PANES, PROBLEMS
from briefing.tui.story import Story
from briefing.tui.view import READER

if TYPE_CHECKING:
    from briefing.model import Item
    from briefing.tui.screens.desktop import Desktop


def stand(desktop: Desktop, size: Size) -> tuple[Plan, dict[Widget, Box]]:
    """Returns the plan of a screen of `size` and the boxes of the widgets that it shows; tells the lists how to
    draw."""
    view = desktop.view
    lines = len(header_lines(desktop, size.width - 2, size.height))
    side = view.side
    if view.mode == "stack" and side and not view.in_side:
        side = None
    shown = None if view.zoomed and not view.in_side else side
    if view.mode == "tabs" and not view.in_side:
        shown = None

    def need(pane: str, width: int, limit: int) -> int:
        return desktop.lists[pane].need(width, limit)

    made = plan(
        (size.width, size.height), lines, list(desktop.lists), view.main, shown, view.zoomed, need, view.hidden,
        banner=desktop.banner is not None,
    )  # fmt: skip
    found: dict[Widget, Box] = {}
    prompt = desktop.prompt
    foot = prompt if prompt is not None and prompt.has_focus else desktop.footer
    widgets: dict[str, Widget] = {"header": desktop.header, "footer": foot, **desktop.lists}
    if desktop.banner is not None:
        widgets["banner"] = desktop.banner
    if side:
        widget = desktop.reader if side == READER else desktop.further.get(side)
        if widget is not None:
            widgets["side"] = widget
    for name, box in made.boxes.items():
        if name in widgets:
            found[widgets[name]] = box
    tabs = view.mode == "tabs" and not view.zoomed
    aside = untold(desktop.story, view.focus, size.width - 2, view.hidden) if tabs else ()
    for name, rows in desktop.lists.items():
        behind = view.in_side and view.side == READER and name == view.main and len(view.sides) == 1
        rows.set_manner(
            peeking=name in made.peeking, tabbed=tabs, behind=behind, aside=aside, moves=_moves(rows, found)
        )
    for name, rows in desktop.further.items():
        under = tabs and name in PANES and name != PROBLEMS.id
        rows.set_manner(peeking=False, tabbed=under, behind=False, aside=aside, moves=_moves(rows, found))
    if made.mode == "small":
        found = {desktop.header: Box(0, 0, size.width, size.height)}
    return made, found


def _moves(widget: Widget, boxes: dict[Widget, Box]) -> bool:
    """True when a widget is about to stand elsewhere than it does, or nowhere: the layout then paints it."""
    return widget not in boxes or widget.region != Region(*boxes[widget])


def header_lines(desktop: Desktop, width: int, height: int | None = None) -> Block:
    """Returns the lines above the panes for `width` cells between the margins, of the screen that there is or of one
    of `height` rows."""
    story, view, size = desktop.story, desktop.view, desktop.app.size
    mode = mode_of(size.width, size.height) if height is None else mode_of(width + 2, height)
    if mode == "small":
        words = f"briefing needs {SMALLEST[0]}×{SMALLEST[1]}; this is {size.width}×{size.height}"
        return flow([Span(story.glyphs.show(words), "text")], max(1, width), None, story.measure)
    if mode == "tabs" and view.focus == READER and desktop.reader is not None and not view.zoomed:
        return [_reader_head(story, desktop.reader.item)]
    if mode == "tabs" and view.focus in desktop.occasional and not view.zoomed:
        return [title_line(story, width)]
    crumb = None
    if view.marks:
        crumb = breadcrumb(story, view.marks, len(desktop.lens.concerned or ()), story.items, width)
    beside = bool(view.in_side and view.side)
    rows = size.height if height is None else height
    return header(
        story, mode, view.focus, width, rows, zoomed=view.zoomed, beside=beside, crumb=crumb, hidden=view.hidden,
        under_banner=desktop.banner is not None and rows < ROOMY,
    )  # fmt: skip


def _reader_head(story: Story, item: Item | None) -> Line:
    """Returns the item that a source was opened from, where the source has the whole screen."""
    star = [Span(f"{story.glyphs.key} ", "open")] if getattr(item, "key", False) else []
    return (*star, Span(story.show(hints.item_head(story, item)), "text bold"))
