"""Measures the promises of speed and memory: `make bench`, or `python -m tests.bench`.

Every figure is compared with something that runs in the same minute on the same machine, in turn, and told as the
median of the ratios of neighbours, with the medians of both; single times say more about the machine than about the
program. Bytecode is written first, as an installed program has it.
"""

from __future__ import annotations

import compileall
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from tests.bench import answers, dates, load
from tests.bench import splice as splices
from tests.bench.bare import WORDS
from tests.bench.corpus import briefing_text
from tests.bench.terminal import Terminal

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLE = ROOT / "seeds" / "aleppo.yaml"
_BARE = [sys.executable, "-c", "from tests.bench.bare import Bare; Bare().run()"]
_YAML = [sys.executable, "-c", "import yaml"]
_ROUNDS = 11
_KEYS = 20


class Start(NamedTuple):
    """One start in a terminal: seconds to the first content, peak memory in MB, seconds a key took (median)."""

    content: float
    memory: float
    key: float


def _command(*words: str) -> list[str]:
    code = (
        f"import sys; sys.argv = ['briefing', *{list(words)!r}]; from briefing.__main__ import main; sys.exit(main())"
    )
    return [sys.executable, "-c", code]


def start(argv: list[str], words: list[str], keys: int = 0) -> Start:
    """Starts a program, waits until it has drawn all `words`, and presses the key of the next item `keys` times."""
    with Terminal(argv) as terminal:
        content = terminal.wait_for(words)
        terminal.quiet(0.5)
        times = [terminal.press(b"jk"[n % 2 : n % 2 + 1])[0] for n in range(keys)]
        return Start(content, terminal.memory(), statistics.median(times) if times else 0.0)


def elapsed(argv: list[str]) -> float:
    """Returns the seconds that a whole process takes."""
    begin = perf_counter()
    subprocess.run(argv, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return perf_counter() - begin


def compare(ours: Callable[[], float], theirs: Callable[[], float], rounds: int) -> tuple[float, float, float]:
    """Runs both in turn; returns the median of the ratios, and both medians."""
    pairs = [(ours(), theirs()) for _ in range(rounds)]
    ratio = statistics.median(a / b for a, b in pairs)
    return ratio, statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def tell(what: str, value: float, most: float, unit: str, more: str = "") -> None:
    """Prints a figure beside what it may be at most."""
    verdict = "within" if value <= most else "OVER"
    print(f"{what:<46} {value:7.2f}{unit:<3} {verdict:>6} {most:g}{unit}  {more}", flush=True)


def _headless() -> None:
    show = _command("show", str(SAMPLE))
    ratio, ours, theirs = compare(lambda: elapsed(show), lambda: elapsed(_YAML), 2 * _ROUNDS)
    tell("show of the sample / import yaml", ratio, 3, "x", f"{ours * 1000:.0f} / {theirs * 1000:.0f} ms")


def _sample() -> None:
    words = ["Syrian rebels have seized", "Bashar al-Assad", "framed it as", "Rebels control most", "Can Russia or"]
    ours = _command(str(SAMPLE))
    found: list[Start] = []

    def once() -> float:
        found.append(start(ours, words, keys=3))
        return found[-1].content

    ratio, mine, bare = compare(once, lambda: start(_BARE, [WORDS]).content, _ROUNDS)
    tell("sample to first content / bare Textual app", ratio, 1.3, "x", f"{mine * 1000:.0f} / {bare * 1000:.0f} ms")
    tell("memory with the sample", statistics.median(s.memory for s in found), 45, "MB")


def _large(folder: Path) -> None:
    """Ten thousand items beside a hundred; `CSafeLoader` reads the same bytes in a process of its own, timed inside."""
    large, small = folder / "large.yaml", folder / "small.yaml"
    large.write_text(briefing_text(10_000), encoding="utf-8")
    small.write_text(briefing_text(100), encoding="utf-8")
    reading = (
        "import sys, time, yaml; text = open(sys.argv[1]).read(); t = time.perf_counter();"
        "yaml.load(text, yaml.CSafeLoader); print(time.perf_counter() - t)"
    )
    title = [large.read_text(encoding="utf-8").split("title: ", 1)[1].splitlines()[0].strip("\"'")[:24]]
    big: list[Start] = []
    little: list[Start] = []
    ratios: list[float] = []
    for _ in range(_ROUNDS // 2):
        bare = start(_BARE, [WORDS]).content
        answer = subprocess.run([sys.executable, "-c", reading, str(large)], capture_output=True, text=True, check=True)
        big.append(start(_command(str(large)), title, keys=_KEYS))
        little.append(start(_command(str(small)), title, keys=_KEYS))
        ratios.append(big[-1].content / (1.3 * bare + float(answer.stdout)))
    content = statistics.median(s.content for s in big)
    tell(
        "10,000 items: content / (1.3 bare + CSafeLoader)",
        statistics.median(ratios),
        1,
        "x",
        f"{content * 1000:.0f} ms",
    )
    slow, quick = statistics.median(s.key for s in big), statistics.median(s.key for s in little)
    tell("a key with 10,000 items / with 100", slow / quick, 1.5, "x", f"{slow * 1000:.1f} / {quick * 1000:.1f} ms")
    answers.main(large, tell)
    tell("memory with 10,000 items", statistics.median(s.memory for s in big), 90, "MB")


def main() -> None:
    """Runs everything; takes about two minutes."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPATH"] = str(ROOT)
    compileall.compile_dir(str(ROOT / "briefing"), quiet=1)
    load.main()
    splices.main()
    dates.main()
    _headless()
    _sample()
    with tempfile.TemporaryDirectory() as folder:
        _large(Path(folder))


if __name__ == "__main__":
    main()
