"""Actors stand under their side, with their role and how often they spoke and acted."""

from __future__ import annotations

import pytest

from briefing.tui.lines import plain, width_of
from briefing.tui.panes import ACTORS
from briefing.tui.rows import actors
from tests.tui.rows.drawn import drawn, items
from tests.tui.stage import SAMPLE
from tests.tui.stories import story_from, story_of

_STORY = story_from(
    """
title: x
sides: {gov: The government, opp: The rebels}
actors:
  loose: A free voice
  rebel: {name: A rebel, side: opp}
  minister: {name: Anna Berg, role: Minister of the interior, side: gov, draft: true}
quotes:
  - minister: No
  - rebel: Yes
    with: [minister]
timeline:
  - 2024: It
    who: [rebel, rebel, loose]
"""
)


def test_sides_are_in_file_order_and_those_without_one_come_last() -> None:
    assert drawn(_STORY, ACTORS, 59) == [
        "■ The government",
        "  draft  Anna Berg  Minister of the interior       2",
        "▲ The rebels",
        "  A rebel                                          1    1",
        "· no side",
        "  A free voice                                          1",
    ]


def test_without_any_side_nobody_is_under_a_line() -> None:
    story = story_from("title: x\nactors: {a: A, b: B}\n")
    assert [row.kind for row in actors.rows(story)] == ["item", "item"]


def test_the_numbers_stand_in_their_columns_under_their_heads() -> None:
    story = story_of(SAMPLE)
    khalifa = next(row for row in items(actors.rows(story)) if row.value.head == "khalifa")
    for width in (40, 59, 80, 118):
        heads = plain(actors.heads(story, width))
        line = plain(actors.draw(story, khalifa, width)[0])
        assert len(line) == width - 2
        assert line[: -len(heads) + 4].rstrip().endswith("5")


@pytest.mark.parametrize("width", [28, 39])
def test_a_narrow_pane_leaves_the_numbers_out(width: int) -> None:
    story = story_of(SAMPLE)
    assert actors.heads(story, width) == ()
    assert not any(line.rstrip().endswith(("1", "5")) for line in drawn(story, ACTORS, width))


def test_roles_stand_in_one_column_where_there_is_room() -> None:
    lines = drawn(story_of(SAMPLE), ACTORS, 78)
    columns = {
        line.index(role) for line in lines for role in ("President of", "Head of SOHR", "New Lines") if role in line
    }
    assert len(columns) == 1


def test_a_person_is_spoken_with_the_role_and_others_with_their_side() -> None:
    story = story_of(SAMPLE)
    spoken = {row.value.head: actors.speak(story, row) for row in items(actors.rows(story))}
    assert spoken["khalifa"] == "Dareen Khalifa, International Crisis Group"
    assert spoken["turkey"] == "Turkey, Rebels and their backer"
    assert actors.speak(_STORY, items(actors.rows(_STORY))[0]).startswith("draft, Anna Berg")


def test_further_lines_of_an_actor_are_indented() -> None:
    story = story_of(SAMPLE)
    sohr = next(row for row in items(actors.rows(story)) if row.value.head == "sohr")
    block = actors.draw(story, sohr, 48)
    assert len(block) > 1
    assert all(plain(line).startswith("    ") for line in block[1:])
    assert all(width_of(line, story.measure) <= 46 for line in block)
