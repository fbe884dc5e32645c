"""How fast articles are derived, and what a whole run costs: `python -m tests.bench.derive [FOLDER]`."""

from __future__ import annotations

import datetime as dt
import resource
import subprocess
import sys
import time
from pathlib import Path

from briefing.derive import engine, lexicon, writer
from briefing.sources import from_text

DATA = Path(__file__).parent.parent / "data" / "derive"
WORDS = 700
DAY = dt.date(2024, 11, 30)


def main(folder: Path = DATA) -> None:
    """Prints articles of 700 words a second, seconds for up to 1 MB, memory, and a run in units of `import yaml`."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))]
    words = lexicon.load()
    _derive("\n\n".join(texts[:1]), words)
    rounds = [_seconds(texts, words) for _ in range(5)]
    count = sum(len(text.split()) for text in texts) / WORDS
    print(f"{count / min(rounds):.0f} articles of {WORDS} words a second, best of {len(rounds)} rounds")
    whole = "\n\n".join(texts)
    for times in (1, 8, 1 + 1_000_000 // len(whole)):
        print(f"{len(whole) * times:>9,} characters: {_seconds([whole * times], words):.2f} s")
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB at most, the megabyte included")
    sample = str(DATA / "aleppo.txt")
    unit = _process(["-c", "import yaml"])
    run = _process(["-m", "briefing", "derive", sample, "--published", DAY.isoformat()])
    print(f"whole process: {run * 1000:.0f} ms of processor time, {run / unit:.1f} times `import yaml`")


def _derive(text: str, words: lexicon.Lexicon) -> str:
    return writer.briefing(engine.derive(from_text(text), DAY, words), writer.Origin("src"))


def _seconds(texts: list[str], words: lexicon.Lexicon) -> float:
    start = time.process_time()
    for text in texts:
        _derive(text, words)
    return time.process_time() - start


def _process(arguments: list[str], rounds: int = 15) -> float:
    """The least processor time of a Python process with these arguments; the least is least touched by other work."""
    best = float("inf")
    for _ in range(rounds):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return best


if __name__ == "__main__":
    main(*(Path(word) for word in sys.argv[1:2]))
