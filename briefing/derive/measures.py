"""What a number counts and how sure the text is of it: the words behind it and the words before it."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.derive.layers import Document, Sentence, Token
from briefing.derive.numbers import Number
from briefing.derive.wordset import word_set

_MEASURE = 6
_MORE = frozenset({"least", "than", "over", "exceeding", "above", "minimum"})
_APPROXIMATE = word_set("about around some roughly approximately nearly almost estimated circa close")
_LESS = frozenset({"under", "below", "most"})
_CASUALTIES = word_set(
    "killed injured wounded dead missing arrested detained displaced died hospitalised hospitalized affected "
    "evacuated homeless"
)


def measure(document: Document, sentence: Sentence, at: int) -> str:
    """Returns the words that are counted, from token `at` to the end of their noun phrase; empty when none follow."""
    tokens, lexicon = document.tokens, document.lexicon
    starters = lexicon.words("starters")
    last = at
    while last < sentence.last and last - at < _MEASURE:
        token = tokens[last]
        lower = token.lower
        if not token.text[0].isalpha() or (lower in starters and lower != "of") or (lower == "of" and last == at):
            break
        if last > at and (
            lower in lexicon.words("cue_verbs", "verbs")
            or (lower.endswith("ed") and tokens[last - 1].lower.endswith(("s", "people", "men", "children")))
        ):
            break
        if lower == "of" and not (last + 1 < sentence.last and tokens[last + 1].text[0].islower()):
            break
        last += 1
    while last > at and tokens[last - 1].lower in ("of", "more", "less"):
        last -= 1
    if last == at:
        return _fate(tokens, at, sentence.last)
    fate = tokens[last].lower if last < sentence.last else ""
    if fate in ("were", "was", "have", "had") and last + 1 < sentence.last:
        fate = tokens[last + 2 if tokens[last + 1].lower == "been" and last + 2 < sentence.last else last + 1].lower
    words = document.words(at, last)
    return f"{words} {fate}" if fate in _CASUALTIES and fate not in words else words


def _fate(tokens: Sequence[Token], at: int, end: int) -> str:
    """Returns what became of those counted, as in “31 died and 171 were missing”; empty for anything else."""
    if at >= end:
        return ""
    if tokens[at].lower in _CASUALTIES:
        return tokens[at].lower
    if tokens[at].lower in ("were", "was", "have", "are") and at + 1 < end:
        word = tokens[at + 2 if tokens[at + 1].lower in ("been", "still") and at + 2 < end else at + 1].lower
        return word if word in _CASUALTIES else ""
    return ""


def noun_before(document: Document, sentence: Sentence, at: int) -> str:
    """Returns the noun that stands before token `at`, small words passed over; empty for a verb."""
    token = document.tokens[at - 1] if at > sentence.first else None
    back = at - 1
    while (
        token is not None
        and back > sentence.first
        and (token.lower in document.lexicon.words("starters") or not token.is_word)
    ):
        back -= 1
        token = document.tokens[back]
    if token is None or not token.text.isalpha() or not token.text.islower():
        return ""
    verbal = token.lower in document.lexicon.words("verbs", "cue_verbs") or token.lower.endswith(("ed", "ly"))
    return "" if verbal or document.tokens[back - 1].lower == "to" else token.text


def bound_start(tokens: Sequence[Token], sentence: Sentence, first: int) -> int:
    """Returns the first token of “at least 300”: where the words that bound a number begin."""
    words = _MORE | _APPROXIMATE | _LESS | {"at", "more", "less", "fewer", "up", "to", "only", "just"}
    at = first
    while at > sentence.first and tokens[at - 1].lower in words and first - at < 3:
        at -= 1
    return first if _is_free(tokens, at, first) else at


def _is_free(tokens: Sequence[Token], at: int, first: int) -> bool:
    """True when the words before the number bound nothing: “at two hospitals”, “free up $11 billion”."""
    words = [token.lower for token in tokens[at:first]]
    return bool(words) and words[-1] in ("at", "to", "up", "more", "less", "fewer") and words != ["up", "to"]


def bound(tokens: Sequence[Token], sentence: Sentence, first: int) -> str:
    """Returns `+`, `<` or `~` for what bounds the number at token `first`, an empty string for an exact one."""
    one = tokens[first - 1].lower if first > sentence.first else ""
    two = tokens[first - 2].lower if first - 1 > sentence.first else ""
    if one == "than":
        return "<" if two in ("less", "fewer", "lower") else "+"
    if one in _MORE:
        return "+"
    if one in _LESS or (one == "to" and two == "up"):
        return "<"
    return "~" if one in _APPROXIMATE else ""


def signed(sign: str, value: str) -> str:
    """Returns a value with its bound as the file writes it: the plus behind it, other signs before it."""
    return f"{value}+" if sign == "+" else f"{sign}{value}"


def written(tokens: Sequence[Token], sentence: Sentence, first: int, number: Number, symbol: str) -> str:
    """Returns the value as the file writes it: `311+`, `<500`, `~2bn`, `$1.2m`."""
    amount = number.value
    for scale, letter in ((1e12, "tn"), (1e9, "bn"), (1e6, "m")):
        if amount >= scale and amount / scale == round(amount / scale, 3):
            return signed(bound(tokens, sentence, first), f"{symbol}{amount / scale:g}{letter}")
    digits = f"{int(amount):,}" if amount == int(amount) and amount >= 10_000 else f"{amount:.10g}"
    return signed(bound(tokens, sentence, first), f"{symbol}{digits}")
