"""What a brush and a search take with ten thousand items, beside a full repaint of the same screen in the same run.

Times are from the key to the first byte of the answer. A full repaint is the way back from a zoomed pane: all panes
are painted anew, and nothing else is worked out. The limit of 16 ms is for a quiet machine; the ratio is what a busy
one shows.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable
from pathlib import Path

from tests.bench.terminal import Terminal

Tell = Callable[[str, float, float, str, str], None]
_ROUNDS = 5
_TIMES = 4
_MOST = 16.0
_WHAT = ("a brush", "the first brush", "the first slash", "a search letter")


def main(path: Path, tell: Tell) -> None:
    """Measures in the briefing at `path`; takes about half a minute."""
    took: dict[str, list[float]] = {}
    sent: dict[str, list[int]] = {}

    def press(terminal: Terminal, what: str, key: bytes) -> None:
        seconds, count = terminal.press(key)
        took.setdefault(what, []).append(seconds * 1000)
        sent.setdefault(what, []).append(count)

    for _ in range(_ROUNDS):
        with Terminal([sys.executable, "-m", "briefing", str(path)]) as terminal:
            terminal.wait_for(["Actors"])
            terminal.quiet(2.0)
            press(terminal, "the first brush", b"f")
            press(terminal, "taken back", b"f")
            for _ in range(_TIMES):
                press(terminal, "a cursor key", b"j")
                press(terminal, "a brush", b"f")
                press(terminal, "taken back", b"f")
                press(terminal, "zoomed", b"z")
                press(terminal, "a full repaint", b"z")
            press(terminal, "the first slash", b"/")
            for letter in b"aleppo":
                press(terminal, "a search letter", bytes([letter]))
    repaint, painted = statistics.median(took["a full repaint"]), statistics.median(sent["a full repaint"])
    for what in _WHAT:
        median = statistics.median(took[what])
        more = f"{median / repaint:.2f} of a full repaint, {max(sent[what]) / painted:.2f} of its bytes at most"
        tell(f"10,000 items: {what}", median, _MOST, " ms", more)
