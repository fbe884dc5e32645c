"""Out of the dashboard and back: the file in an editor, at the line of what is selected."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from briefing.problems import Problem
from briefing.tui.screens.copying import Copying
from briefing.tui.screens.living import Living
from briefing.tui.widgets.rowlist import RowList

if TYPE_CHECKING:
    from briefing.tui.editors import Spot


class InEditor(Copying, Living):
    """Opens the file in an editor. What was saved in it is shown on return, and is no news to whoever wrote it."""

    def action_edit(self) -> None:
        """Opens the file at what is selected; in an open source at the item that rests on it."""
        from briefing.tui import spots

        value, pane = self._value_and_pane()
        if not self._open_at_problem(value):
            self._open_in_editor(self.desk.path, spots.of_value(self.desk.loaded, value, pane))

    def action_edit_section(self) -> None:
        """Opens the file at the section of the pane; among the problems at the first."""
        from briefing.tui import spots

        value, pane = self._value_and_pane()
        if isinstance(value, Problem) and isinstance(self.current, RowList):
            window = self.current.window
            value = window.rows[window.items[0]].value
        if not self._open_at_problem(value):
            self._open_in_editor(self.desk.path, spots.of_section(self.desk.loaded, value, pane))

    def _value_and_pane(self) -> tuple[object, str]:
        current = self.current
        return self._selected(), current.pane.id if isinstance(current, RowList) else ""

    def _open_at_problem(self, value: object) -> bool:
        """Opens the file at a selected problem, or at what keeps it from being read; False where neither is."""
        problem = value if isinstance(value, Problem) else self.broken
        if problem is None:
            return False
        from briefing.document import store
        from briefing.tui import spots

        path = Path(problem.path)
        try:
            text = store.read(path)
        except store.Unreadable:
            text = ""
        self._open_in_editor(path, spots.of_problem(text, problem))
        return True

    @work(group="edit")
    async def _open_in_editor(self, path: Path, spot: Spot) -> None:
        from briefing.tui.opening import open_at, report

        outcome = await open_at(self.app, self.surroundings, path, spot, self._rest)
        if outcome.lent:
            # What the watcher had delivered before it rested comes first.
            await asyncio.sleep(0)
            self.call_later(self._look_again)
        report(self, outcome)

    def _rest(self) -> None:
        """Watches no more: what is saved while the terminal is lent is looked at when it is ours again."""
        if self._watching is not None:
            self._watching.stop()

    def _look_again(self) -> None:
        """Shows the file as the editor has left it, and watches it again."""
        from briefing.tui.watch import Broken, look

        found = look(self.desk.path, self.desk.loaded)
        self._begin_watching()
        if isinstance(found, Broken):
            self.lose(found, time.strftime("%H:%M"))
        elif found.raw != self.desk.raw or self.broken is not None:
            self.reload_now(found.loaded, found.raw)
