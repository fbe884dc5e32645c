"""What a change means to the loader: the changed parts alone, written so that nothing can be misread, and loaded.

Nothing here knows how a splice writes; that is what makes it a proof of what was written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from briefing.document.grammar import PRIVATE_PREFIX, TOP_BY_NAME, Section
from briefing.document.load import load
from briefing.document.raw import acceptable
from briefing.document.splicing.changes import NotSpliced, Value
from briefing.model import Briefing, Item
from briefing.problems import Problem
from briefing.text import clean, clean_line

_HEAD_LIMIT = 200
"""Characters of a head; YAML gives up on a name after 1,024, and a reader long before."""
_NAME = re.compile(r"[^\W\d][\w. -]*")
"""What a field that the format does not know may be called, so that a misspelt one can be carried along."""
_NO_MISTAKE = ("slug-unknown", "title-missing", "unsettled")
"""What a part alone is always said to lack, and what a merge means to say."""


def checked(text: str, what: str) -> str:
    """Returns `text` when a file can hold it as it is. Raises `NotSpliced` for control characters and the like, for no
    text, and for one that ends in a line break. `what` it is begins the sentence."""
    if not text.strip():
        raise NotSpliced(f"{what} has to say something; to have none, take it out")
    if text.endswith("\n"):
        raise NotSpliced(f"{what} ends in an empty line; leave the line out")
    shown = clean(acceptable(text)[0])
    if shown != text:
        at = next(number for number, (one, other) in enumerate(zip(text, shown, strict=True)) if one != other)
        raise NotSpliced(f"{what} holds the control character U+{ord(text[at]):04X}; take it out")
    return text


def checked_value(value: Value, what: str) -> Value:
    """Returns `value` when a file can hold it. Raises `NotSpliced`."""
    if isinstance(value, str):
        return checked(value, what)
    if not value:
        raise NotSpliced(f"{what} has to name something; to have none, take it out")
    for entry in value:
        for text in (entry,) if isinstance(entry, str) else (text for part in entry for text in part):
            checked(text, f"an entry of {what}")
    return value


def checked_comments(comments: tuple[str, ...]) -> None:
    """Raises `NotSpliced` for what is not a comment on a line of its own."""
    for comment in comments:
        if not checked(comment, "a comment").startswith("#") or "\n" in comment:
            raise NotSpliced("a comment begins with # and stands on one line")


def checked_head(head: str) -> str:
    """Returns `head` when it can stand first in an item. Raises `NotSpliced`."""
    if "\n" in head or len(head) > _HEAD_LIMIT or head != head.strip():
        raise NotSpliced("what stands first in an item is short and on one line; write the rest behind it")
    return checked(head, "what stands first")


def checked_name(section: Section | None, name: str) -> str:
    """Returns `name` when a field of `section` (None: of the top level) may be called so. Raises `NotSpliced`."""
    known = section.field(name) if section else TOP_BY_NAME.get(name)
    if known is None and not (_NAME.fullmatch(name) and len(name) <= _HEAD_LIMIT):
        noun = section.noun if section else "a briefing"
        shown = clean_line(name[:60])
        said = f"“{shown}” can't be the name of a field of {noun}"
        raise NotSpliced(f"{said}; names of your own begin with {PRIVATE_PREFIX}")
    return name


def sample_head(section: Section) -> str:
    """Returns a head that `section` takes, for parts in which the head does not matter."""
    return section.example.removeprefix("- ").partition(": ")[0]


def item(section: Section, head: str, text: str, fields: Mapping[str, Value]) -> tuple[Item, tuple[Problem, ...]]:
    """Returns the item that the loader makes of these parts, and what it says about them.

    For sources, sides and actors an empty `text` stands for none. Raises `NotSpliced` when a value is not what the
    format wants there.
    """
    if section.shape == "map":
        named = {section.text_field: text} if text else {}
        written: object = {head: {**named, **{name: _plain(value) for name, value in fields.items()}}}
    else:
        written = [{head: text, **{name: _plain(value) for name, value in fields.items()}}]
    briefing, problems = _loaded({section.name: written})
    held = getattr(briefing, section.name)
    found = list(held.values()) if section.shape == "map" else list(held)
    if len(found) != 1:
        raise NotSpliced(f"this would not be read as one {section.noun}; {section.example} is how one is written")
    return found[0], problems


def top(name: str, value: Value) -> tuple[Briefing, tuple[Problem, ...]]:
    """Returns the briefing that has this field and nothing else. Raises `NotSpliced` as `item`."""
    return _loaded({name: value})


def _plain(value: Value) -> object:
    """A value as lists and maps of strings."""
    if isinstance(value, str):
        return value
    return [entry if isinstance(entry, str) else dict(entry) for entry in value]


def _loaded(parts: object) -> tuple[Briefing, tuple[Problem, ...]]:
    loaded = load(json.dumps(parts, ensure_ascii=False), "part")
    for problem in loaded.problems:
        if problem.severity == "error" and problem.code not in _NO_MISTAKE:
            raise NotSpliced(f"{problem.message}; {problem.fix}" if problem.fix else problem.message)
    return loaded.briefing, loaded.problems
