"""Checks of the commands that move through a dashboard, by their names in the table of commands."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from briefing.tui.panes import PANES
from briefing.tui.screens.dashboard import Dashboard
from tests.tui.stage import Stage

Check = Callable[[Stage, str], Awaitable[None]]
"""Presses the key on the stage, asserts what follows, and leaves the stage so that another key can be tried."""


async def _open(stage: Stage, key: str) -> None:
    await stage.press("2")
    await stage.press(key)
    assert stage.view.focus == "reader"
    assert stage.reader.item is stage.dashboard.lists["quotes"].selected.value  # type: ignore[union-attr]
    assert stage.lit()
    await stage.press("escape")


def _passage(step: int) -> Check:
    async def check(stage: Stage, key: str) -> None:
        await stage.press("1", "G", "enter")
        while len(stage.reader.passages) < 2:
            await stage.press("escape", "k", "enter")
        number = len(stage.reader.passages)
        for times in range(1, number + 1):
            await stage.press(key)
            assert stage.reader.at == times * step % number
            assert f"passage {stage.reader.at + 1} of {number}" in stage.text()
        await stage.press("escape")

    return check


async def _back(stage: Stage, key: str) -> None:
    start = stage.view.focus
    await stage.press("question_mark", key)
    assert isinstance(stage.app.screen, Dashboard)
    await stage.press("6", "enter", "z", key)
    assert (stage.view.zoomed, stage.view.focus) == (False, "reader")
    await stage.press(key)
    assert stage.view.focus == "claims"
    await stage.press(key)
    assert stage.view.at_start
    before = stage.text()
    await stage.press(key)
    assert stage.text() == before
    assert stage.app.is_running
    assert start in ("actors", "brief")


async def _turn(stage: Stage, key: str) -> None:
    await stage.press("3")
    item, first = stage.item, stage.list.window.rows[-1].value
    await stage.press(key)
    assert stage.list.window.rows[0].value is first
    assert stage.item is item
    assert stage.footer().lstrip().startswith("Oldest first")
    await stage.press(key)
    assert stage.footer().lstrip().startswith("Newest first")


def _move(start: str, expected: Callable[[int, int], int]) -> Check:
    async def check(stage: Stage, key: str) -> None:
        await stage.press("2", start)
        items = stage.list.window.items
        at = stage.list.window.ordinal(stage.list.window.cursor)
        await stage.press(key)
        assert stage.list.window.ordinal(stage.list.window.cursor) == expected(at, len(items))
        await stage.press("g", "enter", start)
        top = stage.reader.top
        await stage.press(key)
        assert (stage.reader.top > top) == (start == "g")
        assert stage.reader.top != top
        await stage.press("escape")

    return check


def _page(start: str) -> Check:
    async def check(stage: Stage, key: str) -> None:
        await stage.press("2", start)
        before = stage.list.window.cursor
        await stage.press(key)
        moved = stage.list.window.cursor - before
        assert moved > 0 if start == "g" else moved < 0
        await stage.press("g", "enter", start)
        top = stage.reader.top
        await stage.press(key)
        assert stage.reader.top > top if start == "g" else stage.reader.top < top
        await stage.press("escape")

    return check


def _pane(name: str) -> Check:
    async def check(stage: Stage, key: str) -> None:
        await stage.press("3", key)
        assert stage.view.focus == name
        assert stage.dashboard.focused is stage.list
        titles = [line for line in stage.lines() if "━" in line]
        assert len(titles) == 1
        assert PANES[name].title in titles[0] or stage.view.mode == "tabs"
        await stage.press("escape")

    return check


def _round(step: int) -> Check:
    async def check(stage: Stage, key: str) -> None:
        order = ["actors", "quotes", "timeline", "questions"]
        if stage.view.mode == "tabs":
            order.insert(0, "brief")
        await stage.press("1")
        for times in range(1, len(order) + 1):
            await stage.press(key)
            assert stage.view.focus == order[(order.index("actors") + times * step) % len(order)]

    return check


def _across(step: int) -> Check:
    async def check(stage: Stage, key: str) -> None:
        if stage.view.mode != "wide":
            await _round(step)(stage, key)
            return
        await stage.press("1" if step == 1 else "2", key)
        assert stage.view.focus == ("quotes" if step == 1 else "actors")
        await stage.press("3" if step == 1 else "4", key)
        assert stage.view.focus == ("questions" if step == 1 else "timeline")
        await stage.press("6")
        if step == -1:
            await stage.press(key)
            assert stage.view.focus in ("timeline", "questions")
        await stage.press("escape")

    return check


async def _zoom(stage: Stage, key: str) -> None:
    await stage.press("2", key)
    plan = stage.dashboard.plan
    assert plan is not None
    assert set(plan.boxes) == {"header", "footer", "quotes"}
    assert plan.boxes["quotes"].width == stage.app.size.width - 2
    await stage.press(key)
    assert not stage.view.zoomed


async def _hide(stage: Stage, key: str) -> None:
    await stage.press("3", key)
    assert stage.view.hidden == {"timeline"}
    assert "Timeline hidden; 3 shows it again" in stage.footer()
    assert stage.dashboard.lists["timeline"] not in stage.dashboard.shown
    assert stage.view.focus == "questions"
    await stage.press("3")
    assert not stage.view.hidden
    assert stage.dashboard.lists["timeline"] in stage.dashboard.shown


async def _help(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert stage.keys.panel.here
    assert "Keys" in stage.text()
    await stage.press("escape")


CHECKS: dict[str, Check] = {
    "open": _open,
    "passage.next": _passage(1),
    "passage.previous": _passage(-1),
    "back": _back,
    "timeline.turn": _turn,
    "move.down": _move("g", lambda at, many: at + 1),
    "move.up": _move("G", lambda at, many: at - 1),
    "move.first": _move("G", lambda at, many: 0),
    "move.last": _move("g", lambda at, many: many - 1),
    "page.down": _page("g"),
    "page.up": _page("G"),
    "pane.next": _round(1),
    "pane.previous": _round(-1),
    "pane.left": _across(-1),
    "pane.right": _across(1),
    **{f"pane.{pane.sign}": _pane(pane.id) for pane in PANES.values() if pane.sign.isdigit()},
    "problems": _pane("problems"),
    "zoom": _zoom,
    "hide": _hide,
    "help": _help,
}
