"""The entries of map sections: `slug: one string` or `slug: {fields}` → sources, sides and actors."""

from __future__ import annotations

from briefing.document.cursor import Cursor
from briefing.document.events import Event, MappingStart, Scalar, SequenceStart
from briefing.document.grammar import BY_NAME, Section
from briefing.document.items import Body, Items, Repairable
from briefing.document.one_line import one_string
from briefing.document.values import Values, is_slug, propose_slug
from briefing.model import Item


class Entries:
    """Reads entries."""

    __slots__ = ("_cursor", "_items", "_repaired", "_values")

    def __init__(self, cursor: Cursor, items: Items, values: Values, repaired: bool) -> None:
        """`repaired` says that the lines have been repaired already, so that nothing asks for it again."""
        self._cursor = cursor
        self._items = items
        self._values = values
        self._repaired = repaired

    def read(self, section: Section, key: Event, found: dict[str, Item]) -> None:
        """Reads the entry that begins with `key` into `found`. One whose slug is there already is reported and left
        out. Raises `Repairable` for a section that has slipped in among the entries."""
        cursor = self._cursor
        at = key.start_mark.index
        slug = self._items.name(key)
        value = cursor.get()
        listed = type(value) is SequenceStart or (type(value) is Scalar and not value.value and not value.style)
        if slug in BY_NAME and listed and not self._repaired:
            raise Repairable
        if slug == "<<":
            message = "<< would take over the entries of another map"
            cursor.report.add(at, "merge-key", message, "write the entries out")
            cursor.skip(value)
            return
        if slug in found:
            first = found[slug].offset
            self._items.repeated(slug, at, first, "slug-repeated", f"write {slug[:40]}-2, or join the two")
            cursor.skip(value)
            return
        if not is_slug(slug):
            message = f"“{slug[:60]}” is no slug: small letters, digits, - and _, from a letter or digit on"
            cursor.report.add(at, "slug-invalid", message, f"write {propose_slug(slug)}")
        found[slug] = self._entry(section, slug, at, value)

    def _entry(self, section: Section, slug: str, at: int, value: Event) -> Item:
        cursor = self._cursor
        value_at = value.start_mark.index
        body = Body({}, {"": (at, value_at)}, {})
        if type(value) is MappingStart:
            cursor.properties(value)
            self._items.body(section, body)
            named = body.marks.get(section.text_field)
            if named:
                body.marks[""] = (at, named[1])
                if named[0] == named[1]:
                    self._unfolded(section, body)
        else:
            text = cursor.words(value)
            body.values.update(one_string(section, text))
            self._check_url(body, value_at)
        attributes = body.values
        if not attributes.get("text"):
            attributes["text"] = slug
        if body.extra:
            attributes["extra"] = body.extra
        return section.item(head=slug, marks=body.marks, **attributes)  # type: ignore[arg-type]

    def _unfolded(self, section: Section, body: Body) -> None:
        """Reads the text of an entry of one line that a repair has given a name, because fields stand below it."""
        _, at = body.marks.pop(section.text_field)
        text = body.values.pop("text", "")
        body.values.update({**one_string(section, str(text)), **body.values})
        self._check_url(body, at)

    def _check_url(self, body: Body, at: int) -> None:
        url = body.values.get("url")
        if isinstance(url, str):
            body.values["url"] = self._values.url(url, at)
