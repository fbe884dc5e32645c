"""An article to a draft: the layers once, then each part from them, in the order in which they lean on each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from briefing.derive import (
    absolute,
    cast,
    claims,
    dates,
    figures,
    groups,
    mentions,
    questions,
    quotes,
    read,
    relations,
    timeline,
)
from briefing.derive.candidates import Cast, Claim, Event, Figure, Question, Quotation
from briefing.derive.discourse import Discourse
from briefing.derive.layers import Document, Role
from briefing.derive.lexicon import Lexicon
from briefing.derive.relations import Relation
from briefing.model import Article


class Draft(NamedTuple):
    """Everything found in one article, each item with its passage and its reason."""

    document: Document
    title: str
    cast: Cast
    quotations: Sequence[Quotation]
    events: Sequence[Event]
    figures: Sequence[Figure]
    questions: Sequence[Question]
    claims: Sequence[Claim]
    relations: Sequence[Relation]

    @property
    def unresolved(self) -> list[str]:
        """The expressions of time that stay without a date, as they stand in the text."""
        return [mention.text for mention in self.document.dates if not mention.edtf]


def derive(article: Article, published: dt.date | None, lexicon: Lexicon) -> Draft:
    """Returns what can be read from `article`; `published` is the day that relative dates lean on, None when unknown.

    The same article, day and lexicon give the same draft. Cost grows linearly with the text.
    """
    document = read.document(article, published, lexicon)
    if published is None:
        document = document._replace(published=dateline(document))
    found = sorted({*mentions.mentions(document), *groups.mentions(document)})
    document = document._replace(mentions=tuple(found), dates=dates.mentions(document))
    actors = cast.cast(document)
    discourse = Discourse(document, actors)
    quotations = quotes.quotations(document, discourse)
    return Draft(
        document,
        title(document),
        actors,
        quotations,
        timeline.events(document, discourse),
        figures.figures(document, discourse, quotations),
        questions.questions(document),
        claims.claims(document, discourse),
        relations.relations(document, actors, discourse),
    )


def dateline(document: Document) -> dt.date | None:
    """Returns the day that a dateline of the text prints with its year, None without one."""
    if document.opening:
        body = next(block for block in document.blocks if block.role is Role.BODY)
        for at in range(body.first, document.opening):
            found = absolute.read(document.tokens, at, document.opening, None, False)
            if found is not None and found.stretch is not None and found.stretch.is_day:
                return found.stretch.lower
    for block in document.blocks[:8]:
        if block.role in (Role.DATELINE, Role.BYLINE):
            for at in range(block.first, block.last):
                found = absolute.read(document.tokens, at, block.last, None, False)
                if found is not None and found.stretch is not None and found.stretch.is_day:
                    return found.stretch.lower
    return None


def title(document: Document) -> str:
    """Returns the headline, else the beginning of the first sentence, on one line; empty for an empty text."""
    block = next((block for block in document.blocks if block.role is Role.HEADLINE), None)
    if block is not None:
        return " ".join(document.text[block.start : block.end].split())
    sentence = next((one for one in document.sentences if document.block(one.paragraph).role is Role.BODY), None)
    if sentence is None:
        return ""
    words = document.text[sentence.start : sentence.end].split()
    return " ".join(words[:14]).rstrip(".,;:") + (" …" if len(words) > 14 else "")
