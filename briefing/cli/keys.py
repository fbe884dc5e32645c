"""`briefing keys`: every command with its keys in force, as a file of keys has them, and where they come from."""

from __future__ import annotations

from typing import Any

from briefing.cli import output
from briefing.cli.parse import hint
from briefing.problems import has_errors, render, summary
from briefing.settings import inforce, keymap
from briefing.settings.folder import config_folder
from briefing.settings.keymap import Keymap
from briefing.settings.keysheet import line


def run(options: Any) -> int:
    """Prints the keymap in force, or the one called `options.keymap`; with `options.check` only what is wrong with it.

    Returns the exit status: 0 fine or only warnings, 1 a file has errors, 2 there is no such keymap.
    """
    folder = config_folder()
    if options.keymap is not None:
        known = keymap.names(folder)
        if options.keymap not in known:
            return output.refuse(
                f"there is no keymap '{options.keymap}', only {', '.join(known)}{hint(options.keymap, known)}"
            )
        found = keymap.load(options.keymap, folder)
    else:
        found = inforce.load(folder).keymap
    if options.check:
        for problem in found.problems:
            output.data(render(problem))
        output.say(f"{summary(found.problems).capitalize()} in the keys in force.")
    else:
        output.data(_sheet(found))
        if found.problems:
            output.say(f"{summary(found.problems)}; briefing keys --check says more.")
    return output.FINDINGS if has_errors(found.problems) else output.FINE


def _sheet(found: Keymap) -> str:
    lines = []
    for command in found.commands:
        source = found.sources.get(command.id)
        where = f"{source.path}:{source.line}" if source else "default"
        lines.append((line(command), command.title, where))
    first = max(len(entry) for entry, _, _ in lines) + 2
    second = max(len(title) for _, title, _ in lines) + 2
    return "\n".join(f"{entry:<{first}}# {title:<{second}}{where}" for entry, title, where in lines)
