"""An edit is in the file at once, is taken back byte for byte, also after a restart, and overwrites nobody's change."""

from __future__ import annotations

import errno
import json
import os
import stat
import threading
from pathlib import Path

import pytest

from briefing.document import saving, store
from briefing.document.load import Loaded, load
from briefing.document.refusals import Reason, Refused
from briefing.document.splice import RemoveItem, RemoveTop, SetField, SetText, SetTop
from briefing.editing import Done, Editing
from briefing.editing import editing as module
from briefing.state import journal as journals
from briefing.state import kept
from briefing.state.journal import LIFETIME

TEXT = """\
title: Dockers walk out   # since midnight
questions:
  - open: Will the tug crews join?
  # the one that counts
  - watching: Who pays?
"""
NOW = 1_732_900_000.0


class Desk:
    """A briefing on disk, the state folder, and one run of the program after another."""

    def __init__(self, folder: Path, text: str = TEXT) -> None:
        self.file = folder / "story.yaml"
        self.state: Path | None = folder / "state" / "briefing"
        self.file.write_bytes(text.encode())
        self.now = NOW
        self.start()

    def start(self) -> None:
        """Begins another run."""
        self.editing = Editing(self.file, self.state, lambda: self.now)

    def load(self) -> Loaded:
        return load(store.read(self.file, keep_mark=True), str(self.file))

    @property
    def text(self) -> str:
        return self.file.read_bytes().decode()

    def reword(self, text: str, number: int = 0) -> Done:
        """Gives the question of that number another text."""
        self.now += 1
        loaded = self.load()
        change = SetText(loaded.briefing.questions[number], text)
        return self.editing.perform(loaded, change, f"reworded a question to {text}")

    def refusal(self, way: str) -> Refused:
        with pytest.raises(Refused) as caught:
            getattr(self.editing, way)()
        return caught.value


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_an_edit_is_in_the_file_and_changes_no_other_byte(desk: Desk) -> None:
    done = desk.reword("Will they?")
    assert desk.text == TEXT.replace("Will the tug crews join?", "Will they?") == done.raw
    assert done.said == "Reworded a question to Will they?"
    assert done.item is done.loaded.briefing.questions[0]
    assert done.loaded.briefing.questions[0].text == "Will they?"


def test_an_edit_is_undone_and_done_again(desk: Desk) -> None:
    changed = desk.reword("Will they?").raw
    undone = desk.editing.undo()
    assert desk.text == TEXT == undone.raw
    assert undone.said == "Undone: reworded a question to Will they?"
    assert undone.item is undone.loaded.briefing.questions[0]
    again = desk.editing.redo()
    assert desk.text == changed == again.raw
    assert again.said == "Done again: reworded a question to Will they?"
    assert again.item is again.loaded.briefing.questions[0]


def test_undoing_a_removal_comes_back_to_the_item(desk: Desk) -> None:
    loaded = desk.load()
    desk.editing.perform(loaded, RemoveItem(loaded.briefing.questions[0]), "removed a question")
    undone = desk.editing.undo()
    assert undone.item is undone.loaded.briefing.questions[0]
    assert desk.editing.redo().item is None


def test_the_history_goes_on_after_a_restart(desk: Desk) -> None:
    states = [TEXT]
    for words in ("A?", "B?", "C?"):
        desk.reword(words)
        states.append(desk.text)
    for state in states[-2::-1]:
        desk.start()
        desk.editing.undo()
        assert desk.text == state
    desk.start()
    assert desk.refusal("undo").reason is Reason.NOTHING
    for state in states[1:]:
        desk.start()
        desk.editing.redo()
        assert desk.text == state
    error = desk.refusal("redo")
    assert (error.reason, str(error)) == (Reason.NOTHING, "Nothing to do again: no edit was undone.")


def test_without_any_edit_there_is_nothing_to_undo(desk: Desk) -> None:
    assert str(desk.refusal("undo")) == "Nothing to undo: no edit of the last week is left."
    assert not (desk.file.parent / "state").exists()


def test_a_new_edit_ends_what_could_be_done_again(desk: Desk) -> None:
    desk.reword("A?")
    desk.editing.undo()
    desk.reword("B?")
    assert desk.refusal("redo").reason is Reason.NOTHING
    desk.editing.undo()
    assert desk.text == TEXT


def test_after_a_change_from_outside_undoing_is_refused_until_that_is_taken_back(desk: Desk) -> None:
    desk.reword("A?")
    ours = desk.text
    desk.file.write_text(ours + "why: by hand\n")
    error = desk.refusal("undo")
    assert error.reason is Reason.CHANGED
    assert str(error) == (
        "Not undone: the file was changed after “reworded a question to A?”. "
        "Take that change back in your editor, or change the text by hand."
    )
    assert desk.text == ours + "why: by hand\n"
    desk.file.write_text(ours)
    desk.editing.undo()
    desk.file.write_text("title: by hand\n")
    assert str(desk.refusal("redo")).startswith("Not done again: the file was changed after “reworded a question to")
    desk.file.write_text(TEXT)
    desk.editing.redo()
    assert desk.text == ours


def test_an_earlier_text_that_was_put_back_by_hand_has_its_own_history(desk: Desk) -> None:
    desk.reword("A?")
    earlier = desk.text
    desk.reword("B?")
    desk.file.write_text(earlier)
    desk.editing.undo()
    assert desk.text == TEXT


def test_an_edit_of_a_text_that_changed_meanwhile_is_refused_and_leaves_no_trace(desk: Desk) -> None:
    desk.reword("A?")
    loaded = desk.load()
    desk.file.write_text(TEXT)
    with pytest.raises(Refused) as caught:
        desk.editing.perform(loaded, SetTop("title", "Mine"), "changed the title")
    assert caught.value.reason is Reason.CHANGED
    assert str(caught.value).startswith("Not saved: the file changed meanwhile. ")
    assert desk.text == TEXT
    assert "title" not in next((desk.file.parent / "state" / "briefing" / "undo").glob("*.json")).read_text()


def test_an_edit_that_fails_at_the_last_step_leaves_the_history_as_it_was(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.reword("A?")
    ours = desk.text
    desk.editing.undo()
    real = Path.replace

    def full(path: Path, target: Path) -> Path:
        if target == desk.file:
            raise OSError(errno.ENOSPC, "no space")
        return real(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        with pytest.raises(Refused, match="the disk is full"):
            desk.reword("B?")
        assert desk.refusal("redo").reason is Reason.FULL
    assert desk.text == TEXT
    desk.editing.redo()
    assert desk.text == ours


@pytest.mark.parametrize("earlier", [0, 1])
def test_a_kill_between_journal_and_file_leaves_the_history_usable(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, earlier: int
) -> None:
    for _ in range(earlier):
        desk.reword("A?")
    real = Path.replace

    class Killed(BaseException):
        pass

    def kill(path: Path, target: Path) -> Path:
        if target == desk.file:
            raise Killed
        return real(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", kill)
        with pytest.raises(Killed):
            desk.reword("B?")
    desk.start()
    for _ in range(earlier):
        desk.editing.undo()
    assert desk.text == TEXT
    assert desk.refusal("undo").reason is Reason.NOTHING
    desk.reword("C?")
    desk.editing.undo()
    assert desk.refusal("undo").reason is Reason.NOTHING
    assert desk.text == TEXT


def test_what_cant_be_spliced_is_refused_in_its_own_words(desk: Desk) -> None:
    loaded = desk.load()
    with pytest.raises(Refused) as caught:
        desk.editing.perform(loaded, SetField(loaded.briefing.questions[0], "[no field]", "x"), "set a field")
    assert caught.value.reason is Reason.NOT_SPLICED
    assert str(caught.value).startswith("Not saved: ")
    assert desk.text == TEXT


def test_a_file_in_a_newer_version_is_shown_and_not_edited(tmp_path: Path) -> None:
    desk = Desk(tmp_path, "briefing: 2\n" + TEXT)
    with pytest.raises(Refused) as caught:
        desk.reword("A?")
    assert caught.value.reason is Reason.NEWER_FORMAT


def test_an_edit_that_changes_nothing_writes_nothing(desk: Desk) -> None:
    before = desk.file.stat()
    done = desk.reword("Will the tug crews join?")
    assert done.said == "Nothing changed: the file says so already."
    assert desk.file.stat().st_ino == before.st_ino
    assert not (desk.file.parent / "state").exists()


def test_a_byte_order_mark_and_line_ends_stay_through_edit_undo_and_redo(tmp_path: Path) -> None:
    desk = Desk(tmp_path, "\ufeff" + TEXT.replace("\n", "\r\n").rstrip())
    before = desk.text
    done = desk.editing.perform(desk.load(), SetTop("title", "New"), "changed the title")
    assert done.raw == desk.text
    assert done.loaded.problems == desk.load().problems
    assert desk.text.startswith("\ufefftitle: New   # since midnight\r\n")
    undone = desk.editing.undo()
    assert desk.text == before == undone.raw
    assert any(problem.code == "byte-order-mark" for problem in undone.loaded.problems)
    desk.editing.redo()
    assert desk.text.startswith("\ufefftitle: New   # since midnight\r\n")


def test_what_an_edit_replaced_is_kept(desk: Desk) -> None:
    assert desk.state is not None
    desk.reword("A?")
    ours = desk.text
    desk.editing.undo()
    texts = [kept.content(entry).decode() for entry in kept.kept(desk.state, desk.file.resolve())]
    assert texts == [ours, TEXT]


def test_what_another_program_saved_in_the_very_moment_is_kept_and_told(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert desk.state is not None
    real = Path.replace

    def overtaken(path: Path, target: Path) -> Path:
        if target == desk.file:
            target.write_text("title: Theirs\n")
        return real(path, target)

    monkeypatch.setattr(Path, "replace", overtaken)
    assert "Another program saved the file in the same moment; save it there again." in desk.reword("A?").said
    newest = kept.kept(desk.state, desk.file.resolve())[0]
    assert kept.content(newest) == b"title: Theirs\n"


def test_only_the_owner_may_look_at_the_history(desk: Desk) -> None:
    old = os.umask(0)
    try:
        desk.reword("A?")
    finally:
        os.umask(old)
    assert desk.state is not None
    paths = [desk.state, *desk.state.rglob("*")]
    assert {(path.is_dir(), stat.S_IMODE(path.stat().st_mode)) for path in paths} == {(True, 0o700), (False, 0o600)}


def test_without_memory_nothing_is_kept_and_undo_works_until_the_end(desk: Desk) -> None:
    desk.state = None
    desk.start()
    desk.reword("A?")
    desk.reword("B?")
    desk.editing.undo()
    desk.editing.undo()
    assert desk.text == TEXT
    desk.editing.redo()
    assert [path.name for path in desk.file.parent.iterdir()] == ["story.yaml"]
    desk.start()
    assert desk.refusal("undo").reason is Reason.NOTHING


def test_a_state_folder_that_cant_be_written_is_told_of_once_and_stops_no_edit(desk: Desk) -> None:
    (desk.file.parent / "state").write_text("in the way")
    said = desk.reword("A?").said
    assert "What was replaced could not be kept: " in said
    assert "It can be undone only until the program ends: " in said
    assert "until the program ends" not in desk.reword("B?").said
    desk.editing.undo()
    desk.editing.undo()
    assert desk.text == TEXT


def test_a_journal_of_a_newer_version_is_left_alone(desk: Desk) -> None:
    desk.reword("A?")
    assert desk.state is not None
    (path,) = (desk.state / "undo").glob("*.json")
    path.write_text('{"version": 2}')
    assert "newer version" in desk.reword("B?").said
    desk.editing.undo()
    assert path.read_text() == '{"version": 2}'


def test_a_damaged_journal_undoes_nothing_wrong(desk: Desk) -> None:
    desk.reword("A?")
    ours = desk.text
    assert desk.state is not None
    (path,) = (desk.state / "undo").glob("*.json")
    damaged = json.loads(path.read_text())
    damaged["steps"][0][3][0][1] = "something else"
    path.write_text(json.dumps(damaged))
    error = desk.refusal("undo")
    assert (error.reason, error.why) == (Reason.FAILED, "its journal is damaged")
    assert desk.text == ours
    path.write_bytes(b"\xff")
    assert desk.refusal("undo").reason is Reason.NOTHING
    desk.reword("B?")
    desk.editing.undo()
    assert desk.text == ours


def test_after_a_week_nothing_of_the_words_is_left(desk: Desk) -> None:
    assert desk.state is not None
    desk.reword("A?")
    other = desk.state / "undo" / f"{'0' * 16}.json"
    other.write_text("{}")
    os.utime(other, (NOW, NOW))
    desk.now += LIFETIME
    desk.reword("B?")
    (journal,) = (desk.state / "undo").glob("*.json")
    assert "tug crews" not in journal.read_text()
    assert len(kept.kept(desk.state, desk.file.resolve())) == 1


def test_the_words_of_an_edit_act_on_no_terminal(desk: Desk) -> None:
    loaded = desk.load()
    done = desk.editing.perform(loaded, SetTop("title", "New"), "changed \x1b[31mthe\ntitle")
    assert done.said == "Changed ␛[31mthe title."
    assert desk.editing.undo().said == "Undone: changed ␛[31mthe title."


def test_through_a_link_it_is_the_same_history(desk: Desk) -> None:
    desk.reword("A?")
    link = desk.file.with_name("link.yaml")
    link.symlink_to(desk.file.name)
    Editing(link, desk.state).undo()
    assert desk.text == TEXT
    assert link.is_symlink()


def test_a_file_that_is_gone_is_told_of(desk: Desk) -> None:
    loaded = desk.load()
    desk.file.unlink()
    with pytest.raises(Refused) as caught:
        desk.editing.perform(loaded, SetTop("title", "New"), "changed the title")
    assert caught.value.reason is Reason.GONE
    assert desk.refusal("undo").reason is Reason.GONE
    assert str(desk.refusal("redo")).startswith("Not done again: ")


def test_edits_of_two_threads_wait_for_each_other(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    inside: list[int] = []
    most: list[int] = []
    reasons = {Reason.CHANGED}
    real = saving.save

    def watched(*arguments: object) -> object:
        inside.append(1)
        most.append(len(inside))
        try:
            return real(*arguments)  # type: ignore[arg-type]
        finally:
            inside.pop()

    monkeypatch.setattr(module, "save", watched)

    def work(number: int) -> None:
        left = 5
        while left:
            try:
                desk.reword(f"{number}-{left}?", number)
                left -= 1
            except Refused as error:
                reasons.add(error.reason)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert max(most) == 1
    assert reasons == {Reason.CHANGED}
    for _ in range(10):
        desk.editing.undo()
    assert desk.text == TEXT


def test_a_journal_has_room_for_five_hundred_edits_of_usual_size() -> None:
    step = journals.Step("accepted the quote of Khalifa", "0" * 64, "1" * 64, (journals.Hunk(1, "x" * 300, ""),), NOW)
    found = journals.parsed(journals.written(journals.Journal((step,) * journals.MOST_STEPS, journals.MOST_STEPS)))
    assert found is not None
    assert len(found.steps) == journals.MOST_STEPS


def test_an_edit_that_replaces_a_megabyte_can_be_undone_after_a_restart(tmp_path: Path) -> None:
    text = "title: Long\nnotes: " + "many words " * 100_000 + "end\n"
    desk = Desk(tmp_path, text)
    desk.editing.perform(desk.load(), RemoveTop("notes"), "removed the notes")
    desk.start()
    desk.editing.undo()
    assert desk.text == text
