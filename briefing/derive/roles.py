"""What the text says that somebody is: titles, words before the name, appositions, “of the Globe”."""

from __future__ import annotations

from briefing.derive.layers import Document, Kind, Mention

_LONGEST = 26
_STOP = frozenset(
    [",", ".", ";", ":", "(", ")", "—", "–", "--", '"', "“", "”", "!", "?", "who", "whose", "which", "and", "but"]
)
_LINKS = frozenset({"of", "from", "with", "at", "for"})
_DETERMINERS = frozenset({"a", "an", "the", "one"})


def role(document: Document, mentions: list[Mention], kind: Kind) -> str:
    """Returns the fullest role that the text gives in any of the places, an empty string when it gives none."""
    found = [one for mention in mentions[:12] for one in _roles(document, mention, kind)]
    if not found:
        return ""
    best = max(found, key=lambda words: (min(len(words.split()), 8), -found.index(words)))
    if best.startswith("of "):
        office = next((words for words in found if not words.startswith("of ")), "")
        return f"{office}, {best.removeprefix('of ').removeprefix('the ')}".removeprefix(", ")
    return best


def _roles(document: Document, mention: Mention, kind: Kind) -> list[str]:
    found = [behind] if (behind := _apposition(document, mention, kind)) else []
    found += [called] if (called := _predicate(document, mention)) else []
    found += [sort] if kind is not Kind.PERSON and (sort := _thing(document, mention)) else []
    if kind is Kind.PERSON:
        found += [before] if (before := before_name(document, mention)) else []
        found += [office] if (office := _before_comma(document, mention)) else []
        found += [body] if (body := _affiliation(document, mention)) else []
        found += [listed] if (listed := _listed(document, mention)) else []
        found += [mention.title] if mention.title and mention.title.lower() not in _COURTESY else []
    return found


def _apposition(document: Document, mention: Mention, kind: Kind) -> str:
    """“Khan, head of the union, said”: the words between the commas, an age left out."""
    tokens = document.tokens
    sentence = document.sentence_at(mention.first)
    at = mention.last
    if at + 1 >= sentence.last or tokens[at].text not in (",", "("):
        return ""
    closer = ")" if tokens[at].text == "(" else ","
    if (
        mention.first - 2 >= sentence.first
        and tokens[mention.first - 1].lower == "to"
        and tokens[mention.first - 2].lower == "according"
    ):
        return ""
    at += 1
    if tokens[at].text.isdigit() and at + 1 < sentence.last and tokens[at + 1].text == ",":
        at += 2
        if at >= sentence.last:
            return ""
    if not _describes(document, at, sentence.last, kind):
        return ""
    last = at
    while last < sentence.last and last - at < _LONGEST:
        text = tokens[last].text
        if text in (".", ";", ")", "—", "–", '"', "“", "”", ":") or (
            text == "," and not _goes_on(document, last, sentence.last)
        ):
            break
        last += 1
    if last >= sentence.last or (closer == "," and tokens[last].text not in (",", ".", ";")):
        return ""
    first = at + 1 if tokens[at].lower in _DETERMINERS and last - at > 1 else at
    return document.words(first, last)


def _predicate(document: Document, mention: Mention) -> str:
    """“Khan is a former judge.”: a noun for what somebody is, in the clause right behind the name."""
    tokens, lexicon = document.tokens, document.lexicon
    sentence = document.sentence_at(mention.first)
    at = mention.last
    if at + 2 >= sentence.last or tokens[at].lower not in ("is", "was") or tokens[at + 1].lower not in _DETERMINERS:
        return ""
    first = at + 2
    last = next((n for n in range(first, min(first + 12, sentence.last)) if tokens[n].text in _STOP), 0)
    nouns = lexicon.words("role_nouns", "thing_nouns")
    if not last or not any(tokens[n].lower in nouns for n in range(first, min(first + 4, last))):
        return ""
    return document.words(first, last)


def _thing(document: Document, mention: Mention) -> str:
    """“the newspaper Northern Star”: what sort of body the words before the name say it is."""
    tokens, lexicon = document.tokens, document.lexicon
    sentence = document.sentence_at(mention.first)
    at = mention.first - 1
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


def _goes_on(document: Document, comma: int, end: int) -> bool:
    """True for the comma in “Director of the Study, and Chairman of the Centre”."""
    tokens = document.tokens
    at = comma + 1
    if at < end and tokens[at].lower == "and":
        at += 1
        return at < end and tokens[at].lower in document.lexicon.words("role_nouns") | document.lexicon.words("titles")
    return False


def _describes(document: Document, at: int, end: int, kind: Kind) -> bool:
    """True when the words from `at` on name a role: for a person one of the role nouns must be near."""
    tokens, lexicon = document.tokens, document.lexicon
    lower = tokens[at].lower
    if kind is not Kind.PERSON:
        return lower in ("a", "an", "based", "one") or (
            lower == "the" and at + 1 < end and tokens[at + 1].text[0].islower()
        )
    nouns = lexicon.words("role_nouns")
    if lower in lexicon.words("locatives") or lower in ("as", "by", "on", "after", "before", "while", "when", "with"):
        return False
    for n in range(at, min(at + 9, end)):
        if tokens[n].text in (",", ".", ";"):
            return False
        if tokens[n].lower in nouns:
            return True
        if tokens[n].lower in ("who", "which", "said", "and", "but"):
            return False
    return lower == "of"


def before_name(document: Document, mention: Mention) -> str:
    """“Tunisia's coach Nabil Maaloul”, “team member Rodaba Noori”, “President Xi”: the words before the name."""
    tokens, lexicon = document.tokens, document.lexicon
    sentence = document.sentence_at(mention.first)
    nouns = lexicon.words("role_nouns", "titles")
    starters, verbs = lexicon.words("starters"), lexicon.words("cue_verbs")
    state = _to_state(document, mention)
    if not state and (mention.first == sentence.first or tokens[mention.first - 1].lower not in nouns):
        return ""
    first = mention.first - state
    while first > sentence.first and mention.first - first < 8:
        token = tokens[first - 1]
        lower = token.lower
        if lower in _LINKS | {"to"} and first - 1 > sentence.first:
            if (
                lower == "to"
                and first < mention.first
                and tokens[first].lower == "the"
                and tokens[first - 2].lower in ("ambassador", "envoy", "adviser", "aide")
            ):
                first -= 1
                continue
            break
        if token.text in ("'s", "’s"):
            first -= 1
            continue
        if lower == "the" and first < mention.first and tokens[first - 2].lower == "to":
            first -= 1
            continue
        if (
            first - 1 > sentence.first
            and tokens[first - 2].lower == "to"
            and token.text[0].islower()
            and lower not in lexicon.words("titles")
        ):
            break
        if (
            not token.is_word
            or (lower in verbs and lower not in nouns)
            or (lower in starters and lower not in ("former", "first", "deputy"))
        ):
            break
        if (
            lower.endswith("ly")
            or (token.text[0].islower() and "-" not in lower and lower.endswith(("ing", "ed")))
            or (lower in lexicon.words("verbs") and lower not in nouns)
        ):
            break
        first -= 1
    while first < mention.first and tokens[first].text in ("'s", "’s"):
        first += 1
    words = document.words(first, mention.first)
    return "" if words.lower() in _COURTESY else words


def _to_state(document: Document, mention: Mention) -> int:
    """The tokens of the state that stands between a title and a name: “Ambassador to the United States Jane Doe”."""
    at = mention.first - 1
    lexicon = document.lexicon
    for size in (1, 2, 3):
        if at - size + 1 > 0 and document.words(at - size + 1, at + 1).lower() in lexicon.words("states"):
            return size if document.tokens[at - size].lower in ("to", "the") else 0
    return 0


def _before_comma(document: Document, mention: Mention) -> str:
    """“the team's coach, Jane Doe,” and “a Scientology attorney, John Roe.”: a role that the name explains."""
    tokens, lexicon = document.tokens, document.lexicon
    sentence = document.sentence_at(mention.first)
    at = mention.first - 1
    if at - 1 <= sentence.first or tokens[at].text != "," or tokens[at - 1].lower not in lexicon.words("role_nouns"):
        return ""
    if mention.last < sentence.last and tokens[mention.last].text not in (",", ".", ";"):
        return ""
    first = at - 1
    while first > sentence.first and at - first < 6:
        token = tokens[first - 1]
        if (
            not (token.is_word or token.text in ("'s", "’s"))
            or token.lower in lexicon.words("starters")
            or token.lower in lexicon.words("cue_verbs")
        ):
            break
        first -= 1
    return document.words(first, at)


def _affiliation(document: Document, mention: Mention) -> str:
    """“Jane Doe of the Globe”: the body behind “of”, “from”, “with”, “at” or “for”, when it has a capital."""
    tokens = document.tokens
    sentence = document.sentence_at(mention.first)
    at = mention.last
    if at < sentence.last and tokens[at].text == ",":
        at += 1
    if at + 1 >= sentence.last or tokens[at].lower not in _LINKS:
        return ""
    if at > mention.last and tokens[at].lower != "of":
        return ""
    begin = at + 2 if tokens[at + 1].lower == "the" else at + 1
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
    return document.words(begin - (tokens[begin - 1].text == "The"), last)


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


_COURTESY = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "mx", "mx.", "sir", "dr", "dr."})
