"""`briefing changes`: what it tells, what it keeps, and the exit status."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from briefing.cli import changes
from briefing.cli.main import main
from tests.changes.repository import Repository, needs_git

STORY = "title: Rebels take Hama\ntimeline:\n  - 2024-12-05: Rebels enter Hama from the north\n"
LATER = STORY.replace("from the north", "from the north and the east") + "questions:\n  - open: Who holds Homs?\n"


class Ran(NamedTuple):
    """What a run of the command left behind."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs `briefing changes` with a state of its own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    def of(*words: str | Path) -> Ran:
        status = main(["changes", *map(str, words)], lambda *_, **__: 0)
        return Ran(status, *capsys.readouterr())

    return of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A briefing."""
    path = tmp_path / "story.yaml"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_all_is_new_until_something_was_marked(run: Run, path: Path) -> None:
    assert run(path) == (
        1,
        "",
        "Nothing of this briefing has been marked as read, so all of it is new: 1 item. "
        "--mark marks it as read from now on.\n",
    )


def test_what_was_marked_is_not_told_again(run: Run, path: Path) -> None:
    assert run(path, "--mark") == (0, "", "Everything is marked as read; --unmark takes that back.\n")
    status, out, err = run(path)
    assert (status, out) == (0, "")
    assert err.startswith("Nothing has changed since you last read it, ")


def test_what_changed_is_told_line_by_line_until_it_is_marked(run: Run, path: Path) -> None:
    run(path, "--mark")
    path.write_text(LATER, encoding="utf-8")
    status, out, err = run(path)
    assert (status, err) == (1, "")
    lines = out.splitlines()
    assert lines[0] == "Rebels take Hama"
    assert lines[1].startswith("2 developments since you last read it, ")
    assert lines[1].endswith(": 1 added, 1 reworded")
    assert lines[3:] == [
        "Timeline",
        "  reworded    5 December 2024: Rebels enter Hama from the north {+and the east+}",
        "",
        "Open questions",
        "  added       Open: Who holds Homs?",
    ]
    assert run(path, "--mark").status == 1
    assert run(path).status == 0


def test_a_marking_can_be_taken_back_once(run: Run, path: Path) -> None:
    run(path, "--mark")
    path.write_text(LATER, encoding="utf-8")
    run(path, "--mark")
    assert run(path, "--unmark") == (0, "", "The last marking was taken back.\n")
    assert run(path).status == 1
    assert run(path, "--unmark") == (2, "", f"briefing: there is no marking of {path} to take back\n")


def test_looking_writes_neither_the_briefing_nor_a_mark(run: Run, path: Path, tmp_path: Path) -> None:
    run(path)
    assert path.read_text(encoding="utf-8") == STORY
    assert not (tmp_path / "state").exists()


def test_comments_and_layout_are_nothing_to_read(run: Run, path: Path) -> None:
    run(path, "--mark")
    path.write_text("# a comment\n" + STORY.replace("title: Rebels", "title:   Rebels"), encoding="utf-8")
    assert run(path).status == 0


def test_json_holds_everything_about_a_change(run: Run, path: Path) -> None:
    run(path, "--mark")
    path.write_text(LATER, encoding="utf-8")
    status, out, _ = run(path, "--format", "json")
    found = json.loads(out)
    assert (status, found["path"], found["since"]["kind"], found["developments"]) == (1, str(path), "last", 2)
    reworded, added = found["differences"]
    assert reworded["kinds"] == ["reworded"]
    assert (reworded["old"]["event"], reworded["new"]["event"]) == (
        "Rebels enter Hama from the north",
        "Rebels enter Hama from the north and the east",
    )
    assert [run["kind"] for run in reworded["words"]] == ["same", "come"]
    assert reworded["told"] == "5 December 2024: Rebels enter Hama from the north {+and the east+}"
    assert (added["old"], added["new"]["question"], added["new"]["line"]) == (None, "Who holds Homs?", 5)


def test_json_of_what_was_never_read_is_all_of_it(run: Run, path: Path) -> None:
    status, out, _ = run(path, "--format", "json")
    found = json.loads(out)
    assert (status, found["since"]["marked"]) == (1, None)
    assert [(one["section"], one["kinds"]) for one in found["differences"]] == [
        ("brief", ["added"]),
        ("timeline", ["added"]),
    ]


def test_without_memory_it_says_what_is_missing(run: Run, path: Path, tmp_path: Path) -> None:
    (tmp_path / "config" / "briefing").mkdir(parents=True)
    (tmp_path / "config" / "briefing" / "settings.yaml").write_text("memory: false\n", encoding="utf-8")
    assert run(path).err == (
        "briefing: memory: false in your settings keeps nothing of what you have read; give --since a date\n"
    )
    assert run(path, "--mark").status == 2
    assert run(path, "--unmark").status == 2
    assert not (tmp_path / "state").exists()


def test_without_a_repository_a_date_is_refused_in_one_sentence(run: Run, path: Path) -> None:
    status, out, err = run(path, "--since", "yesterday")
    assert (status, out) == (2, "")
    assert err in (
        "briefing: --since yesterday needs a revision of the file: story.yaml is in no git repository\n",
        "briefing: --since yesterday needs a revision of the file: git is not installed\n",
    )


@needs_git
def test_since_a_revision_or_a_date_it_compares_with_git(run: Run, tmp_path: Path) -> None:
    repository = Repository(tmp_path / "stories", tmp_path / "home")
    path = repository.commit("story.yaml", STORY, "2024-12-05T10:00:00Z")
    repository.commit("story.yaml", LATER, "2024-12-06T10:00:00Z")
    by_date, by_name = run(path, "--since", "2024-12-06"), run(path, "--since", "HEAD~1")
    assert by_date.status == by_name.status == 1
    assert by_date.out.splitlines()[2:] == by_name.out.splitlines()[2:]
    assert "2 developments since revision " in by_date.out
    assert run(path, "--since", "HEAD").err.startswith("Nothing has changed since revision ")
    path.write_text("# a comment\n" + LATER, encoding="utf-8")
    assert run(path, "--since", "HEAD").err.endswith("Further changes of layout and comments.\n")
    assert run(path, "--since", "2001").status == 2
    assert run(path, "--since", "no such thing").err == (
        "briefing: 'no such thing' is neither a date nor a revision that git knows\n"
    )


@needs_git
def test_a_revision_that_was_no_briefing_is_said(run: Run, tmp_path: Path) -> None:
    repository = Repository(tmp_path / "stories", tmp_path / "home")
    repository.commit("story.yaml", "not yet\n", "2024-12-05T10:00:00Z")
    path = repository.commit("story.yaml", STORY, "2024-12-06T10:00:00Z")
    status, out, err = run(path, "--since", "HEAD~1")
    assert (status, out) == (2, "")
    assert "is no briefing that can be read" in err


def test_errors_of_the_file_are_told_because_what_they_hide_is_not_compared(run: Run, path: Path) -> None:
    run(path, "--mark")
    path.write_text(STORY + "timeline:\n  - 2024: again\n", encoding="utf-8")
    assert "1 error; what could not be read is not compared" in run(path).err


@pytest.mark.parametrize("name", ["missing.yaml", "folder", "binary.yaml", "sentence.yaml"])
def test_what_cannot_be_read_is_refused_with_a_sentence(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "binary.yaml").write_bytes(b"\x89PNG\r\n\x1a\n\x00\xff")
    (tmp_path / "sentence.yaml").write_text("just a sentence\n", encoding="utf-8")
    status, out, err = run(tmp_path / name)
    assert (status, out) == (2, "")
    assert name in err
    assert "Traceback" not in err


def test_mark_and_unmark_contradict_each_other(run: Run, path: Path) -> None:
    assert run(path, "--mark", "--unmark").status == 2


def test_a_folder_that_cannot_be_written_in_is_said(run: Run, path: Path, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("in the way", encoding="utf-8")
    status, _, err = run(path, "--mark")
    assert status == 2
    assert "What you have read could not be remembered" in err


def test_marks_that_cannot_be_understood_are_told_and_marking_begins_anew(run: Run, path: Path, tmp_path: Path) -> None:
    run(path, "--mark")
    (marks,) = (tmp_path / "state" / "briefing" / "read").glob("*.yaml")
    marks.write_bytes(b"\xff")
    status, _, err = run(path)
    assert status == 2
    assert err.endswith("could not be understood; what you have read is not known; --mark begins anew\n")
    assert run(path, "--mark").status == 0
    assert run(path).status == 0


def test_words_that_act_on_a_terminal_are_shown_and_not_sent(run: Run, path: Path) -> None:
    run(path, "--mark")
    path.write_text(STORY + 'x-note: "\\e]0;owned\\a\\e[31m"\n', encoding="utf-8")
    for form in ("text", "json"):
        out = run(path, "--format", form).out
        assert "\x1b" not in out
        assert "\x07" not in out
        assert "␛" in out


def test_words_of_the_file_cannot_pass_for_lines_of_the_program(run: Run, path: Path) -> None:
    run(path, "--mark")
    forged = STORY.replace("title: Rebels take Hama", 'title: "A\\n\\nTimeline\\n  added       Nothing"')
    path.write_text(forged.replace("the north", "the\n      Timeline\n        added"), encoding="utf-8")
    lines = run(path).out.splitlines()
    assert lines[0] == "A Timeline added Nothing"
    assert [line for line in lines if not line.startswith(" ")][3:] == ["Brief", "", "Timeline"]


def test_a_terminal_gets_lines_that_fit(run: Run, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(path, "--mark")
    path.write_text(LATER, encoding="utf-8")
    monkeypatch.setattr(changes, "width", lambda: 50)
    lines = run(path).out.splitlines()
    assert max(len(line) for line in lines) <= 50
    assert "              from the north {+and the east+}" in lines
