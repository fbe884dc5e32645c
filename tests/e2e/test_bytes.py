"""Over a slow line: what a key sends to the terminal, beside what painting the whole screen takes."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.e2e.terminal import ENTER, ESC, SAMPLE, Terminal

_MOST_OF_A_MOVE = 4096
_MOST_OF_A_REPAINT = 1.5
_QUIET = 0.2
"""Seconds without a byte after which a key has done all that it does."""
_KEYS = (
    *("2", ENTER, ESC, "5", ESC, "!", ESC, "0", ESC, "c", ESC, "z", "z", ":", ESC, "?", ESC, *"ttttt"),
    *("3", "+", "-", "-", "+", "+", "f", "F", "F", ESC, "4", "s", ESC, "i", ESC, "x", ESC, "1", "R", ESC, "b", ESC),
    *("H", "1", "/", "t", "u", ESC, "'", ESC),
)


def test_no_key_sends_much_more_than_the_screen_and_a_move_sends_little(tmp_path: Path) -> None:
    for name in ("aleppo.yaml", "aleppo.txt"):
        shutil.copy(SAMPLE.parent / name, tmp_path / name)
    with Terminal("aleppo.yaml", home=tmp_path, folder=tmp_path) as terminal:
        terminal.sees("Syrian rebels have seized").rest(1.0)

        def sent(key: str) -> int:
            before = len(terminal.output)
            terminal.type(key).rest(_QUIET)
            return len(terminal.output) - before

        # Help paints the screen once, dimmed, with a panel over it.
        repaint = sent("?")
        sent(ESC)
        moves = [sent(key) for key in "jjjjk"]
        assert max(moves) <= _MOST_OF_A_MOVE, moves
        more = {
            (at, key): bytes_ for at, key in enumerate(_KEYS) if (bytes_ := sent(key)) > _MOST_OF_A_REPAINT * repaint
        }
        assert more == {}, f"the whole screen takes {repaint}"
        terminal.type(ESC, ESC, "q")
        assert terminal.ends() == 0
