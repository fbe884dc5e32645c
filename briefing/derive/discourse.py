"""Who is meant by “she”, “they” and “the coach”: the subjects of an article, followed from sentence to sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from briefing.derive import genders
from briefing.derive.candidates import Cast, Speaker
from briefing.derive.layers import NEWS, Document, Kind, Sentence
from briefing.derive.phrases import Phrase, phrases, start_of

_HE = frozenset({"he"})
_SHE = frozenset({"she"})
_LATELY = 12
"""Places of organisations looked back on for what “the company” is."""
_REACH = 6
"""How many sentences back a pronoun may look for its antecedent."""


class Discourse:
    """The phrases of every sentence and the actor that each sentence is about; built once and only read afterwards."""

    def __init__(self, document: Document, cast: Cast) -> None:
        self.document = document
        self.cast = cast
        self._first = [sentence.first for sentence in document.sentences]
        self._genders = {slug: genders.of(document, actor) for slug, actor in cast.actors.items()}
        self._bearers = _by_role(cast)
        self._bodies = _by_word(cast)
        self.phrases: list[list[Phrase]] = []
        self.subjects: list[str] = []
        for number, sentence in enumerate(document.sentences):
            news = document.block(sentence.paragraph).role in NEWS
            own = phrases(document, cast, sentence) if news else []
            self.phrases.append(own)
            self.subjects.append(self._subject(number, own))

    def number(self, token: int) -> int:
        """Returns the index of the sentence that holds a token."""
        return max(0, bisect_right(self._first, token) - 1)

    def of(self, sentence: Sentence) -> list[Phrase]:
        """Returns the phrases of a sentence."""
        return self.phrases[self.number(sentence.first)]

    def speaker(self, phrase: Phrase, sentence: Sentence) -> Speaker | None:
        """Returns who speaks when `phrase` is the subject of a reporting verb; None for a pronoun that nobody fits."""
        document = self.document
        slug = phrase.slug or self._meant(phrase, sentence)
        first = start_of(document, sentence, phrase)
        start, end = document.tokens[first].start, document.tokens[phrase.last - 1].end
        if slug:
            return Speaker(slug, document.words(phrase.first, phrase.last), document.tokens[phrase.first].start, end)
        if phrase.sort == "pronoun" and document.tokens[phrase.first].lower != "one":
            return None
        last = self._extended(sentence, phrase)
        end = document.tokens[last - 1].end
        return Speaker("", document.text[start:end], start, end)

    def possessor(self, pronoun: str, sentence: Sentence, at: int) -> str:
        """Returns the slug that “his”, “her” or “their” at token `at` means, or an empty string."""
        return self._antecedent(
            {"his": "he", "her": "she", "its": "it", "their": "they"}.get(pronoun, ""), sentence, at
        )

    def _subject(self, number: int, own: list[Phrase]) -> str:
        begin = self._main_clause(self.document.sentences[number])
        for phrase in own:
            if phrase.governed or phrase.owned or phrase.first < begin:
                continue
            if phrase.slug:
                return phrase.slug
            if phrase.sort in ("pronoun", "body") and (
                slug := self._meant(phrase, self.document.sentences[number], number)
            ):
                return slug
        return ""

    def _main_clause(self, sentence: Sentence) -> int:
        """Returns where the main clause begins: behind the comma that ends “Asked about it,” or “When he came,”."""
        fronted = self.document.lexicon.closed("discourse fronted")
        tokens = self.document.tokens
        lower = tokens[sentence.first].lower
        if lower not in fronted and not lower.endswith(("ing", "ed")):
            return sentence.first
        comma = (
            at for at in range(sentence.first, sentence.last) if tokens[at].text == "," and not self.document.quoted[at]
        )
        return next(comma, sentence.first)

    def _meant(self, phrase: Phrase, sentence: Sentence, number: int | None = None) -> str:
        lower = self.document.tokens[phrase.first].lower
        if phrase.sort == "pronoun":
            return self._antecedent(lower, sentence, phrase.first, number)
        if phrase.sort == "role":
            return (
                self._described(sentence, phrase, number)
                or self._in_role(sentence, phrase, lower)
                or self._spoken_of(sentence, phrase, lower, number)
            )
        if phrase.sort == "body":
            return self._body(sentence, phrase, lower)
        return ""

    def _described(self, sentence: Sentence, phrase: Phrase, number: int | None) -> str:
        """“the Portuguese midfielder”, “the 43-year-old”: another name for the person spoken of just before."""
        nationals = self.document.lexicon.words("nationals")
        tokens, demonyms = self.document.tokens, self.document.lexicon.words("demonyms", "party_adjectives")
        first = start_of(self.document, sentence, phrase)
        words = [tokens[at].lower for at in range(first, phrase.last)]
        told = any(word in demonyms or "year-old" in word or word in nationals for word in words)
        return self._antecedent("he or she", sentence, first, number) if told and words[0] == "the" else ""

    def _spoken_of(self, sentence: Sentence, phrase: Phrase, noun: str, number: int | None) -> str:
        """“the midfielder” without anything that tells whose role it is: the person of the sentence before."""
        number = self.number(sentence.first) if number is None else number
        tokens = self.document.tokens
        definite = phrase.first > sentence.first and tokens[phrase.first - 1].lower == "the"
        if not definite or not number or noun in self.document.lexicon.words("source_roles"):
            return ""
        if self._extended(sentence, phrase) > phrase.last:
            return ""
        while number and self.document.sentences[number - 1].paragraph == sentence.paragraph:
            number -= 1
            slug = self.subjects[number]
            if slug:
                return slug if self.cast.actors[slug].kind is Kind.PERSON else ""
        return ""

    def body_called(self, noun: str, at: int) -> str:
        """Returns the slug of the body that “club” in “a club statement” means, or an empty string."""
        if noun not in self.document.lexicon.words("org_nouns", "thing_nouns"):
            return ""
        here = self.document.tokens[at].start
        return _last_before(self._bodies.get(noun, []), here) or self._salient(here)

    def _body(self, sentence: Sentence, phrase: Phrase, noun: str) -> str:
        """“the trust”, “the company”: the organisation with that word in its name, else the one named last."""
        any_body = self.document.lexicon.closed("discourse any body")
        here = self.document.tokens[phrase.first].start
        return _last_before(self._bodies.get(noun, []), here) or (self._salient(here) if noun in any_body else "")

    def _salient(self, here: int) -> str:
        """Returns the organisation named most often of late before the offset `here`, the last one of several."""
        places = self._bodies.get("", [])
        at = bisect_left(places, (here, ""))
        counts: dict[str, int] = {}
        for _, slug in reversed(places[max(0, at - _LATELY) : at]):
            counts[slug] = counts.get(slug, 0) + 1
        return max(counts, key=lambda slug: counts[slug], default="")

    def _antecedent(self, pronoun: str, sentence: Sentence, at: int, number: int | None = None) -> str:
        """Returns the nearest subject, this sentence's first, that a pronoun may stand for."""
        number = self.number(sentence.first) if number is None else number
        if number < len(self.phrases):
            for phrase in self.phrases[number]:
                if phrase.first < at and phrase.slug and not phrase.governed and self._fits(phrase.slug, pronoun):
                    return phrase.slug
        for earlier in range(number - 1, max(-1, number - 1 - _REACH), -1):
            slug = self.subjects[earlier]
            if slug and self._fits(slug, pronoun):
                return slug
            named = [
                phrase.slug for phrase in self.phrases[earlier] if phrase.slug and self._fits(phrase.slug, pronoun)
            ]
            if named and pronoun in ("he", "she"):
                return named[0]
        return ""

    def _fits(self, slug: str, pronoun: str) -> bool:
        kind = self.cast.actors[slug].kind
        gender = self._genders[slug]
        if pronoun == "he or she":
            return kind is Kind.PERSON
        if pronoun in _HE:
            return kind is Kind.PERSON and gender != "f"
        if pronoun in _SHE:
            return kind is Kind.PERSON and gender != "m"
        if pronoun == "they":
            return kind is not Kind.PERSON
        return pronoun == "it" and kind in (Kind.ORGANISATION, Kind.STATE)

    def _in_role(self, sentence: Sentence, phrase: Phrase, noun: str) -> str:
        """Returns the person whose role holds the noun of “the coach”, the one named last before it."""
        tokens = self.document.tokens
        first = start_of(self.document, sentence, phrase)
        if tokens[first].lower not in ("the", "his", "her") or self._extended(sentence, phrase) > phrase.last:
            return ""
        return _last_before(self._bearers.get(noun, []), tokens[phrase.first].start)

    def _extended(self, sentence: Sentence, phrase: Phrase) -> int:
        """Returns the token behind “spokesman for the ministry”: one phrase with a name or noun may be joined."""
        tokens, lexicon = self.document.tokens, self.document.lexicon
        last = phrase.last
        if last + 1 >= sentence.last or tokens[last].lower not in ("for", "of", "from", "at", "by", "with", "in"):
            return last
        end = last + 1
        while end < sentence.last and end - last < 8 and tokens[end].is_word:
            lower = tokens[end].lower
            verbal = lower in lexicon.words("cue_verbs", "verbs") or lower.endswith("ed")
            if (verbal and tokens[end].text[0].islower()) or (
                lower in lexicon.words("starters") and lower not in ("the", "a", "an", "of")
            ):
                break
            end += 1
        return end if end > last + 1 else last


def _by_role(cast: Cast) -> dict[str, list[tuple[int, str]]]:
    """Word of a role to the places of the people who have it, in text order."""
    found: dict[str, list[tuple[int, str]]] = {}
    for slug, actor in cast.actors.items():
        if actor.kind is Kind.PERSON:
            for word in set(actor.role.lower().split()):
                found.setdefault(word, []).extend((mention.start, slug) for mention in actor.mentions)
    return {word: sorted(places) for word, places in found.items()}


def _by_word(cast: Cast) -> dict[str, list[tuple[int, str]]]:
    """Word of a name to the places of the organisations with it, in text order; all of them under the empty one."""
    found: dict[str, list[tuple[int, str]]] = {}
    for slug, actor in cast.actors.items():
        if actor.kind is Kind.ORGANISATION:
            for word in {"", *actor.name.lower().split()}:
                found.setdefault(word, []).extend((mention.start, slug) for mention in actor.mentions)
    return {word: sorted(places) for word, places in found.items()}


def _last_before(places: list[tuple[int, str]], here: int) -> str:
    """Returns the slug of the last place before the offset `here`, an empty string without one."""
    at = bisect_left(places, (here, ""))
    return places[at - 1][1] if at else ""
