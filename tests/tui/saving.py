"""Changes the file under the dashboard as another program would, and waits until the screen has followed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from briefing.document.load import load
from tests.tui.stage import Stage

_BREATH, _PATIENCE = 0.005, 2_000
"""Seconds between two looks, and how many looks are had at most."""


async def until(stage: Stage, happened: Callable[[], object]) -> None:
    """Waits until something is so. Raises `AssertionError` when it is not after ten seconds."""
    for _ in range(_PATIENCE):
        if happened():
            await stage.turn()
            return
        await asyncio.sleep(_BREATH)
    raise AssertionError("it did not happen")


async def watched(stage: Stage) -> None:
    """Waits until the file has been looked at and it is known what was read of it."""

    def looked_at() -> bool:
        watching = stage.dashboard._watching
        return watching is not None and watching._watch._taken is not None

    await until(stage, lambda: stage.dashboard.reading is not None and looked_at())


def changed(text: str, *changes: tuple[str, str]) -> str:
    """Returns a text with words replaced, each once. Raises `AssertionError` when they are not in it."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


async def save(stage: Stage, text: str) -> None:
    """Saves a text to the file of the dashboard and waits until it is shown."""
    dashboard = stage.dashboard
    await watched(stage)
    dashboard.desk.path.write_text(text, encoding="utf-8")
    await until(stage, lambda: dashboard.desk.raw == text and dashboard.broken is None)


async def come_in(stage: Stage, *changes: tuple[str, str]) -> None:
    """Has the dashboard show another text than the file has, as if another program had saved it. The file stays."""
    dashboard = stage.dashboard
    await watched(stage)
    raw = changed(dashboard.desk.raw, *changes)
    dashboard.reload_now(load(raw, str(dashboard.desk.path)), raw, own=False)
    await stage.turn()
