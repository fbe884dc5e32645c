"""Edits of an open briefing: made as splices, saved at once, undone and done again, also after a restart."""

from briefing.document.refusals import Reason as Reason
from briefing.document.refusals import Refused as Refused
from briefing.editing.editing import Done as Done
from briefing.editing.editing import Editing as Editing
