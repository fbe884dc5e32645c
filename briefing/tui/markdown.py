"""Outside words as Markdown that shows them as written: nothing in them is a link, HTML, a heading or a list.

The rules are those of CommonMark 0.31 with the extensions that people paste into: tables, strikethrough, bare
addresses (GitHub), mathematics, highlights and tags (Obsidian and others).
"""

from __future__ import annotations

import re

from briefing.addresses import link
from briefing.text import clean_line

_ACTING = re.compile(
    r"[\\`*_\[\]<>&~|$]"
    r"|:(?=//)|(?<=:)/(?=/)"  # bare addresses
    r"|(?<=\w)\.(?=[^\W\d_]{2})"  # bare hosts, such as example.com
    r"|(?<=\w)@(?=\w)"
    r"|\#(?=[^\s\#])|\^(?=\S)|=(?==)|%(?=%)"  # tags, references, highlights and comments
)
_BEGINS = re.compile(r"(?:[-+=:>\#]|\d{1,9}(?=[.)]))")
_NUMBERED = re.compile(r"\d{1,9}")


def escaped(text: str) -> str:
    """Returns words on one line, safe at its beginning too. Characters that act are shown by a backslash before them.

    Characters that act on a terminal have stand-ins, and runs of blanks are one blank, as Markdown shows them.
    """
    line = " ".join(clean_line(text).split())
    shown = _ACTING.sub(lambda found: "\\" + found[0], line)
    begin = _BEGINS.match(shown)
    if begin is None:
        return shown
    number = _NUMBERED.match(shown)
    at = number.end() if number else 0
    return f"{shown[:at]}\\{shown[at:]}"


def paragraphs(text: str) -> list[str]:
    """Returns the paragraphs of a text, parted by empty lines, each on one line and escaped."""
    parts = re.split(r"\n[ \t]*\n", text.strip("\n"))
    return [shown for shown in map(escaped, parts) if shown]


def address(url: str) -> str:
    """Returns an address as a link that shows itself; one that may not be a link as escaped words."""
    found = link(url)
    return f"<{found}>" if found else escaped(url)


def fenced(text: str) -> str:
    """Returns lines as a block of code, whatever marks stand in them."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    body = "\n".join(clean_line(line) for line in text.split("\n"))
    return f"{fence}text\n{body}\n{fence}"
