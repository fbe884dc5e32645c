"""Whether a reporting verb reports, and whether quotation marks quote."""

from __future__ import annotations

from briefing.derive import subjects
from briefing.derive.discourse import Discourse
from briefing.derive.layers import Document, QuoteSpan, Sentence
from briefing.derive.phrases import Phrase


class Cues:
    """The reporting verbs and naming words of one document, and what they are in their place."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = document.tokens
        self.verbs = document.lexicon.words("cue_verbs")
        self.weak = document.lexicon.words("cue_weak")
        self._phrases = document.lexicon.phrases("cue_phrases")
        self.determiners = document.lexicon.closed("cues determiners")
        self._naming = document.lexicon.words("naming")

    def reports(self, at: int) -> bool:
        """True for a reporting verb, of one word or of several, that is no noun in its place."""
        lower = self.tokens[at].lower
        if lower in self._phrases.firsts:
            words = [token.lower for token in self.tokens[at : at + 5]]
            if self._phrases.length_at(words, 0, len(words)):
                return True
        return lower in self.verbs and not self.is_noun(at)

    def is_name(self, span: QuoteSpan) -> bool:
        """True for the name of a thing: after “titled”, or few words, all with a capital, and no reporting verb."""
        words = [token for token in self.tokens[span.first : span.last] if token.is_word]
        if not words:
            return True
        previous = self.tokens[span.before - 1].lower if span.before else ""
        if previous in ("titled", "entitled"):
            return True
        if previous in self._naming and len(words) < 9 and self.tokens[max(0, span.before - 2)].lower != "to":
            return not (previous == "dubbed" or (previous in self.verbs and len(words) > 2))
        if len(words) > 6 or previous == ":" or previous in self.verbs:
            return False
        if previous == "," and (span.before < 2 or self.tokens[span.before - 2].lower in self.verbs):
            return False
        capitals = sum(
            word.text[0].isupper() or word.lower in ("of", "the", "and", "in", "for", "a", "to", "on") for word in words
        )
        behind = self.tokens[span.after].lower if span.after < len(self.tokens) else ""
        if previous == "," and capitals == len(words) and self.tokens[span.before - 2].lower not in self._naming:
            return False
        return capitals == len(words) and behind not in self.verbs and self.document.text[span.end - 1] not in ",?!"

    def is_noun(self, at: int) -> bool:
        """True for a reporting verb that is a noun or an adjective here: “the report”, “his alleged call”."""
        determiners = self.document.lexicon.closed("cues determiners")
        before = self.tokens[at - 1] if at else None
        if before is None:
            return False
        return (
            before.lower in determiners
            or before.text in ("'s", "’s")
            or before.lower in ("of", "in", "for", "by", "from")
        )

    def is_passive(self, at: int, sentence: Sentence) -> bool:
        """True for “was called”: the subject is not who says it."""
        be = self.document.lexicon.closed("cues be")
        lower = self.tokens[at].lower
        if lower == "quoted" or not lower.endswith(("ed", "told", "said")):
            return False
        back = at - 1
        if back > sentence.first and self.tokens[back].lower.endswith("ly"):
            back -= 1
        return back >= sentence.first and self.tokens[back].lower in be

    def agent(self, span: QuoteSpan, sentence: Sentence, discourse: Discourse) -> Phrase | None:
        """Returns who a passive says it was: “was called “a coward” by Khan”."""
        ending = self.document.sentence_at(span.after - 1)
        if span.after + 1 < ending.last and self.tokens[span.after].lower == "by":
            return subjects.after(self.document, ending, discourse.of(ending), span.after + 1, ending.last)
        for at in range(sentence.first, span.before - 1):
            if self.tokens[at].lower == "by" and self.tokens[at - 1].lower in self.verbs:
                return subjects.after(self.document, sentence, discourse.of(sentence), at + 1, span.before)
        return None
