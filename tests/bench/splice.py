"""Measures a splice, proof included, against one `load` of the same text: `python -m tests.bench.splice`.

Both are measured in turn in one run, and the median of the ratios of neighbours is told for each kind of edit. The aim
is at most 1.5 loads.
"""

from __future__ import annotations

import gc
import statistics
from time import perf_counter

from briefing.document.load import load
from briefing.document.splice import (
    AddItem,
    Change,
    MergeActors,
    RemoveItem,
    RenameSlug,
    SetField,
    SetHead,
    SetText,
    splice,
)
from briefing.model import Briefing
from tests.bench.corpus import briefing_text

ITEMS = 10_000
ROUNDS = 7


def edits(briefing: Briefing) -> dict[str, Change]:
    """Returns one edit of each kind, by name, of a briefing from `tests.bench.corpus`."""
    return {
        "set a field": SetField(briefing.timeline[2_000], "note", "seen by the map editor"),
        "change a head": SetHead(briefing.questions[400], "answered"),
        "change a text": SetText(briefing.quotes[1_000], "Restore order: now"),
        "add an event": AddItem("timeline", "2018-05-01", "Convoys leave", (("src", "s3#4"),)),
        "remove a claim": RemoveItem(briefing.claims[600]),
        "rename an actor": RenameSlug("actors", "actor-7", "spokesman"),
        "merge two actors": MergeActors("actor-7", "actor-8"),
    }


def ratios(text: str, rounds: int = ROUNDS) -> dict[str, list[float]]:
    """Returns for each edit the time of a splice divided by the time of `load`, once a round."""
    found: dict[str, list[float]] = {}
    for _ in range(rounds):
        gc.collect()
        start = perf_counter()
        loaded = load(text, "big.yaml")
        whole = perf_counter() - start
        for name, change in edits(loaded.briefing).items():
            gc.collect()
            start = perf_counter()
            splice(loaded, "big.yaml", change)
            found.setdefault(name, []).append((perf_counter() - start) / whole)
    return found


def main() -> None:
    """Prints the median ratio of each edit, with its range."""
    text = briefing_text(ITEMS)
    print(f"{ITEMS:,} items, {len(text.encode()) / 1e6:.2f} MB; a splice in loads of the same text")
    for name, found in ratios(text).items():
        print(f"{name:17} median {statistics.median(found):.2f} ({min(found):.2f} to {max(found):.2f})")


if __name__ == "__main__":
    main()
