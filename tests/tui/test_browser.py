"""The browser is asked only where there is a screen for it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from briefing.tui.browser import opener, start


def having(*names: str) -> dict[str, str]:
    return {name: f"/usr/bin/{name}" for name in names}


@pytest.mark.parametrize(
    ("environ", "platform", "installed", "expected"),
    [
        ({"DISPLAY": ":0"}, "linux", ["xdg-open", "gio"], ["/usr/bin/xdg-open"]),
        ({"WAYLAND_DISPLAY": "w"}, "linux", ["gio"], ["/usr/bin/gio", "open"]),
        ({"DISPLAY": ":0"}, "linux", [], None),
        ({"DISPLAY": ":0"}, "linux", ["lynx", "w3m"], None),
        ({}, "linux", ["xdg-open"], None),
        ({"DISPLAY": ":0", "SSH_CONNECTION": "a"}, "linux", ["xdg-open"], None),
        ({"BROWSER": "sh -c", "DISPLAY": ":0"}, "linux", ["xdg-open"], ["/usr/bin/xdg-open"]),
        ({}, "darwin", ["open"], ["/usr/bin/open"]),
        ({"SSH_TTY": "/dev/tty1"}, "darwin", ["open"], None),
    ],
    ids=str,
)
def test_the_desktop_opens_addresses_but_not_over_ssh(
    environ: dict[str, str], platform: str, installed: list[str], expected: list[str] | None
) -> None:
    assert opener(environ, platform, having(*installed).get) == expected


def test_the_address_is_one_argument_and_no_shell_reads_it(tmp_path: Path) -> None:
    target = tmp_path / "asked"
    script = f"import sys; open({str(target)!r}, 'w').write(repr(sys.argv[1:]))"
    address = "https://example.com/$(id);id&id"
    assert start([sys.executable, "-c", script, address])
    assert target.read_text() == repr([address])


@pytest.mark.parametrize("argv", [["/nowhere/xdg-open", "x"], [sys.executable, "-c", "raise SystemExit(3)"]])
def test_an_opener_that_fails_says_so(argv: list[str]) -> None:
    assert not start(argv)


def test_a_browser_that_stays_open_is_not_waited_for() -> None:
    assert start([sys.executable, "-c", "import time; time.sleep(3)"])
