"""Why an edit of a file was refused: one type for all who change a briefing, so that one place can tell them apart."""

from __future__ import annotations

from enum import Enum


class Reason(Enum):
    """What stands in the way of an edit. The value is what it means."""

    CHANGED = "the file on disk is not the text that the edit was made in"
    NOT_SPLICED = "the edit can't be made in this text"
    NEWER_FORMAT = "the file is in a newer version of the format"
    NOTHING = "there is nothing to undo or to redo"
    ITEM_GONE = "the item to be changed is no longer in the briefing"
    GONE = "the file, its folder or what a link leads to is not there"
    NOT_A_FILE = "the path names a folder, a pipe or a device"
    READ_ONLY = "the file may not be written"
    FOLDER = "nothing may be written in the file's folder"
    FULL = "there is no room for the new text"
    TOO_LARGE = "the new text is larger than a briefing may be"
    NAME = "the path is too long or can't be used"
    BUSY = "another instance is saving the file and does not come to an end"
    FAILED = "the system could not write, for another reason"


class Refused(Exception):
    """Nothing was changed. `why` and `fix` are clauses without a full stop; `str()` is the sentence to be shown. `fix`
    is empty where nothing can be done.

    `opening` says what did not happen: `Not saved`, `Not undone`, `Not redone`.
    """

    def __init__(self, reason: Reason, why: str, fix: str, opening: str = "Not saved") -> None:
        super().__init__(f"{opening}: {why}." + (f" {fix[:1].upper()}{fix[1:]}." if fix else ""))
        self.reason = reason
        self.why = why
        self.fix = fix

    def opened(self, opening: str) -> Refused:
        """Returns the same refusal of something else, as `Not undone`."""
        return Refused(self.reason, self.why, self.fix, opening)
