"""What is wrong in all of a user's settings files, whether or not they are in force."""

from __future__ import annotations

from pathlib import Path

from briefing.document.store import Unreadable
from briefing.document.store import read as read_file
from briefing.problems import Problem
from briefing.settings import inforce, themes
from briefing.settings.entries import read as read_page
from briefing.settings.keybuild import build


def files(folder: Path) -> list[Path]:
    """Returns the user's files that settings are read from, by name."""
    found = [folder / name for name in ("settings.yaml", "keys.yaml") if (folder / name).exists()]
    for part in ("keymaps", "themes"):
        try:
            found += sorted(path for path in (folder / part).glob("*.yaml") if not path.name.startswith("."))
        except OSError:
            continue
    return found


def check(folder: Path) -> list[Problem]:
    """Returns the problems of every file in `folder`: of those in force as they act together, of others by
    themselves."""
    found = list(inforce.load(folder).problems)
    for path in files(folder):
        try:
            if path.parent.name == "themes":
                found += themes.read(themes.Place(path.stem, path, True)).problems
            elif path.parent.name == "keymaps":
                found += build(path.stem, [read_page(read_file(path), str(path))]).problems
        except Unreadable as error:
            found.append(error.problem)
    return sorted(dict.fromkeys(found), key=lambda problem: (problem.path, problem.where))
