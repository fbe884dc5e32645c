"""Puts a new text in place of a briefing: whole or not at all, and only where nobody else has changed the file.

The new text is written to a hidden file in the same folder, made to last, given the metadata of the old one, and
renamed over it. Why so, and what happens where that is not possible, is told in docs/decisions/0008-saving.md.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from time import monotonic, sleep, time
from typing import NamedTuple

from briefing.document import obstacles, store
from briefing.document.locks import Held, lock
from briefing.document.metadata import carry_over
from briefing.document.refusals import Reason, Refused

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"

_PATIENCE = 5.0
"""Seconds for which another instance that is saving the same file is waited for. A save takes milliseconds; what
takes longer is a disk that hangs."""

_LEASE_PAUSE = 0.001
"""Seconds between two attempts to open a file on which a watcher has a lease; it gives it back as it is asked."""

_STALE = 60.0
"""Seconds after which a temporary file is the rest of a kill, where there are no locks to tell."""

_OPEN = os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_TEMPORARY = ".briefing-save-{of}-{one}"


class Saved(NamedTuple):
    """A save that was made. `path` is the file written, links resolved; `marked` when it has a byte order mark.

    `notes` are sentences about what could not be kept. `overtaken` is what another program wrote into the old file in
    the very moment in which it was replaced: it is nowhere else any more. None when, as nearly always, nobody did.
    """

    path: Path
    marked: bool
    notes: tuple[str, ...] = ()
    overtaken: bytes | None = None


def save(path: Path, text: str, expected: str, before: Callable[[bytes], None] | None = None) -> Saved:
    """Replaces the file at `path` by `text` if it still holds `expected`; both without a byte order mark.

    The mark, if the file has one, stays, and so do the line ends of `text`. `before` is called with the bytes that are
    about to be replaced, at the last moment at which nothing has happened yet; what it raises stops the save.

    Raises `Refused`, and then the file is as it was. After a kill it is the old one or the new one, whole.
    """
    try:
        data, old = text.encode(), expected.encode()
    except UnicodeEncodeError:
        raise Refused(
            Reason.FAILED, "the text has half a character in it (a lone surrogate)", "take it out and try again"
        ) from None
    file = resolved(path)
    with _held(file) as (handle, locked):
        found = _bytes(handle)
        if found.removeprefix(_BYTE_ORDER_MARK) != old:
            raise obstacles.changed()
        marked = found.startswith(_BYTE_ORDER_MARK)
        if marked:
            data = _BYTE_ORDER_MARK + data
        if len(data) > store.SIZE_LIMIT:
            raise Refused(Reason.TOO_LARGE, "the text would be larger than 8 MiB", "split the story into several files")
        _sweep(file, at_once=locked == "held")
        notes = _replace(file, handle, data, found, before)
        overtaken = _bytes(handle)
        return Saved(file, marked, notes, None if overtaken == found else overtaken)


def resolved(path: Path) -> Path:
    """Returns the file that `path` leads to, however many links there are. Raises `Refused` when it leads nowhere."""
    try:
        return Path(os.path.realpath(path, strict=True))
    except (OSError, ValueError) as error:
        raise obstacles.of_path(path, error) from None


@contextmanager
def _held(file: Path) -> Iterator[tuple[int, Held]]:
    """Opens the file and keeps other instances from saving it meanwhile. Gives the handle and how far it is locked."""
    until = monotonic() + _PATIENCE
    while True:
        handle = _opened(file, until)
        try:
            locked = lock(handle, max(0.0, until - monotonic()))
            if locked == "busy":
                raise obstacles.busy()
            # While the lock was waited for, the file may have been replaced: then the lock is on what nobody reads.
            if _is_same(handle, file):
                yield handle, locked
                return
            if monotonic() >= until:
                raise obstacles.busy()
        finally:
            os.close(handle)


def _opened(file: Path, until: float) -> int:
    try:
        found = file.lstat()
        if not stat.S_ISREG(found.st_mode):
            raise obstacles.not_a_file(found.st_mode)
        if not found.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
            # The superuser could; a file that nobody may write was put under protection all the same.
            raise obstacles.read_only()
        handle = _writable(file, until)
    except OSError as error:
        raise obstacles.of_file(error) from None
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise obstacles.changed()
    return handle


def _writable(file: Path, until: float) -> int:
    """Opens a file for writing, as soon as no dashboard is asking whether somebody has it open so (a lease, see
    `briefing.tui.watch.being_written`): an open that does not wait is turned away meanwhile. Raises `OSError`."""
    while True:
        try:
            return os.open(file, os.O_RDWR | _OPEN)
        except BlockingIOError:
            if monotonic() >= until:
                raise obstacles.busy() from None
        sleep(_LEASE_PAUSE)


def _is_same(handle: int, file: Path) -> bool:
    """True while `file` is still the name of the open file."""
    try:
        return os.path.samestat(os.fstat(handle), file.lstat())
    except OSError:
        return False


def _bytes(handle: int) -> bytes:
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        return store.read_all(handle)
    except OSError as error:
        raise obstacles.of_file(error) from None


def _replace(
    file: Path, handle: int, data: bytes, found: bytes, before: Callable[[bytes], None] | None
) -> tuple[str, ...]:
    temporary = file.with_name(_TEMPORARY.format(of=_of(file), one=os.urandom(8).hex()))
    try:
        with obstacles.refusing(obstacles.of_folder):
            new = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _OPEN, 0o600)
        with obstacles.refusing(obstacles.of_writing):
            try:
                _write(new, data)
                notes = carry_over(handle, new)
                _flush(new)
            finally:
                os.close(new)
        if before is not None:
            before(found)
        if not _is_same(handle, file) or _bytes(handle) != found:
            raise obstacles.changed()
        with obstacles.refusing(obstacles.of_folder):
            temporary.replace(file)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _flush_folder(file.parent)
    return notes


def _write(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _flush(handle: int) -> None:
    """Makes what was written last, on macOS also in the disk's own memory, which `fsync` leaves alone there."""
    import fcntl

    thorough = getattr(fcntl, "F_FULLFSYNC", None)
    if thorough is not None:
        with suppress(OSError):
            fcntl.fcntl(handle, thorough)
            return
    os.fsync(handle)


def _flush_folder(folder: Path) -> None:
    """Makes the new name last. A file system that can't is no reason to fail: the file is whole either way."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _of(file: Path) -> str:
    """What the temporary files of `file` are known by; its name itself might be too long to be made longer."""
    return blake2b(os.fsencode(file.name), digest_size=8).hexdigest()


def _sweep(file: Path, *, at_once: bool) -> None:
    """Removes what kills have left of saving this file: at once under its lock, under which nobody else is saving it;
    else what is older than a minute."""
    ours = re.compile(_TEMPORARY.format(of=_of(file), one="[0-9a-f]{16}"))
    with suppress(OSError), os.scandir(file.parent) as entries:
        for entry in entries:
            if ours.fullmatch(entry.name):
                with suppress(OSError):
                    if at_once or time() - entry.stat(follow_symlinks=False).st_mtime > _STALE:
                        Path(entry.path).unlink()
