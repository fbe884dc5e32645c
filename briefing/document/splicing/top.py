"""The fields of the top level, and where a name goes that the file does not have yet."""

from __future__ import annotations

import re

from briefing.document.edits import Edit
from briefing.document.grammar import BY_NAME, SECTIONS, TOP_BY_NAME
from briefing.document.splicing.changes import NotSpliced, Value
from briefing.document.splicing.nodes import Node
from briefing.document.splicing.order import TOP_ORDER
from briefing.document.splicing.page import Page
from briefing.document.splicing.places import Places
from briefing.document.splicing.values import lines_of, revalued


def set_top(places: Places, name: str, value: Value) -> list[Edit]:
    """Returns the edits that set the field `name` of the top level. Raises `NotSpliced`."""
    page = places.page
    field = TOP_BY_NAME.get(name)
    found = _pair(places, name)
    if found is not None:
        key, old = found
        if old.end > page.end(key.start) and not page.first(key.start):
            raise page.refusal("this file stands in brackets as a whole; edit it by hand", key.start)
        return revalued(page, old, value, field, page.column(key.start), flow=not page.first(key.start))
    root, place, _ = new_name(places, name)
    first, *rest = lines_of(name, value, field, root)
    lines = [" " * root + first, *rest]
    if place < 0:
        return [Edit(0, 0, "".join(line + page.break_ for line in lines))]
    return [Edit(place, place, "".join(page.break_ + line for line in lines))]


def remove_top(places: Places, name: str) -> tuple[int, int]:
    """Returns the lines `[start, end)` of the field `name` of the top level. Raises `NotSpliced`."""
    page = places.page
    found = _pair(places, name)
    if found is None:
        raise NotSpliced(f"the briefing has no {name[:60]}")
    key, value = found
    if not page.first(key.start):
        raise page.refusal("this file stands in brackets as a whole; edit it by hand", key.start)
    return page.start(key.start), page.below(max(key.end, value.end))


def _pair(places: Places, name: str) -> tuple[Node, Node] | None:
    briefing = places.loaded.briefing
    if name in briefing.marks:
        return places.pair(briefing.marks[name][0])
    if name not in briefing.extra:
        return None
    for match in re.finditer(rf"(?:^|(?<=[\n\r]))[ ]*(['\"]?{re.escape(name)}['\"]?)[ \t]*:", places.page.text):
        if places.page.column(match.start(1)) == _root(places):
            return places.pair(match.start(1))
    raise NotSpliced(f"the place of {name[:60]} in the file was not found; edit it by hand")


def _root(places: Places) -> int:
    """The column of the names of the top level."""
    marks = places.loaded.briefing.marks
    return min((places.page.column(found[0]) for found in marks.values()), default=0)


def new_name(places: Places, name: str) -> tuple[int, int, bool]:
    """Returns where a new name of the top level goes: its column, the end of the line that it goes below (-1: the
    beginning of the file), and whether a blank line stands between. Raises `NotSpliced`."""
    page = places.page
    marks = places.loaded.briefing.marks
    if not marks:
        return 0, page.last_end(len(page.text)) if page.text.strip() else -1, False
    first = min(marks.values())[0]
    if not page.first(first):
        raise page.refusal("this file stands in brackets as a whole; edit it by hand", first)
    order = {known: number for number, known in enumerate(TOP_ORDER)}
    rank = order.get(name, order["notes"])
    before = [known for known in marks if order[known] < rank or known == name]
    if not before:
        start = page.start(first)
        return _root(places), page.last_end(start) if start else -1, False
    above = max(before, key=order.__getitem__)
    return _root(places), _end(places, above), name in BY_NAME and _apart(places)


def _end(places: Places, name: str) -> int:
    """Where the last line of what stands under `name` ends."""
    page = places.page
    section = BY_NAME.get(name)
    marks = places.loaded.briefing.marks[name]
    items = places.items(section) if section else []
    if section and items and page.text[marks[1] : marks[1] + 1] not in ("[", "{"):
        return page.last_end(places.extent(items[-1])[1])
    key, value = places.pair(marks[0])
    return page.end(max(key.end, value.end))


def _apart(places: Places) -> bool:
    """True when blank lines part the sections of this file, or nothing shows it."""
    page: Page = places.page
    marks = places.loaded.briefing.marks
    starts = [marks[section.name][0] for section in SECTIONS if section.name in marks]
    found = []
    for at in starts:
        start, _ = places.lines(at, at)
        if start > 0:
            found.append(page.is_blank(page.above(start)))
    return found.count(True) >= found.count(False)
