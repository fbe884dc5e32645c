"""What the text says that somebody is: the fullest of the roles that stand around the places of a name."""

from __future__ import annotations

from briefing.derive.appositions import affiliation, apposition, predicate
from briefing.derive.context import POSSESSIVES
from briefing.derive.layers import Document, Kind, Mention
from briefing.derive.prenominal import COURTESY, before_comma, before_name


def role(document: Document, mentions: list[Mention], kind: Kind) -> str:
    """Returns the fullest role that the text gives in any of the places, an empty string when it gives none."""
    found = [one for mention in mentions[:12] for one in _roles(document, mention, kind)]
    if not found:
        return ""
    best = max(found, key=lambda words: (min(len(words.split()), 8), -found.index(words)))
    if best.startswith("of "):
        office = next((words for words in found if not words.startswith("of ")), "")
        best = f"{office}, {best.removeprefix('of ').removeprefix('the ')}".removeprefix(", ")
    return _written_out(document, best)


def _written_out(document: Document, words: str) -> str:
    """Returns the role with a leading abbreviation written out: “Gov.” as “Governor”."""
    head, _, rest = words.partition(" ")
    full = document.lexicon.table("titles").get(head.lower())
    return f"{full[0]} {rest}".rstrip() if full else words


def _roles(document: Document, mention: Mention, kind: Kind) -> list[str]:
    found = [apposition(document, mention, kind), predicate(document, mention)]
    if kind is not Kind.PERSON:
        found += [_thing(document, mention), before_comma(document, mention, kind)]
    else:
        found += [
            before_name(document, mention),
            before_comma(document, mention, kind),
            affiliation(document, mention),
            _listed(document, mention),
            _owned(document, mention),
        ]
        found += [mention.title] if mention.title.lower() not in COURTESY else []
    return [words for words in found if words]


def _thing(document: Document, mention: Mention) -> str:
    """“the newspaper Northern Star”: what sort of body the words before the name say it is."""
    tokens, lexicon = document.tokens, document.lexicon
    sentence = document.sentence_at(mention.first)
    at = mention.first - 1
    after = tokens[mention.last].lower if mention.last < sentence.last else ""
    if after in lexicon.words("thing_nouns") and tokens[mention.first - 1].lower in ("the", "a") and mention.first:
        return after
    if at > sentence.first and tokens[at].text in ('"', "“", "‘", "'"):
        at -= 1
    if at <= sentence.first or tokens[at].lower not in lexicon.words("thing_nouns"):
        return ""
    first = at
    while first > sentence.first and at - first < 3:
        before = tokens[first - 1]
        if not before.is_word or before.lower in lexicon.words("starters", "cue_verbs", "verbs"):
            break
        first -= 1
    return document.words(first, at + 1)


def _owned(document: Document, mention: Mention) -> str:
    """“Acme's Jane Doe” and “the union's John Roe”: the body that the person speaks for, as “of Acme”."""
    tokens, at = document.tokens, mention.first - 1
    sentence = document.sentence_at(mention.first)
    if at <= sentence.first or tokens[at].text not in POSSESSIVES:
        return ""
    first = at - 1
    owner = document.mention_ending(at)
    if owner is not None and owner.kind is not Kind.PERSON:
        first = owner.first
    elif tokens[first].lower not in document.lexicon.words("org_nouns", "thing_nouns"):
        return ""
    return f"of {document.words(first, at)}"


def _listed(document: Document, mention: Mention) -> str:
    """“senior defectors including Roe and Doe”: the noun of the list, as one of them."""
    tokens, lexicon = document.tokens, document.lexicon
    sentence = document.sentence_at(mention.first)
    begin = max(sentence.first, mention.first - 12)
    at = next((n for n in range(mention.first - 1, begin, -1) if tokens[n].lower == "including"), 0)
    if not at:
        return (
            "founder"
            if tokens[mention.first - 1].lower == "by" and tokens[mention.first - 2].lower == "founded"
            else ""
        )
    people = lexicon.words("group_nouns", "role_nouns")
    head = next((n for n in range(at - 1, max(sentence.first, at - 6), -1) if tokens[n].lower in people), 0)
    if not head or any(tokens[n].text in (";", ".") for n in range(head, at)):
        return ""
    before = tokens[head - 1]
    first = head - (before.text[0].islower() and before.is_word and before.lower not in lexicon.words("starters"))
    noun = tokens[head].text
    one = noun[:-1] if noun.lower()[:-1] in lexicon.words("role_nouns") else noun
    last = at - (tokens[at - 1].text == ",")
    return " ".join(filter(None, [document.words(first, head), one, document.words(head + 1, last)]))
