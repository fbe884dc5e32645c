"""Quotations and who said them.

Each pair of marks is given to the best of its candidates: a reporting verb behind it or before it, “according to”, a
possessive with a noun for words, a byline behind a dash, or the quotation before it that it continues. A pair without
any is a scare quote and is left out.
"""

from __future__ import annotations

from briefing.derive import continuation
from briefing.derive.attribution import Attribution
from briefing.derive.candidates import Quotation
from briefing.derive.discourse import Discourse
from briefing.derive.layers import Document, Role

_QUOTED_IN = frozenset({Role.BODY, Role.PULLED})


def quotations(document: Document, discourse: Discourse) -> list[Quotation]:
    """Returns the attributed quotations of the body in order, one for each pair of marks and paragraph."""
    reader = Attribution(document, discourse)
    found: list[Quotation] = []
    spans = [span for span in document.spans if span.depth == 0 and document.block(span.paragraph).role in _QUOTED_IN]
    for order, span in enumerate(spans):
        before = spans[order - 1] if order else None
        after = spans[order + 1] if order + 1 < len(spans) else None
        said = continuation.unbroken(reader, span)
        if said is None and not reader.cue.is_name(span):
            said = reader.of(span, before, after) or continuation.carried(reader, span, before, after)
        if said is not None:
            speaker, reason = said
            text = document.text[span.start : span.end]
            found.append(Quotation(span.start, span.end, text, span.paragraph, speaker, reason))
            reader.heard(span, speaker)
    return found
