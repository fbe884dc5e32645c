"""Checks of the commands that lead through what changed, by their names in the table of commands."""

from __future__ import annotations

from tests.tui.saving import come_in, until
from tests.tui.screens.checks_of_moving import Check
from tests.tui.stage import Stage

_NEWS = (
    ("timeline:\n", "timeline:\n  - 2024-12-01: Army falls back to a line north of Hama\n    src: explainer#4\n"),
    ("- open: Will Turkey", "- watching: Will Turkey"),
    ("title: Syrian", "title: The Syrian"),
)


async def _bring(stage: Stage) -> None:
    if not stage.dashboard.story.news:
        await come_in(stage, *_NEWS)
        await until(stage, lambda: stage.dashboard.unread)
        await until(stage, lambda: len(stage.dashboard.story.news) == 2)


def _through(step: int) -> Check:
    async def check(stage: Stage, key: str) -> None:
        await _bring(stage)
        every = stage.dashboard.news_in_order()
        await stage.press("1", "g")
        found = []
        for _ in range(len(every) + 1):
            await stage.press(key)
            found.append((stage.view.focus, stage.item.offset))
        assert found == ([*every, every[0]] if step > 0 else [*every[::-1], every[-1]])
        assert "Change " in stage.footer()

    return check


async def _changes(stage: Stage, key: str) -> None:
    await _bring(stage)
    await stage.press(key)
    assert stage.view.focus == "changes"
    assert "The Syrian" in " ".join(stage.text().split())
    await stage.press("escape")
    assert stage.view.focus != "changes"


async def _read_all(stage: Stage, key: str) -> None:
    await _bring(stage)
    news = dict(stage.dashboard.story.news)
    await stage.press(key)
    assert not stage.dashboard.story.news
    await stage.press(key)
    await until(stage, lambda: stage.dashboard.story.news == news)


CHECKS: dict[str, Check] = {
    "change.next": _through(1),
    "change.previous": _through(-1),
    "changes": _changes,
    "read.all": _read_all,
}
