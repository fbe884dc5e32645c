"""How a text is written: plain where YAML reads it as it is, in quotes where it must be, in a block where it has lines.

The style of what is replaced is kept when it can be.
"""

from __future__ import annotations

import re

from briefing.document.edits import Edit
from briefing.document.lines import is_plain, key_needs_quotes, quoted
from briefing.document.splicing.nodes import Node
from briefing.document.splicing.page import Page

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})
_FLOW_SIGNS = re.compile(r"[,\[\]{}?]|:(?![\w/])|[\"'#](?=[\s,\]}])")
_FEEDS = re.compile(r"(?<!^)(?<!\n)\n+")
_HEADER_END = re.compile(r"[|>][0-9+-]*")
STEP = 2
"""Columns by which what is new stands deeper than what it belongs to, where no neighbour shows it."""


def inline(text: str, flow: bool, style: str = "") -> str:
    """Returns `text` as a scalar on one line. `flow` is true inside brackets; `style` is that of what it replaces."""
    if style == '"' or "\n" in text:
        return f'"{text.translate(_ESCAPES)}"'
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    return text if plain(text, flow) else quoted(text)


def key(name: str, flow: bool, style: str = "") -> str:
    """Returns `name` as a key."""
    if style in ("'", '"') or key_needs_quotes(name):
        return inline(name, flow, style if style in ("'", '"') else '"')
    return inline(name, flow)


def plain(text: str, flow: bool) -> bool:
    """True when YAML reads `text`, one line, as it is written."""
    if text != text.strip() or not is_plain(text) or "\n" in text:
        return False
    return not (flow and (_FLOW_SIGNS.search(text) or text[0] in "-?:"))


def as_block(text: str) -> bool:
    """True for a text that is written as lines below a `|`."""
    return "\n" in text and not text.isspace()


def block(text: str, column: int, step: int = STEP) -> tuple[str, list[str]]:
    """Returns the header and the lines of a literal block below what stands in `column`."""
    header = f"|{step}" if text.lstrip("\n")[:1] in (" ", "\t") else "|"
    return header, _indented(text.split("\n"), column + step)


def _indented(lines: list[str], column: int) -> list[str]:
    return [" " * column + line if line else "" for line in lines]


def replaced(page: Page, node: Node, text: str, column: int, flow: bool) -> list[Edit]:
    """Returns the edits that make the scalar `node` read `text`; it hangs on what stands in `column`."""
    if node.style in ("|", ">") and not flow and not text.isspace():
        return _reblocked(page, node, text, column)
    if as_block(text) and not flow:
        header, lines = block(text, column)
        end = page.end(node.end)
        return [
            Edit(node.start, node.end, _spaced(page, node, header)),
            Edit(end, end, "".join(page.break_ + line for line in lines)),
        ]
    written = inline(text, flow, node.style)
    if node.style in ("|", ">"):
        return [Edit(node.start, node.end, written)]
    return [Edit(node.start, node.end, _spaced(page, node, written))]


def _spaced(page: Page, node: Node, written: str) -> str:
    """What is written where nothing stood needs a blank before it."""
    before = page.text[node.start - 1 : node.start]
    return f" {written}" if node.start == node.end and before not in (" ", "\t") else written


def _reblocked(page: Page, node: Node, text: str, column: int) -> list[Edit]:
    """Gives a block other lines. A folded one stays folded unless a line of the text begins with a blank."""
    match = _HEADER_END.match(page.text, node.start)
    header = match.group() if match else "|"
    header_end = page.end(node.start)
    indent = _block_column(page, node, header, header_end, column)
    lines = text.split("\n")
    digits = [sign for sign in header if sign.isdigit()]
    new = header
    if any(line[:1] in (" ", "\t") for line in lines):
        new = new.replace(">", "|")
        if not digits and text.lstrip("\n")[0] in (" ", "\t"):
            if not 0 < indent - column < 10:
                indent = column + STEP
            new += str(indent - column)
    if new[0] == ">":
        lines = _FEEDS.sub(r"\g<0>\n", text).split("\n")
    body = "".join(page.break_ + line for line in _indented(lines, indent))
    edits = [Edit(header_end, max(node.end, header_end), body)]
    if new != header:
        edits.append(Edit(node.start, node.start + len(header), new))
    return edits


def _block_column(page: Page, node: Node, header: str, header_end: int, column: int) -> int:
    for sign in header:
        if sign.isdigit():
            return column + int(sign)
    at = page.below(header_end)
    while at < node.end:
        if not page.is_blank(at):
            return page.indent(at)
        at = page.below(at)
    return column + STEP
