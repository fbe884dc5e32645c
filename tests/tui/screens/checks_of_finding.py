"""Checks of the commands that find: focus, search, history, cards, the timeline's manners, palette and letters."""

from __future__ import annotations

from briefing.model import Actor, Quote
from tests.tui.screens.checks_of_moving import Check
from tests.tui.stage import Stage


async def _card(stage: Stage, key: str) -> None:
    await stage.press("1", "G")
    actor = stage.item
    assert isinstance(actor, Actor)
    await stage.press(key)
    assert actor.text in stage.text()
    assert not stage.view.at_start
    await stage.press("escape")
    assert stage.item is actor


async def _rests(stage: Stage, key: str) -> None:
    await stage.press("2", "g", "enter", key)
    assert stage.list.window.items
    await stage.press("escape", "escape")
    assert isinstance(stage.item, Quote)


def _focus(pane: str) -> Check:
    async def check(stage: Stage, key: str) -> None:
        await stage.press(pane, "g", key)
        assert len(stage.view.marks) == 1
        assert " of " in stage.text()
        await stage.press(key)
        assert not stage.view.marks

    return check


async def _hide(stage: Stage, key: str) -> None:
    await stage.press("1", "G", "f", "2")
    before = len(stage.list.window.items)
    await stage.press(key)
    assert stage.view.hiding
    assert len(stage.list.window.items) <= before
    await stage.press(key)
    assert not stage.view.hiding
    await stage.press("escape")


async def _search(stage: Stage, key: str) -> None:
    await stage.press(key, *"turkey", "enter")
    assert stage.dashboard.found
    await stage.press("escape")
    assert not stage.dashboard.found


def _hit(step: int) -> Check:
    async def check(stage: Stage, key: str) -> None:
        await stage.press("slash", *"turkey", "enter")
        number, at = len(stage.dashboard.found), stage.dashboard.at
        await stage.press(key)
        assert stage.dashboard.at == (at + step) % number
        await stage.press("escape")

    return check


async def _history_back(stage: Stage, key: str) -> None:
    await stage.press("2", "g", "enter", "escape", "4", "enter", "escape", key)
    assert stage.dashboard.ahead


async def _history_forward(stage: Stage, key: str) -> None:
    await stage.press("2", "g", "enter", "escape", "4", "enter", "escape", "left_square_bracket")
    ahead = len(stage.dashboard.ahead)
    await stage.press(key)
    assert len(stage.dashboard.ahead) == ahead - 1


def _scale(start: tuple[str, ...], scale: str) -> Check:
    async def check(stage: Stage, key: str) -> None:
        await stage.press("3", *["plus"] * 3, *start, key)
        assert stage.dashboard.manner.scale == scale

    return check


async def _only(stage: Stage, key: str) -> None:
    await stage.press("3")
    shown = [len(stage.list.window.items)]
    for _ in range(4):
        await stage.press(key)
        shown.append(len(stage.list.window.items))
    assert shown[0] == shown[-1]
    assert min(shown) < shown[0]


async def _date(stage: Stage, key: str) -> None:
    await stage.press(key, *"2024-11-29", "enter")
    assert stage.view.focus == "timeline"
    assert stage.item.head == "2024-11-29"


async def _palette(stage: Stage, key: str) -> None:
    await stage.press(key, *"khalifa", "enter")
    assert "khalifa" in (stage.item.head, *getattr(stage.item, "aka", ()))


async def _jump(stage: Stage, key: str) -> None:
    await stage.press("1", "g", key)
    letters = stage.list.letters
    assert letters
    last = max(index for index in letters if index is not None)
    await stage.press(letters[last])
    assert stage.list.window.cursor == last


CHECKS: dict[str, Check] = {
    "card": _card,
    "rests": _rests,
    "focus.add": _focus("1"),
    "focus.topic": _focus("2"),
    "focus.source": _focus("2"),
    "focus.hide": _hide,
    "search": _search,
    "search.next": _hit(1),
    "search.previous": _hit(-1),
    "history.back": _history_back,
    "history.forward": _history_forward,
    "timeline.nearer": _scale(("minus", "minus"), "month"),
    "timeline.further": _scale((), "month"),
    "timeline.only": _only,
    "timeline.date": _date,
    "palette": _palette,
    "jump": _jump,
}
