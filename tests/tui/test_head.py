"""The header: what has happened, as of when, and how much there is, in at most a quarter of the screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.tui.arrange import mode_of
from briefing.tui.counts import counts, further
from briefing.tui.head import counts_line, header, tabs, title_line
from briefing.tui.lines import plain, width_of
from briefing.tui.panes import PANES
from briefing.tui.story import Story
from tests.tui.stage import EVERYTHING, SAMPLE
from tests.tui.stories import story_from, story_of

_SAMPLE = story_of(SAMPLE)
_LONG = story_from(
    f"title: {'A very long title 漢字 ' * 12}\nas_of: 2024-11-30\nbottom_line: {'It goes on and on. ' * 60}\n"
)
_STORIES = st.sampled_from((_SAMPLE, story_of(EVERYTHING), _LONG, story_from("title: x")))


@given(_STORIES, st.integers(30, 220), st.integers(8, 70), st.sampled_from(tuple(PANES)), st.booleans(), st.booleans())
def test_the_header_takes_at_most_a_quarter_of_the_height_and_keeps_to_its_width(
    story: Story, width: int, height: int, active: str, zoomed: bool, beside: bool
) -> None:
    mode = mode_of(width, height)
    lines = header(story, mode, active, width - 2, height, zoomed=zoomed, beside=beside)
    assert 1 <= len(lines) <= max(2, height // 4)
    assert all(width_of(line, story.measure) <= width - 2 for line in lines)


def test_at_120_columns_it_is_title_two_lines_and_counts() -> None:
    lines = [plain(line) for line in header(_SAMPLE, "wide", "actors", 118, 40, zoomed=False, beside=False)]
    assert len(lines) == 4
    assert lines[0].startswith("Syrian rebels have seized most of Aleppo ")
    assert lines[0].endswith(" as of 30 November 2024")
    assert lines[3].split("  ")[0] == "1 source"
    assert lines[3].endswith("9 Next 3")


def test_the_keys_of_what_is_hidden_stand_at_the_end_of_the_counts() -> None:
    hidden = {"timeline", "figures"}
    assert plain(counts_line(_SAMPLE, 118, hidden)).endswith("9 Next 3   hidden 3 5")
    assert plain(counts_line(_SAMPLE, 78, hidden)).endswith("5–9 more   hidden 3 5")
    assert plain(tabs(_SAMPLE, "actors", 48, hidden)) == "0 Brief  1 Actors  2 Quotes  4 Open  hidden 3 5"


def test_at_80_columns_the_further_panes_are_summed_up() -> None:
    lines = [plain(line) for line in header(_SAMPLE, "stack", "actors", 78, 24, zoomed=False, beside=False)]
    assert len(lines) == 5
    assert lines[0].endswith(" as of 30 Nov 2024")
    assert lines[-1].endswith(" 5–9 more")


def test_at_50_columns_it_is_the_title_and_the_tabs() -> None:
    lines = header(_SAMPLE, "tabs", "timeline", 48, 20, zoomed=False, beside=False)
    assert [plain(line).rstrip() for line in lines] == [
        "Syrian rebels have seized most of Aleppo  30 Nov",
        "0 Brief  1 Actors  2 Quotes  3 Timeline  4 Open",
    ]
    assert [span.text for span in lines[1] if "underline" in span.ink] == ["Timeline"]


@pytest.mark.parametrize("mode", ["wide", "stack", "tabs"])
def test_while_zoomed_only_the_title_stays(mode: str) -> None:
    assert len(header(_SAMPLE, mode, "actors", 78, 24, zoomed=True, beside=False)) == 1


def test_beside_an_open_source_a_stack_gives_up_the_bottom_line() -> None:
    lines = [plain(line) for line in header(_SAMPLE, "stack", "reader", 78, 24, zoomed=False, beside=True)]
    assert len(lines) == 2
    assert not any("HTS" in line for line in lines)


def test_a_long_bottom_line_is_cut_and_says_so() -> None:
    lines = [plain(line) for line in header(_LONG, "wide", "actors", 118, 40, zoomed=False, beside=False)]
    assert lines[2].endswith("…")
    assert len(lines[2]) <= 104


def test_a_long_title_leaves_room_for_the_date() -> None:
    line = plain(title_line(_LONG, 78))
    assert "…  as of 30 Nov 2024" in line.replace("…   ", "…  ")


def test_what_is_missing_is_said() -> None:
    lines = [
        plain(line) for line in header(story_from("title: x"), "wide", "actors", 118, 40, zoomed=False, beside=False)
    ]
    assert lines[0].endswith("no as-of date")
    assert lines[1].startswith("No bottom line yet.")
    assert lines[2].startswith("no sources   nothing open   no drafts   no problems")


def test_what_there_is_is_counted_with_its_sign() -> None:
    story = story_from(
        "title: x\nsources: {a: A, b: B}\nquestions:\n  - open: What?\n  - watching: Who?\n  - moot: Why?\n"
        "timeline:\n  - 2024: It\n    draft: true\n    soruce: a\n"
    )
    assert plain(counts(story)) == "2 sources   ? 2 open   ┊ 1 draft   ! 1 problem"


def test_an_error_among_the_problems_is_in_the_ink_of_a_problem() -> None:
    warned, wrong = story_from("title: x\nsoruce: a\n"), story_from("title: x\ntimeline:\n  - never: a\n")
    assert [counts(story)[-1].ink for story in (warned, wrong)] == ["open", "problem"]


def test_the_further_panes_have_their_keys_and_sizes() -> None:
    assert [plain(line) for line in further(_SAMPLE)] == [
        "5 Figures 2",
        "6 Claims 6",
        "7 Relations 10",
        "8 Judgements 2",
        "9 Next 3",
    ]


@pytest.mark.parametrize("width", range(20, 120, 5))
def test_counts_are_whole_or_cut_with_a_mark(width: int) -> None:
    line, whole = plain(counts_line(_SAMPLE, width)), "1 source   ? 5 open   no drafts   no problems"
    assert line.startswith(whole) or (line.endswith("…") and whole.startswith(line[:-1]))
    assert len(line) <= width


@pytest.mark.parametrize("active", PANES)
def test_the_active_tab_is_always_seen(active: str) -> None:
    for width in range(28, 58):
        line = tabs(_SAMPLE, active, width)
        assert [span.text for span in line if "underline" in span.ink] == [PANES[active].tab], width
