"""The text of a file → a briefing, with the place of every part and all problems at once.

`load` is pure: it opens nothing and asks no clock. Why it reads events, and how it repairs, is told in
docs/decisions/0002-loader.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import NamedTuple

from yaml.error import MarkedYAMLError, YAMLError

from briefing.document.cursor import Cursor, Stopped
from briefing.document.edits import Edited, Repair
from briefing.document.events import NoParser, parse
from briefing.document.grammar import BY_NAME, TOP_BY_NAME
from briefing.document.items import Repairable
from briefing.document.raw import MARK, acceptable, has_conflict, line_ends
from briefing.document.reader import Reader
from briefing.document.report import Finding, Report
from briefing.model import Briefing, LineMap
from briefing.problems import Problem

SIZE_LIMIT = 8 * 1024 * 1024
"""Characters of a text. Ten thousand items are 1.5 million."""
_ROUNDS = 24
_WORK = 12 * 1024 * 1024
"""Characters that all rounds of repair together may read: about ten seconds of the worst text there is."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A text that was read: the briefing, what is wrong with it, and the text that all offsets are into.

    `text` is without a byte order mark. `readable` is false when the text has nothing of a briefing; the briefing is
    then empty, with the stem of the file's name for its title.
    """

    briefing: Briefing
    problems: tuple[Problem, ...]
    text: str
    readable: bool


def load(text: str, path: str) -> Loaded:
    """Reads `text` as the briefing at `path`, which is only named in problems. Never raises."""
    marked = text.startswith(MARK)
    text = text.removeprefix(MARK)
    lines = LineMap(text)
    reader, report = _read(text)
    if marked:
        message = "the file begins with a byte order mark, which other tools may show or stumble over"
        report.add(0, "byte-order-mark", message, "save it as UTF-8 without BOM")
    report.extend(line_ends(text))
    briefing = reader.briefing(lines, PurePath(path).stem) if reader else _nothing(lines, path)
    return Loaded(briefing, report.problems(path, text, lines), text, bool(reader and reader.known))


def _nothing(lines: LineMap, path: str) -> Briefing:
    return Briefing(title=PurePath(path).stem, lines=lines, marks={})


def _read(text: str) -> tuple[Reader | None, Report]:
    report = Report()
    if len(text) > SIZE_LIMIT:
        message = f"the text has {len(text):,} characters; at most {SIZE_LIMIT:,} are read"
        report.add(0, "too-large", message, "split the story into several files")
        return None, report
    try:
        return _parsed(text)
    except NoParser:
        message = "PyYAML was installed without its C parser, and nothing can be read without it"
        report.add(0, "no-parser", message, "install a wheel of PyYAML, or libyaml and then PyYAML again")
        return None, report


def _parsed(text: str) -> tuple[Reader, Report]:
    acceptable_text, findings = acceptable(text)
    attempt = None if has_conflict(acceptable_text) else _attempt(acceptable_text, Repair(), findings)
    if attempt is None or attempt.failed is not None:
        attempt = _repaired(acceptable_text, findings)
    if attempt.failed is not None:
        _give_up(attempt)
    _conclude(attempt.reader, attempt.report, text)
    return attempt.reader, attempt.report


class _Attempt(NamedTuple):
    """One reading. `failed` is the offset at which it failed, None when it came to an end; `begun` is where that
    began which failed there."""

    reader: Reader
    report: Report
    failed: int | None = None
    begun: int = 0
    reason: str = ""


def _attempt(text: str, repairs: Repair, findings: list[Finding]) -> _Attempt:
    report = Report()
    report.extend(findings)
    report.extend(repairs.findings)
    edited = Edited(text, repairs.edits)
    cursor = Cursor(text, edited.events(parse(edited.text)) if repairs.edits else parse(text), report)
    reader = Reader(cursor, repaired=repairs.made)
    try:
        reader.read()
    except Stopped:
        pass
    except Repairable:
        return _Attempt(reader, report, 0)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        end = edited.origin(mark.index) if mark else 0
        # A block "begins" at its first line, which has nothing to do with the error; quotes and brackets do begin it.
        context = error.context_mark if "block" not in (error.context or "") else None
        begun = edited.origin(context.index) if context else end
        return _Attempt(reader, report, end, begun, error.problem or "")
    except (YAMLError, ValueError):
        return _Attempt(reader, report, 0)
    return _Attempt(reader, report)


def _repaired(text: str, findings: list[Finding]) -> _Attempt:
    """Repairs `text` and reads it again, and again without the lines that still can't be read."""
    if not _looks_like_one(text):
        return _attempt(text, Repair(made=True), findings)
    # Only now: most files need no repair, and no start has to wait for what would do it.
    from briefing.document.repair import Unreadable, repair

    unreadable = Unreadable()
    rounds = max(4, min(_ROUNDS, _WORK // (len(text) + 1)))
    for _ in range(rounds):
        repairs = repair(text, unreadable)
        attempt = _attempt(text, repairs, findings)
        if attempt.failed is None or not unreadable.add(text, attempt.begun, attempt.failed):
            break
    return attempt


def _looks_like_one(text: str) -> bool:
    """True when a line of `text` begins with a name of the format: what is no briefing is not worth a repair."""
    return any(
        text.startswith(f"{name}:") or f"\n{name}:" in text or f"\r{name}:" in text for name in (*TOP_BY_NAME, *BY_NAME)
    )


def _give_up(attempt: _Attempt) -> None:
    """Says from where on nothing was read. A text that has nothing of a briefing is told so instead."""
    at = attempt.failed or 0
    if attempt.reader.known:
        message = f"from here on nothing could be read ({attempt.reason or 'this is not YAML'})"
        attempt.report.add(at, "unreadable-rest", message, "look at this line and the one above it")
    else:
        message = "this is no briefing: it does not consist of lines such as title: …"
        attempt.report.add(0, "not-a-briefing", message, "briefing derive makes a briefing from an article")


def _conclude(reader: Reader, report: Report, text: str) -> None:
    if reader.empty and not reader.mapping and not reader.known:
        if not report.any_error:
            message = "there are only comments in the file" if text.strip() else "the file is empty"
            report.add(0, "empty", message, "begin it with title: …, or use briefing new")
        return
    reader.finish()
