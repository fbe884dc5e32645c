"""Reading a file never hangs, and says in one sentence what is wrong."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from briefing.document.store import SIZE_LIMIT, Unreadable, read
from briefing.problems import Problem


def refused(path: Path | str) -> Problem:
    with pytest.raises(Unreadable) as caught:
        read(path)
    problem = caught.value.problem
    assert problem.path == str(path)
    assert problem.message
    assert problem.fix
    return problem


def test_a_text_is_read_with_its_line_ends(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes("title: Ä\r\nwhy: b\r".encode())
    assert read(file) == "title: Ä\r\nwhy: b\r"


def test_a_byte_order_mark_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"\xef\xbb\xbftitle: a\n")
    assert read(file) == "title: a\n"


def test_an_empty_file_has_an_empty_text(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").touch()
    assert read(tmp_path / "a.yaml") == ""


def test_a_link_to_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("title: a\n")
    (tmp_path / "b.yaml").symlink_to("a.yaml")
    assert read(tmp_path / "b.yaml") == "title: a\n"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.yaml").code == "no-such-file"
    (tmp_path / "file").touch()
    assert refused(tmp_path / "file" / "a.yaml").code == "no-such-file"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert refused(tmp_path).code == "is-a-folder"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    assert refused(tmp_path / "a.yaml").code == "not-a-file"


def test_a_device_and_a_socket_are_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused("/dev/zero").code == "not-a-file"
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as end:
        end.bind("s.yaml")
        assert refused("s.yaml").code == "not-a-file"


def test_a_file_that_becomes_a_pipe_after_it_was_looked_at_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("title: a\n")
    before = file.stat()
    file.unlink()
    os.mkfifo(file)
    real = Path.stat
    monkeypatch.setattr(Path, "stat", lambda path, **more: before if path == file else real(path, **more))
    assert refused(file).code == "not-a-file"


def test_nine_mebibytes_are_too_many(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"x" * (9 * 1024 * 1024))
    assert refused(file).code == "too-large"


def test_exactly_eight_mebibytes_are_read(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"x" * SIZE_LIMIT)
    assert len(read(file)) == SIZE_LIMIT


def test_a_file_that_grows_while_it_is_read_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"x")
    small = file.stat()
    file.write_bytes(b"x" * (SIZE_LIMIT + 1))
    monkeypatch.setattr(os, "fstat", lambda handle: small)
    real = Path.stat
    monkeypatch.setattr(Path, "stat", lambda path, **more: small if path == file else real(path, **more))
    assert refused(file).code == "too-large"


def test_an_old_encoding_is_said_to_be_one_where_it_shows(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes("title: a\nwhy: für\n".encode("latin-1"))
    problem = refused(file)
    assert (problem.code, problem.where) == ("not-utf-8", (2, 7))
    assert "FC" in problem.message


def test_a_binary_file_is_called_one(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    assert "binary" in refused(file).message


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_recognised_with_and_without_a_mark(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes("title: a briefing\n".encode(encoding))
    problem = refused(file)
    assert problem.code == "utf-16"
    assert "UTF-8" in problem.fix


def test_a_file_that_may_not_be_read_is_said_to_be_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.yaml"
    file.touch()

    def forbidden(path: object, flags: int) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "open", forbidden)
    assert refused(file).code == "no-permission"


def test_a_failing_disk_is_told_in_the_words_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.yaml"
    file.touch()

    def failing(handle: int, size: int) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "read", failing)
    problem = refused(file)
    assert problem.code == "read-failed"
    assert "Input/output error" in problem.message


def test_a_name_that_no_system_takes_is_refused() -> None:
    assert refused("a\x00b").code == "read-failed"
