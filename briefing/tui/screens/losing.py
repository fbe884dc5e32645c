"""A file that can't be read at the moment: the last good view stays, and a line on top of it says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.tui.panes import PROBLEMS
from briefing.tui.screens.part import Part

if TYPE_CHECKING:
    from briefing.problems import Problem
    from briefing.tui import watch
    from briefing.tui.reloading import Prepared
    from briefing.tui.story import Story


class Losing(Part):
    """Keeps the last good view while the file can't be read."""

    _waiting: Prepared | None = None
    """A save that is shown as soon as nothing holds on to the items that are on the screen."""

    def lose(self, found: watch.Broken, now: str) -> None:
        """Keeps the last good view and says, on top of it, that the file can't be read, and why."""
        from briefing.tui.widgets.banner import Banner

        # It is older than this: to show it now would say that the file can be read.
        self._waiting = None
        problem = _worst(found, self.desk.loaded.problems)
        since = self.banner.since if self.banner is not None and self.broken is not None else now
        self.broken = problem
        if self.banner is None:
            self.banner = Banner(self.inks, self.story)
            self.mount(self.banner, before=self.header)
        self.banner.tell(since, *_reason(problem))
        self._show_problems(self.story.with_problems(found.problems))
        self.header.refresh(layout=True)

    def regain(self) -> None:
        """Takes the banner off once the file can be read again."""
        if self.banner is not None:
            self.banner.remove()
            self.banner = None
        self.broken = None

    def _show_problems(self, story: Story) -> None:
        self.story = self.footer.story = story
        for rows in (*self.lists.values(), *self.further.values()):
            if rows.pane is PROBLEMS:
                rows.fill(rows.pane, story)
            else:
                rows.story = story
        self.speak()


def _worst(found: watch.Broken, before: tuple[Problem, ...]) -> Problem:
    """Returns the problem to go to first: the first error in the file that it had not before, else the reason why it
    can't be read."""
    known = {(problem.code, problem.message) for problem in before}
    errors = [p for p in found.problems if p.severity == "error" and (p.code, p.message) not in known]
    return min(errors, key=lambda problem: problem.where, default=found.problems[0])


def _reason(problem: Problem) -> tuple[str, int | None]:
    """Returns what the banner says of a file besides that it can't be read, and the line to look at."""
    if problem.code == "no-such-file":
        return "has been gone", None
    has_place = bool(problem.excerpt) or problem.code == "not-utf-8"
    return "can't be read", problem.where.line if has_place else None
