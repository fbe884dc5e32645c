"""The entries of map sections: `slug: one string` or `slug: {fields}` → sources, sides and actors."""

from __future__ import annotations

import re

from briefing.document.cursor import Cursor
from briefing.document.events import Event, MappingStart
from briefing.document.grammar import Section
from briefing.document.items import Body, Items
from briefing.document.values import Values, is_slug, propose_slug
from briefing.model import Item

_NAME_ROLE = re.compile(r"(.*\S)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)\s*", re.DOTALL)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://", re.ASCII)
_TEXT_FILES = (".txt", ".md", ".html")


def one_string(section: Section, text: str) -> dict[str, str]:
    """Returns the attributes that an entry written as one string has, as far as they are not its text.

    An actor's is `Name (role)`. A source's with `scheme://` is an address; one that ends like a text file or has a
    slash is a path; anything else is its title.
    """
    if section.name == "actors":
        match = _NAME_ROLE.fullmatch(text) if len(text) <= 1_000 else None
        return {"text": match[1], "role": match[2].strip()} if match else {"text": text}
    if section.name != "sources":
        return {"text": text}
    if _SCHEME.match(text):
        return {"url": text}
    if "\n" not in text and (text.lower().endswith(_TEXT_FILES) or "/" in text):
        return {"file": text}
    return {"text": text}


class Entries:
    """Reads entries."""

    __slots__ = ("_cursor", "_items", "_values")

    def __init__(self, cursor: Cursor, items: Items, values: Values) -> None:
        self._cursor = cursor
        self._items = items
        self._values = values

    def read(self, section: Section, key: Event, found: dict[str, Item]) -> None:
        """Reads the entry that begins with `key` into `found`. One whose slug is there already is reported and left
        out."""
        cursor = self._cursor
        at = key.start_mark.index
        slug = self._items.name(key)
        value = cursor.get()
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

    def _check_url(self, body: Body, at: int) -> None:
        url = body.values.get("url")
        if isinstance(url, str):
            body.values["url"] = self._values.url(url, at)
