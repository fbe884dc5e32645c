"""From any string to one that the YAML parser takes: characters that it refuses, replaced one for one."""

from __future__ import annotations

import re

from briefing.document.report import Finding
from briefing.text import clean

_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What libyaml takes for no character at all (YAML 1.1, 5.1), and what it takes for a line break and no editor does:
NEL, LS and PS. A BOM inside a text is refused with them, since it is part of no word."""
_SHOWN = 3
MARK = "\ufeff"
"""The byte order mark as a character."""
_NAMES = {0: "NUL", 7: "BEL", 8: "backspace", 0x0C: "form feed", 0x1B: "ESC", 0x7F: "DEL", 0x85: "next line"}
_NAMES |= {0x2028: "line separator", 0x2029: "paragraph separator", 0xFEFF: "byte order mark"}


def acceptable(text: str) -> tuple[str, list[Finding]]:
    """Returns `text` with every refused character replaced, at the same length, and what is to be said about them.

    The first three of each character are reported, the rest counted.
    """
    if (text.isascii() and text.isprintable()) or not _REFUSED.search(text):
        return text, []
    places: dict[str, list[int]] = {}
    counts: dict[str, int] = {}
    for match in _REFUSED.finditer(text):
        character = match.group()
        counts[character] = counts.get(character, 0) + 1
        if counts[character] <= _SHOWN:
            places.setdefault(character, []).append(match.start())
    findings = []
    for character, found in places.items():
        more = counts[character] - len(found)
        for number, offset in enumerate(found, 1):
            last = f", and {more:,} more of them" if more and number == len(found) else ""
            message = f"there is {_name(character)} here, which is shown as {_stand_in(character)}{last}"
            findings.append(Finding(offset, "character", message, "take it out"))
    return _REFUSED.sub(lambda match: _stand_in(match.group()), text), findings


def _stand_in(character: str) -> str:
    shown = clean(character)
    return "\ufffd" if shown == character else shown


def _name(character: str) -> str:
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        return f"half a character (U+{code:04X})"
    name = _NAMES.get(code, "a character that is none" if code >= 0xFFFE else "a control character")
    return f"{name} (U+{code:04X})"


def line_ends(text: str) -> list[Finding]:
    """Returns what is to be said about lines that end in anything but a line feed: once, where the first does."""
    at = text.find("\r")
    if at < 0:
        return []
    pairs = text.count("\r\n")
    feeds = text.count("\n") - pairs
    alone = text.count("\r") - pairs
    if feeds or (pairs and alone):
        message = "some lines end in CRLF or CR and others do not, so that tools count and compare them differently"
    else:
        message = (
            f"the lines end in {'CRLF, as on Windows' if pairs else 'CR'}; git and other people's editors expect LF"
        )
    return [Finding(at, "line-ends", message, "save the file with the line ends of Unix (LF)")]


def has_conflict(text: str) -> bool:
    """True when git has left conflict markers in `text`."""
    if not any(mark in text for mark in ("<<<<<<<", ">>>>>>>", "|||||||")):
        return False
    return re.search(r"(?:^|(?<=[\r\n]))(?:<{7}|>{7}|\|{7})(?:[ \r\n]|$)", text) is not None
