"""What a reader has not seen yet."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.changes.kinds import Kind
from briefing.changes.reading import in_order, nothing_unread, unread, with_item, with_top
from briefing.changes.words import marked
from briefing.data import path
from briefing.model import Briefing
from tests.changes.stories import story, words

OLD = (
    "title: A\nactors:\n  assad: Assad\n"
    "timeline:\n  - 2023: The first event\n  - 2024: Two\n  - 2025: The third event\n"
)
NEW = (
    "title: A\nactors:\n  assad: Assad\n"
    "timeline:\n  - 2023: The first event of all\n  - 2025: The third event\n  - 2026: Four\n"
    "questions:\n  - open: What next?\n"
)


def test_everything_is_new_to_who_has_read_nothing() -> None:
    now = story(OLD)
    news = unread(None, now)
    assert news.new == frozenset(now.items())
    assert news.counts(now.timeline) == (3, 0)
    assert news.compared is None


def test_nothing_is_new_to_who_has_read_all() -> None:
    assert not unread(story(OLD), story(OLD))
    assert not nothing_unread()


def test_new_changed_and_removed_items_are_told_apart() -> None:
    now = story(NEW)
    news = unread(story(OLD), now)
    assert {item.text for item in news.new} == {"Four", "What next?"}
    assert [(item.text, marked(found.words)) for item, found in news.changed.items()] == [
        ("The first event of all", "The first event {+of all+}")
    ]
    assert words(news.removed) == ["Two"]
    assert [news.news_of(item) for item in now.timeline] == ["changed", "", "new"]
    assert news.counts(now.items()) == (2, 1)
    assert [item.text for item in in_order(news, now, ["questions", "timeline"])] == [
        "What next?",
        "The first event of all",
        "Four",
    ]


def test_another_place_or_cut_off_is_nothing_to_read_and_another_bottom_line_is() -> None:
    old = "title: A\nas_of: 2024\nbottom_line: It holds\nnext:\n  - todo: One\n  - todo: Two\n"
    moved = "title: A\nas_of: 2025\nbottom_line: It holds\nnext:\n  - todo: Two\n  - todo: One\n"
    assert not unread(story(old), story(moved))
    news = unread(story(old), story(old.replace("It holds", "It broke")))
    assert [found.kind for found in news.top] == [Kind.REWORDED]
    now = story(old.replace("It holds", "It broke"))
    assert not unread(with_top(story(old), now), now)


def test_one_item_is_read_and_the_others_are_as_new_as_before() -> None:
    old, now = story(OLD), story(NEW)
    read = with_item(old, now, now.timeline[2])
    news = unread(read, now)
    assert {item.text for item in news.new} == {"What next?"}
    assert [item.text for item in news.changed] == ["The first event of all"]
    assert words(news.removed) == ["Two"]


def test_a_later_change_is_told_against_what_was_read_of_that_item() -> None:
    old, now = story(OLD), story(NEW)
    read = with_item(old, now, now.timeline[0])
    later = story(
        NEW.replace("The first event of all", "The very first event of all").replace(
            "third event", "third event at least"
        )
    )
    assert [marked(found.words) for found in unread(read, later).changed.values()] == [
        "The {+very+} first event of all",
        "The third event {+at least+}",
    ]


def test_a_removed_item_can_be_let_go() -> None:
    old, now = story(OLD), story(NEW)
    gone = unread(old, now).removed[0]
    assert unread(with_item(old, now, gone), now).removed == ()


def test_the_first_item_that_is_ever_read_leaves_the_others_new() -> None:
    now = story(NEW)
    news = unread(with_item(None, now, now.actors["assad"]), now)
    assert news.news_of(now.actors["assad"]) == ""
    assert news.counts(now.timeline) == (3, 0)


@pytest.mark.parametrize("seed", range(4))
def test_reading_item_by_item_in_any_order_is_reading_all(seed: int) -> None:
    text = path("seeds", "aleppo.yaml").read_text(encoding="utf-8")
    old, now = story(OLD), story(text)
    read: Briefing | None = [old, None][seed % 2]
    random = Random(seed)
    while news := unread(read, now):
        left = [*(item for item in now.items() if news.news_of(item)), *news.removed]
        if not left or random.random() < 0.1:
            read = with_top(read, now)
            continue
        before = len(left)
        read = with_item(read, now, random.choice(left))
        after = unread(read, now)
        assert len(after.new) + len(after.changed) + len(after.removed) < before
    assert not unread(read, now)


EVENTS = ["One", "Two", "Three", "Four and five"]


@given(st.lists(st.sampled_from(EVENTS), unique=True), st.randoms(use_true_random=False))
def test_marks_of_items_survive_edits_of_the_others(kept: list[str], random: Random) -> None:
    old = story("timeline:\n" + "".join(f"  - 2024: {said}\n" for said in EVENTS))
    added = [f"An event of another kind, number {number}" for number in range(random.randrange(3))]
    lines = [*kept, *added]
    random.shuffle(lines)
    now = story("timeline:\n" + "".join(f"  - 2024: {said}\n" for said in lines)) if lines else story("tags: [a]\n")
    news = unread(old, now)
    assert {item.text for item in news.new} == set(added)
    assert not news.changed
