"""What every test starts from: a known environment, and properties that fail the same way twice."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("developer", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "developer")

_OF_THE_DEVELOPER = (
    "BRIEFING_DEBUG",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLORFGBG",
    "COLORTERM",
    "COLUMNS",
    "DISPLAY",
    "EDITOR",
    "FORCE_COLOR",
    "LINES",
    "NO_COLOR",
    "PAGER",
    "SSH_CONNECTION",
    "SSH_TTY",
    "STY",
    "TERM_PROGRAM",
    "TEXTUAL",
    "TEXTUAL_THEME",
    "TMUX",
    "VISUAL",
    "WAYLAND_DISPLAY",
)


@pytest.fixture(scope="session", autouse=True)
def _a_desk_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Hides the developer's settings, state, colours and editor from the tests and from what they start."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in _OF_THE_DEVELOPER:
            patch.delenv(name, raising=False)
        for name in ("CONFIG", "STATE", "DATA", "CACHE"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        patch.setenv("TERM", "xterm-256color")
        patch.setenv("TZ", "UTC")
        yield


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
