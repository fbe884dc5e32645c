"""Compares `briefing merge` with git's own merge on simulated pairs of editors: `python -m tests.bench.merge [PAIRS]`.

Each pair makes one to five changes each, on different facts, in the sample or in a file that uses everything. Then the
time of a merge of 10,000 items is told in loads of that file.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random
from time import perf_counter

from briefing.changes.merge import merge
from briefing.document.load import load
from briefing.document.splice import AddItem, All, SetField, SetText, splice
from tests.bench.corpus import briefing_text
from tests.changes.editors import Edited, edited, lost

ROOT = Path(__file__).parents[2]
FILES = ("seeds/aleppo.yaml", "tests/data/everything.yaml")
ITEMS = 10_000


def main() -> None:
    """Prints both tables."""
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    ours, git = simulated(pairs)
    print(f"{pairs:,} pairs with disjoint changes    briefing merge    git merge-file")
    for what in ("a conflict", "a lost fact", "a new problem"):
        print(f"{what:<36} {ours[what]:>14} {git[what]:>17}")
    for what, ratio in times().items():
        print(f"{ITEMS:,} items, {what}: {ratio:.1f} loads")


def simulated(pairs: int) -> tuple[Counter[str], Counter[str]]:
    """Returns for ours and for git how many pairs ended in a conflict, lost a fact, or were merged into a text with a
    problem that neither side had."""
    ours, git = Counter[str](), Counter[str]()
    for number in range(pairs):
        base, chance = (ROOT / FILES[number % len(FILES)]).read_text(encoding="utf-8"), Random(number)
        loaded = load(base, "x")
        one = edited(loaded, chance, 5)
        other = edited(loaded, chance, 5, one.touched)
        merged = merge(base, one.text, other.text, "x")
        _count(ours, base, one, other, merged.text, conflict=merged.conflicts > 0)
        text, conflict = _by_git(base, one.text, other.text)
        _count(git, base, one, other, text, conflict)
    return ours, git


def _count(tally: Counter[str], base: str, one: Edited, other: Edited, merged: str, conflict: bool) -> None:
    if conflict:
        tally["a conflict"] += 1
        return
    tally["a lost fact"] += bool(lost(base, one, other, merged))
    had = max(len(load(text, "x").problems) for text in (base, one.text, other.text))
    tally["a new problem"] += len(load(merged, "x").problems) > had


def _by_git(base: str, ours: str, theirs: str) -> tuple[str, bool]:
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for name, text in (("ours", ours), ("base", base), ("theirs", theirs)):
            names.append(name)
            Path(folder, name).write_text(text, encoding="utf-8", newline="")
        done = subprocess.run(["git", "merge-file", "-p", *names], cwd=folder, capture_output=True, text=True)
        return done.stdout, done.returncode != 0


def times() -> dict[str, float]:
    """Returns the median time of merges of a big briefing, divided by the time of loading it in the same round."""
    text = briefing_text(ITEMS)
    loaded = load(text, "x")
    events, questions = loaded.briefing.timeline, loaded.briefing.questions
    notes = tuple(SetField(event, "note", f"ours {number}") for number, event in enumerate(events[10:4_000:400]))
    against = tuple(SetField(event, "note", f"theirs {number}") for number, event in enumerate(events[10:4_000:400]))
    apart = tuple(SetText(question, question.text + " At all?") for question in questions[10:500:50])
    new = AddItem("timeline", "2024-11-28", "Something new", (("src", "s1#1"),))
    ours = splice(loaded, "x", All(notes)).text
    found = {}
    for name, change in {"20 changes on different lines": All((*apart, new)), "10 conflicts": All(against)}.items():
        theirs = splice(loaded, "x", change).text
        ratios = []
        for _ in range(5):
            start = perf_counter()
            load(text, "x")
            middle = perf_counter()
            merge(text, ours, theirs, "x")
            ratios.append((perf_counter() - middle) / (middle - start))
        found[name] = statistics.median(ratios)
    return found


if __name__ == "__main__":
    main()
