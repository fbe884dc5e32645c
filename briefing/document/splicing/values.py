"""How the value of a field is written, and how one that is there is made another."""

from __future__ import annotations

from collections.abc import Collection

from briefing.document.edits import Edit
from briefing.document.grammar import Field, Type
from briefing.document.splicing.changes import Entry, Value
from briefing.document.splicing.nodes import Node
from briefing.document.splicing.page import Page
from briefing.document.splicing.scalars import STEP, as_block, block, inline, key, plain, replaced

_REFERENCES = (Type.ANCHORS, Type.SLUGS, Type.SOURCES)
_LISTS = (*_REFERENCES, Type.TEXTS, Type.WAS)
_PROSE = 3
"""Words of an entry of a list; with more it is prose, which stands on a line of its own."""


def has_lines(value: Value) -> bool:
    """True for a value in which a text has several lines, which brackets would have to hold as one."""
    return any(isinstance(text, str) and as_block(text) for text in ((value,) if isinstance(value, str) else value))


def in_brackets(value: Value) -> str:
    """Returns a value as it stands inside brackets, on one line."""
    if isinstance(value, str):
        return inline(value, flow=True)
    return "[" + ", ".join(map(_entry, value)) + "]"


def _entry(entry: Entry) -> str:
    """An entry of a list as it stands inside brackets."""
    if isinstance(entry, str):
        return inline(entry, flow=True)
    return "{ " + ", ".join(pair(*part) for part in entry) + " }"


def pair(name: str, value: Value) -> str:
    """Returns `name: value` as it stands inside brackets."""
    return f"{key(name, flow=True)}: {in_brackets(value)}"


def lines_of(name: str, value: Value, field: Field | None, column: int) -> list[str]:
    """Returns the lines of `name: value` in a block whose names stand in `column`; the first without its indent."""
    first, *rest = _behind_colon(value, field, column)
    return [f"{key(name, flow=False)}:{first}", *rest]


def _behind_colon(value: Value, field: Field | None, column: int) -> list[str]:
    if isinstance(value, str):
        return _text_lines(" ", value, column)
    if len(value) == 1 and not isinstance(value[0], str):
        return [" " + _entry(value[0])]
    if _on_one_line(value, field):
        return [" " + in_brackets(value)]
    return ["", *_dashed(value, column + STEP)]


def _dashed(entries: tuple[Entry, ...], dash: int) -> list[str]:
    lines = []
    for entry in entries:
        first, *rest = _text_lines("- ", entry, dash) if isinstance(entry, str) else [f"- {_entry(entry)}"]
        lines += [" " * dash + first, *rest]
    return lines


def _text_lines(before: str, text: str, column: int) -> list[str]:
    if as_block(text):
        header, lines = block(text, column)
        return [before + header, *lines]
    return [before + inline(text, flow=False)]


def _on_one_line(value: tuple[Entry, ...], field: Field | None) -> bool:
    """Slugs, anchors and short names stand in brackets; prose never does, because a comma would split it."""
    if field is not None and field.type in _REFERENCES:
        return True
    texts = [entry for entry in value if isinstance(entry, str)]
    return texts == list(value) and all(plain(text, flow=True) and len(text.split()) <= _PROSE for text in texts)


def entries_of(value: Value, field: Field | None) -> tuple[Entry, ...]:
    """Returns the entries of a value for a list: a string of slugs or anchors is split at its commas."""
    if isinstance(value, tuple):
        return value
    if field is not None and field.type in _REFERENCES:
        return tuple(part.strip() for part in value.split(","))
    return (value,)


def revalued(page: Page, old: Node, value: Value, field: Field | None, column: int, flow: bool) -> list[Edit]:
    """Returns the edits that make the value `old` of a field `value`. `column` is that of the field's name, `flow` is
    true inside brackets."""
    listed = field is not None and field.type in _LISTS
    if listed and old.kind == "list" and all(entry.kind in ("scalar", "map") for entry in old.entries):
        return _relisted(page, old, entries_of(value, field), column, flow)
    if old.kind == "scalar" and isinstance(value, tuple):
        texts = [entry for entry in value if isinstance(entry, str)]
        if len(value) == len(texts) == 1:
            value = texts[0]
        elif "," in old.value and field is not None and field.type in _REFERENCES:
            value = ", ".join(texts)
    if old.kind == "scalar" and isinstance(value, str):
        return replaced(page, old, value, column, flow)
    return _rewritten(page, old, value, field, column, flow)


def _rewritten(page: Page, old: Node, value: Value, field: Field | None, column: int, flow: bool) -> list[Edit]:
    """Writes a value of another shape. A comment behind it on its line stays."""
    begin = page.content_end(page.start(old.start), old.start) if not page.first(old.start) else old.start
    while page.first(begin) and page.start(begin) > 0:
        above = page.above(page.start(begin))
        begin = page.content_end(above, page.end(above))
    if flow:
        return [Edit(begin, old.end, " " + in_brackets(value))]
    first, *rest = _behind_colon(value, field, column)
    return [Edit(begin, old.end, first), *lines_below(page, old.end, rest)]


def lines_below(page: Page, at: int, lines: list[str]) -> list[Edit]:
    """Puts lines below the line around `at`."""
    end = page.end(at)
    return [Edit(end, end, "".join(page.break_ + line for line in lines))] if lines else []


def _content(entry: Node) -> Entry:
    """What an entry of a list says."""
    if entry.kind == "scalar":
        return entry.value
    return tuple((name.value, ", ".join(scalar.value for scalar in value.scalars())) for name, value in entry.pairs)


def _relisted(page: Page, old: Node, new: tuple[Entry, ...], column: int, flow: bool) -> list[Edit]:
    """Makes the entries of a list `new`, and leaves alone those that are the same at its beginning and its end."""
    was = [_content(entry) for entry in old.entries]
    before = 0
    while before < min(len(was), len(new)) and was[before] == new[before]:
        before += 1
    behind = 0
    while behind < min(len(was), len(new)) - before and was[-1 - behind] == new[-1 - behind]:
        behind += 1
    gone = old.entries[before : len(was) - behind]
    come = new[before : len(new) - behind]
    both = min(len(gone), len(come))
    inside = old.flow or flow
    dash = column if inside else page.column(old.start)
    edits = []
    for entry, becomes in zip(gone, come, strict=False):
        if entry.kind == "scalar" and isinstance(becomes, str):
            edits += replaced(page, entry, becomes, dash, inside)
        else:
            edits.append(Edit(entry.start, entry.end, _entry(becomes)))
    first = before + both
    if len(gone) > both:
        edits += _less(page, old, range(first, len(was) - behind))
    elif len(come) > both:
        edits += _more(page, old, first, come[both:], dash)
    return edits


def _less(page: Page, old: Node, gone: range) -> list[Edit]:
    if old.flow:
        return without(page, old, [(entry.start, entry.end) for entry in old.entries], gone)
    return [line_out(page, old.entries[number].start, old.entries[number].end) for number in gone]


def _more(page: Page, old: Node, at: int, new: tuple[Entry, ...], dash: int) -> list[Edit]:
    """Puts in entries before the one with number `at`."""
    entries = old.entries
    if old.flow:
        written = ", ".join(map(_entry, new))
        if not entries:
            return [Edit(old.start + 1, old.start + 1, written)]
        if at:
            return [Edit(entries[at - 1].end, entries[at - 1].end, f", {written}")]
        return [Edit(entries[0].start, entries[0].start, f"{written}, ")]
    above = entries[at - 1].end if at else page.above(page.start(old.start))
    return lines_below(page, above, _dashed(new, dash))


def line_out(page: Page, start: int, end: int) -> Edit:
    """Takes out the lines from `start` to `end`, which are not the first of the file."""
    return Edit(page.end(page.above(page.start(start))), page.end(end), "")


def without(page: Page, holder: Node, parts: list[tuple[int, int]], gone: Collection[int]) -> list[Edit]:
    """Takes the parts with the numbers `gone` out of a list or map in brackets, each with one of the commas beside it.
    `parts` are where each begins and ends."""
    edits = []
    number = 0
    while number < len(parts):
        first = number
        while number < len(parts) and number in gone:
            number += 1
        if number > first:
            edits.append(_run_out(page, holder, parts, first, number))
        number += 1
    return edits


def _run_out(page: Page, holder: Node, parts: list[tuple[int, int]], first: int, behind: int) -> Edit:
    """Takes out the parts `[first, behind)`. A comment between two parts on lines of their own stays."""
    start, end = parts[first][0], parts[behind - 1][1]
    if first and "#" not in page.text[parts[first - 1][1] : start]:
        return Edit(parts[first - 1][1], end, "")
    following = parts[behind][0] if behind < len(parts) else holder.end
    if behind < len(parts) and "#" not in page.text[end:following]:
        return Edit(start, following, "")
    comma = page.text.find(",", end, following)
    if comma >= 0 and not page.text[end:comma].strip():
        end = comma + 1
    return Edit(start, end, "")
