"""What a search looks through: everything, in the order in which it is read."""

from __future__ import annotations

from itertools import pairwise

from briefing.tui.haystack import ORDER, gathered, searched
from briefing.tui.query import read
from briefing.tui.rows.periods import USUAL
from tests.tui.stage import EVERYTHING, SAMPLE, WIDE, staged
from tests.tui.stories import story_of


def test_every_item_is_there_once_and_in_the_order_of_the_panes() -> None:
    for path in (SAMPLE, EVERYTHING):
        story = story_of(path)
        straws = gathered(story, USUAL).straws
        items = [straw.item for straw in straws if straw.item is not None]
        assert sorted(item.offset for item in items) == sorted(item.offset for item in story.briefing.items())
        assert all(ORDER.index(one.pane) <= ORDER.index(two.pane) for one, two in pairwise(straws))


def test_events_are_found_one_by_one_however_far_away_the_timeline_is() -> None:
    story = story_of(SAMPLE)
    near = gathered(story, USUAL)
    far = gathered(story, USUAL._replace(scale="year"))
    assert far.straws == near.straws
    assert not near.fits(story, far.manner)


def test_all_words_and_all_terms_have_to_fit() -> None:
    story = story_of(SAMPLE)
    straws = gathered(story, USUAL).straws
    asked = read("actor:turkey in:quotes rebels", story.briefing)
    found = searched(straws, asked)
    assert found
    assert all(straw.pane == "quotes" and "rebels" in straw.words for straw in found)


async def test_a_hit_in_a_timeline_by_year_selects_its_year() -> None:
    async with staged(size=WIDE) as stage:
        await stage.press("3", "minus", "minus", "slash", *"offensive from a joint", "enter")
        assert stage.view.focus == "timeline"
        assert any("joint command" in event.text for event in stage.item.events)
