"""`briefing diff A B`: two briefings item by item; also as git calls an external diff."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from briefing.changes import telling
from briefing.changes.differences import compare
from briefing.changes.layout import differs_besides
from briefing.changes.plain import unified
from briefing.cli import output
from briefing.cli.reading import Refusal, width
from briefing.document.load import Loaded, load
from briefing.document.store import Unreadable, read
from briefing.problems import has_errors, render, summary
from briefing.text import clean_line

_FROM_GIT = (7, 9)
"""Words that git gives an external diff: path, old file, its hash and mode, new file, its hash and mode; and where the
file was renamed, its new path and what git says about that."""

_LARGEST = 8 * 1024 * 1024


class _Side(NamedTuple):
    """One of the two: its text, the briefing in it, and what is wrong with it, as the end of a sentence."""

    name: str
    loaded: Loaded
    wrong: str


def run(options: Any) -> int:
    """Prints the differences of `options.a` and `options.b` and returns the exit status.

    0 no difference, 1 differences, 2 a file can't be read. As git's external diff it is always 0: git takes anything
    else for a crash.
    """
    words = [word for word in (options.a, options.b, *options.git) if word is not None]
    if len(words) in _FROM_GIT:
        return _for_git(words, options.format)
    if len(words) == 1 and _called_by_git(os.environ):
        output.data(f"{clean_line(words[0])}: not merged yet")
        return output.FINE
    if len(words) != 2:
        return output.misused("diff needs two files", "diff")
    try:
        return _differ(_side(words[0], clean_line(words[0])), _side(words[1], clean_line(words[1])), options.format, "")
    except Refusal as refusal:
        return refusal.say()


def _called_by_git(environment: Mapping[str, str]) -> bool:
    return "GIT_DIFF_PATH_COUNTER" in environment


def _for_git(words: Sequence[str], form: str) -> int:
    path, old, new = words[0], words[1], words[4]
    renamed = words[7] if len(words) > min(_FROM_GIT) else path
    heading = clean_line(path if renamed == path else f"{path} → {renamed}")
    try:
        _differ(_side(old, f"a/{clean_line(path)}"), _side(new, f"b/{clean_line(renamed)}"), form, heading)
    except Refusal as refusal:
        output.data(f"{heading}: {refusal}")
    return output.FINE


def _differ(old: _Side, new: _Side, form: str, heading: str) -> int:
    compared = compare(old.loaded.briefing, new.loaded.briefing)
    layout = differs_besides(old.loaded, new.loaded, compared)
    differ = bool(compared.differences) or layout
    if form == "json":
        from briefing.changes import as_json

        about = {"a": old.name, "b": new.name, "wrong": {"a": old.wrong or None, "b": new.wrong or None}}
        output.data(as_json.text(compared, about, layout=layout))
        return output.FINDINGS if differ else output.FINE
    parts = [f"{heading}: {telling.summary(compared.differences)}\n"] if heading and differ else []
    parts.append(telling.text(compared, width()))
    wrong = [f"{side.name} {side.wrong}" for side in (old, new) if side.wrong]
    if differ and wrong:
        lines = unified(old.loaded.text, new.loaded.text, (old.name, new.name))
        parts.append(
            f"{' and '.join(wrong)}, so here is the plain text too:\n" + "".join(f"{line}\n" for line in lines)
        )
    elif layout:
        parts.append(f"{telling.LAYOUT}\n")
    if any(parts):
        output.data("\n".join(part for part in parts if part))
    return output.FINDINGS if differ else output.FINE


def _side(word: str, name: str) -> _Side:
    """Reads one file; the null device is a briefing without anything. Raises `Refusal`."""
    if word == os.devnull:
        return _Side(os.devnull, load("", name), "")
    path = Path(word)
    try:
        loaded = load(read(path, keep_mark=True), name)
    except Unreadable as error:
        if error.problem.code not in ("not-utf-8", "utf-16"):
            raise _refusal(path, error) from error
        return _Side(name, load(_as_text(path), name), f"is not UTF-8 ({error.problem.message})")
    if not loaded.readable and loaded.text.strip():
        return _Side(name, loaded, "is no briefing")
    errors = [problem for problem in loaded.problems if problem.severity == "error"]
    empty = not loaded.text.strip()
    return _Side(name, loaded, f"has {summary(errors)}" if has_errors(errors) and not empty else "")


def _refusal(path: Path, error: Unreadable) -> Refusal:
    if error.problem.code == "no-such-file":
        from briefing.cli.absent import absent

        return Refusal(absent(path))
    return Refusal(render(error.problem), whole=True)


def _as_text(path: Path) -> str:
    """Returns the text of a file in another encoding as far as it can be told."""
    data = path.read_bytes()[:_LARGEST]
    return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace")
