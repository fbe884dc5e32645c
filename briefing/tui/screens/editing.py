"""Out of the dashboard and back: the file in an editor, at the line of what is selected."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from briefing.problems import Problem
from briefing.tui.screens.copying import Copying
from briefing.tui.widgets.rowlist import RowList

if TYPE_CHECKING:
    from briefing.tui.editors import Spot


class InEditor(Copying):
    """Opens the file in an editor. What is shown afterwards is what the file says then."""

    def action_edit(self) -> None:
        """Opens the file at what is selected; in an open source at the item that rests on it."""
        from briefing.tui import spots

        value, pane = self._value_and_pane()
        self._open(value, spots.of_value(self.desk.loaded, value, pane))

    def action_edit_section(self) -> None:
        """Opens the file at the section of the pane; among the problems at the first."""
        from briefing.tui import spots

        value, pane = self._value_and_pane()
        if isinstance(value, Problem) and isinstance(self.current, RowList):
            value = self.current.window.rows[self.current.window.items[0]].value
            self._open(value, spots.of_value(self.desk.loaded, value, pane))
            return
        self._open(value, spots.of_section(self.desk.loaded, value, pane))

    def _value_and_pane(self) -> tuple[object, str]:
        current = self.current
        return self._selected(), current.pane.id if isinstance(current, RowList) else ""

    def _open(self, value: object, spot: Spot) -> None:
        path = self.desk.path
        if isinstance(value, Problem) and value.path != str(path):
            path = Path(value.path)
        self._open_in_editor(path, spot)

    @work(group="edit")
    async def _open_in_editor(self, path: Path, spot: Spot) -> None:
        from briefing.tui.opening import open_at

        outcome = await open_at(self.app, self.surroundings, path, spot)
        self._report(outcome.message, outcome.sequence)
