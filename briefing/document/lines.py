"""What YAML would make of a piece of one line: is it a key, does it close, would it be read as it is written?

These are the rules of YAML 1.1 as libyaml has them, for the few shapes that a briefing uses. Every function looks at
one line only and takes time linear in it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_LONGEST_KEY = 1_000
"""libyaml gives up on a key after 1,024 characters."""
_DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*+"')
_SINGLE = re.compile(r"'(?:[^']|'')*+'")
_COLON = re.compile(r":(?=[ \t]|$)")
_COMMENT = re.compile(r"(?:^|[ \t])#.*", re.DOTALL)
_HEADER = re.compile(r"[|>](?:[1-9][+-]?|[+-][1-9]?)?[ \t]*(?:[ \t]#.*)?")
_FLOW = re.compile(r"""["'\[\]{}]|(?:^|(?<=[ \t]))#""")
_FLOW_MARK = re.compile(r"""["'\[\]{},][ \t]*""")
_PROPERTY = re.compile(r"[&!][^ \t]*[ \t]+")
_ALIAS = re.compile(r"\*[\w-]+[ \t]*(?:[ \t]#.*)?", re.ASCII)
_NEVER_FIRST = frozenset(",[]{}#&*!|>'\"%@`")


class Key(NamedTuple):
    """A key at the beginning of a piece of a line: its name without quotes, where it ends and where its value begins.

    `spaced` is false when the blank after the colon is missing. Both numbers count from the piece's first character.
    """

    name: str
    end: int
    value: int
    spaced: bool = True


def find_key(piece: str) -> Key | None:
    """Returns the key that `piece` begins with, or None when YAML sees none."""
    first = piece[:1]
    if first in ("'", '"'):
        match = (_DOUBLE if first == '"' else _SINGLE).match(piece)
        end = match.end() if match else 0
    elif first in ("[", "{"):
        end = close_flow(piece, []) or 0
    else:
        end = -1
    if end == 0:
        return None
    if end > 0:
        rest = piece[end:].lstrip(" \t")
        if not _COLON.match(rest):
            return None
        colon = len(piece) - len(rest)
    else:
        found = _COLON.search(piece, 0, _LONGEST_KEY + 2)
        if found is None:
            return None
        colon = end = found.start()
        if end == len(piece[: _LONGEST_KEY + 2]) - 1 and len(piece) > end + 1:
            return None
        if _COMMENT.search(piece, 0, end):
            return None
    value = colon + 1
    while piece[value : value + 1] in (" ", "\t"):
        value += 1
    name = piece[1 : end - 1] if first in ("'", '"') else piece[:end].rstrip(" \t")
    return Key(name, end, value)


def tight_key(piece: str, name: str) -> Key | None:
    """Returns the key `name` when `piece` begins with it and a colon without the blank that should follow."""
    end = len(name)
    if piece.startswith(name) and piece[end : end + 1] == ":" and piece[end + 1 : end + 2] not in ("", " ", "\t"):
        return Key(name, end, end + 1, spaced=False)
    return None


def key_needs_quotes(name: str) -> bool:
    """True when YAML would not take the plain `name` for a key."""
    return name[:1] in "%@`&*!|>,]}" or name[:2] in ("- ", "? ") or not name


def without_comment(piece: str) -> str:
    """Returns `piece` without a comment at its end and without the blanks there."""
    return _COMMENT.sub("", piece).rstrip(" \t")


def is_block_header(piece: str) -> bool:
    """True for `|`, `>-` and the like, which begin a block of text on the lines below."""
    return _HEADER.fullmatch(piece) is not None


def close_quote(piece: str, quote: str, start: int) -> int:
    """Returns the index behind the closing `quote` of a text that goes on at `start`, or 0 when it does not close."""
    if quote == "'":
        at = piece.find("'", start)
        while at >= 0 and piece[at + 1 : at + 2] == "'":
            at = piece.find("'", at + 2)
        return at + 1
    at = start
    while (end := piece.find('"', at)) >= 0:
        before = end
        while before > start and piece[before - 1] == "\\":
            before -= 1
        if (end - before) % 2 == 0:
            return end + 1
        at = end + 1
    return 0


def close_flow(piece: str, open_: list[str], start: int = 0) -> int | None:
    """Follows brackets and quotes through `piece` and returns the index behind the bracket that closes the outermost.

    Returns None when it does not close; `open_` then holds what is still open (brackets, and a quote at its end), to
    be given again with the next line. A bracket of the wrong kind closes nothing and returns 0.
    """
    at = start
    if open_ and open_[-1] in "'\"":
        at = close_quote(piece, open_[-1], at)
        if not at:
            return None
        open_.pop()
    while match := _FLOW.search(piece, at):
        character = match.group()
        at = match.end()
        if character == "#":
            return None
        if character in "[{":
            open_.append("]" if character == "[" else "}")
        elif character in "]}":
            if not open_ or open_.pop() != character:
                return 0
            if not open_:
                return at
        elif open_ and _begins_token(piece, match.start()):
            end = close_quote(piece, character, at)
            if not end:
                open_.append(character)
                return None
            at = end
    return None


def flow_marks(piece: str) -> list[tuple[int, int]]:
    """Returns where in `{a: b, c: d}` the brace opens, the commas of the outermost map stand and the brace closes, each
    with the blanks behind it. Empty for what does not close on one line."""
    if "\n" in piece or "\r" in piece or close_flow(piece, []) != len(piece):
        return []
    marks = []
    level = at = 0
    while match := _FLOW_MARK.search(piece, at):
        character = match.group()[0]
        at = match.end()
        if character in "'\"":
            if _begins_token(piece, match.start()):
                at = close_quote(piece, character, match.start() + 1) or at
            else:
                at = match.start() + 1
            continue
        level += (character in "[{") - (character in "]}")
        if level == (0 if character in "]}" else 1):
            marks.append((match.start(), at))
    return marks


def _begins_token(piece: str, at: int) -> bool:
    """True where a quote would open a quoted text inside brackets, and is not the apostrophe of a word."""
    at -= 1
    while at >= 0 and piece[at] in " \t":
        at -= 1
    return at < 0 or piece[at] in "[{,:"


def after_properties(piece: str) -> str:
    """Returns `piece` without the `&name` and `!type` at its beginning; YAML allows one of each."""
    for _ in range(2):
        match = _PROPERTY.match(piece)
        if not match:
            return "" if piece[:1] in ("&", "!") else piece
        piece = piece[match.end() :]
    return piece


def is_alias(piece: str) -> bool:
    """True for `*name` and nothing else."""
    return _ALIAS.fullmatch(piece) is not None


def is_plain(piece: str) -> bool:
    """True when YAML reads `piece`, which may go over several lines, as the plain text that it is.

    A comment at its end must have been taken off.
    """
    if piece[:1] in _NEVER_FIRST or (piece[:1] in ("-", "?", ":") and piece[1:2] in ("", " ", "\t", "\n", "\r")):
        return False
    return not re.search(r":(?:[ \t\r\n]|$)|[ \t\n\r]#", piece)


def quoted(piece: str) -> str:
    """Returns `piece`, one line, as a person would quote it: in double quotes if nothing in it asks for single ones."""
    if '"' in piece or "\\" in piece:
        return "'" + piece.replace("'", "''") + "'"
    return f'"{piece}"'
