"""The header and the footer."""

from __future__ import annotations

from collections.abc import Callable

from textual.geometry import Region
from textual.strip import Strip

from briefing.tui.ink import Inks
from briefing.tui.keys import keymap_of
from briefing.tui.lines import Block, Line, Span, blank, cut, spread, width_of
from briefing.tui.story import Story
from briefing.tui.widgets.painted import Painted

Hints = list[tuple[str, str]]
"""Commands by their ids, or keys as they are shown, and what they do, the most useful first."""

_LEAST_SPOKEN = 12
"""Cells under which the item in words is left out rather than cut."""


class Header(Painted):
    """The lines above the panes. `lines` makes them for a width."""

    def __init__(self, inks: Inks, lines: Callable[[int], Block], *, name: str) -> None:
        super().__init__(inks, name=name)
        self._lines = lines
        self._drawn: Block = []

    def render_lines(self, crop: Region) -> list[Strip]:
        self._drawn = self._lines(self.size.width)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        return self.paint(self._drawn[y] if y < len(self._drawn) else ())


class Footer(Painted):
    """The last line: keys that are of use now at the left, the selected item in words at the right.

    A message takes the place of the keys until the next key is pressed. Hints are shown with the keys in force.
    """

    def __init__(self, story: Story, inks: Inks, *, name: str) -> None:
        super().__init__(inks, name=name)
        self.story = story
        self.message = ""
        self.hints: Hints = []
        self.spoken = ""
        self.lead = ""
        self.plain = False

    def tell(self, hints: Hints, spoken: str, message: str = "", lead: str = "") -> None:
        """Shows hints behind a `lead`, and words; or a message in place of the hints."""
        if (hints, spoken, message, lead) != (self.hints, self.spoken, self.message, self.lead):
            self.hints, self.spoken, self.message, self.lead = hints, spoken, message, lead
            self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if self.plain:
            words = self.message or ", ".join(filter(None, (self.lead, self.spoken)))
            line = cut((Span(self.story.show(words), "text"),), width - 2, self.story.measure, self.story.glyphs.more)
            return self.paint((blank(1), *line), "surface")
        left = self._left(width - 2)
        measure = self.story.measure
        room = width - 2 - width_of(left, measure) - 3
        right = self._spoken(room) if room >= _LEAST_SPOKEN else ()
        line = spread(left, right, width - 2, measure)
        return self.paint((blank(1), *line), "surface")

    def _spoken(self, room: int) -> Line:
        """Returns the item in words; where there is little room the last parts are left out whole."""
        parts = self.story.show(self.spoken).split(", ")
        while len(parts) > 1 and self.story.measure(", ".join(parts)) > room:
            parts.pop()
        return cut((Span(", ".join(parts), "text2"),), room, self.story.measure, self.story.glyphs.more)

    def _left(self, room: int) -> Line:
        """Whole hints only; the first and the last, which is help, are the last to go."""
        measure = self.story.measure
        if self.message:
            return cut((Span(self.story.show(self.message), "text"),), room, measure, self.story.glyphs.more)
        keymap = keymap_of(self)
        hints = [(keymap.instead(keys), words) for keys, words in self.hints]
        lead = tuple(Span(self.story.show(part), "text") for part in self.lead.split("   ") if part)
        spans = tuple(span for part in lead for span in (part, blank(3)))
        rest = fit_hints([hint for hint in hints if hint[0]], room - width_of(spans, measure), self.story)
        return cut((*spans, *rest), room, measure, self.story.glyphs.more)


def fit_hints(hints: Hints, room: int, story: Story) -> Line:
    """Returns whole hints in at most `room` cells; the last ones but the very last go first."""
    left = list(hints)
    while left:
        spans: list[Span] = []
        for key, words in left:
            spans += [blank(3)] if spans else []
            spans += [Span(story.glyphs.show(key), "focus bold"), Span(f" {story.show(words)}", "text2")]
        if width_of(spans, story.measure) <= room or len(left) == 1:
            return cut(tuple(spans), room, story.measure, story.glyphs.more)
        left.pop(-2 if len(left) > 2 else -1)
    return ()
