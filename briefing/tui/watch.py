"""Sees every save of a file, by whatever program and in whatever way, and takes only whole ones.

The file is looked at by its name, several times a second, in a thread of its own: a rename, a new link or a new file
in its place is seen as surely as a change of its bytes, on every file system and with nothing to set up.
"""

from __future__ import annotations

import errno
import os
import stat
import time
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from briefing.document import store
from briefing.document.load import Loaded, load
from briefing.problems import Problem
from briefing.tui.patience import GONE, SETTLED, Writing, needed

REST = 0.12
"""Seconds between two looks while nothing happens."""
RESTLESS = 0.02
"""Seconds between two looks while a save goes on."""
_SOURCES_EVERY = 4
"""Looks at the file to one at the texts of its sources."""
_WHOLE_SECOND = 1_000_000_000
_SAME_SECOND = 3.0
"""Seconds for which the bytes are compared where times are kept in whole seconds (two, on FAT)."""

_NOT_ALL = frozenset(
    ("unreadable-rest", "not-a-briefing", "empty", "too-large", "no-parser", "too-deep", "too-many-nodes")
)
"""Codes of problems with which a text is no briefing, or only the beginning of one."""

_LINES_LOST = 3
"""Lines that may have been left out of a text that counts as read. One stray line is a slip, told like any other; when
more are lost, what they said would leave the screen, and the last good view says more than the rest."""

Signature = tuple[int, ...]
"""What tells one state of a file from another: device, number, kind, size, times; an error's number without a file."""


class Fresh(NamedTuple):
    """A whole save: the text as it was read, and what the loader made of it."""

    raw: str
    loaded: Loaded


class Broken(NamedTuple):
    """A file that can't be read, or not to its end: the reason first among `problems`; `raw` is None without a text."""

    problems: tuple[Problem, ...]
    raw: str | None = None


class SourcesChanged(NamedTuple):
    """The text of a source is another than before."""


News = Fresh | Broken | SourcesChanged


class _Candidate:
    """What the file holds in one state. It is loaded only when its text has stood still for long enough."""

    def __init__(self, signature: Signature, raw: str | None, problem: Problem | None) -> None:
        self.signature = signature
        self.raw = raw
        self.problem = problem
        self.read: Fresh | Broken | None = None


class Watch:
    """The state of watching one file; `step` looks at it once and never waits.

    `raw` is the text that is on the screen. `partial` says that it can't be read to its end itself, as when the
    program was started on a broken file: then a better part of it is news as well.
    """

    def __init__(
        self, path: Path, raw: str, *, partial: bool = False, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.path = path
        self._known: str | None = raw
        self._good = raw
        self._partial = partial
        self._clock = clock
        self._taken: Signature | None = None
        self._seen: Signature | None = None
        self._since = 0.0
        self._candidate: _Candidate | None = None
        self._asked = False
        self._looks = 0
        self._sources: dict[Path, Signature] = {}

    def watch_sources(self, paths: Sequence[Path]) -> None:
        """Looks at the texts of these sources as well from now on."""
        self._sources = {path: self._sources.get(path) or signature(path) for path in paths}

    def shown(self, raw: str) -> None:
        """Takes over that `raw` is on the screen: finding it in the file is no news."""
        self._known = self._good = raw
        self._partial = False
        self._candidate = None

    def look_again(self) -> None:
        """Looks at what is in the file once more, as if it had just been saved."""
        self._taken = None

    def step(self) -> tuple[float, News | None]:
        """Looks at the file; returns after how many seconds to look again, and what is new."""
        found = signature(self.path)
        if found == self._taken:
            self._seen = found
            return REST, self._look_at_sources()
        now = self._clock()
        if found != self._seen:
            self._seen, self._since = found, now
            return RESTLESS, None
        still = now - self._since
        if still < SETTLED:
            return RESTLESS, None
        candidate = self._candidate_for(found)
        if candidate is None or not self._stood_still(candidate, still):
            return RESTLESS, None
        self._taken, self._candidate = found, None
        # Where nobody writes and this is not said, the answer is worth nothing here: a network, another owner.
        self._asked = being_written(self.path) == "nobody"
        return REST, self._take(candidate)

    def _candidate_for(self, found: Signature) -> _Candidate | None:
        """Returns what the file holds in the state `found`; None when it left that state meanwhile."""
        if self._candidate is None or self._candidate.signature != found:
            raw, problem = None, None
            try:
                raw = store.read(self.path, keep_mark=True)
            except store.Unreadable as error:
                problem = error.problem
            if signature(self.path) != found:
                return None
            self._candidate = _Candidate(found, raw, problem)
        return self._candidate

    def _stood_still(self, candidate: _Candidate, still: float) -> bool:
        """Tells whether `still` seconds are enough for this text. It is loaded only when that may change the answer."""
        raw = candidate.raw
        if raw is not None and raw == self._known:
            return True
        if candidate.problem is not None and candidate.problem.code == "no-such-file":
            return still >= GONE
        writing = being_written(self.path) if self._asked else "unknown"
        if still < needed(raw, self._good, writing):
            return False
        if raw is None:
            return True
        if candidate.read is None:
            candidate.read = read(raw, self.path, partial=self._partial)
        return isinstance(candidate.read, Fresh) or still >= needed(raw, self._good, writing, readable=False)

    def _take(self, candidate: _Candidate) -> News | None:
        """Returns what is news about a text that was waited for; nothing when it is on the screen."""
        if candidate.problem is not None:
            self._known = None
            return Broken((candidate.problem,))
        raw = candidate.raw
        if raw is None or raw == self._known:
            return None
        self._known = raw
        if isinstance(candidate.read, Fresh):
            self._good = raw
        return candidate.read

    def _look_at_sources(self) -> SourcesChanged | None:
        self._looks += 1
        if self._looks % _SOURCES_EVERY:
            return None
        now = {path: signature(path) for path in self._sources}
        changed = now != self._sources
        self._sources = now
        return SourcesChanged() if changed else None


def read(raw: str, path: Path, *, partial: bool = False) -> Fresh | Broken:
    """Loads a text. It is broken where it can't be read to its end, unless a `partial` one is better than none."""
    loaded = load(raw, str(path))
    if is_whole(loaded) or (partial and loaded.readable):
        return Fresh(raw, loaded)
    why = _NOT_ALL if not _NOT_ALL.isdisjoint(problem.code for problem in loaded.problems) else {"line-lost"}
    return Broken(tuple(sorted(loaded.problems, key=lambda problem: problem.code not in why)), raw)


def look(path: Path, before: Loaded) -> Fresh | Broken:
    """Reads and loads the file as it is now, without waiting until it stands still. `before` is what is on the screen:
    where that is a part of a file, another part is news as well."""
    try:
        raw = store.read(path, keep_mark=True)
    except store.Unreadable as error:
        return Broken((error.problem,))
    return read(raw, path, partial=not is_whole(before))


def is_whole(loaded: Loaded) -> bool:
    """True for a text that was read to its end, all but a few lines, whatever else is wrong with it."""
    codes = [problem.code for problem in loaded.problems]
    return loaded.readable and _NOT_ALL.isdisjoint(codes) and codes.count("line-lost") <= _LINES_LOST


def signature(path: Path) -> Signature:
    """Returns what changes whenever the file of this name is written, replaced, or comes in the place of another.

    Where times are kept in whole seconds a file may be written twice in one: for a while its bytes count as well.
    """
    try:
        found = path.stat()
    except (OSError, ValueError) as error:
        return (getattr(error, "errno", None) or errno.EINVAL,)
    state = (found.st_dev, found.st_ino, found.st_mode, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
    coarse = found.st_mtime_ns % _WHOLE_SECOND == 0 and found.st_ctime_ns % _WHOLE_SECOND == 0
    if coarse and stat.S_ISREG(found.st_mode) and found.st_size <= store.SIZE_LIMIT:
        return (*state, _checksum(path)) if abs(time.time() - found.st_mtime) < _SAME_SECOND else state
    return state


def _checksum(path: Path) -> int:
    try:
        return zlib.crc32(path.read_bytes())
    except OSError:
        return 0


def being_written(path: Path) -> Writing:
    """Tells whether a program has the file open for writing, by asking Linux for a lease on it (fcntl(2)), which it
    gives only while nobody has. It is given back at once."""
    try:
        import fcntl
        import signal

        lease, choose = fcntl.F_SETLEASE, fcntl.F_SETSIG  # type: ignore[attr-defined,unused-ignore]
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (ImportError, AttributeError, OSError, ValueError):
        return "unknown"
    try:
        # To whoever opens the file between the next two lines the system makes us give way by a signal, which would
        # end the program; this one is ignored unless somebody asks for it.
        fcntl.fcntl(handle, choose, signal.SIGURG)
        fcntl.fcntl(handle, lease, fcntl.F_RDLCK)
        fcntl.fcntl(handle, lease, fcntl.F_UNLCK)
    except BlockingIOError:
        return "somebody"
    except OSError:
        return "unknown"
    finally:
        os.close(handle)
    return "nobody"
