"""`briefing new`: writes the smallest valid briefing, with comments that teach."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

from briefing.cli import output
from briefing.document.new import new, title_of

_ENDINGS = (".yaml", ".yml")


def run(options: Any) -> int:
    """Writes `options.file`, or prints when it is `-`; never over a file that is there. Returns the exit status."""
    to_stdout = options.file == "-"
    typed = Path(options.file)
    if not typed.name or options.file.endswith("/"):
        return output.misused("a file needs a name: briefing new NAME.yaml", "new")
    target = _with_ending(typed)
    title = options.title if options.title is not None else title_of("" if to_stdout else target.stem)
    try:
        text = new(title)
    except ValueError as error:
        return output.misused(f"{error}: --title TEXT", "new")
    if to_stdout:
        output.data(text)
        return output.FINE
    try:
        _create(target, text)
    except FileExistsError:
        return output.refuse(f"{target} is there already and stays as it is")
    except OSError as error:
        return output.refuse(f"{target} can't be written: {output.reason(error)}")
    output.say(f"Wrote {target}. Edit it, then look at it: briefing {_typed(target)}")
    return output.FINE


def _with_ending(path: Path) -> Path:
    """The path with the ending of a briefing; as it is when that is a file already, which is then not written."""
    if path.suffix in _ENDINGS or _is_taken(path):
        return path
    return path.parent / f"{path.name}{_ENDINGS[0]}"


def _is_taken(path: Path) -> bool:
    try:
        return not stat.S_ISDIR(path.stat().st_mode)
    except OSError:
        return False


def _create(target: Path, text: str) -> None:
    """Writes a file that was not there, whole or not at all. Raises `OSError`."""
    with target.open("x", encoding="utf-8", newline="\n") as file:
        try:
            file.write(text)
            file.flush()
        except OSError:
            target.unlink(missing_ok=True)
            raise


def _typed(path: Path) -> str:
    """The path as a shell wants it: in quotes where it needs them, and never taken for an option."""
    from shlex import quote

    word = str(path)
    return quote(f"./{word}" if word.startswith("-") else word)
