"""Focusing on an actor, a source, a topic, a time or a question: what does not concern it is dimmed or hidden."""

from __future__ import annotations

from briefing.model import Item, Quote
from briefing.tui.concern import Mark, mark_of
from briefing.tui.screens.places import Places
from briefing.tui.widgets.rowlist import RowList


class Brushing(Places):
    """The keys that focus."""

    def _item(self) -> Item | None:
        current = self.current
        if isinstance(current, RowList):
            value = current.selected.value if current.selected else None
            return value if isinstance(value, Item) else None
        return None

    def action_focus_add(self) -> None:
        current = self.current
        mark = mark_of(self._item())
        if not isinstance(current, RowList) and current.passage is not None:
            mark = Mark("source", current.passage.source)
        if mark is None:
            self.speak("Nothing here to focus on")
        else:
            self._focus(mark)

    def action_focus_topic(self) -> None:
        item = self._item()
        if isinstance(item, Quote) and item.topic:
            self._focus(Mark("topic", item.topic))
        else:
            self.speak("T is for quotes with a topic")

    def action_focus_source(self) -> None:
        item = self._item()
        if item is not None and item.src:
            self._focus(Mark("source", item.src[0].source))
        else:
            self.speak("This has no source to focus on")

    def _focus(self, mark: Mark) -> None:
        self.remember()
        self.view.toggle_mark(mark)
        self.view.hiding = self.view.hiding and bool(self.view.marks)
        self.brush()
        self.show()

    def action_focus_hide(self) -> None:
        if not self.view.marks:
            self.speak("F hides what a focus dims; f focuses first")
            return
        self.view.hiding = not self.view.hiding
        self.brush()
        self.show()
