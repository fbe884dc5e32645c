"""`briefing kept`: the texts of a briefing that were replaced within the last week, and how to get one back."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from briefing.cli import output
from briefing.editing.history import History
from briefing.state import kept
from briefing.state.folder import folder
from briefing.state.journal import Step
from briefing.text import clean_line


def run(options: Any) -> int:
    """Lists what is kept of `options.file`, or prints or writes the text `options.number`; returns the exit status.

    0 fine, 2 there is no such text, or it can't be read or written.
    """
    place = folder(os.environ)
    file = Path(os.path.realpath(options.file))
    texts = kept.kept(place, file)
    if not texts:
        there = f"of {options.file} no text is kept; no edit of it was saved within a week"
        return output.refuse(there if file.exists() else f"there is no {options.file}, and no text of it is kept")
    if options.number is None and options.output is None:
        _list(texts, History(place, file).read().steps)
        return output.FINE
    number = options.number or 1
    if number > len(texts):
        return output.refuse(f"there is no text {number}, only 1 to {len(texts)}")
    try:
        data = kept.content(texts[number - 1])
    except OSError as error:
        return output.refuse(f"text {number} can't be read: {output.reason(error)}")
    if options.output is None:
        output.document(data.decode(errors="replace").removeprefix("\ufeff"))
        return output.FINE
    return _write(options.output, data)


def _list(texts: Sequence[kept.Kept], steps: Sequence[Step]) -> None:
    """Prints when each text was replaced, and between which edits it was the text of the file."""
    long = len(texts[0].sum)
    known = {step.after[:long]: f"after: {step.words}" for step in steps}
    known |= {step.before[:long]: f"before: {step.words}" for step in steps}
    lines = [
        f"{number:>4}  {text.at.astimezone():%Y-%m-%d %H:%M:%S}  {clean_line(known.get(text.sum, ''))}".rstrip()
        for number, text in enumerate(texts, 1)
    ]
    output.data("\n".join(lines))


def _write(name: str, data: bytes) -> int:
    """Writes a file that was not there, with every byte as it was."""
    try:
        handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
    except FileExistsError:
        return output.refuse(f"{name} is there already and stays as it is; give another name")
    except (OSError, ValueError) as error:
        reason = output.reason(error) if isinstance(error, OSError) else "its name can't be used"
        return output.refuse(f"{name} can't be written: {reason}")
    output.say(f"Written to {name}.")
    return output.FINE
