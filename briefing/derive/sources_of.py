"""Who stands behind a statement of fact: its quotation, “according to”, or the reporting verb that governs it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from briefing.derive import subjects
from briefing.derive.candidates import Quotation, Speaker
from briefing.derive.discourse import Discourse
from briefing.derive.layers import Document, Sentence


def speaker_of(
    document: Document, discourse: Discourse, sentence: Sentence, token: int, quotations: Sequence[Quotation] = ()
) -> Speaker | None:
    """Returns who says what stands at `token`, None when the article itself does."""
    place = document.tokens[token].start
    if document.quoted[token]:
        at = bisect_right(quotations, place, key=lambda said: said.start) - 1
        return quotations[at].speaker if at >= 0 and place < quotations[at].end else None
    own = discourse.of(sentence)
    cues, weak = document.lexicon.words("cue_verbs"), document.lexicon.words("cue_weak")
    for at in range(sentence.first, sentence.last - 2):
        if (
            document.tokens[at].lower == "according"
            and document.tokens[at + 1].lower == "to"
            and not document.quoted[at]
        ):
            phrase = subjects.after(document, sentence, own, at + 2, sentence.last)
            return discourse.speaker(phrase, sentence) if phrase is not None else None
    for at in range(token - 1, sentence.first, -1):
        lower = document.tokens[at].lower
        if lower in cues and not document.quoted[at] and (lower not in weak or document.tokens[at + 1].lower == "that"):
            phrase = subjects.before(document, sentence, own, at, sentence.first)
            if phrase is not None:
                return discourse.speaker(phrase, sentence)
    for at in range(token + 1, sentence.last):
        lower = document.tokens[at].lower
        if (
            lower in ("said", "says", "say")
            and not document.quoted[at]
            and document.tokens[at - 1].text not in ('"', "”")
        ):
            begin = next((n + 1 for n in range(at - 1, token, -1) if document.tokens[n].text == ","), 0)
            phrase = subjects.before(document, sentence, own, at, begin) if begin else None
            return discourse.speaker(phrase, sentence) if phrase is not None else None
    return None
