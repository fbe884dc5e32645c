"""How actors stand to each other, from explicit words alone: “Turkish-backed rebels”, “Iran supports Hezbollah”."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from briefing.derive.candidates import Cast, Reason
from briefing.derive.discourse import Discourse
from briefing.derive.layers import Document, Role


class Relation(NamedTuple):
    """One actor stands to another: slugs, the words, and the paragraph that says so."""

    start: str
    end: str
    text: str
    paragraph: int
    offset: int
    reason: Reason


_MIDDLE = 4


def relations(document: Document, cast: Cast, discourse: Discourse) -> list[Relation]:
    """Returns the relations in text order, each pair and verb once."""
    found: dict[tuple[str, str, str], Relation] = {}
    for relation in [*_backed(document, cast), *_stated(document, discourse)]:
        found.setdefault((relation.start, relation.end, relation.text), relation)
    return sorted(found.values(), key=lambda relation: relation.offset)


def _backed(document: Document, cast: Cast) -> list[Relation]:
    lexicon = document.lexicon
    by_name = {actor.name.lower(): slug for slug, actor in cast.actors.items()}
    found = []
    for slug, actor in cast.actors.items():
        for mention in actor.mentions:
            first = document.tokens[mention.first]
            before = document.tokens[mention.first - 1] if mention.first else first
            for token in (first, before):
                agent, backing, _ = token.lower.partition("-backed")
                names = lexicon.table("demonyms").get(agent) or lexicon.table("states").get(agent) or (agent,)
                backer = by_name.get(names[0].lower(), "") if backing else ""
                if backer and backer != slug:
                    place = document.block_at(mention.start).number
                    found.append(
                        Relation(backer, slug, "backs", place, mention.start, Reason("-backed", token.text, 0.9))
                    )
                    break
    return found


def _stated(document: Document, discourse: Discourse) -> list[Relation]:
    negated = document.lexicon.closed("relations negated")
    verbs = document.lexicon.table("relation_verbs")
    found = []
    for number, sentence in enumerate(document.sentences):
        if document.block(sentence.paragraph).role is not Role.BODY:
            continue
        named = [phrase for phrase in discourse.phrases[number] if phrase.slug]
        for one, other in pairwise(named):
            between = [token.lower for token in document.tokens[one.last : other.first]]
            verb = next((word for word in between if word in verbs), "")
            plain = len(between) <= _MIDDLE and not one.owned and not one.governed and one.slug != other.slug
            if verb and plain and not negated & set(between) and between.index(verb) < 3:
                text = verbs[verb][0]
                found.append(
                    Relation(one.slug, other.slug, text, sentence.paragraph, sentence.start, Reason("verb", verb, 0.6))
                )
    return found
