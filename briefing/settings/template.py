"""The command of an editor of one's own: `myedit --at {line}:{column} {file}` → words, without a shell."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping

from briefing.document.nearest import nearest

NAMES = ("file", "line", "column")
"""What may stand in braces: the absolute path, and the line and the column, both from 1."""

APART = "&"
"""As the last word: the editor has a window of its own and is not waited for."""

_NAMED = re.compile(r"\{(\w+)\}")


def fault(text: str) -> tuple[str, str] | None:
    """Returns what is wrong with a template and what to write instead; None when it can be used.

    An empty one is in order: it leaves the choice to `$VISUAL` and `$EDITOR`.
    """
    if not text.strip():
        return None
    try:
        words = shlex.split(text)
    except ValueError:
        return "a quotation mark in editor is never closed", "close it, or write a backslash before it"
    if "\x00" in text:
        return "editor holds a NUL, which no argument may", "leave it out"
    if not words or words == [APART] or _NAMED.search(words[0]):
        return "editor begins with the name of a program", "write vim +{line} {file}"
    names = [name for word in words for name in _NAMED.findall(word)]
    for name in names:
        if name not in NAMES:
            near = nearest(name, NAMES)
            known = f"{{{near}}}" if near else "{file}, {line} or {column}"
            return f"editor knows no {{{name}}}", f"write {known}"
    if "file" not in names:
        return "editor does not say where the file goes", "add {file}"
    return None


def split(text: str) -> list[str]:
    """Returns the words of a command as a shell would split it, nothing expanded. Raises `ValueError` for a quotation
    mark that is never closed."""
    return shlex.split(text)


def fill(words: list[str], values: Mapping[str, str]) -> list[str]:
    """Returns the words with every name in braces replaced by its value; what a value holds is not looked at again."""
    return [_NAMED.sub(lambda found: values.get(found[1], found[0]), word) for word in words]
