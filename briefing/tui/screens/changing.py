"""The keys that change the file. What they do is in `briefing.tui.changing`, which is imported when one is pressed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from briefing.tui.screens.living import Living

if TYPE_CHECKING:
    from briefing.tui.changing.changer import Act, Changer
    from briefing.tui.screens.dashboard import Dashboard


class Changing(Living):
    """Accepts, rejects, answers, stars, adds, changes, renames, merges, undoes."""

    _changer: Changer | None = None

    def change(self, act: Act, *, asks: bool = True) -> None:
        """Lets `act` change the file, or says why nothing can. It `asks` where it opens a form or a prompt."""
        if self.story.briefing.read_only:
            self.speak("Not changed: this file is in a newer version of the format, so it can only be read")
        elif self.broken is not None:
            self.speak("Not changed: the file can't be read at the moment; e mends it")
        else:
            if self._changer is None:
                from briefing.editing import Editing
                from briefing.tui.changing.changer import Changer

                state = self.keeper.folder if self.keeper is not None else None
                self._changer = Changer(cast("Dashboard", self), Editing(self.desk.path, state))
            self._changer.press(act, asks=asks)

    def leave(self, go: Callable[[], object]) -> None:
        """Leaves the briefing by `go`, once what keys have changed is saved."""
        if self._changer is None:
            go()
        else:
            self._changer.leave(go)

    def action_accept(self) -> None:
        from briefing.tui.changing.drafts import accept

        self.change(accept, asks=False)

    def action_accept_all(self) -> None:
        from briefing.tui.changing.drafts import accept_all

        self.change(accept_all)

    def action_reject(self) -> None:
        from briefing.tui.changing.drafts import reject

        self.change(reject, asks=False)

    def action_reject_all(self) -> None:
        from briefing.tui.changing.drafts import reject_all

        self.change(reject_all)

    def action_question_status(self) -> None:
        from briefing.tui.changing.marking import status

        self.change(status)

    def action_quote_star(self) -> None:
        from briefing.tui.changing.marking import star

        self.change(star, asks=False)

    def action_actor_side(self) -> None:
        from briefing.tui.changing.marking import side

        self.change(side)

    def action_field(self) -> None:
        from briefing.tui.changing.one_field import field

        self.change(field)

    def action_add(self) -> None:
        from briefing.tui.changing.adding import add

        self.change(add)

    def action_add_source(self) -> None:
        from briefing.tui.changing.adding import add_source

        self.change(add_source)

    def action_rename(self) -> None:
        from briefing.tui.changing.renaming import rename

        self.change(rename)

    def action_merge(self) -> None:
        from briefing.tui.changing.renaming import merge

        self.change(merge)

    def action_undo(self) -> None:
        self.change(lambda changer: changer.undo(), asks=False)

    def action_redo(self) -> None:
        self.change(lambda changer: changer.redo(), asks=False)
