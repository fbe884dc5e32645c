"""Keeps the garbage collector from stopping the program for what is made beside it and stays."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from time import monotonic

_MANY = 20_000
"""Objects: what 2,000 items are made of, and what the collector looks through in some 5 ms."""
_UNTIL_SHOWN = 0.5
"""Seconds until what was made has taken the place of what was there, which is then gone without the collector."""

_lock = Lock()
_inside = 0
_before = 0
_until = 0.0


@contextmanager
def uncollected() -> Iterator[None]:
    """Within it no garbage is looked for, in any thread; it may be entered in several threads at once.

    A load of 10,000 items makes more objects than the collector waits for, and a look at them stops every thread for
    20 ms, and for 300 where other programs want the processor. Where many were made nothing is looked for until they
    are shown: it goes on with the first time that this is left after that, which the watch of the file sees to.
    """
    global _inside, _before, _until
    with _lock:
        if not _inside:
            _before = gc.get_count()[0]
        _inside += 1
        gc.disable()
    try:
        yield
    finally:
        with _lock:
            _inside -= 1
            if not _inside:
                if gc.get_count()[0] - _before > _MANY:
                    _until = monotonic() + _UNTIL_SHOWN
                if monotonic() >= _until:
                    gc.enable()
