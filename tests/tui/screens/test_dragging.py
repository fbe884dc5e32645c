"""Words are drawn over with the mouse and copied as they were written, without gutters, rails and hanging indents."""

from __future__ import annotations

import pytest
from textual import events

from briefing.tui.widgets.scrolling import Scrolling
from tests.tui.stage import SIZES, TABS, WIDE, Stage, staged


async def _draw(stage: Stage, widget: Scrolling, start: tuple[int, int], end: tuple[int, int]) -> None:
    await stage.pilot.mouse_down(widget, offset=start)
    await stage.turn()
    for x, y in (start, (end[0], start[1]), end):
        await stage.pilot._post_mouse_events([events.MouseMove], widget, offset=(x, y), button=1)
        await stage.turn()
    await stage.pilot.mouse_up(widget, offset=end)
    await stage.turn()


async def test_a_quote_over_several_lines_is_one_line_without_its_indent() -> None:
    async with staged(size=WIDE) as stage:
        quotes = stage.dashboard.lists["quotes"]
        await stage.press("2", "j", "j")
        first = 1 + next(y for y, (row, _) in enumerate(quotes.window.lines) if row == quotes.window.cursor)
        await _draw(stage, quotes, (6, first), (56, first + 2))
        assert quotes.drawn_words.startswith(
            "“They believe this is an opportune moment when the Iranians are weakened,"
        )
        assert "★" not in quotes.drawn_words
        assert "copies these words" in stage.footer()
        await stage.press("y")
        await stage.settle()
        assert "Copied these words" in stage.footer()


async def test_part_of_a_line_is_just_that() -> None:
    async with staged(size=WIDE) as stage:
        actors = stage.dashboard.lists["actors"]
        line = next(y for y in range(1, 20) if "Russia" in actors.render_line(y).text)
        x = actors.render_line(line).text.index("Russia")
        await _draw(stage, actors, (x + 1, line), (x + 3, line))
        assert actors.drawn_words == "uss"
        await _draw(stage, actors, (x + 3, line), (x + 1, line))
        assert actors.drawn_words == "uss"


async def test_events_stand_on_lines_of_their_own_without_nodes_and_rails() -> None:
    async with staged(size=WIDE) as stage:
        timeline = stage.dashboard.lists["timeline"]
        await stage.press("3")
        await _draw(stage, timeline, (2, 2), (50, 8))
        lines = timeline.drawn_words.split("\n")
        assert lines[0].startswith("about 30 Nov Rebels control most of Aleppo, says the monitor; the army admits")
        assert lines[1].startswith("29 Nov Kremlin hopes Syria will swiftly")
        assert not {*"│●≈┃"} & {*timeline.drawn_words}


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_paragraph_of_a_source_is_as_it_was_written(size: tuple[int, int]) -> None:
    async with staged(size=size) as stage:
        await stage.press("2", "enter")
        reader = stage.reader
        number = reader.paragraph
        assert number is not None
        assert reader.article is not None
        owners = reader._owners
        first = owners.index(number)
        last = len(owners) - 1 - owners[::-1].index(number)
        await _draw(stage, reader, (7, first), (reader.size.width - 1, last))
        _, start, end = reader.article.paragraphs[number - 1]
        assert reader.drawn_words == " ".join(reader.article.text[start:end].split())


async def test_a_long_word_that_was_broken_is_whole_again() -> None:
    async with staged(size=TABS) as stage:
        quotes = stage.dashboard.lists["quotes"]
        assert quotes.selected is not None
        word = "https://example.org/" + "a-very-long-address/" * 5
        object.__setattr__(quotes.selected.value, "text", f"see {word} there")
        quotes.fill(quotes.pane, quotes.story)
        await stage.press("2")
        await _draw(stage, quotes, (0, 1), (47, 12))
        assert word in quotes.drawn_words


async def test_esc_lets_go_of_it_and_what_moves_drops_it() -> None:
    async with staged(size=WIDE) as stage:
        quotes = stage.dashboard.lists["quotes"]
        await stage.press("2")
        before = stage.strips()
        await _draw(stage, quotes, (4, 3), (20, 3))
        assert stage.strips()[:-1] != before[:-1]
        await stage.press("escape")
        assert quotes.drawn_words == ""
        assert stage.strips() == before
        await _draw(stage, quotes, (4, 3), (20, 3))
        await stage.press("j")
        assert quotes.drawn_words == ""


async def test_drawing_over_words_selects_nothing_and_opens_nothing() -> None:
    async with staged(size=WIDE) as stage:
        quotes = stage.dashboard.lists["quotes"]
        await stage.press("2")
        before = stage.item
        await _draw(stage, quotes, (4, 8), (20, 8))
        assert stage.item is before
        await stage.pilot.click(quotes, offset=(6, 8))
        await stage.turn()
        assert quotes.drawn_words == ""


async def test_blank_cells_are_no_words() -> None:
    async with staged(size=WIDE) as stage:
        questions = stage.dashboard.lists["questions"]
        await stage.press("4")
        await _draw(stage, questions, (0, 0), (3, 0))
        assert questions.drawn_words == ""
        assert "copies these words" not in stage.footer()
