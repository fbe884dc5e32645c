"""Text to the clipboard, by the best way there is, and a word about which it was.

A tool of the desktop takes it for certain. A terminal is only asked (OSC 52) and does not answer, so the message says
that it may refuse. What no way takes goes into a file. Nothing passes a shell.
"""

from __future__ import annotations

import subprocess
from base64 import b64encode
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from briefing.state import folder as files
from briefing.text import clean

Wanted = Literal["auto", "native", "tmux", "osc52", "file"]
"""Which ways may be tried: all in their order, or one (a file when that fails)."""

FILE = "copied.md"
_LONGEST_FOR_TERMINALS = 74_994
"""Bytes of text that OSC 52 may carry: in base64 100,000, which is what hterm, xterm and others take at most."""

_TIMEOUT = 1.0
"""Seconds that a tool may take; one whose display is gone would wait for much longer."""

_SCREEN_CHUNK = 240
"""Bytes that GNU screen passes through in one string; older ones cut at 256."""

_TOOLS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("WAYLAND_DISPLAY", "wl-copy", ()),
    ("DISPLAY", "xclip", ("-selection", "clipboard", "-in")),
    ("DISPLAY", "xsel", ("--clipboard", "--input")),
)

Which = Callable[[str], str | None]
Run = Callable[[list[str], bytes], bool]


class Way(NamedTuple):
    """One way to the clipboard: a tool with its arguments, or the terminal. `name` is what the message calls it."""

    kind: Literal["native", "tmux", "osc52"]
    name: str
    argv: tuple[str, ...] = ()


class Copied(NamedTuple):
    """What became of the text: whether it was `taken`, the words that say where or why not, and what is to be written
    to the terminal for it, if anything."""

    taken: bool
    words: str
    sequence: str = ""


def as_wanted(name: str) -> Wanted:
    """Returns the choice of that name; `auto` for one that is none."""
    return next((choice for choice in get_args(Wanted) if choice == name), "auto")


def ways(environ: Mapping[str, str], platform: str, which: Which, wanted: Wanted = "auto") -> list[Way]:
    """Returns the ways in the order to try them.

    Over ssh no tool is used: its clipboard would be that of the other machine. `platform` is `sys.platform`, `which`
    finds a program as `shutil.which` does.
    """
    found: list[Way] = []
    if not remote(environ):
        if platform == "darwin" and (path := which("pbcopy")):
            found.append(Way("native", "pbcopy", (path,)))
        for variable, name, arguments in _TOOLS:
            if environ.get(variable) and (path := which(name)):
                found.append(Way("native", name, (path, *arguments)))
    if environ.get("TMUX") and (path := which("tmux")):
        found.append(Way("tmux", "tmux", (path, "load-buffer", "-w", "-")))
    if environ.get("TERM") != "linux":
        found.append(Way("osc52", "OSC 52"))
    return [way for way in found if wanted in ("auto", way.kind)]


def remote(environ: Mapping[str, str]) -> bool:
    """True when the program runs at the other end of an ssh connection."""
    return bool(environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"))


def copy(text: str, options: list[Way], environ: Mapping[str, str], run: Run, folder: Path | None) -> Copied:
    """Puts `text` on the clipboard by the first of the ways that takes it, or into a file in `folder`.

    Without a folder there is no file. `run` starts a tool, feeds it, and says whether it succeeded.
    """
    data = plain(text).encode("utf-8", "replace")
    for way in options:
        if way.kind == "native" and run([*way.argv], data):
            return Copied(True, f"({way.name})")
        if way.kind == "tmux" and run([*way.argv], data):
            return Copied(True, "(tmux; your terminal may refuse it)")
        if way.kind == "osc52" and len(data) <= _LONGEST_FOR_TERMINALS:
            return Copied(True, "(OSC 52; your terminal may refuse it)", osc52(data, environ))
    return _to_file(data, folder)


def plain(text: str) -> str:
    """Returns text that does nothing where it is pasted: no control characters but line feeds."""
    return clean(text.replace("\r\n", "\n").replace("\r", "\n")).replace("\t", " ")


def osc52(data: bytes, environ: Mapping[str, str]) -> str:
    """Returns the sequence that asks the terminal to take `data`, wrapped where tmux or GNU screen stand before it.

    OSC 52 is xterm's (ctlseqs, Operating System Commands); tmux needs `allow-passthrough` for the wrapped one.
    """
    sequence = f"\x1b]52;c;{b64encode(data).decode()}\x07"
    if environ.get("TMUX"):
        return "\x1bPtmux;" + sequence.replace("\x1b", "\x1b\x1b") + "\x1b\\"
    if environ.get("STY"):
        chunks = [sequence[at : at + _SCREEN_CHUNK] for at in range(0, len(sequence), _SCREEN_CHUNK)]
        return "".join(f"\x1bP{chunk}\x1b\\" for chunk in chunks)
    return sequence


def _to_file(data: bytes, folder: Path | None) -> Copied:
    if folder is None:
        return Copied(False, "no clipboard takes it")
    try:
        files.prepare(folder)
        files.write(folder / FILE, data.decode())
    except OSError as error:
        return Copied(False, f"no clipboard takes it, and no file: {error.strerror or error}")
    return Copied(True, f"to {folder / FILE}")


def run(argv: list[str], data: bytes) -> bool:
    """Feeds `data` to a program and returns whether it ended well within a second.

    It gets no output of ours to hold open: xclip and wl-copy stay behind to serve the clipboard.
    """
    try:
        done = subprocess.run(
            argv, input=data, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=_TIMEOUT, check=False
        )
    except (OSError, subprocess.SubprocessError, ValueError):
        return False
    return done.returncode == 0
