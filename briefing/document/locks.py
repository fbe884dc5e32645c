"""Locks between instances of the program: `flock`, waited for with patience but never for ever."""

from __future__ import annotations

import fcntl
from time import monotonic, sleep
from typing import Literal

Held = Literal["held", "busy", "unsupported"]

_FIRST_PAUSE, _LONGEST_PAUSE = 0.001, 0.02
"""Seconds between two attempts. A blocking lock would hang behind an instance that was stopped with ctrl+z."""


def lock(handle: int, patience: float) -> Held:
    """Takes the lock on an open file, for as long as it is open, and waits at most `patience` seconds.

    Returns `unsupported` on a file system without locks. Programs that take no locks are not held up by it.
    """
    until = monotonic() + patience
    pause = _FIRST_PAUSE
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if monotonic() >= until:
                return "busy"
        except OSError:
            return "unsupported"
        else:
            return "held"
        sleep(pause)
        pause = min(pause * 2, _LONGEST_PAUSE)
