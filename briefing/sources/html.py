"""HTML to the text of its article, in a child process with limits of time and memory.

Pages come from anywhere: a parser may be led into using minutes and gigabytes. The child gets 2 MB, 10 seconds and
half a gigabyte; when it fails, the reason is one sentence.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass

from briefing.sources.read import SourceError
from briefing.text import clean_line

MOST_BYTES = 2 * 1024 * 1024
SECONDS = 10
_FIX = "save the text of the page as .txt and derive from that"
_SHORTEST = 40


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a page: its text, headline first, with empty lines between paragraphs; what its head says."""

    text: str
    title: str = ""
    published: str = ""
    publisher: str = ""
    url: str = ""


def article(data: bytes, name: str, seconds: float = SECONDS) -> Page:
    """Returns the article in the page `data`, at most 2 MB; `name` is only used in messages.

    Raises `SourceError` for a larger page, one without an article, and one that takes longer than `seconds`.
    """
    if len(data) > MOST_BYTES:
        raise SourceError("source-unreadable", f"{name} is larger than 2 MB, which is too large for a page", _FIX)
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-S", "-c", _CHILD, *sys.path],
            input=data,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise SourceError("source-unreadable", f"{name} took longer than {seconds:g} seconds to read", _FIX) from None
    if done.returncode != 0:
        raise SourceError("source-unreadable", f"{name} can't be read as HTML", _FIX)
    found = json.loads(done.stdout)
    page = Page(**{field: str(found[field]) for field in ("text", "title", "published", "publisher", "url")})
    if len(page.text) - len(page.title) < _SHORTEST:
        raise SourceError("source-unreadable", f"{name} has no article in it", _FIX)
    return Page(page.text, clean_line(page.title), page.published, clean_line(page.publisher), page.url)


_CHILD = "import sys; sys.path[:] = sys.argv[1:]; from briefing.sources.html_child import main; main()"
