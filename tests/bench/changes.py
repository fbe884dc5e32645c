"""Measures what changed against `load` of the same text: `python -m tests.bench.changes`.

A reload pairs the old and the new briefing; it may cost 1.2 loads in all, so pairing may take at most 0.15 of one where
nothing or little changed. Ratios of neighbours, medians.
"""

from __future__ import annotations

import gc
import statistics
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from time import perf_counter

from briefing.changes.differences import compare
from briefing.changes.identity import pair
from briefing.changes.marks import Marks
from briefing.document.load import Loaded, load
from tests.bench.corpus import briefing_text

ITEMS = 10_000
ROUNDS = 9


def edited(text: str, number: int) -> str:
    """Rewords `number` items of `text`, chosen at random: the same ones each time."""
    lines = text.split("\n")
    items = [at for at, line in enumerate(lines) if line.startswith("  - ")]
    for at in Random(1).sample(items, number):
        lines[at] = lines[at].replace("the ", "a ", 1) + " indeed"
    return "\n".join(lines)


def ratio(work: Callable[[], object], text: str, rounds: int = ROUNDS) -> float:
    """Returns the median of the time of `work` divided by that of a load of `text`."""
    found = []
    for _ in range(rounds):
        gc.collect()
        start = perf_counter()
        load(text, "big.yaml")
        middle = perf_counter()
        gc.collect()
        second = perf_counter()
        work()
        found.append((perf_counter() - second) / (middle - start))
    return statistics.median(found)


def _once(work: Callable[[], object]) -> float:
    """Milliseconds, the median of nine."""
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return statistics.median(times) * 1000


def main() -> None:
    """Prints what pairing, comparing and read marks cost."""
    text = briefing_text(ITEMS)
    old, same = load(text, "a"), load(text, "a")
    few, other = load(edited(text, 20), "a"), load(briefing_text(ITEMS, seed=5), "a")
    for what, new, most in (("equal", same, 0.15), ("20 changes", few, 0.15), ("all changed", other, 0.0)):
        found = ratio(partial(pair, old.briefing, new.briefing), text)
        print(f"pair / load, 10,000 items, {what}: {found:.3f}{f' (at most {most})' if most else ''}")
    print(f"compare / load, 20 changes: {ratio(lambda: compare(old.briefing, few.briefing), text):.2f}")
    with tempfile.TemporaryDirectory() as folder:
        for items in (100, ITEMS):
            _marks(Path(folder), load(briefing_text(items), "a"), items)


def _marks(folder: Path, loaded: Loaded, items: int) -> None:
    path = folder / f"{items}.yaml"
    Marks(folder, path).read_all(loaded, "2024-12-01T10:00Z")
    print(f"read marks of {items:,} items, when: {_once(lambda: Marks(folder, path).when()):.2f} ms", end=", ")
    print(f"unread with all read: {_once(lambda: Marks(folder, path).unread(loaded)):.2f} ms (at most 2)")


if __name__ == "__main__":
    main()
