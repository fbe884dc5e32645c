"""Groups that news language writes in lower case: “Turkish-backed rebels”, “members of the church”, “the regime”.

No tagger of names finds them. A group is a noun for people in the plural with the words before it that narrow it; the
bodies of a state ("the army", "government forces") are left to the state that the text is about.
"""

from __future__ import annotations

from briefing.derive import context
from briefing.derive.layers import NEWS, Document, Kind, Mention, Role, Sentence

_MOST_MODIFIERS = 4
_AGENTS = (
    "-backed",
    "-supported",
    "-aligned",
    "-allied",
    "-led",
    "-linked",
    "-funded",
    "-sponsored",
    "-armed",
    "-trained",
)
_STANCES = ("anti-", "pro-")


def mentions(document: Document) -> tuple[Mention, ...]:
    """Returns the groups named in lower case, articles left out, and the bodies of state as kind `STATE`."""
    nouns, bodies = document.lexicon.words("group_nouns", "group_singular"), document.lexicon.words("state_bodies")
    people, verbs = document.lexicon.words("role_nouns"), document.lexicon.words("cue_verbs", "verbs", "other_nouns")
    bodies_small = document.lexicon.phrases("small_bodies")
    found: list[Mention] = []
    for block in document.blocks:
        if block.role not in NEWS:
            continue
        for sentence in document.sentences_of(block):
            lowers = [token.lower for token in document.tokens[sentence.first : sentence.last]]
            for at in range(sentence.first, sentence.last):
                lower = document.tokens[at].lower
                if lower in bodies_small.firsts and (
                    size := bodies_small.length_at(lowers, at - sentence.first, len(lowers))
                ):
                    start, end = document.tokens[at].start, document.tokens[at + size - 1].end
                    if document.tokens[at].text.islower():
                        text = document.text[start:end]
                        found.append(Mention(start, end, at, at + size, text, "", Kind.GROUP, "public body"))
                    continue
                plural = lower in nouns or (lower.endswith("s") and lower[:-1] in people and lower not in verbs)
                if plural or lower in bodies:
                    mention = _group(document, sentence, at, lower in bodies, plural)
                    if mention is not None:
                        found.append(mention)
    return tuple(found)


def _group(document: Document, sentence: Sentence, at: int, is_body: bool, is_group: bool) -> Mention | None:
    officials = document.lexicon.closed("groups officials")
    tokens = document.tokens
    if not tokens[at].text[0].islower() and at != sentence.first and not _modified(document, sentence, at):
        return None
    if at + 1 < sentence.last and tokens[at + 1].lower in document.lexicon.words("group_nouns"):
        return None
    first = _first(document, sentence, at)
    if at > sentence.first and tokens[at].lower in officials and _is_named(document, at - 1):
        return None
    if is_body and (named := _of_state(document, sentence, first, at)):
        return named
    if not is_group or any(
        tokens[n].lower in document.lexicon.words("demonyms") and n == first and is_body for n in range(first, at)
    ):
        return None
    last = _behind(document, sentence, at)
    rule = _rule(document, first, at)
    lower = tokens[at].lower
    if lower in document.lexicon.words("group_singular") and (rule in ("group", "group narrowed") or at + 1 < last):
        return None
    start, end = tokens[first].start, tokens[last - 1].end
    return Mention(start, end, first, last, document.text[start:end], "", Kind.GROUP, rule)


def _is_named(document: Document, at: int) -> bool:
    """True when the word at `at` is a name, whose officials these are."""
    token = document.tokens[at]
    return token.text[0].isupper() and token.lower not in document.lexicon.words("starters")


def _modified(document: Document, sentence: Sentence, at: int) -> bool:
    return at > sentence.first and document.tokens[at - 1].text.endswith(_AGENTS)


def _of_state(document: Document, sentence: Sentence, first: int, at: int) -> Mention | None:
    """Returns “the army”, “government forces” or “the regime” as a mention of the state that the text is about."""
    tokens = document.tokens
    lower = tokens[at].lower
    before = tokens[at - 1].lower if at > sentence.first else ""
    if before in ("government", "regime") and lower in ("forces", "troops", "officials", "army", "soldiers"):
        start = at - 1
    elif lower in ("regime", "government", "army", "military") and before in ("the", ""):
        start = at
    else:
        return None
    if context.is_modifier(document, at + 1):
        return None
    return Mention(
        tokens[start].start, tokens[at].end, start, at + 1, document.words(start, at + 1), "", Kind.STATE, "body alone"
    )


def _first(document: Document, sentence: Sentence, at: int) -> int:
    """Returns the first token of the words that narrow the noun at `at`."""
    weak = document.lexicon.closed("groups weak")
    not_modifiers = document.lexicon.closed("groups not modifiers")
    participles = document.lexicon.closed("groups participles")
    tokens, lexicon = document.tokens, document.lexicon
    starters, demonyms = lexicon.words("starters"), lexicon.words("demonyms")
    stops = lexicon.words("cue_verbs", "verbs")
    first = at
    headline = document.block(sentence.paragraph).role is Role.HEADLINE
    while first > sentence.first and at - first < _MOST_MODIFIERS:
        token = tokens[first - 1]
        lower = token.lower
        if lower in demonyms or lower.endswith(_AGENTS) or lower.startswith(_STANCES):
            first -= 1
            continue
        if headline:
            break
        if token.text[0].isupper() and first - 1 == sentence.first and lower not in starters and lower.isalpha():
            first -= 1
            continue
        if (
            not token.text[0].islower()
            or lower in starters
            or lower in stops
            or not token.text.replace("-", "").isalpha()
        ):
            break
        if lower.endswith(("ed", "ing", "ly")) and "-" not in lower and lower not in participles:
            break
        if lower in not_modifiers:
            break
        first -= 1
    while first < at and (tokens[first].lower in weak or (first > sentence.first and _governs(document, first))):
        first += 1
    return first


def _governs(document: Document, at: int) -> bool:
    """True for the verb in “to evacuate people” and “we train teachers”: what stands before it asks for one."""
    return document.tokens[at - 1].lower in document.lexicon.closed("groups verb follows")


def _behind(document: Document, sentence: Sentence, at: int) -> int:
    """Returns the token behind the group: a name that “of” joins belongs to it."""
    of = document.lexicon.closed("groups of")
    tokens = document.tokens
    if (
        tokens[at].lower in of
        and at + 2 < sentence.last
        and tokens[at + 1].lower == "of"
        and tokens[at + 2].text[0].isupper()
    ):
        last = at + 3
        while last < sentence.last and tokens[last].text[0].isupper():
            last += 1
        return last
    return at + 1


def _rule(document: Document, first: int, at: int) -> str:
    lowers = [token.lower for token in document.tokens[first:at]]
    if any(word.endswith(_AGENTS) for word in lowers):
        return "group with a backer"
    if any(word.startswith(_STANCES) for word in lowers):
        return "group with a stance"
    if any(word in document.lexicon.words("demonyms") for word in lowers):
        return "group of a people"
    return "group narrowed" if lowers else "group"
