"""The actors of an article: which of the things named act, under which names, in which role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from briefing.derive import context
from briefing.derive.candidates import Actor, Cast, Reason
from briefing.derive.entities import gather
from briefing.derive.introductions import introduced
from briefing.derive.layers import Document, Kind, Mention, Role
from briefing.derive.name_index import Entity
from briefing.derive.prenominal import before_name
from briefing.derive.roles import role
from briefing.derive.slugs import slug
from briefing.derive.wordset import word_set

_MOST = 1000
"""Actors looked at; a text with more is no article."""
_MOST_ALIASES = 8
_ADDED = word_set(
    "officials representatives executives spokesmen organisation organization company group party movement government"
)
_BODIES = frozenset({Kind.ORGANISATION, Kind.UNKNOWN})
_NEVER = frozenset({Kind.PLACE, Kind.OTHER})


def cast(document: Document) -> Cast:
    """Returns the actors among the mentions of `document`, in order of appearance."""
    named = [
        mention for mention in document.mentions if mention.kind is not Kind.GROUP and mention.rule != "body alone"
    ]
    entities = gather(document, named)
    _add_bodies(document, entities)
    entities += _groups(document)
    entities.sort(key=lambda entity: entity.mentions[0].start)
    actors: dict[str, Actor] = {}
    by_start: dict[int, str] = {}
    for entity in entities[:_MOST]:
        reason = _reason(document, entity)
        if reason is None:
            continue
        actor = _actor(document, entity, reason, actors)
        actors[actor.slug] = actor
        for mention in actor.mentions:
            by_start.setdefault(mention.start, actor.slug)
    return Cast(introduced(document, actors), by_start)


def _add_bodies(document: Document, entities: list[Entity]) -> None:
    """Gives “the regime” and “government forces” to the state whose government the text names most."""
    bodies = [mention for mention in document.mentions if mention.rule == "body alone"]
    states = [entity for entity in entities if entity.kind is Kind.STATE]
    governed = [
        (sum(m.rule == "body of state" and m.text.split()[-1] in _GOVERNMENTS for m in e.mentions), e) for e in states
    ]
    if not bodies or not governed:
        return
    most = max(count for count, _ in governed)
    home = next(entity for count, entity in governed if count == most)
    if most or len(governed) == 1 or home.mentions[0].start < document.blocks[min(4, len(document.blocks) - 1)].end:
        home.mentions = sorted([*home.mentions, *bodies])


def _groups(document: Document) -> list[Entity]:
    """Returns the lower-case groups; the same noun is the same group unless a backer, a stance or a name parts them."""
    found: dict[str, Entity] = {}
    for mention in document.mentions:
        if mention.kind is not Kind.GROUP:
            continue
        words = [token.lower for token in document.tokens[mention.first : mention.last]]
        key = _group_key(document, words, mention)
        entity = found.setdefault(key, Entity(tuple(words), Kind.GROUP))
        entity.mentions.append(mention)
        if len(words) > len(entity.words):
            entity.words = tuple(words)
    return list(found.values())


def _group_key(document: Document, words: list[str], mention: Mention) -> str:
    demonyms, states = document.lexicon.table("demonyms"), document.lexicon.table("states")
    for word in words:
        agent, _, backing = word.partition("-")
        if backing and mention.rule == "group with a backer":
            state = demonyms.get(agent) or states.get(agent) or (agent,)
            return f"{state[0]}-backed"
    if mention.rule == "group with a stance":
        return next(word for word in words if word.startswith(("anti-", "pro-")))
    if "of" in words:
        return " ".join(words)
    peoples = [word for word in words[:-1] if word in demonyms]
    if peoples and words[-1] not in ("rebels", "forces"):
        return f"{peoples[0]} {words[-1]}"
    if mention.rule == "public body":
        return " ".join(words)
    if any(word in ("rebel", "rebels") for word in words):
        return "rebels"
    return words[-1].removesuffix("s")


def _reason(document: Document, entity: Entity) -> Reason | None:
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
        return _group_reason(document, entity)
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
        for mention in entity.mentions
    )


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
    if context.acts(document, mention.last):
        return True
    opens = mention.first - document.sentence_at(mention.first).first < 2
    return opens and context.following(document, mention.last) == ","


def _group_reason(document: Document, entity: Entity) -> Reason | None:
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
    if vague and (empty or not reports) and sum(context.acts(document, one.last) for one in mentions) < 2 + empty:
        return None
    if acting is not None:
        return Reason("group that acts", acting.text, 0.7)
    return Reason("group named again", mentions[0].text, 0.5) if len(mentions) > 1 else None


def _actor(document: Document, entity: Entity, reason: Reason, taken: dict[str, Actor]) -> Actor:
    mentions = sorted(set(entity.mentions))
    name = entity.canonical or _name(document, entity, mentions)
    short = slug(name, entity.kind, taken)
    aka = _aliases(document, name, mentions)
    what = role(document, mentions, entity.kind) if entity.kind is not Kind.STATE else ""
    public = entity.mentions[0].rule == "public body"
    kind = Kind.ORGANISATION if entity.kind is Kind.UNKNOWN or public else entity.kind
    return Actor(short, name, kind, what, aka, tuple(mentions), document.block_at(mentions[0].start).number, reason)


def _name(document: Document, entity: Entity, mentions: Iterable[Mention]) -> str:
    """Returns the fullest form as printed; of equally long ones the first."""
    forms = [mention.text for mention in mentions if mention.rule != "title"]
    return max(forms, key=lambda form: (len(form.split()), -forms.index(form)))


def _aliases(document: Document, name: str, mentions: Iterable[Mention]) -> tuple[str, ...]:
    """Returns the other forms, most frequent first and then as they appear, with the title where one was printed."""
    counts: Counter[str] = Counter()
    for mention in mentions:
        forms = [mention.text]
        if mention.title and mention.rule != "title":
            forms.append(f"{mention.title} {mention.text}")
            last = mention.title.rpartition(" ")
            if last[0] and last[2].lower() in document.lexicon.words("titles"):
                forms.append(f"{last[2]} {mention.text}")
            bare = mention.title.partition(" ")
            if bare[2] and bare[0].lower() in document.lexicon.words("demonyms", "states"):
                forms.append(f"{bare[2]} {mention.text}")
        elif (
            mention.kind is Kind.PERSON
            and (called := before_name(document, mention))
            and len(called.split()) < 4
            and "'" not in called
            and "’" not in called
        ):
            forms.append(f"{called} {mention.text}")
        if (
            mention.rule in ("seat", "title", "body alone", "group")
            and mention.first
            and document.tokens[mention.first - 1].lower == "the"
        ):
            forms = [f"the {mention.text}"]
        if mention.last < len(document.tokens) and mention.rule != "title" and mention.kind in _BODIES:
            after = document.tokens[mention.last]
            if after.lower in _ADDED:
                forms.append(f"{mention.text} {after.text}")
        if mention.first and document.tokens[mention.first - 1].text.endswith("-backed"):
            forms.append(f"{document.tokens[mention.first - 1].text} {mention.text}")
        counts.update(form for form in forms if form != name)
    order = {form: place for place, form in enumerate(counts)}
    return tuple(sorted(counts, key=lambda form: (-counts[form], order[form])))[:_MOST_ALIASES]


_GOVERNMENTS = frozenset({"government", "regime", "army", "forces", "military", "authorities", "troops"})
