"""What the system says when a file can't be saved, as one sentence that says what to do."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.document.refusals import Reason, Refused

_FULL = {
    errno.ENOSPC: ("the disk is full", "make room on it and try again; the file is as it was"),
    errno.EDQUOT: ("your share of the disk is used up", "make room in it and try again; the file is as it was"),
    errno.EFBIG: (
        "the text is larger than this session may write",
        "raise the limit (ulimit -f) and try again; the file is as it was",
    ),
}
_FORBIDDEN = (errno.EACCES, errno.EPERM)


@contextmanager
def refusing(tell: Callable[[OSError], Refused]) -> Iterator[None]:
    """Turns an `OSError` of the block into what `tell` makes of it."""
    try:
        yield
    except OSError as error:
        raise tell(error) from None


def changed() -> Refused:
    """Somebody else saved the file since it was read."""
    return Refused(Reason.CHANGED, "the file changed meanwhile", "look at its new text, then make the change again")


def busy() -> Refused:
    """Another instance holds the lock on the file."""
    return Refused(Reason.BUSY, "another program is still saving this file", "try again when it has finished")


def read_only() -> Refused:
    """The file may not be written."""
    return Refused(Reason.READ_ONLY, "the file is read-only", "allow writing to it (chmod u+w) and try again")


def not_a_file(mode: int) -> Refused:
    """The path names something of another kind, whose `st_mode` is given."""
    kinds = ((stat.S_ISDIR, "a folder"), (stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"))
    kind = next((name for test, name in kinds if test(mode)), "a device")
    return Refused(Reason.NOT_A_FILE, f"this is {kind}, not a file", "open the briefing under its own name")


def of_path(path: Path, error: OSError | ValueError) -> Refused:
    """The path could not be followed to a file."""
    if isinstance(error, OSError) and error.errno == errno.ELOOP:
        return Refused(Reason.GONE, "the links to the file go round in a circle", "mend the link and try again")
    if isinstance(error, FileNotFoundError) and path.is_symlink():
        return Refused(Reason.GONE, "the link leads to a file that is not there", "put the file back or mend the link")
    if isinstance(error, ValueError):
        return Refused(Reason.NAME, "its name can't be used", "rename the file and open it again")
    return of_file(error)


def of_file(error: OSError) -> Refused:
    """The file could not be opened, looked at or read."""
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return Refused(Reason.GONE, "the file is no longer where it was", "put it back, or open it under its new name")
    if error.errno == errno.ELOOP:
        return changed()
    if error.errno == errno.EROFS:
        return Refused(Reason.READ_ONLY, "the disk can only be read from", "copy the briefing elsewhere and open that")
    if error.errno in _FORBIDDEN:
        return Refused(Reason.READ_ONLY, "you may not write this file", "allow writing to it (chmod u+w) and try again")
    return _other(error)


def of_folder(error: OSError) -> Refused:
    """A file could not be made in the folder, or not be renamed in it."""
    if error.errno in _FORBIDDEN:
        return Refused(
            Reason.FOLDER,
            "a new text is put beside the file first, and you may not write in its folder",
            "allow writing in the folder (chmod u+w) or work on a copy elsewhere",
        )
    if error.errno == errno.EBUSY:
        return Refused(
            Reason.FOLDER, "the file is a mount of its own and can't be replaced", "mount its folder instead"
        )
    if error.errno == errno.ENOENT:
        return Refused(Reason.GONE, "the folder of the file is no longer there", "put it back and try again")
    return of_writing(error) if error.errno in _FULL else of_file(error)


def of_writing(error: OSError) -> Refused:
    """The new text could not be written."""
    if error.errno in _FULL:
        return Refused(Reason.FULL, *_FULL[error.errno])
    return _other(error)


def _other(error: OSError) -> Refused:
    if error.errno == errno.ENAMETOOLONG:
        return Refused(Reason.NAME, "the path is too long", "give the file or its folder a shorter name")
    words = os.strerror(error.errno) if error.errno else "for an unknown reason"
    return Refused(
        Reason.FAILED, f"the system refused ({words.lower()})", "check the disk and try again; the file is as it was"
    )
