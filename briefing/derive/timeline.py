"""Events: what the text places in time, each dated by words of its own clause, and the main news by the dateline."""

from __future__ import annotations

from bisect import bisect_left

from briefing.derive import calendar, clauses
from briefing.derive.calendar import Stretch
from briefing.derive.candidates import Event, Reason
from briefing.derive.discourse import Discourse
from briefing.derive.layers import DateMention, Document, Role, Sentence


def events(document: Document, discourse: Discourse) -> list[Event]:
    """Returns the dated events of the body in text order; vague expressions and bare modifiers date nothing."""
    found: list[Event] = []
    seen: set[tuple[int, str]] = set()
    mentions = [mention for mention in document.dates if document.block_at(mention.start).role is Role.BODY]
    for order, mention in enumerate(mentions):
        if (
            not mention.dates
            or mention.vague
            or not mention.edtf
            or _subsumed(mentions, order)
            or _is_said_now(document, mention)
        ):
            continue
        sentence = document.sentence_at(mention.first)
        event = _event(document, discourse, sentence, mention)
        key = (sentence.first, event.edtf)
        if key not in seen:
            seen.add(key)
            found.append(event)
    main = _main(document, discourse, mentions)
    return [main, *found] if main is not None else found


def _is_said_now(document: Document, mention: DateMention) -> bool:
    """True for “today” inside quotation marks: the day of speaking, which the text need not give."""
    deictic = document.lexicon.closed("timeline deictic")
    return bool(document.quoted[mention.first]) and mention.rule in deictic


def _subsumed(mentions: list[DateMention], order: int) -> bool:
    """True for “this year” in “March 11 this year”: a neighbour in the sentence says it more precisely."""
    own = mentions[order]
    for other in mentions[max(0, order - 1) : order + 2]:
        if other is own or not other.edtf or (abs(other.first - own.last) > 2 and abs(own.first - other.last) > 2):
            continue
        if None in (own.lower, own.upper, other.lower, other.upper) or other.edtf == own.edtf:
            continue
        if own.lower <= other.lower and other.upper <= own.upper:  # type: ignore[operator]
            return True
    return False


def _event(document: Document, discourse: Discourse, sentence: Sentence, mention: DateMention) -> Event:
    first = _phrase_start(document, sentence, mention)
    stretch = _bounded(document, sentence, mention, first)
    begin, end = clauses.clause(document, sentence, mention.first, mention.last)
    owned = mention.last < sentence.last and document.tokens[mention.last].text in ("'s", "’s")
    cut = (first, mention.last) if not owned and _is_apart(document, sentence, mention, first, begin) else (0, 0)
    text = clauses.shown(document, begin, end, cut)
    dated_by = document.words(first, mention.last)
    who = _who(discourse, sentence, begin, end)
    return Event(
        document.tokens[begin].start,
        document.tokens[end - 1].end,
        text,
        sentence.paragraph,
        stretch.edtf,
        stretch.lower,
        stretch.upper,
        dated_by,
        who,
        Reason(mention.rule, mention.text, 0.8),
    )


def _is_apart(document: Document, sentence: Sentence, mention: DateMention, first: int, begin: int) -> bool:
    """True when the clause reads on without its date."""
    if document.quoted[mention.first] or mention.rule.endswith("date before"):
        return False
    after = document.tokens[mention.last].lower if mention.last < sentence.last else "."
    if after in ("of", "that", "when"):
        return False
    return first == begin or not after[0].isalnum() or after in document.lexicon.words("starters")


def _phrase_start(document: Document, sentence: Sentence, mention: DateMention) -> int:
    prepositions = document.lexicon.closed("timeline prepositions")
    first = mention.first
    while first > sentence.first and document.tokens[first - 1].lower in prepositions:
        first -= 1
    while (
        first < mention.first
        and document.tokens[first].lower in ("to", "of", "than", "the", "up", "well")
        and first + 1 < mention.first
    ):
        first += 1
    return first


def _who(discourse: Discourse, sentence: Sentence, first: int, last: int) -> tuple[str, ...]:
    slugs = [
        phrase.slug
        for phrase in discourse.of(sentence)
        if first <= phrase.first < last and phrase.slug and not phrase.governed
    ]
    return tuple(dict.fromkeys(slugs))[:4]


def _bounded(document: Document, sentence: Sentence, mention: DateMention, first: int) -> Stretch:
    """The days of the event: “since”, “until”, “by”, “before” and “after” open an end of those of the expression."""
    stretch = Stretch(mention.lower, mention.upper, mention.edtf)
    words = {document.tokens[at].lower for at in range(first, mention.first)}
    published = document.published
    ahead = published is not None and stretch.upper is not None and stretch.upper > published
    if published is None or ("/" in stretch.edtf and not words & {"until", "till", "by"}):
        return stretch
    if "since" in words and not _compares(document, sentence, first):
        return calendar.since(stretch)
    if words & {"until", "till", "through"} and stretch.upper is not None:
        begin = _opened(document, sentence, mention) or calendar.day(published)
        return (
            calendar.between(begin, _last_day(stretch))
            if ahead and _runs(document, sentence)
            else calendar.until(_last_day(stretch))
        )
    if "by" in words and ahead and stretch.upper is not None:
        return calendar.between(calendar.day(published), _last_day(stretch))
    if words & {"starting", "beginning", "from"} and ahead and stretch.lower is not None and stretch.lower > published:
        return calendar.since(stretch)
    if "before" in words:
        today = calendar.day(published)
        return calendar.between(today, _last_day(stretch)) if ahead else calendar.until(stretch)
    return stretch


def _opened(document: Document, sentence: Sentence, mention: DateMention) -> Stretch | None:
    """The day named before in the sentence, on which what runs until the mention began: “opened on Saturday and …”."""
    at = bisect_left(document.dates, mention.first, key=_first) - 1
    one = document.dates[at] if at >= 0 else None
    if one is None or one.first < sentence.first or one.lower is None or one.lower != one.upper:
        return None
    return Stretch(one.lower, one.upper, one.edtf)


def _first(mention: DateMention) -> int:
    return mention.first


def _last_day(stretch: Stretch) -> Stretch:
    return calendar.day(stretch.upper) if stretch.upper is not None else stretch


def _compares(document: Document, sentence: Sentence, first: int) -> bool:
    """True for “the worst storm since 1953”: the year is that of another event."""
    superlatives = document.lexicon.closed("timeline superlatives")
    words = [document.tokens[at].lower for at in range(sentence.first, first)]
    return any(word in superlatives or (word.endswith("est") and len(word) > 5) for word in words)


def _runs(document: Document, sentence: Sentence) -> bool:
    return any(
        document.tokens[at].lower in ("runs", "lasts", "continues", "will", "remains")
        for at in range(sentence.first, sentence.last)
    )


def _main(document: Document, discourse: Discourse, mentions: list[DateMention]) -> Event | None:
    """The first sentence as an event of the day of publication, when its paragraph says nothing of time itself."""
    published = document.published
    lead = next((block for block in document.blocks if block.role is Role.BODY), None)
    if published is None or lead is None or any(lead.start <= mention.start < lead.end for mention in mentions):
        return None
    sentence = next(document.sentences_of(lead))
    if (
        document.quoted[sentence.first + 1 if sentence.last - sentence.first > 1 else sentence.first]
        or sentence.last - sentence.first < 6
    ):
        return None
    begin, end = sentence.first, sentence.last
    stretch = calendar.day(published)
    who = _who(discourse, sentence, begin, end)
    return Event(
        sentence.start,
        sentence.end,
        clauses.shown(document, begin, end),
        sentence.paragraph,
        stretch.edtf,
        published,
        published,
        "",
        who,
        Reason("main news, dated by the day of publication", "", 0.6),
    )
