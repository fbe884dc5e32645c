"""What the article leaves open, from cues of uncertainty and from printed questions that nothing answers.

A question printed on its own above an answer is a heading and not open. Of several cues in a sentence the strongest
counts; a paragraph gives one question, two when both are strong.
"""

from __future__ import annotations

from briefing.derive import clauses
from briefing.derive.candidates import Question, Reason
from briefing.derive.layers import Document, Role, Sentence
from briefing.derive.wordset import word_set

_LEAST = 3
_STRONG = 7
_IN_QUOTES = 5
_MOST = 6
_ASKING = frozenset({"why", "how", "who", "what", "when", "where", "which"})
_AUXILIARIES = word_set("is are was were will would can could may might should must has have had does did do")


def questions(document: Document) -> list[Question]:
    """Returns the open questions of the body in text order, at most six, the weakest left out."""
    found: list[Question] = []
    for block in document.blocks:
        if block.role is not Role.BODY:
            continue
        own = [one for sentence in document.sentences_of(block) if (one := _question(document, sentence)) is not None]
        own.sort(key=lambda one: -one.reason.score)
        found += own[:1] + [one for one in own[1:2] if one.reason.score >= _STRONG / 10]
    best = sorted(found, key=lambda one: -one.reason.score)[:_MOST]
    return sorted(best, key=lambda one: one.start)


def _question(document: Document, sentence: Sentence) -> Question | None:
    if (
        document.text[sentence.end - 1] == "?"
        or document.text[max(sentence.start, sentence.end - 2) : sentence.end - 1] == "?"
    ):
        return None
    at, length, strength = _cue(document, sentence)
    if strength < _LEAST:
        return None
    text = _asked(document, sentence, at, at + length)
    cue = document.words(at, at + length)
    return Question(
        sentence.start, sentence.end, text, sentence.paragraph, Reason("cue of uncertainty", cue, strength / 10)
    )


def _cue(document: Document, sentence: Sentence) -> tuple[int, int, int]:
    """Returns where the strongest cue stands, how many words it has, and its strength; strength 0 for none."""
    phrases, table = document.lexicon.phrases("open_cues"), document.lexicon.table("open_cues")
    words = [token.lower for token in document.tokens[sentence.first : sentence.last]]
    best = (sentence.first, 1, 0)
    for at, word in enumerate(words):
        if word in phrases.firsts and (length := phrases.length_at(words, at, len(words))):
            strength = int(table[" ".join(words[at : at + length])][0])
            if strength < _IN_QUOTES and document.quoted[sentence.first + at]:
                continue
            if strength > best[2]:
                best = (sentence.first + at, length, strength)
    return best


def _asked(document: Document, sentence: Sentence, first: int, last: int) -> str:
    """Returns the question in words: the indirect question turned round, else the sentence behind “Is it so”."""
    tokens = document.tokens
    begin, end = clauses.clause(document, sentence, first, last)
    for at in range(max(begin, first), end - 2):
        lower = tokens[at].lower
        if lower in _ASKING or lower in ("whether", "if"):
            if turned := _turned(document, at, end):
                return turned
            break
    said = clauses.shown(document, begin, end)
    return f"Is it so: {said}?" if said else "What is open here?"


def _turned(document: Document, at: int, end: int) -> str:
    """`why the team was denied visas` → `Why was the team denied visas?`; empty when no auxiliary is near."""
    tokens = document.tokens
    last = next((n for n in range(at + 1, end) if tokens[n].text in (",", ";", ".", "”", '"', "—", "–")), end)
    verb = next((n for n in range(at + 2, min(last, at + 9)) if tokens[n].lower in _AUXILIARIES), 0)
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
