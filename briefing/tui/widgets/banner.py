"""The line on top while the file can't be read: the only one with a coloured ground."""

from __future__ import annotations

from textual.strip import Strip

from briefing.commands import BY_ID
from briefing.tui.ink import Inks
from briefing.tui.keys import keymap_of
from briefing.tui.lines import Line, Span, blank, cut, width_of
from briefing.tui.story import Story
from briefing.tui.widgets.painted import Painted

_GROUND = "@problem"


class Banner(Painted):
    """Says that the file `name` can't be read `since` a time of day, and what to do; `line` is where it stops."""

    def __init__(self, inks: Inks, story: Story) -> None:
        super().__init__(inks, name="banner")
        self.story = story
        self.since = ""
        self.line: int | None = None
        self.reason = ""

    def tell(self, since: str, reason: str, line: int | None) -> None:
        """Takes over since when, why in a few words (`""` for a text that the loader can't read), and the line."""
        self.since, self.reason, self.line = since, reason, line
        self.refresh()

    def render_line(self, y: int) -> Strip:
        return self.paint(banner(self.story, self.since, self.reason, self._keys(), self.size.width), "problem")

    def _keys(self) -> list[tuple[str, str]]:
        keymap = keymap_of(self)
        wanted = [("edit", f"edit line {self.line}"), ("problems", "problems")]
        hints = [(keymap.instead(name), words) for name, words in wanted if name in BY_ID]
        return [(key, words) for key, words in hints if key and (self.line or "line" not in words)]


def banner(story: Story, since: str, reason: str, keys: list[tuple[str, str]], width: int) -> Line:
    """Returns `! aleppo.yaml can't be read since 14:32; you see the last good version.   e edit line 61   ! problems`,
    in fewer words where there is less room."""
    measure = story.measure
    name = story.show(story.path)
    what = reason or "can't be read"
    hints: list[Span] = []
    for key, words in keys:
        hints.append(Span(f"   {story.glyphs.show(key)} {words}", f"bg{_GROUND}"))
    sign = f" {story.glyphs.problem} "
    short = f"{sign}{name} {what} since {since}"
    said: tuple[tuple[str, list[Span]], ...] = (
        (f"{short}; you see the last good version.", hints),
        (short, hints),
        (short, hints[:1]),
        (short, []),
    )
    line: Line = (Span(f"{sign}{what} since {since}", f"bg bold{_GROUND}"),)
    for words, keys_said in said:
        wider = (Span(words, f"bg bold{_GROUND}"), *keys_said)
        if width_of(wider, measure) < width:
            line = wider
            break
    line = cut(line, width, measure, story.glyphs.more)
    return (*line, Span(blank(max(0, width - width_of(line, measure))).text, f"bg{_GROUND}"))
