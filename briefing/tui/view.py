"""What is open, focused and zoomed: the state of the dashboard, without widgets.

`main` is the one of the four panes that has, or last had, the focus. What is open beside them is a stack: figures,
then a source opened from one of them. Going back takes one thing off.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from briefing.tui.arrange import Mode
from briefing.tui.concern import Mark

READER = "reader"
MAIN_IDS = ("actors", "quotes", "timeline", "questions")
FURTHER_IDS = ("figures", "claims", "relations", "judgements", "next")
Step = Literal[1, -1]


@dataclass(slots=True)
class View:
    """The state. All changes are methods; none of them draws."""

    mode: Mode = "wide"
    main: str = "actors"
    sides: list[str] = field(default_factory=list)
    in_side: bool = False
    zoomed: bool = False
    marks: tuple[Mark, ...] = ()
    hiding: bool = False
    hidden: frozenset[str] = frozenset()

    @property
    def main_shown(self) -> tuple[str, ...]:
        """Those of the four panes that are not hidden, in their order; there is always one."""
        return tuple(pane for pane in MAIN_IDS if pane not in self.hidden)

    @property
    def side(self) -> str | None:
        """What is open beside the panes."""
        return self.sides[-1] if self.sides else None

    @property
    def focus(self) -> str:
        """What has the focus: a pane's id, or `reader`."""
        return self.side if self.in_side and self.side else self.main

    @property
    def at_start(self) -> bool:
        """True when there is nothing to go back from."""
        return (
            not self.marks and not self.zoomed and (not self.sides or (self.sides == ["brief"] and self.mode == "tabs"))
        )

    def begin(self, mode: Mode) -> None:
        """Takes over the layout of the start: with tabs the brief comes first."""
        if mode == "tabs" != self.mode:
            self.open_pane("brief")
        self.mode = mode

    def resize(self, mode: Mode) -> None:
        """Takes over another layout; what has the focus keeps it. A brief that came first with tabs is left when there
        is room for the panes."""
        if self.mode == "tabs" != mode and self.sides == ["brief"]:
            self.sides.clear()
            self.in_side = False
        self.mode = mode

    def open_pane(self, pane: str) -> None:
        """Puts the focus on a pane; one of the further ones takes the place of what is open beside the four. A hidden
        one is shown again."""
        self.hidden -= {pane}
        if pane in MAIN_IDS:
            self.main = pane
            self.in_side = False
            if self.mode != "wide":
                self.sides.clear()
        else:
            self.sides = [pane]
            self.in_side = True

    def focus_on(self, pane: str) -> None:
        """Puts the focus on what is open already."""
        if pane in MAIN_IDS:
            self.main, self.in_side = pane, False
        elif pane == self.side:
            self.in_side = True

    def open_beside(self, pane: str) -> None:
        """Opens a pane over what is open beside the four, so that going back leads there again."""
        if self.side != pane:
            if not self.in_side:
                self.sides.clear()
            self.sides.append(pane)
        self.in_side = True

    def open_source(self) -> None:
        """Opens the reader over what is open beside the panes."""
        self.open_beside(READER)

    def back(self) -> bool:
        """Goes back by one thing; False at the start."""
        if self.at_start:
            return False
        if self.zoomed:
            self.zoomed = False
            return True
        if not self.sides or (self.mode == "tabs" and self.sides == ["brief"]):
            self.marks = self.marks[:-1]
            self.hiding = self.hiding and bool(self.marks)
            return True
        self.sides.pop()
        self.in_side = self.in_side and bool(self.sides)
        return True

    def toggle_mark(self, mark: Mark) -> bool:
        """Focuses on something further, or no longer when it was focused on already; True when it is now."""
        if mark in self.marks:
            self.marks = tuple(other for other in self.marks if other != mark)
            return False
        self.marks = (*self.marks, mark)
        return True

    def keep_hidden(self, panes: Iterable[str]) -> None:
        """Hides panes as they were hidden before; names that are none are left out, and so are all four."""
        hidden = frozenset(panes) & {*MAIN_IDS, *FURTHER_IDS}
        self.hidden = hidden if not hidden.issuperset(MAIN_IDS) else hidden - {*MAIN_IDS}
        if self.main in self.hidden:
            self.main = self.main_shown[0]

    def hide(self) -> bool:
        """Hides the pane that has the focus, which goes to the next one; False for the last of the four and for what
        is no pane of a section."""
        pane = self.focus
        if pane in FURTHER_IDS:
            self.sides.pop()
            self.in_side = bool(self.sides)
        elif pane in MAIN_IDS and len(self.main_shown) > 1:
            at = self.main_shown.index(pane)
            self.main = (self.main_shown[at + 1 :] or self.main_shown[-2:])[0]
        else:
            return False
        self.hidden |= {pane}
        self.zoomed = False
        return True

    def next_pane(self, step: Step) -> None:
        """Goes to the next pane round the screen."""
        order = [*self.main_shown]
        if self.mode == "tabs":
            order.insert(0, "brief")
        elif self.mode == "wide" and self.side:
            order.append(self.side)
        here = self.focus if self.focus in order else self.main
        there = order[(order.index(here) + step) % len(order)]
        if there == self.side and self.mode == "wide":
            self.in_side = True
        else:
            self.open_pane(there)

    def beside(self, step: Step) -> None:
        """Goes to the pane at the right (1) or the left (-1), where panes stand side by side; else to the next."""
        if self.mode != "wide":
            self.next_pane(step)
        elif self.side:
            self.in_side = step == 1
        else:
            at = MAIN_IDS.index(self.main)
            if at % 2 != (0 if step == 1 else 1):
                return
            if MAIN_IDS[at + step] in self.hidden:
                self.next_pane(step)
            else:
                self.main = MAIN_IDS[at + step]
