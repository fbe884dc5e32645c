"""The folder of the state, and whole files in it that only their owner may read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from time import time

LARGEST = 1024 * 1024
"""Bytes of a state file that are read; what 200 briefings need is a twentieth of it."""

_PATIENCE = 1.0
"""Seconds for which another instance is waited for at most: nobody should wait for this program to end."""

_STALE = 60.0
"""Seconds after which a temporary file is the rest of a kill: an instance that waited in vain may write one now."""


def folder(environ: Mapping[str, str]) -> Path:
    """Returns the program's folder under `$XDG_STATE_HOME`, or `~/.local/state` where that is unset or not absolute.

    The rule is that of the XDG Base Directory Specification 0.8. Nothing is made.
    """
    named = Path(environ.get("XDG_STATE_HOME", ""))
    home = named if named.is_absolute() else Path(environ.get("HOME") or "~").expanduser() / ".local" / "state"
    return home / "briefing"


def prepare(place: Path) -> None:
    """Makes the folder, for its owner only; one that is there stays as it is. Raises `OSError`."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        place.mkdir(mode=0o700)


def read(path: Path, largest: int = LARGEST) -> str | None:
    """Returns the text of a state file; None when there is none, and an empty text for one that can't be used.

    Usable is a regular file of UTF-8 of at most `largest` bytes. Never waits for a pipe and never raises.
    """
    data = _bytes(path, largest, largest)
    try:
        return None if data is None else data.decode()
    except UnicodeDecodeError:
        return ""


def first_line(path: Path, largest: int = LARGEST) -> str | None:
    """Returns the first line of what `read` returns, at most 256 bytes of it, without reading the rest."""
    data = _bytes(path, largest, 256)
    return None if data is None else data.partition(b"\n")[0].decode("utf-8", "replace")


def _bytes(path: Path, largest: int, most: int) -> bytes | None:
    """Returns the first `most` bytes of a regular file of at most `largest`; nothing of one that can't be used."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        return b""
    try:
        found = os.fstat(handle)
        usable = stat.S_ISREG(found.st_mode) and found.st_size <= largest
        return os.read(handle, most) if usable else b""
    except OSError:
        return b""
    finally:
        os.close(handle)


def write(path: Path, content: str | bytes) -> None:
    """Puts `content` in place of the file at `path`, readable by its owner only, in one step. Raises `OSError`.

    After a kill or on a full disk the file is the old one or the new one, whole.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.{os.urandom(4).hex()}")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        try:
            data = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
            while data:
                data = data[os.write(handle, data) :]
            os.fsync(handle)
        finally:
            os.close(handle)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(path.parent)


def sweep(place: Path, name: str) -> None:
    """Removes what a kill has left of writing the file of that name a minute ago or longer."""
    for path in place.glob(f".{name}.*"):
        with suppress(OSError):
            if time() - path.stat().st_mtime > _STALE:
                path.unlink()


def _sync_folder(place: Path) -> None:
    """Makes the new name last. A file system that can't is no reason to fail: the file is whole either way."""
    with suppress(OSError):
        handle = os.open(place, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def locked(place: Path) -> Iterator[bool]:
    """Keeps other instances from writing in the folder meanwhile; gives False when they did not let go in time.

    Raises `OSError` when the folder can't be written in.
    """
    from briefing.document.locks import lock

    handle = os.open(place / ".lock", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        # On a file system without locks, writing in one step is all there is.
        yield lock(handle, _PATIENCE) == "held"
    finally:
        os.close(handle)
