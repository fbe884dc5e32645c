"""The files of what was read: private, whole, few, and never in the way."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from briefing.state import reading
from briefing.state.reading import Mark, ReadingKeeper, checksum


def keeper(tmp_path: Path, name: str = "story.yaml") -> ReadingKeeper:
    """A keeper for the briefing of that name."""
    return ReadingKeeper(tmp_path / "state", tmp_path / name)


def kept(tmp_path: Path) -> list[Path]:
    """The files that are there, hidden ones left out."""
    return sorted(path for path in (tmp_path / "state" / "read").iterdir() if not path.name.startswith("."))


MARK = Mark('{"title": "A"}\n', "12345678-1a", "2024-12-01T10:00Z")


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    assert keeper(tmp_path).change(lambda _: MARK)
    assert keeper(tmp_path).mark() == MARK
    assert keeper(tmp_path).change(lambda found: found._replace(whole="", when="") if found else None)
    assert keeper(tmp_path).mark() == Mark(MARK.text)


def test_the_header_is_the_mark_without_its_text(tmp_path: Path) -> None:
    assert keeper(tmp_path).header() is None
    keeper(tmp_path).change(lambda _: MARK)
    assert keeper(tmp_path).header() == MARK._replace(text="")
    kept(tmp_path)[0].write_bytes(b"# read 1 " + b"x" * 1000)
    broken = keeper(tmp_path)
    assert broken.header() is None
    assert "could not be understood" in broken.note


def test_only_the_reader_can_read_it(tmp_path: Path) -> None:
    keeper(tmp_path).change(lambda _: MARK, undoable=True)
    keeper(tmp_path).change(lambda _: MARK, undoable=True)
    folder = tmp_path / "state" / "read"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert len(kept(tmp_path)) == 2


def test_no_name_of_a_file_is_kept(tmp_path: Path) -> None:
    keeper(tmp_path, "secret.yaml").change(lambda _: MARK)
    (path,) = kept(tmp_path)
    assert "secret" not in path.name + path.read_text(encoding="utf-8")


def test_a_change_that_makes_nothing_writes_nothing(tmp_path: Path) -> None:
    assert not keeper(tmp_path).change(lambda _: None)
    assert kept(tmp_path) == []


@pytest.mark.parametrize("text", ["", "nonsense", "# read 0 - -\n{}", "# read x - -\n", "# read 1 -\n", "\udcff"])
def test_a_broken_file_is_said_and_counts_as_nothing_read(tmp_path: Path, text: str) -> None:
    keeper(tmp_path).change(lambda _: MARK)
    kept(tmp_path)[0].write_bytes(text.encode("utf-8", "surrogateescape"))
    broken = keeper(tmp_path)
    assert broken.mark() is None
    assert "could not be understood" in broken.note
    assert broken.change(lambda found: None if found else MARK)
    assert keeper(tmp_path).mark() == MARK


def test_a_file_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    keeper(tmp_path).change(lambda _: MARK)
    (path,) = kept(tmp_path)
    path.write_text("# read 2 whatever\n", encoding="utf-8")
    newer = keeper(tmp_path)
    assert newer.mark() is None
    assert "newer version" in newer.note
    assert not newer.change(lambda _: MARK)
    assert path.read_text(encoding="utf-8") == "# read 2 whatever\n"


def test_a_folder_that_cannot_be_written_in_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("in the way", encoding="utf-8")
    found = keeper(tmp_path)
    assert not found.change(lambda _: MARK)
    assert found.note.startswith("What you have read could not be remembered: ")


def test_the_marks_that_are_oldest_make_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST", 3)
    for number in range(12):
        keeper(tmp_path, f"{number}.yaml").change(lambda _: MARK)
        for path in kept(tmp_path):
            os.utime(path, (path.stat().st_mtime - 10, path.stat().st_mtime - 10))
    assert len(kept(tmp_path)) <= 2 * 3 + 1
    assert keeper(tmp_path, "11.yaml").mark() == MARK
    assert keeper(tmp_path, "0.yaml").mark() is None


def test_marks_of_long_ago_and_the_rest_of_a_kill_are_let_go(tmp_path: Path) -> None:
    keeper(tmp_path, "old.yaml").change(lambda _: MARK)
    (old,) = kept(tmp_path)
    torn = old.with_name(f".{old.name}.1.abc")
    torn.touch()
    for path in (old, torn):
        os.utime(path, (1_000_000, 1_000_000))
    keeper(tmp_path).change(lambda _: MARK)
    assert keeper(tmp_path, "old.yaml").mark() is None
    assert not torn.exists()


def test_another_text_has_another_checksum() -> None:
    assert checksum("a") == checksum("a")
    assert checksum("a") != checksum("b")
    assert checksum("\ud800")
