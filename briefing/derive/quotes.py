"""Quotations and who said them.

Each pair of marks is given to the best of its candidates: a reporting verb behind it or before it, “according to”, a
possessive with a noun for words, a byline behind a dash, or the quotation before it that it continues. A pair without
any is a scare quote and is left out.
"""

from __future__ import annotations

from briefing.derive import subjects
from briefing.derive.candidates import Quotation, Reason, Speaker
from briefing.derive.cues import DETERMINERS, Cues
from briefing.derive.discourse import Discourse
from briefing.derive.layers import Document, QuoteSpan, Role, Sentence
from briefing.derive.phrases import Phrase
from briefing.derive.wordset import word_set

_DASHES = frozenset({"-", "--", "–", "—", "―"})
_FULL = 5
_REACH = 14
_QUOTED_IN = frozenset({Role.BODY, Role.PULLED})


def quotations(document: Document, discourse: Discourse) -> list[Quotation]:
    """Returns the attributed quotations of the body in order, one for each pair of marks and paragraph."""
    reader = _Reader(document, discourse)
    found: list[Quotation] = []
    spans = [span for span in document.spans if span.depth == 0 and document.block(span.paragraph).role in _QUOTED_IN]
    for order, span in enumerate(spans):
        before = spans[order - 1] if order else None
        after = spans[order + 1] if order + 1 < len(spans) else None
        said = reader.attributed(span, before, after)
        if said is not None:
            speaker, reason = said
            text = document.text[span.start : span.end]
            found.append(Quotation(span.start, span.end, text, span.paragraph, speaker, reason))
            reader.heard(span, speaker)
    return found


class _Reader:
    """Reads the quotations of one document in order; it remembers who spoke last."""

    def __init__(self, document: Document, discourse: Discourse) -> None:
        self.document = document
        self.discourse = discourse
        self.tokens = document.tokens
        lexicon = document.lexicon
        self.cue = Cues(document)
        self.nouns = lexicon.words("cue_nouns")
        self.starters = lexicon.words("starters")
        self.speaker: Speaker | None = None
        self.spoke: QuoteSpan | None = None

    def heard(self, span: QuoteSpan, speaker: Speaker) -> None:
        self.speaker, self.spoke = speaker, span

    def attributed(
        self, span: QuoteSpan, before: QuoteSpan | None, after: QuoteSpan | None
    ) -> tuple[Speaker, Reason] | None:
        if not span.opened and self.spoke is not None and self.speaker is not None:
            return self.speaker, Reason("goes on from the paragraph before", "", 0.95)
        if self.cue.is_name(span):
            return None
        return (
            self._behind(span, after)
            or self._before(span, before)
            or self._byline(span)
            or self._led_in(span)
            or self._noun(span)
            or self._label(span)
            or self._according(span)
            or self._continued(span, before, after)
        )

    def _behind(self, span: QuoteSpan, after: QuoteSpan | None) -> tuple[Speaker, Reason] | None:
        """“…,” she said; “…,” said the minister; “…,” according to the report."""
        begin = span.after
        sentence = self.document.sentence_at(begin - 1)
        limit = min(sentence.last, after.before if after is not None else sentence.last)
        while begin < limit and self.tokens[begin].text in (",", "—", "–", "--", "-"):
            begin += 1
        if begin >= limit:
            return None
        lower = self.tokens[begin].lower
        own = self.discourse.of(sentence)
        if lower == "according" and begin + 1 < limit and self.tokens[begin + 1].lower == "to":
            phrase = subjects.after(self.document, sentence, own, begin + 2, limit)
            return self._said(phrase, sentence, "according to", 0.9)
        if lower in self.cue.verbs and not lower.endswith("ing"):
            phrase = subjects.behind(self.document, sentence, own, begin, limit)
            if phrase is not None:
                return self._said(phrase, sentence, f"{lower} behind", 0.95)
        if lower in ("and", "but", "or", "while", "as", "when", "which", "who"):
            return None
        for at in range(begin, min(begin + 2 * _REACH, limit)):
            word = self.tokens[at].lower
            if word in (";", ":") or word in _CLAUSES:
                return None
            if word in self.cue.verbs and not self.cue.is_noun(at) and at > begin:
                phrase = subjects.before(self.document, sentence, own, at, begin)
                if (
                    phrase is None
                    or phrase.first - begin > 8
                    or phrase.governed
                    or not self._opens(begin, phrase.first)
                ):
                    return None
                return self._said(phrase, sentence, f"{word} behind", 0.95)
        return None

    def _opens(self, begin: int, first: int) -> bool:
        """True when the subject opens the attribution: only articles and words that narrow it stand before it."""
        between = [token.lower for token in self.tokens[begin:first]]
        return all(word in DETERMINERS or word not in self.starters for word in between)

    def _before(self, span: QuoteSpan, before: QuoteSpan | None) -> tuple[Speaker, Reason] | None:
        """Khan said “…”; the army acknowledged that rebels had entered “large parts” of it."""
        sentence = self.document.sentence_at(span.before)
        if span.before == sentence.first:
            return None
        return self._lead(sentence, span.before, span)

    def _lead(self, sentence: Sentence, end: int, span: QuoteSpan) -> tuple[Speaker, Reason] | None:
        own = self.discourse.of(sentence)
        quoted = self.document.quoted
        short = span.last - span.first < _FULL
        for at in range(end - 1, sentence.first - 1, -1):
            word = self.tokens[at].lower
            if word not in self.cue.verbs or quoted[at] or self.cue.is_noun(at):
                continue
            if short and end - at > 2 * _REACH:
                return None
            if word in self.cue.weak and end - at > _REACH and self.tokens[at + 1].lower not in ("that", "as"):
                continue
            phrase = None
            if self.cue.is_passive(at, sentence):
                phrase = self.cue.agent(span, sentence, self.discourse)
                if phrase is None:
                    return None
            else:
                phrase = subjects.before(self.document, sentence, own, at, sentence.first)
            if (
                phrase is None
                and self.tokens[at - 1].lower not in ("and", ",", "or", "to")
                and not word.endswith("ing")
            ):
                continue
            if phrase is None and word.endswith("ing"):
                phrase = next((one for one in own if one.first < at and not one.governed and not one.owned), None)
            if phrase is None:
                continue
            score = 0.9 if end - at < 4 else 0.8 if end - at < _REACH else 0.6
            return self._said(phrase, sentence, f"{word} before", score)
        return None

    def _byline(self, span: QuoteSpan) -> tuple[Speaker, Reason] | None:
        """“…” — Jane Doe, at the end of a paragraph."""
        block = self.document.block(span.paragraph)
        begin = span.after
        dashed = begin < block.last and self.tokens[begin].text in _DASHES
        if not dashed and block.role is not Role.PULLED:
            return None
        begin += dashed
        if begin >= block.last or block.last - begin > 16 or not self.tokens[begin].text[0].isalpha():
            return None
        sentence = self.document.sentence_at(begin)
        for phrase in self.discourse.of(sentence):
            if begin <= phrase.first <= begin + 3 and phrase.slug:
                return self._said(phrase, sentence, "byline", 0.9)
        last = begin
        while last < block.last and self.tokens[last].is_word:
            last += 1
        start, end = self.tokens[begin].start, self.tokens[last - 1].end
        return Speaker("", self.document.text[start:end], start, end), Reason("byline", "", 0.6)

    def _led_in(self, span: QuoteSpan) -> tuple[Speaker, Reason] | None:
        """Khan said in a statement: ¶ “…”: the sentence before ends with a colon, or leads in at a paragraph's end."""
        sentence = self.document.sentence_at(span.before)
        number = self.discourse.number(sentence.first)
        if span.before != sentence.first or number == 0:
            return None
        lead = self.document.sentences[number - 1]
        ending = self.tokens[lead.last - 1].text
        if ending not in (":", ","):
            return None
        found = self._lead(lead, lead.last, span)
        if found is None:
            return None
        return found[0], Reason(f"led in: {found[1].rule}", found[1].cue, 0.9)

    def _noun(self, span: QuoteSpan) -> tuple[Speaker, Reason] | None:
        """Khan's warning of “…”; his description of it as “…”; in the words of Khan, “…”."""
        sentence = self.document.sentence_at(span.before)
        own = self.discourse.of(sentence)
        for at in range(span.before - 1, max(sentence.first, span.before - _REACH), -1):
            word = self.tokens[at].lower
            if word not in self.nouns or self.document.quoted[at]:
                continue
            for phrase in own:
                if phrase.owned and phrase.last + 1 <= at <= phrase.last + 4:
                    return self._said(phrase, sentence, f"{word} of", 0.8)
            if at + 1 < span.before and self.tokens[at + 1].lower in ("of", "by", "from"):
                found = subjects.after(self.document, sentence, own, at + 2, span.before)
                if found is not None and found.slug:
                    return self._said(found, sentence, f"{word} by", 0.7)
            owner = self.tokens[at - 1].lower
            slug = self.discourse.possessor(owner, sentence, at - 1) if owner in ("his", "her", "their", "its") else ""
            if slug:
                token = self.tokens[at - 1]
                return Speaker(slug, token.text, token.start, token.end), Reason(f"{owner} {word}", "", 0.7)
        return None

    def _label(self, span: QuoteSpan) -> tuple[Speaker, Reason] | None:
        """Khan: “…”: a name and a colon."""
        sentence = self.document.sentence_at(span.before)
        if span.before - 1 <= sentence.first or self.tokens[span.before - 1].text != ":":
            return None
        free = (
            one for one in self.discourse.of(sentence) if one.first < span.before and not one.governed and not one.owned
        )
        return self._said(next(free, None), sentence, "colon", 0.65)

    def _according(self, span: QuoteSpan) -> tuple[Speaker, Reason] | None:
        for sentence in {self.document.sentence_at(span.before), self.document.sentence_at(span.after - 1)}:
            for at in range(sentence.first, sentence.last - 2):
                if (
                    self.tokens[at].lower == "according"
                    and self.tokens[at + 1].lower == "to"
                    and not self.document.quoted[at]
                ):
                    phrase = subjects.after(self.document, sentence, self.discourse.of(sentence), at + 2, sentence.last)
                    return self._said(phrase, sentence, "according to", 0.75)
        return None

    def _continued(
        self, span: QuoteSpan, before: QuoteSpan | None, after: QuoteSpan | None
    ) -> tuple[Speaker, Reason] | None:
        sentence = self.document.sentence_at(span.before)
        whole = span.before == sentence.first and span.last - span.first >= _FULL
        begins = span.before == sentence.first
        ended = begins and (whole or not span.closed or self.document.text[span.end - 1] in ".!?")
        near = self.spoke is not None and self.spoke == before
        if near and before is not None and self.speaker is not None:
            if before.paragraph == span.paragraph and (ended or self._joined(before, span)):
                return self.speaker, Reason("goes on", "", 0.85)
            block = self.document.block(span.paragraph)
            if ended and before.paragraph == span.paragraph - 1 and span.before == block.first:
                return self.speaker, Reason("a paragraph that goes on", "", 0.7)
        if not whole:
            return None
        if after is not None and after.paragraph == span.paragraph and (ahead := self._behind(after, None)):
            return ahead[0], Reason("said with the next", ahead[1].cue, 0.7)
        return self._subject_before(span, sentence)

    def _joined(self, before: QuoteSpan, span: QuoteSpan) -> bool:
        """True when only the attribution stands between two quotations of one sentence."""
        return (
            self.document.sentence_at(before.after - 1) == self.document.sentence_at(span.before)
            and span.before - before.after < 2 * _REACH
        )

    def _subject_before(self, span: QuoteSpan, sentence: Sentence) -> tuple[Speaker, Reason] | None:
        """The subject of the sentence before, for a whole sentence in quotation marks that nothing introduces."""
        number = self.discourse.number(sentence.first) - 1
        if number < 0:
            return None
        lead = self.document.sentences[number]
        slug = self.discourse.subjects[number]
        if not slug or span.paragraph - lead.paragraph > 1:
            return None
        start = self.tokens[lead.first].start
        score = 0.6 if lead.paragraph == span.paragraph else 0.4
        return Speaker(slug, "", start, start), Reason("subject of the sentence before", "", score)

    def _said(self, phrase: Phrase | None, sentence: Sentence, cue: str, score: float) -> tuple[Speaker, Reason] | None:
        if phrase is None:
            return None
        speaker = self._issuer(phrase, sentence) or self.discourse.speaker(phrase, sentence)
        if speaker is None:
            return None
        rule = phrase.sort if phrase.slug else f"{phrase.sort} without a name" if not speaker.slug else phrase.sort
        return speaker, Reason(f"subject is a {rule}", cue, score - 0.1 * (phrase.sort == "pronoun"))

    def _issuer(self, phrase: Phrase, sentence: Sentence) -> Speaker | None:
        """Returns who issued “the statement” that speaks: whoever spoke last, when it was in one."""
        if phrase.sort != "source" or self.speaker is None or self.spoke is None:
            return None
        noun = self.tokens[phrase.first].lower
        last = self.document.sentence_at(self.spoke.before)
        if sentence.paragraph - last.paragraph > 2 or self.tokens[phrase.first - 1].lower != "the":
            return None
        around = self.tokens[last.first : self.document.sentence_at(self.spoke.after - 1).last]
        return self.speaker if any(token.lower == noun for token in around) else None


_CLAUSES = word_set("that which because but and while whereas although though after when if")
