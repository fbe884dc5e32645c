"""Selectors of the W3C Web Annotation Data Model (Recommendation of 23 February 2017), sections 4.2.4 and 4.2.5."""

from __future__ import annotations

from typing import TypedDict

from briefing.model import Article

CONTEXT = 32
"""Characters of context on either side of a quotation, the length that annotation tools use."""


class TextQuoteSelector(TypedDict):
    """A passage by its words and what stands around them."""

    type: str
    exact: str
    prefix: str
    suffix: str


class TextPositionSelector(TypedDict):
    """A passage by its characters, from `start` to before `end`, counted from 0 in Unicode code points."""

    type: str
    start: int
    end: int


def text_quote_selector(article: Article, span: tuple[int, int]) -> TextQuoteSelector:
    """Returns the selector of `span`, a part of `Article.text`, with up to `CONTEXT` characters on either side."""
    start, end = span
    text = article.text
    return {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - CONTEXT) : start],
        "suffix": text[end : end + CONTEXT],
    }


def text_position_selector(article: Article, span: tuple[int, int]) -> TextPositionSelector:
    """Returns the selector of `span`, a part of `Article.text`. Raises `ValueError` for a part that is not in it."""
    start, end = span
    if not 0 <= start <= end <= len(article.text):
        raise ValueError(f"{span} is no part of a text of {len(article.text)} characters")
    return {"type": "TextPositionSelector", "start": start, "end": end}
