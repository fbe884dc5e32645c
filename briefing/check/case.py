"""What a rule is given, and what it gives back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from briefing.anchors import Match, Status, locate
from briefing.model import Anchor, Article, Briefing, Quote
from briefing.sources import Articles


class Finding(NamedTuple):
    """One thing that a rule found: the offset in the file's text to point at, a sentence, and what to write instead."""

    offset: int
    message: str
    fix: str = ""


class Case:
    """A briefing before its rules: the text of its file, the texts of its sources, and why some could not be read."""

    def __init__(self, briefing: Briefing, text: str, articles: Articles) -> None:
        self.briefing = briefing
        self.text = text
        self.articles: Mapping[str, Article] = articles
        self.unreadable = articles.problems
        self.digests = articles.digests

    @cached_property
    def quotes(self) -> tuple[tuple[Quote, Match], ...]:
        """Every quotation with what was found of it. Those that can't be looked up everywhere they may stand are
        unverifiable, not missing."""
        whole = all(slug in self.articles for slug in self.briefing.sources)
        found = []
        for quote in self.briefing.quotes:
            match = locate(quote.text, quote.src, self.articles)
            if match.status is Status.MISSING and not quote.src and not whole:
                match = Match(Status.UNVERIFIABLE, "")
            found.append((quote, match))
        return tuple(found)


def word_offset(text: str, start: int, words: str, at: int) -> int:
    """Returns where in `text` the word stands that begins at offset `at` of `words`, a value written from `start`.

    A value may be folded over lines and its marks escaped, so the word is looked up with the few before it; where
    that fails, it is `start`.
    """
    here = list(re.finditer(r"\S+", words))
    number = max((n for n, word in enumerate(here) if word.start() <= at), default=-1)
    if number < 0:
        return start
    context = [re.escape(word.group()) for word in here[max(0, number - 3) : number + 1]]
    found = re.compile(r"\s+".join(context)).search(text, start, start + 3 * len(words) + 200)
    if found is None:
        return start
    return found.end() - len(here[number].group())


def cite(anchor: Anchor) -> str:
    """Returns an anchor as a reader sees it: `bbc ¶12`, `bbc ¶12–13`, or `bbc` for the whole source."""
    if not anchor.paragraphs:
        return anchor.source
    first, last = anchor.paragraphs[0], anchor.paragraphs[-1]
    return f"{anchor.source} ¶{first}" if first == last else f"{anchor.source} ¶{first}–{last}"
