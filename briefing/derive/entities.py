"""Which names are one: surnames, acronyms, head nouns, capitals and peoples are brought to the name they stand for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from briefing.derive import context, votes
from briefing.derive.layers import Document, Kind, Mention
from briefing.derive.name_index import NEAR, Entity, Index, may_be_person

_ARTICLE = re.compile(r"^(?:al|el|as|ash|ad|an|ar|at)-")


def gather(document: Document, mentions: Iterable[Mention]) -> list[Entity]:
    """Returns the entities that `mentions` name, in order of appearance, each with the votes for its kind."""
    states: dict[str, Entity] = {}
    full = Index()
    single: list[Mention] = []
    titles: list[Mention] = []
    for mention in mentions:
        if mention.kind is Kind.STATE:
            _state(document, mention, states)
        elif mention.rule == "title":
            titles.append(mention)
        elif len(_words(document, mention)) > 1:
            full.add_full(_words(document, mention), mention)
        else:
            single.append(mention)
    full.finish()
    named_as = _named_as(document, [*full.mentions(), *single])
    for mention in single:
        _single(document, mention, full, named_as)
    _titled(document, titles, full.named)
    found = [*states.values(), *_merged(document, full)]
    for entity in found:
        entity.mentions.sort()
        for mention in entity.mentions:
            votes.cast(document, mention, entity)
        entity.kind = votes.elected(entity)
    return sorted(found, key=lambda entity: entity.mentions[0].start)


def _words(document: Document, mention: Mention) -> tuple[str, ...]:
    return tuple(_ARTICLE.sub("", token.lower) for token in document.tokens[mention.first : mention.last])


def _state(document: Document, mention: Mention, states: dict[str, Entity]) -> None:
    lexicon = document.lexicon
    words = _words(document, mention)
    name = " ".join(words[:-1] if mention.rule == "body of state" else words)
    tables = ("states", "demonyms", "capitals", "seats")
    canonical = next((values[0] for table in tables if (values := lexicon.table(table).get(name))), "")
    if not canonical:
        return
    if mention.rule == "capital" and not _stands_for_state(document, mention):
        return
    if mention.rule == "people" and not _is_people(document, mention):
        return
    entity = states.setdefault(canonical, Entity((canonical.lower(),), Kind.STATE, canonical=canonical))
    entity.add(mention)


def _stands_for_state(document: Document, mention: Mention) -> bool:
    """True for a capital that acts or is acted upon; a place, a modifier or part of an address is no state."""
    if context.is_locative(document, mention.first) or context.is_modifier(document, mention.last):
        return False
    before = document.tokens[mention.first - 1].text if mention.first else ""
    after = context.following(document, mention.last)
    if context.following(document, mention.last).endswith("ing"):
        return True
    between = context.governor(document, mention.first) in (
        "between",
        "of",
        "and",
        "by",
        "with",
        "support",
        "against",
        "despite",
    )
    return after != "," and before not in (",", "(") and (context.acts(document, mention.last) or between)


def _is_people(document: Document, mention: Mention) -> bool:
    """True for “the Belgians” and “the French”, False for an adjective before a noun."""
    counts = document.lexicon.closed("entities counts")
    before = document.tokens[mention.first - 1] if mention.first else None
    if before is not None and (before.text[0].isdigit() or before.lower in counts):
        return False
    if mention.text.endswith(("ish", "ese", "ch", "an", "i", "ic", "ss")) and not context.acts(document, mention.last):
        return False
    return not context.is_modifier(document, mention.last) and context.following(document, mention.last) not in (
        "-",
        "and",
    )


def _named_as(document: Document, mentions: list[Mention]) -> dict[str, Mention]:
    """Returns short names to the place of what they stand for: “… Office, known as ONEMI”, “… Office (NEO)”."""
    found: dict[str, Mention] = {}
    by_last = {mention.last: mention for mention in mentions}
    tokens = document.tokens
    for mention in mentions:
        at = mention.first - 1
        if mention.last - mention.first > 1 or at < 2:
            continue
        if tokens[at].text in ('"', "“") and tokens[at - 1].text == "(":
            at -= 1
        if tokens[at].text == "(" and mention.last < len(tokens) and tokens[mention.last].text in (")", '"', "”", ","):
            long = by_last.get(at)
            short = mention.text.isupper() and len(mention.text) > 1 and "-" not in mention.text
        else:
            while at > 1 and tokens[at].lower in (
                "as",
                "by",
                "known",
                "its",
                "acronym",
                "also",
                "better",
                "called",
                "or",
            ):
                at -= 1
            long = by_last.get(at) if tokens[at].text == "," and at < mention.first - 1 else None
            short = True
        if long is not None and short and len(long.text.split()) > 1 and long.kind is not Kind.PERSON:
            found.setdefault(mention.text, long)
    return found


def _single(document: Document, mention: Mention, index: Index, named_as: dict[str, Mention]) -> None:
    """Brings a name of one word to the full name it is part of, or makes it an entity of its own."""
    word = _words(document, mention)[0]
    holders = index.by_word.get(word, [])
    meant = named_as.get(mention.text)
    entity = index.at(meant) if meant is not None else None
    entity = entity or _holder(document, mention, word, holders[:NEAR]) or _acronym(mention, word, index)
    if entity is None and word.endswith("s"):
        entity = next((one for one in index.by_word.get(word[:-1], [])[:NEAR] if one.words[1:] == ("party",)), None)
    if entity is None and len(word) > 2 and context.words_back(document.tokens, mention.first, 0) == "the":
        entity = index.clipped(word)
    if entity is None and mention.title and len(word) > 5:
        entity = index.misspelt(word)
    if entity is None:
        entity = Entity((word,), mention.kind)
        index.named.append(entity)
        index.by_word.setdefault(word, []).insert(0, entity)
    entity.add(mention)


def _holder(document: Document, mention: Mention, word: str, holders: list[Entity]) -> Entity | None:
    own = next((entity for entity in holders if entity.words == (word,)), None)
    people = [
        entity
        for entity in holders
        if may_be_person(entity)
        and word in (entity.words[-1], entity.words[0])
        and not _clashes(document, mention.title, entity)
    ]
    surnames = [entity for entity in people if entity.words[-1] == word] or people
    known = [entity for entity in surnames if entity.latest < mention.start] or surnames
    if known:
        titled = [entity for entity in known if mention.title and mention.title in entity.titles]
        titled = titled or [entity for entity in known if _suits(document, mention.title, entity)]
        return max(titled or known, key=lambda entity: entity.latest if entity.latest < mention.start else -1)
    if own is not None:
        return own
    if mention.kind is Kind.PERSON:
        return None
    bodies = [entity for entity in holders if entity.kind is Kind.ORGANISATION and len(entity.words) > 1]
    if len(bodies) != 1:
        return None
    generic = word in document.lexicon.words("org_nouns", "places")
    definite = context.words_back(document.tokens, mention.first, 0) == "the"
    return bodies[0] if definite or not generic else None


def _suits(document: Document, title: str, entity: Entity) -> bool:
    """True when both a title and the given name say “she”, or both say “he”."""
    words, lexicon, given = set(title.lower().split()), document.lexicon, entity.words[0]
    return any(
        words & lexicon.words(titles) & lexicon.words("titles") and given in lexicon.words(names)
        for titles, names in (("female_titles", "first_names_female"), ("male_titles", "first_names_male"))
    )


def _clashes(document: Document, title: str, entity: Entity) -> bool:
    """True when a title says “she” and the given name “he”, or the other way round: Mrs Smith is not Bob Smith."""
    words = set(title.lower().split())
    if not words:
        return False
    lexicon, given = document.lexicon, entity.words[0]
    male, female = given in lexicon.words("first_names_male"), given in lexicon.words("first_names_female")
    if male == female:
        return False
    return bool(words & lexicon.words("female_titles" if male else "male_titles") & lexicon.words("titles"))


def _acronym(mention: Mention, word: str, index: Index) -> Entity | None:
    letters = word.replace(".", "")
    if not mention.text.replace(".", "").isupper() or len(letters) < 2:
        return None
    return next((entity for entity in index.by_word.get(f"={letters}", []) if entity.kind is not Kind.PERSON), None)


def _titled(document: Document, titles: list[Mention], named: list[Entity]) -> None:
    """Brings “the President” to the last person named before who bears that title."""
    bearers: dict[str, list[tuple[int, int]]] = {}
    for order, entity in enumerate(named):
        for title in {word for borne in entity.titles for word in borne.lower().split()}:
            bearers.setdefault(title, []).append((entity.mentions[0].start, order))
    for borne in bearers.values():
        borne.sort()
    for mention in titles:
        borne = bearers.get(document.tokens[mention.last - 1].lower, [])
        at = bisect_left(borne, (mention.start, -1))
        if at:
            named[borne[at - 1][1]].add(mention)


def _merged(document: Document, index: Index) -> list[Entity]:
    """Brings a name of one word that was met before its only full form to that form."""
    result: list[Entity] = []
    for entity in index.named:
        if len(entity.words) == 1:
            word = entity.words[0]
            full = [other for other in index.by_word.get(word, [])[:NEAR] if len(other.words) > 1]
            people = [other for other in full if may_be_person(other) and other.words[-1] == word]
            if any(_clashes(document, title, other) for title in entity.titles for other in people):
                result.append(entity)
                continue
            target = people[0] if len(people) == 1 else full[0] if len(full) == 1 and _absorbs(full[0], word) else None
            if target is not None:
                target.mentions += entity.mentions
                continue
        result.append(entity)
    return result


def _absorbs(full: Entity, word: str) -> bool:
    return (
        full.kind is Kind.ORGANISATION
        and any(light in full.words for light in ("of", "for"))
        and full.words[-1] == word
    )
