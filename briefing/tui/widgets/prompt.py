"""A line to type into, in the place of the footer: for a search, a date, a name."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.strip import Strip

from briefing.tui.ink import Inks
from briefing.tui.lines import Line, Span, blank, cut, spread, width_of
from briefing.tui.story import Story
from briefing.tui.widgets.bars import Hints, fit_hints
from briefing.tui.widgets.painted import Painted

_LONGEST = 200


class Prompt(Painted, can_focus=True):
    """Takes what is typed; `told` says at the right what came of it."""

    @dataclass
    class Changed(Message):
        """The text is another."""

        text: str

    @dataclass
    class Stepped(Message):
        """An arrow was pressed: forward (1) or back (-1) among what was found."""

        step: int

    @dataclass
    class Done(Message):
        """Typing is over: `kept` with enter, not with esc."""

        text: str
        kept: bool

    @dataclass
    class Completing(Message):
        """The text is to be completed."""

        text: str

    def __init__(self, story: Story, inks: Inks, *, name: str) -> None:
        super().__init__(inks, name=name)
        self.story = story
        self.sign = "/"
        self.text = ""
        self.told: Line = ()
        self.hints: Hints = []
        self.single = False

    def start(self, sign: str, text: str, hints: Hints) -> None:
        """Begins anew behind `sign`. Where `single` is set afterwards, the first character is the answer."""
        self.sign, self.text, self.hints, self.told, self.single = sign, text, hints, (), False
        self.refresh()

    def tell(self, told: Line) -> None:
        """Says what came of the text."""
        self.told = told
        self.refresh()

    def put(self, text: str) -> None:
        """Puts another text into the line."""
        self.text = text[:_LONGEST]
        self.refresh()
        self.post_message(self.Changed(self.text))

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        match event.key:
            case "escape" | "ctrl+c":
                self.post_message(self.Done(self.text, False))
            case "enter":
                self.post_message(self.Done(self.text, True))
            case "tab":
                self.post_message(self.Completing(self.text))
            case "down" | "up":
                self.post_message(self.Stepped(1 if event.key == "down" else -1))
            case "backspace" | "ctrl+h" if self.text:
                self.put(self.text[:-1])
            case "ctrl+w":
                self.put(self.text.rstrip().rpartition(" ")[0])
            case "ctrl+u":
                self.put("")
            case _ if self.single and event.character:
                self.post_message(self.Done(event.character, True))
            case _ if event.character and event.character.isprintable():
                self.put(self.text + event.character)

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        self.put(self.text + " ".join(event.text.split()))

    def render_line(self, y: int) -> Strip:
        width, measure = self.size.width, self.story.measure
        left: Line = (Span(self.sign, "focus bold"),)
        if not self.single:
            left = (*left, Span(self.story.glyphs.show(self.text), "text"), Span(" ", "bg@text"))
        room = width - 2 - width_of((*left, *self.told), measure) - 6
        right = fit_hints(self.hints, room, self.story) if room > 0 else ()
        shown = (*left, blank(0 if self.single else 3), *self.told)
        line = (
            spread(shown, right, width - 2, measure)
            if right
            else cut(shown, width - 2, measure, self.story.glyphs.more)
        )
        return self.paint((blank(1), *line), "surface")
