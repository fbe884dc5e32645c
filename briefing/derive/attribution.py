"""Who said the words between a pair of marks, by what stands around it in its own sentence or the one before."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.derive import subjects
from briefing.derive.candidates import Reason, Speaker
from briefing.derive.cues import Cues
from briefing.derive.discourse import Discourse
from briefing.derive.layers import Document, Kind, QuoteSpan, Role, Sentence
from briefing.derive.phrases import Phrase

REACH = 14
"""Tokens between a quotation and the words that attribute it, in general at most."""
FULL = 5
"""Words from which a quotation is more than a fragment."""
_DASHES = frozenset({"-", "--", "–", "—", "―"})

Attributed = tuple[Speaker, Reason] | None


class Attribution:
    """Reads the attributions of one document; it remembers who spoke last."""

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
        """Remembers who said the words of `span`."""
        self.speaker, self.spoke = speaker, span

    def of(self, span: QuoteSpan, before: QuoteSpan | None, after: QuoteSpan | None) -> Attributed:
        """Returns who said the words of `span` as far as words around it say so; None when none do."""
        return (
            self.behind(span, after)
            or self._before(span, before)
            or self._byline(span)
            or self._led_in(span)
            or self._noun(span)
            or self._label(span)
            or self._according(span)
            or self._at_end(span)
        )

    def behind(self, span: QuoteSpan, after: QuoteSpan | None) -> Attributed:
        """“…,” she said; “…,” said the minister; “…,” according to the report."""
        clauses = self.document.lexicon.closed("attribution clauses")
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
        if lower == "as":
            begin += 1
            limit = min(limit, begin + 8)
        elif lower in ("and", "but", "or", "while", "when", "which", "who"):
            return None
        for at in range(begin, min(begin + 2 * REACH, limit)):
            word = self.tokens[at].lower
            if word in (";", ":") or word in clauses:
                return None
            if at > begin and self.cue.reports(at):
                phrase = subjects.before(self.document, sentence, own, at, begin) or subjects.unnamed(
                    self.document, sentence, at, begin
                )
                if phrase is None or phrase.governed or not self._opens(begin, phrase, own):
                    return None
                return self._said(phrase, sentence, f"{word} behind", 0.95)
        return None

    def _opens(self, begin: int, phrase: Phrase, own: Sequence[Phrase]) -> bool:
        """True when the subject opens the attribution: articles, words that narrow it, or its role stand before it."""
        counts = self.document.lexicon.closed("attribution counts")
        between = [token.lower for token in self.tokens[begin : phrase.first]]
        if between and between[-1] == "," and phrase.sort == "name" and len(between) < 2 * REACH:
            return any(one.sort == "role" and begin < one.first < begin + 5 for one in own)
        return len(between) < 9 and all(
            word in self.cue.determiners | counts or word not in self.starters for word in between
        )

    def _before(self, span: QuoteSpan, before: QuoteSpan | None) -> Attributed:
        """Khan said “…”; the army acknowledged that rebels had entered “large parts” of it."""
        sentence = self.document.sentence_at(span.before)
        if span.before == sentence.first:
            return None
        return self._lead(sentence, span.before, span)

    def _lead(self, sentence: Sentence, end: int, span: QuoteSpan) -> Attributed:
        saying = self.document.lexicon.closed("attribution saying")
        own = self.discourse.of(sentence)
        quoted = self.document.quoted
        short = span.last - span.first < FULL
        for at in range(end - 1, sentence.first - 1, -1):
            word = self.tokens[at].lower
            if quoted[at] or not self.cue.reports(at):
                continue
            if short and end - at > 2 * REACH:
                break
            if word in self.cue.weak and end - at > REACH and self.tokens[at + 1].lower not in ("that", "as"):
                continue
            phrase = None
            if self.cue.is_passive(at, sentence):
                phrase = self.cue.agent(span, sentence, self.discourse)
                if phrase is None:
                    return None
            else:
                phrase = subjects.before(self.document, sentence, own, at, sentence.first)
                if phrase is None and not word.endswith("ing"):
                    phrase = subjects.unnamed(self.document, sentence, at, sentence.first)
            if (
                phrase is None
                and self.tokens[at - 1].lower not in ("and", ",", "or", "to")
                and not word.endswith("ing")
            ):
                continue
            if phrase is None and word.endswith("ing"):
                said = next((n for n in range(at - 1, sentence.first, -1) if self.tokens[n].lower in saying), 0)
                free = [one for one in own if one.first < at and not one.governed and not one.owned]
                phrase = next((one for one in free if one.first > said), None) or (free[0] if free else None)
            if phrase is None:
                continue
            score = 0.9 if end - at < 4 else 0.8 if end - at < REACH else 0.6
            return self._said(phrase, sentence, f"{word} before", score)
        return None

    def _byline(self, span: QuoteSpan) -> Attributed:
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

    def _led_in(self, span: QuoteSpan) -> Attributed:
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

    def _noun(self, span: QuoteSpan) -> Attributed:
        """Khan's warning of “…”; his description of it as “…”; in the words of Khan, “…”."""
        sentence = self.document.sentence_at(span.before)
        own = self.discourse.of(sentence)
        for at in range(span.before - 1, max(sentence.first, span.before - REACH), -1):
            word = self.tokens[at].lower
            if word not in self.nouns or self.document.quoted[at]:
                continue
            for phrase in own:
                if phrase.owned and phrase.last + 1 <= at <= phrase.last + 4:
                    return self._said(phrase, sentence, f"{word} of", 0.8)
            if at + 1 < span.before and self.tokens[at + 1].lower in ("of", "by", "from"):
                found = subjects.after(self.document, sentence, own, at + 2, span.before)
                if found is not None and (found.slug or self.tokens[at - 1].lower == "the"):
                    return self._said(found, sentence, f"{word} by", 0.7)
            owner = self.tokens[at - 1].lower
            slug = self.discourse.possessor(owner, sentence, at - 1) if owner in ("his", "her", "their", "its") else ""
            if slug:
                token = self.tokens[at - 1]
                return Speaker(slug, token.text, token.start, token.end), Reason(f"{owner} {word}", "", 0.7)
        return None

    def _label(self, span: QuoteSpan) -> Attributed:
        """Khan: “…”: a name and a colon."""
        sentence = self.document.sentence_at(span.before)
        if span.before - 1 <= sentence.first or self.tokens[span.before - 1].text != ":":
            return None
        free = (
            one for one in self.discourse.of(sentence) if one.first < span.before and not one.governed and not one.owned
        )
        return self._said(next(free, None), sentence, "colon", 0.65)

    def _according(self, span: QuoteSpan) -> Attributed:
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

    def _at_end(self, span: QuoteSpan) -> Attributed:
        """“very likely” man-made, the panel said on Friday: the reporting clause that ends the sentence."""
        saying = self.document.lexicon.closed("attribution saying")
        sentence = self.document.sentence_at(span.before)
        for at in range(span.after + 2, sentence.last):
            if self.tokens[at].lower in saying and not self.document.quoted[at]:
                comma = next((n for n in range(at - 1, span.after - 1, -1) if self.tokens[n].text == ","), 0)
                own = self.discourse.of(sentence)
                phrase = subjects.before(self.document, sentence, own, at, comma + 1) if comma else None
                if phrase is not None and phrase.first - comma < 6:
                    return self._said(phrase, sentence, f"{self.tokens[at].lower} at the end", 0.7)
        return None

    def _said(self, phrase: Phrase | None, sentence: Sentence, cue: str, score: float) -> Attributed:
        if phrase is None:
            return None
        speaker = self._issuer(phrase, sentence) or self.discourse.speaker(phrase, sentence)
        if speaker is None:
            return None
        rule = phrase.sort if phrase.slug else f"{phrase.sort} without a name" if not speaker.slug else phrase.sort
        return speaker, Reason(f"subject is a {rule}", cue, score - 0.1 * (phrase.sort == "pronoun"))

    def _issuer(self, phrase: Phrase, sentence: Sentence) -> Speaker | None:
        """Returns who issued “the statement” that speaks: whoever spoke last, when it was in one."""
        if phrase.sort != "source":
            return None
        noun, owner = self.tokens[phrase.first].lower, self.tokens[phrase.first - 1].lower
        slug = self.discourse.body_called(owner, phrase.first) if phrase.first > sentence.first else ""
        if not slug and owner in ("the", "its", "his", "her", "their"):
            slug = self._issued(sentence)
        if not slug and owner == "a":
            slug = self._body_before(sentence)
        if slug:
            start, end = self.tokens[phrase.first].start, self.tokens[phrase.last - 1].end
            return Speaker(slug, self.tokens[phrase.first].text, start, end)
        if self.speaker is None or self.spoke is None:
            return None
        last = self.document.sentence_at(self.spoke.before)
        if sentence.paragraph - last.paragraph > 2 or self.tokens[phrase.first - 1].lower != "the":
            return None
        around = self.tokens[last.first : self.document.sentence_at(self.spoke.after - 1).last]
        return self.speaker if any(token.lower == noun for token in around) else None

    def _body_before(self, sentence: Sentence) -> str:
        """Returns the organisation that the sentence before, in the same paragraph, is about."""
        number = self.discourse.number(sentence.first) - 1
        if number < 0 or self.document.sentences[number].paragraph != sentence.paragraph:
            return ""
        slug = self.discourse.subjects[number]
        return slug if slug and self.discourse.cast.actors[slug].kind is Kind.ORGANISATION else ""

    def _issued(self, sentence: Sentence) -> str:
        """Returns the subject of the sentence before, when it speaks of a post or a statement that it made."""
        number = self.discourse.number(sentence.first) - 1
        if number < 0:
            return ""
        before = self.document.sentences[number]
        sources = self.document.lexicon.words("speech_sources", "platforms")
        told = any(token.lower in sources for token in self.tokens[before.first : before.last])
        return self.discourse.subjects[number] if told and sentence.paragraph - before.paragraph < 2 else ""
