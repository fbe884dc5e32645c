"""The one door to the terminal: stdout is data, stderr is narration, and nothing passes uncleaned.

Whatever is written goes through `briefing.text.clean`, so that no escape sequence of a file, a file name or an
argument reaches a terminal, be it straight or through a pipe.
"""

from __future__ import annotations

import os
import sys
from typing import TextIO

from briefing.text import clean

FINE = 0
FINDINGS = 1
"""The file has errors; what could be read was written."""
REFUSED = 2
"""The command was not understood, or its input could not be read."""
INTERRUPTED = 130


class OutputError(Exception):
    """The data could not be written, as on a full disk. A reader who closes the pipe early is no error."""


def data(text: str) -> None:
    """Writes `text` to stdout, with a line feed at its end when it has none. Raises `OutputError`."""
    _write(sys.stdout, clean(text if text.endswith("\n") else text + "\n"))


def document(text: str) -> None:
    """Writes the text of a file to stdout, with its own line ends, LF or CRLF, and none at its end when it has none
    there. Raises `OutputError`."""
    _write(sys.stdout, "\r\n".join(map(clean, text.split("\r\n"))))


def say(text: str) -> None:
    """Writes a remark for a person to stderr. When that is impossible nobody is there to be told."""
    try:
        _write(sys.stderr, clean(text if text.endswith("\n") else text + "\n"))
    except OutputError:
        return


def refuse(sentence: str) -> int:
    """Says why the command can't be carried out and returns the exit status for it."""
    say(f"briefing: {sentence}")
    return REFUSED


def misused(sentence: str, command: str = "") -> int:
    """Says what is wrong with what was typed for `command`, and who explains it; returns the exit status for it."""
    called = f"briefing {command}".strip()
    return refuse(f"{sentence}\nTry: {called} --help")


def finish() -> None:
    """Writes out what is buffered for stdout. Raises `OutputError`."""
    _write(sys.stdout, "")


def reason(error: OSError) -> str:
    """Returns what the system says about a failed operation, without number and path: `no space left on device`."""
    words = error.strerror or type(error).__name__
    return words[:1].lower() + words[1:]


def _write(stream: TextIO | None, shown: str) -> None:
    if stream is None:
        if shown and stream is sys.stdout:
            raise OutputError("stdout is closed")
        return
    try:
        stream.write(_encodable(shown, stream.encoding or "utf-8"))
        stream.flush()
    except BrokenPipeError:
        _discard(stream)
    except OSError as error:
        _discard(stream)
        raise OutputError(f"the output can't be written: {reason(error)}") from error


def _encodable(text: str, encoding: str) -> str:
    """Returns `text` as the stream can take it: where its encoding lacks a character, what stands for it in ASCII."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        from briefing.cli.ascii import plain

        return plain(text, encoding)
    return text


def _discard(stream: TextIO) -> None:
    """Leads the rest of `stream` nowhere, so that its buffer can't fail a second time when the program ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
