"""An address to the browser: only when asked, only a link, and never through a shell."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from threading import Thread

from briefing.tui.clipboard import Which, remote

_OPENERS = ("xdg-open", "gio", "wslview")
_GRACE = 1.5
"""Seconds after which an opener that still runs is taken to have found a browser; one that fails does so at once."""

Start = Callable[[list[str]], bool]


def opener(environ: Mapping[str, str], platform: str, which: Which) -> list[str] | None:
    """Returns the command that opens an address which is added to it; None over ssh and where there is no screen.

    A browser of the terminal is not one: it would take the place of the dashboard.
    """
    if remote(environ):
        return None
    if platform == "darwin":
        path = which("open")
        return [path] if path else None
    if not (environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")):
        return None
    for name in _OPENERS:
        path = which(name)
        if path:
            return [path, "open"] if name == "gio" else [path]
    return None


def start(argv: list[str]) -> bool:
    """Starts a program that outlives this one, and returns whether it did not fail at once."""
    try:
        process = subprocess.Popen(
            argv,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, ValueError):
        return False
    try:
        return process.wait(_GRACE) == 0
    except subprocess.TimeoutExpired:
        Thread(target=process.wait, daemon=True).start()
        return True
