"""The theme that is worn: which one, how deep its colours go in this terminal, and whether its file was saved again."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from briefing.document.store import Unreadable
from briefing.settings import themes
from briefing.settings.themes import Theme
from briefing.tui.ink import Depth, Inks

Shows = Literal["any", "256", "16", "none"]
"""The colours that a terminal can show, or none because `NO_COLOR` says so."""

_Stamp = tuple[int, int]


class Wardrobe:
    """The theme in force and those that may follow it. `shows` is what the terminal can show."""

    def __init__(self, theme: Theme, folder: Path, shows: Shows, *, ascii_only: bool = False) -> None:
        self.folder = folder
        self.shows: Shows = shows
        self.theme = theme
        self.inks = Inks(*self._cut(theme), ascii_only=ascii_only)
        self._stamp = _stamp(theme)

    @property
    def names(self) -> list[str]:
        """The themes that can be chosen, in the order in which they follow each other."""
        return [place.name for place in themes.places(self.folder)]

    def wear(self, name: str) -> str:
        """Puts on the theme called `name` and returns what is to be said; it stays as it is where that can't be."""
        place = themes.find(name, self.folder)
        if place is None:
            return f"There is no theme {name}"
        try:
            theme = themes.read(place)
        except Unreadable as error:
            return f"Theme {name} can't be read: {error.problem.message}"
        self.theme = theme
        self._stamp = _stamp(theme)
        self.inks.use(*self._cut(theme))
        return self._say()

    def next(self) -> str:
        """Puts on the theme that follows and returns what is to be said."""
        names = self.names
        at = names.index(self.theme.name) if self.theme.name in names else -1
        return self.wear(names[(at + 1) % len(names)])

    def wear_again(self) -> str:
        """Reads the theme in force again where its file was saved since; returns what is to be said, "" for nothing.

        A file that is gone or half written for a moment changes nothing.
        """
        stamp = _stamp(self.theme)
        if stamp is None or stamp == self._stamp:
            return ""
        self._stamp = stamp
        return self.wear(self.theme.name)

    def _cut(self, theme: Theme) -> tuple[dict[str, str], Depth]:
        """Returns the colours of a theme as this terminal has them, and how deep they go."""
        if self.shows == "none":
            return dict(theme.tokens), "mono"
        if theme.ansi:
            return dict(theme.tokens), "ansi"
        if self.shows == "16":
            return dict(themes.shipped("terminal").tokens), "ansi"
        if self.shows == "256":
            from briefing.tui.rounding import to_256

            return to_256(theme.tokens), "colour"
        return dict(theme.tokens), "colour"

    def _say(self) -> str:
        theme = self.theme
        if self.shows == "none":
            return f"Theme {theme.name}; NO_COLOR is set, so nothing has a colour"
        if self.shows == "16" and not theme.ansi:
            return f"Theme {theme.name}; this terminal has sixteen colours, and keeps its own"
        if theme.problems:
            number = len(theme.problems)
            problems = "problem" if number == 1 else "problems"
            return f"Theme {theme.name}: {number} {problems}; briefing config check says more"
        return f"Theme {theme.name}"


def _stamp(theme: Theme) -> _Stamp | None:
    try:
        found = Path(theme.path).stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
