"""Prints what a date costs: `python -m tests.bench.dates`. Each figure is the median of several runs, in µs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from statistics import median
from time import perf_counter

from briefing import dates
from briefing.dates.parsing import read

_RUNS = 15
_REPEATS = 2000
_FORMS = {
    "day": "2024-11-30",
    "month": "2024-11",
    "year": "2024",
    "qualified day": "2024-11-30~",
    "time with zone": "2024-11-30T14:20+03:00",
    "decade": "201X",
    "season": "2024-21",
    "interval": "2024-11-27/2024-11-30",
    "open interval": "2024-11-27/..",
    "set of three": "[2020,2021,2024-11-30]",
}


def cost(work: Callable[[], object]) -> float:
    """Returns the median over the runs of what one call of `work` takes, in µs."""
    taken = []
    for _ in range(_RUNS):
        start = perf_counter()
        for _ in range(_REPEATS):
            work()
        taken.append((perf_counter() - start) / _REPEATS * 1e6)
    return median(taken)


def main() -> None:
    """Prints a line a form: read without memory, parsed with it, and put into words."""
    print(f"{'µs a date':16}{'read':>8}{'again':>8}{'words':>8}")
    for name, text in _FORMS.items():
        edtf = dates.parse(text)
        figures = (
            cost(partial(read, text)),
            cost(partial(dates.parse, text)),
            cost(partial(dates.words, edtf, short=True, year=2024)),
        )
        print(f"{name:16}" + "".join(f"{figure:8.2f}" for figure in figures))


if __name__ == "__main__":
    main()
