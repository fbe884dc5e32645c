"""Roles that stand in another sentence than the name: “A nurse who … was jailed. Jane Doe, 41, …”, “its head”."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.derive.appositions import is_role
from briefing.derive.candidates import Actor
from briefing.derive.layers import Document, Kind, Role

_MOST = 10
_REACH = 5


def introduced(document: Document, actors: Mapping[str, Actor]) -> dict[str, Actor]:
    """Returns the actors with the roles that the text gives them elsewhere than beside their names."""
    found = {slug: _expanded(document, actor, actors) for slug, actor in actors.items()}
    described = _lead(document)
    if described:
        words, end = described
        person = next((one for one in found.values() if one.kind is Kind.PERSON and one.mentions[0].start > end), None)
        if person is not None and not person.role and _soon(document, person, end):
            found[person.slug] = person._replace(role=words)
    return found


def _expanded(document: Document, actor: Actor, actors: Mapping[str, Actor]) -> Actor:
    """Returns the actor with “Centre's director” written out as the director of the body that is meant."""
    any_body = document.lexicon.closed("introductions any body")
    acronym, _, office = actor.role.partition(" ")
    paragraph = document.block_at(actor.mentions[0].start).start
    if acronym.lower() in ("its", "their") and office:
        body = _last_body(actor, actors, paragraph)
        return actor._replace(role=f"{office} of the {body.name.removeprefix('The ')}" if body is not None else office)
    if acronym.isupper() and len(acronym) > 2 and office:
        body = next((one for one in actors.values() if acronym in one.aka and one.kind is Kind.ORGANISATION), None)
        if body is not None:
            return actor._replace(role=f"{office} of the {body.name.removeprefix('The ')}")
    for mark in ("'s ", "’s "):
        owner, found, office = actor.role.partition(mark)
        if not found or " " in owner.removeprefix("the "):
            continue
        word = owner.removeprefix("the ").lower()
        body = (
            _last_body(actor, actors, paragraph, word)
            if word in any_body
            else next(
                (
                    one
                    for one in actors.values()
                    if one.kind is Kind.ORGANISATION and len(one.name.split()) > 1 and word in one.name.lower().split()
                ),
                None,
            )
        )
        if body is not None:
            article = "" if body.name.startswith("The ") else "the "
            return actor._replace(role=f"{office} of {article}{body.name}")
    return actor


def _last_body(actor: Actor, actors: Mapping[str, Actor], paragraph: int, noun: str = "") -> Actor | None:
    """Returns the organisation that the paragraph begins with, else the one named last before the actor is named."""
    here = actor.mentions[0].start
    places = [
        (max(one.start for one in body.mentions if one.start < here), slug)
        for slug, body in actors.items()
        if body.kind is Kind.ORGANISATION and body.mentions[0].start < here
    ]
    near = [place for place in places if place[0] >= paragraph]
    if near and not noun:
        return actors[min(near)[1]]
    told = [(start, slug) for start, slug in places if noun and noun in actors[slug].role.lower().split()]
    return actors[max(told or places)[1]] if places else None


def _lead(document: Document) -> tuple[str, int] | None:
    """Returns the description that opens the body instead of a name, “A judge who …”, and where its sentence ends."""
    parts = document.lexicon.closed("introductions parts")
    block = next((block for block in document.blocks if block.role is Role.BODY), None)
    if block is None:
        return None
    sentence = next(document.sentences_of(block))
    first = max(sentence.first, document.opening)
    tokens = document.tokens
    if tokens[first].lower not in ("a", "an"):
        return None
    for at in range(first + 1, min(first + _MOST, sentence.last)):
        if tokens[at].text[0].isupper() and (named := document.mention_at(at)) is not None:
            if named.kind not in (Kind.PLACE, Kind.STATE):
                return None
        elif is_role(document, at) and not is_role(document, at + 1):
            last = at + 1
            while last < sentence.last and tokens[last].lower in parts and last - at < _MOST:
                last += 1
                while last < sentence.last and tokens[last].text[0].isupper():
                    last += 1
            last = last if tokens[last - 1].lower not in parts else at + 1
            return document.words(first + 1, last), sentence.end
        elif not tokens[at].is_word:
            return None
    return None


def _soon(document: Document, person: Actor, end: int) -> bool:
    """True when the person is named within the next sentences, at the beginning of one."""
    mention = person.mentions[0]
    sentence = document.sentence_at(mention.first)
    return mention.first - sentence.first < 3 and sentence.paragraph - document.block_at(end - 1).number < _REACH
