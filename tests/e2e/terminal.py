"""The real program in a pseudo-terminal: started, typed to, looked at, ended."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

from tests.e2e.vt import Screen

ROOT = Path(__file__).parent.parent.parent
SAMPLE = ROOT / "seeds" / "aleppo.yaml"
ENTER, TAB, DOWN, UP = "\r", "\t", "\x1b[B", "\x1b[A"
ESC, BARE_ESC = "\x1b[27u", "\x1b"
"""What esc sends in a terminal with the kitty keyboard protocol, and in any other."""
IN_CONTROL = (
    sys.executable,
    "-c",
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execvp(sys.argv[1], sys.argv[1:])",
)
"""Begins a program whose terminal is its controlling one: it has a `/dev/tty`, and keys send it signals."""
PATIENCE = 20.0
"""Seconds after which what was waited for is not coming: some twenty times what a start takes on a busy machine."""

_QUIET = 0.03
_AFTER_ESC = 0.3
"""Seconds of quiet after a bare esc. A key that comes sooner may be read as one sequence with it."""


def environment(home: Path, **more: str) -> dict[str, str]:
    """Returns the environment of a person with a colour terminal and nothing else set; an empty value unsets."""
    plain = {
        "PATH": os.environ.get("PATH", os.defpath),
        "PYTHONPATH": str(ROOT),
        "HOME": str(home),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
        "ESCDELAY": "20",
        **more,
    }
    return {name: value for name, value in plain.items() if value}


class Terminal:
    """`briefing WORDS…`, or another `program` with them, in a terminal of `size`, columns by rows. Use it as a context
    manager."""

    def __init__(
        self,
        *words: str,
        home: Path,
        folder: Path | None = None,
        size: tuple[int, int] = (120, 40),
        env: Mapping[str, str] | None = None,
        program: Sequence[str] = (sys.executable, "-m", "briefing"),
    ) -> None:
        self.argv = (*program, *words)
        self.folder = folder or home
        self.env = environment(home, **(env or {}))
        self.screen = Screen(*size)
        self.output = bytearray()

    def __enter__(self) -> Terminal:
        self.master, self.slave = pty.openpty()
        self._set_size(self.screen.width, self.screen.height)
        self.before = termios.tcgetattr(self.slave)
        self.process = subprocess.Popen(
            self.argv,
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            cwd=self.folder,
            env=self.env,
            start_new_session=True,
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.master)
        os.close(self.slave)

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    @property
    def text(self) -> str:
        """The screen as it is now."""
        self._read(0)
        return self.screen.text()

    def type(self, *keys: str) -> Terminal:
        """Types keys, one after the other, each once the screen has come to rest after the one before."""
        for key in keys:
            os.write(self.master, key.encode())
            self.rest(_AFTER_ESC if key == BARE_ESC else _QUIET)
        return self

    def rest(self, seconds: float = _QUIET) -> Terminal:
        """Waits until the program has been quiet for a moment, and is not waiting for its turn on a busy machine."""
        end = time.monotonic() + PATIENCE
        while self._read(seconds) or (self._runs() and time.monotonic() < end):
            pass
        return self

    def _runs(self) -> bool:
        """True when the program has something to do, where the system tells (Linux)."""
        try:
            state = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        except (OSError, IndexError):
            return False
        return state == "R"

    def sees(self, *words: str) -> Terminal:
        """Waits until all of `words` stand on the screen, blanks and line ends counted as one blank.

        Raises `AssertionError`, with the screen, when they do not come.
        """
        return self.until(lambda screen: all(word in " ".join(screen.text().split()) for word in words), repr(words))

    def until(self, wanted: Callable[[Screen], bool], what: str) -> Terminal:
        """Waits until the screen is as wanted. Raises `AssertionError`, with the screen, when it does not become so."""
        end = time.monotonic() + PATIENCE
        while not wanted(self.screen):
            if time.monotonic() > end:
                raise AssertionError(f"{what} did not come; the screen was:\n{self.screen.text()}")
            if not self._read(0.2) and self.process.poll() is not None and not self._read(0):
                raise AssertionError(
                    f"{what} did not come before the program ended:\n{self.output.decode(errors='replace')}"
                )
        return self

    def resize(self, columns: int, rows: int) -> Terminal:
        """Gives the terminal another size."""
        self.rest()
        self.screen.resize(columns, rows)
        self._set_size(columns, rows)
        # The program has this terminal as its screen but not as its controlling one, so nobody else tells it.
        self.process.send_signal(signal.SIGWINCH)
        return self

    def send_signal(self, number: signal.Signals) -> Terminal:
        """Sends a signal to the program."""
        self.process.send_signal(number)
        return self

    def ends(self) -> int:
        """Waits until the program has ended; returns its exit status, negative for an uncaught signal."""
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            if time.monotonic() > end:
                raise AssertionError(f"the program did not end; the screen was:\n{self.screen.text()}")
            self._read(_QUIET)
        self.rest()
        return self.process.returncode

    @property
    def restored(self) -> bool:
        """True when the terminal is as it was before: screen, cursor, mouse, and the modes of its line."""
        return self.screen.as_it_was and termios.tcgetattr(self.slave) == self.before

    def _read(self, timeout: float) -> bool:
        ready, _, _ = select.select([self.master], [], [], timeout)
        if not ready:
            return False
        chunk = os.read(self.master, 1 << 16)
        self.output += chunk
        self.screen.feed(chunk)
        return True
