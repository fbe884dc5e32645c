"""Briefings to be changed: each test has a copy of its own."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from difflib import ndiff
from pathlib import Path

from textual.events import Paste

from briefing.tui.screens.filling import Filling
from tests.tui.stage import SAMPLE, WIDE, Stage, staged

DRAFTS = """\
title: Dockers walk out
as_of: 2024-11-30
sources:
  wire: wire.txt
actors:
  vries: Anna de Vries (speaker of the crews)
  de-vries: { name: A. de Vries, kind: person }
timeline:
  - 2024-11-28: Crews leave their posts   # seen by nobody else
    src: wire#3
    draft: true
  - 2024-11-29: Crews come back
    draft: true
quotes:
  # her first words
  - vries: We stop at midnight
    src: wire#2
    draft: true
  - vries: We go on
    key: true
  - de-vries: Nobody came
    draft: true
questions:
  - open: What now?
    due: 2024-12-01
"""
WIRE = "Dockers walk out\n\n“We stop at midnight,” said Anna de Vries. “We go on until we win.”\n\nNobody came.\n"


def copied(path: Path, folder: Path) -> Path:
    """Returns a copy of a briefing, with the texts beside it, in a folder."""
    for file in (path, *path.parent.glob("*.txt")):
        shutil.copy(file, folder / file.name)
    return folder / path.name


def sample(folder: Path) -> Path:
    """Returns a copy of the sample, with its source."""
    return copied(SAMPLE, folder)


def drafts(folder: Path, text: str = DRAFTS) -> Path:
    """Returns a small briefing with drafts, and its source."""
    (folder / "wire.txt").write_text(WIRE, encoding="utf-8", newline="")
    path = folder / "strike.yaml"
    path.write_text(text, encoding="utf-8", newline="")
    return path


def typed(text: str) -> list[str]:
    """Returns the keys that type a text."""
    return ["space" if letter == " " else letter for letter in text]


class Desk:
    """A stage with a file that is changed: `before` is its text at the start."""

    def __init__(self, stage: Stage, path: Path) -> None:
        self.stage = stage
        self.path = path
        self.before = self.text

    @property
    def text(self) -> str:
        """The file as it is now."""
        return self.path.read_bytes().decode()

    async def do(self, *keys: str) -> None:
        """Presses keys, typing what begins with `=`, and waits until what they change is saved and shown."""
        for key in keys:
            await self.stage.press(*(typed(key[1:]) if key.startswith("=") and len(key) > 1 else [key]))
        await self.done()

    async def done(self) -> None:
        """Waits until everything that keys have led to is saved and shown."""
        while True:
            await self.stage.app.workers.wait_for_complete()
            await self.stage.turn()
            changer = self.stage.dashboard._changer
            if changer is None or not changer.busy:
                return

    def paste(self, words: str) -> None:
        """Pastes words into the form that is open."""
        screen = self.stage.app.screen
        assert isinstance(screen, Filling)
        screen.on_paste(Paste(words))

    def diff(self, before: str | None = None) -> list[str]:
        """Returns the lines that went (`- `) and came (`+ `)."""
        old = (self.before if before is None else before).splitlines()
        return [line for line in ndiff(old, self.text.splitlines()) if line[0] in "+-"]


@asynccontextmanager
async def changing(path: Path, size: tuple[int, int] = WIDE, state: Path | None = None) -> AsyncIterator[Desk]:
    """Opens a file to be changed."""
    async with staged(path, size=size, state=state) as stage:
        yield Desk(stage, path)
