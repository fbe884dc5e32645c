"""The exit status is an interface, and whatever happens there is a sentence and no traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import briefing
from briefing import __main__
from briefing.cli import main as cli

ROOT = Path(briefing.__file__).parent.parent


def no_dashboard(files: Sequence[Path], *, folder: Path | None, ascii_only: bool, plain: bool) -> int:
    raise AssertionError("the dashboard was opened")


def started(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "briefing", *words],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )


def test_the_version_is_one_line_of_data() -> None:
    done = started("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"briefing {briefing.__version__}\n", "")


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["help"], ["show", "--help"], ["help", "new"]])
def test_help_that_was_asked_for_is_data(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(words, no_dashboard) == 0
    out, err = capsys.readouterr()
    assert "usage: briefing" in out
    assert not err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["shwo"], "briefing: there is no command or file 'shwo'; did you mean show?\nTry: briefing --help"),
        (["help", "scema"], "briefing: there is no command 'scema'; did you mean schema?\nTry: briefing --help"),
        (
            ["completion", "fsh"],
            "briefing: no completion for 'fsh', only for bash, zsh, fish; did you mean fish?\n"
            "Try: briefing completion --help",
        ),
        (["show"], "briefing: show needs a FILE\nTry: briefing show --help"),
        (["--acsii"], "briefing: there is no option --acsii; did you mean --ascii?\nTry: briefing --help"),
    ],
)
def test_a_slip_gets_status_2_and_the_word_that_was_meant(
    words: list[str], sentence: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(words, no_dashboard) == 2
    assert capsys.readouterr() == ("", f"{sentence}\n")


def test_an_escape_sequence_in_an_argument_reaches_no_terminal(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for word in ("\x1b[2J", "a\x9b31m.yaml", "\u202etxt.yaml", "a\udcff.yaml"):
        assert cli.main([word], no_dashboard) == 2
        assert cli.main(["show", "--format", word, "x"], no_dashboard) == 2
    assert not {"\x1b", "\x9b", "\u202e", "\udcff"} & set(capsys.readouterr().err)


def test_an_error_of_the_program_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(words: Sequence[str], dashboard: object) -> int:
        raise RuntimeError("a \x1b[31mcause")

    monkeypatch.setattr(cli, "main", broken)
    assert __main__.main() == 2
    err = capsys.readouterr().err
    assert "an error of the program" in err
    assert "RuntimeError: a ␛[31mcause" in err
    assert "Traceback" not in err
    monkeypatch.setenv("BRIEFING_DEBUG", "1")
    assert __main__.main() == 2
    assert "Traceback" in capsys.readouterr().err


def test_an_interrupt_is_quiet_and_status_130(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(words: Sequence[str], dashboard: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "main", interrupted)
    assert __main__.main() == 130
    assert capsys.readouterr() == ("", "")


def test_on_windows_one_sentence_says_what_to_use(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "WINDOWS", True)
    assert cli.main(["show", "x"], no_dashboard) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_reader_who_has_seen_enough_is_no_error() -> None:
    # The script closes the reading end before the program writes, and lets the program's own status through.
    script = f"{{ sleep 0.3; {sys.executable} -m briefing schema; echo $? >&2; }} | true"
    done = subprocess.run(["/bin/sh", "-c", script], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60)
    assert done.stderr == "0\n"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no device that is always full")  # noqa: PTH110
def test_a_full_disk_is_said_and_status_2() -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-m", "briefing", "schema"], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, timeout=60
        )
    assert done.returncode == 2
    assert done.stderr == b"briefing: the output can't be written: no space left on device\n"


def test_ctrl_c_ends_a_running_program_with_130_and_without_a_word() -> None:
    waits = "import sys, time; import briefing.cli.main as m; m.main = lambda *_: (print(flush=True), time.sleep(60));"
    waits += "from briefing.__main__ import main; sys.exit(main())"
    with subprocess.Popen(
        [sys.executable, "-c", waits], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, b"")
