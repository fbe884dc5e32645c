"""Themes: 23 names of what colours mean, each with a colour, from a YAML file.

A theme has either colours of its own, `#RRGGBB`, or those of the terminal by their names, for all its names alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from briefing import data
from briefing.document.store import read as read_file
from briefing.problems import Problem
from briefing.settings.entries import Entry, Page
from briefing.settings.entries import read as read_page

TOKENS = (
    "bg", "surface", "select", "quiet", "mark", "text", "text2", "meta", "dim", "rule", "focus", "open", "new",
    "problem", "draft", "hit", "marktext", "side1", "side2", "side3", "side4", "side5", "side6",
)  # fmt: skip
"""The names of a theme. What each is for stands in `config/themes/dark.yaml`."""

ANSI = (
    "default", "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright_black", "bright_red",
    "bright_green", "bright_yellow", "bright_blue", "bright_magenta", "bright_cyan", "bright_white",
)  # fmt: skip
"""The colours of the terminal itself; `default` leaves ink or ground as they are."""

SHIPPED = ("dark", "light", "contrast", "safe", "terminal")
"""The themes that come with the program, in the order in which the key for the next theme goes through them."""

_DIGITS = frozenset("0123456789abcdefABCDEF")
_ENOUGH = 4.5
"""Contrast of words (WCAG 2.2, success criterion 1.4.3)."""

_GROUNDS = ("bg", "surface", "select", "quiet")
_NO_WORDS = frozenset((*_GROUNDS, "mark", "marktext", "dim", "rule"))
PAIRS: tuple[tuple[str, str], ...] = (
    *((ink, ground) for ink in TOKENS if ink not in _NO_WORDS for ground in _GROUNDS),
    ("dim", "bg"),
    ("marktext", "mark"),
    ("bg", "hit"),
    ("bg", "problem"),
)
"""Every ink with every ground that words in it stand on."""


class Theme:
    """A theme that was read. `tokens` has a colour for each of `TOKENS`, whatever the file lacks."""

    __slots__ = ("name", "path", "problems", "tokens")

    def __init__(self, name: str, path: str, tokens: Mapping[str, str], problems: tuple[Problem, ...] = ()) -> None:
        self.name = name
        self.path = path
        self.tokens = tokens
        self.problems = problems

    @property
    def ansi(self) -> bool:
        """True when the colours are the terminal's own."""
        return not self.tokens["bg"].startswith("#")


class Place:
    """A theme that can be chosen and the file it stands in; `own` for one of the user's."""

    __slots__ = ("name", "own", "path")

    def __init__(self, name: str, path: Path, own: bool) -> None:
        self.name = name
        self.path = path
        self.own = own


def places(folder: Path) -> list[Place]:
    """Returns the themes that can be chosen: the shipped ones, then the user's in `folder/themes`, by name.

    One of the user's that is called like a shipped one takes its place.
    """
    shipped = {name: Place(name, data.path("config", "themes", f"{name}.yaml"), False) for name in SHIPPED}
    try:
        own = sorted(path for path in (folder / "themes").glob("*.yaml") if not path.name.startswith("."))
    except OSError:
        own = []
    return list((shipped | {path.stem: Place(path.stem, path, True) for path in own}).values())


def find(name: str, folder: Path) -> Place | None:
    """Returns the theme called `name`, the user's before a shipped one, or None when there is none."""
    if not name or "/" in name or name.startswith("."):
        return None
    own = folder / "themes" / f"{name}.yaml"
    if own.is_file():
        return Place(name, own, True)
    return Place(name, data.path("config", "themes", f"{name}.yaml"), False) if name in SHIPPED else None


def read(place: Place) -> Theme:
    """Reads a theme from its file. Raises `Unreadable`."""
    return parse(read_file(place.path), str(place.path), place.name, complete=not place.own)


def parse(text: str, path: str, name: str = "", *, complete: bool = False) -> Theme:
    """Reads the text of a theme. What is missing or no colour comes from the shipped dark or light theme, whichever
    has the nearer ground, or from the terminal theme; `complete` says that nothing can be missing. Never raises for
    what stands in the text of a user's file, and `ValueError` for a shipped one that is broken.
    """
    page = read_page(text, path)
    found: dict[str, Entry] = {}
    for entry in page.entries:
        if entry.name.text not in TOKENS:
            page.unknown(entry.name, TOKENS, "colour of a theme")
        elif entry.listed or not (_is_hex(entry.only.text) or entry.only.text in ANSI):
            at = entry.only.offset if entry.words else entry.name.offset
            page.add(at, "value", f"{entry.name.text} needs a colour", f'write "#14171C" or one of {", ".join(ANSI)}')
        else:
            found[entry.name.text] = entry
    ansi = _is_ansi(found)
    for token, entry in list(found.items()):
        if entry.only.text.startswith("#") == ansi:
            message = "a theme has either colours of its own or the terminal's, not both"
            page.add(
                entry.only.offset, "value", message, "write cyan or the like" if ansi else 'write "#14171C" or the like'
            )
            del found[token]
    tokens = {token: found[token].only.text.upper() if not ansi else found[token].only.text for token in found}
    missing = [token for token in TOKENS if token not in tokens]
    if missing and complete:
        raise ValueError(f"{path} lacks {', '.join(missing)}")
    if missing:
        page.add(0, "missing", f"this theme has no {', '.join(missing)}", f"add {missing[0]}: and its colour")
        tokens |= {token: _lender(tokens, ansi).tokens[token] for token in missing}
    if not ansi and not complete:
        _weigh(tokens, found, page)
    ordered = {token: tokens[token] for token in TOKENS}
    return Theme(name, path, ordered, tuple(sorted(page.problems, key=lambda problem: problem.where)))


def shipped(name: str) -> Theme:
    """Returns the shipped theme called `name`."""
    return read(Place(name, data.path("config", "themes", f"{name}.yaml"), False))


def _is_hex(colour: str) -> bool:
    return len(colour) == 7 and colour[0] == "#" and set(colour[1:]) <= _DIGITS


def _is_ansi(found: Mapping[str, Entry]) -> bool:
    ground = found.get("bg")
    if ground is not None:
        return not ground.only.text.startswith("#")
    own = sum(entry.only.text.startswith("#") for entry in found.values())
    return own * 2 < len(found)


def _lender(tokens: Mapping[str, str], ansi: bool) -> Theme:
    if ansi:
        return shipped("terminal")
    from briefing.settings import contrast

    ground = tokens.get("bg", "#000000")
    return shipped("light" if contrast.luminance(ground) > contrast.MIDDLE else "dark")


def _weigh(tokens: Mapping[str, str], found: Mapping[str, Entry], page: Page) -> None:
    """Notes every pair of a user's theme in which words are hard to read, at the ink."""
    from briefing.settings import contrast

    for ink, ground in PAIRS:
        ratio = contrast.ratio(tokens[ink], tokens[ground])
        entry = found.get(ink) or found.get(ground)
        if ratio < _ENOUGH and entry is not None:
            page.add(
                entry.only.offset,
                "contrast",
                f"{ink} on {ground} has a contrast of {ratio:.1f} to 1; words need {_ENOUGH}",
                f"make {ink} {'lighter' if contrast.luminance(tokens[ground]) < contrast.MIDDLE else 'darker'}",
            )
