"""Checks of the commands that change the file: each does what it says, and one undo brings back every byte."""

from __future__ import annotations

from tests.tui.changing.desks import Desk
from tests.tui.screens.checks_of_moving import Check
from tests.tui.stage import Stage


def _changes(before: tuple[str, ...], after: tuple[str, ...], came: str) -> Check:
    """A check that the command, pressed between two runs of keys, brings `came` into the file."""

    async def check(stage: Stage, key: str) -> None:
        desk = Desk(stage, stage.dashboard.desk.path)
        await desk.do(*before, key, *after)
        assert came in "\n".join(desk.diff())
        await desk.do("u")
        assert desk.text == desk.before

    return check


def _settles(kind: str, *, every: bool) -> Check:
    """A check on two questions that are made drafts first."""

    async def check(stage: Stage, key: str) -> None:
        desk = Desk(stage, stage.dashboard.desk.path)
        for _ in range(2):
            await desk.do("4", "g", *["j"] * _, "x", "=draft", "enter", "=true", "enter")
        drafted = desk.text
        assert drafted.count("draft: true") == 2
        await desk.do("g", key, *(["enter"] if every else []))
        assert desk.text.count("draft: true") == (0 if every else 1)
        gone = len(drafted.splitlines()) - len(desk.text.splitlines())
        assert gone == (2 if every else 1) if kind == "accept" else gone > 2
        await desk.do("u")
        assert desk.text == drafted
        await desk.do("u", "u")
        assert desk.text == desk.before

    return check


async def _undo(stage: Stage, key: str) -> None:
    desk = Desk(stage, stage.dashboard.desk.path)
    await desk.do("2", "g", "asterisk")
    assert desk.text != desk.before
    await desk.do(key)
    assert desk.text == desk.before


async def _redo(stage: Stage, key: str) -> None:
    desk = Desk(stage, stage.dashboard.desk.path)
    await desk.do("2", "g", "asterisk")
    starred = desk.text
    await desk.do("u", key)
    assert desk.text == starred
    await desk.do("u")


CHECKS: dict[str, Check] = {
    "accept": _settles("accept", every=False),
    "accept.all": _settles("accept", every=True),
    "reject": _settles("reject", every=False),
    "reject.all": _settles("reject", every=True),
    "question.status": _changes(("4", "g"), ("m",), "+   - moot: "),
    "quote.star": _changes(("2", "g"), (), "+     key: true"),
    "actor.side": _changes(("1", "g"), ("=opp", "enter"), "side: opp"),
    "field": _changes(("3", "g"), ("=note", "enter", "ctrl+u", "=seen", "enter"), "+     note: seen"),
    "add": _changes(("4",), ("=Who pays?", "enter", "enter"), "+   - open: Who pays?"),
    "add.source": _changes((), ("=Title", "enter", "enter", "enter", "=wire", "enter"), "+     title: Title"),
    "rename": _changes(("2", "g"), ("=khal", "enter", "ctrl+u", "=dk", "enter", "enter"), "+   - dk: "),
    "merge": _changes(("1", "g"), ("=rose", "enter", "enter"), "aka: [Assad, Caroline Rose]"),
    "undo": _undo,
    "redo": _redo,
}
