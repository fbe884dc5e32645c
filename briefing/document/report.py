"""Collects what is wrong in a text while it is read, and places it."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from briefing.document.codes import CODES
from briefing.document.nearest import nearest
from briefing.model import LineMap
from briefing.problems import Problem, excerpt

MOST = 1_000
"""Problems of a file that are listed; a person reads ten, a program a thousand."""
_STORED = 20_000
_COMPARISONS = 50_000
"""Pairs of words that are compared for proposals, half a second's worth; a file that needs more is the wrong one."""


class Finding(NamedTuple):
    """Something wrong at an offset of the text, before it is placed in lines and columns."""

    offset: int
    code: str
    message: str
    fix: str = ""


class Report:
    """The findings of one reading. Those past 20,000 are only counted, so that a hostile file costs no memory."""

    __slots__ = ("_findings", "_left", "_more", "_near")

    def __init__(self) -> None:
        self._findings: list[Finding] = []
        self._more = 0
        self._left = _COMPARISONS
        self._near: dict[tuple[str, str], str] = {}

    def add(self, offset: int, code: str, message: str, fix: str = "") -> None:
        """Notes a finding. `code` must be one of `codes.CODES`."""
        self.extend((Finding(offset, code, message, fix),))

    def extend(self, findings: tuple[Finding, ...] | list[Finding]) -> None:
        """Notes several findings."""
        room = max(0, _STORED - len(self._findings))
        self._findings.extend(findings[:room])
        self._more += max(0, len(findings) - room)

    def nearest(self, word: str, known: Collection[str], noun: str) -> str:
        """Returns the one of the `known` words, which are those of a `noun`, that was meant; "" when none is near, or
        when enough have been compared."""
        found = self._near.get((noun, word))
        if found is None:
            if self._left <= 0:
                return ""
            self._left -= len(known)
            found = self._near[noun, word] = nearest(word, known)
        return found

    def instead(self, word: str, known: Collection[str], noun: str) -> str:
        """Returns the fix that proposes the nearest of the `known` words, or ""."""
        near = self.nearest(word, known, noun)
        return f"write {near}" if near else ""

    @property
    def any_error(self) -> bool:
        """True when one of the findings is an error."""
        return any(CODES[finding.code].severity == "error" for finding in self._findings)

    def problems(self, path: str, text: str, lines: LineMap) -> tuple[Problem, ...]:
        """Returns the first 1,000 findings by position as problems, and one that says how many more there are."""
        ordered = sorted(self._findings, key=lambda finding: finding.offset)
        found = [_placed(finding, path, text, lines) for finding in ordered[:MOST]]
        more = len(ordered) - len(found) + self._more
        if more:
            last = ordered[MOST].offset if len(ordered) > MOST else ordered[-1].offset
            message = f"{more:,} more problems are not listed; mend those above first"
            found.append(_placed(Finding(last, "too-many-problems", message), path, text, lines))
        return tuple(found)


def _placed(finding: Finding, path: str, text: str, lines: LineMap) -> Problem:
    shown, caret = excerpt(text, lines, finding.offset)
    where = lines.position(finding.offset)
    severity = CODES[finding.code].severity
    return Problem(path, where, severity, finding.code, finding.message, finding.fix, shown, caret)
