"""Each test has settings and a memory of its own, and no time to wait for."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _nothing_remembered(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Gives what is remembered between two sessions, such as theme and selection, a new empty folder."""
    home = tmp_path_factory.mktemp("memory")
    for name in ("CONFIG", "STATE", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.setenv("COLORTERM", "truecolor")
    return home


@pytest.fixture(autouse=True)
def _checked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets the check of the sources and the watch of the file, which give way to the first keys of a reader, begin as
    soon as they can."""
    monkeypatch.setattr("briefing.tui.screens.desktop._VERIFY_AFTER", 0.001)
    monkeypatch.setattr("briefing.tui.screens.living._WATCH_AFTER", 0.001)


@pytest.fixture(autouse=True)
def _nothing_read_by_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets a slow machine tick off nothing: what rests under the selection is read only where a test says so."""
    monkeypatch.setattr("briefing.tui.screens.catching_up._MOMENT", 1e9)
