"""Checks of the commands that reach beyond a dashboard: clipboard, browser, mouse, shell, themes, other briefings."""

from __future__ import annotations

import re

from tests.tui.screens.checks_of_moving import Check
from tests.tui.stage import EVERYTHING, SAMPLE, Stage, staged


async def _hand_out(stage: Stage, key: str) -> None:
    await stage.press("2", key)
    await stage.settle()
    assert "(OSC 52; your terminal may refuse it)" in stage.footer()


async def _address(stage: Stage, key: str) -> None:
    await stage.press("2", key)
    assert stage.footer().strip().startswith(("No address: ", "Opened "))


async def _edit(stage: Stage, key: str) -> None:
    await stage.press("2", "j", key)
    await stage.settle()
    assert re.match(r" No editor; set \$EDITOR: aleppo\.yaml:\d+:\d+", stage.footer())


async def _mouse(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert "mouse" in stage.footer()


def _leaf(step: int) -> Check:
    async def check(stage: Stage, key: str) -> None:
        files = (EVERYTHING, SAMPLE)
        async with staged(*files, size=stage.app.size) as library:
            await library.press("g" if step == 1 else "G", "enter")
            first = library.dashboard.desk.path
            await library.press(key)
            assert {first, library.dashboard.desk.path} == set(files)

    return check


async def _filter(stage: Stage, key: str) -> None:
    async with staged(EVERYTHING, SAMPLE, size=stage.app.size) as library:
        await library.press(key, *"aleppo", "enter")
        assert [row.value.path for row in library.library.list.window.rows] == [SAMPLE]


async def _sort(stage: Stage, key: str) -> None:
    async with staged(EVERYTHING, SAMPLE, size=stage.app.size) as library:
        assert "By as-of date" in library.text()
        await library.press(key)
        assert "By title" in library.text()


async def _open_briefing(stage: Stage, key: str) -> None:
    async with staged(EVERYTHING, SAMPLE, size=stage.app.size) as library:
        await library.press("G", key)
        assert library.dashboard.desk.path in (EVERYTHING, SAMPLE)


async def _theme(stage: Stage, key: str) -> None:
    before, ground = stage.app.wardrobe.theme.name, stage.strips()[0]
    await stage.press(key)
    assert stage.app.wardrobe.theme.name != before
    assert stage.strips()[0] != ground


async def _suspend(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert stage.app.return_value is None


async def _leave(stage: Stage, key: str) -> None:
    async with staged(size=stage.app.size) as other:
        await other.press(key)
        assert other.app.return_value == (130 if key == "ctrl+c" else 0)


CHECKS: dict[str, Check] = {
    "open.briefing": _open_briefing,
    "copy": _hand_out,
    "copy.words": _hand_out,
    "address": _address,
    "edit": _edit,
    "edit.section": _edit,
    "mouse": _mouse,
    "briefing.next": _leaf(1),
    "briefing.previous": _leaf(-1),
    "library.filter": _filter,
    "library.sort": _sort,
    "theme.next": _theme,
    "suspend": _suspend,
    "interrupt": _leave,
    "quit": _leave,
}
