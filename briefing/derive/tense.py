"""Whether the words around an expression of time speak of what is to come, and whether a state still lasts."""

from __future__ import annotations

from briefing.derive.layers import Document, Sentence

_BREAKS = frozenset({"that", "which", "who", ";", ":", "but", "because"})
_REACH = 14


def is_future(document: Document, sentence: Sentence, first: int, last: int) -> bool:
    """True when the verb that governs tokens `[first, last)`, before them or behind, points forward."""
    ahead = document.lexicon.closed("tense ahead")
    no_verbs = document.lexicon.closed("tense no verbs")
    future = document.lexicon.closed("tense future")
    tokens = document.tokens
    past = document.lexicon.words("past_verbs")
    bounded = first > sentence.first and tokens[first - 1].lower in ("by", "until", "till", "before")
    for at in range(first - 1, max(sentence.first, first - _REACH) - 1, -1):
        word = tokens[at].lower
        if bounded and word == "to" and not tokens[at + 1].text[0].isupper() and tokens[at + 1].lower not in no_verbs:
            return True
        if word in future and _holds(document, at, sentence):
            return True
        if word in past or (word.endswith("ed") and len(word) > 4 and word not in future):
            if at > sentence.first and tokens[at - 1].lower in ("be", "been", "being", "get"):
                continue
            return _announced(document, sentence, at)
        if word in ahead and first - at > 1:
            return True
        if word in _BREAKS:
            break
    for at in range(last, min(sentence.last, last + _REACH)):
        word = tokens[at].lower
        if word in future and _holds(document, at, sentence):
            return True
        if word in past or (word.endswith("ed") and len(word) > 4) or word in ("has", "have", "is", "are"):
            return (
                at + 1 < sentence.last
                and word in ("is", "are")
                and tokens[at + 1].lower in ("to", "set", "due", "expected", "scheduled", "likely")
            )
    return False


def lasts(document: Document, sentence: Sentence, at: int) -> bool:
    """True when the clause of token `at` is in the perfect or the present: the state lasts until publication."""
    tokens = document.tokens
    for n in range(at - 1, max(sentence.first, at - 2 * _REACH) - 1, -1):
        word = tokens[n].lower
        if word in ("has", "have", "'ve", "’ve", "is", "are", "remains", "remain") or word.endswith(("’ve", "'ve")):
            return True
        if word in ("had", "was", "were", "would") or (word in _BREAKS and word not in ("that", "who", "which")):
            return False
    for n in range(at, min(at + _REACH, sentence.last)):
        if tokens[n].lower in ("has", "have", "is", "are"):
            return True
        if tokens[n].lower in ("was", "were", "had", ";"):
            return False
    return False


def _holds(document: Document, at: int, sentence: Sentence) -> bool:
    needs_to = document.lexicon.closed("tense needs to")
    after_plan = document.lexicon.closed("tense after plan")
    word = document.tokens[at].lower
    if word in ("may", "might", "could") and at + 1 < sentence.last and document.tokens[at + 1].lower == "have":
        return False
    if word in ("next", "would"):
        return word == "would" and not (at + 1 < sentence.last and document.tokens[at + 1].lower == "have")
    return word not in needs_to or (at + 1 < sentence.last and document.tokens[at + 1].lower in after_plan)


def _announced(document: Document, sentence: Sentence, at: int) -> bool:
    """True for “was due to”, “is scheduled for”: a participle that points forward in spite of its form."""
    return document.tokens[at].lower in ("scheduled", "planned", "slated", "expected")
