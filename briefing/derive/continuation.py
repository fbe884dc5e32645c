"""Who said words that nothing beside them attributes: whoever spoke before, or whom the text is about."""

from __future__ import annotations

from briefing.derive.attribution import FULL, REACH, Attributed, Attribution
from briefing.derive.candidates import Reason, Speaker
from briefing.derive.layers import Kind, QuoteSpan, Sentence


def unbroken(reader: Attribution, span: QuoteSpan) -> Attributed:
    """Returns the speaker of the paragraph before for words whose mark opened there; None for any other."""
    if not span.opened and reader.spoke is not None and reader.speaker is not None:
        return reader.speaker, Reason("goes on from the paragraph before", "", 0.95)
    return None


def carried(reader: Attribution, span: QuoteSpan, before: QuoteSpan | None, after: QuoteSpan | None) -> Attributed:
    """Returns whoever goes on speaking, speaks next, or is spoken of just before; None for words that nobody said."""
    document = reader.document
    sentence = document.sentence_at(span.before)
    begins = span.before == sentence.first
    size = span.last - span.first
    sentences = begins and (not span.closed or document.text[span.end - 1] in ".!?…")
    first = span.before == document.block(span.paragraph).first
    whole = begins and (size >= FULL or (sentences and first))
    ended = sentences or whole
    near = reader.spoke is not None and reader.spoke == before
    if near and before is not None and reader.speaker is not None:
        if before.paragraph == span.paragraph and (ended or _joined(reader, before, span)):
            return reader.speaker, Reason("goes on", "", 0.85)
        if ended and before.paragraph == span.paragraph - 1 and first:
            return reader.speaker, Reason("a paragraph that goes on", "", 0.7)
    if whole:
        if after is not None and after.paragraph == span.paragraph and (ahead := reader.behind(after, None)):
            return ahead[0], Reason("said with the next", ahead[1].cue, 0.7)
        return (
            (_answer(reader, span) or _subject_behind(reader, span) if first else None)
            or _subject_before(reader, span, sentence)
            or _last_speaker(reader, span)
        )
    if size < FULL or (span.before and document.tokens[span.before - 1].text == ","):
        return None
    return _subject_of(reader, span, sentence) or _last_speaker(reader, span)


def _joined(reader: Attribution, before: QuoteSpan, span: QuoteSpan) -> bool:
    """True when only the attribution stands between two quotations of one sentence."""
    document = reader.document
    return (
        document.sentence_at(before.after - 1) == document.sentence_at(span.before)
        and span.before - before.after < 2 * REACH
    )


def _subject_before(reader: Attribution, span: QuoteSpan, sentence: Sentence) -> Attributed:
    """The subject of the sentence before, for a whole sentence in quotation marks that nothing introduces."""
    number = reader.discourse.number(sentence.first) - 1
    if number < 0:
        return None
    lead = reader.document.sentences[number]
    slug = reader.discourse.subjects[number]
    if not slug or span.paragraph - lead.paragraph > 1:
        return None
    start = reader.tokens[lead.first].start
    score = 0.6 if lead.paragraph == span.paragraph else 0.4
    return Speaker(slug, "", start, start), Reason("subject of the sentence before", "", score)


def _answer(reader: Attribution, span: QuoteSpan) -> Attributed:
    """The person interviewed, for a paragraph of words under a printed question."""
    document = reader.document
    at = document.block(span.paragraph).first - 1
    if at < 0 or document.tokens[at].text != "?" or document.quoted[at]:
        return None
    actors = _people(reader)
    slug = reader.speaker.slug if reader.speaker is not None and reader.speaker.slug in actors else ""
    slug = slug or max(actors, key=lambda one: actors[one], default="")
    start = document.tokens[span.before].start
    return (Speaker(slug, "", start, start), Reason("answer to a printed question", "", 0.7)) if slug else None


def _people(reader: Attribution) -> dict[str, int]:
    """Returns the people of the text by slug, with how often each is named."""
    actors = reader.discourse.cast.actors
    return {slug: len(actor.mentions) for slug, actor in actors.items() if actor.kind is Kind.PERSON}


def _subject_behind(reader: Attribution, span: QuoteSpan) -> Attributed:
    """The subject of the next sentence, for words that open a paragraph: “Nowhere!” Brandt laughs."""
    document = reader.document
    if span.after >= document.block(span.paragraph).last:
        return None
    number = reader.discourse.number(span.after)
    slug = reader.discourse.subjects[number]
    if not slug or reader.discourse.cast.actors[slug].kind is not Kind.PERSON:
        return None
    start = reader.tokens[span.after].start
    return Speaker(slug, "", start, start), Reason("subject of the sentence behind", "", 0.55)


def _subject_of(reader: Attribution, span: QuoteSpan, sentence: Sentence) -> Attributed:
    """The subject of the sentence that the words are a part of."""
    slug = (
        next(
            (
                phrase.slug
                for phrase in reader.discourse.of(sentence)
                if phrase.slug and phrase.first < span.before and not phrase.governed and not phrase.owned
            ),
            "",
        )
        or reader.discourse.subjects[reader.discourse.number(sentence.first)]
    )
    start = reader.tokens[sentence.first].start
    return (Speaker(slug, "", start, start), Reason("subject of the sentence", "", 0.45)) if slug else None


def _last_speaker(reader: Attribution, span: QuoteSpan) -> Attributed:
    """Whoever spoke last, not more than two paragraphs before."""
    if reader.speaker is None or reader.spoke is None or span.paragraph - reader.spoke.paragraph > 2:
        return None
    return reader.speaker, Reason("spoke last", "", 0.35)
