"""`briefing merge`: what two people changed in one briefing, brought together by item."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from briefing.changes.merge import UNSETTLED, Merged, Way, merge
from briefing.cli import output
from briefing.document import store
from briefing.document.load import load
from briefing.document.refusals import Refused
from briefing.document.saving import save
from briefing.problems import render
from briefing.text import clean_line

_MOST = 20
"""Conflicts that are listed; the dashboard's problems have them all."""


def run(options: Any) -> int:
    """Merges `options.theirs` into `options.ours`, or prints the result; returns the exit status.

    0 merged, 1 merged with something left to settle, 2 a file can't be read or written; then nothing was changed.
    """
    try:
        base, ours, theirs = (store.read(path) for path in (options.base, options.ours, options.theirs))
    except store.Unreadable as error:
        output.say(render(error.problem))
        return output.REFUSED
    name = options.path or options.ours
    merged = merge(base, ours, theirs, name)
    if options.stdout:
        output.document(merged.text)
    elif merged.text != ours:
        try:
            saved = save(Path(options.ours), merged.text, ours)
        except Refused as refused:
            return output.refuse(f"{options.ours}: {refused}")
        for note in saved.notes:
            output.say(note)
    return _told(merged, name)


def _told(merged: Merged, name: str) -> int:
    if merged.left_out:
        lines = "line is" if len(merged.left_out) == 1 else "lines are"
        output.say(
            f"{len(merged.left_out)} comment {lines} only in the other version: {clean_line(merged.left_out[0])}"
        )
    if merged.way is Way.MARKERS:
        output.say(f"{name} was merged line by line, not by item, because {merged.why}")
        if merged.conflicts:
            passages = "passage stands" if merged.conflicts == 1 else "passages stand"
            output.say(f"{merged.conflicts} {passages} between <<<<<<< and >>>>>>>: keep one side of each")
        return output.FINDINGS
    if not merged.conflicts:
        return output.FINE
    problems = [problem for problem in load(merged.text, name).problems if problem.code == UNSETTLED]
    for problem in problems[:_MOST]:
        output.say(render(problem))
    if len(problems) > _MOST:
        output.say(f"{len(problems) - _MOST} more of these stand in the file")
    return output.FINDINGS
