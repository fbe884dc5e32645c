"""The one table of commands: bindings, help, footer and the page of keys are made from it."""

from __future__ import annotations

from typing import Literal

from briefing.records import record

Place = Literal["list", "timeline", "reader", "problems", "library", "everywhere"]
"""Where a command applies: a pane with items, the timeline, an open source, the problems, the library, anywhere."""

Group = Literal["Here", "Move", "Panes", "Everywhere"]


@record
class Command:
    """Something a key does. `keys` are textual's names, the first one is shown; `shown` says them as a person would."""

    id: str
    keys: tuple[str, ...]
    shown: str
    title: str
    help: str
    group: Group
    places: tuple[Place, ...] = ("everywhere",)

    @property
    def action(self) -> str:
        """The name of the method that does it, without `action_`."""
        return self.id.replace(".", "_").replace("-", "_")


COMMANDS: tuple[Command, ...] = (
    Command(
        "open",
        ("enter",),
        "enter",
        "source",
        "Opens the source beside the item, the passage lit; from a problem its item, in the list the briefing.",
        "Here",
        ("list", "problems", "library"),
    ),
    Command(
        "passage.next",
        ("p",),
        "p",
        "next passage",
        "Goes to the next passage that the item rests on.",
        "Here",
        ("reader",),
    ),
    Command(
        "passage.previous",
        ("P", "shift+p"),
        "P",
        "previous passage",
        "Goes to the previous passage that the item rests on.",
        "Here",
        ("reader",),
    ),
    Command(
        "back",
        ("escape",),
        "esc",
        "back",
        "Goes out of the keys, a zoomed pane, a source, a pane beside the four, and at last to the list of briefings.",
        "Here",
    ),
    Command(
        "timeline.turn",
        ("r",),
        "r",
        "turn the timeline round",
        "Shows the timeline oldest first, or newest first again.",
        "Here",
        ("timeline",),
    ),
    Command(
        "move.down", ("down", "j"), "↓ j", "down", "Goes to the next item; scrolls an open source by a line.", "Move"
    ),
    Command(
        "move.up", ("up", "k"), "↑ k", "up", "Goes to the previous item; scrolls an open source by a line.", "Move"
    ),
    Command("move.first", ("g", "home"), "g", "first", "Goes to the first item, or the top of the source.", "Move"),
    Command(
        "move.last", ("G", "shift+g", "end"), "G", "last", "Goes to the last item, or the end of the source.", "Move"
    ),
    Command("page.down", ("ctrl+d", "pagedown"), "ctrl+d", "half a page down", "Goes down by half a page.", "Move"),
    Command("page.up", ("ctrl+u", "pageup"), "ctrl+u", "half a page up", "Goes up by half a page.", "Move"),
    Command("pane.next", ("tab",), "tab", "next pane", "Goes to the next pane.", "Panes"),
    Command("pane.previous", ("shift+tab",), "shift+tab", "previous pane", "Goes to the previous pane.", "Panes"),
    Command(
        "pane.left",
        ("left", "h"),
        "← h",
        "pane to the left",
        "Goes to the pane at the left, or the previous one.",
        "Panes",
    ),
    Command(
        "pane.right",
        ("right", "l"),
        "→ l",
        "pane to the right",
        "Goes to the pane at the right, or the next one.",
        "Panes",
    ),
    Command("pane.1", ("1",), "1", "actors", "Who is who.", "Panes"),
    Command("pane.2", ("2",), "2", "key quotes", "Who said what, word for word.", "Panes"),
    Command("pane.3", ("3",), "3", "timeline", "What happened when.", "Panes"),
    Command("pane.4", ("4",), "4", "open questions", "What nobody knows yet.", "Panes"),
    Command("pane.5", ("5",), "5", "figures", "How many, who says so, and what it was before.", "Panes"),
    Command("pane.6", ("6",), "6", "claims", "Who asserts what, in our words.", "Panes"),
    Command("pane.7", ("7",), "7", "relations", "Who stands how to whom.", "Panes"),
    Command("pane.8", ("8",), "8", "judgements", "What we think, and how likely.", "Panes"),
    Command("pane.9", ("9",), "9", "next steps", "What to do next.", "Panes"),
    Command(
        "pane.0",
        ("0",),
        "0",
        "brief",
        "Bottom line, why it matters, notes, sources, and whatever else stands at the top.",
        "Panes",
    ),
    Command(
        "problems",
        ("exclamation_mark",),
        "!",
        "problems",
        "What is wrong in the file, with line, caret and what to write instead.",
        "Panes",
    ),
    Command("zoom", ("z",), "z", "zoom", "Gives the focused pane the whole screen, and back.", "Everywhere"),
    Command("help", ("question_mark", "f1"), "?", "help", "Shows the keys that work here.", "Everywhere"),
    Command(
        "quit", ("q", "ctrl+q"), "q", "quit", "Leaves. Nothing has to be saved: looking never writes.", "Everywhere"
    ),
)

BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}
