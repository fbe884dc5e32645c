"""The noun phrases that may act or speak, sentence by sentence: names, pronouns, roles, groups, things that speak."""

from __future__ import annotations

from typing import NamedTuple

from briefing.derive.candidates import Cast
from briefing.derive.context import POSSESSIVES, is_verb
from briefing.derive.layers import Document, Kind, Mention, Sentence
from briefing.derive.wordset import word_set


class Phrase(NamedTuple):
    """Tokens `[first, last)` of a noun phrase, articles and titles left out.

    `slug` is the actor's, empty when it is none; `sort` is `name`, `pronoun`, `role`, `people`, `body` or `source`.
    `governed` is True behind a preposition, `owned` when a possessive follows, so that something else is the subject.
    """

    first: int
    last: int
    slug: str
    sort: str
    governed: bool
    owned: bool


def phrases(document: Document, cast: Cast, sentence: Sentence) -> list[Phrase]:
    """Returns the noun phrases of a sentence in order, those inside quotation marks left out."""
    pronouns = document.lexicon.closed("phrases pronouns")
    found: list[Phrase] = []
    tokens, lexicon = document.tokens, document.lexicon
    names = {mention.first: mention for mention in _mentions(document, sentence)}
    roles, sources, people = lexicon.words("role_nouns"), lexicon.words("speech_sources"), lexicon.words("group_nouns")
    bodies = lexicon.words("org_nouns")
    narrowing = lexicon.words("role_nouns", "titles")
    following_names = {first - size for first, one in names.items() if one.kind is Kind.PERSON for size in range(4)}
    at = sentence.first
    while at < sentence.last:
        lower = tokens[at].lower
        mention = names.get(at)
        if document.quoted[at]:
            at += 1
        elif mention is not None and (mention.kind is not Kind.PLACE):
            slug = cast.slug_at(mention.start)
            sort = "name" if slug else "people" if mention.kind is Kind.GROUP else "other"
            after = tokens[mention.last].lower if mention.last < sentence.last else ""
            narrows = mention.kind is not Kind.PERSON and after in narrowing and mention.last + 1 in following_names
            if sort != "other" and not narrows:
                found.append(_phrase(document, sentence, at, mention.last, slug, sort))
            at = mention.last
        elif lower in pronouns:
            if lower != "who" and not (lower == "one" and not _alone(document, sentence, at)):
                found.append(_phrase(document, sentence, at, at + 1, "", "pronoun"))
            at += 1
        elif _is_national(document, sentence, at):
            found.append(_phrase(document, sentence, at, at + 1, "", "role"))
            at += 1
        elif lower in roles or lower in people or lower in sources or lower in bodies or lower.endswith("-year-old"):
            sort = (
                "people" if lower in people else "source" if lower in sources else "body" if lower in bodies else "role"
            )
            if _heads(document, sentence, at, names):
                found.append(_phrase(document, sentence, at, at + 1, "", sort))
            at += 1
        else:
            at += 1
    return found


def _is_national(document: Document, sentence: Sentence, at: int) -> bool:
    """True for “the Hungarian” without a noun behind it: one person of that people."""
    tokens, demonyms = document.tokens, document.lexicon.words("demonyms")
    lower = tokens[at].lower
    if lower not in demonyms or f"{lower}s" not in demonyms or at == sentence.first:
        return False
    following = tokens[at + 1] if at + 1 < sentence.last else None
    alone = following is None or not following.is_word or is_verb(following, document)
    return alone and tokens[at - 1].lower == "the"


def start_of(document: Document, sentence: Sentence, phrase: Phrase) -> int:
    """Returns the first token of the phrase with its article and the words that narrow it, for showing it."""
    determiners = document.lexicon.closed("phrases determiners")
    tokens, lexicon = document.tokens, document.lexicon
    first = phrase.first
    while first > sentence.first and phrase.first - first < 8:
        before = tokens[first - 1]
        if before.lower in determiners:
            return first - 1
        if before.text in ("'s", "’s"):
            first -= 1
            continue
        if (
            not before.is_word
            or before.lower in lexicon.words("starters")
            or before.lower in lexicon.words("cue_verbs", "verbs")
        ):
            break
        first -= 1
    return first


def _mentions(document: Document, sentence: Sentence) -> list[Mention]:
    from bisect import bisect_left

    at = bisect_left(document.mentions, sentence.start, key=lambda mention: mention.start)
    found = []
    while at < len(document.mentions) and document.mentions[at].start < sentence.end:
        found.append(document.mentions[at])
        at += 1
    return found


def _phrase(document: Document, sentence: Sentence, first: int, last: int, slug: str, sort: str) -> Phrase:
    parts = document.lexicon.closed("phrases parts")
    prepositions = document.lexicon.closed("phrases prepositions")
    determiners = document.lexicon.closed("phrases determiners")
    tokens, lexicon = document.tokens, document.lexicon
    before = first - 1
    narrowing = lexicon.words("titles", "role_nouns", "modifiers", "demonyms")
    while before >= sentence.first and (
        tokens[before].lower in determiners or _narrows(tokens[before].text, tokens[before].lower, narrowing)
    ):
        before -= 1
    governed = before >= sentence.first and tokens[before].lower in prepositions
    if governed and tokens[before].lower == "of" and before > sentence.first:
        governed = tokens[before - 1].lower not in parts
    owned = last < sentence.last and tokens[last].text in POSSESSIVES
    return Phrase(first, last, slug, sort, governed, owned)


def _narrows(text: str, lower: str, narrowing: frozenset[str]) -> bool:
    return lower in narrowing or ("-" in text and text[-1].isalpha()) or lower in _ADJECTIVES


def _alone(document: Document, sentence: Sentence, at: int) -> bool:
    cues = document.lexicon.words("cue_verbs")
    before = at > sentence.first and document.tokens[at - 1].lower in cues
    return before or (at + 1 < sentence.last and document.tokens[at + 1].lower in cues)


def _heads(document: Document, sentence: Sentence, at: int, names: dict[int, Mention]) -> bool:
    """True when the noun at `at` is the head of its phrase: no name and no further noun for people follows."""
    if at + 1 >= sentence.last:
        return True
    following = document.tokens[at + 1]
    if at + 1 in names or following.text[0].isupper():
        return False
    body = document.tokens[at].lower in document.lexicon.words("org_nouns")
    if (
        body
        and document.tokens[at].lower not in document.lexicon.words("role_nouns")
        and document.tokens[at - 1].lower
        not in (
            "the",
            "its",
            "their",
        )
    ):
        return False
    lexicon = document.lexicon
    if document.tokens[at].lower in lexicon.words("cue_verbs") and not _determined(document, sentence, at):
        return False
    return following.lower not in lexicon.words(
        "role_nouns", "group_nouns", "speech_sources"
    ) or following.lower in lexicon.words("cue_verbs")


def _determined(document: Document, sentence: Sentence, at: int) -> bool:
    determiners = document.lexicon.closed("phrases determiners")
    return at > sentence.first and (
        document.tokens[at - 1].lower in determiners
        or document.tokens[at - 1].text in POSSESSIVES
        or (at - 1 > sentence.first and document.tokens[at - 2].lower in determiners)
    )


_ADJECTIVES = word_set(
    "new young old local national federal regional separate joint official anonymous unknown unnamed "
    "independent international main different human foreign southern northern eastern western"
)
