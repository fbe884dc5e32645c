"""`briefing diff`: by hand, as git's external diff, and with files that are not what they should be."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from briefing.cli.main import main
from tests.changes.repository import Repository, needs_git

ROOT = Path(__file__).parent.parent.parent
OLD = "title: Rebels take Hama\ntimeline:\n  - 2024-12-05: Rebels enter Hama from the north\n"
NEW = OLD.replace("from the north", "from the north and the east")
TOLD = "Timeline\n  reworded    5 December 2024: Rebels enter Hama from the north {+and the east+}\n"


class Ran(NamedTuple):
    """What a run of the command left behind."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `briefing diff`, in a folder with two versions of a briefing."""
    monkeypatch.chdir(tmp_path)
    Path("old.yaml").write_text(OLD, encoding="utf-8")
    Path("new.yaml").write_text(NEW, encoding="utf-8")

    def of(*words: str) -> Ran:
        return Ran(main(["diff", *words], lambda *_, **__: 0), *capsys.readouterr())

    return of


def test_two_briefings_are_compared_item_by_item(run: Run) -> None:
    assert run("old.yaml", "new.yaml") == (1, TOLD, "")


def test_equal_briefings_have_nothing_to_tell(run: Run) -> None:
    assert run("old.yaml", "old.yaml") == (0, "", "")


def test_comments_and_layout_are_told_in_one_line(run: Run) -> None:
    Path("new.yaml").write_text("# a comment\n" + OLD, encoding="utf-8")
    assert run("old.yaml", "new.yaml") == (1, "Further changes of layout and comments.\n", "")
    Path("new.yaml").write_text("# a comment\n" + NEW, encoding="utf-8")
    assert run("old.yaml", "new.yaml").out == f"{TOLD}\nFurther changes of layout and comments.\n"


def test_a_file_that_is_not_there_yet_is_empty(run: Run) -> None:
    status, out, err = run("/dev/null", "old.yaml")
    assert (status, err) == (1, "")
    assert "  added       Title: Rebels take Hama\n" in out
    assert "  added       5 December 2024: Rebels enter Hama from the north\n" in out
    assert "  removed     5 December 2024: Rebels enter Hama from the north\n" in run("old.yaml", "/dev/null").out


def test_json_names_both_files(run: Run) -> None:
    status, out, _ = run("old.yaml", "new.yaml", "--format", "json")
    found = json.loads(out)
    assert (status, found["a"], found["b"], found["layout"]) == (1, "old.yaml", "new.yaml", False)
    assert found["wrong"] == {"a": None, "b": None}
    assert [one["kinds"] for one in found["differences"]] == [["reworded"]]


def test_a_file_with_errors_is_compared_as_text_too(run: Run) -> None:
    Path("new.yaml").write_text(NEW + "timeline:\n  - 2024: lost\n", encoding="utf-8")
    status, out, _ = run("old.yaml", "new.yaml")
    assert status == 1
    assert out.startswith(TOLD)
    assert "new.yaml has 1 error, so here is the plain text too:\n--- old.yaml\n+++ new.yaml\n" in out
    assert "+  - 2024: lost\n" in out


def test_a_text_that_is_no_briefing_is_compared_as_text(run: Run) -> None:
    Path("new.yaml").write_text("just a sentence\n", encoding="utf-8")
    status, out, _ = run("old.yaml", "new.yaml")
    assert status == 1
    assert "new.yaml is no briefing, so here is the plain text too:\n" in out
    assert "+just a sentence\n" in out


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_a_file_in_another_encoding_is_compared_as_far_as_it_can_be_told(run: Run, encoding: str) -> None:
    Path("new.yaml").write_bytes((NEW + "why: café\n").encode(encoding))
    status, out, _ = run("old.yaml", "new.yaml")
    assert status == 1
    assert "new.yaml is not UTF-8" in out
    assert "+why: caf" in out


@pytest.mark.parametrize("name", ["missing.yaml", ".", "large.yaml"])
def test_what_cannot_be_read_is_refused(run: Run, name: str) -> None:
    with Path("large.yaml").open("wb") as file:
        file.truncate(9 * 1024 * 1024)
    status, out, err = run("old.yaml", name)
    assert (status, out) == (2, "")
    assert name in err


@pytest.mark.parametrize("words", [("old.yaml",), ("old.yaml", "new.yaml", "old.yaml"), ()])
def test_anything_but_two_files_is_refused(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words).status == 2


@pytest.mark.parametrize("bad", ["is-missing.yaml", "."])
def test_as_gits_driver_it_always_ends_well(run: Run, bad: str) -> None:
    git = ("0" * 40, "100644")
    assert run("story.yaml", "old.yaml", *git, "new.yaml", *git) == (0, f"story.yaml: 1 reworded\n\n{TOLD}", "")
    status, out, _ = run("story.yaml", "old.yaml", *git, bad, *git)
    assert (status, out.startswith("story.yaml: ")) == (0, True)


def test_a_renamed_file_has_both_names(run: Run) -> None:
    git = ("0" * 40, "100644")
    out = run("was.yaml", "old.yaml", *git, "new.yaml", *git, "is.yaml", "similarity index 90%\n").out
    assert out.startswith("was.yaml → is.yaml: 1 reworded\n")


def test_a_path_that_is_not_merged_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIFF_PATH_COUNTER", "1")
    assert run("story.yaml") == (0, "story.yaml: not merged yet\n", "")


def test_names_and_words_do_not_act_on_a_terminal(run: Run) -> None:
    Path("new.yaml").write_text(NEW + 'why: "\\e[31mred"\n', encoding="utf-8")
    git = ("0" * 40, "100644")
    out = run("a\x1b[2Jb.yaml", "old.yaml", *git, "new.yaml", *git).out
    assert "\x1b" not in out
    Path("new.yaml").write_bytes(b"\x1b[31m just a sentence\n")
    assert "\x1b" not in run("old.yaml", "new.yaml").out


@needs_git
def test_git_tells_a_change_through_it(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "stories", tmp_path / "home")
    repository.commit(".gitattributes", "*.yaml diff=briefing\n", "2024-12-05T10:00:00Z")
    path = repository.commit("-my story.yaml", OLD, "2024-12-05T10:00:00Z")
    path.write_text(NEW, encoding="utf-8")
    (repository.folder / "new.yaml").write_text(OLD, encoding="utf-8")
    repository.git("add", "-A")
    program = tmp_path / "program"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m briefing "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    done = subprocess.run(
        ["git", "--no-pager", "-c", f"diff.briefing.command='{program}' diff --", "diff", "HEAD"],
        cwd=repository.folder,
        env={**os.environ, **repository.environment, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"-my story.yaml: 1 reworded\n\n{TOLD}new.yaml: 2 added\n")
