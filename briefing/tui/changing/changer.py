"""Carries out changes of the open file, one after the other and beside the program; each is said and undone as one."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from briefing.document.splice import Change
from briefing.editing import Done, Editing, Reason, Refused
from briefing.editing.meanwhile import carried
from briefing.model import Anchor, Briefing, Item
from briefing.text import shorten
from briefing.tui.changing.sampling import copy_first, is_sample
from briefing.tui.story import Story
from briefing.tui.uncollected import uncollected
from briefing.tui.widgets.rowlist import RowList

if TYPE_CHECKING:
    from briefing.tui.changing.facts import Setting
    from briefing.tui.reloading import Prepared
    from briefing.tui.screens.dashboard import Dashboard
    from briefing.tui.widgets.reader import Reader

Act = Callable[["Changer"], None]
"""What a key does that changes the file."""

_MOST_WAITING = 20
"""Changes that are kept while another is being saved; somebody who holds a key down means fewer."""

_MARGIN = 4
"""Cells of the footer that are left for blanks and a full stop."""


class Kept(NamedTuple):
    """What was typed into a form that was left or could not be saved, and the line that the cursor was in."""

    texts: tuple[str, ...]
    at: int


class Wanted(NamedTuple):
    """A change that is to be saved: the briefing that its items are of, the words for it in the past tense, what its
    texts are kept under until then, and what follows once it is shown."""

    change: Change
    base: Briefing
    words: str
    key: str = ""
    then: Callable[[], None] | None = None


class Changer:
    """The changes of one dashboard.

    `kept` is what was typed and not saved, by what it is for; `current` the list or the source in which the key was
    pressed that is carried out; `usual` the source that was cited last; `item_before` the item that was selected when
    a change began to be saved; `base` the briefing that a form speaks of whose answers are being taken.
    """

    def __init__(self, board: Dashboard, editing: Editing) -> None:
        self.board = board
        self.editing = editing
        self.kept: dict[str, Kept] = {}
        self.current: RowList | Reader = board.current
        self.usual = ""
        self.item_before: Item | None = None
        self.base: Briefing | None = None
        self._leave: Callable[[], object] | None = None
        self._waiting: list[Callable[[], None]] = []

    @property
    def busy(self) -> bool:
        """True while a change is being saved."""
        return self.board.saving

    @property
    def story(self) -> Story:
        """The briefing as it is shown."""
        return self.board.story

    @property
    def item(self) -> Item | None:
        """The item that is selected, or whose source is open."""
        current = self.current
        value = current.selected.value if isinstance(current, RowList) and current.selected else None
        if not isinstance(current, RowList):
            value = current.item
        return value if isinstance(value, Item) else None

    def setting(self) -> Setting:
        """Returns where a fact is added: what is selected, the sources, and the paragraph on the screen."""
        from briefing.tui.changing.citing import Sources
        from briefing.tui.changing.facts import Setting

        board, item, current = self.board, self.item, self.current
        passage = None
        if not isinstance(current, RowList) and current.passage is not None:
            passage = Anchor(current.passage.source, current.paragraph, current.paragraph)
        near = item.src[0].source if item is not None and item.src else ""
        known = self.story.briefing.sources
        usual = next((slug for slug in (self.usual, near, *reversed(list(known))) if slug in known), "")
        sources = Sources(known, board.desk.read_sources(), usual)
        return Setting(self.story, sources, board.surroundings.today(), item, passage)

    def cited(self, src: str) -> None:
        """Remembers the source that was cited last: a bare number means it from now on."""
        self.usual = src.partition(",")[0].partition("#")[0] or self.usual

    def say(self, message: str) -> None:
        """Shows a message in the footer."""
        self.board.speak(message)

    def press(self, act: Act, *, asks: bool) -> None:
        """Does what a key does. While a change is being saved the key waits its turn, unless it `asks` something first:
        what is typed next is for what it asks."""
        current = self.board.current

        def turn() -> None:
            self.current = current
            act(self)

        if asks:
            turn()
        else:
            self._in_turn(turn)

    def _in_turn(self, turn: Callable[[], None]) -> None:
        if not self.busy:
            turn()
        elif len(self._waiting) < _MOST_WAITING:
            self._waiting.append(turn)
        else:
            self.say("Still saving; press it again in a moment")

    def leave(self, go: Callable[[], object]) -> None:
        """Leaves the briefing by `go` once all that was pressed is saved; asked for again, at once."""
        if not self.busy or self._leave is not None:
            go()
        else:
            self._leave = go
            self.say("Saving, then leaving")

    def save(self, change: Change, words: str, *, key: str = "", then: Callable[[], None] | None = None) -> None:
        """Saves a change beside the program; `words` say it in the past tense: `accepted the quote of Khalifa`.

        The texts that `key` keeps are forgotten once it is saved. `then` is called when it is shown.
        """
        wanted = Wanted(change, self.base or self.story.briefing, words, key, then)
        if is_sample(self.board.desk.path):
            copy_first(self, wanted)
        else:
            self._in_turn(lambda: self._save(wanted))

    def _save(self, wanted: Wanted) -> None:
        loaded = self.board.desk.loaded
        try:
            change = wanted.change
            if wanted.base is not loaded.briefing:
                change = carried(change, wanted.base, loaded.briefing)
        except Refused as refused:
            self.say(str(refused))
            return

        def perform() -> Done:
            return self.editing.perform(loaded, change, wanted.words)

        def shown(done: Done) -> None:
            self.kept.pop(wanted.key, None)
            same = done.loaded.text == loaded.text
            self.say(done.said if same else self._with(done.said, "u undoes it"))
            if wanted.then is not None:
                wanted.then()

        self._begin(perform, shown, wanted)

    def undo(self) -> None:
        """Takes the last change back."""
        self._begin(self.editing.undo, lambda done: self.say(self._with(done.said, "ctrl+r brings it back")))

    def redo(self) -> None:
        """Makes the change again that was taken back last."""
        self._begin(self.editing.redo, lambda done: self.say(self._with(done.said, "u undoes it")))

    def _with(self, said: str, way_back: str) -> str:
        """Returns what was done with the key that takes it back, which has to fit whatever is cut of the rest."""
        room = self.board.app.size.width - len(way_back) - _MARGIN
        return f"{shorten(said.rstrip('.'), max(1, room), self.story.measure)}. {way_back}"

    def _begin(self, work: Callable[[], Done], shown: Callable[[Done], None], wanted: Wanted | None = None) -> None:
        self.board.saving = True
        self.item_before = self.item
        self.say("Saving")
        self.board.run_worker(self._work(work, shown, wanted), group="change")

    def _made(self, work: Callable[[], Done]) -> tuple[Done, Prepared]:
        with uncollected():
            done = work()
            return done, self.board.made_ready(done.loaded, done.raw)

    async def _work(self, work: Callable[[], Done], shown: Callable[[Done], None], wanted: Wanted | None) -> None:
        """Waits for the thread that saves, then shows what came of it and lets the next change have its turn."""
        board = self.board
        try:
            done, ready = await to_thread(self._made, work)
        except Refused as refused:
            board.saving = False
            self._waiting.clear()
            self._leave = None
            if refused.reason is Reason.CHANGED and wanted is not None and board.is_current:
                from briefing.tui.changing.meanwhile import offer

                offer(self, wanted)
            else:
                self.say(str(refused))
            return
        board.saving = False
        board.footer.message = ""
        if self.item is not self.item_before:
            self.item_before = None
        follow = done.item if self.item_before is not None else None
        board.reload_now(done.loaded, done.raw, follow=follow, ready=ready)
        shown(done)
        while self._waiting and not self.busy:
            self._waiting.pop(0)()
        if self._leave is not None and not self.busy and board.is_current:
            self._leave()
