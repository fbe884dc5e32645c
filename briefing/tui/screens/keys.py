"""The overlay of keys: what works here, made from the table of commands, and found by typing."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.geometry import Size
from textual.strip import Strip

from briefing.commands import COMMANDS, Command, Group, Place
from briefing.text import Measure
from briefing.tui.arrange import Box
from briefing.tui.glyphs import Glyphs
from briefing.tui.ink import Inks
from briefing.tui.keys import keymap_of
from briefing.tui.lines import Block, Line, Span, blank, cut, flow, spread, width_of
from briefing.tui.screens.overlay import Overlay
from briefing.tui.widgets.painted import Painted

_GROUPS: tuple[Group, ...] = ("Here", "Focus", "Find", "Move", "Panes", "Everywhere")
_TWO_COLUMNS = 66
_KEY = 11
_WIDEST = 100


def commands_at(places: Sequence[Place], words: str, commands: Sequence[Command] = COMMANDS) -> list[Command]:
    """Returns those of `commands` that apply at one of `places` or everywhere and hold every one of `words`."""
    wanted = {*places, "everywhere"}
    terms = words.lower().split()
    return [
        command
        for command in commands
        if wanted.intersection(command.places)
        and all(term in f"{command.shown} {command.title} {command.help}".lower() for term in terms)
    ]


def sheet(found: Sequence[Command], here: str, width: int, glyphs: Glyphs, measure: Measure) -> Block:
    """Returns the commands in their groups, in two columns where `width` allows it."""
    wide = width >= _TWO_COLUMNS
    column = (width - 4) // 2 if wide else width
    blocks: list[Block] = []
    for group in _GROUPS:
        members = [command for command in found if command.group == group]
        if members:
            title = f"Here, in {here}" if group == "Here" else group
            block: Block = [(Span(glyphs.show(title), "text2 bold"),)]
            for command in members:
                key = Span(glyphs.show(command.shown), "focus bold")
                lines = flow([Span(glyphs.show(command.title), "text2")], column - _KEY, None, measure)
                block.append((key, blank(_KEY - measure(key.text)), *lines[0]))
                block += [(blank(_KEY), *line) for line in lines[1:]]
            blocks.append([*block, ()])
    if not wide:
        return [line for block in blocks for line in block]
    left, right = _halves(blocks)
    found_lines: Block = []
    for index in range(max(len(left), len(right))):
        first = left[index] if index < len(left) else ()
        second = right[index] if index < len(right) else ()
        found_lines.append((*first, blank(column + 4 - width_of(first, measure)), *second))
    return found_lines


def _halves(blocks: list[Block]) -> tuple[Block, Block]:
    """Splits groups over two columns so that the longer one is as short as possible."""
    best: tuple[Block, Block] = ([], [])
    shortest = None
    for split in range(1, len(blocks) + 1):
        left = [line for block in blocks[:split] for line in block]
        right = [line for block in blocks[split:] for line in block]
        longest = max(len(left), len(right))
        if shortest is None or longest < shortest:
            best, shortest = (left, right), longest
    return best


class Panel(Painted, can_focus=True):
    """Draws the sheet, scrolled from line `top`."""

    def __init__(self, here: str, places: Sequence[Place], inks: Inks, glyphs: Glyphs, measure: Measure) -> None:
        super().__init__(inks, name="keys")
        self.here, self.places, self.glyphs, self.measure = here, places, glyphs, measure
        self.words = ""
        self.top = 0

    def lines(self, width: int) -> Block:
        """Returns the sheet for a panel of `width` cells."""
        found = commands_at(self.places, self.words, keymap_of(self).commands)
        if not found:
            return [(Span("Nothing matches. esc clears.", "meta"),)]
        return sheet(found, self.here, width - 4, self.glyphs, self.measure)

    def scroll_by(self, lines: int) -> None:
        """Scrolls as far as there is something below or above."""
        room = self.size.height - 5
        self.top = max(0, min(self.top + lines, len(self.lines(self.size.width)) - room))
        self.refresh()

    def look_for(self, words: str) -> None:
        """Shows only the commands that hold these words."""
        self.words, self.top = words, 0
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width, height = self.size
        line: Line = ()
        lines = self.lines(width)
        if y == 1:
            right = (Span("esc", "focus bold"), Span(" closes", "meta"))
            room = width - 4 - width_of(right, self.measure) - 2
            about = f"in {self.here}; type to search" if not self.words else f"with {self.words}"
            if room < len(about) + 7 and not self.words:
                about = "type to search"
            left = (Span("Keys", "text bold"), blank(3), Span(self.glyphs.show(about), "meta"))
            line = spread(cut(left, room, self.measure, self.glyphs.more), right, width - 4, self.measure)
        elif 3 <= y < height - 2 + (len(lines) <= height - 4):
            index = self.top + y - 3
            line = lines[index] if index < len(lines) else ()
        elif y == height - 2 and self.top + height - 5 < len(lines):
            line = (Span(f"{self.glyphs.below}{len(lines) - self.top - height + 5} more lines", "meta"),)
        return self.paint((blank(2), *cut(line, width - 4, self.measure, self.glyphs.more)), "surface")


class Keys(Overlay[None]):
    """Shows the keys over a screen. Typing narrows them down; esc clears, then closes."""

    def __init__(self, here: str, places: Sequence[Place], inks: Inks, glyphs: Glyphs, measure: Measure) -> None:
        self.panel = Panel(here, places, inks, glyphs, measure)
        super().__init__(self.panel)

    def box(self, size: Size) -> Box:
        """Returns the middle of the screen, as high as the sheet."""
        margin = 2 if size.width > _TWO_COLUMNS else 0
        width = min(_WIDEST, size.width - 2 * margin)
        height = min(size.height - (2 if size.height > 12 else 0), len(self.panel.lines(width)) + 4)
        return Box((size.width - width) // 2, (size.height - height) // 2, width, height)

    def pressed(self, event: events.Key) -> None:
        panel = self.panel
        if event.key == "escape" and panel.words:
            panel.look_for("")
        elif event.key in ("escape", "ctrl+q", "f1") or (event.character == "?" and not panel.words):
            self.dismiss()
        elif event.key in ("down", "up", "pagedown", "pageup", "ctrl+d", "ctrl+u"):
            step = panel.size.height // 2 if event.key[0] in "pc" else 1
            panel.scroll_by(step if event.key in ("down", "pagedown", "ctrl+d") else -step)
        elif event.key == "backspace":
            panel.look_for(panel.words[:-1])
        elif event.character and event.character.isprintable():
            panel.look_for(panel.words + event.character)
