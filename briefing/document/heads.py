"""The heads of list items: what may stand first, and what the model makes of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing import dates
from briefing.document.fields import Fields
from briefing.document.grammar import BY_NAME, Head, Section
from briefing.document.lines import quoted
from briefing.document.report import Report
from briefing.document.values import Values, is_slug, listed, pair, undated

_TIGHT = re.compile(r":(?=[^\s/])")
_COLONS = 4
"""Colons of a bare line that are tried as the end of its head: a time with a zone has three."""
_LONGEST_FIX = 200
DUE = "todo"


class Opening(NamedTuple):
    """The head and the text of an item as the model keeps them, and what follows from them.

    `bare` is true when what stood first was no head but the beginning of the text.
    """

    head: str
    text: str
    values: dict[str, object]
    bare: bool = False


def tight_colon(section: Section, line: str) -> int:
    """Returns where in a line without `: ` its head ends, the blank after the colon having been forgotten; or 0."""
    for match in list(_TIGHT.finditer(line, 0, 80))[:_COLONS]:
        if may_be_head(section, line[: match.start()]):
            return match.start()
    return 0


def may_be_head(section: Section, head: str) -> bool:
    """True when `head` is one that `section` knows the form of."""
    if section.head in (Head.DATE, Head.DUE):
        return (head == DUE and section.head is Head.DUE) or is_date(head)
    if section.head in (Head.STATUS, Head.LIKELIHOOD):
        return head in section.heads
    if section.head is Head.PAIR:
        return pair(head) is not None
    if section.head is Head.MEASURE:
        return head.replace(" ", "").isalpha()
    return is_slug(head)


def is_date(text: str) -> bool:
    """True when `text` begins as a date does and is one."""
    if len(text) > 200 or (not text[:1].isdigit() and text[:2] != ".."):
        return False
    try:
        dates.parse(text)
    except dates.EdtfError:
        return False
    return True


class Heads:
    """Reads heads. Whatever a head says wrongly is reported, and its item is kept."""

    __slots__ = ("_fields", "_report", "_values")

    def __init__(self, values: Values, fields: Fields, report: Report) -> None:
        self._values = values
        self._fields = fields
        self._report = report

    def read(self, section: Section, head: str, at: int, text: str, text_at: int) -> Opening:
        """Returns what an item of `section` opens with. `at` and `text_at` are the offsets of head and text."""
        kind = section.head
        if not head:
            return self._without(section, text, at)
        if kind is Head.DATE:
            return Opening(head, text, {"date": self._values.date(head, at) or undated(head)})
        if kind is Head.SPEAKER:
            self._values.speaker(head, at)
            return Opening(head, text, {})
        if kind is Head.STATUS:
            return Opening(head, text, {}) if head in section.heads else self._status(section, head, at, text)
        if kind is Head.MEASURE:
            return Opening(head, text, {"value": self._fields.quantity(text, text_at)})
        if kind is Head.PAIR:
            return Opening(head, text, self._pair(head, at))
        if kind is Head.LIKELIHOOD:
            return Opening(head if head in section.heads else self._nearest(section, head, at) or head, text, {})
        return self._due(section, head, at, text)

    def _without(self, section: Section, text: str, at: int) -> Opening:
        message = f"this {section.noun} has no head ({section.head.value})"
        head = section.example.partition(": ")[0]
        fix = f"{head}: {text}" if text and len(text) <= _LONGEST_FIX and "\n" not in text else section.example
        self._report.add(at, "head-missing", message, f"write it as {fix}")
        values: dict[str, object] = {}
        if section.head is Head.DATE:
            values["date"] = undated("")
        elif section.head is Head.MEASURE:
            values["value"] = self._fields.quantity(text, at)
        elif section.head is Head.PAIR:
            values.update(start="", end="")
        return Opening("", text, values)

    def _nearest(self, section: Section, head: str, at: int) -> str:
        """The head that was meant, or ""; reported in either case."""
        near = self._report.nearest(head, section.heads, section.noun)
        message = f"“{head[:60]}” is none of {listed(section.heads)}"
        self._report.add(at, "head-unknown", message, f"write {near}" if near else "")
        return near

    def _status(self, section: Section, head: str, at: int, text: str) -> Opening:
        """One word in small letters was meant for a status; anything else is the beginning of the question."""
        single = " " not in head and head.islower()
        if (single or self._report.nearest(head, section.heads, section.noun)) and (
            near := self._nearest(section, head, at)
        ):
            return Opening(near, text, {})
        if not single:
            self._bare(section, f"{head}: {text}", at)
        return Opening(section.default, f"{head}: {text}".rstrip(), {}, bare=True)

    def _due(self, section: Section, head: str, at: int, text: str) -> Opening:
        if head == DUE:
            return Opening(head, text, {})
        if head.casefold() == DUE:
            self._report.add(at, "head-unknown", f"“{head}” is written {DUE}", f"write {DUE}")
            return Opening(DUE, text, {})
        if head[:1].isdigit() or is_date(head):
            due = self._values.date(head, at)
            return Opening(head, text, {"due": due} if due else {})
        self._bare(section, f"{head}: {text}", at)
        return Opening(DUE, f"{head}: {text}".rstrip(), {}, bare=True)

    def _bare(self, section: Section, line: str, at: int) -> None:
        message = f"this line has no head; it was read as {section.default}"
        fix = f"write - {section.default}: {quoted(line.rstrip())}" if len(line) <= 200 else ""
        self._report.add(at, "repaired-head", message, fix)

    def _pair(self, head: str, at: int) -> dict[str, object]:
        found = pair(head)
        if found is None:
            message = f"“{head[:60]}” does not say who stands to whom"
            self._report.add(at, "relation-arrow", message, f"write it as {BY_NAME['relations'].example}")
            return {"start": head, "end": ""}
        if found.fix:
            self._report.add(at, "relation-arrow", "the arrow is written -> or <->", f"write {found.fix}")
        self._values.speaker(found.start, at)
        self._values.speaker(found.end, at + len(head) - len(found.end))
        return {"start": found.start, "end": found.end, "mutual": found.mutual}
