"""`briefing show`: what goes to stdout, what to stderr, and the exit status."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from briefing.cli import show
from briefing.cli.parse import Options
from briefing.text import cells

DATA = Path(__file__).parent.parent / "data"
GOOD = "title: A\nquestions:\n  - What now?\nquotes:\n  - a guard: Nobody came\n"


class Shown(NamedTuple):
    """What a run of the command left behind."""

    status: int
    out: str
    err: str


Show = Callable[..., Shown]


@pytest.fixture
def briefing_show(capsys: pytest.CaptureFixture[str]) -> Show:
    """Runs the command on a file and returns what it left behind."""

    def run(file: Path, section: tuple[str, ...] = (), width: int | None = None, form: str = "text") -> Shown:
        status = show.run(Options(file=file, section=list(section), width=width, format=form))
        return Shown(status, *capsys.readouterr())

    return run


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], Path]:
    """Writes a briefing and returns its path."""

    def write(text: str) -> Path:
        path = tmp_path / "story.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


Written = Callable[[str], Path]


def test_a_good_file_is_printed_and_nothing_else_is_said(briefing_show: Show, written: Written) -> None:
    status, out, err = briefing_show(written(GOOD))
    assert (status, err) == (0, "")
    assert out.startswith("A\n")
    assert "- Open: What now?\n" in out


def test_a_file_with_an_error_is_printed_and_the_error_goes_to_stderr(briefing_show: Show, written: Written) -> None:
    path = written(GOOD + "timeline:\n  - 2024-11-31: Never\n  - 2024: Retreat\n")
    status, out, err = briefing_show(path)
    assert status == 1
    assert "- 2024: Retreat\n" in out
    assert "no drafts, 1 problem\n" in out
    assert f"{path}:7:5: error date-invalid" in err
    assert "  7 |   - 2024-11-31: Never\n" in err
    assert err.endswith("1 error.\n")


def test_a_warning_is_told_and_does_not_count_as_a_finding(briefing_show: Show, written: Written) -> None:
    status, _, err = briefing_show(written(GOOD + "spare: 1\n"))
    assert status == 0
    assert "warning field-unknown" in err


def test_quotations_are_looked_up_in_their_sources(briefing_show: Show, tmp_path: Path, written: Written) -> None:
    (tmp_path / "s.txt").write_text("The guard came late and nobody had seen him.\n", encoding="utf-8")
    _, _, err = briefing_show(
        written("title: A\nsources: {s: s.txt}\nquotes:\n  - a guard: Everybody was there at noon\n    src: s#1\n")
    )
    assert "quote-missing" in err


def test_problems_are_told_in_the_order_of_the_file(briefing_show: Show, written: Written) -> None:
    _, _, err = briefing_show(
        written("title: A\nsources: {s: gone.txt}\ntimeline:\n  - 2024-11-31: Never\n    src: s#1\nspare: 1\n")
    )
    places = [line.split(":")[1] for line in err.splitlines() if ": error " in line or ": warning " in line]
    assert len(places) >= 3
    assert places == sorted(places, key=int)


def test_a_file_that_is_not_there_is_said_as_when_it_is_opened(
    briefing_show: Show, written: Written, tmp_path: Path
) -> None:
    written(GOOD)
    status, out, err = briefing_show(tmp_path / "sotry.yaml")
    assert (status, out) == (2, "")
    assert err == f"briefing: there is no file {tmp_path / 'sotry.yaml'}; did you mean story.yaml?\n"


@pytest.mark.parametrize("name", ["missing.yaml", "folder", "binary.yaml"])
def test_what_cannot_be_read_is_refused_with_a_sentence(briefing_show: Show, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "binary.yaml").write_bytes(b"\x89PNG\r\n\x1a\n\x00\xff")
    status, out, err = briefing_show(tmp_path / name)
    assert (status, out) == (2, "")
    assert name in err


def test_a_text_that_is_no_briefing_is_refused(briefing_show: Show, written: Written) -> None:
    status, out, err = briefing_show(written("just a sentence\n"))
    assert (status, out) == (2, "")
    assert "error" in err


def test_only_the_sections_asked_for_are_printed(briefing_show: Show, written: Written) -> None:
    shown = briefing_show(written(GOOD), ("Key quotes", "quo", "open"))
    assert shown == (0, "Key quotes (1)\n- a guard: “Nobody came”\n\nOpen questions (1 open)\n- Open: What now?\n", "")


def test_an_unknown_section_is_refused_with_the_nearest(briefing_show: Show, written: Written) -> None:
    status, out, err = briefing_show(written(GOOD), ("qoutes",))
    assert (status, out) == (2, "")
    assert err == "briefing: there is no section 'qoutes'; did you mean quotes?\nTry: briefing show --help\n"


def test_a_width_that_leaves_no_room_is_refused(briefing_show: Show, written: Written) -> None:
    assert briefing_show(written(GOOD), width=show.NARROWEST - 1).status == 2
    assert briefing_show(written(GOOD), width=show.NARROWEST).status == 0


def test_a_pipe_gets_lines_that_fit_a_quoted_mail(briefing_show: Show, written: Written) -> None:
    _, out, _ = briefing_show(written("title: A\nbottom_line: " + "word " * 100 + "\n"))
    assert max(map(cells, out.splitlines())) in range(show.PIPE_WIDTH - 4, show.PIPE_WIDTH + 1)


@pytest.mark.parametrize(("columns", "widest"), [(50, 50), (300, 80), (0, show.PIPE_WIDTH), (3, show.NARROWEST)])
def test_a_terminal_gets_its_own_width_up_to_eighty(
    briefing_show: Show, written: Written, monkeypatch: pytest.MonkeyPatch, columns: int, widest: int
) -> None:
    monkeypatch.setattr("sys.stdout.fileno", lambda: 1, raising=False)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((columns, 24)))
    _, out, _ = briefing_show(written("title: A\nbottom_line: " + "word " * 100 + "\n"))
    assert max(map(cells, out.splitlines()[3:])) in range(widest - 4, widest + 1)


def test_json_holds_the_briefing_and_its_problems(briefing_show: Show, written: Written) -> None:
    path = written(GOOD + "timeline:\n  - 2024-11-31: Never\n")
    status, out, err = briefing_show(path, form="json")
    found = json.loads(out)
    assert (status, found["path"]) == (1, str(path))
    assert found["questions"][0]["question"] == "What now?"
    assert [problem["code"] for problem in found["problems"]] == ["date-invalid"]
    assert "date-invalid" in err


def test_json_with_sections_holds_only_these(briefing_show: Show, written: Written) -> None:
    found = json.loads(briefing_show(written(GOOD), ("quotes",), form="json").out)
    assert "questions" not in found
    assert found["quotes"][0]["words"] == "Nobody came"


def test_a_text_that_is_no_briefing_still_gives_json_with_its_problems(briefing_show: Show, written: Written) -> None:
    status, out, _ = briefing_show(written("just a sentence\n"), form="json")
    assert status == 2
    assert json.loads(out)["problems"]
