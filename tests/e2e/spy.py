"""A program that stands for an editor: it writes down how it was called and what its terminal was like.

`$SPY` is the file that it writes to, a line of JSON a call; `$SPY_DO` what it does then, words in order: `add` a line
to the end of the file, `insert` one at its beginning, `break` it, `wait` until `$SPY.go` is there, `mess` with the
terminal, `stop` itself, `fail`, `die`.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_SOURCE = r"""#!@PYTHON@ -SEsB
import json, os, signal, sys, termios, time

def wait():
    end = time.monotonic() + 60
    while not os.path.exists(os.environ["SPY"] + ".go") and time.monotonic() < end:
        time.sleep(0.01)

note = {"argv": sys.argv, "pid": os.getpid(), "terminals": [number for number in (0, 1, 2) if os.isatty(number)]}
if os.isatty(0):
    flags = termios.tcgetattr(0)[3]
    note["cooked"] = bool(flags & termios.ECHO and flags & termios.ICANON and flags & termios.ISIG)
    note["size"] = list(os.get_terminal_size(0))
with open(os.environ["SPY"], "a", encoding="utf-8", errors="surrogateescape") as file:
    file.write(json.dumps(note) + "\n")
for word in os.environ.get("SPY_DO", "").split():
    if word == "add":
        with open(sys.argv[-1], "a", encoding="utf-8") as file:
            file.write("x-added: by the editor\n")
    elif word == "insert":
        with open(sys.argv[-1], encoding="utf-8") as file:
            lines = file.readlines()
        with open(sys.argv[-1], "w", encoding="utf-8") as file:
            file.writelines(["# one more line\n", *lines])
    elif word == "break":
        with open(sys.argv[-1], "a", encoding="utf-8") as file:
            file.write("questions: [\n  {\n" * 3 + ": }" * 9 + "\n" + "- }: {\n" * 9)
    elif word == "wait":
        print("the spy waits", flush=True)
        wait()
    elif word == "mess":
        attributes = termios.tcgetattr(0)
        attributes[3] = 0
        termios.tcsetattr(0, termios.TCSANOW, attributes)
        sys.stdout.write("\x1b[?1049h\x1b[?1002h\x1b[?1006h\x1b[?2004h\x1b[?25l\x1b[31m\x1b[2;5r")
        sys.stdout.flush()
    elif word == "stop":
        os.kill(os.getpid(), signal.SIGSTOP)
    elif word == "fail":
        sys.exit(3)
    elif word == "die":
        os.kill(os.getpid(), signal.SIGKILL)
"""


class Spy:
    """The program under the `names` of editors, in a folder of its own, and what it has written down."""

    def __init__(self, folder: Path, *names: str) -> None:
        self.bin = folder / "bin"
        self.log = folder / "spy.log"
        self.bin.mkdir(exist_ok=True)
        for name in names:
            file = self.bin / name
            file.write_text(_SOURCE.replace("@PYTHON@", sys.executable), encoding="utf-8")
            file.chmod(file.stat().st_mode | stat.S_IXUSR)

    def env(self, editor: str, do: str = "", **more: str) -> Mapping[str, str]:
        """Returns what the environment needs for `editor` to be found, and to do something."""
        path = f"{self.bin}:{os.environ.get('PATH', os.defpath)}"
        return {"PATH": path, "EDITOR": editor, "SPY": str(self.log), "SPY_DO": do, **more}

    def notes(self) -> list[dict[str, Any]]:
        """Returns what was written down, a call an entry."""
        if not self.log.exists():
            return []
        return [json.loads(line) for line in self.log.read_text(encoding="utf-8").splitlines()]

    def go(self) -> None:
        """Lets one that waits go on."""
        Path(f"{self.log}.go").touch()

    def halt(self) -> None:
        """Lets the next one wait again."""
        Path(f"{self.log}.go").unlink()
