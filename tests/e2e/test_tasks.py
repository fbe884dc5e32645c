"""Ten things that readers want, each with at most eight keys in the real program, at the three sizes."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.e2e.terminal import ENTER, ESC, SAMPLE, TAB, Terminal


class Task(NamedTuple):
    """A question, the keys that answer it (typed text counts as one), and words that stand on the screen then."""

    question: str
    keys: tuple[str, ...]
    seen: tuple[str, ...]


MOST = 8
TASKS = (
    Task("Who is Dareen Khalifa?", (":", "khalifa", ENTER), ("Dareen Khalifa", "International")),
    Task(
        "What did she say, and what else is known of her?", (":", "khalifa", ENTER, "c"), ("said", "They’ve framed it")
    ),
    Task("Where does her key quote stand in the article?", ("2", "j", "j", ENTER), ("¶15 of 37", "✓ word for word")),
    Task("What is the passage behind the death toll?", ("5", ENTER), ("¶7 of 37", "relies on a network")),
    Task("Which open question is due first?", ("4",), ("Can Russia or Hezbollah still reinforce", "due 2 Dec")),
    Task("What concerns Turkey?", (":", "turkey", ENTER, "f"), ("focus", "Turkey", "of 67")),
    Task("What happened in 2015?", ("J", "2015-06", ENTER), ("2015", "Russia intervenes")),
    Task("Where is Hama spoken of?", ("/", "hama", ENTER), ("road to Hama",)),
    Task("What rests on the paragraph that a quote stands in?", ("2", ENTER, "w"), ("¶9",)),
    Task("How do I take a quote with me?", ("2", "y"), ("Copied",)),
)


def test_no_task_takes_more_than_eight_keys() -> None:
    assert len(TASKS) == 10
    assert {task.question: len(task.keys) for task in TASKS if len(task.keys) > MOST} == {}


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (50, 20)], ids=str)
def test_every_task_is_done(tmp_path: Path, size: tuple[int, int]) -> None:
    with Terminal(str(SAMPLE), home=tmp_path, size=size) as terminal:
        terminal.sees("Syrian rebels have seized").rest()
        for task in TASKS:
            terminal.type(*task.keys).sees(*task.seen)
            terminal.type(ESC, ESC, ESC, "1", "g", TAB)
        terminal.type("q")
        assert terminal.ends() == 0
        assert terminal.restored
