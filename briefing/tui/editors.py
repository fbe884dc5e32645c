"""Which editor there is, and the words that start it at a line and a column of a file. Nothing is started here.

What a column counts differs: vim and Kakoune count bytes, nano and Emacs the cells of the screen, VS Code the units of
UTF-16. The page docs/editor.md says how each was found out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from briefing.settings.template import APART, fill, split
from briefing.text import cells

Unit = Literal["characters", "letters", "graphemes", "bytes", "cells", "utf-16"]
"""What an editor counts before a column: code points; those and what combines with them as one (`letters`), joined
emoji as well (`graphemes`); bytes of UTF-8; cells of the screen with tabs to the next eighth; units of UTF-16."""

Window = Literal["no", "yes", "maybe"]
"""Whether an editor has a window of its own: one of the terminal, one of the desktop, or either."""

TAB = 8
_JOINER = "\u200d"


class Spot(NamedTuple):
    """A place in a file: its line, from 1, and what stands on that line before it."""

    line: int
    before: str

    @property
    def column(self) -> int:
        """The column in characters, from 1."""
        return len(self.before) + 1


class Preset(NamedTuple):
    """How an editor is told a place. `words` follow those of the person, without `drops`, which would make a window
    wait for its end."""

    title: str
    names: tuple[str, ...]
    words: tuple[str, ...]
    counts: Unit = "characters"
    window: Window = "no"
    drops: tuple[str, ...] = ()


_WAIT = ("--wait", "-w")

PRESETS: tuple[Preset, ...] = (
    Preset("vim", ("vim", "nvim"), ("+call cursor({line},{column})", "{file}"), "bytes"),
    Preset(
        "gvim",
        ("gvim", "mvim"),
        ("+call cursor({line},{column})", "{file}"),
        "bytes",
        "yes",
        ("-f", "--nofork"),
    ),
    Preset("vi", ("vi", "vim.tiny", "nvi", "mg", "joe", "pico"), ("+{line}", "{file}")),
    Preset("nano", ("nano", "rnano"), ("+{line},{column}", "{file}"), "cells"),
    Preset("Emacs", ("emacs", "emacsclient"), ("+{line}:{column}", "{file}"), "cells", "maybe"),
    Preset("Helix", ("hx", "helix"), ("{file}:{line}:{column}",), "graphemes"),
    Preset("micro", ("micro",), ("+{line}:{column}", "{file}"), "letters"),
    Preset("Kakoune", ("kak",), ("+{line}:{column}", "{file}"), "bytes"),
    Preset(
        "VS Code",
        ("code", "code-insiders", "code-oss", "codium", "vscodium", "cursor"),
        ("--goto", "{file}:{line}:{column}"),
        "utf-16",
        "yes",
        _WAIT,
    ),
    Preset("Zed", ("zed", "zeditor", "zedit"), ("{file}:{line}:{column}",), "characters", "yes", _WAIT),
    Preset(
        "Sublime Text", ("subl", "sublime_text", "sublimetext"), ("{file}:{line}:{column}",), "characters", "yes", _WAIT
    ),
    Preset("gedit", ("gedit",), ("+{line}:{column}", "{file}"), "characters", "yes", _WAIT),
    Preset(
        "Kate",
        ("kate", "kwrite"),
        ("--line", "{line}", "--column", "{column}", "{file}"),
        "utf-16",
        "yes",
        ("--block", "-b"),
    ),
)
UNKNOWN = Preset("any other", (), ("{file}",))
"""Only the file: an editor that does not know `+61` would open a file of that name."""

FALLBACKS = ("editor", "nano", "micro", "vim", "nvim", "vi", "hx", "kak", "emacs")
"""What is tried where nobody says which: what the system calls its editor (Debian), then those that explain
themselves."""

_BY_NAME = {name: preset for preset in PRESETS for name in preset.names}
_VARIABLES = ("VISUAL", "EDITOR")
_LAUNCHERS = ("env", "nice", "sudo", "doas", "flatpak")
_IN_THE_TERMINAL = ("-nw", "-nox", "--no-window-system", "-t", "--tty")


class Around(NamedTuple):
    """What the choice depends on. `setting` is the template of the settings; `which` finds a program as
    `shutil.which` does, `resolve` follows links as `os.path.realpath` does."""

    setting: str
    environ: Mapping[str, str]
    platform: str
    which: Callable[[str], str | None]
    resolve: Callable[[str], str]


class Editor(NamedTuple):
    """An editor that is there. `words` begin with the path of its program; `window` says that it has one of its own,
    `name` what it is called, `origin` who chose it (`$VISUAL`), empty when nobody did."""

    name: str
    words: tuple[str, ...]
    preset: Preset
    window: bool
    origin: str


class NoEditor(Exception):
    """There is none that could be started; the message says why."""


def choose(around: Around) -> Editor:
    """Returns the editor of the settings, of `$VISUAL`, of `$EDITOR`, or the first of `FALLBACKS` that is there.

    Raises `NoEditor` when the one that was asked for is not there, or none is: another one is never taken for it.
    """
    environ = around.environ
    wanted = (("the setting editor", around.setting), *((f"${name}", environ.get(name, "")) for name in _VARIABLES))
    for origin, command in wanted:
        if command.strip():
            return _asked_for(command, origin, around)
    for name in FALLBACKS:
        found = around.which(name)
        if found:
            editor = _editor((found,), name, "", around)
            return editor._replace(name=_base(around.resolve(found))) if name == "editor" else editor
    raise NoEditor("No editor; set $EDITOR")


def _asked_for(command: str, origin: str, around: Around) -> Editor:
    try:
        words = split(command)
    except ValueError:
        raise NoEditor(f"A quotation mark in {origin} is never closed") from None
    apart = words[-1:] == [APART]
    words = words[:-1] if apart else words
    name = words[0] if words else ""
    if name.startswith("~/") and around.environ.get("HOME"):
        name = around.environ["HOME"] + name[1:]
    found = around.which(name) if name else None
    if found is None:
        raise NoEditor(f"No program {name} ({origin})" if name else f"No program in {origin}")
    editor = _editor((found, *words[1:]), name, origin, around)
    if around.setting.strip():
        # A template says where everything goes; what the columns count is still the editor's business.
        editor = editor._replace(preset=editor.preset._replace(words=(), drops=()))
    return editor._replace(window=True) if apart else editor


def _editor(words: tuple[str, ...], name: str, origin: str, around: Around) -> Editor:
    # What a link leads to first: `vi` is vim nearly everywhere.
    named = (around.resolve(words[0]), name)
    preset = next((found for word in named if (found := _known(word))), None)
    if preset is None and _base(name) in _LAUNCHERS:
        preset = next((found for word in words[1:] if (found := _known(word))), None)
    preset = preset or UNKNOWN
    window = preset.window == "yes" or (preset.window == "maybe" and _has_window(named, words, around))
    return Editor(_base(name), words, preset, window, origin)


def _base(path: str) -> str:
    return path.rpartition("/")[2]


def _known(path: str) -> Preset | None:
    """Returns the preset of a program by its name, its version and make left out: `vim.gtk3`, `emacs-29.4`,
    `org.vim.Vim`."""
    name = _base(path).lower()
    bare = name.partition("-")[0].rstrip("0123456789")
    candidates = (name, name.partition(".")[0], name.rpartition(".")[2], bare)
    return next((preset for candidate in candidates if (preset := _BY_NAME.get(candidate))), None)


def _has_window(named: tuple[str, ...], words: tuple[str, ...], around: Around) -> bool:
    """True for an Emacs that takes a window: there is a desktop, and neither its name nor an option says otherwise."""
    terminal = any("nox" in _base(name) or _base(name).endswith("-nw") for name in named)
    if terminal or around.platform == "darwin" or any(word in _IN_THE_TERMINAL for word in words[1:]):
        return False
    return bool(around.environ.get("DISPLAY") or around.environ.get("WAYLAND_DISPLAY"))


def argv(editor: Editor, path: Path, spot: Spot) -> list[str]:
    """Returns the words that open the file at `path`, made absolute but not resolved, at a place."""
    preset = editor.preset
    values = {
        "file": str(path.absolute()),
        "line": str(spot.line),
        "column": str(column(spot.before, preset.counts)),
    }
    if not preset.words:
        return fill([*editor.words], values)
    dropped = preset.drops if editor.window else ()
    return [*(word for word in editor.words if word not in dropped), *fill([*preset.words], values)]


def column(before: str, counts: Unit) -> int:
    """Returns the column, from 1, of what follows `before` on its line."""
    match counts:
        case "bytes":
            number = len(before.encode())
        case "utf-16":
            number = len(before.encode("utf-16-le")) // 2
        case "cells":
            number = _cells(before)
        case "letters":
            number = sum(not unicodedata.category(character).startswith("M") for character in before)
        case "graphemes":
            number = _graphemes(before)
        case "characters":
            number = len(before)
    return number + 1


def _cells(before: str) -> int:
    *tabbed, last = before.split("\t")
    width = 0
    for part in tabbed:
        width += cells(part)
        width += TAB - width % TAB
    return width + cells(last)


def _graphemes(before: str) -> int:
    """Counts clusters of UAX 29 as far as briefings have them: marks, joined emoji, flags, syllables in parts."""
    number, flag, joined = 0, False, False
    for character in before:
        half = "\U0001f1e6" <= character <= "\U0001f1ff"
        second = half and flag
        if not (joined or second or cells(character) == 0):
            number += 1
        flag, joined = half and not second, character == _JOINER
    return number
