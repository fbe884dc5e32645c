"""Where a name goes on behind a word in lower case or a mark: “Bank of”, “van der”, “Workers' Front”."""

from __future__ import annotations

from briefing.derive.capitals import Capitals
from briefing.derive.kinds import Kinds
from briefing.derive.layers import Document

_JOINTS = frozenset({"of", "for", "on", "against", "and", "&", "the", "to"})
_OF_HEADS = frozenset({"daughters", "sons", "friends", "brothers", "sisters", "knights", "order", "voice", "medecins"})


class Joints:
    """The word lists of one document that tell what belongs to a name from what only stands beside it."""

    def __init__(self, document: Document, capitals: Capitals, kinds: Kinds) -> None:
        lexicon = document.lexicon
        self.tokens = document.tokens
        self.of = capitals
        self.kinds = kinds
        self.press = lexicon.words("press")
        self.epithets = lexicon.words("epithets")
        self.place_nouns = lexicon.words("place_nouns")
        self.other_nouns = lexicon.words("other_nouns")
        self.particles = lexicon.words("particles")
        self.possessives = lexicon.words("possessive_heads")

    def further(self, first: int, at: int, end: int) -> int:
        """Returns the token behind the name that begins at `first` and goes on at token `at`; 0 when it ends there."""
        token = self.tokens[at]
        if further := self._particles(at, end):
            return further
        if self._is_initial(at, end):
            return at + 2
        if token.text in ("'", "’") and at + 1 < end and self._goes_on(at):
            return at + 2
        if token.lower in _JOINTS and (further := self._joined(first, at, end)):
            return further
        return self._possessive(first, at, end) if token.text in ("'s", "’s") else 0

    def _joined(self, first: int, joint: int, end: int) -> int:
        """Returns the token behind the name that goes on after the joint at `joint`, 0 when it does not go on."""
        word = self.tokens[joint].lower
        after = joint + 1
        if after < end and self.tokens[after].lower == "the" and word in ("of", "for", "on"):
            after += 1
        if word == "the" and after < end and self.tokens[after].lower in self.epithets:
            return after + 1 if self.tokens[after].text[0].isupper() else 0
        if after >= end or not self.of.is_name(after):
            return 0
        left = self.tokens[joint - 1].lower
        if word in ("of", "for", "on", "against"):
            heads = any(self.tokens[n].lower in self.of.organisations for n in range(first, joint))
            if word in ("on", "against"):
                return after + 1 if heads else 0
            if self.tokens[after].lower in self.other_nouns:
                return after + 1
            things = left in self.other_nouns or left in self.place_nouns or left in _OF_HEADS
            return after + 1 if heads or (things and word == "of") else 0
        if word == "&":
            return after + 1
        if word == "and":
            last = after
            while last < end and self.of.is_name(last):
                last += 1
            states = (
                self.tokens[n].lower in self.of.states or self.of.state_size(n, n + 2) > 0 for n in (joint - 1, after)
            )
            left_state, right_state = states
            if self.tokens[first].lower in self.of.states or (right_state and not left_state):
                return 0
            single = joint - first == 1
            definite = first > 0 and self.tokens[first - 1].lower == "the"
            body = last - after >= 2 and self.tokens[last - 1].lower in self.of.organisations
            if body and definite and joint - first < 3 and not self._is_body(first, joint):
                return last
            inside = any(self.tokens[n].lower in ("of", "for") for n in range(first, joint))
            short = last - after == 1 or (last - after == 2 and self.tokens[after].lower not in self.of.first_names)
            if inside and (short or right_state) and self.tokens[after].lower not in self.of.places:
                return last
            if first > 0 and self.tokens[first - 1].text == "The" and single and last - after == 1:
                return last
        return 0

    def _particles(self, at: int, end: int) -> int:
        """Returns the token behind the name that goes on after “van der” at `at`, 0 when it does not go on."""
        last = at
        while last < end and last - at < 3 and self.tokens[last].lower in self.particles:
            last += 1
        return last + 1 if at < last < end and self.of.is_name(last) else 0

    def _is_initial(self, at: int, end: int) -> bool:
        """True for the letter in “John F Kennedy”, printed without its full stop."""
        letter = self.tokens[at].text
        given = self.tokens[at - 1].lower in self.of.first_names
        return len(letter) == 1 and letter.isupper() and given and at + 1 < end and self.of.is_name(at + 1)

    def _goes_on(self, mark: int) -> bool:
        """True for the mark in “Workers' Front” and “Achieng' Odhiambo”, which is part of the name."""
        following = self.tokens[mark + 1]
        if following.lower in self.of.organisations:
            return True
        return self.of.is_name(mark + 1) and self.tokens[mark - 1].lower[-1] not in "sxz" and following.text.istitle()

    def _possessive(self, first: int, at: int, end: int) -> int:
        saint = at - first > 1 and self.tokens[at - 2].lower in ("st", "st.", "saint")
        if at + 1 >= end or not (saint or self.tokens[at - 1].lower in self.possessives):
            return 0
        following = self.tokens[at + 1]
        if following.text[0].isupper() or following.lower in ("office", "department"):
            return at + 2
        return 0

    def _is_body(self, first: int, last: int) -> bool:
        """True when tokens `[first, last)` name a body by themselves, so that “and” adds another."""
        words = [token.lower for token in self.tokens[first:last]]
        upper = self.tokens[first].text.isupper() and len(words[0]) > 1
        if words[0] in self.of.demonyms and len(words) == 2:
            return " ".join(words) in self.kinds.bodies
        if last - first == 1 and not upper:
            return words[0] in self.kinds.bodies or words[0] in self.press
        return (
            upper
            or " ".join(words) in self.kinds.bodies
            or words[-1] in self.of.organisations
            or words[-1] in self.press
        )
