"""Measures `load` against PyYAML's `CSafeLoader` on the same bytes: `python -m tests.bench.load`.

Both are measured in turn in one run and the median of the ratios of neighbours is told, so that a busy machine, which
slows both, does not tell a story. The aim is at most 0.7.
"""

from __future__ import annotations

import gc
import resource
import statistics
import sys
from time import perf_counter

import yaml

from briefing.document.load import load
from tests.bench.corpus import briefing_text

ITEMS = 10_000
ROUNDS = 7


def ratios(text: str, rounds: int = ROUNDS) -> list[float]:
    """Returns time of `load` divided by time of `CSafeLoader`, once a round."""
    found = []
    for _ in range(rounds):
        gc.collect()
        start = perf_counter()
        load(text, "big.yaml")
        middle = perf_counter()
        gc.collect()
        second = perf_counter()
        yaml.load(text, yaml.CSafeLoader)
        found.append((middle - start) / (perf_counter() - second))
    return found


def main() -> None:
    """Prints size, problems, the memory of the process after one load, and the median ratio with its range."""
    text = briefing_text(ITEMS)
    loaded = load(text, "big.yaml")
    scale = 1024 * (1024 if sys.platform == "darwin" else 1)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / scale
    count = sum(1 for _ in loaded.briefing.items())
    print(f"{count:,} items and entries, {len(text.encode()) / 1e6:.2f} MB, {len(loaded.problems)} problems")
    print(f"whole process after one load: {memory:.0f} MB")
    found = ratios(text)
    print(f"load / CSafeLoader: median {statistics.median(found):.2f} ({min(found):.2f} to {max(found):.2f})")


if __name__ == "__main__":
    main()
