"""What is in force: the shipped settings, the user's over them, the keymap and the theme that they name.

Nothing here raises for what a file holds: what is right of it is used, and the rest becomes problems. A start reads the
shipped settings, the user's when there are any, a keymap when it is not the default one, and one theme.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from briefing import data
from briefing.document.nearest import nearest
from briefing.document.store import Unreadable
from briefing.document.store import read as read_file
from briefing.problems import Problem
from briefing.settings import keymap as keymaps
from briefing.settings import themes
from briefing.settings.entries import Entry, Origin, Page, Word
from briefing.settings.entries import read as read_page
from briefing.settings.keymap import Keymap
from briefing.settings.table import BY_NAME, FALSE, SETTINGS, TRUE, Setting, Settings


class InForce:
    """All that is in force. `origins` has an entry for what the user's file says; the rest is the default."""

    __slots__ = ("folder", "keymap", "origins", "problems", "settings", "theme")

    def __init__(
        self,
        folder: Path,
        settings: Settings,
        origins: Mapping[str, Origin],
        keymap: Keymap,
        theme: themes.Theme,
        problems: tuple[Problem, ...],
    ) -> None:
        self.folder = folder
        self.settings = settings
        self.origins = origins
        self.keymap = keymap
        self.theme = theme
        self.problems = problems

    def is_default(self, name: str) -> bool:
        """True when the user's file does not set the setting `name`."""
        return name not in self.origins


def load(folder: Path) -> InForce:
    """Returns what is in force with the user's files in `folder`, which need not exist."""
    problems: list[Problem] = []
    values: dict[str, str | bool] = {}
    origins: dict[str, Origin] = {}
    shipped = _page(data.path("config", "settings.yaml"), problems)
    if shipped is not None:
        _take(shipped, folder, values, {})
        problems += shipped.problems
    own_path = folder / "settings.yaml"
    own = _page(own_path, problems) if _is_there(own_path) else None
    if own is not None:
        _take(own, folder, values, origins)
        problems += own.problems
    settings = Settings(values)
    keymap = keymaps.load(settings.keymap, folder)
    theme = _theme(settings.theme, folder, problems)
    return InForce(folder, settings, origins, keymap, theme, (*problems, *keymap.problems, *theme.problems))


def _theme(name: str, folder: Path, problems: list[Problem]) -> themes.Theme:
    place = themes.find(name, folder)
    try:
        return themes.read(place) if place is not None else themes.shipped(themes.SHIPPED[0])
    except Unreadable as error:
        problems.append(error.problem)
        return themes.shipped(themes.SHIPPED[0])


def _is_there(path: Path) -> bool:
    try:
        path.lstat()
    except OSError:
        return False
    return True


def _page(path: Path, problems: list[Problem]) -> Page | None:
    """Reads a file of settings; None when it can't be read, which is noted."""
    try:
        return read_page(read_file(path), str(path))
    except Unreadable as error:
        problems.append(error.problem)
        return None


def _take(page: Page, folder: Path, values: dict[str, str | bool], origins: dict[str, Origin]) -> None:
    """Adds the values of a page that can be used, and notes on the page what can't."""
    for entry in page.entries:
        setting = BY_NAME.get(entry.name.text)
        if setting is None:
            page.unknown(entry.name, [known.name for known in SETTINGS], "setting")
            continue
        if entry.listed or not entry.words:
            page.add(entry.name.offset, "value", f"{setting.name} takes one word")
            continue
        value = _value(setting, entry, page, folder)
        if value is not None:
            values[setting.name] = value
            origins[setting.name] = page.origin(entry)


def _value(setting: Setting, entry: Entry, page: Page, folder: Path) -> str | bool | None:
    word = entry.only
    if setting.kind == "flag":
        text = word.text.lower()
        if text in TRUE or text in FALSE:
            return text in TRUE
        page.add(word.offset, "value", f"{setting.name} is true or false, not {_said(word)}", "write true or false")
        return None
    if setting.kind == "command":
        return _command(word, page)
    known = choices(setting, folder)
    if word.text in known:
        return word.text
    _refuse(setting, word, known, page)
    return None


def _command(word: Word, page: Page) -> str | None:
    if not word.text:
        return ""
    # Only now: most people leave it to $VISUAL, and no start has to wait for what would check it.
    from briefing.settings import template

    wrong = template.fault(word.text)
    if wrong is not None:
        page.add(word.offset, "value", *wrong)
        return None
    return word.text


def choices(setting: Setting, folder: Path) -> list[str]:
    """Returns the words that a setting takes, with the user's own themes and keymaps in `folder`."""
    if setting.kind == "flag":
        return ["true", "false"]
    if setting.kind == "theme":
        return [place.name for place in themes.places(folder)]
    if setting.kind == "keymap":
        return keymaps.names(folder)
    return list(setting.choices)


def _refuse(setting: Setting, word: Word, known: Collection[str], page: Page) -> None:
    near = nearest(word.text, known)
    fix = f"write {near}" if near else f"write {', '.join(known)}"
    page.add(word.offset, "value", f"there is no {setting.name} {_said(word)}", fix)


def _said(word: Word) -> str:
    return word.text or "without a name"
