"""What `briefing [FILE]...` does: the dashboard where there is a terminal, the briefing as text where there is none."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from briefing.cli import output
from briefing.cli.commands import BY_NAME
from briefing.cli.parse import Options, hint


class Dashboard(Protocol):
    """Shows `files` until the reader leaves and returns the exit status.

    `folder` is the library that they were found in, `None` when they were named one by one.
    """

    def __call__(self, files: Sequence[Path], *, folder: Path | None, ascii_only: bool, plain: bool) -> int: ...


def open_briefings(options: Any, dashboard: Dashboard) -> int:
    """Opens what `options.file`, a list of words, names; with an empty one this folder's library or the sample."""
    try:
        files, folder = _chosen([Path(word) for word in options.file])
    except _NothingToOpen as error:
        return output.misused(str(error)) if error.misused else output.refuse(str(error))
    if not has_terminal():
        return _print(files)
    from briefing.document.store import Unreadable
    from briefing.problems import render

    try:
        return dashboard(files, folder=folder, ascii_only=options.ascii or not _writes_unicode(), plain=options.plain)
    except Unreadable as error:
        output.say(render(error.problem))
        return output.REFUSED


def has_terminal() -> bool:
    """True when keys can be read and a screen can be drawn: stdin and stdout are a terminal that is not dumb."""
    streams = (sys.stdin, sys.stdout)
    return all(stream is not None and stream.isatty() for stream in streams) and os.environ.get("TERM") != "dumb"


class _NothingToOpen(Exception):
    """Says why there is nothing to open. `misused` when it may have been meant for a command."""

    def __init__(self, sentence: str, *, misused: bool = False) -> None:
        super().__init__(sentence)
        self.misused = misused


def _chosen(named: list[Path]) -> tuple[list[Path], Path | None]:
    if not named:
        return _at_hand()
    files: list[Path] = []
    folder = None
    for path in named:
        if _is_folder(path):
            files += _library(path)
            folder = path
        else:
            files.append(path)
    return files, folder if len(named) == 1 else None


def _at_hand() -> tuple[list[Path], Path | None]:
    from briefing.library.discover import discover

    here = Path()
    found = discover(here)
    if found:
        return list(found), here
    from briefing.data import path

    if not has_terminal():
        output.say("No briefing in this folder; this is the sample. briefing new FILE starts one of your own.")
    return [path("seeds", "aleppo.yaml")], None


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except FileNotFoundError:
        raise _missing(path) from None
    except OSError as error:
        raise _NothingToOpen(f"{path} can't be opened: {output.reason(error)}") from error


def _missing(path: Path) -> _NothingToOpen:
    word = str(path)
    if path.suffix or path.name != word or word in BY_NAME:
        from briefing.cli.absent import absent

        return _NothingToOpen(absent(path))
    return _NothingToOpen(f"there is no command or file '{word}'{hint(word, BY_NAME)}", misused=True)


def _library(folder: Path) -> list[Path]:
    from briefing.library.discover import discover

    found = discover(folder)
    if not found:
        raise _NothingToOpen(
            f"no briefing in {folder}: a briefing is a .yaml file with a title and a section; briefing new starts one"
        )
    return list(found)


def _print(files: list[Path]) -> int:
    """Prints each file as `briefing show` does and returns the worst exit status."""
    from briefing.cli.show import run

    worst = output.FINE
    for number, file in enumerate(files):
        if number:
            output.data("")
        worst = max(worst, run(Options(file=str(file), section=[], width=None, format="text")))
    return worst


def _writes_unicode() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "") in ("utf8", "utf8sig")
