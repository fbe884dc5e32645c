"""The expressions of time in an article, each with the days it means.

Nothing inherits the date of its neighbour: an expression is resolved by its own words, the day of publication, the
tense of its sentence, and, only where it says so (“the same day”), the date before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.derive import absolute, calendar, spans, tense, year_behind
from briefing.derive.absolute import MONTHS
from briefing.derive.calendar import Stretch
from briefing.derive.counted import UNITS
from briefing.derive.happened import Happened
from briefing.derive.layers import DateMention, Document, Role, Sentence, Token
from briefing.derive.numbers import Number, number_at
from briefing.derive.relative import WEEKDAYS, Relative
from briefing.derive.wordset import word_set
from briefing.derive.years import Reading

_READ = frozenset({Role.BODY, Role.PULLED, Role.CAPTION, Role.HEADLINE, Role.HEADING})
_EDGES = frozenset({"end", "start", "beginning", "middle"})
_TRIGGERS = (
    _EDGES
    | frozenset(MONTHS)
    | frozenset(WEEKDAYS)
    | {"injury", "stoppage", "extra", "after", "full", "half-time", "in"}
    | frozenset(calendar.SEASONS)
    | frozenset(UNITS)
    | word_set(
        "today tonight yesterday tomorrow now currently nowadays earlier later early late this last next past "
        "coming upcoming previous following preceding same current that recent recently lately soon shortly "
        "first second third fourth nineteenth eighteenth seventeenth twentieth twenty-first sixteenth "
        "fifteenth the a an one within between from twenties thirties forties fifties sixties seventies "
        "eighties nineties couple dozen hundred several few many some two three five six seven eight nine ten "
        "eleven twelve thirteen fourteen sixteen eighteen twenty thirty forty four fifty sixty seventy eighty "
        "ninety seventeen nineteen fifteen decades hours hour for throughout over during"
    )
)
_AROUND = 120


def mentions(document: Document) -> tuple[DateMention, ...]:
    """Returns the expressions of time in text order, those that can't be resolved included."""
    reader, happened = Relative(document.published), Happened()
    found: list[DateMention] = []
    for sentence in document.sentences:
        if document.block(sentence.paragraph).role in _READ:
            found += [_mention(document, reading) for reading in _sentence(document, sentence, reader, happened)]
    return tuple(found)


def _mention(document: Document, reading: Reading) -> DateMention:
    start, end = document.tokens[reading.first].start, document.tokens[reading.last - 1].end
    stretch = reading.stretch or Stretch(None, None, "")
    return DateMention(
        start,
        end,
        reading.first,
        reading.last,
        document.text[start:end],
        stretch.edtf,
        stretch.lower,
        stretch.upper,
        reading.vague,
        reading.rule,
        reading.dates,
    )


def _sentence(document: Document, sentence: Sentence, reader: Relative, happened: Happened) -> Iterator[Reading]:
    tokens, feasts = document.tokens, document.lexicon.phrases("holidays")
    at = sentence.first
    while at < sentence.last:
        lower = tokens[at].lower
        if lower in feasts.firsts and (feast := _feast(document, sentence, at)) is not None:
            yield feast
            at = feast.last
            continue
        if lower in ("prior", "before", "ahead") and (leaning := happened.read(tokens, at, sentence.last)) is not None:
            yield leaning
            at = leaning.last
            continue
        if (
            lower not in _TRIGGERS
            and not lower[0].isdigit()
            and not lower.startswith(("mid-", "twenty-", "thirty-", "forty-"))
        ):
            at += 1
            continue
        reading = _reading(document, sentence, reader, at)
        if reading is None or reading.last <= at:
            at += 1
            continue
        reading = year_behind.applied(tokens, reading, sentence.last, document.published)
        unquoted = not document.quoted[at]
        if unquoted and reading.stretch is not None and not reading.vague and reading.dates and reading.rule != "now":
            reader.anchor.reference = reading.stretch
            reader.anchor.day = reading.stretch if reading.stretch.is_day else reader.anchor.day
            if reading.stretch.is_day and document.block(sentence.paragraph).role is not Role.HEADING:
                happened.remember(tokens, sentence.first, sentence.last, reading.stretch)
        yield reading
        at = reading.last


def _reading(document: Document, sentence: Sentence, reader: Relative, at: int) -> Reading | None:
    during = document.lexicon.closed("dates during")
    tokens, end = document.tokens, sentence.last
    lower = tokens[at].lower
    if lower in ("between", "from"):
        return _range(document, sentence, reader, at)
    if lower in during:
        return _lasting(document, sentence, reader, at)
    if lower in ("dozen", "hundred"):
        return None
    if lower in _EDGES:
        return _edge(document, sentence, reader, at)
    future = tense.is_future(document, sentence, at, min(at + 2, end))
    reading = (
        spans.read(reader.anchor, tokens, at, end, future)
        or absolute.read(tokens, at, end, document.published, future)
        or reader.read(tokens, at, end, future)
    )
    if reading is None and (lower in UNITS or number_at(tokens, at, end) is not None or lower in ("a", "an")):
        return _stretch_of(document, sentence, reader, at, False) or _match_time(document, sentence, reader, at)
    return reading or _match_time(document, sentence, reader, at)


def _feast(document: Document, sentence: Sentence, at: int) -> Reading | None:
    """`before Christmas`, `on New Year's Eve`: the day nearest to publication; without a preposition none is meant."""
    before_feast = document.lexicon.closed("dates before feast")
    words = [token.lower for token in document.tokens[at : min(at + 5, sentence.last)]]
    size = document.lexicon.phrases("holidays").length_at(words, 0, len(words))
    before = document.tokens[at - 1].lower if at > sentence.first else ""
    if not size or before not in before_feast:
        return None
    (month_day,) = document.lexicon.table("holidays")[" ".join(words[:size])]
    return Reading(at, at + size, spans.holiday(document.published, month_day), "feast")


def _edge(document: Document, sentence: Sentence, reader: Relative, at: int) -> Reading | None:
    """`the end of the year`, `the beginning of March`: the year or month itself, no more being sure."""
    tokens, end = document.tokens, sentence.last
    if at + 2 >= end or tokens[at + 1].lower != "of":
        return None
    after = at + 2
    if (
        tokens[after].lower == "the"
        and after + 1 < end
        and tokens[after + 1].lower in ("week", "month", "year", "decade", "century")
    ):
        this = tokens[after]._replace(text="this", lower="this")
        found = reader.read([*tokens[:after], this, tokens[after + 1]], after, after + 2, False)
        if found is None or found.stretch is None:
            return None
        whole = (
            calendar.week(document.published)
            if tokens[after + 1].lower == "week" and document.published
            else found.stretch
        )
        return found._replace(first=at, stretch=whole, rule="edge of a stretch")
    future = tense.is_future(document, sentence, at, after)
    found = absolute.read(tokens, after, end, document.published, future) or reader.read(tokens, after, end, future)
    return None if found is None else found._replace(first=at)


def _range(document: Document, sentence: Sentence, reader: Relative, at: int) -> Reading | None:
    """`between July 2003 and December 2004`, `from Monday to Friday`, `from 2010 until 2015`."""
    tokens, end = document.tokens, sentence.last
    joints = ("and",) if tokens[at].lower == "between" else ("to", "until", "till", "through")
    begin = at + 1 + (at + 1 < end and tokens[at + 1].lower == "the")
    if begin >= end:
        return None
    future = tense.is_future(document, sentence, at, begin)
    first = absolute.read(tokens, begin, end, document.published, future) or reader.read(tokens, begin, end, future)
    if first is None or first.last + 1 >= end or tokens[first.last].lower not in joints or first.stretch is None:
        return None
    after = first.last + 1
    last = absolute.read(tokens, after, end, document.published, future) or reader.read(tokens, after, end, future)
    if last is None or last.stretch is None or last.stretch.upper is None:
        return None
    if first.stretch.lower is not None and first.stretch.lower > last.stretch.upper:
        again = absolute.read(tokens, begin, end, document.published, future, last.stretch.upper.year)
        if (
            again is None
            or again.stretch is None
            or again.stretch.lower is None
            or again.stretch.lower > last.stretch.upper
        ):
            return None
        first = again
    if first.stretch is None or first.stretch.lower is None:
        return None
    return Reading(at, last.last, calendar.between(first.stretch, last.stretch), "from … to …")


def _lasting(document: Document, sentence: Sentence, reader: Relative, at: int) -> Reading | None:
    """`for almost 15 years`, `throughout more than 13 months of conflict`, `for months`."""
    penalties = document.lexicon.closed("dates penalties")
    approximate = document.lexicon.closed("dates approximate")
    tokens = document.tokens
    if any(tokens[n].lower in penalties for n in range(max(sentence.first, at - 6), at)):
        return None
    begin = at + 1
    while begin < sentence.last and tokens[begin].lower in approximate:
        begin += 1
    if begin >= sentence.last:
        return None
    if tokens[begin].lower in UNITS and tokens[begin].lower.endswith("s") and tokens[at].lower in ("for", "over"):
        return reader.anchor.vague(begin, begin + 1, "for some units")
    return _stretch_of(
        document,
        sentence,
        reader,
        begin,
        tokens[at].lower == "throughout"
        or (tense.lasts(document, sentence, at) and not tense.is_future(document, sentence, at, begin)),
    )


def _stretch_of(document: Document, sentence: Sentence, reader: Relative, at: int, anchored: bool) -> Reading | None:
    """A count of units that lasts until publication: anchored by its sentence, or by “… of” what still goes on."""
    not_lasting = document.lexicon.closed("dates not lasting")
    tokens, end = document.tokens, sentence.last
    number = number_at(tokens, at, end) or _single(tokens, at, end, anchored)
    if number is None or number.last >= end or tokens[number.last].lower not in UNITS or document.published is None:
        return None
    unit = UNITS[tokens[number.last].lower]
    after = number.last + 1
    following = tokens[after].lower if after < end else ""
    if not anchored:
        goes_on = (
            following == "of"
            and after + 1 < end
            and tokens[after + 1].lower not in not_lasting
            and unit in ("month", "year", "decade", "century")
        )
        if not goes_on or document.quoted[at] or following in ("ago", "old"):
            return None
    if following in ("ago", "old", "later", "earlier", "before", "after", "in", "-old"):
        return None
    stretch = reader.anchor.back(int(min(number.value, 9999)), unit, document.published)
    if unit in ("week", "fortnight"):
        stretch = calendar.about(stretch)
    return Reading(at, after, stretch, "a stretch up to publication", number.vague)


def _single(tokens: Sequence[Token], at: int, end: int, anchored: bool) -> Number | None:
    """“a month” as one month, where it lasts until publication."""
    one = anchored and at + 1 < end and tokens[at].lower in ("a", "an") and tokens[at + 1].lower in UNITS
    return Number(at, at + 1, 1.0, False) if one else None


def _match_time(document: Document, sentence: Sentence, reader: Relative, at: int) -> Reading | None:
    """`in the 62nd minute`, `the second half`, `injury time`: on the day of the match that the text has dated."""
    reference = reader.anchor.day
    if reference is None or at + 1 >= sentence.last:
        return None
    last = _match_time_end(document, sentence, at)
    return Reading(at, last, reference, "time of a match") if last and _is_match(document, sentence) else None


def _match_time_end(document: Document, sentence: Sentence, at: int) -> int:
    """Returns the token behind the time of a match that begins at `at`, 0 when none does."""
    tokens = document.tokens
    text, following = tokens[at].lower, tokens[at + 1].lower
    counted = text[0].isdigit() and text.endswith(("st", "nd", "rd", "th"))
    length = document.lexicon.phrases("match_times").length_at(
        [token.lower for token in tokens[at : at + 5]], 0, min(5, sentence.last - at)
    )
    if length:
        return at + length
    number = number_at(tokens, at, sentence.last)
    if number is not None and number.last + 1 < sentence.last and tokens[number.last].lower.startswith("minute"):
        return number.last + 2 if tokens[number.last + 1].lower in ("later", "in", "into") else 0
    if (counted and following in ("minute", "minutes")) or (
        text in ("first", "second") and following == "half" and _no_of(document, at + 2)
    ):
        return at + 2
    return 0


def _is_match(document: Document, sentence: Sentence) -> bool:
    """True when words of a match stand around, so that minutes are minutes of play."""
    block, words = document.block(sentence.paragraph), document.lexicon.words("play_words")
    around = range(max(block.first, sentence.first - _AROUND), min(block.last, sentence.last + _AROUND))
    return sum(document.tokens[at].lower in words for at in around) > 1


def _no_of(document: Document, at: int) -> bool:
    return at >= len(document.tokens) or document.tokens[at].lower != "of"
