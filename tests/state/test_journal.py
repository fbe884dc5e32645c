"""The journal says what can be undone in which text, and nothing damaged or foreign is ever applied."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.state import journal as journals
from briefing.state.journal import LIFETIME, MOST_BYTES, Hunk, Journal, Step, digest, parsed, recorded, written

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, str]]]:
    """A text and edits of it that do not overlap."""
    text = draw(texts)
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = zip(places[::2], places[1::2], strict=False)
    return text, [(start, end, draw(texts)) for start, end in pairs]


def step(before: str, after: str, words: str = "edited", at: float = 0.0) -> Step:
    return Step(words, digest(before), digest(after), (Hunk(0, before, after),), at)


def journal(*states: str) -> Journal:
    """A journal of the edits from each text to the next."""
    made = Journal()
    for before, after in pairwise(states):
        made = recorded(made, step(before, after))
    return made


@given(edited())
def test_an_edit_is_undone_and_done_again_exactly(case: tuple[str, list[tuple[int, int, str]]]) -> None:
    text, edits = case
    hunks = journals.hunks_of(text, edits)
    after = text
    for start, end, new in reversed(edits):
        after = after[:start] + new + after[end:]
    assert journals.forward(text, hunks) == after
    assert journals.backward(after, hunks) == text
    assert journals.inverse(journals.inverse(hunks)) == hunks


def test_an_edit_of_another_text_is_not_applied() -> None:
    hunks = (Hunk(2, "c", "x"),)
    assert journals.forward("abcd", hunks) == "abxd"
    assert journals.forward("abd", hunks) is None
    assert journals.forward("a", (Hunk(5, "", "x"),)) is None
    assert journals.forward("abcd", (Hunk(2, "c", "x"), Hunk(1, "b", "y"))) is None


def test_the_last_edit_that_led_to_the_text_is_undone() -> None:
    made = journal("A", "B", "C")
    assert made.done == 2
    assert journals.to_undo(made, digest("C")) == 2
    assert journals.to_undo(made, digest("B")) == 1
    assert journals.to_undo(made, digest("A")) is None
    assert journals.to_undo(made, digest("by hand")) is None


def test_where_a_text_came_about_several_times_the_place_in_the_history_counts() -> None:
    made = journal("A", "B", "A", "B")
    assert journals.to_undo(made, digest("B")) == 3
    assert journals.to_undo(made._replace(done=1), digest("B")) == 1
    assert journals.to_redo(made._replace(done=2), digest("A")) == 2
    assert journals.to_redo(made._replace(done=0), digest("A")) == 0


def test_a_new_edit_drops_what_was_undone() -> None:
    undone = journal("A", "B", "C")._replace(done=1)
    made = recorded(undone, step("B", "D"))
    assert [entry.after for entry in made.steps] == [digest("B"), digest("D")]
    assert journals.to_redo(made, digest("B")) == 1


def test_after_a_change_by_hand_earlier_edits_wait_until_it_is_taken_back() -> None:
    made = recorded(journal("A", "B"), step("by hand", "C"))
    assert journals.to_undo(made, digest("C")) == 2
    assert journals.to_undo(made._replace(done=1), digest("by hand")) is None
    assert journals.to_undo(made._replace(done=1), digest("B")) == 1


def test_edits_of_more_than_a_week_ago_and_more_than_there_is_room_for_are_forgotten() -> None:
    made = recorded(Journal((step("A", "B", at=0.0),), 1), step("B", "C", at=LIFETIME))
    assert [entry.after for entry in made.steps] == [digest("C")]
    many = journal(*map(str, range(journals.MOST_STEPS + 10)))
    assert (len(many.steps), many.done) == (journals.MOST_STEPS, journals.MOST_STEPS)
    assert many.steps[-1].after == digest(str(journals.MOST_STEPS + 9))


steps = st.builds(
    Step,
    words=texts,
    before=texts,
    after=texts,
    hunks=st.lists(st.builds(Hunk, st.integers(0, 99), texts, texts), max_size=3).map(tuple),
    at=st.floats(0, 1e10),
)


@given(st.lists(steps, max_size=4), st.data())
def test_what_is_written_is_read_again(made: list[Step], data: st.DataObject) -> None:
    whole = Journal(tuple(made), data.draw(st.integers(0, len(made))))
    assert parsed(written(whole)) == whole


def test_where_room_is_short_the_oldest_edits_go() -> None:
    large = "x" * (MOST_BYTES // 3)
    made = journal("A", "B" + large, "C", "D" + large)
    kept = parsed(written(made))
    assert kept is not None
    assert (kept.steps, kept.done) == (made.steps[-2:], 2)
    assert len(written(made)) <= MOST_BYTES + 200
    assert parsed(written(made._replace(done=0))) == Journal(made.steps[-2:], 0)


def test_the_last_edit_can_be_taken_back_however_much_it_replaced() -> None:
    made = journal("A", "B", "C" * 2 * MOST_BYTES)
    assert parsed(written(made)) == Journal(made.steps[-1:], 1)
    assert parsed(written(made._replace(done=1))) == Journal(made.steps[-1:], 0)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "{}", '{"version": 1}', '{"version": "1", "steps": [], "done": 0}', "[" * 100_000],
    ids=lambda text: repr(text[:12]),
)
def test_what_is_no_journal_is_an_empty_one(text: str) -> None:
    assert parsed(text) == Journal()


sound = json.loads(written(journal("A", "B", "C")))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("done", 3),
        ("done", -1),
        ("done", "1"),
        ("steps", {}),
        ("steps", [[]]),
        ("steps", [["w", "a", "b", [[-1, "", ""]], 0]]),
        ("steps", [["w", "a", "b", [[True, "", ""]], 0]]),
        ("steps", [["w", "a", "b", [[0, "", 1]], 0]]),
        ("steps", [["w", "a", "b", [[0, ""]], 0]]),
        ("steps", [["w", "a", "b", {}, 0]]),
        ("steps", [["w", "a", 1, [], 0]]),
        ("steps", [["w", "a", "b", [], "now"]]),
        ("steps", [["w", "a", "b", [], 10**400]]),
        ("steps", [["w", "a", "b", [], float("nan")]]),
    ],
)
def test_of_a_damaged_journal_nothing_is_taken(name: str, value: object) -> None:
    assert parsed(json.dumps(sound)) != Journal()
    assert parsed(json.dumps({**sound, "done": 1, name: value})) == Journal()


def test_a_journal_of_a_newer_version_is_left_alone() -> None:
    assert parsed('{"version": 2, "steps": "elsewhere"}') is None
