"""What can't be changed is refused in one sentence, and nothing of what was typed is lost."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import Any

import pytest

from briefing.editing import Done, Editing, Reason, Refused
from briefing.tui.screens.reviewing import Review
from tests.tui.changing.desks import DRAFTS, Desk, changing, drafts
from tests.tui.saving import until
from tests.tui.stage import SAMPLE, SIZES, staged

KEYS = ("a", "A", "d", "D", "s", "asterisk", "b", "x", "i", "I", "R", "M", "u", "ctrl+r")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_change_by_somebody_else_is_shown_and_the_edit_offered_to_the_new_text(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with changing(drafts(tmp_path), size) as desk:
        await desk.do("2", "g")
        other = DRAFTS.replace("What now?", "What next?")
        desk.path.write_text(other, encoding="utf-8")
        await desk.do("a")
        assert "What next?" in desk.stage.text()
        assert isinstance(desk.stage.app.screen, Review)
        assert desk.text == other
        await desk.do("enter")
        assert desk.diff(other) == ["-     draft: true"]


async def test_it_may_be_left_as_it_is_and_the_typed_text_is_kept(tmp_path: Path) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.do("3", "i", "=today", "enter", "=Cranes move", "enter")
        other = DRAFTS.replace("What now?", "What next?")
        desk.path.write_text(other, encoding="utf-8")
        await desk.do("enter")
        await desk.do("escape")
        assert "Not saved: the file changed meanwhile" in desk.stage.footer()
        assert desk.text == other
        await desk.do("i")
        assert "Cranes move" in desk.stage.text()


async def test_an_item_that_went_meanwhile_is_not_changed(tmp_path: Path) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.do("4", "g")
        other = DRAFTS.partition("questions:")[0] + "next:\n  - todo: Sleep\n"
        desk.path.write_text(other, encoding="utf-8")
        await desk.do("s", "m")
        assert desk.text == other
        assert desk.stage.footer().lstrip().startswith("Not saved")


async def test_undo_is_refused_when_the_file_changed_and_says_so(tmp_path: Path) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.do("2", "g", "asterisk")
        desk.path.write_text(desk.text.replace("What now?", "What next?"), encoding="utf-8")
        await desk.do("u")
        assert desk.stage.footer().lstrip().startswith("Not undone")
        assert "What next?" in desk.text


async def test_there_may_be_nothing_to_undo(tmp_path: Path) -> None:
    async with changing(drafts(tmp_path)) as desk:
        for key in ("u", "ctrl+r"):
            await desk.do(key)
            assert desk.stage.footer().lstrip().startswith(("Not ", "Nothing "))
        assert desk.text == DRAFTS


async def test_undo_goes_on_after_a_restart(tmp_path: Path) -> None:
    path, state = drafts(tmp_path), tmp_path / "state"
    async with changing(path, state=state) as desk:
        await desk.do("2", "g", "asterisk", "4", "s", "m")
    async with changing(path, state=state) as desk:
        await desk.do("u")
        assert "Undone: set the question" in desk.stage.footer()
        await desk.do("u")
        assert desk.text == DRAFTS
        await desk.do("ctrl+r", "ctrl+r")
        assert desk.text == desk.before


@pytest.mark.parametrize("key", KEYS)
async def test_a_file_in_a_newer_format_is_only_read(tmp_path: Path, key: str) -> None:
    text = DRAFTS + "briefing: 2\n"
    async with changing(drafts(tmp_path, text)) as desk:
        await desk.do("2", "g", key)
        assert "newer version of the format" in desk.stage.footer()
        assert desk.text == text


async def test_a_file_that_cannot_be_read_at_the_moment_is_not_changed(tmp_path: Path) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.do("2", "g")
        desk.path.write_bytes(b"\xff\xfe\xff")
        await desk.do("a")
        while desk.stage.dashboard.broken is None:
            await desk.stage.turn()
        assert desk.path.read_bytes() == b"\xff\xfe\xff"
        assert desk.stage.footer().lstrip().startswith("Not ")
        await desk.do("i")
        assert "Add a" not in desk.stage.text()


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes into every folder")
async def test_without_a_writable_folder_one_sentence_says_so(tmp_path: Path) -> None:
    async with changing(drafts(tmp_path)) as desk:
        tmp_path.chmod(0o500)
        try:
            await desk.do("2", "g", "a")
        finally:
            tmp_path.chmod(0o700)
        assert desk.stage.footer().lstrip().startswith("Not saved")
        assert desk.text == DRAFTS


@pytest.mark.parametrize("reason", [Reason.FULL, Reason.FOLDER, Reason.READ_ONLY, Reason.BUSY, Reason.FAILED])
async def test_whatever_stands_in_the_way_is_said_and_the_text_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: Reason
) -> None:
    def refused(*_: object) -> None:
        raise Refused(reason, "it can't be written", "make room for it")

    async with changing(drafts(tmp_path)) as desk:
        monkeypatch.setattr(Editing, "perform", refused)
        await desk.do("4", "i", "=Who pays?", "enter", "enter")
        assert "Not saved: it can't be written. Make room for it." in desk.stage.footer()
        await desk.do("i")
        assert "Who pays?" in desk.stage.text()
        assert desk.text == DRAFTS


async def test_a_folder_that_went_away_loses_nothing_and_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    folder.mkdir()
    async with changing(drafts(folder)) as desk:
        await desk.do("4", "i", "=Who pays?", "enter")
        folder.rename(tmp_path / "elsewhere")
        await desk.do("enter")
        assert desk.stage.footer().lstrip().startswith("Not saved")
        (tmp_path / "elsewhere").rename(folder)
        await desk.done()
        assert desk.text == DRAFTS


async def test_a_line_that_yaml_refuses_is_named(tmp_path: Path) -> None:
    text = DRAFTS.replace("Nobody came", "Nobody: came")
    async with changing(drafts(tmp_path, text)) as desk:
        await desk.do("2", "G", "a")
        assert "draft" not in desk.text.partition("Nobody")[2] or desk.stage.footer().lstrip().startswith("Not saved")


async def test_the_sample_of_the_program_is_copied_before_it_is_changed(here: Path) -> None:
    before = SAMPLE.read_bytes()
    async with staged(SAMPLE) as stage:
        await stage.press("2", "g", "asterisk")
        assert "This is the sample that comes with briefing" in stage.text()
        await stage.press("enter")
        await stage.settle()
        assert stage.dashboard.desk.path == here / "aleppo.yaml"
        await Desk(stage, here / "aleppo.yaml").done()
        assert (here / "aleppo.txt").exists()
        assert "Starred the quote of Khalifa" in stage.footer()
    assert len((here / "aleppo.yaml").read_bytes()) - len(before) == len("    key: true\n")
    assert SAMPLE.read_bytes() == before


async def test_a_copy_that_is_there_already_is_opened_not_replaced(here: Path) -> None:
    (here / "aleppo.yaml").write_text("title: Mine\n", encoding="utf-8")
    async with staged(SAMPLE) as stage:
        await stage.press("2", "g", "asterisk", "enter")
        assert "aleppo.yaml is in this folder already" in stage.footer()
    assert (here / "aleppo.yaml").read_text(encoding="utf-8") == "title: Mine\n"


async def test_a_file_that_broke_in_the_same_moment_keeps_the_last_good_view(tmp_path: Path) -> None:
    async with changing(drafts(tmp_path)) as desk:
        await desk.do("2", "g")
        broken = DRAFTS.replace("timeline:\n", "timeline: [[[{\n")
        desk.path.write_text(broken, encoding="utf-8")
        await desk.do("a")
        assert "can't be read now" in desk.stage.footer()
        assert len(desk.stage.dashboard.story.briefing.timeline) == 2
        while desk.stage.dashboard.broken is None:
            await desk.stage.turn()
        assert desk.text == broken


@pytest.mark.parametrize("key", ["q", "escape", "greater_than_sign"])
async def test_whoever_leaves_quickly_has_every_key_saved_before(tmp_path: Path, key: str) -> None:
    path = drafts(tmp_path)
    other = tmp_path / "z.yaml"
    other.write_text("title: Zebras\n", encoding="utf-8")
    async with staged(path, other) as stage:
        await stage.press("enter")
        await stage.settle()
        dashboard = stage.dashboard
        assert dashboard.desk.path == path
        await stage.press("2", "g")
        for pressed in ("a", "a", "a", key):
            stage.send(pressed)
        while dashboard in stage.app.screen_stack and stage.app.is_running:
            await stage.turn()
    assert path.read_text(encoding="utf-8").count("draft: true") == DRAFTS.count("draft: true") - 2


async def test_whoever_does_not_want_to_wait_leaves_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, go_on = drafts(tmp_path), threading.Event()
    perform = Editing.perform

    def slowly(*given: Any) -> Done:
        go_on.wait()
        return perform(*given)

    async with staged(path) as stage:
        monkeypatch.setattr(Editing, "perform", slowly)
        await stage.press("2", "g", "a", "q")
        assert "Saving, then leaving" in stage.footer()
        assert stage.app.is_running
        await stage.press("q")
        go_on.set()
        await until(stage, lambda: not stage.app.is_running)
