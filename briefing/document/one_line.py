"""What an entry of a map says when it is written as one string."""

from __future__ import annotations

import re

from briefing.document.grammar import Section

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


def as_fields(section: Section, text: str) -> list[str]:
    """Returns `text`, an entry written as one string, as the fields that say the same: `name: …`, `role: …`."""
    names = {field.target: field.name for field in section.fields}
    return [f"{names[attribute]}: {value}" for attribute, value in one_string(section, text).items()]
