"""What kind of thing a name stands for: every place votes by its neighbours, once for all."""

from __future__ import annotations

from briefing.derive import context
from briefing.derive.layers import Document, Kind, Mention
from briefing.derive.name_index import Entity


def cast(document: Document, mention: Mention, entity: Entity) -> None:
    """Adds the votes of one place of a name to its entity."""
    tokens, lexicon = document.tokens, document.lexicon
    votes = entity.votes
    surname = mention.last - mention.first == 1 and len(entity.words) == 2 and mention.text.lower() == entity.words[-1]
    if surname and mention.kind is Kind.PLACE:
        votes[Kind.PERSON] += 5
    elif mention.kind is not Kind.UNKNOWN:
        votes[mention.kind] += 3 if mention.rule == "before the number of a version" else 5
    before = tokens[mention.first - 1] if mention.first else None
    does = context.acts(document, mention.last) or (before is not None and before.lower == "by")
    if mention.kind is Kind.PLACE and not surname and does and not context.is_locative(document, mention.first):
        votes[Kind.ORGANISATION] += 6
    after = context.following(document, mention.last)
    if before is not None:
        if _is_one_of(document, mention):
            votes[Kind.OTHER] += 6
        if before.lower == "for" and tokens[mention.first - 2].lower in ("mp", "mep", "msp", "candidate", "senator"):
            votes[Kind.PLACE] += 6
        if before.lower == "the" and not mention.title:
            votes[Kind.ORGANISATION] += 2
        elif before.lower in lexicon.words("role_nouns"):
            votes[Kind.PERSON] += 3
        elif before.text == "," and mention.first > 1 and _is_role(document, mention.first - 2):
            votes[Kind.PERSON] += 4
        elif before.lower in lexicon.words("thing_nouns"):
            votes[Kind.ORGANISATION] += 6
    if len(entity.words) in (2, 3) and mention.kind is Kind.UNKNOWN:
        many = entity.words[-1] in lexicon.words("group_nouns") or after in lexicon.words("role_nouns")
        votes[Kind.ORGANISATION if many else Kind.PERSON] += 3 if many else 1
    if after in ("who", "whose"):
        votes[Kind.PERSON] += 3
    elif after == "," and mention.last + 1 < len(tokens):
        following = tokens[mention.last + 1]
        if following.text.isdigit() and len(following.text) == 2:
            votes[Kind.PERSON] += 5
        elif following.lower == "who" and not context.is_locative(document, mention.first):
            votes[Kind.PERSON] += 3
        elif following.lower in ("a", "an", "the", "one") and (described := _described_as(document, mention.last + 2)):
            votes[described] += 6 if described is Kind.ORGANISATION else 4
        elif following.lower in lexicon.words("places", "states") and _ends_place(document, mention.last + 2):
            votes[Kind.PLACE] += 4
    if context.is_locative(document, mention.first) and context.governor(document, mention.first) in (
        "in",
        "near",
        "at",
        "across",
    ):
        votes[Kind.PLACE] += 2
    elif (
        before is not None
        and before.lower == "of"
        and mention.first > 1
        and tokens[mention.first - 2].lower in lexicon.words("place_nouns", "directions")
    ):
        votes[Kind.PLACE] += 4
    elif context.acts(document, mention.last):
        votes[Kind.PERSON] += len(entity.words) > 1
        votes[Kind.ORGANISATION] += len(entity.words) == 1


def _is_one_of(document: Document, mention: Mention) -> bool:
    """True for “a BMW” and “a blue BMW”, one of many that bear the name; not for “a BBC programme”."""
    if mention.kind in (Kind.PERSON, Kind.STATE) or mention.title or context.is_modifier(document, mention.last):
        return False
    tokens, at = document.tokens, mention.first - 1
    at -= tokens[at].text.islower() and tokens[at].lower not in ("a", "an") and at > 0
    return tokens[at].lower in ("a", "an") and context.following(document, mention.last) not in ("'s", "’s")


def _is_role(document: Document, at: int) -> bool:
    return document.tokens[at].lower in document.lexicon.words("role_nouns")


def _described_as(document: Document, at: int) -> Kind | None:
    """Returns what the apposition that goes on with token `at` says: “a start-up whose …”, “a nurse from …”."""
    lexicon = document.lexicon
    for token in document.tokens[at : at + 6]:
        if token.lower in lexicon.words("thing_nouns"):
            return Kind.ORGANISATION
        if token.lower in lexicon.words("role_nouns"):
            return Kind.PERSON
        if token.text in (",", ".", ";", "who", "whose", "which", "of", "in", "that"):
            return None
    return None


def _ends_place(document: Document, at: int) -> bool:
    return at >= len(document.tokens) or document.tokens[at].text in (",", ".", "—", "–", ")", ";")


def elected(entity: Entity) -> Kind:
    """Returns the kind with most votes, `UNKNOWN` when nobody voted."""
    if entity.kind is Kind.STATE:
        return Kind.STATE
    for kind, count in entity.votes.most_common(1):
        if count > 0:
            return kind
    return Kind.UNKNOWN
