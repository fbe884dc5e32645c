"""Who says it: the subject of a reporting verb, before it, behind it, or behind “according to”."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.derive.context import is_verb
from briefing.derive.layers import Document, Kind, Sentence
from briefing.derive.phrases import Phrase


def before(document: Document, sentence: Sentence, own: Sequence[Phrase], verb: int, floor: int) -> Phrase | None:
    """Returns the subject of the verb at token `verb` among the phrases `own`, not before token `floor`; else None."""
    skipped = document.lexicon.closed("subjects skipped")
    tokens = document.tokens
    at = verb - 1
    while at >= floor and (tokens[at].lower in skipped or tokens[at].lower.endswith("ly")):
        at -= 1
    if at >= floor and tokens[at].lower == "to":
        return next((phrase for phrase in own if phrase.last == at and phrase.sort == "name" and at > floor), None)
    if at < floor or tokens[at].lower == "be":
        return None
    if tokens[at].text in (",", ")", "—", "–", "--"):
        return _across(document, sentence, own, floor, at)
    if tokens[at].lower in ("who", "which"):
        inside = [phrase for phrase in own if floor <= phrase.first and phrase.last <= at and not phrase.owned]
        return _apposed(document, own, inside[-1]) if inside else None
    if tokens[verb].lower.endswith("ing"):
        beside = next(
            (phrase for phrase in own if phrase.last == verb and phrase.first >= floor and not phrase.owned), None
        )
        if beside is not None:
            return beside
    begin = _clause(document, floor, at)
    inside = [phrase for phrase in own if begin <= phrase.first and phrase.last <= at + 1 and not phrase.owned]
    free = [phrase for phrase in inside if not phrase.governed]
    if free:
        acting = [phrase for phrase in free if is_verb(tokens[phrase.last], document)]
        joined = tokens[at].lower in ("and", "but", "or") and len(acting) > 1
        chosen = acting[-1] if joined else _behind_role(document, free)
        if chosen.first > sentence.first and tokens[chosen.first - 1].lower in ("a", "an"):
            chosen = _apposed(document, own, chosen)
        return named(document, sentence, own, chosen)
    if tokens[at].lower in ("and", "or") or tokens[verb].lower.endswith("ing") or begin > floor:
        return None
    return inside[-1] if inside and inside[-1].last == at + 1 and inside[-1].sort == "name" else None


def unnamed(document: Document, sentence: Sentence, verb: int, floor: int) -> Phrase | None:
    """Returns the noun phrase before the verb when it is no name and no known noun: “a review of 27 studies found”,
    “some said”, “62 per cent said”; None when what stands there is none."""
    joints = document.lexicon.closed("subjects joints")
    quantities = document.lexicon.closed("subjects quantities")
    articles = document.lexicon.closed("subjects articles")
    leading = document.lexicon.closed("subjects leading")
    skipped = document.lexicon.closed("subjects skipped")
    tokens = document.tokens
    at = verb - 1
    while at >= floor and (tokens[at].lower in skipped or tokens[at].lower.endswith("ly")):
        at -= 1
    if at < floor or not tokens[at].is_word or tokens[at].lower in ("to", "be", "who", "which", "that", "and", "or"):
        return None
    begin = _clause(document, floor, at)
    first = begin
    while first < at and tokens[first].lower in leading:
        first += 1
    if first < at and tokens[first].lower in ("some", "about", "around", "nearly") and tokens[first + 1].text.isdigit():
        first += 1
    lower = tokens[first].lower
    if lower in quantities or lower[0].isdigit():
        share = first + 1 <= at and tokens[first + 1].lower in ("per", "percent", "%")
        end = first + 1 + share * (2 if tokens[first + 1].lower == "per" else 1)
        return Phrase(first, min(end, at + 1), "", "words", False, False)
    if lower not in articles or first == at:
        return None
    end = first + 1
    while end <= at and tokens[end].is_word and tokens[end].lower not in joints and not _participle(document, end):
        end += 1
    return Phrase(end - 1, end, "", "words", False, False) if end > first + 1 else None


def _participle(document: Document, at: int) -> bool:
    after_participle = document.lexicon.closed("subjects after participle")
    token = document.tokens[at]
    return token.lower.endswith(("ed", "ing")) and document.tokens[at + 1].lower in after_participle


def _behind_role(document: Document, free: Sequence[Phrase]) -> Phrase:
    """Returns the name in “Chief operating officer Jane Doe”, where nothing parts it from the role; else the first."""
    first = free[0]
    if first.sort != "role" or first.slug:
        return first
    name = next((one for one in free[1:] if one.sort == "name"), None)
    if name is None or name.first - first.last > 4:
        return first
    between = document.tokens[first.last : name.first]
    return name if all(token.is_word and not is_verb(token, document) for token in between) else first


def _across(document: Document, sentence: Sentence, own: Sequence[Phrase], floor: int, comma: int) -> Phrase | None:
    """Returns the phrase that an apposition parts from its verb: “Khan, head of the union, said”."""
    fronted = document.lexicon.closed("subjects fronted")
    tokens = document.tokens
    begin = floor
    if tokens[floor].lower in fronted:
        begin = next((at + 1 for at in range(floor, comma) if tokens[at].text == ","), floor)
    free = [phrase for phrase in own if floor <= phrase.first and not phrase.owned and not phrase.governed]
    opening = next((at for at in range(comma - 1, floor, -1) if tokens[at].text == ","), -1)
    beside = next((phrase for phrase in free if phrase.last == opening), None)
    if beside is not None:
        return named(document, sentence, own, beside)
    for at in range(begin, comma):
        if tokens[at].text in (";", ":") or tokens[at].lower == "that":
            begin = at + 1
    inside = [phrase for phrase in free if begin <= phrase.first and phrase.last <= comma]
    people = [phrase for phrase in inside if phrase.sort in ("name", "pronoun")]
    return (people or inside or [None])[0]  # type: ignore[list-item]


def _apposed(document: Document, own: Sequence[Phrase], phrase: Phrase) -> Phrase:
    """Returns the name that a role in apposition describes: “Khan, a lawyer who says …”; else the phrase itself."""
    if phrase.slug or phrase.sort != "role":
        return phrase
    tokens = document.tokens
    comma = next((at for at in range(phrase.first - 1, max(0, phrase.first - 9), -1) if tokens[at].text == ","), -1)
    return next((one for one in own if one.last == comma and one.sort == "name"), phrase)


def _clause(document: Document, floor: int, at: int) -> int:
    """Returns where the clause begins that ends with token `at`."""
    subordinates = document.lexicon.closed("subjects subordinates")
    tokens = document.tokens
    begin = at
    while begin > floor:
        token = tokens[begin - 1]
        if token.text in (";", ":", ",", "—", "–", "--", "(", ")", "...", "…") or token.lower in subordinates:
            break
        if token.lower in ("and", "or") and begin - 1 > floor and _is_clause(document, begin, at):
            break
        begin -= 1
    return begin


def _is_clause(document: Document, begin: int, at: int) -> bool:
    """True when what follows “and” has a subject of its own rather than being the second of two subjects."""
    words = [token.lower for token in document.tokens[max(0, begin - 6) : begin - 1]]
    return any(word in document.lexicon.words("cue_verbs", "verbs") or word.endswith("ed") for word in words)


def named(document: Document, sentence: Sentence, own: Sequence[Phrase], phrase: Phrase) -> Phrase:
    """Returns the name that explains a role, as in “the coach, Jane Doe,”; the phrase itself when none does."""
    if phrase.sort != "role":
        return phrase
    tokens = document.tokens
    after = phrase.last
    for other in own:
        if other.first > after and other.sort == "name" and tokens[after].text == ",":
            mention = document.mention_at(other.first)
            begins = other.first - len(mention.title.split()) if mention is not None else other.first
            if begins == after + 1 and mention is not None and mention.kind in (Kind.PERSON, Kind.UNKNOWN):
                return other
    return phrase


def behind(document: Document, sentence: Sentence, own: Sequence[Phrase], verb: int, limit: int) -> Phrase | None:
    """Returns the subject that follows its verb, as in “said Aaron Stein, president of …”; None when none does."""
    stops = document.lexicon.closed("subjects stops")
    tokens = document.tokens
    for phrase in own:
        if phrase.first <= verb or phrase.first >= limit:
            continue
        between = tokens[verb + 1 : phrase.first]
        if len(between) > 10 or any(
            token.text in (",", ";", ":", ".", '"', "“") or token.lower in stops for token in between
        ):
            return None
        if phrase.governed:
            return None
        if phrase.owned:
            continue
        return named(document, sentence, own, phrase)
    return None


def after(document: Document, sentence: Sentence, own: Sequence[Phrase], begin: int, limit: int) -> Phrase | None:
    """Returns the first phrase from token `begin` on, as behind “according to”; None when a comma comes first."""
    for phrase in own:
        if begin <= phrase.first < limit and not phrase.owned:
            between = document.tokens[begin : phrase.first]
            if any(token.text in (",", ".", ";", ":") for token in between):
                return None
            return named(document, sentence, own, phrase)
    return None
