"""What is wrong in a file, where, and what to write instead; and how that is printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from briefing.model import LineMap, Position
from briefing.text import cells, clean_line

Severity = Literal["error", "warning"]

_EXCERPT = 96
"""Characters of a line shown at most: enough for the context, and short enough for an 80-column terminal twice."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. `excerpt` is the line it stands in (a window of it when it is long), already showable;
    `caret` is the 0-based character in it to point at."""

    path: str
    where: Position
    severity: Severity
    code: str
    message: str
    fix: str = ""
    excerpt: str = ""
    caret: int = 0

    def __str__(self) -> str:
        return f"{self.place}: {self.severity} {self.code} {self.message}"

    @property
    def place(self) -> str:
        """`path:line:column`, as editors and terminals understand it."""
        return f"{self.path}:{self.where.line}:{self.where.column}"


def excerpt(text: str, lines: LineMap, offset: int) -> tuple[str, int]:
    """Returns the showable line around `offset` and the index of the character in it; long lines are cut around it."""
    start = lines.start(lines.position(offset).line)
    caret = max(0, min(offset, len(text)) - start)
    skip = max(0, caret - _EXCERPT * 2 // 3)
    window = text[start + skip : start + skip + _EXCERPT]
    for end in ("\n", "\r"):
        window = window.partition(end)[0]
    shown = clean_line(window)
    return ("…" + shown[1:], caret - skip) if skip else (shown, caret)


def render(problem: Problem) -> str:
    """Returns the problem as a compiler would print it: the sentence, the line with a caret, and the fix."""
    parts = [clean_line(str(problem))]
    if problem.excerpt:
        number = str(problem.where.line)
        before = " " * cells(problem.excerpt[: problem.caret])
        parts.append(f"  {number} | {problem.excerpt}")
        parts.append(f"  {' ' * len(number)} | {before}^")
    if problem.fix:
        parts.append(f"  fix: {clean_line(problem.fix)}")
    return "\n".join(parts)


def has_errors(problems: Iterable[Problem]) -> bool:
    """True when one of them is an error."""
    return any(problem.severity == "error" for problem in problems)


def summary(problems: Iterable[Problem]) -> str:
    """Returns the count in words: `1 error, 2 warnings`, or `no problems`."""
    found = list(problems)
    words = []
    for severity in ("error", "warning"):
        number = sum(problem.severity == severity for problem in found)
        if number:
            words.append(f"{number} {severity}{'s' if number > 1 else ''}")
    return ", ".join(words) or "no problems"
