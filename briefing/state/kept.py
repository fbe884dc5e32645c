"""What saves have replaced: kept for a week, compressed, for its owner only.

Under the state folder, `kept/SUM/TIME-SUM.gz`: the first sum is that of the briefing's path, the second that of the
text. Names of files and titles are not in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from os import fsencode
from pathlib import Path
from typing import NamedTuple

from briefing.state import folder as files
from briefing.state.journal import LIFETIME

FOLDER = "kept"
MOST_BYTES = 64 * 1024 * 1024
"""Of all that is kept, compressed; the oldest makes room."""

_NEWEST = 20
"""Texts of a briefing that are all kept. Of the older ones one an hour is: the first, from before what was then
done."""

_HOUR = 3600.0
_TIME = "%Y%m%dT%H%M%S.%fZ"
_ENDING = ".gz"
_LONG_SUM = 8


class Kept(NamedTuple):
    """One text that was replaced. `at` is when, in UTC."""

    path: Path
    at: datetime
    sum: str


def name_of(file: Path) -> str:
    """Returns what a briefing, given by its resolved path, is called in the state folder: 16 hexadecimal digits."""
    return sha256(fsencode(file)).hexdigest()[:16]


def keep(place: Path, file: Path, data: bytes, now: float) -> None:
    """Keeps the bytes that are about to be replaced in the briefing `file`; `now` is in seconds since 1970.

    A text that was the last one to be kept is not kept twice. Raises `OSError`.
    """
    import gzip

    home = place / FOLDER / name_of(file)
    for each in (place, place / FOLDER, home):
        files.prepare(each)
    texts = kept(place, file)
    checksum = sha256(data).hexdigest()[:_LONG_SUM]
    if not texts or texts[0].sum != checksum:
        at = datetime.fromtimestamp(now, UTC)
        entry = Kept(home / f"{at.strftime(_TIME)}-{checksum}{_ENDING}", at, checksum)
        files.write(entry.path, gzip.compress(data, 6, mtime=0))
        texts = (entry, *texts)
    _remove(texts, spared([each.at.timestamp() for each in texts], now))


def kept(place: Path, file: Path) -> tuple[Kept, ...]:
    """Returns the texts that are kept of the briefing `file`, the newest first."""
    return tuple(sorted(_entries(place / FOLDER / name_of(file)), key=lambda entry: entry.path.name, reverse=True))


def content(entry: Kept) -> bytes:
    """Returns the bytes of a text that was kept. Raises `OSError` when they can't be read or are damaged."""
    import gzip
    import zlib

    try:
        data = gzip.decompress(entry.path.read_bytes())
    except (EOFError, zlib.error) as error:
        raise OSError(f"{entry.path.name} is damaged") from error
    if sha256(data).hexdigest()[:_LONG_SUM] != entry.sum:
        raise OSError(f"{entry.path.name} is damaged")
    return data


def spared(times: Sequence[float], now: float) -> list[bool]:
    """Returns for each time, the newest first and in seconds, whether what was kept then still is at `now`."""
    first_of: dict[int, int] = {int(at // _HOUR): number for number, at in enumerate(times)}
    firsts = set(first_of.values())
    return [now - at < LIFETIME and (number < _NEWEST or number in firsts) for number, at in enumerate(times)]


def prune(place: Path, now: float) -> None:
    """Removes what is older than a week, of whatever briefing, and the oldest of what takes more than there is room
    for. What can't be removed stays; nothing is raised."""
    with suppress(OSError):
        homes = list((place / FOLDER).iterdir())
        entries = sorted(
            (entry for home in homes for entry in _entries(home)), key=lambda entry: entry.at, reverse=True
        )
        room = MOST_BYTES
        stay = []
        for entry in entries:
            with suppress(OSError):
                room -= entry.path.stat().st_size
            stay.append(room >= 0 and now - entry.at.timestamp() < LIFETIME)
        _remove(entries, stay)
        for home in homes:
            files.sweep(home, "*")
            with suppress(OSError):
                home.rmdir()


def _remove(entries: Sequence[Kept], stay: Sequence[bool]) -> None:
    for entry, stays in zip(entries, stay, strict=True):
        if not stays:
            with suppress(OSError):
                entry.path.unlink()


def _entries(home: Path) -> Iterator[Kept]:
    with suppress(OSError):
        for path in home.iterdir():
            time, _, checksum = path.name.removesuffix(_ENDING).partition("-")
            with suppress(ValueError):
                at = datetime.strptime(time, _TIME).replace(tzinfo=UTC)
                if path.suffix == _ENDING and len(checksum) == _LONG_SUM:
                    yield Kept(path, at, checksum)
