"""New items, in the style and the indent of their neighbours, and items that go."""

from __future__ import annotations

from briefing.document.edits import Edit
from briefing.document.grammar import SECTIONS, Section
from briefing.document.splicing.changes import AddItem, NotSpliced, Value
from briefing.document.splicing.items import compact, neighbouring
from briefing.document.splicing.nodes import Node
from briefing.document.splicing.page import Page
from briefing.document.splicing.places import Element, Places
from briefing.document.splicing.scalars import STEP, as_block, key
from briefing.document.splicing.top import new_name
from briefing.document.splicing.values import has_lines, lines_of, pair, without
from briefing.model import Item
from briefing.records import record

_Fields = dict[str, Value]


@record
class Style:
    """How a neighbour is written: the column of its dash or slug, the blanks behind the dash, and whether its fields
    stand in brackets (`{` or `{ `), on lines of their own (`block`), or it is one string (`string`)."""

    column: int
    gap: int
    form: str


def added(places: Places, section: Section, change: AddItem, at: int) -> list[Edit]:
    """Returns the edits that make `change` number `at` of its section. Raises `NotSpliced`."""
    items = places.items(section)
    fields = dict(change.fields)
    if section.shape == "map" and change.text:
        fields = {section.text_field: change.text, **fields}
    if not items:
        return _first(places, section, change, fields)
    neighbour = _neighbour(places, items, at)
    if neighbour.holder is not None:
        written = _in_brackets(places.page, section, change, fields, neighbour)
        where = neighbour.end if at else neighbour.begin
        return [Edit(where, where, f", {written}" if at else f"{written}, ")]
    style = _style(places, section, neighbour)
    lines = [*_comments(change, style), *_lines(places, section, change, fields, style)]
    start, end = places.extent(items[at - 1] if at else items[0])
    return _beside(places, items, at, start, end, lines)


def _neighbour(places: Places, items: list[Item], at: int) -> Element:
    """The item that shows how a new one is written: the one before it, or the nearest that YAML takes."""
    refused: NotSpliced | None = None
    near = range(max(0, at - 9), min(len(items), at + 9))
    for number in sorted(near, key=lambda number: abs(number - at + 1)):
        try:
            return places.element(items[number])
        except NotSpliced as error:
            refused = error
    raise refused or NotSpliced("there is nothing that the new item could stand beside")


def _beside(places: Places, items: list[Item], at: int, start: int, end: int, lines: list[str]) -> list[Edit]:
    """Puts lines behind (`at` > 0) or before the item whose lines are `[start, end)`; blank lines part items as they
    part its neighbours."""
    page = places.page
    apart = False
    if len(items) > 1 and at < len(items):
        apart = end < len(page.text) and page.is_blank(end)
    elif len(items) > 1:
        apart = start > 0 and page.is_blank(page.above(start))
    gap = page.break_ * (1 + apart)
    if not at:
        return [Edit(start, start, page.break_.join(lines) + gap)]
    place = page.last_end(end)
    return [Edit(place, place, gap + page.break_.join(lines))]


def _first(places: Places, section: Section, change: AddItem, fields: _Fields) -> list[Edit]:
    """The first item of a section that is empty, or not there."""
    page = places.page
    value = places.section_value(section)
    step = _step(places, section)
    if value is None:
        root, place, apart = new_name(places, section.name)
        style = Style(root + step, 1, "string")
        lines = [*_comments(change, style), *_lines(places, section, change, fields, style)]
        lines = [" " * root + f"{section.name}:", *lines]
        return [place_lines(page, place, lines, apart)]
    at = places.loaded.briefing.marks[section.name][0]
    if value.pairs or value.entries or value.value or value.kind == "other":
        raise page.refusal(f"{section.name} is not written as the format has it; mend it first", at)
    style = Style(page.column(at) + step, 1, "string")
    lines = [*_comments(change, style), *_lines(places, section, change, fields, style)]
    end = page.end(value.end)
    start = page.content_end(at, value.start)
    below = "".join(page.break_ + line for line in lines)
    return [Edit(start, value.end, ""), Edit(end, end, below)]


def _comments(change: AddItem, style: Style) -> list[str]:
    return [" " * style.column + comment for comment in change.comments]


def place_lines(page: Page, place: int, lines: list[str], apart: bool) -> Edit:
    """Puts lines behind the line that ends at `place`; -1 stands for the beginning of the file."""
    if place < 0:
        return Edit(0, 0, page.break_.join(lines) + page.break_)
    return Edit(place, place, page.break_ * (1 + apart) + page.break_.join(lines))


def _step(places: Places, new: Section) -> int:
    """How much deeper than its section's name an item stands in this file. A dash may stand right below the name."""
    page = places.page
    for section in SECTIONS:
        if section.shape != new.shape:
            continue
        marks = places.loaded.briefing.marks.get(section.name)
        items = places.items(section)
        if marks and items:
            start = page.start(items[0].offset)
            if start > marks[0] and page.text[start : items[0].offset].strip(" \t-") == "":
                return page.indent(start) - page.column(marks[0])
    return STEP


def _style(places: Places, section: Section, neighbour: Element) -> Style:
    page = places.page
    column = page.column(neighbour.begin)
    if section.shape == "map":
        form = "string" if neighbour.map is None else _form(page, neighbour.map)
        return Style(column, 0, form)
    first = neighbour.map or neighbour.text
    inside = first.start if first else neighbour.begin + 2
    gap = inside - neighbour.begin - 1
    same_line = page.start(inside) == page.start(neighbour.begin)
    form = _form(page, neighbour.map) if neighbour.map else "block"
    return Style(column, gap if same_line and 0 < gap < 9 else 1, form)


def _form(page: Page, map_: Node) -> str:
    if not map_.flow:
        return "block"
    return "{ " if page.text[map_.start + 1 : map_.start + 2] == " " else "{"


def _in_brackets(page: Page, section: Section, change: AddItem, fields: _Fields, neighbour: Element) -> str:
    if section.shape == "map":
        text = compact(section, fields) if neighbour.map is None else None
        inner = _form(page, neighbour.map) if neighbour.map else "{ "
        return pair(change.head, text) if text is not None else f"{key(change.head, True)}: {_braces(fields, inner)}"
    bare = neighbour.map is None or page.text[neighbour.map.start] != "{"
    commented = page.text[neighbour.end : page.end(neighbour.end)].lstrip(" \t,")[:1] == "#"
    if bare and not fields and neighbour.map is not None and not commented:
        return pair(change.head, change.text)
    return _braces(
        {change.head: change.text, **fields}, "{ " if bare or not neighbour.map else _form(page, neighbour.map)
    )


def _braces(fields: _Fields, opening: str) -> str:
    return opening + ", ".join(pair(*field) for field in fields.items()) + opening[:0:-1] + "}"


def _lines(places: Places, section: Section, change: AddItem, fields: _Fields, style: Style) -> list[str]:
    """The lines of a new item in block style, with their indents."""
    indent = " " * style.column
    many = any(map(has_lines, fields.values()))
    if section.shape == "list":
        if style.form[0] == "{" and not many and not as_block(change.text):
            return [f"{indent}-{' ' * style.gap}{_braces({change.head: change.text, **fields}, style.form)}"]
        column = style.column + 1 + style.gap
        first, *rest = _block(section, {change.head: change.text, **fields}, column)
        return [f"{indent}-{' ' * style.gap}{first.lstrip(' ')}", *rest]
    text = compact(section, fields) if style.form == "string" else None
    if text is not None:
        first, *rest = lines_of(change.head, text, None, style.column)
        return [indent + first, *rest]
    form = neighbouring(places, section, None) if style.form == "string" else style.form
    if form == "block" or many:
        return [f"{indent}{key(change.head, False)}:", *_block(section, fields, style.column + STEP)]
    return [f"{indent}{key(change.head, False)}: {_braces(fields, form)}"]


def _block(section: Section, fields: _Fields, column: int) -> list[str]:
    lines: list[str] = []
    for name, value in fields.items():
        first, *rest = lines_of(name, value, section.field(name), column)
        lines += [" " * column + first, *rest]
    return lines


def removed(places: Places, item: Item) -> list[Edit]:
    """Returns the edits that take `item` out, with its comments and the blank lines that would be too many."""
    section = places.section_of(item)
    marks = places.loaded.briefing.marks.get(section.name, (0, 0))
    page = places.page
    if page.text[marks[1] : marks[1] + 1] in ("[", "{"):
        element = places.element(item)
        holder = element.holder
        if holder is not None:
            parts = [(name.start, value.end) for name, value in holder.pairs] or [
                (entry.start, entry.end) for entry in holder.entries
            ]
            number = next(n for n, (start, end) in enumerate(parts) if start <= element.begin <= end)
            return without(page, holder, parts, [number])
    start, end = places.extent(item)
    items = places.items(section)
    if len(items) > 1 and items[0] is item and not page.is_blank(page.above(start)):
        while end < len(page.text) and page.is_blank(end):
            end = page.below(end)
    return [lines_out(page, start, end, last=len(items) > 1 and items[-1] is item)]


def lines_out(page: Page, start: int, end: int, last: bool = False) -> Edit:
    """Takes the lines `[start, end)` out, and the blank lines above them when these part them from nothing any more:
    there are blank lines below, too, or they were the `last` of their kind."""
    if last or end >= len(page.text) or page.is_blank(end):
        while start > 0 and page.is_blank(page.above(start)):
            start = page.above(start)
    if end == len(page.text) and start > 0 and page.text[-1:] not in ("\n", "\r"):
        start = page.end(page.above(start))
    return Edit(start, end, "")
