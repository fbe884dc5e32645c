"""An article in a file, or from standard input, to its text and what the file says of it."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from briefing.derive import absolute, tokens
from briefing.derive.lexicon import Lexicon
from briefing.sources import SourceError, decoded

MOST_BYTES = 8 * 1024 * 1024
_HTML = (".html", ".htm", ".xhtml")
_MARKDOWN = (".md", ".markdown")
_LONGEST_DATE = 60


class Intake(NamedTuple):
    """The text that the draft is read from, and what is known besides. `as_typed` is True when the file itself holds
    that text paragraph for paragraph, so that anchors into the file hold."""

    text: str
    title: str = ""
    published: str = ""
    publisher: str = ""
    url: str = ""
    as_typed: bool = True


def read(data: bytes, name: str) -> Intake:
    """Returns the article in `data`; the ending of `name` says whether it is HTML, Markdown or plain text.

    Raises `SourceError` for what is too large, binary, in another encoding, or without any word.
    """
    if len(data) > MOST_BYTES:
        raise SourceError(
            "source-unreadable", f"{name} is larger than 8 MiB", "keep the part that the briefing is about"
        )
    lower = name.lower()
    if lower.endswith(_HTML) or _looks_like_html(data):
        return _from_html(data, name)
    text = decoded(data, name)
    taken = _from_markdown(text) if lower.endswith(_MARKDOWN) else Intake(text)
    if not any(character.isalnum() for character in taken.text):
        raise SourceError("source-unreadable", f"{name} has no text in it", "give the file of an article")
    return taken


def day(text: str, lexicon: Lexicon) -> dt.date | None:
    """Returns the day that a person or a page wrote as the date of publication, None when it is none.

    EDTF days and English news dates are read here; any other form is given to dateparser, at most 60 characters of it.
    """
    written = " ".join(text.split())[:_LONGEST_DATE]
    if not written:
        return None
    found = tokens.tokens(written, 0, len(written), lexicon)
    for at in range(len(found)):
        reading = absolute.read(found, at, len(found), None, False)
        if reading is not None and reading.stretch is not None and reading.stretch.is_day:
            return reading.stretch.lower
    return _guessed(written) if any(character.isdigit() for character in written) else None


def _guessed(written: str) -> dt.date | None:
    from dateparser.date import DateDataParser  # costs several times what the rest of the program does

    guess = DateDataParser(languages=["en"], settings={"STRICT_PARSING": True}).get_date_data(written)
    return guess.date_obj.date() if guess.date_obj is not None and guess.period == "day" else None


def _looks_like_html(data: bytes) -> bool:
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html"))


def _from_html(data: bytes, name: str) -> Intake:
    from briefing.sources.html import article

    page = article(data, name)
    return Intake(page.text, page.title, page.published, page.publisher, page.url, False)


def _from_markdown(text: str) -> Intake:
    from briefing.sources import from_text
    from briefing.sources.markdown import plain

    taken = plain(text)
    same = len(from_text(text).paragraphs) == len(from_text(taken.text).paragraphs)
    fields = taken.fields
    published = fields.get("date", "") or fields.get("published", "")
    url = fields.get("url", "") or fields.get("canonical", "")
    return Intake(taken.text, fields.get("title", ""), published, fields.get("publisher", ""), url, same)
