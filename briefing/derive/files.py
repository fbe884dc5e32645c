"""Where a draft and the text of its source are written, and that nothing is ever written over."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

_ENDINGS = (".yaml", ".yml", ".json")
_FOLDER = "sources"


class Targets(NamedTuple):
    """The file of the draft and the file of the source's text beside it."""

    draft: Path
    text: Path

    @property
    def file(self) -> str:
        """The path of the text as the draft writes it, relative to the draft's folder."""
        return f"{_FOLDER}/{self.text.name}"


class Refused(Exception):
    """Something is in the way; the message says what."""


def is_folder(output: str) -> bool:
    """True when `-o OUTPUT` means a folder: it is one, or it does not end as a draft does."""
    return Path(output).is_dir() or not output.lower().endswith(_ENDINGS)


def targets(output: str, stem: str, ending: str) -> Targets:
    """Returns the files for the article called `stem`; `ending` is that of a draft in a folder."""
    path = Path(output)
    draft = path / f"{stem}{ending}" if is_folder(output) else path
    return Targets(draft, draft.parent / _FOLDER / f"{draft.stem}.txt")


def write(to: Targets, draft: str, text: bytes) -> None:
    """Writes the text of the source and the draft, the draft last. An identical source text that is there is kept.

    Raises `Refused` when the draft is there already or a different source text is, and `OSError` when writing fails;
    a file that could not be written whole is taken away again.
    """
    if to.draft.exists() or to.draft.is_symlink():
        raise Refused(f"{to.draft} is there already and stays as it is")
    to.text.parent.mkdir(parents=True, exist_ok=True)
    made = _keep(to.text, text)
    try:
        _create(to.draft, draft.encode())
    except FileExistsError:
        raise Refused(f"{to.draft} is there already and stays as it is") from None
    except OSError:
        if made:
            to.text.unlink(missing_ok=True)
        raise


def _keep(path: Path, data: bytes) -> bool:
    """Writes the source text unless it is there; True when it was written."""
    try:
        _create(path, data)
    except FileExistsError:
        if not path.is_file() or path.read_bytes() != data:
            raise Refused(f"{path} is there already with another text") from None
        return False
    return True


def _create(path: Path, data: bytes) -> None:
    """Writes a file that was not there, whole or not at all."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0), 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
    except OSError:
        path.unlink(missing_ok=True)
        raise
