"""How programs save a file: each style as the steps that another program can look between.

A style is a function from path and new bytes to a generator that yields after each step that can be seen from outside;
the save is done when it ends. Cut into `pieces` the bytes arrive one after the other.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

Style = Callable[[Path, bytes, int], Iterator[None]]


def _pieces(data: bytes, number: int) -> Iterator[bytes]:
    size = max(1, -(-len(data) // number))
    for start in range(0, len(data), size):
        yield data[start : start + size]


def _fill(path: Path, data: bytes, pieces: int, mode: str = "wb") -> Iterator[None]:
    with path.open(mode, buffering=0) as file:
        yield
        for piece in _pieces(data, pieces):
            file.write(piece)
            yield


def truncate_and_write(path: Path, data: bytes, pieces: int) -> Iterator[None]:
    """As nano, and a shell with `>`."""
    yield from _fill(path, data, pieces)


def rename_over(path: Path, data: bytes, pieces: int) -> Iterator[None]:
    """As this program, VS Code with atomic saves, and sed -i."""
    beside = path.with_name(f".{path.name}.new")
    yield from _fill(beside, data, pieces)
    beside.replace(path)


def backup_and_rename(path: Path, data: bytes, pieces: int) -> Iterator[None]:
    """As vim with backupcopy=no and Emacs: the old file becomes the backup, a new one is written in its place."""
    backup = path.with_name(f"{path.name}~")
    path.replace(backup)
    yield
    yield from _fill(path, data, pieces)
    backup.unlink()


def write_in_place(path: Path, data: bytes, pieces: int) -> Iterator[None]:
    """As programs that open without truncating: over the old bytes, then cut to length."""
    with path.open("r+b", buffering=0) as file:
        for piece in _pieces(data, pieces):
            file.write(piece)
            yield
        file.truncate(len(data))


def git_checkout(path: Path, data: bytes, pieces: int) -> Iterator[None]:
    """As git: the file is removed, made anew and written."""
    path.unlink()
    yield
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    yield
    try:
        for piece in _pieces(data, pieces):
            os.write(handle, piece)
            yield
    finally:
        os.close(handle)


def delete_and_create(path: Path, data: bytes, pieces: int) -> Iterator[None]:
    """As some scripts: the file is gone for a while."""
    path.unlink()
    yield
    yield
    yield from _fill(path, data, pieces)


def swap_link(path: Path, data: bytes, pieces: int) -> Iterator[None]:
    """As deployments: the name is a link, and another link takes its place."""
    targets = sorted(path.parent.glob(f"{path.name}.v*"))
    target = path.with_name(f"{path.name}.v{len(targets) + 1:04}")
    yield from _fill(target, data, pieces)
    link = path.with_name(f".{path.name}.link")
    link.symlink_to(target.name)
    link.replace(path)


def touch_then_write(path: Path, data: bytes, pieces: int) -> Iterator[None]:
    """As build tools: the time changes first, the text afterwards."""
    os.utime(path)
    yield
    yield from _fill(path, data, pieces)


def copy_over(path: Path, data: bytes, pieces: int) -> Iterator[None]:
    """As cp: the bytes of another file into this one."""
    other = path.with_name(f"{path.name}.copy")
    yield from _fill(other, data, pieces)
    shutil.copyfile(other, path)
    yield
    other.unlink()


def over_the_network(path: Path, data: bytes, pieces: int) -> Iterator[None]:
    """As clients of file servers: the file gets its length first and its blocks afterwards, the last one first."""
    blocks = list(_pieces(data, pieces))
    with path.open("wb", buffering=0) as file:
        file.truncate(len(data))
        yield
        at = len(data)
        for block in reversed(blocks):
            at -= len(block)
            file.seek(at)
            file.write(block)
            yield


STYLES: tuple[Style, ...] = (
    truncate_and_write,
    rename_over,
    backup_and_rename,
    write_in_place,
    git_checkout,
    delete_and_create,
    swap_link,
    touch_then_write,
    copy_over,
    over_the_network,
)
