"""Where the parts of a briefing stand: an item with its nodes, a field of the top level, the lines of either."""

from __future__ import annotations

from briefing.document.grammar import BY_NAME, SECTIONS, Section
from briefing.document.load import Loaded
from briefing.document.splicing.changes import NotSpliced
from briefing.document.splicing.nodes import Node, Unparsed, first_entry, first_pair, mended, whole
from briefing.document.splicing.page import Page
from briefing.model import Item
from briefing.records import record

_BROKEN = "this place is not written as YAML has it; write the line anew, or mend it with briefing check --fix"


@record
class Element:
    """An item as it is written.

    `key` is the slug or the head, None for a bare string; `text` the scalar behind it, None for an entry with fields.
    `pairs` are its further fields. `map` is what they stand in: None where there is room for none yet. `begin` is where
    it begins, dash included. `holder` is the list or map in brackets that it is an entry of, None where it begins its
    own line.
    """

    section: Section
    item: Item
    begin: int
    key: Node | None
    text: Node | None
    map: Node | None
    pairs: list[tuple[Node, Node]]
    holder: Node | None

    @property
    def end(self) -> int:
        """Where its last part ends."""
        last = self.map or self.text or self.key
        return last.end if last else self.begin

    def field(self, name: str) -> tuple[Node, Node] | None:
        """Returns key and value of the field `name`, or None."""
        return next((pair for pair in self.pairs if pair[0].value == name), None)


class Places:
    """Finds the parts of one loaded text. What is found is kept, so that several changes look at the same nodes."""

    def __init__(self, loaded: Loaded) -> None:
        self.loaded = loaded
        self.page = Page(loaded.text, loaded.briefing.lines)
        self._sections: dict[int, Section] = {}
        self._offsets: list[int] = []
        self._found: dict[int, Element] = {}
        self._values: dict[str, Node] = {}

    def items(self, section: Section) -> list[Item]:
        """Returns the items of `section` in the order of the file."""
        held = getattr(self.loaded.briefing, section.name)
        return list(held.values()) if section.shape == "map" else list(held)

    def section_of(self, item: Item) -> Section:
        """Returns the section that holds `item`. Raises `NotSpliced` when it belongs to another briefing."""
        if not self._sections:
            for section in SECTIONS:
                self._sections.update((id(other), section) for other in self.items(section))
        found = self._sections.get(id(item))
        if found is None:
            raise NotSpliced("this item is no longer in the briefing; look at the file as it is now")
        return found

    def element(self, item: Item) -> Element:
        """Returns the nodes of `item`. Raises `NotSpliced` for a line that YAML does not take as it stands."""
        found = self._found.get(id(item))
        if found is None:
            found = self._found[id(item)] = self._element(self.section_of(item), item)
        return found

    def section_value(self, section: Section) -> Node | None:
        """Returns the whole value of a section, None when the file does not have it. Raises `NotSpliced`."""
        marks = self.loaded.briefing.marks.get(section.name)
        if marks is None:
            return None
        if section.name not in self._values:
            self._values[section.name] = self.pair(marks[0])[1]
        return self._values[section.name]

    def pair(self, at: int) -> tuple[Node, Node]:
        """Returns key and value of the name at `at` of the top level. Raises `NotSpliced`."""
        page = self.page
        try:
            if page.first(at):
                return first_pair(page.text, page.start(at), len(page.text))
            for key, value in whole(page.text).pairs:
                if key.start == at:
                    return key, value
        except Unparsed:
            pass
        raise page.refusal(_BROKEN, at)

    def bound(self, item: Item) -> int:
        """Returns where the next part of the file begins behind `item`, as far as the loader knows."""
        if not self._offsets:
            briefing = self.loaded.briefing
            self._offsets = sorted(
                [other.offset for other in briefing.items()] + [places[0] for places in briefing.marks.values()]
            )
        from bisect import bisect_right

        at = bisect_right(self._offsets, self.last_mark(item))
        return self._offsets[at] if at < len(self._offsets) else len(self.page.text)

    @staticmethod
    def last_mark(item: Item) -> int:
        """Returns the last offset that the loader keeps of `item`."""
        return max(max(places) for places in item.marks.values())

    def begin(self, section: Section, item: Item) -> int:
        """Returns where `item`, in block style, begins: at its dash, or at its slug. Raises `NotSpliced`."""
        page = self.page
        at = min(places[0] for places in item.marks.values())
        if section.shape == "map":
            if not page.first(at):
                raise page.refusal(_BROKEN, at)
            return at
        start = page.start(at)
        dash = _unbraced(page.text[start:at])
        while not dash and start > 0:
            # A dash may stand alone, above its item.
            start = page.above(start)
            dash = "" if page.is_comment(start) else _unbraced(page.line(start).partition(" #")[0])
        if dash.lstrip(" ") != "-":
            raise page.refusal(_BROKEN, at)
        return start + len(dash) - 1

    def _element(self, section: Section, item: Item) -> Element:
        marks = self.loaded.briefing.marks.get(section.name, (0, 0))
        if self.page.text[marks[1] : marks[1] + 1] in ("[", "{"):
            return self._in_brackets(section, item)
        begin = self.begin(section, item)
        start = self.page.start(begin)
        bound = self.bound(item)
        end = bound if bound == len(self.page.text) else max(self.page.end(begin), self.page.start(bound))
        try:
            if section.shape == "map":
                return self._entry(section, item, first_pair(self.page.text, start, end), None)
            return self._listed(section, item, begin, first_entry(self.page.text, start, end), None)
        except Unparsed:
            return self._mended(section, item, begin, end)

    def _mended(self, section: Section, item: Item, begin: int, end: int) -> Element:
        """The nodes of an item with lines that YAML does not take."""
        try:
            node = mended(self.page.text, self.page.start(begin), end, section.name)
        except Unparsed:
            raise self.page.refusal(_BROKEN, item.offset) from None
        if node.kind == "map" and section.shape == "map" and node.pairs:
            return self._entry(section, item, node.pairs[0], None)
        if node.kind == "list" and section.shape == "list" and node.entries:
            return self._listed(section, item, begin, node.entries[0], None)
        raise self.page.refusal(_BROKEN, item.offset)

    def _in_brackets(self, section: Section, item: Item) -> Element:
        holder = self.section_value(section)
        at = min(places[0] for places in item.marks.values())
        if holder is not None and holder.kind == "map" and section.shape == "map":
            for pair in holder.pairs:
                if pair[0].start == at:
                    return self._entry(section, item, pair, holder)
        if holder is not None and holder.kind == "list" and section.shape == "list":
            for entry in holder.entries:
                if entry.start <= at <= entry.end:
                    return self._listed(section, item, entry.start, entry, holder)
        raise self.page.refusal(_BROKEN, item.offset)

    def _entry(self, section: Section, item: Item, pair: tuple[Node, Node], holder: Node | None) -> Element:
        key, value = pair
        if value.kind == "map":
            return Element(section, item, key.start, key, None, value, value.pairs, holder)
        if value.kind != "scalar" or key.start != item.offset:
            raise self.page.refusal(_BROKEN, item.offset)
        return Element(section, item, key.start, key, value, None, [], holder)

    def _listed(self, section: Section, item: Item, begin: int, node: Node, holder: Node | None) -> Element:
        if node.kind == "scalar":
            return Element(section, item, begin, None, node, None, [], holder)
        head = next((pair for pair in node.pairs if pair[0].start == item.offset), None)
        if node.kind != "map" or head is None or head[1].kind == "other":
            raise self.page.refusal(_BROKEN, item.offset)
        rest = [pair for pair in node.pairs if pair is not head]
        return Element(section, item, begin, *head, node, rest, holder)

    def extent(self, item: Item) -> tuple[int, int]:
        """Returns the part `[start, end)` of the text that is `item`: its lines to the last line break, with the
        comment lines directly above it that stand no deeper than it does, and those below it that do. In a list or a
        map in brackets it is the entry alone. Raises `NotSpliced`."""
        section = self.section_of(item)
        try:
            element = self.element(item)
        except NotSpliced:
            begin = self.begin(section, item)
            return self.lines(begin, self._unparsed_end(item, begin))
        if element.holder is not None:
            return element.begin, element.end
        return self.lines(element.begin, element.end)

    def _unparsed_end(self, item: Item, begin: int) -> int:
        """The end of an item that can't be parsed: before the next, or the comments that belong to that."""
        bound = self.page.start(self.bound(item))
        for problem in self.loaded.problems:
            if problem.code in ("line-lost", "conflict-marker", "unreadable-rest", "several-documents"):
                at = self.loaded.briefing.lines.start(problem.where.line)
                if begin <= at <= bound:
                    raise self.page.refusal(_BROKEN, at)
        last = begin
        at = self.page.below(begin)
        while at < bound:
            if not self.page.is_blank(at) and not self.page.is_comment(at):
                last = at
            at = self.page.below(at)
        return self.page.content_end(begin, self.page.end(last))

    def lines(self, begin: int, end: int) -> tuple[int, int]:
        """Returns the lines from `begin` to `end`, with the comments that belong to what stands there."""
        page = self.page
        column = page.column(begin)
        start = page.start(begin)
        while start > 0:
            above = page.above(start)
            if not page.is_comment(above) or page.indent(above) > column:
                break
            start = above
        below = page.below(end)
        while below < len(page.text) and page.is_comment(below) and page.indent(below) > column:
            below = page.below(below)
        return start, below


def _unbraced(before: str) -> str:
    """What stands before an item on its line, without a brace that opens it."""
    return before.rstrip(" \t").removesuffix("{").rstrip(" \t")


def section_named(name: str) -> Section:
    """Returns the section of that name. Raises `NotSpliced`."""
    section = BY_NAME.get(name)
    if section is None:
        raise NotSpliced(f"no section is called “{name[:60]}”")
    return section
