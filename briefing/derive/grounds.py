"""Why something named is an actor: it acts, speaks or is acted upon, and is no mere place, thing or word."""

from __future__ import annotations

from briefing.derive import context
from briefing.derive.candidates import Reason
from briefing.derive.layers import Document, Kind, Mention, Role
from briefing.derive.name_index import Entity

_LIST = 12
"""Tokens from the preposition to the last name of a list of places, at most."""
_NEVER = frozenset({Kind.PLACE, Kind.OTHER})


def of(document: Document, entity: Entity) -> Reason | None:
    """Returns why the entity is an actor, None when it is only a place, a thing or a word."""
    if entity.kind in _NEVER:
        return None
    first = entity.mentions[0]
    if entity.kind is Kind.STATE:
        acting = [
            mention
            for mention in entity.mentions
            if not document.quoted[mention.first] and _state_acts(document, mention)
        ]
        return Reason("state that acts", acting[0].text, 0.8) if acting else None
    if entity.kind is Kind.GROUP and first.kind is Kind.GROUP:
        return _group(document, entity)
    if entity.kind is Kind.UNKNOWN and len(entity.words) == 1 and _only_place(document, entity):
        return None
    if _only_quoted(document, entity) or all(
        mention.rule == "word for an organisation alone" for mention in entity.mentions
    ):
        return None
    if _is_venue(document, entity):
        return None
    if all(_is_platform(document, mention) for mention in entity.mentions):
        return None
    if all(mention.kind is not Kind.PERSON and _describes_thing(document, mention) for mention in entity.mentions):
        return None
    return Reason(first.rule, first.text, 0.9 if entity.kind is not Kind.UNKNOWN else 0.6)


def _state_acts(document: Document, mention: Mention) -> bool:
    if mention.rule in ("seat", "people", "body of state", "body alone", "capital"):
        return True
    if context.is_locative(document, mention.first) or context.is_beside_place(document, mention.first):
        return False
    before = document.tokens[mention.first - 1].text if mention.first else ""
    if context.is_modifier(document, mention.last) or before == "(" or _owns_name(document, mention):
        return False
    governor = context.governor(document, mention.first)
    return governor not in ("of", ",") or context.acts(document, mention.last)


def _owns_name(document: Document, mention: Mention) -> bool:
    """True for “Sweden's Axel Industries”: the state only says where the body is."""
    after = document.tokens[mention.last : mention.last + 2]
    return len(after) == 2 and after[0].text in context.POSSESSIVES and after[1].text[0].isupper()


def _only_place(document: Document, entity: Entity) -> bool:
    return all(
        context.is_locative(document, mention.first)
        or context.is_beside_place(document, mention.first)
        or (context.governor(document, mention.first) == "," and _behind_name(document, mention))
        or _in_list_of_places(document, mention)
        for mention in entity.mentions
    )


def _in_list_of_places(document: Document, mention: Mention) -> bool:
    """True for the later names in “around Leeds, Hull and York”: a preposition of place governs the first."""
    begin = document.sentence_at(mention.first).first
    at = mention.first - 1
    while at > begin and mention.first - at < _LIST:
        token = document.tokens[at]
        if not (token.text[0].isupper() or token.text == "," or token.lower in ("and", "the")):
            break
        at -= 1
    listed = at + 2 < mention.first and document.tokens[mention.first - 1].text in (",", "and")
    return listed and document.tokens[at].lower in document.lexicon.words("locatives")


def _behind_name(document: Document, mention: Mention) -> bool:
    """True for the second part of “Springfield, Holloway”, which says where the first one is."""
    before = document.tokens[mention.first - 2] if mention.first > 1 else None
    return before is not None and before.text[0].isupper()


def _only_quoted(document: Document, entity: Entity) -> bool:
    return all(
        document.quoted[mention.first] and mention.kind is not Kind.PERSON and mention.rule != "name in quotation marks"
        for mention in entity.mentions
    )


def _is_venue(document: Document, entity: Entity) -> bool:
    """True for “at the Exhibition Center”: a body that is met as a building alone, in all its places."""
    venues = document.lexicon.words("venue_nouns")
    if not any(document.tokens[mention.last - 1].lower in venues for mention in entity.mentions):
        return False
    return all(
        (context.is_locative(document, mention.first) or context.governor(document, mention.first) == "on")
        and context.governor(document, mention.first) != "from"
        for mention in entity.mentions
    )


def _is_platform(document: Document, mention: Mention) -> bool:
    """True for “on Facebook”: a place where something was posted."""
    governor = context.governor(document, mention.first)
    return governor in ("on", "via", "to", "from", "through") and mention.text.lower() in document.lexicon.words(
        "platforms"
    )


def _describes_thing(document: Document, mention: Mention) -> bool:
    """True for a name that only says what sort of thing follows: “the FIFA ranking”; its people are its own."""
    if not context.is_modifier(document, mention.last):
        return False
    people = document.lexicon.words("group_nouns", "role_nouns", "state_bodies", "thing_nouns", "org_nouns")
    return document.tokens[mention.last].lower not in people


def _group_acts(document: Document, mention: Mention) -> bool:
    """True when a verb follows, or an apposition at the head of the sentence: “Labourers, many of them …, are hit”."""
    return context.acts(document, mention.last) or _is_subject(document, mention)


def _is_subject(document: Document, mention: Mention) -> bool:
    """True at the head of a sentence, when only articles and numbers stand before: “More than 100 firefighters and”."""
    counting = document.lexicon.closed("grounds counting")
    first = document.sentence_at(mention.first).first
    after = context.following(document, mention.last)
    opening = document.tokens[first : mention.first]
    plain = all(token.lower in counting or token.text[0].isdigit() for token in opening)
    return plain and (after in (",", "and", "in", "at", "from", "who", "with") or after.endswith("ing"))


def _heads(document: Document, mention: Mention) -> bool:
    """True when the group is the first word of a sentence and a verb follows: “Fans were divided”."""
    return mention.first == document.sentence_at(mention.first).first and context.acts(document, mention.last)


def _group(document: Document, entity: Entity) -> Reason | None:
    mentions = [mention for mention in entity.mentions if not document.quoted[mention.first]]
    rule = entity.mentions[0].rule
    if not mentions:
        return None
    if any(mention.rule in ("group with a backer", "group with a stance") for mention in mentions):
        return Reason(rule, mentions[0].text, 0.8)
    if len(mentions) > 1 and any(document.block_at(one.start).role is Role.HEADLINE for one in mentions):
        return Reason("group in the headline", mentions[0].text, 0.8)
    acting = next((mention for mention in mentions if _group_acts(document, mention)), None)
    vague = len(entity.words) == 1 and entity.words[0] in document.lexicon.words("group_vague")
    cues = document.lexicon.words("cue_verbs")
    reports = any(document.tokens[min(mention.last, len(document.tokens) - 1)].lower in cues for mention in mentions)
    empty = entity.words[0] in document.lexicon.words("group_empty")
    acts = sum(context.acts(document, one.last) for one in mentions)
    heads = any(_heads(document, one) for one in mentions)
    if vague and (empty or not (reports or heads)) and acts < 2 + empty:
        return None
    if acting is not None:
        return Reason("group that acts", acting.text, 0.7)
    return Reason("group named again", mentions[0].text, 0.5) if len(mentions) > 1 else None
