"""Whatever is wrong with a file, one message of `briefing show` says what, where, and what to write instead."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import briefing

ROOT = Path(briefing.__file__).parent.parent
MEBIBYTE = 1024 * 1024
T = "title: A briefing\n"
Q = "questions:\n  - open: Is it so?\n"


class Bad(NamedTuple):
    """What is on the disk as `x.yaml` (a text, bytes, or a function that makes it), the exit status, and how what is
    said about it begins and ends. `shown` is what is printed of the file all the same."""

    what: str
    made: str | bytes | Callable[[Path], object]
    status: int
    said: str
    fix: str
    shown: str = ""


def _with_source(named: str) -> str:
    return f"{T}sources:\n  s: {named}\n{Q}"


def _outside(folder: Path) -> None:
    (folder.parent / "secret.txt").write_text("secret\n")
    (folder / "link.txt").symlink_to(folder.parent / "secret.txt")
    (folder / "x.yaml").write_text(_with_source("link.txt"))


def _pipe_for_a_source(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "x.yaml").write_text(_with_source("pipe.txt"))


def _short_source(folder: Path) -> None:
    (folder / "s.txt").write_text("One.\n\nTwo.\n")
    (folder / "x.yaml").write_text(f"{_with_source('s.txt')}    src: s#3\n")


ASKED = "- Open: Is it so?"
CASES = (
    Bad("no such file", lambda _: None, 2, "briefing: there is no file x.yaml", "briefing new starts one"),
    Bad("a neighbour was meant", lambda f: (f / "xx.yaml").write_text(T), 2, "briefing: there is no file x.yaml",
        "did you mean xx.yaml?"),
    Bad("folder", lambda f: (f / "x.yaml").mkdir(), 2, "x.yaml:1:1: error is-a-folder this is a folder, not a briefing",
        "give the .yaml file in it"),
    Bad("binary", b"\x89PNG\r\n\x1a\n\x00\xff", 2, "x.yaml:1:1: error not-utf-8 this is a binary file, not text",
        "check the name"),
    Bad("UTF-16", f"{T}{Q}".encode("utf-16"), 2, "x.yaml:1:1: error utf-16 the file is UTF-16, not UTF-8",
        "save it as UTF-8 in your editor"),
    Bad("UTF-16 without a mark", f"{T}{Q}".encode("utf-16-le"), 2, "x.yaml:1:1: error utf-16 ",
        "save it as UTF-8 in your editor"),
    Bad("Latin-1", "title: A café\n".encode("latin-1"), 2, "x.yaml:1:13: error not-utf-8 the byte E9 is not UTF-8",
        "save it as UTF-8 in your editor"),
    Bad("empty", "", 2, "x.yaml:1:1: error empty the file is empty", "or use briefing new"),
    Bad("only comments", "# later\n", 2, "x.yaml:1:1: error empty there are only comments", "or use briefing new"),
    Bad("a list", "- a\n- b\n", 2, "x.yaml:1:1: error not-a-briefing ", "or use briefing new"),
    Bad("a sentence", "Rebels took Aleppo.\n", 2, "x.yaml:1:1: error not-a-briefing ",
        "briefing derive makes a briefing from an article"),
    Bad("no title", Q, 1,
        "x.yaml:1:1: error title-missing a briefing needs a title", "begin the file with title: …", ASKED),
    Bad("source text missing", _with_source("gone.txt"), 1,
        "x.yaml:3:3: error source-text-missing gone.txt is not there", "put the text there, or correct the path",
        ASKED),
    Bad("anchor out of range", _short_source, 1, "x.yaml:6:10: error anchor-range s has 2 paragraphs; #3 is not there",
        "cite a paragraph from 1 to 2", ASKED),
    Bad("unknown slug", f"{T}actors: {{khalifa: K}}\nquotes:\n  - kalifa: They left\n", 1,
        "x.yaml:4:5: error slug-unknown no actor is called “kalifa”", "write khalifa", "- kalifa: “They left”"),
    Bad("unknown slug, none near", f"{T}quotes:\n  - khalifa: They left\n", 1, "x.yaml:3:5: error slug-unknown ",
        "add khalifa under actors", "- khalifa: “They left”"),
    Bad("impossible day", f"{T}timeline:\n  - 2024-02-30: Never\n", 1,
        "x.yaml:3:5: error date-invalid February 2024 has 29 days",
        "write the right date, or 2024-02 until it is known", "Never"),
    Bad("impossible month", f"{T}timeline:\n  - 2024-13-01: Never\n", 1,
        "x.yaml:3:5: error date-invalid there is no month 13", "write 2024-01-13", "Never"),
    Bad("impossible hour", f"{T}timeline:\n  - 2024-11-30T25:00: Never\n", 1,
        "x.yaml:3:5: error date-invalid there is no time 25:00",
        "write the right date, or 2024-11-30 until it is known", "Never"),
    Bad("relative date", f"{T}timeline:\n  - last week: Rain\n", 1,
        "x.yaml:3:5: error date-invalid “last week” depends on",
        "write a date such as 2024-11-30, or less exactly 2024-11 or 2024", "Rain"),
    Bad("duplicate key", f"{T}title: Another\n{Q}", 1,
        "x.yaml:2:1: error field-repeated “title” stands on line 1 already",
        "keep one of the two", ASKED),
    Bad("duplicate slug", f"{T}actors:\n  a: A\n  a: B\n", 1,
        "x.yaml:4:3: error slug-repeated “a” stands on line 3 already", "write a-2, or join the two", "- A"),
    Bad("alias", f"{T}why: *t\n{Q}", 1, "x.yaml:2:6: error alias *t repeats a value",
        'write the value itself, or "*t" if it is text', ASKED),
    Bad("tab", f"{T}questions:\n\t- open: Is it so?\n", 0, "x.yaml:3:2: warning repaired-tab a tab indents this line",
        "indent it by 2 blanks", ASKED),
    Bad("conflict markers", f"{T}<<<<<<< HEAD\n=======\n>>>>>>> theirs\n{Q}", 1,
        "x.yaml:2:1: error conflict-marker two versions of this passage stand here",
        "keep one of them, and take out the other and the markers", ASKED),
    Bad("9 MiB", b"a" * 9 * MEBIBYTE, 2, "x.yaml:1:1: error too-large the file is larger than 8 MiB",
        "split the story into several files, or check the name"),
    Bad("depth 100,000", f"{T}{Q}notes: {'[' * 100_000}\n", 1,
        "x.yaml:4:72: error too-deep lists and maps stand in each other more than 64 deep",
        "take the brackets out, or quote the text that they belong to", ASKED),
    Bad("absolute source", _with_source("/etc/passwd"), 1,
        "x.yaml:3:3: error source-outside /etc/passwd is no path inside the briefing's folder",
        "copy the text into the briefing's folder and write the path from there", ASKED),
    Bad("source above", _with_source("../secret.txt"), 1,
        "x.yaml:3:3: error source-outside ../secret.txt leads out of the briefing's folder",
        "copy the text into the briefing's folder and write the path from there", ASKED),
    Bad("source behind a link", _outside, 1, "x.yaml:3:3: error source-outside link.txt leads out of",
        "copy the text into the briefing's folder and write the path from there", ASKED),
    Bad("source is a pipe", _pipe_for_a_source, 1, "x.yaml:3:3: error source-unreadable pipe.txt is no ordinary file",
        "name a text file", ASKED),
    Bad("source is a device", _with_source("/dev/zero"), 1, "x.yaml:3:3: error source-outside /dev/zero ",
        "copy the text into the briefing's folder and write the path from there", ASKED),
    Bad("FIFO", lambda f: os.mkfifo(f / "x.yaml"), 2, "x.yaml:1:1: error not-a-file this is a pipe, not a file",
        "save what it gives to a file first"),
    Bad("device", lambda f: (f / "x.yaml").symlink_to("/dev/zero"), 2,
        "x.yaml:1:1: error not-a-file this is a device, not a file", "save what it gives to a file first"),
    Bad("field first", f"{T}timeline:\n  - note: n\n    2024: Rain\n", 1,
        "x.yaml:3:5: error head-first “note” is a field; the head comes first (a date)",
        "begin the event with - 2024: Rain", "- 2024: Rain"),
    Bad("bare string", f"{T}timeline:\n  - Rain fell\n", 1,
        "x.yaml:3:5: error head-missing this event has no head (a date)", "write it as - 2024-11-27: Rain fell",
        "Rain fell"),
    Bad("missing space", f"{T}timeline:\n  - 2024:Rain\n", 0,
        "x.yaml:3:9: warning repaired-space the blank after “2024:” is missing", "write - 2024: Rain", "- 2024: Rain"),
    Bad("list as key", f"{T}timeline:\n  - [2023, 2024]: Rain\n", 1,
        "x.yaml:3:5: error head-shape YAML reads this head as a list or a map", 'write "[2023, 2024]"',
        "- 2023 or 2024: Rain"),
    Bad("map as text", f"{T}timeline:\n  - 2024: {{ a: b }}\n", 0,
        "x.yaml:3:11: warning repaired-quotes YAML reads this text as a map", 'write "{ a: b }"', "- 2024: { a: b }"),
    Bad("map as text on further lines", f"{T}timeline:\n  - 2024:\n      a: b\n      c: d\n", 1,
        "x.yaml:4:7: error text-shape this is a map where text is wanted; its source is shown",
        "write the text on one line, or below a |", "- 2024: a: b"),
    Bad("empty text", f"{T}timeline:\n  - 2024:\n", 1, "x.yaml:3:5: error text-empty nothing stands behind “2024:”",
        "write what happened there", "- 2024:"),
    Bad("anchor with a blank", f"{_with_source('A title')}    src: s #1\n", 1,
        "x.yaml:6:10: error anchor-syntax “s #1” is no anchor", "write s#1", ASKED),
    Bad("a source that nobody knows", f"{_with_source('A title')}    sorce: s\n", 0,
        "x.yaml:6:5: warning field-unknown no field of question is called “sorce”", "write src", ASKED),
    Bad("Windows", f"\ufeff{T}{Q}".replace("\n", "\r\n"), 0, "x.yaml:1:1: warning byte-order-mark ",
        "save it as UTF-8 without BOM", ASKED),
    Bad("line ends of Windows", f"{T}{Q}".replace("\n", "\r\n"), 0, "x.yaml:1:18: warning line-ends ",
        "save the file with the line ends of Unix (LF)", ASKED),
)  # fmt: skip


def made(case: Bad, folder: Path) -> None:
    if isinstance(case.made, bytes):
        (folder / "x.yaml").write_bytes(case.made)
    elif isinstance(case.made, str):
        (folder / "x.yaml").write_bytes(case.made.encode())
    else:
        case.made(folder)


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "briefing", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=20,
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.what)
def test_it_is_said_where_it_stands_and_what_to_write_instead(case: Bad, tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    folder.mkdir()
    made(case, folder)
    done = run(folder, "show", "x.yaml")
    first = next(iter(done.stderr.splitlines()))
    assert first.startswith(case.said)
    fixes = [line for line in done.stderr.splitlines() if line.startswith("  fix: ")] or [first]
    assert fixes[0].endswith(case.fix)
    assert len(fixes) == (2 if case.what == "Windows" else 1)
    assert done.returncode == case.status
    assert (case.shown in done.stdout) if case.shown else not done.stdout
    assert "secret" not in done.stdout.replace("secret.txt", "")


def test_a_folder_without_briefings_is_said(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("some: settings\n")
    done = run(tmp_path, ".")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "briefing: no briefing in .: a briefing is a .yaml file with a title and a section; briefing new starts one\n"
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(T)
    (tmp_path / "x.yaml").chmod(0)
    done = run(tmp_path, "show", "x.yaml")
    assert done.returncode == 2
    assert done.stderr.startswith("x.yaml:1:1: error no-permission you may not read this file")
