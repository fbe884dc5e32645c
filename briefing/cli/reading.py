"""How commands that compare read a briefing, and what they say when they can't."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from briefing.cli import output
from briefing.document.load import Loaded, load
from briefing.document.store import Unreadable, read
from briefing.problems import has_errors, render, summary

_NARROWEST = 40


class Refusal(Exception):
    """Why a command can't be carried out: a sentence, or all that is wrong with a file."""

    def __init__(self, sentence: str, *, whole: bool = False) -> None:
        super().__init__(sentence)
        self._whole = whole

    def say(self) -> int:
        """Says it and returns the exit status."""
        if not self._whole:
            return output.refuse(str(self))
        output.say(str(self))
        return output.REFUSED


def opened(path: Path) -> Loaded:
    """Returns the briefing at `path`. Raises `Refusal` when there is none."""
    try:
        loaded = load(read(path, keep_mark=True), str(path))
    except Unreadable as error:
        if error.problem.code == "no-such-file":
            from briefing.cli.absent import absent

            raise Refusal(absent(path)) from error
        raise Refusal(render(error.problem), whole=True) from error
    if not loaded.readable:
        raise Refusal("\n".join(render(problem) for problem in loaded.problems), whole=True)
    return loaded


def loaded_from(data: bytes, name: str) -> Loaded:
    """Returns the briefing that the bytes of an earlier version hold. Raises `Refusal` when they hold none."""
    loaded = load(data.decode("utf-8", "replace"), name)
    if not loaded.readable:
        raise Refusal(f"{name} is no briefing that can be read")
    return loaded


def report_errors(loaded: Loaded, name: str) -> None:
    """Says that a file has errors, if it has: what could not be read is not compared."""
    if has_errors(loaded.problems):
        found = summary(problem for problem in loaded.problems if problem.severity == "error")
        output.say(f"{name} has {found}; what could not be read is not compared. briefing show says more.")


def width() -> int:
    """Returns the columns of the terminal that stdout is, 0 where it is none: lines for programs are not folded."""
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError, AttributeError):
        return 0
    return max(_NARROWEST, columns) if columns else 0
