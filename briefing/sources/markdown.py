"""Markdown to the text that a reader sees, paragraph for paragraph."""

from __future__ import annotations

import re
from typing import NamedTuple

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z_-]{1,40}):[ \t]*(\S.{0,400})$", re.MULTILINE)
_FRONT_LIMIT = 4000
_IMAGE = re.compile(r"!\[([^\]\[]{0,400})\]\([^()\s]{0,2000}(?:[ \t]+\"[^\"]{0,400}\")?\)")
_LINK = re.compile(r"\[([^\]\[]{1,1000})\]\([^()\s]{0,2000}(?:[ \t]+\"[^\"]{0,400}\")?\)")
_REFERENCE = re.compile(r"\[([^\]\[]{1,1000})\]\[[^\]\[]{0,200}\]")
_DEFINITION = re.compile(r"^[ ]{0,3}\[[^\]\[]{1,200}\]:[ \t]*\S+.*$", re.MULTILINE)
_ADDRESS = re.compile(r"<(https?://[^<>\s]{1,2000})>")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,400}>|<!--.{0,2000}?-->", re.DOTALL)
_HEAD = re.compile(r"^[ ]{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_UNDERLINE = re.compile(r"(?<=\S)\n[ ]{0,3}(?:=+|-{2,})[ \t]*$", re.MULTILINE)
_QUOTE = re.compile(r"^[ ]{0,3}(?:>[ ]?)+", re.MULTILINE)
_LIST = re.compile(r"^[ ]{0,3}(?:[-*+]|\d{1,3}[.)])[ \t]+(?=\S)", re.MULTILINE)
_STRONG = re.compile(r"(?<![\w\\])(\*\*|__)(?=\S)([^\n]{1,2000}?)(?<=\S)\1(?!\w)")
_EMPHASIS = re.compile(r"(?<![\w\\*_])([*_])(?=[^\s*_])([^\n*_]{1,2000})(?<=\S)\1(?![\w*_])")
_CODE = re.compile(r"`([^`\n]{1,400})`")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")


class Markdown(NamedTuple):
    """The text of a Markdown file without its markup, and the fields of its front matter by lower-case name."""

    text: str
    fields: dict[str, str]


def plain(text: str) -> Markdown:
    """Returns what `text` says: emphasis, links, images, heads, quotes and list marks give way to their words.

    Front matter between `---` lines at the start is taken away and its `name: value` lines are returned; words in
    brackets that are no link, as insertions in a quotation, stay. Paragraphs keep their order.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    fields: dict[str, str] = {}
    front = _FRONT.match(text, 0, _FRONT_LIMIT) if text.startswith("---") else None
    if front is not None:
        fields = {name.lower(): value.strip().strip("\"'") for name, value in _FIELD.findall(front[1])}
        text = text[front.end() :]
    for pattern, replacement in _STEPS:
        text = pattern.sub(replacement, text)
    return Markdown(text, fields)


_STEPS: tuple[tuple[re.Pattern[str], str], ...] = (
    (_DEFINITION, ""),
    (_IMAGE, r"\1"),
    (_LINK, r"\1"),
    (_REFERENCE, r"\1"),
    (_ADDRESS, r"\1"),
    (_TAG, ""),
    (_QUOTE, ""),
    (_HEAD, r"\1"),
    (_UNDERLINE, ""),
    (_LIST, ""),
    (_STRONG, r"\2"),
    (_EMPHASIS, r"\2"),
    (_CODE, r"\1"),
    (_ESCAPE, r"\1"),
)
