"""`briefing new` writes one file, never over another, and says what to do next."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from briefing.cli import main as cli
from briefing.document.new import new


def run(*words: str) -> int:
    def no_dashboard(files: Sequence[Path], *, folder: Path | None, ascii_only: bool, plain: bool) -> int:
        raise AssertionError("the dashboard was opened")

    return cli.main(["new", *words], no_dashboard)


def test_the_title_comes_from_the_name_of_the_file(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("harbour-strike.yaml") == 0
    assert (here / "harbour-strike.yaml").read_text(encoding="utf-8") == new("Harbour strike")
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith("briefing harbour-strike.yaml\n")


def test_a_title_may_be_given(here: Path) -> None:
    assert run("a.yaml", "--title", "Dockers: walk out") == 0
    assert "title: 'Dockers: walk out'\n" in (here / "a.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("word", "written"), [("a", "a.yaml"), ("a.yml", "a.yml"), ("a.b", "a.b.yaml"), ("-a.yaml", "-a.yaml")]
)
def test_the_ending_is_added_where_it_is_missing(word: str, written: str, here: Path) -> None:
    assert run("--", word) == 0
    assert os.listdir(here) == [written]  # noqa: PTH208


def test_what_is_said_can_be_pasted_into_a_shell(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--", "-a b.yaml") == 0
    assert capsys.readouterr().err.endswith("briefing './-a b.yaml'\n")


@pytest.mark.parametrize("kind", ["file", "folder", "link to nowhere"])
def test_what_is_there_stays_as_it_is(kind: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    there = here / "a.yaml"
    if kind == "file":
        there.write_text("mine")
    elif kind == "folder":
        there.mkdir()
    else:
        there.symlink_to("nowhere.yaml")
    assert run("a.yaml") == 2
    assert "a.yaml is there already" in capsys.readouterr().err
    assert os.listdir(here) == ["a.yaml"]  # noqa: PTH208
    assert kind != "file" or there.read_text() == "mine"


def test_a_file_without_the_ending_that_is_there_is_not_passed_by(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "a").write_text("mine")
    assert run("a") == 2
    assert "a is there already" in capsys.readouterr().err
    assert os.listdir(here) == ["a"]  # noqa: PTH208


@pytest.mark.parametrize("word", ["", ".", "/", "stories/"])
def test_a_file_needs_a_name(word: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(word) == 2
    assert (
        capsys.readouterr().err == "briefing: a file needs a name: briefing new NAME.yaml\nTry: briefing new --help\n"
    )
    assert not any(here.iterdir())


def test_no_folder_is_made(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("far/a.yaml") == 2
    assert capsys.readouterr().err == "briefing: far/a.yaml can't be written: no such file or directory\n"
    assert not any(here.iterdir())


def test_a_dash_prints_and_writes_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("-", "--title", "Dockers walk out") == 0
    assert capsys.readouterr() == (new("Dockers walk out"), "")
    assert not any(here.iterdir())


def test_an_empty_title_is_refused(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("a.yaml", "--title", " \n") == 2
    assert capsys.readouterr().err == "briefing: a briefing needs a title: --title TEXT\nTry: briefing new --help\n"
    assert not any(here.iterdir())
