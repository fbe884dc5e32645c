"""The overlay of keys: what works here, made from the table of commands, and found by typing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

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

_GROUPS: tuple[Group, ...] = ("Here", "Change", "Focus", "Find", "Move", "Panes", "Everywhere")
_SCREEN: dict[Place, Place] = dict.fromkeys(("list", "timeline", "reader", "problems", "briefing"), "briefing")
_SCREEN |= {"library": "library", "everywhere": "briefing"}
_ELSEWHERE: dict[Place, str] = {
    "list": "on an item of a pane",
    "timeline": "in the timeline",
    "reader": "in an open source",
    "problems": "in the problems",
}
_NO_REASONS: Mapping[str, str] = MappingProxyType({})
_TWO_COLUMNS = 66
_KEY = 11
_WIDEST = 100


def commands_at(
    places: Sequence[Place], words: str, commands: Sequence[Command] = COMMANDS, why: Mapping[str, str] = _NO_REASONS
) -> list[Command]:
    """Returns those of `commands` that apply at one of `places` or everywhere and hold every one of `words`. `why` says
    of some by their ids why they would do nothing now; its words count too."""
    wanted = {*places, "everywhere"}
    found = [command for command in commands if wanted.intersection(command.places)]
    return _holding(found, words, why)


def commands_beside(places: Sequence[Place], words: str, commands: Sequence[Command] = COMMANDS) -> list[Command]:
    """Returns those of `commands` that apply on the same screen, but elsewhere than at `places`, and hold `words`."""
    wanted = {*places, "everywhere"}
    found = [c for c in commands if not wanted.intersection(c.places) and any(_SCREEN[p] in places for p in c.places)]
    return _holding(found, words, _NO_REASONS)


def _holding(commands: Iterable[Command], words: str, why: Mapping[str, str]) -> list[Command]:
    terms = words.lower().split()

    def holds(command: Command) -> bool:
        said = f"{command.shown} {command.title} {command.help} {why.get(command.id, '')}".lower()
        return all(term in said for term in terms)

    return [command for command in commands if holds(command)]


def sheet(
    found: Sequence[Command],
    beside: Sequence[Command],
    why: Mapping[str, str],
    here: str,
    width: int,
    glyphs: Glyphs,
    measure: Measure,
) -> Block:
    """Returns the commands in their groups, in two columns where `width` allows it: those `found` here, greyed with
    the reason where `why` has one, and those that apply `beside`, greyed under the place where they do."""
    wide = width >= _TWO_COLUMNS
    column = (width - 4) // 2 if wide else width
    titles = {"Here": f"Here, in {here}", "Change": "Change the file"}
    groups = {titles.get(g, g): [c for c in found if c.group == g] for g in _GROUPS}
    places = {f"Only {words}": [c for c in beside if c.places[0] == place] for place, words in _ELSEWHERE.items()}
    blocks: list[Block] = []
    for title, members in (groups | places).items():
        if members:
            block: Block = [(Span(glyphs.show(title), "text2 bold"),)]
            for command in members:
                reason = f" {glyphs.moot} {why[command.id]}" if command.id in why else ""
                works = title in groups and not reason
                key = Span(glyphs.show(command.shown), "focus bold" if works else "meta")
                words = Span(glyphs.show(command.title + reason), "text2" if works else "meta")
                lines = flow([words], column - _KEY, None, measure)
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

    def __init__(
        self, here: str, places: Sequence[Place], why: Mapping[str, str], inks: Inks, glyphs: Glyphs, measure: Measure
    ) -> None:
        super().__init__(inks, name="keys")
        self.here, self.places, self.why, self.glyphs, self.measure = here, places, why, glyphs, measure
        self.words = ""
        self.top = 0
        self._drawn: tuple[tuple[int, str], Block] | None = None

    def lines(self, width: int) -> Block:
        """Returns the sheet for a panel of `width` cells."""
        key = (width, self.words)
        if self._drawn is None or self._drawn[0] != key:
            self._drawn = (key, self._lines(width))
        return self._drawn[1]

    def _lines(self, width: int) -> Block:
        commands = keymap_of(self).commands
        found = commands_at(self.places, self.words, commands, self.why)
        beside = commands_beside(self.places, self.words, commands)
        if not found and not beside:
            return [(Span("Nothing matches. esc clears.", "meta"),)]
        return sheet(found, beside, self.why, self.here, width - 4, self.glyphs, self.measure)

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

    def __init__(
        self, here: str, places: Sequence[Place], why: Mapping[str, str], inks: Inks, glyphs: Glyphs, measure: Measure
    ) -> None:
        """`here` and `places` are where the focus is; `why` says of commands that apply there why they would do
        nothing now."""
        self.panel = Panel(here, places, why, inks, glyphs, measure)
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
