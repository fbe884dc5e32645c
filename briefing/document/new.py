"""The text of the smallest valid briefing, with comments that teach, made from the grammar.

Prose stands behind `##`, examples behind `#`: taking one `#` away from any stretch of lines, as an editor's key for
comments does, leaves valid YAML that is still explained.
"""

from __future__ import annotations

import re

from briefing.document import grammar
from briefing.document.grammar import Section
from briefing.text import clean_line

_INTRODUCTION = """\
## A living briefing: edit it here, look at it with `briefing FILE`.
## Behind # stand examples and hints. Take one # away to use an example; delete what you do not need.
## An item of a list begins `- head: text`; whatever else belongs to it stands on further lines, indented."""

_LIVE = "questions"
"""The section that is not commented out: without one the file would not be known as a briefing in its folder."""
_FIRST = "  - open: What is not known yet?"

_PLACEHOLDER = "…"
_RARE = frozenset({"id", "draft", "sha256", "conflict"})
"""Fields that programs write; docs/fields.md has them all."""

_PLAIN = re.compile(r"[^\W\d_](?:[^:#]|:(?=\S)|(?<=\S)#)*(?<![\s:])")
"""Texts that may stand in YAML without quotes: they begin with a letter, and no `: ` nor ` #` is in them."""


def new(title: str) -> str:
    """Returns the text of a new briefing. `title` is brought onto one line; raises `ValueError` when it is empty."""
    words = " ".join(clean_line(title).split())
    if not words:
        raise ValueError("a briefing needs a title")
    parts = [_INTRODUCTION, _top(words), *(_section(section) for section in grammar.SECTIONS)]
    return "\n\n".join(parts) + "\n"


def title_of(stem: str) -> str:
    """Returns a title for a file name without its ending: `harbour-strike` → `Harbour strike`."""
    words = " ".join(re.split(r"[\s_-]+", stem.strip(" ._-")))
    return words[:1].upper() + words[1:] or "Untitled briefing"


def scalar(text: str) -> str:
    """Returns one line of cleaned text as YAML writes it: plain where that is safe, else in single quotes."""
    return text if _PLAIN.fullmatch(text) else "'" + text.replace("'", "''") + "'"


def _top(title: str) -> str:
    named = grammar.TOP_BY_NAME
    lines = [f"## {_sentence(named['title'].help)}", f"title: {scalar(title)}"]
    lines += [
        f"#{f'{name}: {field.example or _PLACEHOLDER}':<24}# {field.help}"
        for name, field in named.items()
        if name not in ("title", "briefing", "conflict")
    ]
    return "\n".join(lines)


def _section(section: Section) -> str:
    lines = [f"## {section.title}. {_sentence(section.help)}"]
    if section.heads:
        lines.append(f"## Heads: {', '.join(section.heads)}.")
    lines.append(f"## Further fields: {', '.join(_further(section))}.")
    if section.name == _LIVE:
        return "\n".join((*lines, f"{section.name}:", _FIRST, *_example(section)))
    return "\n".join((*lines, f"#{section.name}:", *_example(section)))


def _example(section: Section) -> list[str]:
    """The section's example, behind `#`; an item also with the passage it rests on, as nearly every item has one."""
    src = section.field("src")
    passage = [f"#    src: {src.example}"] if src and section.shape == "list" else []
    return [f"#  {section.example}", *passage]


def _further(section: Section) -> list[str]:
    return [field.name for field in section.fields if field.name not in _RARE]


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."
