"""The figures that begin at a place of a sentence: counts, money, shares, multiples, ratios, ranges and scores."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing.derive import measures
from briefing.derive.layers import Document, Sentence, Token
from briefing.derive.numbers import Number, number_at, small
from briefing.derive.wordset import word_set

_CURRENCIES = {
    "$": "$",
    "£": "£",
    "€": "€",
    "¥": "¥",
    "us$": "$",
    "dollars": "$",
    "euros": "€",
    "pounds": "£",
    "dollar": "$",
    "yen": "¥",
}
_NOT_BEFORE = word_set(
    "number no. no page chapter article section part group route highway flight channel day phase level grade "
    "room type version windows act volume aged age top #"
)
_DASHES = frozenset({"-", "–", "—"})
_SCALES = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))
_SHARES = {"half": "50%", "third": "33%", "quarter": "25%", "thirds": "67%", "quarters": "75%"}


class Found(NamedTuple):
    """A figure in tokens `[first, last)`: its value as the file writes it, what it counts, and the rule."""

    first: int
    last: int
    value: str
    measure: str
    rule: str


def compared(document: Document, sentence: Sentence, at: int, last: Found) -> Found | None:
    """“up from 63,000”, “compared with four”, “more than 700,000 each”: a number that counts what the last one did."""
    after_compared = document.lexicon.closed("counts after compared")
    comparing = document.lexicon.closed("counts comparing")
    tokens = document.tokens
    grouped = "," in tokens[at].text[1:]
    if last.first < sentence.first or not (grouped or tokens[at - 1].lower in comparing):
        return None
    number = number_at(tokens, at, sentence.last)
    if number is None or number.vague or number.value <= 0:
        return None
    after = tokens[number.last].text if number.last < sentence.last else "."
    if after.isalpha() and after.lower() not in after_compared:
        return None
    value = measures.written(tokens, sentence, number.first, number, "")
    begin = measures.bound_start(tokens, sentence, number.first)
    return Found(begin, number.last, value, last.measure, "compared with the number before")


def read(document: Document, sentence: Sentence, at: int) -> Found | None:
    """Returns the figure that begins with token `at` of a sentence, None when none does."""
    tokens = document.tokens
    lower = tokens[at].lower
    if lower in _CURRENCIES and at + 1 < sentence.last and tokens[at].text[0] in "$£€¥Uu":
        return _money(document, sentence, at)
    if lower in ("half", "quarter", "third", "thirds", "quarters") and number_at(tokens, at, sentence.last) is None:
        return _share(document, sentence, at)
    if lower in ("twice", "thrice"):
        return _times(document, sentence, at)
    if lower.endswith(("-fold", "fold")) and lower[0].isdigit():
        return Found(at, at + 1, lower.removesuffix("fold").rstrip("-"), "times as much", "multiple")
    number = number_at(tokens, at, sentence.last)
    if number is None and "-" in lower[1:]:
        return _hyphenated(document, sentence, at)
    if number is None or number.value <= 0:
        return None
    if tokens[at - 1].lower == "between" and at > sentence.first:
        return _between(document, sentence, number)
    return (
        _score(document, sentence, number) or _ratio(document, sentence, number) or _count(document, sentence, number)
    )


def _hyphenated(document: Document, sentence: Sentence, at: int) -> Found | None:
    """“a 14-date tour”, “a five-year journey”: the number and what it counts in one word; ages are none."""
    joined_units = document.lexicon.closed("counts joined units")
    after_compared = document.lexicon.closed("counts after compared")
    token = document.tokens[at]
    written, _, unit = token.lower.partition("-")
    value = int(written) if written.isdecimal() and len(written) < 7 else small(written)
    if not value or unit not in joined_units or at + 1 >= sentence.last:
        return None
    following = document.tokens[at + 1]
    noun = f" {following.text}" if following.text.islower() and following.lower not in after_compared else ""
    return Found(at, at + 1, str(value), f"{unit}{noun}", "number joined to its unit")


def _between(document: Document, sentence: Sentence, number: Number) -> Found | None:
    """“between 20 and 40 billion rand”: the second number gives the scale and what is counted."""
    tokens, joint = document.tokens, number.last
    if joint + 1 >= sentence.last or tokens[joint].lower != "and":
        return None
    second = number_at(tokens, joint + 1, sentence.last)
    if second is None or second.value <= number.value:
        return None
    measure = measures.measure(document, sentence, second.last)
    scale, letter = next(((size, sign) for size, sign in _SCALES if second.value >= size > number.value), (1.0, ""))
    text = f"{number.value:g}-{second.value / scale:g}{letter}"
    return Found(number.first, second.last, text, measure, "range") if measure else None


def _money(document: Document, sentence: Sentence, at: int) -> Found | None:
    tokens = document.tokens
    number = number_at(tokens, at + 1, sentence.last)
    if number is None:
        return None
    symbol = _CURRENCIES[tokens[at].lower]
    value = measures.written(tokens, sentence, at, number, symbol)
    measure = measures.measure(document, sentence, number.last) or measures.noun_before(document, sentence, at) or "sum"
    return Found(measures.bound_start(tokens, sentence, at), number.last, value, measure, "money")


def _share(document: Document, sentence: Sentence, at: int) -> Found | None:
    """“almost half of all children”, “a third of voters”, “two thirds of the seats”."""
    tokens = document.tokens
    lower = tokens[at].lower
    after = at + 1
    if after >= sentence.last or tokens[after].lower not in ("of", "as", "the"):
        return None
    value = _SHARES[lower]
    before = tokens[at - 1].lower if at > sentence.first else ""
    if lower in ("third", "quarter") and before not in ("a", "one", "than", "about", "nearly", "almost"):
        return None
    if lower in ("thirds", "quarters") and before not in ("two", "three"):
        return None
    first = at - 1 if before in ("a", "one", "two", "three") else at
    begin = after + 1 if tokens[after].lower in ("of", "the") else after
    if begin < sentence.last and tokens[begin].lower in ("the", "all", "its", "their"):
        begin += 1
    measure = measures.measure(document, sentence, begin) or "share"
    sign = measures.bound(tokens, sentence, first)
    return Found(measures.bound_start(tokens, sentence, first), after, measures.signed(sign, value), measure, "share")


def _times(document: Document, sentence: Sentence, at: int) -> Found | None:
    tokens = document.tokens
    after = tokens[at + 1].lower if at + 1 < sentence.last else ""
    if after in ("as", "the", "a"):
        return None
    measure = document.words(at + 1, min(at + 3, sentence.last)) if after.endswith("ed") else "times"
    return Found(at, at + 1, "2" if tokens[at].lower == "twice" else "3", measure, "times")


def _score(document: Document, sentence: Sentence, number: Number) -> Found | None:
    """`1 – 0` in a text about a match."""
    tokens = document.tokens
    last = number.last
    if (
        last + 1 >= sentence.last
        or tokens[last].text not in ("-", "–", "—")
        or not tokens[last + 1].text.isdigit()
        or number.value > 200
    ):
        return None
    if not tokens[number.first].text.isdigit():
        return None
    window = [token.lower for token in tokens[max(sentence.first, number.first - 8) : min(sentence.last, last + 6)]]
    value = f"{tokens[number.first].text}-{tokens[last + 1].text}"
    if any(word in document.lexicon.words("match_words") for word in window):
        return Found(number.first, last + 2, value, "score", "score")
    measure = measures.measure(document, sentence, last + 2)
    if measure and measure.split()[0] not in ("years", "year-olds", "year"):
        return Found(number.first, last + 2, value, measure, "range")
    return None


def _ratio(document: Document, sentence: Sentence, number: Number) -> Found | None:
    """“one in three visits”."""
    tokens = document.tokens
    at = number.last
    if at + 1 >= sentence.last or tokens[at].lower not in ("in", "out") or tokens[number.first - 1].text in _DASHES:
        return None
    at += 1 + (tokens[at].lower == "out" and tokens[at + 1].lower == "of")
    second = number_at(tokens, at, sentence.last)
    if second is None or second.vague or not 1 < second.value <= 1000 or number.value >= second.value:
        return None
    measure = measures.measure(document, sentence, second.last)
    return (
        Found(number.first, second.last, f"{100 * number.value / second.value:.0f}%", measure, "ratio")
        if measure
        else None
    )


def _count(document: Document, sentence: Sentence, number: Number) -> Found | None:
    not_after = document.lexicon.closed("counts not after")
    tokens = document.tokens
    first, last = number.first, number.last
    before = tokens[first - 1].lower if first > sentence.first else ""
    after = tokens[last].lower if last < sentence.last else ""
    if (
        before in _NOT_BEFORE
        or (after in not_after and not number.vague)
        or tokens[first].lower in ("few", "several", "couple", "handful")
    ):
        return None
    if tokens[first].lower in ("a", "an") and number.vague:
        return None
    if (
        before == ","
        and after in (",", "")
        and first - 1 > sentence.first
        and tokens[first - 2].text[0].isupper()
        and number.value < 120
    ):
        return None
    word = not tokens[first].text[0].isdigit()
    if (
        word
        and (
            before in ("the", "these", "those", "all", "both", "his", "her", "their", "its", "other", "of", "no")
            or number.value == 1
        )
        and not _only(tokens, first)
    ):
        return (
            None
            if not (before == "of" and first - 2 >= sentence.first and tokens[first - 2].lower == "groups")
            else _plain(document, sentence, number, tokens)
        )
    if after in ("%", "percent") or (after == "per" and last + 1 < sentence.last and tokens[last + 1].lower == "cent"):
        return _percent(document, sentence, number)
    if after in _CURRENCIES:
        value = measures.written(tokens, sentence, first, number, _CURRENCIES[after])
        return Found(
            measures.bound_start(tokens, sentence, first),
            last + 1,
            value,
            measures.noun_before(document, sentence, first) or "sum",
            "money",
        )
    return _plain(document, sentence, number, tokens)


def _only(tokens: Sequence[Token], first: int) -> bool:
    return first > 0 and tokens[first - 1].lower == "only"


def _plain(document: Document, sentence: Sentence, number: Number, tokens: Sequence[Token]) -> Found | None:
    first, last = number.first, number.last
    if (
        last + 1 < sentence.last
        and tokens[last].lower in ("or", "to")
        and (second := number_at(tokens, last + 1, sentence.last)) is not None
    ) and (
        not second.vague
        and second.value > number.value
        and (measure := measures.measure(document, sentence, second.last))
    ):
        return Found(first, second.last, f"{number.value:g}-{second.value:g}", measure, "range")
    begin = last + (last < sentence.last and tokens[last].lower == "of" and number.vague)
    if begin < sentence.last and tokens[begin].text == "-":
        begin += 1
    measure = measures.measure(document, sentence, begin)
    if not measure:
        return None
    value = f"{number.value:,.0f}+" if number.vague else measures.written(tokens, sentence, first, number, "")
    return Found(measures.bound_start(tokens, sentence, first), last, value, measure, "count")


def _percent(document: Document, sentence: Sentence, number: Number) -> Found:
    tokens = document.tokens
    last = number.last + (2 if tokens[number.last].lower == "per" else 1)
    begin = last + (last < sentence.last and tokens[last].lower == "of")
    if begin < sentence.last and tokens[begin].lower in ("the", "all", "its", "their"):
        begin += 1
    measure = (
        measures.measure(document, sentence, begin) or measures.noun_before(document, sentence, number.first) or "share"
    )
    value = measures.signed(measures.bound(tokens, sentence, number.first), f"{number.value:g}%")
    return Found(measures.bound_start(tokens, sentence, number.first), last, value, measure, "share")
