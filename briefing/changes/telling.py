"""Differences as lines for a person: one a difference, under the headings of a briefing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from briefing import dates, model
from briefing.changes.differences import BRIEF, TOLD_BY, Comparison, Difference
from briefing.changes.fields import FieldChange
from briefing.changes.kinds import Kind
from briefing.changes.words import marked, word_diff
from briefing.document import grammar
from briefing.document.grammar import Head
from briefing.export import words
from briefing.export.entries import entry
from briefing.export.linear import fill

LAYOUT = "Further changes of layout and comments."
"""What is said when lines differ that no difference speaks of."""

_INDENT = "  "
_LABEL = 12
"""Cells for the kind of a difference and the blanks behind it; a longer one has two blanks behind it."""


def text(compared: Comparison, width: int = 0) -> str:
    """Returns all differences as lines that end with a line feed; nothing when there is none.

    A difference is one line; with a `width`, in cells, it is folded and its further lines are indented.
    """
    lines: list[str] = []
    for section, group in groupby(compared.differences, key=lambda difference: difference.section):
        lines += ["", heading(section)] if lines else [heading(section)]
        for difference in group:
            lines += _folded(label(difference), *_told(compared, difference), width)
    return "".join(f"{line}\n" for line in lines)


def summary(differences: Sequence[Difference]) -> str:
    """Returns how many there are of which kind: `1 added, 2 reworded`, or `nothing changed`."""
    counts: dict[Kind, int] = {}
    for difference in differences:
        counts[difference.kind] = counts.get(difference.kind, 0) + 1
    return ", ".join(f"{counts[kind]} {kind.value}" for kind in Kind if kind in counts) or "nothing changed"


def heading(section: str) -> str:
    """Returns the heading of the section of that name."""
    return "Brief" if section == BRIEF else grammar.BY_NAME[section].title


def label(difference: Difference) -> str:
    """Returns what became of the item: `answered`, or `dated anew, reworded`."""
    return ", ".join(kind.value for kind in difference.kinds)


def sentence(compared: Comparison, difference: Difference) -> str:
    """Returns one line that says what the item says, with `old → new` or marked words where it changed."""
    content, citation = _told(compared, difference)
    return f"{content} {words.breakable(citation)}" if citation else content


def _told(compared: Comparison, difference: Difference) -> tuple[str, str]:
    """Returns the line without its citation, and the citation with no-break spaces."""
    if difference.section == BRIEF:
        return _of_top(difference), ""
    section = grammar.BY_NAME[difference.section]
    if difference.new is None or difference.old is None:
        briefing, item = (compared.new, difference.new) if difference.new else (compared.old, difference.old)
        assert item is not None
        return _led(briefing, section, item)
    return _of_pair(compared, section, difference, difference.old, difference.new)


def _folded(kind: str, content: str, citation: str, width: int) -> Iterator[str]:
    start = f"{_INDENT}{kind:<{_LABEL}}" if len(kind) < _LABEL else f"{_INDENT}{kind}{_INDENT}"
    return fill(content, width, start, " " * (len(_INDENT) + _LABEL), citation)


def _flat(content: str) -> str:
    return " ".join(content.split())


def _led(briefing: model.Briefing, section: grammar.Section, item: model.Item) -> tuple[str, str]:
    found = entry(briefing, section.name, item)
    lead = f"{item.head}: {found.lead}" if section.name in ("sides", "actors") else found.lead
    return _flat(lead), found.citation


def _of_top(difference: Difference) -> str:
    (change,) = difference.fields
    name = words.label(change.name)
    if difference.kind is Kind.REWORDED:
        return _flat(f"{name}: {marked(difference.words)}")
    return _flat(f"{name}: {' → '.join(part for part in (change.old, change.new) if part)}")


def _of_pair(
    compared: Comparison, section: grammar.Section, difference: Difference, old: model.Item, new: model.Item
) -> tuple[str, str]:
    kinds = set(difference.kinds)
    shown = new
    if section.head is Head.MEASURE:
        head = marked(difference.words) if difference.words else new.head
        value = f"{old.text} → {new.text}" if Kind.SUPERSEDED in kinds else new.text
        shown = replace(new, head=head, text=value)
    elif difference.words:
        shown = replace(new, text=marked(difference.words))
    found = entry(compared.new, section.name, shown)
    lead = _asked(shown) if Kind.ANSWERED in kinds else found.lead
    if section.name in ("sides", "actors"):
        lead = f"{new.head}: {lead}"
    if kinds & _BY_HEAD or (Kind.STATUS in kinds and section.head in _STATES and old.head != new.head):
        lead = f"{_head(compared.old, section, old)} → {lead}"
    told = {name for kind in kinds for name in TOLD_BY.get(kind, ())} - {"status", "retracted"}
    rest = [_field(change) for change in difference.fields if change.name not in told]
    more = f" ({'; '.join(rest)})" if rest else ""
    return _flat(f"{lead}{more}"), found.citation


_BY_HEAD = frozenset([Kind.DATED, Kind.ATTRIBUTED, Kind.RENAMED])
_STATES = (Head.STATUS, Head.LIKELIHOOD)


def _asked(item: model.Item) -> str:
    answer = item.answer if isinstance(item, model.Question) else ""
    return f"{item.text} → {answer}" if answer else item.text


def _head(briefing: model.Briefing, section: grammar.Section, item: model.Item) -> str:
    if isinstance(item, model.Event):
        return words.sentence(dates.words(item.date))
    if isinstance(item, model.Step):
        return words.sentence(dates.words(item.due)) if item.due else "To do"
    if section.head in _STATES:
        return words.sentence(item.head)
    return briefing.name(item.head) if section.head is Head.SPEAKER else item.head


def _field(change: FieldChange) -> str:
    if change.name == "status":
        return f"was {change.old or 'reported'}"
    if change.name == "retracted" and change.new:
        return change.new
    name = "source" if change.name == "src" else words.label(change.name).lower()
    if not change.old:
        return f"{name} added: {change.new}"
    if not change.new:
        return f"{name} removed, was: {change.old}"
    if change.prose:
        return f"{name}: {marked(word_diff(change.old, change.new))}"
    return f"{name}: {change.old} → {change.new}"
