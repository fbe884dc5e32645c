"""What a brush and a search take with ten thousand items, beside a full repaint of the same screen in the same run.

Times are from the key to the first byte of the answer; the limit of 16 ms is for a quiet machine. What a busy one
shows is the ratio: from the key to the last byte, beside a full repaint, the way back from a zoomed pane, to its last.
All panes are then painted anew, and nothing else is worked out. (To the first byte it would be no measure: a screen
whose first line is ready at once sends that one early.)
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
    whole: dict[str, list[float]] = {}
    sent: dict[str, list[int]] = {}

    def press(terminal: Terminal, what: str, key: bytes) -> None:
        answer = terminal.press(key)
        took.setdefault(what, []).append(answer.first * 1000)
        whole.setdefault(what, []).append(answer.last)
        sent.setdefault(what, []).append(answer.bytes)

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
    repaint, painted = statistics.median(whole["a full repaint"]), statistics.median(sent["a full repaint"])
    for what in _WHAT:
        median = statistics.median(took[what])
        ratio = statistics.median(whole[what]) / repaint
        more = f"{ratio:.2f} of a full repaint, {max(sent[what]) / painted:.2f} of its bytes at most"
        tell(f"10,000 items: {what}", median, _MOST, " ms", more)
