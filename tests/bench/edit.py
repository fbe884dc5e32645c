"""Measures an edit of a large briefing, splice, save and journal together: `python -m tests.bench.edit`.

Everything is told in loads of the same text in the same round, as the median of the rounds; the edit and its way back
run in a thread of the dashboard, so a key does not wait for them.
"""

from __future__ import annotations

import gc
import statistics
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter

from briefing.document.load import load
from briefing.document.splice import SetField, splice
from briefing.editing import Editing
from tests.bench.corpus import briefing_text

ITEMS = 10_000
ROUNDS = 7


def _took(action: Callable[[], object]) -> float:
    gc.collect()
    start = perf_counter()
    action()
    return perf_counter() - start


def rounds(folder: Path, count: int = ROUNDS) -> list[tuple[float, float, float]]:
    """Returns what a splice, an edit and its undoing took, each in loads of the same text."""
    file = folder / "story.yaml"
    text = briefing_text(ITEMS)
    file.write_text(text)
    found = []
    for number in range(count):
        loaded = load(text, str(file))
        editing = Editing(file, folder / "state")
        change = SetField(loaded.briefing.timeline[len(loaded.briefing.timeline) // 2], "note", f"round {number}")
        once = _took(partial(load, text, str(file)))
        spliced = _took(partial(splice, loaded, str(file), change))
        edited = _took(partial(editing.perform, loaded, change, "added a note"))
        found.append((spliced / once, edited / once, _took(editing.undo) / once))
    return found


def main() -> None:
    """Prints the three medians."""
    with tempfile.TemporaryDirectory() as folder:
        found = rounds(Path(folder))
    splices, edits, undos = (statistics.median(column) for column in zip(*found, strict=True))
    print(f"{ITEMS:,} items, in loads of the same text: splice {splices:.2f}, edit {edits:.2f}, undo {undos:.2f}")


if __name__ == "__main__":
    main()
