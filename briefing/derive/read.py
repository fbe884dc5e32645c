"""An article and its date of publication to the layers that every part of `derive` shares."""

from __future__ import annotations

import datetime as dt

from briefing.derive import blocks, marks, tokens
from briefing.derive.layers import Block, Document, QuoteSpan, Sentence, Token
from briefing.derive.lexicon import Lexicon
from briefing.model import Article


def document(article: Article, published: dt.date | None, lexicon: Lexicon) -> Document:
    """Returns the article as a document: paragraphs, tokens, sentences and pairs of quotation marks.

    Mentions and dates are added by the parts that find them. Nothing is looked up but in `lexicon`.
    """
    text = article.text
    found: list[Token] = []
    cut: list[Sentence] = []
    bounds = []
    for paragraph in article.paragraphs:
        first = len(found)
        own = tokens.tokens(text, paragraph.start, paragraph.end, lexicon)
        found += own
        cut += tokens.sentences(own, first, paragraph.number, lexicon)
        bounds.append((paragraph.start, paragraph.end, first, len(found)))
    parts = blocks.roles(text, bounds, found, lexicon)
    spans, quoted = _spans(text, parts, found)
    opening = blocks.opening(parts, found)
    if opening:
        cut = _without(cut, opening, found)
    return Document(
        text, published, lexicon, tuple(parts), tuple(found), tuple(cut), spans, quoted=bytes(quoted), opening=opening
    )


def _without(cut: list[Sentence], opening: int, found: list[Token]) -> list[Sentence]:
    """Returns the sentences with the dateline that ends before token `opening` taken off the one that it opens."""
    kept = []
    for sentence in cut:
        if sentence.first < opening < sentence.last:
            kept.append(sentence._replace(first=opening, start=found[opening].start))
        elif not (sentence.paragraph == _paragraph_of(cut, opening) and sentence.last <= opening):
            kept.append(sentence)
    return kept


def _paragraph_of(cut: list[Sentence], opening: int) -> int:
    """Returns the paragraph of the sentence that holds token `opening`."""
    return next((sentence.paragraph for sentence in cut if sentence.first <= opening < sentence.last), 0)


def _spans(text: str, parts: list[Block], found: list[Token]) -> tuple[tuple[QuoteSpan, ...], bytearray]:
    spans = []
    quoted = bytearray(len(found))
    paired = marks.pairs(text, [(part.start, part.end) for part in parts])
    for part, pairs in zip(parts, paired, strict=True):
        at = part.first
        for pair in pairs:
            while at < part.last and found[at].start < pair.before:
                at += 1
            first = at
            while first < part.last and found[first].start < pair.start:
                first += 1
            last = first
            while last < part.last and found[last].start < pair.end:
                quoted[last] += 1
                last += 1
            after = last
            while after < part.last and found[after].start < pair.after:
                after += 1
            start, end = _trimmed(text, pair.start, pair.end)
            if end > start:
                spans.append(
                    QuoteSpan(part.number, start, end, first, last, at, after, pair.opened, pair.closed, pair.depth)
                )
    return tuple(spans), quoted


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Returns the words without blanks at their ends and without the comma that ends them before a mark."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return start, end
