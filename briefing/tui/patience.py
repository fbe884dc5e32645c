"""How long a file has to stand still before what it holds is taken for a whole save: no clock, no file, only the rules.

Half a save can't be told from a whole one by looking at it once. What helps: whether somebody still has the file open
for writing, whether its end is the end that the last version had, and that nobody pauses for long in a save. The
figures are told in docs/decisions/0011-watching.md.
"""

from __future__ import annotations

from typing import Literal

Writing = Literal["nobody", "somebody", "unknown"]
"""Who has the file open for writing; unknown where the system can't be asked."""

SETTLED = 0.06
"""Seconds of standing still that are enough where nobody writes and the end of the text is that of the last version."""
NEW_END = 0.25
"""Seconds for a text with another end, as after a line was added there, which may still be growing; and for any text
where it can't be told whether somebody writes."""
CUT_OFF = 1.0
"""Seconds for what looks like a part: nothing, no line end at the end, a third gone, or text that can't be read."""
STILL_OPEN = 3.0
"""Seconds for a file that a program has open for writing and does not write to."""
GONE = 1.0
"""Seconds after which a file that is not there any more is said to be gone."""

_ENDING = 3
"""Lines at the end of a text that are compared; they are the same after a change anywhere else."""
_LOST = 2 / 3


def needed(new: str | None, old: str, writing: Writing, *, readable: bool = True) -> float:
    """Returns the seconds that a file has to stand still before `new` is taken for its text.

    `new` is None for a file whose bytes are no text; `old` is the text that was taken last; `readable` says whether a
    briefing could be made of all of `new`.
    """
    if writing == "somebody":
        return STILL_OPEN
    if new is None or not new.strip() or not readable or _torn(new, old):
        # A program may open the file anew for every part, and nobody has it open between two of them.
        return CUT_OFF if writing == "unknown" or not new else NEW_END
    return SETTLED if writing == "nobody" and new.endswith(ending(old)) else NEW_END


def _torn(new: str, old: str) -> bool:
    """True for a text that ends within a line, has NULs where words are to come, or has lost a third and its end."""
    if old.endswith("\n") and not new.endswith("\n"):
        return True
    if "\0" in new and "\0" not in old:
        return True
    return len(new) < len(old) * _LOST and not new.endswith(ending(old))


def ending(text: str) -> str:
    """Returns the last lines of `text`, with the line end before them; all of a text that has no more."""
    at = len(text.rstrip())
    for _ in range(_ENDING):
        at = text.rfind("\n", 0, max(0, at))
        if at < 0:
            return text
    return text[at:]
