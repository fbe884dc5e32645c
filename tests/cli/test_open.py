"""`briefing [FILE]...` opens what was meant: in the dashboard on a terminal, as text elsewhere."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from briefing.cli import main as cli
from briefing.cli import open as opening
from briefing.data import path

STORY = "title: Dockers walk out\nquestions:\n  - open: For how long?\n"


class Dashboard:
    """Remembers what it was asked to open."""

    def __init__(self) -> None:
        self.files: list[Path] = []
        self.folder: Path | None = None
        self.ascii_only = self.plain = False

    def __call__(self, files: Sequence[Path], *, folder: Path | None, ascii_only: bool, plain: bool) -> int:
        self.files, self.folder, self.ascii_only, self.plain = list(files), folder, ascii_only, plain
        return 0


@pytest.fixture
def dashboard() -> Dashboard:
    return Dashboard()


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "has_terminal", lambda: True)


def write(file: Path, text: str = STORY) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.usefixtures("terminal")
class TestOnATerminal:
    def test_a_file_is_opened_by_itself(self, here: Path, dashboard: Dashboard) -> None:
        write(here / "a.yaml")
        assert cli.main(["a.yaml"], dashboard) == 0
        assert (dashboard.files, dashboard.folder) == ([Path("a.yaml")], None)

    def test_nothing_opens_the_library_of_the_current_folder(self, here: Path, dashboard: Dashboard) -> None:
        write(here / "b.yaml")
        write(here / "below" / "c.yaml")
        write(here / "other.yaml", "some: settings\n")
        assert cli.main([], dashboard) == 0
        assert [file.name for file in dashboard.files] == ["b.yaml", "c.yaml"]
        assert dashboard.folder == Path()

    def test_nothing_where_there_is_no_briefing_opens_the_sample(self, here: Path, dashboard: Dashboard) -> None:
        assert cli.main([], dashboard) == 0
        assert (dashboard.files, dashboard.folder) == ([path("seeds", "aleppo.yaml")], None)

    def test_a_folder_is_opened_as_a_library(self, here: Path, dashboard: Dashboard) -> None:
        file = write(here / "stories" / "a.yaml")
        assert cli.main(["stories"], dashboard) == 0
        assert [found.resolve() for found in dashboard.files] == [file]
        assert dashboard.folder == Path("stories")

    def test_files_and_folders_together_are_one_list(self, here: Path, dashboard: Dashboard) -> None:
        write(here / "a.yaml")
        write(here / "stories" / "b.yaml")
        assert cli.main(["a.yaml", "stories"], dashboard) == 0
        assert [file.name for file in dashboard.files] == ["a.yaml", "b.yaml"]
        assert dashboard.folder is None

    def test_a_file_called_like_a_command_is_opened_with_its_folder(self, here: Path, dashboard: Dashboard) -> None:
        write(here / "show")
        assert cli.main(["./show"], dashboard) == 0
        assert dashboard.files == [Path("show")]

    def test_plain_is_passed_on(self, here: Path, dashboard: Dashboard) -> None:
        write(here / "a.yaml")
        cli.main(["--plain", "a.yaml"], dashboard)
        assert dashboard.plain

    def test_ascii_is_passed_on(self, here: Path, dashboard: Dashboard) -> None:
        write(here / "a.yaml")
        cli.main(["--ascii", "a.yaml"], dashboard)
        assert dashboard.ascii_only

    def test_a_new_briefing_is_found_in_its_folder(self, here: Path, dashboard: Dashboard) -> None:
        assert cli.main(["new", "strike"], dashboard) == 0
        assert cli.main([], dashboard) == 0
        assert [file.name for file in dashboard.files] == ["strike.yaml"]


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("empty", "briefing: no briefing in empty: a briefing is a .yaml file with a title and a section; "),
        ("aelppo.yaml", "briefing: there is no file aelppo.yaml; did you mean aleppo.yaml?"),
        ("far/away.yaml", "briefing: there is no file far/away.yaml\n"),
        ("strike.yaml", "briefing: there is no file strike.yaml; briefing new starts one\n"),
        ("./show", "briefing: there is no file show\n"),
        ("a" * 300, "briefing: aaaaa"),
    ],
)
def test_what_can_not_be_opened_gets_one_sentence_and_status_2(
    word: str, sentence: str, here: Path, dashboard: Dashboard, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "empty").mkdir()
    write(here / "aleppo.yaml")
    assert cli.main([word], dashboard) == 2
    out, err = capsys.readouterr()
    assert err.startswith(sentence)
    assert (out, err.count("\n"), dashboard.files) == ("", 1, [])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may enter every folder")
def test_a_folder_that_may_not_be_entered_is_said(
    here: Path, dashboard: Dashboard, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "closed").mkdir(mode=0)
    assert cli.main(["closed/a.yaml"], dashboard) == 2
    assert capsys.readouterr().err == "briefing: closed/a.yaml can't be opened: permission denied\n"


def test_without_a_terminal_the_briefing_is_printed(
    here: Path, dashboard: Dashboard, capsys: pytest.CaptureFixture[str]
) -> None:
    write(here / "a.yaml")
    assert cli.main(["a.yaml"], dashboard) == 0
    opened = capsys.readouterr().out
    assert cli.main(["show", "a.yaml"], dashboard) == 0
    assert capsys.readouterr().out == opened
    assert "Dockers walk out" in opened
    assert dashboard.files == []


def test_without_a_terminal_several_briefings_are_printed_one_after_the_other(
    here: Path, dashboard: Dashboard, capsys: pytest.CaptureFixture[str]
) -> None:
    write(here / "a.yaml")
    write(here / "b.yaml", STORY.replace("Dockers walk out", "Dockers return"))
    assert cli.main([], dashboard) == 0
    out = capsys.readouterr().out
    assert 0 <= out.index("Dockers walk out") < out.index("Dockers return")


def test_a_dumb_terminal_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    assert opening.has_terminal()
    monkeypatch.setenv("TERM", "dumb")
    assert not opening.has_terminal()


def test_a_closed_stdin_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", None)
    assert not opening.has_terminal()
