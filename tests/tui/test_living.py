"""The dashboard follows its file: every save appears in its place, and nothing that was open or selected is lost."""

from __future__ import annotations

import re
from argparse import Namespace
from pathlib import Path

import pytest

from briefing.cli import changes
from briefing.document.load import load
from briefing.model import Position
from briefing.problems import Problem
from briefing.tui.watch import Broken, SourcesChanged
from tests.tui.saving import changed, save, until, watched
from tests.tui.stage import SAMPLE, SIZES, STACK, WIDE, Stage, staged

TEXT = SAMPLE.read_text(encoding="utf-8")
NEW_EVENT = (
    "timeline:\n",
    "timeline:\n  - 2024-12-01: Army falls back to a line north of Hama\n    src: explainer#4\n",
)
ANSWERED = ("- open: Why did", "- answered: Why did")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A copy of the sample with its source beside it."""
    for name in ("aleppo.yaml", "aleppo.txt"):
        (tmp_path / name).write_bytes(SAMPLE.with_name(name).read_bytes())
    return tmp_path / "aleppo.yaml"


def tops(stage: Stage) -> dict[str, tuple[int, int]]:
    """Where each pane on the screen begins and how high it is."""
    lists = stage.dashboard.lists
    return {name: (rows.region.y, rows.region.height) for name, rows in lists.items() if rows in stage.dashboard.shown}


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_save_from_outside_appears_and_is_told(file: Path, size: tuple[int, int]) -> None:
    async with staged(file, size=size) as stage:
        await save(stage, changed(TEXT, NEW_EVENT, ANSWERED))
        assert stage.footer().startswith(" Reloaded: 1 new, 1 changed")
        assert sorted(stage.dashboard.story.news.values()) == ["changed", "new"]
        await stage.press("3", "g")
        assert "Army falls back" in stage.text()


async def test_the_counts_and_the_titles_say_what_is_new(file: Path) -> None:
    async with staged(file, size=WIDE) as stage:
        await save(stage, changed(TEXT, NEW_EVENT, ANSWERED))
        lines = stage.lines()
        assert "• 1 new   ≠ 1 changed" in lines[3]
        assert any("3 Timeline 9" in line and "•1" in line and "≠1" in line for line in lines)
        assert any(line.startswith("  •        1 Dec") for line in lines)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("keys", [("3", "j", "j"), ("2", "G"), ("4", "j"), ("5", "j"), ("1", "j", "c")], ids=str)
async def test_the_selection_stays_on_its_item_in_every_pane(
    file: Path, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    async with staged(file, size=size) as stage:
        await stage.press(*keys)
        before = {name: rows.selected.value for name, rows in stage.dashboard.lists.items() if rows.selected}
        focus, item = stage.view.focus, stage.item
        await save(stage, changed(TEXT, ("title: ", "# one line more\n# and another\ntitle: "), NEW_EVENT))
        assert stage.view.focus == focus
        assert (stage.item.head, stage.item.text) == (item.head, item.text)
        assert stage.item is not item
        for name, rows in stage.dashboard.lists.items():
            assert rows.selected is not None
            assert rows.selected.value.text == before[name].text


async def test_no_pane_moves_and_no_line_of_the_selection(file: Path) -> None:
    async with staged(file, size=WIDE) as stage:
        await stage.press("2", *("j",) * 9)
        where, boxes = stage.list.line_of_focus, tops(stage)
        first = 'quotes:\n  - khalifa: "An entirely new quotation that stands before all the others"\n'
        await save(stage, changed(TEXT, ("quotes:\n", first), NEW_EVENT))
        assert stage.list.line_of_focus == where
        assert tops(stage) == boxes
        await stage.settle()
        await stage.press("3", "1", "2")
        assert tops(stage) == boxes


async def test_what_was_selected_and_is_gone_gives_the_selection_to_the_next(file: Path) -> None:
    text = changed(TEXT, ("timeline:\n", "timeline:\n  - 2024-11-28: Something that will be taken out\n"))
    file.write_text(text, encoding="utf-8")
    async with staged(file, size=WIDE) as stage:
        await stage.press("3")
        while stage.item.text != "Something that will be taken out":
            await stage.press("j")
        below = stage.list.window.rows[stage.list.window.cursor + 1].value
        await save(stage, TEXT)
        assert stage.item.text == below.text
        assert "1 gone" in stage.footer()


async def test_an_open_source_stays_open_at_its_line(file: Path) -> None:
    async with staged(file, size=WIDE) as stage:
        await stage.press("2", "j", "enter", "j", "j", "j")
        top, item = stage.reader.top, stage.reader.item
        await save(stage, changed(TEXT, NEW_EVENT))
        assert stage.reader.top == top
        assert item is not None
        assert stage.reader.item is not item
        assert stage.reader.item is not None
        assert stage.reader.item.text == item.text
        await stage.press("escape")
        assert stage.item is stage.dashboard.story.briefing.quotes[1]


async def test_a_focus_a_search_and_the_way_back_stay(file: Path) -> None:
    async with staged(file, size=WIDE) as stage:
        await stage.press("4", "f")
        kept = len(stage.dashboard.lens.concerned or ())
        await stage.press("slash", *"turk", "enter", "n")
        at, found = stage.dashboard.at, len(stage.dashboard.found)
        await save(stage, changed(TEXT, ("title: ", "# more\ntitle: ")))
        assert len(stage.dashboard.lens.concerned or ()) == kept
        assert (stage.dashboard.at, len(stage.dashboard.found)) == (at, found)
        assert stage.item.offset == stage.dashboard.found[at].offset
        await stage.press("left_square_bracket")
        assert stage.view.focus == "questions"


async def test_a_month_of_the_timeline_stays_selected(file: Path) -> None:
    async with staged(file, size=WIDE) as stage:
        await stage.press("3", "minus", "minus", "j")
        period = stage.item
        await save(stage, changed(TEXT, NEW_EVENT))
        assert stage.item.edtf == period.edtf


async def test_letters_typed_and_a_jump_begun_are_not_disturbed(file: Path) -> None:
    async with staged(file, size=WIDE) as stage:
        await watched(stage)
        await stage.press("apostrophe")
        file.write_text(changed(TEXT, NEW_EVENT), encoding="utf-8")
        await until(stage, lambda: stage.dashboard._waiting is not None)
        assert stage.list.letters
        await stage.press("escape")
        await until(stage, lambda: "Army falls back" in stage.dashboard.desk.raw)


async def test_a_save_behind_the_palette_is_shown_when_it_closes(file: Path) -> None:
    async with staged(file, size=WIDE) as stage:
        await watched(stage)
        await stage.press("colon", *"idlib")
        file.write_text(changed(TEXT, NEW_EVENT), encoding="utf-8")
        await until(stage, lambda: stage.dashboard._waiting is not None)
        while stage.app.screen is not stage.dashboard:
            await stage.press("escape")
        await until(stage, lambda: "Army falls back" in stage.dashboard.desk.raw)


async def test_what_changed_is_on_another_ground_for_a_moment(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with staged(file, size=WIDE) as stage:
        monkeypatch.setattr("briefing.tui.screens.living._FLASH", 0.2)
        await save(stage, changed(TEXT, NEW_EVENT))
        timeline = stage.dashboard.lists["timeline"]
        assert timeline.flashing == frozenset(stage.dashboard.story.news)
        await until(stage, lambda: not timeline.flashing)


async def test_a_broken_save_keeps_the_view_says_so_and_shows_where(file: Path) -> None:
    async with staged(file, size=WIDE) as stage:
        boxes, panes = tops(stage), stage.lines()[6:-1]
        await watched(stage)
        file.write_text(changed(TEXT, ("questions:\n", "questions: [[[{\n")), encoding="utf-8")
        await until(stage, lambda: stage.dashboard.broken is not None)
        line = TEXT[: TEXT.index("questions:\n")].count("\n") + 1
        first = stage.lines()[0]
        assert first.startswith(" ! aleppo.yaml can't be read since ")
        assert first.rstrip().endswith(f"you see the last good version.   e edit line {line}   ! problems")
        assert tops(stage) == boxes
        assert stage.lines()[6:-1] == panes
        await stage.press("exclamation_mark")
        text = stage.text()
        assert f"error {line}:" in text
        assert f"{line} │ questions: [[[{{" in text
        await stage.press("enter")
        assert "of the file as it is now" in stage.footer()
        file.write_text(changed(TEXT, NEW_EVENT), encoding="utf-8")
        await until(stage, lambda: stage.dashboard.broken is None)
        assert "can't be read" not in stage.lines()[0]
        assert stage.footer().startswith(" Reloaded: 1 new")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_banner_takes_no_line_of_a_pane(file: Path, size: tuple[int, int]) -> None:
    async with staged(file, size=size) as stage:
        await stage.press("2")
        boxes = tops(stage)
        await watched(stage)
        file.unlink()
        await until(stage, lambda: stage.dashboard.broken is not None)
        assert tops(stage) == boxes
        assert "has been gone since" in stage.lines()[0]
        assert stage.text().count("can't be read") == 0
        await stage.press("z")
        assert "has been gone since" in stage.lines()[0]


async def test_a_file_that_went_comes_back(file: Path) -> None:
    async with staged(file, size=WIDE) as stage:
        await watched(stage)
        file.unlink()
        await until(stage, lambda: stage.dashboard.broken is not None)
        await save(stage, TEXT)
        assert stage.dashboard.banner is None
        assert stage.dashboard.story.problems == ()
        assert stage.footer().startswith(" The file can be read again; nothing in it changed")


async def test_while_the_file_is_broken_the_check_of_the_sources_changes_nothing(file: Path) -> None:
    async with staged(file, size=WIDE) as stage:
        await watched(stage)
        file.write_text("once upon a time\n", encoding="utf-8")
        await until(stage, lambda: stage.dashboard.broken is not None)
        problems = stage.dashboard.story.problems
        stage.dashboard._saved(SourcesChanged())
        await stage.turn()
        await stage.settle()
        assert stage.dashboard.story.problems == problems


async def test_a_changed_source_has_its_quotations_checked_again(file: Path) -> None:
    async with staged(file, size=WIDE) as stage:
        await watched(stage)
        assert not stage.dashboard.story.problems
        source = file.with_name("aleppo.txt")
        source.write_text(source.read_text().replace("opportune", "excellent"), encoding="utf-8")
        await until(stage, lambda: stage.dashboard.story.problems)
        assert "quote-altered" in {problem.code for problem in stage.dashboard.story.problems}


async def test_an_edit_of_ones_own_is_shown_at_once_followed_and_not_new(file: Path) -> None:
    async with staged(file, size=WIDE) as stage:
        await watched(stage)
        raw = changed(TEXT, NEW_EVENT)
        loaded = load(raw, str(file))
        file.write_text(raw, encoding="utf-8")
        await stage.press("3", "j", "j")
        stage.dashboard.reload_now(loaded, raw, loaded.briefing.timeline[0])
        await stage.turn()
        assert stage.item is loaded.briefing.timeline[0]
        assert not stage.dashboard.story.news
        await save(stage, changed(raw, ANSWERED))
        assert list(stage.dashboard.story.news.values()) == ["changed"]


async def test_without_what_was_written_the_file_is_read(file: Path) -> None:
    async with staged(file, size=WIDE) as stage:
        file.write_text(changed(TEXT, NEW_EVENT), encoding="utf-8")
        stage.dashboard.reload_now()
        assert "Army falls back" in stage.dashboard.desk.raw
        file.unlink()
        stage.dashboard.reload_now()
        assert "Army falls back" in stage.dashboard.desk.raw


async def test_an_item_is_read_when_the_selection_leaves_it_after_a_rest(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with staged(file, size=WIDE) as stage:
        await save(stage, changed(TEXT, NEW_EVENT, ANSWERED))
        await stage.press("3", "g")
        assert "   new, 1 December 2024" in stage.footer()
        await stage.press("j")
        assert len(stage.dashboard.story.news) == 2, "the selection only passed over it"
        monkeypatch.setattr("briefing.tui.screens.catching_up._MOMENT", 0)
        await stage.press("k")
        assert len(stage.dashboard.story.news) == 2, "it is still under the selection"
        await stage.press("j")
        assert list(stage.dashboard.story.news.values()) == ["changed"]


async def test_opening_its_source_reads_an_item(file: Path) -> None:
    async with staged(file, size=WIDE) as stage:
        await save(stage, changed(TEXT, NEW_EVENT))
        await stage.press("right_curly_bracket", "enter")
        assert not stage.dashboard.story.news


async def test_what_was_not_read_is_still_new_the_next_time(file: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    async with staged(file, size=WIDE, state=state) as stage:
        await watched(stage)
        assert not stage.dashboard.story.news, "whoever opens a briefing for the first time has seen it"
    file.write_text(changed(TEXT, NEW_EVENT, ANSWERED), encoding="utf-8")
    async with staged(file, size=WIDE, state=state) as stage:
        await until(stage, lambda: len(stage.dashboard.story.news) == 2)
        await stage.press("right_curly_bracket", "enter")
        assert len(stage.dashboard.story.news) == 1
    async with staged(file, size=WIDE, state=state) as stage:
        await until(stage, lambda: len(stage.dashboard.story.news) == 1)
        await stage.press("V")
        assert stage.footer().startswith(" All is marked as read; V takes that back")
    async with staged(file, size=WIDE, state=state) as stage:
        await watched(stage)
        assert not stage.dashboard.story.news


async def test_old_words_stand_beside_the_new_ones(file: Path) -> None:
    text = TEXT.replace("Kremlin hopes Syria will swiftly", "Kremlin doubts that Syria will swiftly")
    assert text != TEXT
    async with staged(file, size=WIDE) as stage:
        await save(stage, text)
        await stage.press("C")
        assert "was Kremlin [hopes] doubts that Syria" in " ".join(" ".join(stage.text().split()).split(" │ "))


async def test_nothing_new_is_said_in_one_sentence(file: Path) -> None:
    async with staged(file, size=STACK) as stage:
        await watched(stage)
        for key in ("right_curly_bracket", "left_curly_bracket", "C", "V"):
            await stage.press(key)
            assert stage.footer().startswith(" Nothing is new since you read it")


async def test_the_watch_ends_with_the_dashboard(file: Path) -> None:
    async with staged(file, size=WIDE) as stage:
        await watched(stage)
        thread = stage.dashboard._watching._thread  # type: ignore[union-attr]
        assert thread.is_alive()
    assert not thread.is_alive()


async def test_an_error_of_ours_in_the_thread_ends_the_program_as_any_other(file: Path) -> None:
    class Wrong(Exception):
        pass

    async def fail() -> None:
        async with staged(file, size=WIDE) as stage:
            await watched(stage)
            stage.dashboard._failed(Wrong())
            await stage.turn()

    with pytest.raises(Wrong):
        await fail()


async def test_a_save_that_was_taken_back_while_it_waited_is_not_shown(file: Path) -> None:
    async with staged(file, size=WIDE) as stage:
        await watched(stage)
        await stage.press("apostrophe")
        file.write_text(changed(TEXT, NEW_EVENT), encoding="utf-8")
        await until(stage, lambda: stage.dashboard._waiting is not None)
        file.write_text(TEXT, encoding="utf-8")
        await until(stage, lambda: stage.dashboard._waiting is None)
        await stage.press("escape")
        assert stage.dashboard.desk.raw == TEXT


async def test_a_save_that_waits_does_not_take_the_banner_off_a_file_that_broke_since(file: Path) -> None:
    async with staged(file, size=WIDE) as stage:
        await watched(stage)
        await stage.press("apostrophe")
        file.write_text(changed(TEXT, NEW_EVENT), encoding="utf-8")
        await until(stage, lambda: stage.dashboard._waiting is not None)
        file.write_text(changed(TEXT, ("questions:\n", "questions: [[[{\n")), encoding="utf-8")
        await until(stage, lambda: stage.dashboard.broken is not None)
        await stage.press("escape")
        await until(stage, lambda: stage.dashboard._waiting is None)
        assert stage.dashboard.broken is not None
        await save(stage, changed(TEXT, NEW_EVENT))


async def test_a_save_that_was_read_before_one_of_ours_does_not_come_back_over_it(file: Path) -> None:
    async with staged(file, size=WIDE) as stage:
        await watched(stage)
        dashboard = stage.dashboard
        heard = dashboard._heard
        first, second = changed(TEXT, ANSWERED), changed(TEXT, ANSWERED, NEW_EVENT)
        for raw in (first, second):
            file.write_text(raw, encoding="utf-8")
            dashboard.reload_now(load(raw, str(file)), raw)
        dashboard._arrived(dashboard.made_ready(load(first, str(file)), first), heard)
        assert dashboard.desk.raw == second
        await save(stage, TEXT)


async def test_a_broken_file_is_not_shown_by_reading_it_at_once(file: Path) -> None:
    async with staged(file, size=WIDE) as stage:
        await watched(stage)
        file.write_text(changed(TEXT, ("questions:\n", "questions: [[[{\n")), encoding="utf-8")
        stage.dashboard.reload_now()
        assert stage.dashboard.desk.raw == TEXT
        await until(stage, lambda: stage.dashboard.broken is not None)


async def test_briefing_changes_says_when_the_dashboard_marked_everything_as_read(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    async with staged(file, size=WIDE, state=tmp_path / "state" / "briefing") as stage:
        await save(stage, changed(TEXT, NEW_EVENT))
        await stage.press("V")
    file.write_text(changed(TEXT, NEW_EVENT, ANSWERED), encoding="utf-8")
    options = Namespace(file=str(file), since=None, mark=False, unmark=False, format="text")
    assert changes.run(options) == 1
    assert re.search(r"1 development since you last read it, \d+ \w+ \d{4}, \d\d:\d\d", capsys.readouterr().out)


async def test_a_file_that_breaks_as_the_dashboard_is_left_stops_nothing(file: Path) -> None:
    async with staged(file, size=WIDE) as stage:
        await watched(stage)
        dashboard = stage.dashboard
    dashboard._broke(Broken((Problem(str(file), Position(1, 1), "error", "empty", "it is empty", ""),)), 0)
    assert dashboard.broken is None
