"""The tour: ten things that readers want, what editors want, and the keys that it takes.

`docs/tour.md` and tests are made from it.
"""

from __future__ import annotations

from typing import NamedTuple


class Task(NamedTuple):
    """A question, the keys that answer it as textual names them (typed text counts as one), the words that stand on
    the screen then, and what to look at."""

    question: str
    keys: tuple[str, ...]
    seen: tuple[str, ...]
    look: str


MOST = 8
"""Keys that a task may take at most."""

TASKS = (
    Task("Who said most?", ("1", "G"), ("Dareen Khalifa", "Caroline Rose"), "the column *said* of the actors"),
    Task(
        "Who is Dareen Khalifa, and what is known of her?",
        (":", "khalifa", "enter", "c"),
        ("said", "They’ve framed it"),
        "her card: role, what she said and claimed",
    ),
    Task(
        "Where does her key quote stand in the article?",
        ("2", "j", "j", "enter"),
        ("¶15 of 37", "✓ word for word"),
        "the passage, lit, and whether it agrees",
    ),
    Task(
        "What is the passage behind the death toll?",
        ("5", "enter"),
        ("¶7 of 37", "relies on a network"),
        "the figure's source at its paragraph",
    ),
    Task(
        "Which open question is due first?",
        ("4",),
        ("Can Russia or Hezbollah still reinforce", "due 2 Dec"),
        "the first of the open questions",
    ),
    Task(
        "What concerns Turkey?",
        (":", "turkey", "enter", "f"),
        ("focus", "Turkey", "of 67"),
        "what is not dimmed, in all panes",
    ),
    Task(
        "What of the rebels is from 27 November or later?",
        ("/", "actor:hts after:2024-11-27", "enter"),
        ("after:2024-11-27", " of "),
        "the hits, one after the other with `n`",
    ),
    Task("What happened in 2015?", ("J", "2015", "enter"), ("2015", "Russia intervenes"), "the selected event"),
    Task(
        "What else rests on the paragraph that a quote stands in?",
        ("2", "enter", "w"),
        ("Rests here",),
        "the list of items beside the source",
    ),
    Task("How do I take a quote with me?", ("2", "y"), ("Copied",), "the footer says how it was copied"),
)

CHANGES = (
    Task(
        "Add an event with its source",
        ("3", "i", "27 Nov", "enter", "Rebels cross the river", "enter", "30", "enter"),
        ("Added an event of", "Rebels cross the river"),
        "the event in its place by date, and its paragraph",
    ),
    Task(
        "Answer a question, with the source",
        ("4", "s", "a", "Yes, since Friday", "enter", "9", "enter"),
        ("Answered the question", "Yes, since Friday"),
        "the answer under its question",
    ),
    Task("Star a quote", ("2", "*"), ("Starred the quote",), "the star before the quote"),
    Task(
        "Put an actor on another side",
        ("1", "b", "outside", "enter"),
        ("Put Bashar al-Assad on the side",),
        "the actor under the other heading",
    ),
    Task(
        "Make one of two actors that are the same",
        ("1", "M", "stein", "enter", "enter"),
        ("Merged Aaron Stein into",),
        "the lines that change, before the last key",
    ),
    Task("Take the last change back", ("u",), ("Undone: merged",), "the footer says what was undone"),
)
"""What is changed, one after the other in one copy of the sample."""


def page() -> str:
    """Returns the page as Markdown."""
    lines = [
        "# Ten questions",
        "",
        "<!-- Made by `make docs` from tools/tour.py. A test asks every one of them in the real program, at 120×40,",
        "80×24 and 50×20. -->",
        "",
        "What a reader wants of a briefing, and the keys that it takes in the sample (`make run`). Typed text counts",
        f"as one key; none takes more than {MOST}. `esc` leads back each time.",
        "",
        "| question | keys | number | look at |",
        "|---|---|---|---|",
    ]
    for task in TASKS:
        keys = " ".join(f"`{key}`" for key in task.keys)
        lines.append(f"| {task.question} | {keys} | {len(task.keys)} | {task.look} |")
    lines += [
        "",
        "## What is changed",
        "",
        "In a copy of the sample, from the dashboard, and saved at once ([how](triage.md)):",
        "",
        "| change | keys | number | look at |",
        "|---|---|---|---|",
    ]
    for task in CHANGES:
        keys = " ".join(f"`{key}`" for key in task.keys)
        lines.append(f"| {task.question} | {keys} | {len(task.keys)} | {task.look} |")
    lines += [
        "",
        "![What concerns Turkey](focus.svg)",
        "",
        "![A search in the light theme](search-light.svg)",
        "",
        "![The timeline at 80×24](narrow.svg)",
    ]
    return "\n".join(lines) + "\n"
