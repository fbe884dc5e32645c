"""The dashboard of one briefing: what the keys do."""

from __future__ import annotations

from briefing.model import Item
from briefing.problems import Problem
from briefing.tui.desk import passages_of
from briefing.tui.panes import PANES, PROBLEMS, locate, noun_of
from briefing.tui.rows.periods import Period
from briefing.tui.screens.brushing import Brushing
from briefing.tui.screens.changing import Changing
from briefing.tui.screens.desktop import Desktop
from briefing.tui.screens.editing import InEditor
from briefing.tui.screens.jumping import Jumping
from briefing.tui.screens.leaving import Leaving
from briefing.tui.screens.searching import Searching
from briefing.tui.screens.timing import Timing
from briefing.tui.widgets.rowlist import RowList


class Dashboard(Brushing, Changing, InEditor, Searching, Timing, Jumping, Leaving, Desktop):
    """Shows a briefing. What it looks like is in `Desktop`, focusing and searching in modules of their own."""

    def action_open(self) -> None:
        current = self.current
        if not isinstance(current, RowList) or current.selected is None:
            return
        value = current.selected.value
        if isinstance(value, Problem):
            self._go_to_problem(value)
            return
        if isinstance(value, Period):
            self.nearer(value)
            return
        if not isinstance(value, Item):
            self.speak("No passage: this stands in the file itself")
            return
        # Only now: what searches passages is not needed for a start.
        from briefing.tui.rows.passage import details

        articles = self.desk.read_sources()
        if not passages_of(self.story.briefing, value, articles) and not details(self.story, value):
            self.speak(f"No passage: this {noun_of(value)} has no source")
            return
        self.remember()
        self.read(value)
        self.show()

    def _go_to_problem(self, problem: Problem) -> None:
        """Selects the item that a problem stands in."""
        if self.broken is not None:
            self.speak(f"This stands at line {problem.where.line} of the file as it is now, which is not what you see")
            return
        found = locate(self.story, problem)
        if found is None:
            self.speak(f"This stands at line {problem.where.line} of the file, in no item")
            return
        pane, row = found
        self.remember()
        self._pane(pane.id)
        if isinstance(self.current, RowList):
            self.current.choose(row)

    def action_back(self) -> None:
        drawn = self.drawn_over()
        if drawn is not None:
            drawn.forget_drawn()
            self.speak()
            return
        if self.view.side is None and self.clear_search():
            self.speak()
        elif self.view.back():
            self.brush()
            self.show()
        elif len(self.app.screen_stack) > 1 and self.app.screen is self:
            self.leave(self.app.pop_screen)

    def _pane(self, pane: str) -> None:
        self.view.open_pane(pane)
        self.show()

    def action_problems(self) -> None:
        self._pane(PROBLEMS.id)

    def action_pane_next(self) -> None:
        self.view.next_pane(1)
        self.show()

    def action_pane_previous(self) -> None:
        self.view.next_pane(-1)
        self.show()

    def action_pane_left(self) -> None:
        self.view.beside(-1)
        self.show()

    def action_pane_right(self) -> None:
        self.view.beside(1)
        self.show()

    def action_pane(self, number: int) -> None:
        """Focuses the pane of a number."""
        self.remember()
        self._pane(next(pane.id for pane in PANES.values() if pane.sign == str(number)))

    def action_zoom(self) -> None:
        self.view.zoomed = not self.view.zoomed
        self.show()

    def action_hide(self) -> None:
        pane, place = PANES.get(self.view.focus), self.place()
        if pane is None or not self.view.hide():
            last = len(self.view.main_shown) == 1 and self.view.focus in self.lists
            self.speak("The last of the four panes stays" if last else "H hides panes 1 to 9; this is none of them")
            return
        self.remember(place)
        self.show()
        key = self.host.keymap.instead(f"pane.{pane.sign}")
        self.speak(f"{pane.title} hidden; {key or 'the palette'} shows it again")

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        message.stop()
        self.action_open()

    def action_card(self) -> None:
        """Opens the card of the actor that the selected item is, or is by."""
        current = self.current
        item = current.item if not isinstance(current, RowList) else current.selected and current.selected.value
        slug = item.head if isinstance(item, Item) else ""
        actor = self.story.briefing.actors.get(slug)
        if actor is None:
            self.speak("c shows the card of an actor; select one, or a quote")
            return
        self.remember()
        from briefing.tui.rows.card import card

        self.open_occasional(card(actor))

    def action_rests(self) -> None:
        """Opens the list of the items that rest on the paragraph that is shown."""
        current = self.current
        if isinstance(current, RowList) or current.passage is None or current.paragraph is None:
            self.speak("w is for an open source")
            return
        self.remember()
        from briefing.tui.rows.card import resting

        self.open_occasional(resting(current.passage.source, current.paragraph))

    def _passage(self, by: int) -> None:
        current = self.current
        self.speak("p is for an open source" if isinstance(current, RowList) else current.step(by))

    def action_passage_next(self) -> None:
        self._passage(1)

    def action_passage_previous(self) -> None:
        self._passage(-1)
