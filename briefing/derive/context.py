"""What stands around a mention: the preposition that governs it, whether it modifies a noun, whether it acts."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.derive.layers import Document, Token

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})


def governor(document: Document, first: int) -> str:
    """Returns the word before token `first`, articles and words of direction passed over, in lower case."""
    skipped = document.lexicon.closed("context skipped")
    at = first - 1
    begin = document.sentence_at(first).first
    while at >= begin and document.tokens[at].lower in skipped:
        at -= 1
    return document.tokens[at].lower if at >= begin else ""


def following(document: Document, last: int) -> str:
    """Returns the token behind `last`, in lower case, an empty string at the end of the sentence."""
    end = document.sentence_at(last - 1).last
    return document.tokens[last].lower if last < end else ""


def is_locative(document: Document, first: int) -> bool:
    """True when a preposition of place governs the mention."""
    return governor(document, first) in document.lexicon.words("locatives")


def is_beside_place(document: Document, first: int) -> bool:
    """True for the second name in “in Lesotho and Mozambique”: a preposition of place governs the first."""
    at = first - 1
    begin = document.sentence_at(first).first
    if at <= begin or document.tokens[at].lower != "and":
        return False
    at -= 1
    while at > begin and document.tokens[at].text[0].isupper():
        at -= 1
    return document.tokens[at].lower in document.lexicon.words("locatives") and first - at < 7


def is_modifier(document: Document, last: int) -> bool:
    """True when a common noun follows directly, as in “the Ukraine conflict”; a verb or a possessive does not count."""
    word = following(document, last)
    if not word or not word[0].isalpha() or last >= len(document.tokens) or document.tokens[last].text[0].isupper():
        return False
    return not (word in document.lexicon.words("starters") or is_verb(document.tokens[last], document))


def acts(document: Document, last: int) -> bool:
    """True when a verb follows the mention: somebody who does something."""
    end = document.sentence_at(last - 1).last
    at = last
    while at < end and document.tokens[at].lower.endswith("ly"):
        at += 1
    return at < end and is_verb(document.tokens[at], document)


def is_verb(token: Token, document: Document) -> bool:
    """True for what is probably a finite verb: an auxiliary, a reporting verb, a common verb or a word in -ed."""
    auxiliaries = document.lexicon.closed("context auxiliaries")
    lower = token.lower
    if lower in auxiliaries or lower in document.lexicon.words("cue_verbs") or lower in document.lexicon.words("verbs"):
        return True
    return len(lower) > 4 and lower.endswith("ed") and token.text[0].islower() and "-" not in lower


def words_back(tokens: Sequence[Token], at: int, begin: int) -> str:
    """Returns the lower-case word before token `at`, an empty string at `begin`."""
    return tokens[at - 1].lower if at > begin else ""
