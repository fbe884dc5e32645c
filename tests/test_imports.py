"""Who pays for what: a command loads no library that it does not use."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import briefing
from briefing.data import path

ROOT = Path(briefing.__file__).parent.parent
SAMPLE = str(path("seeds", "aleppo.yaml"))
HEAVY = {"asyncio", "argparse", "dateparser", "importlib.metadata", "rich", "textual", "urllib.request"}

SCRIPT = """\
import sys
from briefing.__main__ import main
sys.argv = ["briefing", *sys.argv[1:]]
status = main()
print(*sys.modules, sep="\\n", file=sys.stderr)
sys.exit(status)
"""

DASHBOARD = """\
import sys
from pathlib import Path
from briefing.tui.app import BriefingApp
app = BriefingApp([Path(sys.argv[1])])
def first_content():
    print(*sys.modules, sep="\\n", file=sys.__stderr__)
    app.exit(0)
app._settle = first_content
app.run(headless=True)
"""

LISTED = Path(__file__).parent / "data" / "start"
"""Our modules that are loaded until the first content, by what is started. Each costs every start from a fifth of a
millisecond on, so a new one is written down there by somebody who has asked whether it could come later."""


def loaded(*words: str, script: str = SCRIPT) -> set[str]:
    """The modules that a command line has loaded when it is done."""
    done = subprocess.run(
        [sys.executable, "-c", script, *words],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split("\n"))


@pytest.mark.parametrize(
    "words",
    [
        ["--version"],
        ["--help"],
        ["new", "-"],
        ["schema"],
        ["completion", "bash"],
        ["config"],
        ["config", "check"],
        ["keys"],
        ["show", SAMPLE],
        ["show", SAMPLE, "--format", "json"],
        [SAMPLE],
    ],
    ids=" ".join,
)
def test_a_headless_command_loads_nothing_that_draws_guesses_dates_or_talks(words: list[str]) -> None:
    assert not HEAVY & loaded(*words)


def test_the_version_is_told_without_reading_yaml_or_the_model() -> None:
    assert not {"yaml", "dataclasses", "briefing.model", "briefing.document"} & loaded("--version")


def test_finding_the_shipped_files_loads_no_resource_machinery() -> None:
    assert "importlib.resources" not in loaded("new", "-")


@pytest.mark.parametrize("what", ["show", "dashboard"])
def test_a_start_loads_those_of_our_modules_that_are_listed_and_no_other(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)
    found = loaded("show", SAMPLE) if what == "show" else loaded(SAMPLE, script=DASHBOARD)
    ours = sorted(name for name in found if name.partition(".")[0] == "briefing")
    listed = (LISTED / f"{what}.txt").read_text(encoding="ascii").split()
    assert ours == listed
