"""A briefing may have its own texts read, and nothing else on the machine."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from briefing.model import Briefing, LineMap, Source
from briefing.sources import MOST_BYTES, SourceError, read, read_all


def refused(folder: Path, file: str, root: Path | None = None) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read(folder, file, root)
    return caught.value


@pytest.mark.parametrize("name", ["bbc.txt", "bbc.md", "bbc", "BBC.TXT", "with blank.txt", "日本.txt"])
def test_plain_text_beside_the_briefing_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("One.\n\nTwo.", encoding="utf-8")
    assert len(read(tmp_path, name).paragraphs) == 2


def test_a_text_in_a_folder_below_is_read(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "bbc.txt").write_text("One.")
    assert read(tmp_path, "sources/bbc.txt").paragraph(1) == "One."
    assert read(tmp_path, "sources/../sources/./bbc.txt").paragraph(1) == "One."


def test_a_text_elsewhere_in_the_library_is_read_when_the_library_is_known(tmp_path: Path) -> None:
    story = tmp_path / "story"
    story.mkdir()
    (tmp_path / "shared.txt").write_text("One.")
    assert read(story, "../shared.txt", tmp_path).paragraph(1) == "One."
    assert refused(story, "../shared.txt").code == "source-outside"


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "bbc.txt").write_bytes(b"\xef\xbb\xbfOne.")
    assert read(tmp_path, "bbc.txt").text == "One."


@pytest.mark.parametrize(
    "file",
    ["/etc/passwd", "../secret.txt", "a/../../secret.txt", "~/secret.txt", "C:\\secret.txt", "\\\\host\\secret.txt"],
)
def test_paths_out_of_the_folder_are_refused(tmp_path: Path, file: str) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    folder = tmp_path / "story"
    (folder / "a").mkdir(parents=True)
    error = refused(folder, file)
    assert error.code == "source-outside"
    assert error.fix


def test_a_link_is_read_only_when_it_stays_inside(tmp_path: Path) -> None:
    folder = tmp_path / "story"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "real.txt").write_text("One.")
    (folder / "inside.txt").symlink_to("real.txt")
    (folder / "outside.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "way").symlink_to(tmp_path)
    assert read(folder, "inside.txt").paragraph(1) == "One."
    assert refused(folder, "outside.txt").code == "source-outside"
    assert refused(folder, "way/secret.txt").code == "source-outside"


def test_a_folder_reached_through_a_link_is_still_the_folder(tmp_path: Path) -> None:
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "bbc.txt").write_text("One.")
    (tmp_path / "shortcut").symlink_to("story")
    assert read(tmp_path / "shortcut", "bbc.txt").paragraph(1) == "One."


def test_a_suffix_is_judged_after_following_links(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>One.</p>")
    (tmp_path / "page.txt").symlink_to("page.html")
    assert refused(tmp_path, "page.txt").code == "source-unreadable"


def test_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("b.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert refused(tmp_path, "a.txt").code == "source-unreadable"


def test_a_pipe_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "no ordinary file" in refused(tmp_path, "pipe.txt").message


def test_a_device_is_never_opened(tmp_path: Path) -> None:
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    assert refused(tmp_path, "zero.txt").code == "source-outside"
    assert "no ordinary file" in refused(Path("/dev"), "zero").message


@pytest.mark.parametrize("file", [".", "sub", ""])
def test_a_folder_is_no_text(tmp_path: Path, file: str) -> None:
    (tmp_path / "sub").mkdir()
    assert "is a folder" in refused(tmp_path, file).message


@pytest.mark.parametrize("file", ["bbc.txt", "sources/bbc.txt", "file.txt/bbc.txt"])
def test_a_text_that_is_not_there_is_said_to_be_missing(tmp_path: Path, file: str) -> None:
    (tmp_path / "file.txt").write_text("a file, no folder")
    assert refused(tmp_path, file).code == "source-text-missing"


def test_html_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>One.</p>")
    error = refused(tmp_path, "page.html")
    assert "HTML, which is not read here yet" in error.message
    assert error.fix == "save the text of the page as .txt and name that file"


@pytest.mark.parametrize("name", ["page.pdf", "page.docx", "keys.pem"])
def test_other_files_are_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("One.")
    assert refused(tmp_path, name).code == "source-unreadable"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"caf\xe9", "is not UTF-8: byte 0xe9 in line 1"),
        (b"one\n\ntwo \xff", "is not UTF-8: byte 0xff in line 3"),
        ("One.".encode("utf-16"), "is UTF-16LE, not UTF-8"),
        (b"\xfe\xff\x00O", "is UTF-16BE, not UTF-8"),
        (b"PK\x00\x01", "is no text: it holds zero bytes"),
    ],
)
def test_bytes_that_are_no_utf_8_are_refused_with_their_place(tmp_path: Path, data: bytes, words: str) -> None:
    (tmp_path / "bbc.txt").write_bytes(data)
    assert words in refused(tmp_path, "bbc.txt").message


def test_a_text_may_have_8_mib_and_no_byte_more(tmp_path: Path) -> None:
    (tmp_path / "most.txt").write_bytes(b"a" * MOST_BYTES)
    (tmp_path / "more.txt").write_bytes(b"a" * (MOST_BYTES + 1))
    assert len(read(tmp_path, "most.txt").text) == MOST_BYTES
    assert "larger than 8 MiB" in refused(tmp_path, "more.txt").message


@pytest.mark.parametrize("file", ["a\0b.txt", "a" * 5_000 + ".txt"])
def test_what_is_no_path_at_all_is_refused(tmp_path: Path, file: str) -> None:
    assert refused(tmp_path, file).code == "source-unreadable"


def source(slug: str, file: str = "", sha: str = "") -> Source:
    return Source(head=slug, text=slug, marks={"": (0, 5)}, file=file, sha256=sha)


def briefing(*sources: Source) -> Briefing:
    return Briefing(title="T", lines=LineMap(""), marks={"": (0, 0)}, sources={s.head: s for s in sources})


def test_all_texts_are_read_and_each_that_can_not_be_has_its_reason(tmp_path: Path) -> None:
    (tmp_path / "bbc.txt").write_text("One.")
    articles = read_all(briefing(source("bbc", "bbc.txt"), source("ap", "ap.txt"), source("afp")), tmp_path)
    assert list(articles) == ["bbc"]
    assert {slug: error.code for slug, error in articles.problems.items()} == {"ap": "source-text-missing"}


def test_the_reason_why_a_text_can_not_be_read_keeps_nothing_else_alive(tmp_path: Path) -> None:
    problems = read_all(briefing(source("gone", "gone.txt"), source("away", "../away.txt")), tmp_path).problems
    assert set(problems) == {"gone", "away"}
    for error in problems.values():
        assert error.__traceback__ is None
        assert error.__context__ is None


def test_the_sum_of_a_text_is_taken_only_where_one_is_stated(tmp_path: Path) -> None:
    (tmp_path / "bbc.txt").write_bytes(b"One.")
    articles = read_all(briefing(source("bbc", "bbc.txt", "0" * 64), source("copy", "bbc.txt")), tmp_path)
    assert articles.digests == {"bbc": sha256(b"One.").hexdigest()}
