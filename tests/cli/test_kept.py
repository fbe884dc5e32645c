"""`briefing kept`: what edits replaced is listed with the edit, printed, and written back byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.cli.main import main
from briefing.editing.history import History
from briefing.state import kept
from briefing.state.journal import Step, digest, recorded

NOW = 1_732_900_000.0


def run(*words: str) -> int:
    def no_dashboard(*_: object, **__: object) -> int:
        raise AssertionError("the dashboard was opened")

    return main(["kept", *words], no_dashboard)


@pytest.fixture
def state(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The state folder, in which two texts of `story.yaml` are kept."""
    monkeypatch.setenv("XDG_STATE_HOME", str(here / "state"))
    place, file = here / "state" / "briefing", here / "story.yaml"
    kept.keep(place, file, b"\xef\xbb\xbftitle: A\r\n", NOW)
    kept.keep(place, file, b"title: \x1b[31mB", NOW + 60)
    step = Step("closed a \x1b[31mquestion", digest("title: \x1b[31mB"), digest("title: C"), (), NOW)
    History(place, file).update(lambda journal: recorded(journal, step))
    return place


@pytest.mark.usefixtures("state")
def test_the_texts_are_listed_newest_first_with_what_was_done_then(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("story.yaml") == 0
    assert capsys.readouterr().out.splitlines() == [
        "   1  2024-11-29 17:07:40  before: closed a ␛[31mquestion",
        "   2  2024-11-29 17:06:40",
    ]


def test_a_text_that_undoing_replaced_is_listed_with_the_edit_that_made_it(
    state: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept.keep(state, here / "story.yaml", b"title: C", NOW + 120)
    assert run("story.yaml") == 0
    assert capsys.readouterr().out.splitlines()[0] == "   1  2024-11-29 17:08:40  after: closed a ␛[31mquestion"


@pytest.mark.usefixtures("state")
def test_a_text_is_printed_fit_for_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("story.yaml", "-n", "1") == 0
    assert capsys.readouterr().out == "title: ␛[31mB"


@pytest.mark.usefixtures("state")
def test_a_printed_text_has_its_own_line_ends_for_diff(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run("story.yaml", "-n", "2") == 0
    assert capsysbinary.readouterr().out == b"title: A\r\n"


@pytest.mark.usefixtures("state")
def test_a_text_is_written_byte_for_byte_and_never_over_a_file(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("story.yaml", "-n", "2", "-o", "a.yaml") == 0
    assert (here / "a.yaml").read_bytes() == b"\xef\xbb\xbftitle: A\r\n"
    assert run("story.yaml", "-o", "b.yaml") == 0
    assert (here / "b.yaml").read_bytes() == b"title: \x1b[31mB"
    assert run("story.yaml", "-o", "a.yaml") == 2
    assert "a.yaml is there already" in capsys.readouterr().err
    assert run("story.yaml", "-o", "none/a.yaml") == 2
    assert run("story.yaml", "-o", "a\0") == 2


def test_what_is_not_kept_or_damaged_is_said(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("other.yaml") == 2
    assert "there is no other.yaml, and no text of it is kept" in capsys.readouterr().err
    Path("other.yaml").touch()
    assert run("other.yaml") == 2
    assert "of other.yaml no text is kept" in capsys.readouterr().err
    assert run("story.yaml", "-n", "3") == 2
    assert "only 1 to 2" in capsys.readouterr().err
    for path in (state / "kept").rglob("*.gz"):
        path.write_bytes(b"")
    assert run("story.yaml", "-n", "1") == 2
    assert "text 1 can't be read" in capsys.readouterr().err


def test_through_a_link_the_same_texts_are_found(state: Path, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert state.is_dir()
    (here / "link.yaml").symlink_to("story.yaml")
    assert run("link.yaml") == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
