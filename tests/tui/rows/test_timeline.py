"""The timeline: newest first, what is planned above the as-of line, gaps and precision drawn on the rail."""

from __future__ import annotations

import pytest

from briefing.dates import parse
from briefing.tui.lines import Line, Span, plain
from briefing.tui.panes import TIMELINE
from briefing.tui.rows import Row, timeline
from briefing.tui.rows.periods import Manner
from briefing.tui.story import Story
from tests.tui.rows.drawn import drawn, inked, items, spans, texts
from tests.tui.stage import SAMPLE
from tests.tui.stories import story_from, story_of


def _story(*events: str, as_of: str = "2024-11-30") -> Story:
    lines = "".join(f"  - {event}\n" for event in events)
    return story_from(f"title: x\n{f'as_of: {as_of}' if as_of else ''}\ntimeline:\n{lines}")


def _marks_and_texts(rows: list[Row]) -> list[str]:
    return [row.value.text if row.kind == "item" else f"({row.label})" for row in rows]


def test_the_newest_comes_first_and_the_future_stands_above_the_as_of_line() -> None:
    story = _story("2024-11-01: old", "2024-12-02: planned", "2024-11-30: now")
    assert _marks_and_texts(timeline.rows(story)) == ["planned", "(as of)", "now", "old"]


def test_turned_round_it_is_the_same_from_the_other_end() -> None:
    story = story_of(SAMPLE)
    assert (
        _marks_and_texts(timeline.rows(story, Manner(oldest_first=True)))
        == _marks_and_texts(timeline.rows(story))[::-1]
    )


@pytest.mark.parametrize("oldest_first", [False, True])
def test_a_date_stands_once_for_all_events_of_its_day_at_the_first_of_them(oldest_first: bool) -> None:
    story = _story("2024-11-27: a", "2024-11-27: b", "2024-11-28: c")
    firsts = [
        (row.value.head, row.first)
        for row in timeline.rows(story, Manner(oldest_first=oldest_first))
        if row.kind == "item"
    ]
    days: dict[str, list[bool]] = {}
    for head, first in firsts:
        days.setdefault(head, []).append(first)
    assert days == {"2024-11-27": [True, False], "2024-11-28": [True]}


def test_a_gap_of_more_than_a_year_is_marked() -> None:
    story = _story("2011: a", "2015: b", "2024-11-27: c", "2024-11-29: d")
    assert _marks_and_texts(timeline.rows(story)) == ["(as of)", "d", "c", "(9 years)", "b", "(4 years)", "a"]


def test_the_newest_event_that_has_happened_and_is_no_draft_is_bold() -> None:
    story = story_from(
        "title: x\nas_of: 2024-11-30\ntimeline:\n  - 2024-12-02: meeting\n    status: planned\n"
        "  - 2024-11-30: rumour\n    draft: true\n  - 2024-11-29: fact\n  - 2024-11-28: old\n"
    )
    bold = [row.value.text for row in timeline.rows(story) if row.kind == "item" and row.label == "newest"]
    assert bold == ["fact"]
    block = timeline.draw(story, next(row for row in timeline.rows(story) if row.label == "newest"), 59)
    assert inked(block, "text bold") == ["29 Nov", "fact"]


@pytest.mark.parametrize(
    ("date", "words", "node"),
    [
        ("2024-11-29", "29 Nov", "●"),
        ("2024-11", "Nov", "○"),
        ("2015", "2015", "○"),
        ("2024-11-30~", "about 30 Nov", "≈"),
        ("2024-11-30?", "perhaps 30", "?"),
        ("2024-11-27/2024-11-30", "27–30 Nov", "┃"),
        ("2024-11-27/..", "since 27 Nov", "↑"),
        ("../2024-11-27", "until 27 Nov", "↓"),
    ],
)
def test_a_date_is_said_in_words_and_its_precision_has_a_sign(date: str, words: str, node: str) -> None:
    story = _story(f"{date}: It happened")
    (row,) = items(timeline.rows(story))
    line = texts(timeline.draw(story, row, 59))[0]
    assert line[:13].strip() == words
    assert line[14:] == f"{node} It happened"


def test_the_words_begin_in_the_same_column_on_every_line() -> None:
    story = story_of(SAMPLE)
    for width, column in ((59, 16), (120, 16), (53, 13), (48, 13)):
        for row in items(timeline.rows(story)):
            for line in timeline.draw(story, row, width):
                lead = plain(line)[:column]
                assert len(lead) == column
                assert lead.endswith(" ")
                assert lead[-2] in "●○≈?┃↑↓│"


def test_an_interval_is_a_bar_down_all_its_lines() -> None:
    story = _story("2024-11-27/2024-11-30: " + "Rebels cut the M5 and hold its junction " * 3)
    (row,) = items(timeline.rows(story))
    block = timeline.draw(story, row, 59)
    assert len(block) > 1
    assert {plain(line)[14] for line in block} == {"┃"}


@pytest.mark.parametrize("status", ["planned", "disputed", "denied", "confirmed"])
def test_only_what_departs_from_the_usual_is_said_in_words(status: str) -> None:
    story = story_from(
        f"title: x\ntimeline:\n  - 2024: It\n    status: {status}\n  - 2023: That\n    status: reported\n"
    )
    lines = drawn(story, TIMELINE, 59)
    assert any(f"{status}  It" in line for line in lines)
    assert not any("reported" in line for line in lines)


def _heads(story: Story, width: int) -> Line:
    return timeline.heads(story, width)


def test_the_density_strip_has_a_cell_a_year_its_height_by_the_number_of_events() -> None:
    story = _story("2020: a", "2022: b", "2022-02: c", "2022-03: d", "2024: e")
    first, strip, last = (span.text for span in _heads(story, 59))
    assert (first, last) == ("2020 ", " 2024")
    assert len(strip) == 5
    assert strip[1] == strip[3] == "·"
    assert strip[2] == "█"
    assert strip[0] == strip[4] != "·"


def test_a_long_past_is_drawn_with_several_years_a_cell() -> None:
    strip = _heads(_story("1916: a", "2024: b"), 59)[1].text
    assert len(strip) <= 59 // 3 + 1


@pytest.mark.parametrize("events", [("2024-11-01: a", "2024-11-02: b"), ("../..: a",)])
def test_there_is_no_strip_for_a_single_year(events: tuple[str, ...]) -> None:
    assert _heads(_story(*events), 59) == ()


def test_the_as_of_line_reaches_from_one_edge_to_the_other() -> None:
    story = _story("2024-11-01: old")
    row = timeline.rows(story)[0]
    for width in (28, 48, 59, 118):
        (line,) = timeline.draw(story, row, width)
        assert " as of 30 Nov 2024 " in plain(line)
        assert len(plain(line)) == width - 2


def test_without_an_as_of_date_there_is_no_line() -> None:
    assert all(row.kind == "item" for row in timeline.rows(_story("2024: a", "2023-12: b", as_of="")))


def test_an_event_is_spoken_with_its_date_in_full() -> None:
    story = story_of(SAMPLE)
    row = next(row for row in timeline.rows(story) if row.label == "newest")
    assert timeline.speak(story, row).startswith("about 30 November 2024, Rebels control most of Aleppo")


@pytest.mark.parametrize(
    ("earlier", "later", "words"),
    [
        ("2024-10-30", "2024-11-30", ""),
        ("2024-10-29", "2024-11-30", "1 month"),
        ("2024-09-29", "2024-11-30", "2 months"),
        ("2023-11-30", "2024-11-30", "12 months"),
        ("2024-10", "2024-11-30", ""),
        ("2024-09-30/2024-10-31", "2024-11-30", ""),
    ],
)
def test_a_gap_of_more_than_thirty_days_is_marked_in_months(earlier: str, later: str, words: str) -> None:
    assert timeline.gap_words(parse(earlier), parse(later)) == words


def test_gaps_are_counted_in_years() -> None:
    assert timeline.gap_words(parse("2022-12"), parse("2024-06")) == "1 year"
    assert timeline.gap_words(parse("2023-11"), parse("2024-06")) == "6 months"
    assert timeline.gap_words(parse("../2011"), parse("2024")) == ""


def test_signs_are_never_in_the_ink_of_a_rule_but_the_rail() -> None:
    story = story_of(SAMPLE)
    for row in items(timeline.rows(story)):
        ruled: list[Span] = [s for line in timeline.draw(story, row, 59) for s in spans(line) if s.ink == "rule"]
        assert {span.text for span in ruled} <= {"│"}
