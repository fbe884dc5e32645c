"""A pseudo-terminal to measure in: time from start to first content, time from a key to its effect, peak memory."""

from __future__ import annotations

import fcntl
import os
import pty
import resource
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

ENVIRONMENT = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}


class Answer(NamedTuple):
    """What a key brought: the seconds to the first and to the last byte, and how many bytes there were."""

    first: float
    last: float
    bytes: int


@dataclass(slots=True)
class Terminal:
    """A program in a pseudo-terminal of 120 by 40. Times are in seconds, memory in MB of resident set."""

    argv: Sequence[str]
    size: tuple[int, int] = (120, 40)
    pid: int = 0
    fd: int = -1
    started: float = 0.0
    output: bytearray = field(default_factory=bytearray)

    def __enter__(self) -> Terminal:
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        columns, rows = self.size
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.environ.update(ENVIRONMENT)
            os.execvp(self.argv[0], list(self.argv))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)

    def wait_for(self, words: Sequence[str], timeout: float = 60) -> float:
        """Returns the seconds since the start after which all of `words` had been sent. Raises `TimeoutError`."""
        wanted = [word.encode() for word in words]
        while not all(word in self.output for word in wanted):
            if time.perf_counter() - self.started > timeout:
                missing = [word for word in words if word.encode() not in self.output]
                raise TimeoutError(f"{self.argv}: {missing} did not appear")
            self._read(0.5)
        return time.perf_counter() - self.started

    def press(self, key: bytes, timeout: float = 10) -> Answer:
        """Sends a key and reads until all is quiet."""
        self.quiet()
        before = len(self.output)
        start = time.perf_counter()
        os.write(self.fd, key)
        if not self._read(timeout):
            raise TimeoutError(f"{self.argv}: no answer to {key!r}")
        first = last = time.perf_counter() - start
        while self._read(0.1):
            last = time.perf_counter() - start
        return Answer(first, last, len(self.output) - before)

    def quiet(self, seconds: float = 0.1) -> None:
        """Reads until nothing has come for `seconds`."""
        while self._read(seconds):
            pass

    def memory(self) -> float:
        """Returns the peak of the program's resident memory in MB (Linux)."""
        for line in Path(f"/proc/{self.pid}/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024

    def _read(self, timeout: float) -> bool:
        ready, _, _ = select.select([self.fd], [], [], timeout)
        if not ready:
            return False
        try:
            chunk = os.read(self.fd, 1 << 16)
        except OSError:
            return False
        self.output += chunk
        return bool(chunk)
