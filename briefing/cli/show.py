"""`briefing show`: a whole briefing as linear text or as JSON on stdout, its problems on stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from briefing.cli import output
from briefing.cli.parse import Options
from briefing.document import grammar
from briefing.document.load import Loaded, load
from briefing.document.store import Unreadable, read
from briefing.export import parts
from briefing.export.parts import Part
from briefing.problems import Problem, has_errors, render, summary

PIPE_WIDTH = 72
"""Columns where there is no terminal: what mail leaves room for when it is quoted."""

_WIDEST = 80
"""Columns in a terminal at most: longer lines of prose are hard to read."""

NARROWEST = 20

SECTIONS: tuple[str, ...] = tuple(part.name for part in parts.PARTS)
"""What `--section` takes, besides headings and beginnings of both."""


def run(options: Options) -> int:
    """Prints the briefing that `options` name and returns the exit status.

    They have `file` (a path), `section` (names, none for all), `width` (cells; None for what suits the place) and
    `format` (`text` or `json`).

    0 fine or only warnings, 1 the file has errors, 2 it can't be read or the request can't be understood.
    """
    if options.width is not None and options.width < NARROWEST:
        return output.misused(f"lines of {options.width} columns are too narrow; the least is {NARROWEST}", "show")
    try:
        chosen = tuple(dict.fromkeys(parts.find(name) for name in options.section or ()))
    except parts.UnknownPartError as error:
        return output.misused(error.message, "show")
    path = Path(options.file)
    try:
        loaded = load(read(path, keep_mark=True), str(path))
    except Unreadable as error:
        if error.problem.code == "no-such-file":
            from briefing.cli.absent import absent

            return output.refuse(absent(path))
        output.say(render(error.problem))
        return output.REFUSED
    problems = sorted((*loaded.problems, *_checked(loaded, path)), key=lambda problem: problem.where)
    if options.format == "json":
        output.data(_as_json(loaded, problems, str(path), chosen))
    elif loaded.readable:
        output.data(_as_text(loaded, problems, _width(options.width), chosen))
    _report(problems)
    if not loaded.readable:
        return output.REFUSED
    return output.FINDINGS if has_errors(problems) else output.FINE


def _checked(loaded: Loaded, path: Path) -> tuple[Problem, ...]:
    """Returns what is wrong between the briefing and its sources."""
    if not loaded.readable:
        return ()
    from briefing import check, sources

    return check.run(loaded.briefing, loaded.text, str(path), sources.read_all(loaded.briefing, path.parent))


def _as_json(loaded: Loaded, problems: Sequence[Problem], path: str, chosen: Sequence[Part]) -> str:
    from briefing.export import as_json

    names = [part.name for part in chosen] or list(grammar.BY_NAME)
    return as_json.text(loaded.briefing, problems, path, names)


def _as_text(loaded: Loaded, problems: Sequence[Problem], width: int, chosen: Sequence[Part]) -> str:
    from briefing.export import linear

    return linear.text(linear.View(loaded.briefing, len(problems), width), chosen)


def _report(problems: Sequence[Problem]) -> None:
    for problem in problems:
        output.say(render(problem))
    if problems:
        output.say(f"{summary(problems)}.")


def _width(wanted: int | None) -> int:
    if wanted is not None:
        return wanted
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError, AttributeError):
        return PIPE_WIDTH
    return max(NARROWEST, min(columns, _WIDEST)) if columns else PIPE_WIDTH
