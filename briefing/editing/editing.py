"""One open briefing that is being edited: splice, save and journal as one step, and the way back."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from briefing.document import load, store
from briefing.document.raw import MARK
from briefing.document.refusals import Reason, Refused
from briefing.document.saving import resolved, save
from briefing.document.splice import Change, NotSpliced, splice
from briefing.editing.history import History
from briefing.editing.history import prune as prune_history
from briefing.model import Briefing, Item
from briefing.problems import excerpt
from briefing.state import journal as journals
from briefing.state import kept
from briefing.state.journal import Hunk, Journal, Step, digest
from briefing.text import clean_line

_OVERTAKEN = "Another program saved the file in the same moment; save it there again."

_PRUNE_EVERY = 3600.0
"""Seconds after which it is looked again what is too old to be kept, of all briefings."""


class Done(NamedTuple):
    """An edit that is in the file. `loaded` is the briefing as it is now, `item` the one concerned in it (None when
    the edit concerns none, or took it away and it was the only one), `said` the sentence to be shown, `raw` the text
    of the file with its byte order mark if it has one."""

    loaded: load.Loaded
    item: Item | None
    said: str
    raw: str


class Editing:
    """The edits of the briefing at `path`. `state` is the program's state folder, None when nothing is to be
    remembered: then no text that was replaced is kept, and the history ends with this object.

    Its methods read and write files and take as long as loading does: call them in a thread. One waits for the other.
    All of them raise `Refused`, and then the file is as it was.
    """

    def __init__(self, path: Path, state: Path | None, clock: Callable[[], float] = time.time) -> None:
        self.path = path.absolute()
        self._state = state
        self._clock = clock
        self._turn = Lock()
        self._history: History | None = None
        self._history_of = Path()
        self._pruned = 0.0

    def perform(self, loaded: load.Loaded, change: Change, words: str) -> Done:
        """Makes `change` in the file, which must still hold the text of `loaded`.

        `words` say in the past tense what was done, without a capital and a full stop: "accepted the quote of
        Khalifa". After a refusal for `Reason.CHANGED` the file has to be read again; `briefing.editing.meanwhile`
        says what changed in it and carries the change over.
        """
        with self._turn:
            _refuse_newer(loaded.briefing)
            try:
                spliced = splice(loaded, str(self.path), change)
            except NotSpliced as error:
                raise Refused(Reason.NOT_SPLICED, str(error).rstrip("."), "") from None
            if spliced.text == loaded.text:
                return Done(spliced.loaded, spliced.item, "Nothing changed: the file says so already.", loaded.text)
            step = Step(
                words=clean_line(words),
                before=digest(loaded.text),
                after=digest(spliced.text),
                hunks=journals.hunks_of(loaded.text, spliced.edits),
                at=self._clock(),
            )
            marked, notes = self._save(spliced.text, loaded.text, lambda journal: journals.recorded(journal, step))
            raw = MARK + spliced.text if marked else spliced.text
            new = _still_marked(loaded, spliced.loaded) if marked else spliced.loaded
            return Done(new, spliced.item, _said(step.words[:1].upper() + step.words[1:], notes), raw)

    def undo(self) -> Done:
        """Takes the last edit back that led to the text in the file, also one of an earlier run."""
        with self._turn:
            return self._go("undo")

    def redo(self) -> Done:
        """Makes the edit again that was undone last."""
        with self._turn:
            return self._go("redo")

    def _go(self, way: str) -> Done:
        back = way == "undo"
        opening = "Not undone" if back else "Not done again"
        try:
            raw = store.read(self.path, keep_mark=True)
            text = raw.removeprefix(MARK)
            journal = self._journal().read()
            place = (journals.to_undo if back else journals.to_redo)(journal, digest(text))
            if place is None:
                raise _nowhere_to_go(journal, digest(text), back=back)
            step = journal.steps[place - 1 if back else place]
            hunks = journals.inverse(step.hunks) if back else step.hunks
            new = journals.forward(text, hunks)
            if new is None or digest(new) != (step.before if back else step.after):
                raise Refused(Reason.FAILED, "its journal is damaged", "change the text by hand")
            loaded = load.load(MARK + new if raw != text else new, str(self.path))
            done = place - 1 if back else place + 1
            marked, notes = self._save(new, text, lambda journal: journal._replace(done=done))
        except store.Unreadable as error:
            raise Refused(Reason.GONE, error.problem.message, error.problem.fix, opening) from None
        except Refused as error:
            raise error if error.reason is Reason.NOTHING else error.opened(opening) from None
        said = _said(f"{'Undone' if back else 'Done again'}: {clean_line(step.words)}", notes)
        return Done(loaded, _item_at(loaded.briefing, hunks[0]), said, MARK + new if marked else new)

    def _journal(self) -> History:
        """The history of the file that the path leads to at the moment."""
        file = resolved(self.path)
        if self._history is None or self._history_of != file:
            self._history, self._history_of = History(self._state, file), file
        return self._history

    def _save(self, text: str, expected: str, change: Callable[[Journal], Journal]) -> tuple[bool, list[str]]:
        """Saves, with what is replaced kept and the journal changed before that; a kill between them does no harm,
        because the journal is compared with the text. Returns whether the file has a mark, and what is to be said."""
        history = self._journal()
        noted = history.note
        notes: list[str] = []
        in_journal: list[tuple[Journal, Journal]] = []

        def before(data: bytes) -> None:
            notes.extend(self._keep(data))
            in_journal.append(history.update(change))

        try:
            saved = save(self.path, text, expected, before)
        except Refused:
            for old, new in in_journal:
                history.update(partial(_taken_out, old, new))
            raise
        notes.extend(saved.notes)
        if history.note != noted:
            notes.append(history.note)
        if saved.overtaken is not None:
            notes.extend((_OVERTAKEN, *self._keep(saved.overtaken)))
        return saved.marked, notes

    def _keep(self, data: bytes) -> list[str]:
        """Keeps what is replaced; returns a sentence when that is not possible."""
        if self._state is None:
            return []
        now = self._clock()
        try:
            kept.keep(self._state, self._history_of, data, now)
        except OSError as error:
            return [f"What was replaced could not be kept: {(error.strerror or str(error)).lower()}."]
        if now - self._pruned >= _PRUNE_EVERY:
            self._pruned = now
            kept.prune(self._state, now)
            prune_history(self._state, now)
        return []


def _taken_out(old: Journal, new: Journal, present: Journal) -> Journal:
    """The journal without the change from `old` to `new`, unless there have been others since."""
    return old if present == new else present


def _refuse_newer(briefing: Briefing) -> None:
    if briefing.read_only:
        raise Refused(
            Reason.NEWER_FORMAT, "the file is in a newer version of the format", "edit it with a newer briefing"
        )


def _still_marked(old: load.Loaded, new: load.Loaded) -> load.Loaded:
    """The briefing after an edit, with what was said about its byte order mark, which splices do not see."""
    shown, caret = excerpt(new.text, new.briefing.lines, 0)
    found = [each for each in old.problems if each.code == "byte-order-mark"]
    return replace(new, problems=(*(replace(each, excerpt=shown, caret=caret) for each in found), *new.problems))


def _nowhere_to_go(journal: Journal, present: str, *, back: bool) -> Refused:
    foreign = journals.place(journal, present) is None
    if foreign and back and journal.done:
        words = clean_line(journal.steps[journal.done - 1].words)
        fix = "take that change back in your editor, or change the text by hand"
        return Refused(Reason.CHANGED, f"the file was changed after “{words}”", fix)
    if foreign and not back and journal.done < len(journal.steps):
        words = clean_line(journal.steps[journal.done].words)
        fix = "take that change back in your editor, or make the edit anew"
        return Refused(Reason.CHANGED, f"the file was changed after “{words}” was undone", fix)
    if back:
        return Refused(Reason.NOTHING, "no edit of the last week is left", "", "Nothing to undo")
    return Refused(Reason.NOTHING, "no edit was undone", "", "Nothing to do again")


def _item_at(briefing: Briefing, hunk: Hunk) -> Item | None:
    """The item that the result of a hunk begins, else the one that it is in or behind."""
    start, end = hunk.start, hunk.start + len(hunk.new)
    items = sorted(briefing.items(), key=lambda item: item.offset)
    begun = [item for item in items if start <= item.offset < end]
    before = [item for item in items if item.offset <= start]
    return begun[0] if begun else before[-1] if before else None


def _said(words: str, notes: list[str]) -> str:
    return " ".join((words if words.endswith((".", "?", "!", "…")) else f"{words}.", *notes))
