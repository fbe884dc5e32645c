"""Any text gives a briefing or problems, quickly, and never anything else.

`BRIEFING_FUZZ=200000` sets the number of mutations; 2,000 are tried otherwise.
"""

from __future__ import annotations

import os
import threading
from random import Random
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.document.codes import CODES
from briefing.document.load import Loaded, load
from tests.bench.corpus import briefing_text
from tests.data.newsroom_lines import LINES, document
from tests.document.test_load import EVERYTHING, SAMPLE

MUTATIONS = int(os.environ.get("BRIEFING_FUZZ", "2000"))
MEBIBYTE = 1024 * 1024
_DOCUMENTS = [SAMPLE[:2500], SAMPLE[2500:5500], SAMPLE, EVERYTHING, *(document(line, "  ") for line in LINES[::3])]
_BITS = (
    "\t", "\u00a0", ": ", ":", "- ", "-", "#", " #", "'", '"', "[", "]", "{", "}", "&", "*", "!", "|", ">", "%", "@",
    "`", "\n", "\r\n", "\r", "  ", "    ", "<<: ", "---\n", "...\n", "<<<<<<< HEAD\n", "=======\n", ">>>>>>> x\n",
    "|||||||\n", "? ", "\x00", "\x1b", "\ud800", "\u2028", "\x85", "\ufeff", "src: ", "was: ", "open:", "title:", "x-",
    "%YAML 1.2\n", "!!map ", "&a ", "*a", "\\", "0", "a", "\U0001f600", "[a, b]: ", "? [a]\n", "{a: b}",
)  # fmt: skip


def mutated(text: str, random: Random) -> str:
    """Puts in, takes out, doubles or overwrites a few pieces of `text`."""
    for _ in range(random.randint(1, 6)):
        at = random.randrange(len(text) + 1)
        other = random.randrange(len(text) + 1)
        bit = random.choice(_BITS)
        choice = random.random()
        if choice < 0.5:
            text = text[:at] + bit + text[at:]
        elif choice < 0.7:
            text = text[:at] + text[at + random.randint(1, 8) :]
        elif choice < 0.85:
            text = text[:at] + text[other : other + random.randint(1, 80)] + text[at:]
        else:
            text = text[:at] + bit * random.randint(1, 5) + text[at + 3 :]
    return text


def check(text: str) -> Loaded:
    """Loads `text`, whatever it is, and looks at what must always hold."""
    loaded = load(text, "x.yaml")
    assert loaded.briefing.title
    assert all(problem.code in CODES and problem.where >= (1, 1) for problem in loaded.problems)
    for item in loaded.briefing.items():
        assert all(0 <= at <= len(loaded.text) for places in item.marks.values() for at in places)
    return loaded


def test_no_mutation_raises_anything() -> None:
    random = Random(2024)
    for number in range(MUTATIONS):
        text = mutated(random.choice(_DOCUMENTS), random)
        try:
            check(text)
        except Exception as error:
            raise AssertionError(f"mutation {number}: {text!r}") from error


@given(st.text(max_size=200))
def test_no_text_raises_anything(text: str) -> None:
    check(text)


@given(st.text(alphabet="-:?[]{}&*!|>'\"%@` \t\n#,ab", max_size=40))
def test_no_jumble_of_indicators_raises_anything(jumble: str) -> None:
    check(f"title: x\nquestions:\n  - open: {jumble}\n")


def test_a_mutation_takes_little_with_it() -> None:
    """Of a hundred typing errors, one character each, none takes more than a section with it."""
    random = Random(7)
    whole = sum(1 for _ in load(SAMPLE, "x.yaml").briefing.items())
    left = []
    for _ in range(100):
        at = random.randrange(len(SAMPLE))
        text = SAMPLE[:at] + random.choice(":-#'\"[]{}&*!|>%@` \t") + SAMPLE[at:]
        left.append(sum(1 for _ in load(text, "x.yaml").briefing.items()))
    assert min(left) >= whole - 17
    assert sorted(left)[5] >= whole - 2


@pytest.mark.parametrize(
    "deep",
    [
        "[" * 100_000,
        "{a: " * 100_000,
        "title: " + "[" * 100_000 + "]" * 100_000,
        "- " * 100_000,
        "title: x\nwhy: " + "[" * 10**5,
    ],
    ids=["list", "map", "field", "dashes", "open"],
)
def test_100_000_levels_give_one_error_on_a_small_stack(deep: str) -> None:
    found: list[Loaded] = []
    before = threading.stack_size(256 * 1024)
    try:
        thread = threading.Thread(target=lambda: found.append(load(deep, "x.yaml")))
        thread.start()
        thread.join()
    finally:
        threading.stack_size(before)
    errors = [problem.code for problem in found[0].problems if problem.severity == "error"]
    assert errors == ["too-deep"]


def test_an_alias_bomb_is_refused() -> None:
    rows = "".join(f"x-{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40))
    started = perf_counter()
    loaded = load(f"title: x\nx-0: &a0 [lol]\n{rows}", "x.yaml")
    assert {problem.code for problem in loaded.problems} == {"alias", "anchor-mark"}
    assert perf_counter() - started < 2


@pytest.mark.parametrize("unit", ["a", "[", '"', "'", "- ", ": ", "&a ", " ", "\\", "\x1b", "#", "bbc #1, "])
def test_a_line_of_a_mebibyte_costs_about_eight_of_an_eighth(unit: str) -> None:
    def seconds(size: int) -> float:
        text = "title: x\nquestions:\n  - open: a: b\n  - open: " + unit * (size // len(unit)) + "\n"
        times = []
        for _ in range(2):
            start = perf_counter()
            load(text, "x.yaml")
            times.append(perf_counter() - start)
        return min(times)

    assert seconds(MEBIBYTE) < 24 * seconds(MEBIBYTE // 8) + 0.05


def test_many_broken_lines_cost_as_many_times_as_much() -> None:
    def seconds(number: int) -> float:
        text = "title: x\nquestions:\n" + '  - open: Kremlin: "no", says [AP\n' * number
        start = perf_counter()
        assert len(load(text, "x.yaml").briefing.questions) == number
        return perf_counter() - start

    seconds(100)
    assert seconds(8_000) < 24 * seconds(1_000) + 0.05


def test_ten_thousand_items_are_read_whole() -> None:
    loaded = load(briefing_text(10_000), "x.yaml")
    assert loaded.problems == ()
    assert sum(1 for _ in loaded.briefing.items()) > 10_000


def test_a_file_with_too_many_values_keeps_what_was_read() -> None:
    loaded = load("title: x\nnext:\n" + "  - todo: a\n    note: b\n" * 60_000, "x.yaml")
    assert [problem.code for problem in loaded.problems] == ["too-many-nodes"]
    assert 30_000 < len(loaded.briefing.next) < 60_000
