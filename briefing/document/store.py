"""Reads the text of a file, and says in one sentence why it can't be read."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from briefing.document.codes import CODES
from briefing.model import Position
from briefing.problems import Problem

SIZE_LIMIT = 8 * 1024 * 1024
"""Bytes of a file that are read."""

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_UTF_8_MARK = b"\xef\xbb\xbf"
_MARK = "\ufeff"


class Unreadable(Exception):
    """The file could not be read. `problem` says why, and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read(path: str | Path, *, keep_mark: bool = False) -> str:
    """Returns the text of the file at `path`, its line ends untouched; a byte order mark is left out, or kept as a
    character with `keep_mark`.

    An empty file has an empty text. Raises `Unreadable` for anything that is not a regular file of UTF-8 text of at
    most 8 MiB; a pipe or a device is never waited for.
    """
    try:
        _refuse_unless_file(path, Path(path).stat())
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            # What the path names may have changed since it was looked at; the open file can't.
            _refuse_unless_file(path, os.fstat(handle))
            data = read_all(handle)
        finally:
            os.close(handle)
    except (OSError, ValueError) as error:
        raise _from_system(path, error) from None
    if len(data) > SIZE_LIMIT:
        raise _too_large(path)
    text = _decoded(path, data)
    return _MARK + text if keep_mark and data.startswith(_UTF_8_MARK) else text


def read_all(handle: int) -> bytes:
    """Returns the bytes of an open file from where it stands, one more than the limit at most: it may have grown since
    it was measured. Raises `OSError`."""
    parts = []
    left = SIZE_LIMIT + 1
    while left and (part := os.read(handle, min(left, 1 << 20))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _refuse_unless_file(path: str | Path, found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise _unreadable(path, "is-a-folder", "this is a folder, not a briefing", "give the .yaml file in it")
    if not stat.S_ISREG(found.st_mode):
        kind = "a pipe" if stat.S_ISFIFO(found.st_mode) else "a socket" if stat.S_ISSOCK(found.st_mode) else "a device"
        raise _unreadable(path, "not-a-file", f"this is {kind}, not a file", "save what it gives to a file first")
    if found.st_size > SIZE_LIMIT:
        raise _too_large(path)


def _too_large(path: str | Path) -> Unreadable:
    message = "the file is larger than 8 MiB, which no briefing is"
    return _unreadable(path, "too-large", message, "split the story into several files, or check the name")


def _from_system(path: str | Path, error: OSError | ValueError) -> Unreadable:
    if isinstance(error, FileNotFoundError):
        return _unreadable(path, "no-such-file", "there is no such file", "check the name, or use briefing new")
    if isinstance(error, NotADirectoryError):
        message = "a part of the path is a file, not a folder"
        return _unreadable(path, "no-such-file", message, "check the name")
    if isinstance(error, PermissionError):
        return _unreadable(path, "no-permission", "you may not read this file", "chmod u+r allows it to its owner")
    if isinstance(error, OSError) and error.errno in (errno.ENXIO, errno.ENODEV):
        return _unreadable(path, "not-a-file", "this is a device, not a file", "save what it gives to a file first")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else "its name can't be used"
    return _unreadable(path, "read-failed", f"the file can't be read: {reason}", "check the disk and the name")


def _decoded(path: str | Path, data: bytes) -> str:
    data = data.removeprefix(_UTF_8_MARK)
    if data[:2] in _UTF_16 or _is_bare_utf_16(data):
        raise _unreadable(path, "utf-16", "the file is UTF-16, not UTF-8", "save it as UTF-8 in your editor")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start]
        if b"\x00" in data:
            message, fix = "this is a binary file, not text", "check the name"
        else:
            message = f"the byte {data[error.start]:02X} is not UTF-8; the file was saved in another encoding"
            fix = "save it as UTF-8 in your editor"
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode(errors="replace")) + 1
        raise _unreadable(path, "not-utf-8", message, fix, Position(line, column)) from None


def _is_bare_utf_16(data: bytes) -> bool:
    """True for UTF-16 without a mark: every other byte of a text in Latin letters is NUL."""
    head = data[:1024]
    if len(head) < 4 or head.count(0) < len(head) // 3:
        return False
    return not any(head[0::2]) or not any(head[1::2])


def _unreadable(path: str | Path, code: str, message: str, fix: str, where: Position | None = None) -> Unreadable:
    return Unreadable(Problem(str(path), where or Position(1, 1), CODES[code].severity, code, message, fix))
