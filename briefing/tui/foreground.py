"""A program that gets the terminal for a while: started, waited for, and the terminal taken back whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple

_KEYS = (signal.SIGINT, signal.SIGQUIT)
"""What the keyboard sends to both of us and is meant for the other one."""
_ENDS = (signal.SIGTERM, signal.SIGHUP)
"""What is meant for us, and waits until we have the terminal again."""

_MODES = (
    "\x1b[0m\x1b[?1l\x1b>\x1b[?7h\x1b[?25h\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1005l\x1b[?1006l\x1b[?1015l"
    "\x1b[?1004l\x1b[?2004l"
)
"""Colours, cursor keys, keypad, wrapping, cursor, mouse, focus and paste as they are in a shell (xterm's control
sequences). None of them moves the cursor or clears anything."""
_AFTER_A_KILL = "\x1b[>4m\x1b[<u\x1b[!p\x1b[?1049l"
"""What a program that was killed may have left besides: keys reported in other ways, a scrolling region, the other
screen."""


class Ended(NamedTuple):
    """How a program ended. `words` go on a sentence that begins with its name, and are empty when all went well."""

    words: str = ""
    started: bool = True


def run(argv: list[str]) -> Ended:
    """Runs a program in the terminal of standard input and returns how it ended. Blocks until then.

    While it runs, the interrupt and quit keys are its own; a request to end that comes meanwhile holds afterwards. A
    program that is stopped (ctrl+z) stops us with it, so that the shell has the terminal, and goes on with us.
    """
    with _signals(), _whole() as died:
        try:
            process = subprocess.Popen(argv)
        except OSError as error:
            return Ended(f"could not be started ({error.strerror or error})", started=False)
        code = process.returncode = _wait(process.pid)
        if code < 0:
            died.append(code)
    if code < 0:
        return Ended(f"was ended by {_name(-code)}")
    return Ended(f"ended with status {code}" if code else "")


def _wait(pid: int) -> int:
    """Waits for a child; returns its exit status, negative for a signal."""
    while True:
        _, status = os.waitpid(pid, os.WUNTRACED | os.WCONTINUED)
        if os.WIFSTOPPED(status):
            # A key stops both of us at once, and we are started both before we come here. A program that stops only
            # itself would leave the terminal to nobody.
            found, status = os.waitpid(pid, os.WNOHANG | os.WUNTRACED | os.WCONTINUED)
            if not found:
                _stop()
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGCONT)
                continue
        if os.WIFEXITED(status) or os.WIFSIGNALED(status):
            return os.waitstatus_to_exitcode(status)


def _stop() -> None:
    """Stops our whole job, so that the shell has the terminal; where no shell could start it again nothing stops."""
    if os.getsid(0) != os.getpgrp():
        os.kill(0, signal.SIGSTOP)


def _name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


@contextmanager
def _signals() -> Iterator[None]:
    """Hands the keyboard's signals to the program, and keeps what would end us until it has ended.

    Handlers that do nothing, not ignored signals: those would be ignored by the program as well.
    """
    came: list[int] = []
    wakeup = signal.set_wakeup_fd(-1)
    before: dict[signal.Signals, Any] = {number: signal.getsignal(number) for number in (*_KEYS, *_ENDS)}
    for number in _KEYS:
        signal.signal(number, lambda *_: None)
    for number in _ENDS:
        signal.signal(number, lambda got, _: came.append(got))
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(wakeup)
        for got in came[:1]:
            signal.raise_signal(got)


@contextmanager
def _whole() -> Iterator[list[int]]:
    """Gives the terminal its modes back; those that a killed program leaves as well, when something is put into the
    list."""
    died: list[int] = []
    keyboard = _descriptor(sys.__stdin__)
    before = None
    if keyboard is not None:
        with suppress(termios.error):
            before = termios.tcgetattr(keyboard)
    try:
        yield died
    finally:
        if keyboard is not None and before is not None:
            with suppress(termios.error, OSError):
                os.set_blocking(keyboard, True)
                termios.tcsetattr(keyboard, termios.TCSANOW, before)
            _write(_MODES + (_AFTER_A_KILL if died else ""))


def _descriptor(stream: Any) -> int | None:
    try:
        number: int = stream.fileno()
    except (AttributeError, OSError, ValueError):
        return None
    return number


def _write(sequences: str) -> None:
    """Writes to the terminal where textual does."""
    screen = sys.__stderr__
    if screen is not None and screen.isatty():
        with suppress(OSError):
            screen.write(sequences)
            screen.flush()
