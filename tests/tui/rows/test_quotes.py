"""Quotes stand in runs under their speaker, key ones with a star, each closed by where it comes from."""

from __future__ import annotations

from briefing.tui.panes import QUOTES
from briefing.tui.rows import quotes
from briefing.tui.rows.quotes import short_problem
from tests.tui.rows.drawn import drawn, inked, items
from tests.tui.stage import SAMPLE
from tests.tui.stories import checked, story_from, story_of

_STORY = story_from(
    """
title: x
as_of: 2024-11-30
sources: {a: One, b: Two}
actors:
  anna: {name: Anna Berg, role: Minister, kind: person}
  bo: Bo Dahl
quotes:
  - anna: We stay
    src: a#3
    topic: the front
    key: true
  - anna: We go
    src: [a#4, a#7, b#1]
    when: 2023-03-12
    to: bo
  - anna: Together
    with: [bo]
  - a guard at the gate: Nobody came
    draft: true
"""
)


def test_a_run_of_quotes_stands_under_its_speaker() -> None:
    assert drawn(_STORY, QUOTES, 57) == [
        "· Anna Berg  Minister",
        "  ★ “We stay”  the front  a ¶3",
        "    “We go”  12 Mar 2023  to Bo Dahl  a ¶4 ¶7 b ¶1",
        "· Anna Berg with Bo Dahl",
        "    “Together”",
        "· a guard at the gate",
        "    draft  “Nobody came”",
    ]


def test_a_peek_has_the_speaker_by_the_name_one_calls_them_by() -> None:
    first, *_, last = (quotes.peek(_STORY, row, 57) for row in items(quotes.rows(_STORY)))
    assert "".join(span.text for span in first) == "  ★ Berg  “We stay”"
    assert "".join(span.text for span in last).startswith("    a guard at the gate  draft  “Nobody")


def test_only_key_quotes_are_in_the_strongest_ink() -> None:
    story = story_of(SAMPLE)
    for row in items(quotes.rows(story)):
        block = quotes.draw(story, row, 10_000)
        assert any(words.startswith("“") for words in inked(block, "text")) == row.value.key
        assert ("★" in inked(block, "open")) == row.value.key


def test_a_quote_is_spoken_with_its_kind_its_speaker_and_its_paragraph() -> None:
    story = story_of(SAMPLE)
    spoken = [quotes.speak(story, row) for row in items(quotes.rows(story))]
    assert "key quote, Khalifa, paragraph 15" in spoken
    assert "quote, Khalifa, paragraph 9" in spoken


def test_what_is_wrong_with_a_quote_stands_behind_its_words_and_is_spoken() -> None:
    story = checked(
        "title: x\nsources: {s: s.txt}\nquotes:\n  - a guard: They came at night\n    src: s#1\n", "They came at dawn."
    )
    (row,) = items(quotes.rows(story))
    problem = story.flags[row.value.offset]
    assert inked(quotes.draw(story, row, 118), "problem") == [short_problem(problem.message)]
    assert problem.code.replace("-", " ") in quotes.speak(story, row)


def test_a_problem_is_shortened_to_its_first_clause() -> None:
    assert short_problem("1 word differs; it says dawn. Look there.") == "1 word differs"
    assert short_problem("no " * 40) == "problem"
