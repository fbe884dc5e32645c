"""The thread that watches a file beside the running program."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextvars import copy_context
from threading import Event, Thread

from briefing.tui.uncollected import uncollected
from briefing.tui.watch import News, Watch

Job = Callable[[Watch], None]


class Watching:
    """Runs a watch until it is stopped. `deliver` gets what is new, in the thread; `failed` an error of ours.

    The thread does the slow work that belongs to the file as well, one job after the other, so that the screen never
    waits and no two of them meet.
    """

    def __init__(self, watch: Watch, deliver: Callable[[News], None], failed: Callable[[BaseException], None]) -> None:
        self._watch = watch
        self._deliver = deliver
        self._failed = failed
        self._stop = Event()
        # A deque hands over between two threads without a lock.
        self._jobs: deque[Job] = deque()
        context = copy_context()
        self._thread = Thread(target=lambda: context.run(self._run), name="watch", daemon=True)

    def start(self) -> None:
        """Begins to look at the file."""
        self._thread.start()

    def do(self, job: Job) -> None:
        """Has something done in the thread before its next look."""
        self._jobs.append(job)

    def stop(self, patience: float | None = None) -> None:
        """Ends the thread once its present look and all jobs are done, after which it delivers nothing any more; waits
        for that, at most `patience` seconds where they are given."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(patience)

    def _run(self) -> None:
        try:
            delay = 0.0
            while not self._stop.wait(delay):
                with uncollected():
                    delay = self._look()
            self._do_jobs()
        except Exception as error:
            self._failed(error)

    def _look(self) -> float:
        """Does what is to be done, looks at the file, and returns the seconds until the next look."""
        self._do_jobs()
        delay, news = self._watch.step()
        if news is not None and not self._stop.is_set():
            self._deliver(news)
        return delay

    def _do_jobs(self) -> None:
        while self._jobs:
            self._jobs.popleft()(self._watch)
