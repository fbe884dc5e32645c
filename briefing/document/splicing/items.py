"""An item that is there: another head, another text, fields set and taken out."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.document.edits import Edit
from briefing.document.grammar import Section
from briefing.document.heads import tight_colon
from briefing.document.one_line import one_string
from briefing.document.splicing.changes import Value
from briefing.document.splicing.nodes import Node
from briefing.document.splicing.page import Page
from briefing.document.splicing.places import Element, Places
from briefing.document.splicing.scalars import STEP, key, replaced
from briefing.document.splicing.values import has_lines, line_out, lines_below, lines_of, pair, revalued, without
from briefing.model import Item
from briefing.text import clean


@dataclass(slots=True, eq=False)
class Rewriting:
    """What is to become of one item. `fields` are by name, None for those that go."""

    head: str | None
    text: str | None
    fields: dict[str, Value | None]


def rewritten(places: Places, item: Item, wanted: Rewriting) -> list[Edit]:
    """Returns the edits that make `item` what is wanted. Raises `NotSpliced`."""
    section = places.section_of(item)
    element = places.element(item)
    for name, value in wanted.fields.items():
        if value is None and element.field(name) is None and not (element.map is None and section.shape == "map"):
            raise places.page.refusal(f"this {section.noun} has no {name}", item.offset)
    if section.shape == "map":
        if wanted.text is not None:
            wanted.fields[section.text_field] = wanted.text
        if element.map is None:
            return _one_string(places, element, wanted.fields)
        return _fields(places.page, element, wanted.fields)
    fields = _fields(places.page, element, wanted.fields)
    # Of what is put in at one place, a brace comes first and further fields come last.
    braces = [edit for edit in fields if edit.start == edit.end == element.begin]
    return [*braces, *_opening(places.page, element, wanted), *(edit for edit in fields if edit not in braces)]


def _opening(page: Page, element: Element, wanted: Rewriting) -> list[Edit]:
    """Head and text of an item of a list."""
    item, text = element.item, element.text
    if text is None or (wanted.head is None and wanted.text is None and (element.key or not wanted.fields)):
        return []
    flow = element.holder is not None or (element.map is not None and element.map.flow)
    if element.key is None or item.offset == item.marks[""][1]:
        return _bare(page, element, wanted, flow)
    at = item.marks[""][1]
    hashed = text.nothing and page.text[at : at + 1] == "#"
    if text.kind == "scalar" and not hashed and clean(text.value.rstrip("\n")) != item.text:
        message = f"head and text of this {element.section.noun} are written with names for them; begin it with "
        raise page.refusal(f"{message}{element.section.example} first", item.offset)
    edits = []
    if wanted.head is not None and wanted.head != item.head:
        edits.append(Edit(element.key.start, element.key.end, key(wanted.head, flow, element.key.style)))
    if wanted.text is not None and wanted.text != item.text:
        if hashed:
            text = Node("scalar", at, page.content_end(at, page.end(at)), "", item.text, [], [])
        edits += replaced(page, text, wanted.text, page.column(element.key.start), flow)
    return edits


def _bare(page: Page, element: Element, wanted: Rewriting, flow: bool) -> list[Edit]:
    """A line without a head stays one as long as nothing asks for a head."""
    item, text = element.item, element.text
    assert text is not None
    head = item.head if wanted.head is None else wanted.head
    words = item.text if wanted.text is None else wanted.text
    needs_head = bool(wanted.fields) or head != item.head or element.key is not None or "\n" in words
    if not needs_head and not tight_colon(element.section, words):
        return replaced(page, text, words, page.column(element.begin), flow)
    start = element.key.start if element.key else text.start
    node = Node("scalar", start, text.end, text.style if element.key is None else "", words, [], [])
    opening = Edit(start, start, f"{key(head, flow)}: ")
    lines = any(sign in page.text[start : text.end] for sign in "\n\r")
    if element.key is None and words == item.text and not lines:
        return [opening]
    return [opening, *replaced(page, node, words, page.column(start), flow)]


def _fields(page: Page, element: Element, fields: dict[str, Value | None]) -> list[Edit]:
    section = element.section
    flow = element.holder is not None or (element.map is not None and element.map.flow)
    column = _column(page, element)
    edits = []
    new: dict[str, Value] = {}
    for name, value in fields.items():
        old = element.field(name)
        if value is None:
            continue
        if old is None:
            new[name] = value
        else:
            edits += revalued(page, old[1], value, section.field(name), column, flow)
    gone = {name for name, value in fields.items() if value is None}
    if flow:
        return edits + _fields_in_brackets(page, element, new, gone)
    edits += [line_out(page, name.start, value.end) for name, value in element.pairs if name.value in gone]
    last = [value.end for name, value in element.pairs if name.value not in gone]
    end = max([*last, (element.text or element.key or element).end])
    lines: list[str] = []
    for name, value in new.items():
        first, *rest = lines_of(name, value, section.field(name), column)
        lines += [" " * column + first, *rest]
    return edits + lines_below(page, end, lines)


def _column(page: Page, element: Element) -> int:
    """The column of the names of the fields, from 0."""
    first = element.map or element.text
    if element.section.shape == "map" and element.pairs:
        return page.column(element.pairs[0][0].start)
    if element.section.shape == "list" and element.key is not None:
        return page.column(element.key.start)
    return page.column(first.start if first else element.begin)


def _fields_in_brackets(page: Page, element: Element, new: dict[str, Value], gone: set[str]) -> list[Edit]:
    map_ = element.map
    written = ", ".join(pair(name, value) for name, value in new.items())
    if map_ is None or page.text[map_.start] != "{":
        # `[2024: what happened]`: the pair needs braces of its own before anything can stand beside it.
        start, end = element.begin, element.end
        return [Edit(start, start, "{ "), Edit(end, end, f", {written} }}")] if new else []
    edits: list[Edit] = []
    parts = [(name.start, value.end) for name, value in map_.pairs]
    numbers = [number for number, (name, _) in enumerate(map_.pairs) if name.value in gone]
    kept = [end for number, (_, end) in enumerate(parts) if number not in numbers]
    if numbers and (kept or not new):
        edits += without(page, map_, parts, numbers)
    if not new:
        return edits
    if kept:
        between = _separator(page, parts)
        written = between.join(pair(name, value) for name, value in new.items())
        return [*edits, Edit(kept[-1], kept[-1], between + written)]
    if parts:
        return [*edits, Edit(parts[0][0], parts[-1][1], written)]
    return [*edits, Edit(map_.start, map_.end, f"{{ {written} }}")]


def _separator(page: Page, parts: list[tuple[int, int]]) -> str:
    """What the author writes between two fields."""
    if len(parts) > 1:
        found = page.text[parts[-2][1] : parts[-1][0]]
        if found.strip() == ",":
            return found
    return ", "


def _one_string(places: Places, element: Element, fields: dict[str, Value | None]) -> list[Edit]:
    """An entry written as one string stays one when that can say what is wanted; else it gets fields."""
    page, section, text = places.page, element.section, element.text
    assert text is not None
    names = {field.target: field.name for field in section.fields}
    has: dict[str, Value] = {
        names[target]: value for target, value in one_string(section, text.value.rstrip("\n")).items() if value
    }
    for name, value in fields.items():
        if value is None and name not in has:
            raise page.refusal(f"this {section.noun} has no {name}", element.item.offset)
        if value is None:
            del has[name]
        else:
            has[name] = value
    written = compact(section, has)
    flow = element.holder is not None
    if written is not None:
        if written == text.value:
            return []
        return replaced(page, text, written, page.column(element.begin), flow)
    if section.text_field in has:
        has = {section.text_field: has[section.text_field], **has}
    style = "{" if flow else neighbouring(places, section, element.item)
    lines = any(map(has_lines, has.values()))
    if style != "block" and (flow or not lines):
        inner = " " if style == "{ " else ""
        return _braced(page, text, "{" + inner + ", ".join(pair(*field) for field in has.items()) + inner + "}")
    column = page.column(element.begin) + STEP
    below: list[str] = []
    for name, value in has.items():
        first, *rest = lines_of(name, value, section.field(name), column)
        below += [" " * column + first, *rest]
    start = text.start
    while page.text[start - 1] in " \t":
        start -= 1
    return [Edit(start, text.end, ""), *lines_below(page, text.end, below)]


def _braced(page: Page, text: Node, written: str) -> list[Edit]:
    blank = " " if text.nothing and page.text[text.start - 1] not in " \t" else ""
    return [Edit(text.start, text.end, blank + written)]


def compact(section: Section, has: dict[str, Value]) -> str | None:
    """Returns the one string that says the fields `has`, or None."""
    names = {field.name: field.target for field in section.fields}
    values = {names.get(name, name): value for name, value in has.items()}
    if set(values) == {"text", "role"} and section.name == "actors":
        written = f"{values['text']} ({values['role']})"
    elif len(values) == 1 and isinstance(only := next(iter(values.values())), str):
        written = only
    else:
        return None
    return written if one_string(section, written) == values else None


def neighbouring(places: Places, section: Section, item: Item | None) -> str:
    """Returns how the nearest entry with fields is written: `{ ` or `{` for brackets, `block` for lines."""
    page = places.page
    entries = places.items(section)
    at = next((number for number, entry in enumerate(entries) if entry is item), len(entries))
    near = sorted(range(len(entries)), key=lambda number: abs(number - at))[:50]
    for entry in (entries[number] for number in near if number != at):
        colon = page.text.find(":", entry.offset)
        rest = page.text[colon + 1 : page.end(colon)].strip(" \t")
        if rest[:1] == "{":
            return "{ " if rest[1:2] == " " else "{"
        if not rest or rest[0] == "#":
            return "block"
    return "{ " if section.name != "sources" else "block"
