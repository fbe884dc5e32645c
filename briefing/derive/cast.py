"""The actors of an article: which of the things named act, under which names, in which role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from briefing.derive import grounds
from briefing.derive.candidates import Actor, Cast, Reason
from briefing.derive.entities import gather
from briefing.derive.introductions import introduced
from briefing.derive.layers import Document, Kind, Mention
from briefing.derive.name_index import Entity
from briefing.derive.prenominal import before_name
from briefing.derive.roles import role
from briefing.derive.slugs import slug

_MOST = 1000
"""Actors looked at; a text with more is no article."""
_MOST_ALIASES = 8
_BODIES = frozenset({Kind.ORGANISATION, Kind.UNKNOWN})


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
        reason = grounds.of(document, entity)
        if reason is None:
            continue
        actor = _actor(document, entity, reason, actors)
        actors[actor.slug] = actor
        for mention in actor.mentions:
            by_start.setdefault(mention.start, actor.slug)
    return Cast(introduced(document, actors), by_start)


def _add_bodies(document: Document, entities: list[Entity]) -> None:
    """Gives “the regime” and “government forces” to the state whose government the text names most."""
    governments = document.lexicon.closed("cast governments")
    bodies = [mention for mention in document.mentions if mention.rule == "body alone"]
    states = [entity for entity in entities if entity.kind is Kind.STATE]
    governed = [
        (sum(m.rule == "body of state" and m.text.split()[-1] in governments for m in e.mentions), e) for e in states
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
    added = document.lexicon.closed("cast added")
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
            if after.lower in added:
                forms.append(f"{mention.text} {after.text}")
        if mention.first and document.tokens[mention.first - 1].text.endswith("-backed"):
            forms.append(f"{document.tokens[mention.first - 1].text} {mention.text}")
        counts.update(form for form in forms if form != name)
    order = {form: place for place, form in enumerate(counts)}
    return tuple(sorted(counts, key=lambda form: (-counts[form], order[form])))[:_MOST_ALIASES]
