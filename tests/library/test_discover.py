"""Which files of a folder are briefings."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.document import grammar
from briefing.library.discover import discover, is_briefing

BRIEFING = "title: A\nquestions:\n  - What now?\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with briefings and much that looks like one."""
    for name in ("b.yaml", "a.yaml", "below/c.yaml"):
        write(tmp_path / name, BRIEFING)
    write(tmp_path / ".hidden.yaml", BRIEFING)
    write(tmp_path / ".git/d.yaml", BRIEFING)
    write(tmp_path / "below/deeper/e.yaml", BRIEFING)
    write(tmp_path / "notes.txt", BRIEFING)
    write(tmp_path / "compose.yaml", "services:\n  web:\n    title: A\n")
    return tmp_path


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(folder: Path, **options: int) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in discover(folder, **options)]


def test_a_library_is_the_folder_and_one_level_below_in_the_order_of_names(folder: Path) -> None:
    assert names(folder) == ["a.yaml", "b.yaml", "below/c.yaml"]


def test_links_to_folders_are_not_followed_and_links_to_files_are(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    write(elsewhere / "f.yaml", BRIEFING)
    (folder / "linked").symlink_to(elsewhere)
    (folder / "z.yaml").symlink_to(elsewhere / "f.yaml")
    (folder / "broken.yaml").symlink_to(elsewhere / "nowhere")
    assert names(folder) == ["a.yaml", "b.yaml", "z.yaml", "below/c.yaml"]


def test_no_more_than_the_limit_is_looked_at(folder: Path) -> None:
    assert names(folder, limit=1) == ["a.yaml"]
    assert names(folder, limit=0) == []


def test_pipes_devices_and_folders_are_never_opened(folder: Path) -> None:
    os.mkfifo(folder / "pipe.yaml")
    (folder / "dir.yaml").mkdir()
    (folder / "null.yaml").symlink_to("/dev/zero")
    assert names(folder) == ["a.yaml", "b.yaml", "below/c.yaml"]
    assert not is_briefing(folder / "pipe.yaml")
    assert not is_briefing(folder / "null.yaml")


def test_a_folder_that_is_not_there_or_is_a_file_has_no_briefings(folder: Path) -> None:
    assert discover(folder / "nowhere") == ()
    assert discover(folder / "a.yaml") == ()


@pytest.mark.parametrize("section", grammar.BY_NAME)
def test_a_title_and_any_one_section_make_a_briefing(tmp_path: Path, section: str) -> None:
    assert is_briefing(write(tmp_path / "a.yaml", f"title: A\n{section}:\n"))


@pytest.mark.parametrize(
    "text",
    [
        "\ufefftitle: A\nquotes:\n",
        "title: A\r\nquotes:\r\n",
        "title: A\rquotes:\r",
        "\"title\": A\n'quotes': []\n",
        "quotes : []\ntitle : A\n",
        "# a comment\n\ntitle: A\nnotes: B\nquotes:",
    ],
    ids=["BOM", "CRLF", "CR", "quoted keys", "blank before the colon", "comment first"],
)
def test_a_briefing_is_known_however_it_was_saved(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(text.encode())
    assert is_briefing(path)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "title: A\n",
        "quotes:\n  - a: b\n",
        "title: A\ndata:\n  quotes: []\n",
        "  title: A\nquotes:\n",
        "title: A\nmisquotes: []\nquotesome: []\n",
        "- title: A\n- quotes: []\n",
    ],
    ids=["empty", "no section", "no title", "section below", "title below", "other words", "a list"],
)
def test_what_lacks_a_title_or_a_section_at_the_top_is_no_briefing(tmp_path: Path, text: str) -> None:
    assert not is_briefing(write(tmp_path / "a.yaml", text))


@pytest.mark.parametrize("distance", [*range(65_520, 65_545), 1_000_000])
def test_title_and_section_may_be_far_apart_wherever_the_file_is_cut_for_reading(tmp_path: Path, distance: int) -> None:
    text = "title: A\n".ljust(distance, "#") + "\nquotes:\n"
    assert is_briefing(write(tmp_path / "a.yaml", text))


def test_the_end_of_a_long_line_is_not_taken_for_its_beginning(tmp_path: Path) -> None:
    text = "title: A\n" + "".join(f"{'x' * size}quotes: 1\n" for size in range(65_400, 65_540, 7))
    assert not is_briefing(write(tmp_path / "a.yaml", text))
