"""Whether an actor is “he” or “she”."""

from __future__ import annotations

from briefing.derive.candidates import Actor
from briefing.derive.layers import Document, Kind

_MOST = 8


def of(document: Document, actor: Actor) -> str:
    """Returns `m`, `f` or an empty string, by titles, role, given name, and the pronouns that follow the name."""
    if actor.kind is not Kind.PERSON:
        return ""
    lexicon = document.lexicon
    words = {word for mention in actor.mentions[:20] for word in mention.title.lower().split()} | set(
        actor.role.lower().split()[:6]
    )
    if words & lexicon.words("female_titles"):
        return "f"
    if words & lexicon.words("male_titles"):
        return "m"
    given = actor.name.split()[0].lower()
    male, female = given in lexicon.words("first_names_male"), given in lexicon.words("first_names_female")
    return _by_pronouns(document, actor) if male == female else "m" if male else "f"


def _by_pronouns(document: Document, actor: Actor) -> str:
    """Returns the gender of the pronouns that come next behind the places of a name, where most of them agree."""
    she = document.lexicon.closed("genders she")
    he = document.lexicon.closed("genders he")
    votes = 0
    tokens = document.tokens
    for mention in actor.mentions[:_MOST]:
        sentence = document.sentence_at(mention.first)
        own = range(mention.last, sentence.last)
        at = next((n for n in own if not document.quoted[n] and tokens[n].lower in he | she), sentence.last)
        if at < len(tokens) and not any(document.mention_at(n) for n in range(mention.last, at) if n in own):
            votes += (tokens[at].lower in he) - (tokens[at].lower in she)
    return "m" if votes > 0 else "f" if votes < 0 else ""
