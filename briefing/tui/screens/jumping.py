"""Going anywhere by name or by letter: the palette, and letters on everything that can be selected."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.commands import COMMANDS
from briefing.tui.keys import action_of
from briefing.tui.panes import PANES
from briefing.tui.screens.asking import Asking
from briefing.tui.widgets.painted import dim
from briefing.tui.widgets.rowlist import RowList

if TYPE_CHECKING:
    from briefing.tui.finder import Entry

LETTERS = "asdfghjklqwertyuiopzxcvbnmASDFGHJKLQWERTYUIOPZXCVBNM1234567890"


class Jumping(Asking):
    """The keys that go anywhere."""

    async def action_palette(self) -> None:
        from briefing.tui.finder import entries
        from briefing.tui.screens.palette import Palette

        _, places = self.here
        wanted = {*places, "everywhere"}
        commands = [c for c in self.host.keymap.commands if wanted.intersection(c.places) and c.id != "palette"]
        again = {f"pane.{PANES[pane].sign}" for pane in self.view.hidden}
        commands = [replace(c, title=f"show {c.title} again") if c.id in again else c for c in commands]
        files = [str(path) for path in self.host.files] if len(self.host.files) > 1 else []
        every = entries(self.story, commands, self.host.wardrobe.names, files)
        worn, recent = self.host.wardrobe.theme.name, self.host.keeper.memory.recent
        palette = Palette(every, recent, self.story, self.inks, worn, self.host.try_theme)
        with self.app.batch_update():
            dim(self.children, dimmed=True)
            await self.app.push_screen(palette, self._chosen)

    def _chosen(self, entry: Entry | None) -> None:
        dim(self.children, dimmed=False)
        if entry is None:
            return
        from briefing.tui.finder import pane_of, used

        self.host.keeper.keep_recent(used(entry, self.host.keeper.memory.recent))
        if entry.kind == "command":
            command = next(command for command in COMMANDS if command.id == entry.target)
            namespace = self.current if command.group == "Move" else self
            self.call_later(self.app.run_action, action_of(command), namespace)
        elif entry.kind == "theme":
            self.host.use_theme(entry.target)
        elif entry.kind == "briefing":
            self.leave(lambda: self.app.switch_screen(self.host.dashboard(Path(entry.target))))
        else:
            self.remember()
            self.view.open_pane(pane_of(entry))
            self.show()
            if isinstance(self.current, RowList):
                self.current.choose_at(int(entry.target))
            self.speak()

    def action_jump(self) -> None:
        """Puts letters on the panes and the items that are on the screen, and asks for one."""
        lists = [rows for rows in (*self.lists.values(), *self.further.values()) if rows.display and rows in self.shown]
        letters = iter(LETTERS)
        targets: dict[str, tuple[RowList, int | None]] = {}
        for rows in lists:
            rows.letters = {}
            for index in [None, *rows.items_on_screen()]:
                letter = next(letters, None)
                if letter is not None:
                    targets[letter] = (rows, index)
                    rows.letters[index] = letter
            rows.refresh()

        def jump(letter: str) -> None:
            for rows in lists:
                rows.letters = None
                rows.refresh()
            if letter in targets:
                rows, index = targets[letter]
                self.remember()
                self.view.focus_on(rows.pane.id)
                self.show()
                if index is not None:
                    rows.go(index)
                self.speak()

        self.ask("jump to ", [("a letter", "goes there"), ("esc", "back")], jump)
        if self.prompt is not None:
            self.prompt.single = True
