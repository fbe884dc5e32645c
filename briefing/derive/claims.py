"""What actors assert without being quoted: the clause behind “said that”, of an actor with a name."""

from __future__ import annotations

from briefing.derive import clauses, subjects
from briefing.derive.candidates import Claim, Reason
from briefing.derive.discourse import Discourse
from briefing.derive.layers import Document, Role, Sentence

_SHORTEST = 4


def claims(document: Document, discourse: Discourse) -> list[Claim]:
    """Returns the claims of the body in text order, one a sentence; sentences that quote are left to the quotations."""
    found = []
    for sentence in document.sentences:
        if document.block(sentence.paragraph).role is Role.BODY and not any(
            document.quoted[sentence.first : sentence.last]
        ):
            claim = _claim(document, discourse, sentence)
            if claim is not None:
                found.append(claim)
    return found


def _claim(document: Document, discourse: Discourse, sentence: Sentence) -> Claim | None:
    tokens, asserting = document.tokens, document.lexicon.words("asserting_verbs")
    own = discourse.of(sentence)
    for at in range(sentence.first + 1, sentence.last - _SHORTEST):
        lower = tokens[at].lower
        if lower not in asserting:
            continue
        that = next((n for n in range(at + 1, min(at + 8, sentence.last)) if tokens[n].lower == "that"), 0)
        if not that and lower not in ("said", "says", "say"):
            continue
        if not that and tokens[at + 1].text in (",", ".", "on", "in"):
            continue
        phrase = subjects.before(document, sentence, own, at, sentence.first)
        speaker = discourse.speaker(phrase, sentence) if phrase is not None else None
        if speaker is None or not speaker.slug:
            return None
        begin = that + 1 if that else at + 1
        end = sentence.last
        if end - begin < _SHORTEST:
            return None
        text = clauses.shown(document, begin, end)
        return Claim(
            sentence.start,
            sentence.end,
            text,
            sentence.paragraph,
            speaker,
            Reason("clause behind a reporting verb", lower, 0.7),
        )
    return None
