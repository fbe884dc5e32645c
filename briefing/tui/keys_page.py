"""`docs/keys.md`, made from the table of commands."""

from __future__ import annotations

from briefing.commands import COMMANDS, Command, Group

_PLACES = {
    "list": "a pane",
    "timeline": "the timeline",
    "reader": "an open source",
    "problems": "the problems",
    "briefing": "an open briefing",
    "library": "the list of briefings",
    "everywhere": "everywhere",
}
_GROUPS: dict[Group, str] = {
    "Here": "On an item",
    "Change": "Changing the file",
    "Focus": "Focusing",
    "Find": "Finding",
    "Move": "Moving",
    "Panes": "Panes",
    "Everywhere": "Everywhere",
}


def page() -> str:
    """Returns the page as Markdown."""
    lines = [
        "# Keys",
        "",
        "<!-- Made by `make docs` from the table of commands in briefing/commands.py. -->",
        "",
        "`?` shows those that work where you are, and greyed those that don't, with the reason; type to narrow them",
        "down. `esc` always goes out. These are the keys when nothing else is said:",
        "[Settings, keys and themes](config.md) tells how to change them. Only those under *Changing the file* write",
        "to it ([how](triage.md)); each of them is undone by one `u`.",
    ]
    for group, title in _GROUPS.items():
        lines += ["", f"## {title}", "", "| key | does | where |", "|---|---|---|"]
        lines += [_row(command) for command in COMMANDS if command.group == group]
    return "\n".join(lines) + "\n"


def _row(command: Command) -> str:
    keys = " ".join(f"`{key}`" for key in command.shown.split(" "))
    places = ", ".join(_PLACES[place] for place in command.places)
    return f"| {keys} | {command.help} | {places} |"
