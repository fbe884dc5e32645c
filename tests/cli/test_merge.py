"""`briefing merge` as a command, and as git's merge driver set up the way docs/git.md says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.document.load import load
from tests.changes.repository import Repository, needs_git
from tests.changes.test_merge import BASE, change

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/git.md").read_text(encoding="utf-8")


def run(*words: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "briefing", "merge", *map(str, words)],
        cwd=cwd,
        env={"PYTHONPATH": str(ROOT), "PATH": "", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.fixture
def three(tmp_path: Path) -> tuple[Path, Path, Path]:
    texts = {
        "base.yaml": BASE,
        "ours.yaml": change(("  - open: Will", "  - watching: Will")),
        "theirs.yaml": change(("dockers on strike: 1200", "dockers on strike: 1400+")),
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path / "base.yaml", tmp_path / "ours.yaml", tmp_path / "theirs.yaml"


def test_what_both_changed_is_written_to_ours(three: tuple[Path, Path, Path]) -> None:
    base, ours, theirs = three
    done = run(*three)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert ours.read_text() == change(("  - open: Will", "  - watching: Will"), ("strike: 1200", "strike: 1400+"))
    assert base.read_text() == BASE
    assert theirs.read_text() == change(("strike: 1200", "strike: 1400+"))


def test_with_stdout_no_file_is_written(three: tuple[Path, Path, Path]) -> None:
    before = three[1].read_text()
    done = run("--stdout", *three)
    assert done.returncode == 0
    assert "strike: 1400+" in done.stdout
    assert three[1].read_text() == before


def test_what_is_printed_has_the_line_ends_of_ours(three: tuple[Path, Path, Path]) -> None:
    for path in three:
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    words = [sys.executable, "-m", "briefing", "merge", "--stdout", *map(str, three)]
    done = subprocess.run(words, cwd=ROOT, env={"PYTHONPATH": str(ROOT), "PATH": ""}, capture_output=True, timeout=60)
    assert done.returncode == 0
    printed = done.stdout
    assert run(*three).returncode == 0
    assert printed == three[1].read_bytes()


def test_a_conflict_is_told_with_its_line_and_status_1(three: tuple[Path, Path, Path]) -> None:
    three[1].write_text(change(("strike: 1200", "strike: 1300")))
    done = run("--path", "strike.yaml", *three)
    assert done.returncode == 1
    line = three[1].read_text().splitlines().index("    conflict: value = 1400+") + 1
    assert f"strike.yaml:{line}:15: error unsettled two people changed this; the other one has “1400+”" in done.stderr
    assert "keep what is right above, and delete this line" in done.stderr


def test_what_is_no_briefing_is_merged_by_lines_and_says_so(three: tuple[Path, Path, Path]) -> None:
    for path, text in zip(three, ("a\nb\n", "x\nb\n", "y\nb\n"), strict=True):
        path.write_text(text)
    done = run(*three)
    assert done.returncode == 1
    assert three[1].read_text() == "<<<<<<< ours\nx\n=======\ny\n>>>>>>> theirs\nb\n"
    assert "was merged line by line, not by item, because one of the files is no briefing" in done.stderr
    assert "1 passage stands between <<<<<<< and >>>>>>>" in done.stderr


def test_a_file_that_is_not_there_is_refused_and_nothing_is_written(three: tuple[Path, Path, Path]) -> None:
    three[2].unlink()
    before = three[1].read_text()
    done = run(*three)
    assert done.returncode == 2
    assert "there is no such file" in done.stderr
    assert three[1].read_text() == before


def test_a_file_that_may_not_be_written_is_refused(three: tuple[Path, Path, Path]) -> None:
    three[1].chmod(0o444)
    before = three[1].read_text()
    done = run(*three)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert three[1].read_text() == before


def test_line_ends_and_the_byte_order_mark_of_ours_stay(three: tuple[Path, Path, Path]) -> None:
    for path in three:
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert run(*three).returncode == 0
    data = three[1].read_bytes()
    assert data.startswith(b"\xef\xbb\xbftitle")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert b"strike: 1400+" in data


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository set up with the very lines of the page."""
    found = Repository(tmp_path / "desk", tmp_path / "home")
    tool = tmp_path / "bin" / "briefing"
    tool.parent.mkdir()
    tool.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m briefing "$@"\n')
    tool.chmod(0o755)
    found.environment = {**found.environment, "PATH": f"{tool.parent}:{found.environment['PATH']}"}
    block = re.search(r"```sh\n(git config merge.*?)```", PAGE, re.DOTALL)
    attributes = re.search(r"```gitattributes\n(.*?)```", PAGE, re.DOTALL)
    assert block
    assert attributes
    subprocess.run(["sh", "-e", "-c", block[1]], cwd=found.folder, env=found.environment, check=True, timeout=60)
    (found.folder / ".gitattributes").write_text(attributes[1])
    return found


def commit(repository: Repository, name: str, text: str) -> None:
    (repository.folder / name).write_text(text, encoding="utf-8")
    repository.git("add", ".")
    repository.git("commit", "-q", "-m", "a change")


AT = "    src: wire#1\n"
OURS = change((AT, AT + "  - 2024-11-29: The port calls the army\n    src: wire#6\n"))
THEIRS = change((AT, AT + "  - 2024-11-28: Talks fail\n    src: wire#5\n"))
HEADS = ["2024-11-25", "2024-11-27", "2024-11-28", "2024-11-29"]


def branches(repository: Repository, ours: str = OURS, theirs: str = THEIRS) -> Path:
    commit(repository, "strike.yaml", BASE)
    repository.git("switch", "-q", "-c", "hers")
    commit(repository, "strike.yaml", theirs)
    repository.git("switch", "-q", "main")
    commit(repository, "strike.yaml", ours)
    return repository.folder / "strike.yaml"


def heads(path: Path) -> list[str]:
    return [event.head for event in load(path.read_text(), "x").briefing.timeline]


@needs_git
def test_two_events_at_one_place_merge_without_a_conflict(repository: Repository) -> None:
    path = branches(repository)
    repository.git("merge", "-q", "--no-edit", "hers")
    assert heads(path) == HEADS
    assert repository.git("status", "--porcelain") == ""


@needs_git
def test_a_rebase_and_a_cherry_pick_merge_so_too(repository: Repository) -> None:
    path = branches(repository)
    repository.git("switch", "-q", "-c", "picked")
    repository.git("cherry-pick", "hers")
    assert heads(path) == HEADS
    repository.git("switch", "-q", "hers")
    repository.git("rebase", "-q", "main")
    assert heads(path) == HEADS


@needs_git
def test_a_file_that_one_renamed_merges_under_its_new_name(repository: Repository) -> None:
    branches(repository)
    repository.git("mv", "strike.yaml", "harbour.yaml")
    repository.git("commit", "-q", "-m", "another name")
    repository.git("merge", "-q", "--no-edit", "hers")
    assert heads(repository.folder / "harbour.yaml") == HEADS


@needs_git
def test_git_stops_at_two_values_for_one_field_and_the_file_loads(repository: Repository) -> None:
    path = branches(
        repository,
        change(("strike: 1200", "strike: 1300")),
        change(("strike: 1200", "strike: 1400+"), ("title: Dockers walk out", "title: Dockers go back")),
    )
    repository.git("merge", "-q", "--no-edit", "hers", check=False)
    assert repository.git("status", "--porcelain").startswith("UU strike.yaml")
    loaded = load(path.read_text(), "x")
    assert loaded.briefing.title == "Dockers go back"
    assert loaded.briefing.figures[0].conflict == ("value = 1400+",)
    assert "<<<<<<<" not in path.read_text()


@needs_git
def test_git_diff_tells_what_became_of_each_item(repository: Repository) -> None:
    commit(repository, "strike.yaml", BASE)
    path = repository.folder / "strike.yaml"
    path.write_text(change(("  - open: Will the tugs join?", "  - answered: Will the tugs join?")))
    assert re.search(r"answered\s+Will the tugs join\?", repository.git("diff"))
