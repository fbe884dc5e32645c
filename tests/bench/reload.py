"""Measures following a file: `python -m tests.bench.reload`.

What a reload of ten thousand items takes, in loads of the same text of the same round; how long a key waits while it
happens, and how long a save takes to the screen, in a real terminal; and what the watching costs while nothing happens.
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time, sleep

from rich.cells import cell_len

from briefing.document.load import Loaded, load
from briefing.tui.desk import Desk
from briefing.tui.glyphs import UNICODE
from briefing.tui.panes import MAIN
from briefing.tui.reloading import prepared
from briefing.tui.rows.periods import Manner
from briefing.tui.uncollected import uncollected
from briefing.tui.watch import Watch
from briefing.tui.watching import Watching
from tests.bench.corpus import briefing_text
from tests.bench.terminal import Terminal

ITEMS = 10_000
ROUNDS = 9
_SAVES = 12
_IDLE = 30.0
_TITLE = "Fighting spreads to the south of the country"


def _took(action: Callable[[], object]) -> float:
    gc.collect()
    start = perf_counter()
    action()
    return perf_counter() - start


def with_changes(text: str, number: int) -> str:
    """Returns a text with another title and other words in twenty of its events."""
    lines = text.replace(_TITLE, f"Version {number}", 1).split("\n")
    events = [at for at, line in enumerate(lines) if line.startswith("  - 20")]
    for at in events[:: max(1, len(events) // 20)]:
        lines[at] += f" {number}"
    return "\n".join(lines)


def reload_ratios(folder: Path) -> tuple[list[float], list[float]]:
    """Returns what a load and all that follows until it can be shown takes, in loads: as the program does it, which
    looks for no garbage meanwhile, and with the collector at work as in the load."""
    path = folder / "story.yaml"
    text = briefing_text(ITEMS)
    path.write_text(text)
    desk = Desk.open(path)
    story = desk.story(UNICODE, cell_len)
    found, collected = [], []
    for number in range(ROUNDS):
        changed = with_changes(text, number)

        def once(raw: str = changed) -> Loaded:
            return load(raw, str(path))

        def whole(raw: str = changed) -> None:
            renewed = desk.renewed(load(raw, str(path)), raw)
            prepared(renewed, story, Manner(), [pane.id for pane in MAIN], None, marked=False)

        def as_in_the_program(work: Callable[[], None] = whole) -> None:
            with uncollected():
                work()

        plain = _took(once)
        collected.append(_took(whole) / plain)
        found.append(_took(as_in_the_program) / plain)
        gc.enable()
    return found, collected


def in_a_terminal(folder: Path, items: int) -> tuple[list[float], list[float]]:
    """Saves again and again under the real program; returns the seconds from each save to the screen, and those that
    keys waited which were pressed until then."""
    path = folder / "story.yaml"
    text = briefing_text(items)
    path.write_text(text)
    code = f"import sys; sys.argv = ['briefing', {str(path)!r}]; from briefing.__main__ import main; sys.exit(main())"
    shown, waited = [], []
    with Terminal([sys.executable, "-c", code]) as terminal:
        terminal.wait_for([_TITLE[:24]])
        terminal.quiet(2)
        for number in range(_SAVES):
            path.write_text(with_changes(text, number))
            start = perf_counter()
            words, at = f"Version {number}".encode(), len(terminal.output)
            while words not in terminal.output[at:] and perf_counter() - start < 10:
                pressed = perf_counter()
                os.write(terminal.fd, b"jk"[number % 2 : number % 2 + 1])
                if terminal._read(5):
                    waited.append(perf_counter() - pressed)
                sleep(0.03)
            shown.append(perf_counter() - start)
            terminal.quiet(0.5)
    return shown, waited


def idle(folder: Path) -> float:
    """Returns the seconds of CPU that watching costs an hour while nothing is saved."""
    path = folder / "idle.yaml"
    path.write_text("title: x\n")
    watching = Watching(Watch(path, "title: x\n"), lambda news: None, lambda error: None)
    watching.start()
    sleep(1)
    before = process_time()
    sleep(_IDLE)
    used = process_time() - before
    watching.stop(1)
    return used * 3600 / _IDLE


def main() -> None:
    """Prints all figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for ratios, how in zip(reload_ratios(folder), ("", ", with the collector at work"), strict=True):
            print(f"reload of {ITEMS:,} items{how}: {statistics.median(ratios):.2f} loads, at most {max(ratios):.2f}")
        for items in (100, ITEMS):
            shown, waited = in_a_terminal(folder, items)
            print(
                f"{items:,} items: a save is on the screen after {statistics.median(shown) * 1000:.0f} ms, at most "
                f"{max(shown) * 1000:.0f}; a key meanwhile waits {statistics.median(waited) * 1000:.1f} ms, at most "
                f"{max(waited) * 1000:.0f}"
            )
        print(f"watching while nothing happens: {idle(folder):.1f} s of CPU an hour")


if __name__ == "__main__":
    main()
