"""The living file: what is saved, by whatever program, is on the screen at once and in its place."""

from __future__ import annotations

from time import strftime
from typing import TYPE_CHECKING

from briefing.tui.desk import passages_of
from briefing.tui.lens import Lens
from briefing.tui.screens.catching_up import CatchingUp, news_of
from briefing.tui.screens.losing import Losing
from briefing.tui.screens.searching import Searching
from briefing.tui.view import READER

if TYPE_CHECKING:
    from textual.timer import Timer

    from briefing.document.load import Loaded
    from briefing.model import Item
    from briefing.tui import watch
    from briefing.tui.following import Chooser, Trail
    from briefing.tui.reloading import Prepared
    from briefing.tui.rows import Row
    from briefing.tui.story import News
    from briefing.tui.window import Window

_WATCH_AFTER = 0.15
"""Seconds after which watching begins: once the first screen has gone out. What was saved meanwhile is seen then."""
_TRY_AGAIN = 0.1
"""Seconds after which a save is offered again that came while something open held on to items."""
_LAST_WORDS = 2.0
"""Seconds that the end of the program waits at most for what was read to be written down."""
_FLASH = 1.0
"""Seconds for which what has changed stands on another ground."""


class Living(Searching, CatchingUp, Losing):
    """Shows each save of the file.

    Whatever holds on to items while it is open, such as a form, sets `holding`: what other programs save is shown when
    it is done. So it is while a change is `saving`.

    `_ours` counts the texts that were shown without the watcher, `_heard` those that it knows of: what it read before
    it heard of the last one may be older than that, and is dropped.
    """

    holding = False
    saving = False
    _ours = _heard = 0
    _flashing: Timer | None = None

    def on_mount(self) -> None:
        self.set_timer(_WATCH_AFTER, self._begin_watching)

    def on_unmount(self) -> None:
        if self._watching is not None:
            self.end_reading()
            self._watching.stop(_LAST_WORDS)

    def _begin_watching(self) -> None:
        # Only now: nothing of this is needed for a start.
        from briefing.tui.watch import Watch, is_whole
        from briefing.tui.watching import Watching

        watch = Watch(self.desk.path, self.desk.raw, partial=not is_whole(self.desk.loaded))
        self._watching = Watching(watch, self._saved, self._failed)
        if self.reading is None:
            self._watching.do(self.begin_reading)
        self._watch_sources()
        self._watching.start()

    def _watch_sources(self) -> None:
        if self._watching is not None:
            paths = self.desk.source_files()
            self._watching.do(lambda watch: watch.watch_sources(paths))

    def _saved(self, news: watch.News) -> None:
        """Makes ready, in the thread of the watcher, what a save changes on the screen."""
        from briefing.tui.watch import Broken, SourcesChanged

        heard = self._heard
        if isinstance(news, SourcesChanged):
            self.call_later(self._check_again)
        elif isinstance(news, Broken):
            self.call_later(self._broke, news, heard)
        else:
            self.call_later(self._arrived, self._prepared(news.loaded, news.raw), heard)

    def _failed(self, error: BaseException) -> None:
        """Ends the program after an error of ours in the thread of the watcher, as after one anywhere else."""
        self.call_later(_raise, error)

    def _prepared(self, loaded: Loaded, raw: str) -> Prepared:
        from briefing.tui.reloading import prepared

        shown = [*self.lists, *self.further]
        marked = bool(self.view.marks or self.asked)
        return prepared(self.desk.renewed(loaded, raw), self.story, self.manner, shown, self.reading, marked=marked)

    def made_ready(self, loaded: Loaded, raw: str) -> Prepared:
        """Returns, in whatever thread, what `reload_now` shows at once: most of the work of a reload."""
        return self._prepared(loaded, raw)

    def _check_again(self) -> None:
        """Checks quotations against the sources as they are now."""
        self.desk.articles = None
        self.verify()

    def _is_late(self, heard: int) -> bool:
        """True for what was read before the last of our own saves was shown; what is there now is looked at then."""
        late = heard != self._ours
        if late and self._watching is not None:
            self._watching.do(lambda watch: watch.look_again())
        return late

    def _broke(self, news: watch.Broken, heard: int) -> None:
        if not self._is_late(heard) and self.is_attached:
            self.lose(news, strftime("%H:%M"))

    def _arrived(self, found: Prepared, heard: int) -> None:
        """Shows a save of another program, as soon as nothing on the screen holds on to the items that are there."""
        if self._is_late(heard):
            return
        if found.desk.raw == self.desk.raw and self.broken is None:
            self._waiting = None
            return
        if self.holding or self.saving or self.asking is not None or self.app.screen is not self:
            if self._waiting is None:
                self.set_timer(_TRY_AGAIN, self._try_again)
            self._waiting = found
            return
        mended = self.broken is not None
        found = self._renew(found)
        words = found.changes.words()
        if words:
            self.speak(f"Reloaded: {words}")
        elif found.changes.top:
            self.speak("Reloaded: the top of the file changed")
        elif mended:
            self.speak("The file can be read again; nothing in it changed")

    def _try_again(self) -> None:
        found, self._waiting = self._waiting, None
        if found is not None:
            self._arrived(found, self._ours)

    def reload_now(
        self,
        loaded: Loaded | None = None,
        raw: str | None = None,
        follow: Item | None = None,
        *,
        own: bool = True,
        ready: Prepared | None = None,
    ) -> None:
        """Shows the file as it is now, without waiting for the watcher.

        `loaded` and `raw` are what was just written, with a byte order mark where there is one; without them the file
        is read, and nothing happens when it can't be: the watcher will say so. The selection goes to `follow`, an item
        of the new briefing, and else stays on its item. What changed is not news to the reader when it is their `own`
        doing. `ready` is what was made ready of them.
        """
        if loaded is None or raw is None:
            from briefing.tui.watch import Broken, look

            found = look(self.desk.path, self.desk.loaded)
            if isinstance(found, Broken):
                return
            raw, loaded = found
        self._waiting = None
        old = self.story.briefing
        self._renew(ready or self._prepared(loaded, raw), follow, own=own)
        if self._watching is not None:
            text, new = raw, loaded.briefing
            self._ours += 1
            told = self._ours
            self._watching.do(lambda watch: self._hear(watch, text, told))
            if own:
                self._do(lambda reading: reading.wrote(old, new))
            self.look_for_unread()

    def _hear(self, watch: watch.Watch, text: str, told: int) -> None:
        watch.shown(text)
        self._heard = told

    def _renew(self, found: Prepared, follow: Item | None = None, *, own: bool = False) -> Prepared:
        """Puts a save in the place of what is shown: everything that was open, selected and focused on stays so."""
        if found.old is not self.story.briefing or found.manner != self.manner:
            found = self._prepared(found.desk.loaded, found.desk.raw)
        trail = found.trail
        self.regain()
        standing = self.found[self.at].offset if self.found else None
        self._follow(trail)
        self.desk, self.gathered = found.desk, found.haystack
        self.rest_on(trail, found.changes.news)
        self.story = self.footer.story = found.story.with_news(self._news(found, own=own))
        self.unread = found.unread if found.unread is not None else self.unread
        if self.prompt is not None:
            self.prompt.story = self.story
        self._renew_lists(found, follow)
        self._renew_reader(trail)
        if self.asked is not None:
            self.find_again(trail.offset(standing))
        self.header.refresh(layout=True)
        self.speak()
        if not own and not self.host.plain:
            self._flash(found)
        self._watch_sources()
        if not found.checked:
            self.verify()
        if found.unread is None and self._watching is not None:
            self.look_for_unread()
        return found

    def _news(self, found: Prepared, *, own: bool) -> dict[int, News]:
        """Returns what the reader has not read yet: what they had not before, and what this save brought."""
        before = {new: kind for old, kind in self.story.news.items() if (new := found.trail.offset(old)) is not None}
        brought = {} if own else found.changes.news
        if found.unread is None:
            return {**brought, **before}
        # What was ticked off while this was worked out stays so.
        return {at: kind for at, kind in news_of(found.unread).items() if at in before or at in brought}

    def _follow(self, trail: Trail) -> None:
        """Takes what is focused on, and the places to go back to, over into the new briefing."""
        self.view.marks = trail.marks(self.view.marks)
        self.behind = [trail.place(where) for where in self.behind]
        self.ahead = [trail.place(where) for where in self.ahead]
        if self._before is not None:
            self._before = trail.place(self._before)

    def _renew_lists(self, found: Prepared, follow: Item | None) -> None:
        from briefing.tui.reloading import sheet_of
        from briefing.tui.sheet import Sheet

        lens = self._lens_on(found.trail)
        self.lens = lens
        for name, rows in {**self.lists, **self.further}.items():
            if name in self.occasional:
                sheet = Sheet(self.occasional[name], self.story)
            else:
                sheet = found.sheets.get(name) or sheet_of(name, self.story, self.manner)
                sheet = sheet.succeeding(rows.sheet, self.story)
            rows.renew(sheet, lens, _chooser(found.trail, follow))

    def _lens_on(self, trail: Trail) -> Lens:
        """Returns the lens through which the new briefing is looked at as the old one was."""
        from briefing.tui.concerned import concerned

        before, marks = self.lens, self.view.marks
        return Lens(
            concerned=concerned(self.story.briefing, marks) if marks else None,
            hiding=before.hiding,
            words=before.words,
            hits=trail.offsets(before.hits),
            current=trail.offset(before.current),
        )

    def _renew_reader(self, trail: Trail) -> None:
        """Keeps an open source open, even where the item that it was opened from is gone."""
        if self.reader is None or self.reader.item is None:
            return
        item = trail.item(self.reader.item)
        if item is None:
            self.reader.update_story(self.story)
        elif READER in self.view.sides:
            self.reader.renew(self.story, item, passages_of(self.story.briefing, item, self.story.articles))
        else:
            self.reader.item, self.reader.story = item, self.story

    def _flash(self, found: Prepared) -> None:
        """Puts what has changed on another ground for a second."""
        offsets = found.changes.places
        for rows in (*self.lists.values(), *self.further.values()):
            rows.flash(offsets)
        if self._flashing is not None:
            self._flashing.stop()
        self._flashing = self.set_timer(_FLASH, self._end_flash) if offsets else None

    def _end_flash(self) -> None:
        for rows in (*self.lists.values(), *self.further.values()):
            rows.flash(frozenset())


def _chooser(trail: Trail, follow: Item | None) -> Chooser:
    """Returns what finds the row to select: that of `follow` where the list has it, else that of the same item."""

    def choose(before: Window, rows: list[Row]) -> int:
        if follow is not None:
            for index, row in enumerate(rows):
                if row.value is follow:
                    return index
        return trail.row(before, rows)

    return choose


def _raise(error: BaseException) -> None:
    raise error
