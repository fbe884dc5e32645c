"""Which capitals make a name: not those of a sentence's first word, of months, codes, peoples or titles alone."""

from __future__ import annotations

import re
from collections import Counter

from briefing.derive.layers import Document, Role, Sentence, Token
from briefing.derive.wordset import word_set

_ABSTRACT = ("tion", "ment", "ness", "ity", "ance", "ence", "ship", "age", "ism", "ing", "ure", "ed", "ly", "al", "ive")
_CONTRACTION = re.compile(r"(?:i|we|you|they|he|she|it|who|that|there|what|here|let|where|how)['’](?:d|ll|m|re|s|ve)")
_CODE = re.compile(r"[A-Z]{1,2}-?\d+(?:[-–][A-Z]?\d+)?")
_ARTICLED = re.compile(r"(?:al|el|as|ash|ad|an|ar|at|bin|de|abu)-[A-Z]")
_COMPOUNDS = word_set(
    "led run born style wide held made era speaking only bound like in up language owned level class day type year time"
)
_OPENING = frozenset("\"“‘«„([:'")
_ORDINALS = frozenset({"st", "nd", "rd", "th", "am", "pm", "km", "mm", "cm", "kg", "0s"})


class Capitals:
    """The word lists and the counts of one document that tell a name from a word with a capital."""

    def __init__(self, document: Document) -> None:
        lexicon = document.lexicon
        self.document = document
        self.tokens = document.tokens
        self.starters = lexicon.words("starters")
        self.titles = lexicon.words("titles")
        self.roles = lexicon.words("role_nouns")
        self.modifiers = lexicon.words("modifiers")
        self.never = lexicon.words("not_names", "months", "weekdays")
        self.states = lexicon.table("states")
        self.demonyms = lexicon.table("demonyms")
        self.capitals = lexicon.table("capitals")
        self.seats = lexicon.table("seats")
        self.places = lexicon.words("places")
        self.organisations = lexicon.words("org_nouns")
        self.first_names = lexicon.words("first_names_male", "first_names_female")
        self.cues = lexicon.words("cue_verbs") - lexicon.words("cue_weak")
        self.bare = lexicon.words("bare_nouns", "modifiers")
        self.sorts = lexicon.words("thing_nouns", "role_nouns")
        self.particles = lexicon.words("particles")
        self.generic = lexicon.words("place_nouns", "other_nouns", "group_nouns")
        self.bodies = lexicon.words("bodies")
        self.verbs = lexicon.words("cue_verbs", "verbs")
        self.nouns = lexicon.words(
            "group_nouns", "role_nouns", "speech_sources", "org_nouns", "group_singular", "cue_nouns"
        )
        self.small = self._mostly_small()
        self.inside = self._seen_inside()
        self.bracketed = frozenset(
            middle.text
            for before, middle, after in zip(self.tokens, self.tokens[1:], self.tokens[2:], strict=False)
            if before.text == "(" and after.text == ")" and middle.text.isupper() and len(middle.text) > 1
        )

    def may_begin(self, at: int, sentence: Sentence) -> bool:
        """True when a name may begin with token `at`."""
        compass = self.document.lexicon.closed("capitals compass")
        numbers = self.document.lexicon.closed("capitals numbers")
        token = self.tokens[at]
        lower = token.lower
        following = self.tokens[at + 1] if at + 1 < sentence.last else None
        if _CONTRACTION.fullmatch(lower):
            return False
        if len(token.text.rstrip(".")) == 1 and not (following is not None and following.text[0].isupper()):
            return False
        if _is_no_name(token.text) or (
            "-" in token.text and (not self._is_given(token.text, following) or self._is_compound(lower))
        ):
            return False
        if token.text.isupper() and lower in self.starters and lower != "us":
            return token.text in self.bracketed or (
                following is not None and len(lower) > 2 and following.text.istitle()
            )
        if following is not None and following.text in ("$", "£", "€"):
            return False
        if lower in self.small and not (following is not None and self.is_name(at + 1)) and not self._stays(at):
            return False
        if lower in self.never:
            return lower in compass and at + 1 < sentence.last and self.tokens[at + 1].text[0].isupper()
        if at and self.tokens[at - 1].text in ("#", "@"):
            return False
        if not self._begins_sentence(at, sentence):
            if lower in numbers and following is not None and following.text.istitle():
                return True
            article = self.tokens[at - 1].text == "the" and following is not None and following.text.istitle()
            if article and lower in self.starters and self.is_name(at + 1) and len(lower) > 3:
                return True
            return lower not in self.starters or (token.text.isupper() and len(token.text) > 1)
        if lower in self.starters:
            return lower == "us" and token.text == "US"
        if following is not None and following.text[0].isupper() and following.lower not in self.starters:
            if lower in self.titles or lower in self.demonyms or lower in self.first_names or lower in self.states:
                return True
            if lower in self.modifiers or lower in self.roles:
                return False
            return not (lower in self.small or (lower.endswith(("ing", "ed", "ly")) and token.text not in self.inside))
        if following is not None and following.lower in self.particles and at + 3 < sentence.last:
            further = self.tokens[at + 2]
            joined = further.lower in self.particles or further.text[0].isupper()
            if joined and following.lower not in ("la", "le", "el", "den", "e", "y") and lower not in self.small:
                return True
        if self._acts_alone(at, sentence):
            return lower not in self.small
        return (
            (token.text in self.inside and lower not in self.generic)
            or (token.text.isupper() and len(token.text) > 1)
            or lower in self.demonyms
            or lower in self.states
            or lower in self.bodies
            or lower in self.capitals
            or lower in self.seats
            or (lower in self.first_names and lower not in self.small)
        ) and (lower not in self.small or lower in self.states)

    def _acts_alone(self, at: int, sentence: Sentence) -> bool:
        """True for a first word such as “Acme” in “Acme's chief”, “Acme and Globex”, “Acme said”; never for a noun."""
        role = self.document.block(sentence.paragraph).role
        if role is Role.HEADLINE or at + 2 >= sentence.last or self.tokens[at].lower in self.nouns:
            return False
        following, further = self.tokens[at + 1], self.tokens[at + 2]
        if following.text == "," and further.lower in ("a", "an", "the", "which", "who"):
            lower, text = self.tokens[at].lower, self.tokens[at].text
            if any(token.lower in self.sorts for token in self.tokens[at + 3 : at + 8]):
                return True
            return lower not in self.bare and not lower.endswith(_ABSTRACT) and not text.endswith("s")
        if following.lower == "and":
            return further.text[0].isupper() and further.lower not in self.starters
        lower = self.tokens[at].lower
        if following.text in ("'s", "’s") or following.lower in self.cues:
            return lower not in self.bare
        plain = lower in self.bare or lower.endswith(_ABSTRACT) or self.tokens[at].text.endswith("s")
        return following.lower in self.verbs and not plain

    def is_name(self, at: int) -> bool:
        """True when token `at` may be part of a name."""
        inner = self.document.lexicon.closed("capitals inner")
        compass = self.document.lexicon.closed("capitals compass")
        token = self.tokens[at]
        if not token.text[0].isupper():
            return _ARTICLED.match(token.text) is not None
        if _is_no_name(token.text) or ("-" in token.text and self._is_compound(token.lower)):
            return False
        if token.lower in self.never and token.lower not in compass and token.lower not in inner:
            return False
        return token.lower not in self.starters or (token.text.isupper() and len(token.text) > 2)

    def digit_name(self, token: Token) -> bool:
        """True for names like `4Chan`: a digit, then letters, seen with a capital or twice."""
        return (
            token.text[0].isdigit()
            and len(token.text) > 3
            and token.text[1:].isalpha()
            and token.text[-2:] not in _ORDINALS
        )

    def state_size(self, at: int, last: int) -> int:
        """Returns how many tokens from `at` name a state, 0 when none does."""
        for size in (3, 2, 1):
            if at + size <= last and " ".join(self.tokens[n].lower for n in range(at, at + size)) in self.states:
                return size
        return 0

    def _begins_sentence(self, at: int, sentence: Sentence) -> bool:
        if at == sentence.first:
            return True
        before = self.tokens[at - 1].text
        return before in _OPENING or (before == "—" and at - 2 <= sentence.first + 4)

    def _is_given(self, text: str, following: Token | None) -> bool:
        """True for hyphenated names, “Jean-Paul”, before a surname “Jun-jun”; not for “London-based”, “Swiss-born”."""
        head, _, tail = text.rpartition("-")
        if not tail[:1].islower():
            return True
        plain = tail.endswith(("ed", "ing")) or tail in _COMPOUNDS or head.lower() in self.demonyms
        return following is not None and following.text.istitle() and not plain and len(tail) > 1

    def _is_compound(self, lower: str) -> bool:
        """True for `American-Israeli` and `Paris-Lyon`: places and peoples joined, unless the whole is a place."""
        if lower in self.states or lower in self.capitals or lower in self.places:
            return False
        parts = lower.split("-")
        return any(part in self.demonyms or part in self.states or part in self.capitals for part in parts)

    def _stays(self, at: int) -> bool:
        """True when a name of one word stays a name although the text also writes the word in lower case."""
        lower, text = self.tokens[at].lower, self.tokens[at].text
        if lower in self.states or lower in self.demonyms or (text.isupper() and len(text) > 1) or not text.isalpha():
            return True
        after_article = at > 0 and self.tokens[at - 1].lower == "the"
        return (after_article and (lower in self.organisations or lower in self.titles)) or lower in self.titles

    def _mostly_small(self) -> frozenset[str]:
        """Words that the text writes in lower case at least as often as with a capital inside a sentence."""
        starts = {sentence.first for sentence in self.document.sentences}
        small: Counter[str] = Counter()
        for at, token in enumerate(self.tokens):
            if token.text[0].islower():
                small[token.text] += 1
            elif token.text[0].isupper() and at not in starts:
                small[token.lower] -= 1
        return frozenset(word for word, count in small.items() if count >= 0)

    def _seen_inside(self) -> frozenset[str]:
        """Words that stand with a capital elsewhere than at the beginning of a sentence."""
        starts = {sentence.first for sentence in self.document.sentences}
        return frozenset(
            token.text
            for at, token in enumerate(self.tokens)
            if token.text[0].isupper() and at not in starts and self.tokens[at - 1].text not in _OPENING
        )


def _is_no_name(text: str) -> bool:
    """True for roads and codes (M5, A-10), single letters and compounds such as `Turkish-backed` or `UK-based`."""
    _head, joint, tail = text.rpartition("-")
    if joint and tail[:1].islower() and (tail.endswith("ed") or tail in _COMPOUNDS):
        return True
    return len(text) == 1 or _CODE.fullmatch(text) is not None
