"""Out of the dashboard: items and words to the clipboard, addresses to the browser."""

from __future__ import annotations

from asyncio import Lock, to_thread
from typing import TYPE_CHECKING

from textual import work

from briefing.model import Item, Quote, Source
from briefing.tui.desk import passages_of
from briefing.tui.screens.places import Places
from briefing.tui.widgets.rowlist import RowList
from briefing.tui.widgets.scrolling import Scrolling

if TYPE_CHECKING:
    from briefing.anchors import Passage

_ROOM_FOR_MORE = 70
"""Columns from which on the message says what was copied, not only how."""


class Copying(Places):
    """Copies and opens what is selected. Nothing is ever opened or copied unasked."""

    _lock: Lock | None = None

    def drawn_over(self) -> Scrolling | None:
        """Returns the list or the source in which words were drawn over with the mouse."""
        widgets: list[Scrolling] = [*self.lists.values(), *self.further.values()]
        if self.reader is not None:
            widgets.append(self.reader)
        return next((widget for widget in widgets if widget in self.shown and widget.drawn_over is not None), None)

    def on_scrolling_drawn(self, message: Scrolling.Drawn) -> None:
        message.stop()
        if message.widget.drawn_words:
            key = self.host.keymap.instead("copy")
            self.speak(f"{key or 'The palette'} copies these words; esc lets go of them")
        else:
            message.widget.forget_drawn()

    def _copied_drawn(self) -> bool:
        """Copies the words that were drawn over; False when there are none."""
        widget = self.drawn_over()
        words = widget.drawn_words if widget is not None else ""
        if words:
            self._hand_out(words, "Copied these words")
        return bool(words)

    def action_copy(self) -> None:
        if self._copied_drawn():
            return
        from briefing.tui.citation import cited

        value = self._selected()
        text = cited(self.story.briefing, value, self._found(value)) if value is not None else ""
        self._hand_out(text, "Copied with citation", self._doubt(value))

    def action_copy_words(self) -> None:
        if self._copied_drawn():
            return
        from briefing.tui.citation import bare, passage_words

        current = self.current
        if isinstance(current, RowList):
            value = self._selected()
            text, done = bare(self.story.briefing, value) if value is not None else "", "Copied the words"
        else:
            text, done = passage_words(current.passage, current.article), "Copied the passage"
        self._hand_out(text, done)

    def action_address(self) -> None:
        from briefing.addresses import link

        slug = self._source_slug()
        source = self.story.briefing.sources.get(slug)
        found = link(source.url) if source else None
        if not slug:
            self.speak("No address: nothing here has a source")
        elif source is None or not source.url:
            self.speak(f"No address: the file has none for {slug}")
        elif found is None:
            self.speak(f"Not opened: {source.url} may not be opened")
        else:
            self._show_page(found)

    def _selected(self) -> object | None:
        current = self.current
        if not isinstance(current, RowList):
            return current.item
        return current.selected.value if current.selected is not None else None

    def _found(self, value: object) -> tuple[Passage, ...]:
        """Where a quotation without an anchor stands: its source may have to be read for it."""
        if not isinstance(value, Quote) or value.src:
            return ()
        return passages_of(self.story.briefing, value, self.desk.read_sources())

    def _doubt(self, value: object) -> str:
        """What whoever pastes a quotation should know."""
        wrong = isinstance(value, Quote) and value.offset in self.story.flags
        return "; it has a problem, ! shows it" if wrong else ""

    def _source_slug(self) -> str:
        """The source that is open, is selected, or that the selected item rests on first and that has an address."""
        current = self.current
        if not isinstance(current, RowList) and current.passage is not None:
            return current.passage.source
        value = self._selected()
        if isinstance(value, Source):
            return value.head
        if not isinstance(value, Item):
            return ""
        passages = passages_of(self.story.briefing, value, self.desk.read_sources())
        slugs = [passage.source for passage in passages]
        sources = self.story.briefing.sources
        return next((slug for slug in slugs if slug in sources and sources[slug].url), slugs[0] if slugs else "")

    def _hand_out(self, text: str, done: str, doubt: str = "") -> None:
        if not text:
            self.speak("There is nothing here to copy")
        else:
            self._copy(text, done if self.app.size.width >= _ROOM_FOR_MORE else "Copied", doubt)

    @work(group="copy")
    async def _copy(self, text: str, done: str, more: str = "") -> None:
        """Copies beside the running program: a tool without its display may take a second. What was asked for last is
        copied last."""
        async with self._turn():
            copied = await to_thread(self.surroundings.copy, text)
            self._report(
                f"{done} {copied.words}{more}" if copied.taken else f"Not copied: {copied.words}", copied.sequence
            )

    @work(group="copy")
    async def _show_page(self, link: str) -> None:
        async with self._turn():
            opened = await to_thread(self.surroundings.show_page, link)
            if opened:
                self._report(f"Opened {link} ({opened})")
                return
            copied = await to_thread(self.surroundings.copy, link)
            how = f"was copied {copied.words}" if copied.taken else "can't be opened or copied here"
            self._report(f"{link} {how}", copied.sequence)

    def _turn(self) -> Lock:
        """Returns what lets one thing out at a time, in the order in which they were asked for."""
        if self._lock is None:
            self._lock = Lock()
        return self._lock

    def _report(self, message: str, sequence: str = "") -> None:
        driver = self.app._driver
        if sequence and driver is not None:
            driver.write(sequence)
            driver.flush()
        if self.is_current:
            self.speak(message)
