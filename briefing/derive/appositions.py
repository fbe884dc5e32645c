"""What the text says of a name behind it: appositions, relative clauses, “is a …”, “of the Globe”."""

from __future__ import annotations

from briefing.derive.layers import Document, Kind, Mention

_LONGEST = 26
_STOP = frozenset(
    [",", ".", ";", ":", "(", ")", "—", "–", "--", '"', "“", "”", "!", "?", "who", "whose", "which", "and", "but"]
)
_CLOSING = frozenset([".", ";", ")", "—", "–", '"', "“", "”", ":"])


def apposition(document: Document, mention: Mention, kind: Kind) -> str:
    """“Khan, head of the union, said”: the words between the commas, an age left out; empty without any."""
    determiners = document.lexicon.closed("appositions determiners")
    tokens = document.tokens
    sentence = document.sentence_at(mention.first)
    at = behind_brackets(document, mention)
    if at + 1 >= sentence.last or tokens[at].text not in (",", "(", "—", "–") or _is_source(document, mention):
        return ""
    opener = tokens[at].text
    at += 1
    if tokens[at].text.isdigit() and at + 1 < sentence.last and tokens[at + 1].text == ",":
        at += 2
        if at >= sentence.last:
            return ""
    if tokens[at].lower in ("who", "which"):
        return _relative(document, at, sentence.last, kind)
    if not _describes(document, at, sentence.last, kind):
        return ""
    last = _end(document, at, sentence.last)
    if last - at >= _LONGEST:
        articles = ("a", "an", "the")
        ends = (n for n in range(at + 3, last - 1) if tokens[n].lower == "and" and tokens[n + 1].lower in articles)
        last = next(ends, last)
    elif last >= sentence.last or (opener == "," and tokens[last].text not in (",", ".", ";", "—", "–")):
        return ""
    if _tells(document, at, last):
        return ""
    first = at + 1 if tokens[at].lower in determiners and last - at > 1 else at
    if last - first > 2 and tokens[last - 1].lower in ("said", "says"):
        last -= 1
    if tokens[last - 1].text == ")":
        last = next((n for n in range(last - 1, first, -1) if tokens[n].text == "("), last)
    return document.words(first, last)


def _tells(document: Document, first: int, last: int) -> bool:
    """True for “the group describes the tool”, “the office reported”: a clause of its own, and no apposition."""
    be = document.lexicon.closed("appositions be")
    joints = document.lexicon.closed("subjects joints")
    for at in range(first + 1, last):
        lower = document.tokens[at].lower
        if lower in joints or lower.endswith("ing") or lower in ("who", "whose", "where"):
            return False
        said = lower in document.lexicon.words("cue_verbs") and lower.endswith(("ed", "said"))
        if lower in be or lower in ("has", "had", "have", "will", "would") or said:
            return True
    return False


def behind_brackets(document: Document, mention: Mention) -> int:
    """Returns the token behind the name, and behind an acronym or a party in brackets that follows it."""
    tokens, at = document.tokens, mention.last
    if at + 2 < len(tokens) and tokens[at].lower in ("of", "from"):
        place = document.mention_at(at + 1)
        if place is None and tokens[at + 1].lower == "the":
            place = document.mention_at(at + 2)
        ends = place is None or place.last == len(tokens)
        if place is not None and not ends and place.kind is not Kind.PERSON and tokens[place.last].text == ",":
            return place.last
    if at + 2 < len(tokens) and tokens[at].text == "(":
        closing = next((n for n in range(at + 1, min(at + 5, len(tokens))) if tokens[n].text == ")"), 0)
        if closing and tokens[at + 1].text[0].isupper():
            return closing + 1
    return at


def _is_source(document: Document, mention: Mention) -> bool:
    before = [token.lower for token in document.tokens[max(0, mention.first - 2) : mention.first]]
    return before == ["according", "to"]


def _end(document: Document, at: int, end: int) -> int:
    tokens, last = document.tokens, at
    while last < end and last - at < _LONGEST:
        if tokens[last].text == "(" and (closing := _bracket(document, last, end)):
            last = closing + 1
            continue
        if tokens[last].text in _CLOSING or (tokens[last].text == "," and not _goes_on(document, last, end)):
            break
        last += 1
    return last


def _bracket(document: Document, at: int, end: int) -> int:
    """Returns the token that closes the short bracket opened at `at`, 0 for a long one."""
    return next((n for n in range(at + 1, min(at + 5, end)) if document.tokens[n].text == ")"), 0)


def _relative(document: Document, at: int, end: int, kind: Kind) -> str:
    """“who is a judge” → “judge”; “who runs the shelter” → “runs the shelter”; what somebody said is no role."""
    determiners = document.lexicon.closed("appositions determiners")
    be = document.lexicon.closed("appositions be")
    auxiliaries = document.lexicon.closed("appositions auxiliaries")
    tokens, lexicon = document.tokens, document.lexicon
    first = at + 1
    if first >= end or tokens[first].lower in lexicon.words("cue_verbs") or not tokens[first].is_word:
        return ""
    if tokens[first].lower in auxiliaries:
        return ""
    if tokens[first].lower in be and first + 1 < end:
        first += 1 + (tokens[first + 1].lower in determiners)
        if tokens[first].lower.endswith("ing") and tokens[at + 1].lower == "is":
            last = _end(document, first, end)
            return document.words(first, last) if last - first > 1 else ""
        if not any(is_role(document, n) for n in range(first, min(first + 5, end))):
            return ""
    elif not _present(document, first) and kind is Kind.PERSON:
        return ""
    last = _end(document, first, end)
    return document.words(first, last) if 1 < last - first < _LONGEST else ""


def _present(document: Document, at: int) -> bool:
    """True for a verb that says what somebody does for a living or where: “runs”, “teaches”, “led”, “founded”."""
    lasting = document.lexicon.closed("appositions lasting")
    lower = document.tokens[at].lower
    return (lower.endswith("s") and not lower.endswith("ss")) or lower in lasting


def predicate(document: Document, mention: Mention) -> str:
    """“Khan is a former judge.”, “Khan works as a nurse”: what somebody is, in the clause right behind the name."""
    determiners = document.lexicon.closed("appositions determiners")
    be = document.lexicon.closed("appositions be")
    tokens, lexicon = document.tokens, document.lexicon
    sentence = document.sentence_at(mention.first)
    at = mention.last
    if at + 2 >= sentence.last:
        return ""
    if tokens[at].lower in ("works", "worked", "serves", "served") and tokens[at + 1].lower == "as":
        at += 1
    elif tokens[at].lower not in be:
        return ""
    first = at + 1 + (tokens[at + 1].lower in determiners)
    if tokens[first].lower in ("only", "first", "last", "one", "latest"):
        return ""
    last = next((n for n in range(first, min(first + 14, sentence.last)) if tokens[n].text in _STOP), 0)
    things = lexicon.words("thing_nouns")
    near = range(first, min(first + 4, last))
    head = next((n for n in near if is_role(document, n) or tokens[n].lower in things), 0)
    if not last or not head or any(tokens[n].lower in lexicon.words("starters") for n in range(first, head)):
        return ""
    return document.words(first, last)


def affiliation(document: Document, mention: Mention) -> str:
    """“Jane Doe of the Globe”: the body behind “of”, “from”, “with”, “at” or “for”, when it has a capital."""
    links = document.lexicon.closed("appositions links")
    tokens = document.tokens
    sentence = document.sentence_at(mention.first)
    at = mention.last
    if at < sentence.last and tokens[at].text == ",":
        at += 1
    if at + 1 >= sentence.last or tokens[at].lower not in links:
        return ""
    if at > mention.last and tokens[at].lower != "of":
        return ""
    begin = at + 2 if tokens[at + 1].lower == "the" else at + 1
    if begin >= sentence.last:
        return ""
    if tokens[begin].text.endswith("-based") and begin + 1 < sentence.last:
        begin += 1
    body = document.mention_at(begin)
    if (
        body is None
        or body.kind in (Kind.PERSON, Kind.GROUP)
        or (tokens[at].lower == "from" and body.kind is not Kind.ORGANISATION)
    ):
        return ""
    if body.kind in (Kind.PLACE, Kind.STATE) and tokens[at].lower in ("from", "at", "for", "with"):
        return ""
    last = body.last
    while last + 1 < sentence.last and tokens[last].text in ("'s", "’s") and last - begin < 9:
        last += 2
        while last + 1 < sentence.last and tokens[last].lower == "of":
            last += 2
            while last < sentence.last and tokens[last].is_word and not _ends(document, last) and last - begin < 9:
                last += 1
    return f"of {document.words(begin - (tokens[begin - 1].text == 'The'), last)}"


def is_role(document: Document, at: int) -> bool:
    """True for a noun that says what a person may be, known or by its ending: “volcanologist”, “tribeswoman”."""
    lower = document.tokens[at].lower
    if lower in document.lexicon.words("role_nouns"):
        return True
    return len(lower) > 6 and lower.endswith(tuple(document.lexicon.words("role_endings")))


def _goes_on(document: Document, comma: int, end: int) -> bool:
    """True for the comma in “Director of the Study, and Chairman of the Centre”."""
    tokens = document.tokens
    at = comma + 1
    if at < end and tokens[at].lower == "and":
        at += 1
        return at < end and (is_role(document, at) or tokens[at].lower in document.lexicon.words("titles"))
    return False


def _describes(document: Document, at: int, end: int, kind: Kind) -> bool:
    """True when the words from `at` on name a role: for a person a noun phrase of its own or one of the role nouns."""
    no_role = document.lexicon.closed("appositions no role")
    tokens, lexicon = document.tokens, document.lexicon
    lower = tokens[at].lower
    small = at + 1 < end and tokens[at + 1].text[0].islower()
    if kind is not Kind.PERSON:
        return lower in ("a", "an", "based", "one") or (lower == "the" and small)
    if lower in no_role or lower in lexicon.words("locatives"):
        return False
    if lower in ("a", "an") or (lower.endswith("ing") and at + 1 < end and tokens[at + 1].lower in (",", "for", "the")):
        return True
    if lower == "one" and at + 1 < end and tokens[at + 1].lower == "of":
        return True
    for n in range(at, min(at + 9, end)):
        if tokens[n].text in (",", ".", ";") or _is_finite(document, n, end):
            return False
        if is_role(document, n):
            return True
        if tokens[n].lower in ("who", "which", "said", "and", "but"):
            return False
    return lower == "of"


def _is_finite(document: Document, at: int, end: int) -> bool:
    """True for “started Hopscotch”, “moved to”: a verb in -ed with what it governs behind it."""
    tokens = document.tokens
    if at + 1 >= end or not tokens[at].lower.endswith("ed") or tokens[at].text[0].isupper():
        return False
    after = tokens[at + 1]
    return after.text[0].isupper() or after.lower in ("the", "a", "an", "her", "his", "its", "to", "with", "in", "on")


def _ends(document: Document, at: int) -> bool:
    token = document.tokens[at]
    lexicon = document.lexicon
    if token.text[0].isupper():
        return False
    return (
        token.lower in lexicon.words("cue_verbs")
        or token.lower in lexicon.words("verbs")
        or (token.lower.endswith("ed") and "-" not in token.lower)
    )
