"""The one table of commands: bindings, help, footer and the page of keys are made from it."""

from __future__ import annotations

from typing import Literal

from briefing.records import record

Place = Literal["list", "timeline", "reader", "problems", "briefing", "library", "everywhere"]
"""Where a command applies: a pane with items, the timeline, an open source, the problems, anywhere in an open
briefing, the library, or anywhere."""

Group = Literal["Here", "Change", "Focus", "Find", "Move", "Panes", "Everywhere"]


@record
class Command:
    """Something a key does. `keys` are textual's names, the first one is shown; `shown` says them as a person would.

    `writes` is true where it changes the file; nothing else does.
    """

    id: str
    keys: tuple[str, ...]
    shown: str
    title: str
    help: str
    group: Group
    places: tuple[Place, ...] = ("everywhere",)
    writes: bool = False

    @property
    def action(self) -> str:
        """The name of the method that does it, without `action_`."""
        return self.id.replace(".", "_").replace("-", "_")


# fmt: off
COMMANDS: tuple[Command, ...] = (
    Command("open", ("enter",), "enter", "source",
            "Opens the source beside the item, the passage lit; from a problem it leads to its item.",
            "Here", ("list", "problems")),
    Command("open.briefing", ("enter",), "enter", "open", "Opens the briefing.", "Here", ("library",)),
    Command("passage.next", ("p",), "p", "next passage",
            "Goes to the next passage that the item rests on.", "Here", ("reader",)),
    Command("passage.previous", ("P", "shift+p"), "P", "previous passage",
            "Goes to the previous passage that the item rests on.", "Here", ("reader",)),
    Command("back", ("escape",), "esc", "back",
            "Goes out of help, a zoomed pane, a source, a pane beside the four, and last to the list of briefings.",
            "Here"),
    Command("card", ("c",), "c", "actor card",
            "Shows an actor: role, what they said, claimed and did, in order.", "Here", ("list", "reader")),
    Command("rests", ("w",), "w", "what rests here",
            "Lists every item that rests on the paragraph.", "Here", ("reader",)),
    Command("accept", ("a",), "a", "accept the draft",
            "Accepts a draft, so that it is one no longer, and goes to the next.",
            "Change", ("list", "reader"), writes=True),
    Command("accept.all", ("A", "shift+a"), "A", "accept all drafts",
            "Accepts all drafts of the pane, after showing them.", "Change", ("list",), writes=True),
    Command("reject", ("d",), "d", "reject the draft",
            "Takes a draft out of the file, and goes to the next.", "Change", ("list", "reader"), writes=True),
    Command("reject.all", ("D", "shift+d"), "D", "reject all drafts",
            "Takes all drafts of the pane out of the file, after showing them.", "Change", ("list",), writes=True),
    Command("question.status", ("s",), "s", "answer",
            "Says how a question stands: open, watching, answered, with the answer and its source, or moot.",
            "Change", ("list", "reader"), writes=True),
    Command("quote.star", ("asterisk",), "*", "star",
            "Makes a quote a key quote, or no longer one.", "Change", ("list", "reader"), writes=True),
    Command("actor.side", ("b",), "b", "side",
            "Puts an actor on a side: one that there is, a new one, or none.",
            "Change", ("list", "reader"), writes=True),
    Command("field", ("x",), "x", "change a field",
            "Changes one field of an item in place: its text, its head, or any other that it has or may have.",
            "Change", ("list", "reader"), writes=True),
    Command("add", ("i",), "i", "add",
            "Adds a fact to the pane; with a source open, one that rests on the paragraph on the screen.",
            "Change", ("briefing",), writes=True),
    Command("add.source", ("I", "shift+i"), "I", "add a source",
            "Adds a source: its title, its address or its file.", "Change", ("briefing",), writes=True),
    Command("rename", ("R", "shift+r"), "R", "rename",
            "Gives an actor, a side or a source another short name, everywhere; shows the lines first.",
            "Change", ("list", "reader"), writes=True),
    Command("merge", ("M", "shift+m"), "M", "merge",
            "Makes one actor of two that are the same, everywhere; shows the lines first.",
            "Change", ("list", "reader"), writes=True),
    Command("undo", ("u",), "u", "undo",
            "Takes the last change back, and the one before, also after a restart.",
            "Change", ("briefing",), writes=True),
    Command("redo", ("ctrl+r",), "ctrl+r", "redo",
            "Makes the change again that was taken back last.", "Change", ("briefing",), writes=True),
    Command("focus.add", ("f",), "f", "focus",
            "Focuses on actor, speaker, date, question, source: the rest is dimmed. Several combine; again ends it.",
            "Focus", ("list", "reader")),
    Command("focus.topic", ("T", "shift+t"), "T", "focus on the topic",
            "Focuses on the topic of a quote.", "Focus", ("list",)),
    Command("focus.source", ("S", "shift+s"), "S", "focus on the source",
            "Focuses on the source that the item rests on.", "Focus", ("list",)),
    Command("focus.hide", ("F", "shift+f"), "F", "hide the rest",
            "Hides what a focus dims, and back.", "Focus", ("briefing",)),
    Command("search", ("slash",), "/", "search",
            "Finds words in all panes as they are typed; also actor: src: topic: after: before: is: and !word.",
            "Find", ("briefing",)),
    Command("search.next", ("n",), "n", "next hit", "Goes to the next hit of the search.", "Find", ("briefing",)),
    Command("search.previous", ("N", "shift+n"), "N", "previous hit",
            "Goes to the previous hit of the search.", "Find", ("briefing",)),
    Command("history.back", ("left_square_bracket",), "[", "back to where I was",
            "Goes back to the place before, as in a browser.", "Find", ("briefing",)),
    Command("history.forward", ("right_square_bracket",), "]", "forward again",
            "Goes forward again after going back.", "Find", ("briefing",)),
    Command("timeline.nearer", ("plus", "equals_sign"), "+", "nearer",
            "Shows the timeline by month instead of year, then by day.", "Here", ("timeline",)),
    Command("timeline.further", ("minus",), "-", "further away",
            "Shows the timeline by month, then by year, with a bar for the number of events.", "Here", ("timeline",)),
    Command("timeline.only", ("v",), "v", "all, dated, undated, drafts",
            "Shows only what is dated to the day, only what is not, only drafts, all again.", "Here", ("timeline",)),
    Command("timeline.date", ("J", "shift+j"), "J", "jump to a date",
            "Goes to the event nearest to a date.", "Find", ("briefing",)),
    Command("palette", ("colon", "ctrl+p"), ":", "commands and data",
            "Finds commands, actors, quotes, dates, sources and briefings by name.", "Find", ("briefing",)),
    Command("jump", ("apostrophe",), "'", "jump by letter",
            "Puts a letter on everything that can be selected; the letter goes there.", "Find", ("briefing",)),
    Command("copy", ("y",), "y", "copy with citation",
            "Copies what is selected with its citation, as Markdown; what the mouse was drawn over as it is.",
            "Here", ("briefing",)),
    Command("copy.words", ("Y", "shift+y"), "Y", "copy the words",
            "Copies the bare words; in an open source the passage that is lit, or the paragraph.",
            "Here", ("briefing",)),
    Command("address", ("o",), "o", "open the address",
            "Opens the address of the source in the browser; without one, as over ssh, it is shown and copied.",
            "Here", ("briefing",)),
    Command("edit", ("e",), "e", "edit",
            "Opens the file in your editor at what is selected; from an open source at the item that rests on it.",
            "Here", ("briefing", "library")),
    Command("edit.section", ("E", "shift+e"), "E", "edit the section",
            "Opens the file in your editor at the section of the pane, where there is none yet at the end of the"
            " file; among the problems at the first.",
            "Here", ("briefing",)),
    Command("briefing.next", ("greater_than_sign",), ">", "next briefing",
            "Opens the next briefing of the list, without going back to it.", "Everywhere", ("briefing",)),
    Command("briefing.previous", ("less_than_sign",), "<", "previous briefing",
            "Opens the previous briefing of the list, without going back to it.", "Everywhere", ("briefing",)),
    Command("library.filter", ("slash",), "/", "filter",
            "Shows only the briefings whose title or file name has what is typed.", "Here", ("library",)),
    Command("library.sort", ("s",), "s", "sort",
            "Sorts by as-of date, title, open questions, or what is due next.", "Here", ("library",)),
    Command("mouse", ("m",), "m", "mouse to the terminal",
            "Gives the mouse to the terminal, so that its own selection works, and takes it back.", "Everywhere"),
    Command("timeline.turn", ("r",), "r", "turn the timeline round",
            "Shows the timeline oldest first, or newest first again.", "Here", ("timeline",)),
    Command("move.down", ("down", "j"), "↓ j", "down",
            "Goes to the next item; scrolls an open source by a line.", "Move"),
    Command("move.up", ("up", "k"), "↑ k", "up",
            "Goes to the previous item; scrolls an open source by a line.", "Move"),
    Command("move.first", ("g", "home"), "g", "first", "Goes to the first item, or the top of the source.", "Move"),
    Command("move.last", ("G", "shift+g", "end"), "G", "last",
            "Goes to the last item, or the end of the source.", "Move"),
    Command("page.down", ("ctrl+d", "pagedown"), "ctrl+d", "half a page down", "Goes down by half a page.", "Move"),
    Command("page.up", ("ctrl+u", "pageup"), "ctrl+u", "half a page up", "Goes up by half a page.", "Move"),
    Command("pane.next", ("tab",), "tab", "next pane", "Goes to the next pane.", "Panes", ("briefing",)),
    Command("pane.previous", ("shift+tab",), "shift+tab", "previous pane",
            "Goes to the previous pane.", "Panes", ("briefing",)),
    Command("pane.left", ("left", "h"), "← h", "pane to the left",
            "Goes to the pane at the left, or the previous one.", "Panes", ("briefing",)),
    Command("pane.right", ("right", "l"), "→ l", "pane to the right",
            "Goes to the pane at the right, or the next one.", "Panes", ("briefing",)),
    Command("pane.1", ("1",), "1", "actors", "Who is who.", "Panes", ("briefing",)),
    Command("pane.2", ("2",), "2", "key quotes", "Who said what, word for word.", "Panes", ("briefing",)),
    Command("pane.3", ("3",), "3", "timeline", "What happened when.", "Panes", ("briefing",)),
    Command("pane.4", ("4",), "4", "open questions", "What nobody knows yet.", "Panes", ("briefing",)),
    Command("pane.5", ("5",), "5", "figures", "How many, who says so, and what it was before.", "Panes", ("briefing",)),
    Command("pane.6", ("6",), "6", "claims", "Who asserts what, in our words.", "Panes", ("briefing",)),
    Command("pane.7", ("7",), "7", "relations", "Who stands how to whom.", "Panes", ("briefing",)),
    Command("pane.8", ("8",), "8", "judgements", "What we think, and how likely.", "Panes", ("briefing",)),
    Command("pane.9", ("9",), "9", "next steps", "What to do next.", "Panes", ("briefing",)),
    Command("pane.0", ("0",), "0", "brief",
            "Bottom line, why it matters, notes, sources, and whatever else stands at the top.",
            "Panes", ("briefing",)),
    Command("problems", ("exclamation_mark",), "!", "problems",
            "What is wrong in the file, with line, caret and what to write instead.", "Panes", ("briefing",)),
    Command("change.next", ("right_curly_bracket",), "}", "next change",
            "Goes to the next item that is new or changed since you read it, in whatever pane.",
            "Find", ("briefing",)),
    Command("change.previous", ("left_curly_bracket",), "{", "previous change",
            "Goes to the previous item that is new or changed.", "Find", ("briefing",)),
    Command("changes", ("C", "shift+c"), "C", "what changed",
            "Lists what changed since you read it, with the old words.", "Find", ("briefing",)),
    Command("read.all", ("V", "shift+v"), "V", "all is read",
            "Marks everything as read; again takes that back.", "Find", ("briefing",)),
    Command("zoom", ("z",), "z", "zoom",
            "Gives the focused pane the whole screen, and back.", "Everywhere", ("briefing",)),
    Command("hide", ("H", "shift+h"), "H", "hide this pane",
            "Hides the focused pane; the others take its room. Its number shows it again.", "Panes", ("briefing",)),
    Command("help", ("question_mark", "f1"), "?", "help", "Shows the keys that work here.", "Everywhere"),
    Command("theme.next", ("t",), "t", "next theme",
            "Goes to the next theme: dark, light, high contrast, colour-blind safe, the terminal's own, yours.",
            "Everywhere"),
    Command("suspend", ("ctrl+z",), "ctrl+z", "to the shell",
            "Goes to the shell; fg comes back to the dashboard.", "Everywhere"),
    Command("interrupt", ("ctrl+c",), "ctrl+c", "interrupt", "Leaves with exit status 130, for scripts.", "Everywhere"),
    Command("quit", ("q", "ctrl+q"), "q", "quit",
            "Leaves. Nothing has to be saved: looking never writes, and a change is saved at once.", "Everywhere"),
)
# fmt: on

BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}

_SCREENS: dict[Place, frozenset[str]] = {
    "list": frozenset(("briefing",)),
    "timeline": frozenset(("briefing",)),
    "reader": frozenset(("briefing",)),
    "problems": frozenset(("briefing",)),
    "briefing": frozenset(("briefing",)),
    "library": frozenset(("library",)),
    "everywhere": frozenset(("briefing", "library")),
}
"""The screens that a place is on. A key does one thing on a screen, so that nobody has to think where the focus is."""


def meet(one: Command, other: Command) -> bool:
    """True when both apply on one screen, where no key can be that of both."""
    return any(_SCREENS[a] & _SCREENS[b] for a in one.places for b in other.places)
