"""How many: numbers with what they count, how sure the text is of them, and who says so."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.derive import counts
from briefing.derive.candidates import Figure, Quotation, Reason
from briefing.derive.counts import Found
from briefing.derive.discourse import Discourse
from briefing.derive.layers import Document, Role, Sentence
from briefing.derive.sources_of import speaker_of


def figures(document: Document, discourse: Discourse, quotations: Sequence[Quotation]) -> list[Figure]:
    """Returns the figures of the body in text order; dates, ages, ranks, times and names with numbers are none."""
    dated = {at for mention in document.dates for at in range(mention.first, mention.last)}
    named = {
        at
        for mention in document.mentions
        if mention.kind.value != "group"
        for at in range(mention.first, mention.last)
    }
    found: list[Figure] = []
    last: Found | None = None
    for sentence in document.sentences:
        if document.block(sentence.paragraph).role is not Role.BODY:
            continue
        at = sentence.first
        while at < sentence.last:
            one = None if at in dated or at in named else counts.read(document, sentence, at)
            if one is None and last is not None and at not in dated and at not in named:
                one = counts.compared(document, sentence, at, last)
            if one is None or any(n in dated for n in range(one.first, one.last)):
                at += 1
                continue
            last = one
            found.append(_figure(document, discourse, sentence, quotations, one))
            at = one.last
    return found


def _figure(
    document: Document, discourse: Discourse, sentence: Sentence, quotations: Sequence[Quotation], one: Found
) -> Figure:
    tokens = document.tokens
    start, end = tokens[one.first].start, tokens[one.last - 1].end
    speaker = speaker_of(document, discourse, sentence, one.first, quotations)
    return Figure(
        start,
        end,
        document.text[start:end],
        sentence.paragraph,
        one.measure,
        one.value,
        speaker.head if speaker else "",
        "",
        Reason(one.rule, document.text[start:end], 0.7),
    )
