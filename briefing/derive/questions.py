"""What the article leaves open, from cues of uncertainty and from printed questions that nothing answers.

A question printed on its own above an answer is a heading and not open. Of several cues in a sentence the strongest
counts; a paragraph gives one question, two when both are strong.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.derive import clauses
from briefing.derive.candidates import Question, Reason
from briefing.derive.layers import Document, Role, Sentence

_LEAST = 3
_STRONG = 6
_MOST_BESIDE = 3
_IN_QUOTES = 5
_MOST = 8
_SURE = 5
_ENOUGH = 4
"""Questions that are filled up from the weaker cues: plans, allegations, doubts."""
_FEW = 2
"""Questions up to which the weakest cues count: what may, could or is likely to happen."""


def questions(document: Document) -> list[Question]:
    """Returns the open questions of the body in text order, at most eight, the weakest left out."""
    found: list[Question] = []
    for block in document.blocks:
        if block.role is not Role.BODY:
            continue
        own = [one for sentence in document.sentences_of(block) for one in _questions(document, sentence)]
        own.sort(key=lambda one: -one.reason.score)
        found += own[:1] + [one for one in own[1:_MOST_BESIDE] if one.reason.score >= _STRONG / 10]
    ranked = sorted(found, key=lambda one: -one.reason.score)[:_MOST]
    kept = [one for at, one in enumerate(ranked) if at < _room(one.reason.score)]
    return sorted(kept, key=lambda one: one.start)


def _room(score: float) -> int:
    """How many questions an article may have for one of this score to be among them."""
    return _MOST if score >= _SURE / 10 else _ENOUGH if score > _LEAST / 10 else _FEW


def _questions(document: Document, sentence: Sentence) -> Iterator[Question]:
    """Yields the question that each part of a sentence leaves open, for the strongest cue in it."""
    if (
        document.text[sentence.end - 1] == "?"
        or document.text[max(sentence.start, sentence.end - 2) : sentence.end - 1] == "?"
    ):
        return
    for first, last in _parts(document, sentence):
        at, length, strength = _cue(document, first, last)
        if strength >= _LEAST:
            text = _asked(document, sentence, at, at + length)
            cue = document.words(at, at + length)
            reason = Reason("cue of uncertainty", cue, strength / 10)
            yield Question(sentence.start, sentence.end, text, sentence.paragraph, reason)


def _parts(document: Document, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yields the tokens `[first, last)` of what semicolons and “, and”, “, but” part."""
    tokens, first = document.tokens, sentence.first
    for at in range(sentence.first + 1, sentence.last - 1):
        if document.quoted[at]:
            continue
        joint = tokens[at].text == "," and tokens[at + 1].lower in ("and", "but", "while")
        if tokens[at].text == ";" or joint:
            yield first, at
            first = at + 1
    yield first, sentence.last


def _cue(document: Document, first: int, last: int) -> tuple[int, int, int]:
    """Returns where the strongest cue stands, how many words it has, and its strength; strength 0 for none."""
    phrases, table = document.lexicon.phrases("open_cues"), document.lexicon.table("open_cues")
    words = [token.lower for token in document.tokens[first:last]]
    best = (first, 1, 0)
    for at, word in enumerate(words):
        if word in phrases.firsts and (length := phrases.length_at(words, at, len(words))):
            if length == 1 and _is_month(document, first + at):
                continue
            strength = int(table[" ".join(words[at : at + length])][0])
            if strength < _IN_QUOTES and document.quoted[first + at]:
                continue
            if strength > best[2]:
                best = (first + at, length, strength)
    return best


def _is_month(document: Document, at: int) -> bool:
    """True for “May 5” and “in May”: a month that is written like the cue “may”."""
    return document.tokens[at].text[0].isupper() and document.tokens[at].lower in document.lexicon.words("months")


def _asked(document: Document, sentence: Sentence, first: int, last: int) -> str:
    """Returns the question in words: the indirect question turned round, else the sentence behind “Is it so”."""
    asking = document.lexicon.closed("questions asking")
    tokens = document.tokens
    begin, end = clauses.clause(document, sentence, first, last)
    for at in range(max(begin, first), end - 2):
        lower = tokens[at].lower
        if lower in asking or lower in ("whether", "if"):
            if turned := _turned(document, at, end):
                return turned
            break
    said = clauses.shown(document, begin, end)
    return f"Is it so: {said}?" if said else "What is open here?"


def _turned(document: Document, at: int, end: int) -> str:
    """`why the team was denied visas` → `Why was the team denied visas?`; empty when no auxiliary is near."""
    auxiliaries = document.lexicon.closed("questions auxiliaries")
    tokens = document.tokens
    last = next((n for n in range(at + 1, end) if tokens[n].text in (",", ";", ".", "”", '"', "—", "–")), end)
    verb = next((n for n in range(at + 2, min(last, at + 9)) if tokens[n].lower in auxiliaries), 0)
    if not verb:
        return ""
    word = tokens[at].lower
    if word == "how" and tokens[at + 1].lower in ("many", "much"):
        return clauses.shortened("How " + document.words(at + 1, last)) + "?"
    subject = document.words(at + 1, verb)
    rest = document.words(verb + 1, last)
    if not rest:
        return ""
    lead = (
        f"{tokens[verb].lower.capitalize()}"
        if word in ("whether", "if")
        else f"{word.capitalize()} {tokens[verb].lower}"
    )
    return clauses.shortened(f"{lead} {subject} {rest}") + "?"
