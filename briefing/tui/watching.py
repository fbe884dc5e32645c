"""The thread that watches a file beside the running program."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from contextvars import copy_context
from pathlib import Path
from threading import Event, Thread

from briefing.tui.watch import News, Watch


class Watching:
    """Runs a watch until it is stopped. `deliver` gets what is new, in the thread; `failed` an error of ours."""

    def __init__(self, watch: Watch, deliver: Callable[[News], None], failed: Callable[[BaseException], None]) -> None:
        self._watch = watch
        self._deliver = deliver
        self._failed = failed
        self._stop = Event()
        self._shown: deque[str] = deque(maxlen=1)
        self._sources: deque[Sequence[Path]] = deque(maxlen=1)
        context = copy_context()
        self._thread = Thread(target=lambda: context.run(self._run), name="watch", daemon=True)

    def start(self) -> None:
        """Begins to look at the file."""
        self._thread.start()

    def stop(self, *, wait: bool = False) -> None:
        """Ends the thread after its present look. After a `wait` for that it delivers nothing any more."""
        self._stop.set()
        if wait and self._thread.is_alive():
            self._thread.join()

    def shown(self, raw: str) -> None:
        """Takes over, before the next look, that `raw` is on the screen."""
        self._shown.append(raw)

    def watch_sources(self, paths: Sequence[Path]) -> None:
        """Looks, from the next look on, at the texts of these sources as well."""
        self._sources.append(paths)

    def _run(self) -> None:
        try:
            delay = 0.0
            while not self._stop.wait(delay):
                # A deque hands over between two threads without a lock, so that the screen never waits for a look.
                while self._shown:
                    self._watch.shown(self._shown.popleft())
                while self._sources:
                    self._watch.watch_sources(self._sources.popleft())
                delay, news = self._watch.step()
                if news is not None and not self._stop.is_set():
                    self._deliver(news)
        except Exception as error:
            self._failed(error)
