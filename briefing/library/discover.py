"""Which files of a folder are briefings, without loading them.

A library is the `*.yaml` files of the folder and one level below, hidden ones left out, whose top level has `title`
and a known section. Links to folders are not followed, and nothing but regular files is ever opened.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from briefing.document import grammar

MAX_FILES = 2000
"""Files looked at in a folder at most: a home folder given by mistake must not keep anybody waiting."""

_MAX_BYTES = 8 * 1024 * 1024
_CHUNK = 64 * 1024
_LONGEST_KEY = 64
"""Bytes of an unfinished line that are kept for the next chunk: more than any key that is looked for."""

_BOM = b"\xef\xbb\xbf"
_KEY = re.compile(
    rb"[\r\n][\"']?(title|" + "|".join(grammar.BY_NAME).encode() + rb")[\"']?[ \t]*:",
)


def discover(folder: Path, limit: int = MAX_FILES) -> tuple[Path, ...]:
    """Returns the briefings of `folder` and one level below, in the order of their names, the folder's own first.

    At most `limit` files are looked at. A folder that is not there or may not be read has none.
    """
    found = []
    for looked_at, path in enumerate(_candidates(folder, limit)):
        if looked_at >= limit:
            break
        if is_briefing(path):
            found.append(path)
    return tuple(found)


def is_briefing(path: Path) -> bool:
    """True when `path` is a regular file whose top level has `title` and a known section in its first 8 MiB.

    Only keys at the beginning of a line count, so a file in flow style is not seen. Never waits and never raises.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return False
        # What was a file a moment ago may be a FIFO now: without O_NONBLOCK opening it would wait for a writer.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, ValueError):
        return False
    try:
        return stat.S_ISREG(os.fstat(handle).st_mode) and _has_keys(handle)
    except OSError:
        return False
    finally:
        os.close(handle)


def _has_keys(handle: int) -> bool:
    keys: set[bytes] = set()
    rest = b""
    size = 0
    while size < _MAX_BYTES and (chunk := os.read(handle, _CHUNK)):
        if not size:
            chunk = chunk.removeprefix(_BOM)
            rest = b"\n"
        size += len(chunk)
        rest += chunk
        keys.update(_KEY.findall(rest))
        if b"title" in keys and len(keys) > 1:
            return True
        begin = max(rest.rfind(b"\n"), rest.rfind(b"\r"))
        rest = rest[begin : begin + _LONGEST_KEY]
    return False


def _candidates(folder: Path, limit: int) -> Iterator[Path]:
    entries = _listing(folder)
    yield from (Path(entry.path) for entry in entries if _is_yaml(entry))
    below = (entry for entry in entries if _is_folder(entry))
    for _, entry in zip(range(limit), below, strict=False):
        yield from (Path(inner.path) for inner in _listing(Path(entry.path)) if _is_yaml(inner))


def _listing(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)
    except OSError:
        return []


def _is_yaml(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.name.endswith(".yaml") and entry.is_file()
    except OSError:
        return False


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False
