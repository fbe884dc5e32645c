"""What the text says of a name before it: titles, descriptions, and roles that the name explains."""

from __future__ import annotations

from briefing.derive.appositions import is_role
from briefing.derive.layers import Document, Kind, Mention, Token

COURTESY = frozenset({"", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "mx", "mx.", "sir", "dr", "dr."})
"""Titles that say nothing of what somebody does."""


def before_name(document: Document, mention: Mention) -> str:
    """“Tunisia's coach Nabil Maaloul”, “team member Rodaba Noori”, “President Xi”: the words before the name."""
    links = document.lexicon.closed("prenominal links")
    tokens, lexicon = document.tokens, document.lexicon
    sentence = document.sentence_at(mention.first)
    nouns = lexicon.words("role_nouns", "titles")
    starters, verbs = lexicon.words("starters"), lexicon.words("cue_verbs")
    state = _to_state(document, mention)
    if not state and (mention.first == sentence.first or tokens[mention.first - 1].lower not in nouns):
        return ""
    first = mention.first - state
    while first > sentence.first and mention.first - first < 8:
        token = tokens[first - 1]
        lower = token.lower
        if lower in links | {"to"} and first - 1 > sentence.first:
            if (
                lower == "to"
                and first < mention.first
                and tokens[first].lower == "the"
                and tokens[first - 2].lower in ("ambassador", "envoy", "adviser", "aide")
            ):
                first -= 1
                continue
            break
        if token.text in ("'s", "’s"):
            first -= 1
            continue
        if lower == "the" and first < mention.first and tokens[first - 2].lower == "to":
            first -= 1
            continue
        if (
            first - 1 > sentence.first
            and tokens[first - 2].lower == "to"
            and token.text[0].islower()
            and lower not in lexicon.words("titles")
        ):
            break
        if (
            not token.is_word
            or (lower in verbs and lower not in nouns)
            or (lower in starters and lower not in ("former", "first", "deputy"))
        ):
            break
        if (
            lower.endswith("ly")
            or (_is_participle(token) and lower not in lexicon.words("role_participles"))
            or (lower in lexicon.words("verbs") and lower not in nouns)
        ):
            break
        first -= 1
    while first < mention.first and tokens[first].text in ("'s", "’s"):
        first += 1
    words = document.words(first, mention.first)
    return "" if tokens[mention.first - 1].lower in COURTESY else words


def _to_state(document: Document, mention: Mention) -> int:
    """The tokens of the state that stands between a title and a name: “Ambassador to the United States Jane Doe”."""
    at = mention.first - 1
    lexicon = document.lexicon
    for size in (1, 2, 3):
        if at - size + 1 > 0 and document.words(at - size + 1, at + 1).lower() in lexicon.words("states"):
            return size if document.tokens[at - size].lower in ("to", "the") else 0
    return 0


def before_comma(document: Document, mention: Mention, kind: Kind) -> str:
    """“the team's coach, Jane Doe,” and “the minister of transport, John Roe.”: a role that the name explains."""
    links = document.lexicon.closed("prenominal links")
    tokens, lexicon = document.tokens, document.lexicon
    sentence = document.sentence_at(mention.first)
    at = mention.first - 1 - (len(mention.title.split()) if mention.title else 0)
    at -= not mention.title and tokens[at].lower in lexicon.words("titles", "role_nouns") and tokens[at - 1].text == ","
    at -= (kind is not Kind.PERSON or bool(mention.title)) and at > 0 and tokens[at].lower == "the"
    if at - 1 <= sentence.first or tokens[at].text != ",":
        return ""
    if mention.last < sentence.last and tokens[mention.last].text not in (",", ".", ";"):
        return ""
    head = at - 1
    while head > sentence.first and at - head < 7 and not _is_head(document, head, kind):
        if not tokens[head].is_word or tokens[head].lower in lexicon.words("cue_verbs"):
            return ""
        head -= 1
    if not _is_head(document, head, kind) or (head < at - 1 and tokens[head + 1].lower not in links):
        return ""
    first = head
    while first > sentence.first and head - first < 6:
        token = tokens[first - 1]
        if (
            not (token.is_word or token.text in ("'s", "’s"))
            or (
                token.lower in lexicon.words("starters") and not (token.lower == "and" and is_role(document, first - 2))
            )
            or token.lower in lexicon.words("cue_verbs")
        ):
            break
        first -= 1
    own = first > sentence.first and tokens[first - 1].lower in ("its", "their")
    return document.words(first - own, at)


def _is_participle(token: Token) -> bool:
    return token.text[0].islower() and "-" not in token.lower and token.lower.endswith(("ing", "ed"))


def _is_head(document: Document, at: int, kind: Kind) -> bool:
    """True for a noun that says what a person, or a body, is."""
    if kind is Kind.PERSON:
        return is_role(document, at)
    return document.tokens[at].lower in document.lexicon.words("thing_nouns")
