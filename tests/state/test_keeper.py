"""The state on disk: for its owner only, whole, beside other instances, and never in anybody's way."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefing.state.folder import LARGEST, folder, locked, read, write
from briefing.state.keeper import FILE, Keeper
from briefing.state.memory import Place

ALEPPO = Path("/desk/aleppo.yaml")
QUOTES = Place(pane="quotes", selected={"quotes": "0a0b0c0d"}, zoomed=True)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def kept(place: Path, path: Path = ALEPPO, where: Place = QUOTES) -> Keeper:
    keeper = Keeper(place)
    keeper.keep(path, where)
    keeper.save()
    assert "could not be remembered" not in keeper.note
    return keeper


def test_the_state_lies_under_the_folder_of_the_xdg_specification() -> None:
    assert folder({"XDG_STATE_HOME": "/var/mine", "HOME": "/home/a"}) == Path("/var/mine/briefing")
    assert folder({"HOME": "/home/a"}) == Path("/home/a/.local/state/briefing")
    assert folder({"XDG_STATE_HOME": "relative", "HOME": "/home/a"}) == Path("/home/a/.local/state/briefing")


def test_what_one_run_keeps_the_next_remembers(tmp_path: Path) -> None:
    kept(tmp_path / "briefing").keep_theme("light")
    keeper = Keeper(tmp_path / "briefing")
    assert keeper.place(ALEPPO) == QUOTES
    assert keeper.is_last(ALEPPO)
    assert keeper.place(Path("/desk/other.yaml")) is None
    assert keeper.note == ""
    assert keeper.memory.theme == ""
    keeper.keep_theme("light")
    keeper.save()
    assert Keeper(tmp_path / "briefing").memory.theme == "light"


def test_only_the_owner_may_look(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        kept(tmp_path / "briefing")
    finally:
        os.umask(old)
    assert mode(tmp_path / "briefing") == 0o700
    assert {mode(path) for path in (tmp_path / "briefing").iterdir()} == {0o600}


def test_a_run_in_which_nothing_was_opened_writes_nothing(tmp_path: Path) -> None:
    Keeper(tmp_path / "briefing").save()
    assert list(tmp_path.iterdir()) == []


def test_without_a_folder_nothing_is_read_or_written(here: Path) -> None:
    keeper = Keeper(None)
    keeper.keep(ALEPPO, QUOTES)
    keeper.save()
    assert (keeper.place(ALEPPO), keeper.note) == (QUOTES, "")
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b"\xff\xfe", b"x" * (LARGEST + 1)], ids=lambda text: repr(text[:3]))
def test_a_broken_state_is_told_of_once_and_replaced(tmp_path: Path, text: bytes) -> None:
    (tmp_path / FILE).write_bytes(text)
    keeper = Keeper(tmp_path)
    assert f"{FILE} could not be understood" in keeper.note
    assert keeper.place(ALEPPO) is None
    keeper.keep(ALEPPO, QUOTES)
    keeper.save()
    assert (Keeper(tmp_path).note, Keeper(tmp_path).place(ALEPPO)) == ("", QUOTES)


def test_a_newer_state_is_told_of_and_left_alone(tmp_path: Path) -> None:
    newer = '{"version": 99, "places": "elsewhere"}'
    (tmp_path / FILE).write_text(newer)
    keeper = Keeper(tmp_path)
    assert "newer version" in keeper.note
    keeper.keep(ALEPPO, QUOTES)
    keeper.save()
    assert (tmp_path / FILE).read_text() == newer


def test_a_state_that_becomes_newer_meanwhile_is_left_alone_too(tmp_path: Path) -> None:
    keeper = kept(tmp_path)
    (tmp_path / FILE).write_text('{"version": 2}')
    keeper.keep_theme("light")
    keeper.save()
    assert (tmp_path / FILE).read_text() == '{"version": 2}'


def test_a_pipe_in_place_of_the_state_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / FILE)
    assert Keeper(tmp_path).memory.places == {}


def test_two_instances_keep_what_the_other_wrote(tmp_path: Path) -> None:
    first, second = Keeper(tmp_path), Keeper(tmp_path)
    first.keep(ALEPPO, QUOTES)
    second.keep(Path("/desk/b.yaml"), Place(pane="actors"))
    second.keep_theme("light")
    first.save()
    second.save()
    third = Keeper(tmp_path)
    assert third.place(ALEPPO) == QUOTES
    assert third.place(Path("/desk/b.yaml")) == Place(pane="actors")
    assert third.memory.theme == "light"
    assert third.is_last(Path("/desk/b.yaml"))


WRITER = """\
import sys
from pathlib import Path
from briefing.state.keeper import Keeper
from briefing.state.memory import Place
for number in range(20):
    keeper = Keeper(Path(sys.argv[1]))
    assert not keeper.note, keeper.note
    keeper.keep(Path(f"/desk/{sys.argv[2]}-{number}.yaml"), Place(pane="actors"))
    keeper.save()
    assert not keeper.note, keeper.note
"""


def test_instances_that_write_at_once_lose_nothing_and_tear_nothing(tmp_path: Path) -> None:
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), str(number)]) for number in range(3)]
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0, 0]
    assert len(json.loads((tmp_path / FILE).read_text())["briefings"]) == 60
    assert {path.name for path in tmp_path.iterdir()} == {FILE, ".lock"}


def test_what_a_kill_left_behind_is_swept_away_and_what_is_being_written_is_not(tmp_path: Path) -> None:
    left, writing = tmp_path / f".{FILE}.4711.0badcafe", tmp_path / f".{FILE}.4712.0badcafe"
    for path in (left, writing):
        path.write_text("{")
    os.utime(left, (0, 0))
    kept(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {FILE, ".lock", writing.name}


def test_an_instance_that_does_not_let_go_is_not_waited_for(tmp_path: Path) -> None:
    with locked(tmp_path) as held:
        assert held
        started = time.monotonic()
        kept(tmp_path)
        assert time.monotonic() - started < 5
    assert Keeper(tmp_path).place(ALEPPO) == QUOTES


def test_a_folder_that_can_not_be_made_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    keeper = Keeper(tmp_path / "file" / "briefing")
    keeper.keep(ALEPPO, QUOTES)
    keeper.save()
    assert keeper.note.startswith("Your place could not be remembered: ")


def test_a_failed_write_leaves_the_old_file_and_no_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "a", "old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write(tmp_path / "a", "new")
    assert read(tmp_path / "a") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
