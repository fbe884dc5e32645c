"""The journal of the edits of one briefing: what each replaced, so that it can be undone and done again.

Plain values and their text; nothing here reads or writes a file. Texts are known by their SHA-256, so that an edit is
only ever undone in the very text that it made.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

VERSION = 1
"""Of the file's layout; a file of a higher one belongs to a newer program."""

MOST_STEPS = 500
"""Edits of one briefing that can be undone."""

MOST_BYTES = 512 * 1024
"""Of a journal on disk; an edit takes 300 to 600, the words that it replaces included. The last edit is written down
whatever its size."""

LARGEST = 32 * 1024 * 1024
"""Bytes of a journal that are read: one edit that replaces all of a briefing of 8 MiB, quoted."""

LIFETIME = 7 * 24 * 3600.0
"""Seconds for which the words of a briefing stay in the state folder."""

_LONGEST_WORDS = 200
_END_OF_TIME = 1e12
"""Seconds since 1970 that no clock shows."""


class Hunk(NamedTuple):
    """One replacement: where `old` stood in the text before, in characters from its beginning, `new` stands now."""

    start: int
    old: str
    new: str


class Step(NamedTuple):
    """One edit: its words ("accepted the quote of Khalifa"), the checksums of the text before and after it, what it
    replaced, in the order of the text, and when, in seconds since 1970."""

    words: str
    before: str
    after: str
    hunks: tuple[Hunk, ...]
    at: float


class Journal(NamedTuple):
    """The edits of one briefing, oldest first. The first `done` of them are in the text; the others were undone."""

    steps: tuple[Step, ...] = ()
    done: int = 0


def digest(text: str) -> str:
    """Returns the checksum by which a text is known, 64 hexadecimal digits."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def forward(text: str, hunks: Iterable[Hunk]) -> str | None:
    """Returns the text after the edit, given the one before it; None when it is not the one before it."""
    return _replaced(text, hunks)


def backward(text: str, hunks: Iterable[Hunk]) -> str | None:
    """Returns the text before the edit, given the one after it; None when it is not the one after it."""
    return _replaced(text, inverse(hunks))


def inverse(hunks: Iterable[Hunk]) -> tuple[Hunk, ...]:
    """Returns what takes the edit back, with offsets into the text after it."""
    turned = []
    shift = 0
    for start, old, new in hunks:
        turned.append(Hunk(start + shift, new, old))
        shift += len(new) - len(old)
    return tuple(turned)


def _replaced(text: str, hunks: Iterable[Hunk]) -> str | None:
    parts: list[str] = []
    at = 0
    for start, old, new in hunks:
        if start < at or not text.startswith(old, start) or start > len(text):
            return None
        parts += (text[at:start], new)
        at = start + len(old)
    parts.append(text[at:])
    return "".join(parts)


def recorded(journal: Journal, step: Step) -> Journal:
    """Returns the journal with a further edit done. What was undone before it can't be done again after it, and edits
    that are older than a week, or more than there is room for, are left out."""
    number = place(journal, step.before)
    steps = (*journal.steps[: journal.done if number is None else number], step)
    young = [each for each in steps if each.at > step.at - LIFETIME][-MOST_STEPS:]
    return Journal(tuple(young), len(young))


def to_undo(journal: Journal, present: str) -> int | None:
    """Returns how many edits are in the text with the checksum `present`, the last of which can be undone.

    This is not always `done`: a kill may have come between the journal and the file, and somebody may have put an
    earlier text back by hand. Nearest to `done` where the same text came about several times; None when no edit led
    to this text.
    """
    return _nearest(journal.done, (n for n, step in enumerate(journal.steps, 1) if step.after == present))


def to_redo(journal: Journal, present: str) -> int | None:
    """Returns how many edits are in the text with the checksum `present`, the next of which can be done again."""
    return _nearest(journal.done, (n for n, step in enumerate(journal.steps) if step.before == present))


def place(journal: Journal, present: str) -> int | None:
    """Returns how many edits are in the text with the checksum `present`; None when it is in no place of this
    history."""
    found = (to_undo(journal, present), to_redo(journal, present))
    return _nearest(journal.done, (number for number in found if number is not None))


def _nearest(wanted: int, numbers: Iterable[int]) -> int | None:
    return min(numbers, key=lambda number: abs(number - wanted), default=None)


def written(journal: Journal) -> str:
    """Returns the journal as the text of its file: JSON, a line an edit, the oldest left out where room is short."""
    import json

    lines: list[str] = []
    room = MOST_BYTES
    for step in reversed(journal.steps):
        line = json.dumps(step, ensure_ascii=False)
        room -= len(line.encode("utf-8", "replace")) + 8
        if room < 0 and lines:
            break
        lines.insert(0, line)
    done = max(0, journal.done - (len(journal.steps) - len(lines)))
    return f'{{"version": {VERSION}, "done": {done}, "steps": [\n' + ",\n".join(lines) + "\n]}\n"


def parsed(text: str) -> Journal | None:
    """Returns the journal that the text of a file holds; None for one that a newer version wrote.

    Of anything that is not as it should be nothing is taken: an edit can't be undone by half.
    """
    import json

    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return Journal()
    version = found.get("version") if isinstance(found, dict) else None
    if isinstance(version, int) and version > VERSION:
        return None
    if version != VERSION or not isinstance(found.get("steps"), list):
        return Journal()
    steps = [_step(entry) for entry in found["steps"][-MOST_STEPS:]]
    sound = tuple(step for step in steps if step is not None)
    done = found.get("done")
    if len(sound) < len(steps) or not isinstance(done, int) or not 0 <= done <= len(sound):
        return Journal()
    return Journal(sound, done)


def _step(entry: Any) -> Step | None:
    if not isinstance(entry, list) or len(entry) != len(Step._fields):
        return None
    words, before, after, hunks, at = entry
    texts = all(isinstance(value, str) for value in (words, before, after))
    if not texts or not isinstance(hunks, list) or not isinstance(at, int | float):
        return None
    made = [_hunk(hunk) for hunk in hunks]
    sound = tuple(hunk for hunk in made if hunk is not None)
    if len(sound) < len(made) or not abs(at) < _END_OF_TIME:
        return None
    return Step(words[:_LONGEST_WORDS], before, after, sound, float(at))


def _hunk(entry: Any) -> Hunk | None:
    if not isinstance(entry, list) or len(entry) != len(Hunk._fields):
        return None
    start, old, new = entry
    if type(start) is not int or start < 0 or not isinstance(old, str) or not isinstance(new, str):
        return None
    return Hunk(start, old, new)


def hunks_of(text: str, edits: Sequence[tuple[int, int, str]]) -> tuple[Hunk, ...]:
    """Returns what the edits `(start, end, new)` of `text` replace, in the order of the text."""
    return tuple(
        Hunk(start, text[start:end], new) for start, end, new in sorted(edits, key=lambda edit: (edit[0], edit[1]))
    )
