"""The guide for people who write briefings: every example in it does what the page says.

An example is a block of YAML. When a block `console` follows, that is what the program prints about it as
`story.yaml`; otherwise it has nothing to say. What an example leaves out, the title and the slugs that it names, is
added at its end, where it moves no line.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from briefing import dates
from briefing.document.load import load
from briefing.problems import render

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")

REST = {
    "title": "Example",
    "actors": "{assad: A, khalifa: K, hts: H, army: S, sohr: O, russia: R, iran: I, turkey: T, israel: L}",
    "sides": "{gov: G, opp: O}",
    "sources": "{explainer: E}",
}


class Example(NamedTuple):
    """A block of YAML and what is printed about it."""

    text: str
    said: str


def examples(page: str = PAGE) -> list[Example]:
    """Returns the examples of the page in order."""
    blocks = re.findall(r"```yaml\n(.*?)```\n(?:\n```console\n(.*?)```)?", page, re.DOTALL)
    return [Example(text, said) for text, said in blocks]


def whole(example: Example) -> str:
    """Returns the example with what it leaves out; a title only where it shows no beginning of a briefing."""
    keys = set(re.findall(r"^(\w+):", example.text, re.MULTILINE))
    wanted = {name: value for name, value in REST.items() if name not in keys}
    if "as_of" in keys:
        wanted.pop("title", None)
    return example.text + "".join(f"{name}: {value}\n" for name, value in wanted.items())


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.text.partition("\n")[0])
def test_an_example_says_what_the_page_says(example: Example) -> None:
    problems = load(whole(example), "story.yaml").problems
    assert "".join(f"{render(problem)}\n" for problem in problems) == example.said


def test_the_page_has_examples_with_and_without_problems() -> None:
    said = [bool(example.said) for example in examples()]
    assert said.count(True) >= 8
    assert said.count(False) >= 15


def test_the_briefing_in_the_readme_is_whole_and_has_no_problem() -> None:
    [example] = examples((ROOT / "README.md").read_text(encoding="utf-8"))
    assert load(example.text, "strike.yaml").problems == ()


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (date, words)
        for row in re.findall(r"^\| .* \| (.*`.*) \| (.*) \|$", PAGE.partition("## When: dates")[2], re.MULTILINE)
        for date, words in zip(re.findall(r'`"?([^`"]+)"?`', row[0]), row[1].split(" · "), strict=False)
    ],
)
def test_a_date_of_the_table_is_shown_as_the_table_says(written: str, shown: str) -> None:
    assert dates.words(dates.parse(written)) == shown
