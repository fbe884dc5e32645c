"""Where names stand: spans of capitalised words, cut from titles, peoples and roles, with a first guess at their kind.

The span finder looks for recall; what a name is in the end is decided once for all its places, in `actors`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.derive import context
from briefing.derive.capitals import Capitals
from briefing.derive.joints import Joints
from briefing.derive.kinds import Kinds
from briefing.derive.layers import Document, Kind, Mention, Sentence

_LONGEST = 9


class Finder:
    """The word lists and the counts of one document that the span finder asks for at every word."""

    def __init__(self, document: Document) -> None:
        lexicon = document.lexicon
        self.document = document
        self.tokens = document.tokens
        self.of = Capitals(document)
        self.bodies = lexicon.words("state_bodies")
        self.things = lexicon.words("thing_nouns", "place_nouns")
        self.known = lexicon.phrases("bodies")
        self.press = lexicon.words("press")
        self.nobody = lexicon.words("party_adjectives", "nationals")
        self.parties = lexicon.words("party_adjectives")
        self.kinds = Kinds(document, self.of)
        self.joints = Joints(document, self.of, self.kinds)

    def names(self, sentence: Sentence) -> Iterator[Mention]:
        """Yields the names in a sentence in order."""
        at = sentence.first
        while at < sentence.last:
            token = self.tokens[at]
            if token.text == "(" and (closing := self._expansion(at, sentence)):
                at = closing
                continue
            if token.lower in self.known.firsts and token.text[0].isupper():
                lowers = [one.lower for one in self.tokens[at : min(at + 6, sentence.last)]]
                size = self.known.length_at(lowers, 0, len(lowers))
                if size > 1:
                    last = self._span_end(at + size - 1, sentence.last)
                    yield self._mention(at, last, at, Kind.ORGANISATION, "known body", sentence)
                    at = last
                    continue
            if not token.text[0].isupper() and not self.of.digit_name(token):
                at += 1
                continue
            if not self.of.may_begin(at, sentence):
                at += 1
                continue
            last = self._span_end(at, sentence.last)
            yield from self._cut(at, last, sentence)
            at = last

    def _expansion(self, at: int, sentence: Sentence) -> int:
        """Returns the token of the bracket that closes what an acronym stands for, 0 for any other bracket."""
        last = next((n for n in range(at + 1, min(at + 14, sentence.last)) if self.tokens[n].text == ")"), 0)
        inside = self.tokens[at + 1 : last] if last else ()
        words = [token for token in inside if token.lower not in _LIGHT]
        body = bool(inside) and inside[-1].lower in self.of.organisations
        return (
            last
            if len(inside) > 3 and len(words) > 2 and not body and all(word.text[0].isupper() for word in words)
            else 0
        )

    def _span_end(self, at: int, end: int) -> int:
        """Returns the token behind the longest name that begins at `at`."""
        last = at + 1
        while last < end and last - at < _LONGEST:
            if self.of.is_name(last):
                last += 1
            elif further := self.joints.further(at, last, end):
                last = further
            else:
                break
        return last

    def _cut(self, first: int, last: int, sentence: Sentence) -> Iterator[Mention]:
        """Yields the names in a span: titles and peoples in front are cut off, states too unless a body follows."""
        first = begin = self._behind_office(first, last)
        words = [self.tokens[n].lower for n in range(first, last)]
        if parted := self._person_behind_body(first, last):
            yield from self._cut(first, parted, sentence)
            yield from self._cut(parted, last, sentence)
            return
        if (
            words[1:]
            and words[-1] in _GOVERNMENTS
            and (people := self.kinds.known(words[:-1]))
            and people[0] is Kind.STATE
        ):
            yield self._mention(first, last, first, Kind.STATE, "body of state", None)
            return
        whole = self.kinds.known(words) or self.kinds.known_end(words)
        if whole is None and words[-1] not in self.of.organisations and not self.kinds.headed(words):
            begin, state = self._strip(first, last)
            if state is not None:
                yield state
            if begin == last:
                yield from self._title_alone(first, last)
                return
            words = words[begin - first :]
            whole = self.kinds.known(words)
            office = words[-1] in self.of.titles and words[0] not in self.of.first_names
            if whole is None and begin > first and (office or self._is_title_only(words)):
                return
        if whole is not None and whole[1] == "people" and self._is_one_person(words, begin, last):
            return
        if whole is not None:
            yield self._mention(begin, last, first, *whole, sentence)
            return
        if len(words) > 2 and words[0].endswith(_CREEDS) and words[1] in self.of.first_names:
            begin += 1
            words = words[1:]
        somebody = len(words) == 2 and words[0] in self.of.first_names
        while len(words) > 1 and words[-1] in self.of.demonyms and words[-1] not in self.of.states and not somebody:
            last -= 1
            words.pop()
        if len(words) == 1 and words[0] in self.of.never:
            return
        if len(words) == 1 and words[0] in self.nobody and words[0] not in self.press:
            return
        if words[-1] in self.parties and (
            context.is_modifier(self.document, last)
            or (first > sentence.first and self.tokens[first - 1].lower in ("the", "a", "an"))
        ):
            return
        if self._is_office(words, begin, last):
            return
        kind, rule = self.kinds.guess(words, begin, last, begin > first)
        yield self._mention(begin, last, first, kind, rule, sentence)

    def _behind_office(self, first: int, last: int) -> int:
        """Returns where the name begins behind the rest of an office: “State” in “Secretary of State Jane Doe”."""
        if first < 2 or self.tokens[first - 1].lower != "of" or self.tokens[first - 2].lower not in self.of.titles:
            return first
        return next((at for at in range(first + 1, last - 1) if self.tokens[at].lower in self.of.first_names), first)

    def _person_behind_body(self, first: int, last: int) -> int:
        """Returns the token where a person's name begins behind that of a body, “Weather Bureau Jane Doe”; else 0."""
        for at in range(first + 1, last - 1):
            body = self.tokens[at - 1].lower in self.of.organisations - self.of.roles - self.of.titles
            if body and self.tokens[at].lower in self.of.first_names and last - at < 4:
                ends = self.tokens[last - 1].lower
                return 0 if ends in self.of.organisations or ends in self.things else at
        return 0

    def _is_one_person(self, words: Sequence[str], begin: int, last: int) -> bool:
        """True for “the Hungarian said”: somebody whom the discourse knows, and not the state."""
        definite = begin > 0 and self.tokens[begin - 1].lower == "the" and f"{words[-1]}s" in self.of.demonyms
        return len(words) == 1 and definite and not context.is_modifier(self.document, last)

    def _is_office(self, words: Sequence[str], begin: int, last: int) -> bool:
        """True for “the Labour MP for Leeds” and “the Privacy Commissioner, Jane Doe”: what somebody is, not a name."""
        if len(words) < 2 or words[0] in self.of.first_names or words[-1] not in self.of.titles | self.of.roles:
            return False
        before = self.tokens[begin - 1].lower if begin else ""
        if before not in ("the", "a", "an") and (
            before not in self.of.modifiers or self.tokens[begin - 1].text[0].isupper()
        ):
            return False
        if last == len(self.tokens):
            return False
        named = last + 1 < len(self.tokens) and self.tokens[last + 1].text[0].isupper()
        return self.tokens[last].lower == "for" or (self.tokens[last].text == "," and named)

    def _is_title_only(self, words: Sequence[str]) -> bool:
        return all(word in self.of.titles or word in self.of.roles for word in words)

    def _strip(self, first: int, last: int) -> tuple[int, Mention | None]:
        """Returns where the name begins behind titles, roles, peoples and a state, and that state as a mention."""
        before = self.document.lexicon.closed("names before")
        at = self._behind_title(first, last)
        state = None
        while at < last:
            lower = self.tokens[at].lower
            shouted = self.tokens[at].text.isupper() and len(lower) > 1 and "." not in lower
            shouted = shouted and lower not in self.of.titles and lower not in self.of.states
            if shouted or (lower in self.of.first_names and at + 2 >= last):
                break
            if (
                lower in self.of.titles
                or lower in self.of.demonyms
                or lower in before
                or (lower in self.of.modifiers and at + 2 < last)
                or (lower in self.of.roles and at + 1 < last)
            ):
                at += 1
            elif at == first and (size := self.of.state_size(at, last)) and at + size < last:
                state = self._mention(at, at + size, at, Kind.STATE, "state", None)
                at += size
            elif lower in ("of", "for") and at > first:
                at += 1
            else:
                break
        return at, state

    def _behind_title(self, first: int, last: int) -> int:
        """The token behind a title inside the span: “Labour MP Jane Doe”, “Housing Minister John Roe”."""
        if self.tokens[first].lower in self.of.first_names:
            return first
        for at in range(last - 2, first, -1):
            if (self.tokens[at].lower in self.of.titles and not self.tokens[at].text.isupper()) or self.tokens[
                at
            ].lower in ("mp", "mep", "ceo"):
                return (
                    at + 1
                    if self.tokens[at + 1].lower not in ("jr.", "sr.")
                    and self.tokens[at + 1].lower not in self.of.titles
                    else first
                )
        return first

    def _title_alone(self, first: int, last: int) -> Iterator[Mention]:
        """Yields “the President” as a mention of a person, “the Belgians” as one of the state."""
        words = [self.tokens[n].lower for n in range(first, last)]
        if words[-1] in self.of.demonyms:
            if f"{words[-1]}s" in self.of.demonyms:
                return  # “the Hungarian said”: a person, whom the discourse knows
            yield self._mention(last - 1, last, first, Kind.STATE, "people", None)
        elif words[-1] in self.of.titles or words[-1] in self.of.roles:
            yield self._mention(first, last, first, Kind.PERSON, "title", None)

    def _title(self, first: int, begin: int) -> str:
        """The words before the name, a state that only stands between a title and the name left out."""
        return (
            ""
            if first < begin and self.of.state_size(first, begin) == begin - first
            else self.document.words(first, begin)
        )

    def _mention(self, begin: int, last: int, first: int, kind: Kind, rule: str, sentence: Sentence | None) -> Mention:
        if (
            kind is Kind.STATE
            and rule in ("people", "state")
            and last < len(self.tokens)
            and self.tokens[last].lower in self.bodies
            and not (last + 1 < len(self.tokens) and self.tokens[last + 1].lower in self.things)
        ):
            last, rule = last + 1, "body of state"
        start, end = self.tokens[begin].start, self.tokens[last - 1].end
        text = self.document.text[start:end]
        title = self._title(first, begin)
        return Mention(start, end, begin, last, text, title, kind, rule)


_GOVERNMENTS = frozenset({"government", "authorities", "regime"})
_LIGHT = frozenset({"of", "and", "the", "for", "in", "on", "to", "&"})
_CREEDS = ("ist", "crat", "ican")
