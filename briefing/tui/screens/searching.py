"""Searching in all panes at once, as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.tui.lens import Lens
from briefing.tui.lines import Line, Span
from briefing.tui.screens.asking import Asking
from briefing.tui.screens.places import Where
from briefing.tui.widgets.bars import Hints

if TYPE_CHECKING:
    from briefing.tui.haystack import Haystack, Straw
    from briefing.tui.widgets.prompt import Prompt

_EXAMPLES: Hints = [("enter", "keep"), ("tab", "complete"), ("esc", "clear")]


class Searching(Asking):
    """The keys that search. `found` are the hits in the order of the panes, `at` the one that the search stands on."""

    _before: Where | None = None
    """Where the search began; None while there is none being typed."""

    def action_search(self) -> None:
        prompt = self.prompting()
        self.asking = None
        self._before = self.place()
        self.haystack()
        prompt.start("/", "", [("", "also actor: is:open after:2024-11-27"), *_EXAMPLES])

    def haystack(self) -> Haystack:
        """Returns all that can be found; gathered once a story, mostly beside the program before it is asked for."""
        if self.gathered is None or not self.gathered.fits(self.story, self.manner):
            from briefing.tui.haystack import gathered

            self.gathered = gathered(self.story, self.manner)
        return self.gathered

    def search(self, text: str) -> None:
        """Finds `text` and goes to the first hit at or behind the place where the search began."""
        wrong = self._find(text)
        self.at = 0
        self._light()
        if self.found:
            self._go_to(self.found[0])
        if self.prompt is not None:
            self.prompt.tell(self._told(wrong))

    def find_again(self, standing: int | None) -> None:
        """Finds the same words in a file that was loaded anew. The search goes on from the hit at the offset
        `standing`, where the one that it stood on is now."""
        if self.asked is None:
            return
        wrong = self._find(self.asked.text)
        last = max(0, len(self.found) - 1)
        self.at = next((at for at, straw in enumerate(self.found) if straw.offset == standing), min(self.at, last))
        self._light()
        if self.prompt is not None and self.prompt.has_focus and self.asking is None:
            self.prompt.tell(self._told(wrong))

    def _find(self, text: str) -> str:
        """Puts what has `text` into `found`; returns what is wrong with the text."""
        from briefing.tui.haystack import searched
        from briefing.tui.query import read

        asked = read(text, self.story.briefing, self.story.flags)
        self.asked = None if asked.empty else asked
        self.found = searched(self.haystack().straws, asked) if self.asked is not None else []
        return asked.wrong

    def _light(self) -> None:
        words = self.asked.words if self.asked else ()
        current = self.found[self.at].offset if self.found else None
        hits = frozenset([straw.offset for straw in self.found])
        lens = self.lens
        self.look(Lens(concerned=lens.concerned, hiding=lens.hiding, words=words, hits=hits, current=current))

    def _told(self, wrong: str = "") -> Line:
        if wrong:
            return (Span(self.story.show(wrong), "problem"),)
        if self.asked is None:
            return ()
        if not self.found:
            return (Span("Nothing matches. actor: and is: narrow down instead.", "meta"),)
        return (Span(f"{self.at + 1} of {len(self.found)}", "text"),)

    def _go_to(self, found: Straw) -> None:
        pane, offset = found.pane, found.offset
        if self.view.focus != pane:
            self.view.open_pane(pane)
            self.show()
        rows = self.lists.get(pane) or self.further[pane]
        rows.choose_at(offset)

    def _step(self, by: int) -> None:
        if not self.found:
            self.speak("Nothing is searched for; / does that" if self.asked is None else "Nothing matches")
            return
        self.at = (self.at + by) % len(self.found)
        self._light()
        self._go_to(self.found[self.at])
        if self.prompt is not None and self.prompt.has_focus:
            self.prompt.tell(self._told())
        else:
            self.speak()

    def action_search_next(self) -> None:
        self._step(1)

    def action_search_previous(self) -> None:
        self._step(-1)

    def clear_search(self) -> bool:
        """Takes the lights off; False when there was no search."""
        had = self.asked is not None
        self.asked, self.found, self.at = None, [], 0
        if had:
            self._light()
        return had

    def on_prompt_changed(self, message: Prompt.Changed) -> None:
        message.stop()
        if self.asking is None:
            self.search(message.text)

    def on_prompt_stepped(self, message: Prompt.Stepped) -> None:
        message.stop()
        if self.asking is None:
            self._step(message.step)

    def on_prompt_completing(self, message: Prompt.Completing) -> None:
        message.stop()
        if self.prompt is not None and self.asking is None:
            from briefing.tui.query import complete

            self.prompt.put(complete(message.text, self.story.briefing))

    def on_prompt_done(self, message: Prompt.Done) -> None:
        message.stop()
        if self.asking is not None:
            answered, self.asking = self.asking, None
            self.close_prompt()
            if message.kept:
                answered(message.text)
            return
        before, self._before = self._before, None
        if before is None:
            return
        kept = message.kept and bool(self.found)
        if not kept:
            self.clear_search()
            self.go(before)
        self.close_prompt()
        if kept:
            self.behind.append(before)
            self.ahead.clear()
            self.speak()
        elif message.kept and message.text:
            self.speak("Nothing matches")
