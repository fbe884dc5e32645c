"""Text to tokens and sentences, in one pass each, without backtracking."""

from __future__ import annotations

import re

from briefing.derive.layers import Sentence, Token
from briefing.derive.lexicon import Lexicon

# Each alternative begins with another class of character or is decided by one character of look-ahead, and what is
# repeated inside a word begins with a joint that no word character can be: the cost is linear in the text.
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[-‑]\w+)*"
    r"|\d+(?:[.,:]\d+)*\w*(?:[-‑]\w+)*"
    r"|\w+(?:[-‑&]\w+|['’](?!s\b)\w+|\.[a-z]\w+|\.\d+)*"
    r"|['’]s\b|\.\.+|--+|\S"
)
_LONGEST = 300
"""Tokens of a sentence at most: what is longer is no prose, and the rules look through a sentence from end to end."""
_STOPS = frozenset({".", "!", "?", "…", "...", "....", "。"})
_CLOSERS = frozenset("\"'”’»)]")
_OPENERS = frozenset("\"'“‘«„([-–—")


def tokens(text: str, start: int, end: int, lexicon: Lexicon) -> list[Token]:
    """Returns the tokens of `text[start:end]`; an abbreviation and an initial keep their full stop."""
    abbreviations = lexicon.words("abbreviations")
    found: list[Token] = []
    done = start
    for match in _TOKEN.finditer(text, start, end):
        first, last = match.span()
        if first < done:
            continue
        word = match.group()
        lower = word.lower()
        if last < end and text[last] == "." and (lower in abbreviations or (len(word) == 1 and word.isupper())):
            last += 1
            word += "."
            lower += "."
        found.append(Token(word, lower, first, last))
        done = last
    return found


def sentences(found: list[Token], first: int, paragraph: int, lexicon: Lexicon) -> list[Sentence]:
    """Returns the sentences of one paragraph; `found` are its tokens and `first` the index of the first of them."""
    starters = lexicon.words("starters")
    result: list[Sentence] = []
    begin = at = 0
    size = len(found)
    while at < size:
        text = found[at].text
        if at - begin >= _LONGEST:
            result.append(Sentence(paragraph, found[begin].start, found[at - 1].end, first + begin, first + at))
            begin = at
        stop = text in _STOPS
        if stop or (len(text) > 1 and text[-1] == "."):
            last = at + 1
            while last < size and found[last].text in _CLOSERS and found[last].start == found[last - 1].end:
                last += 1
            if last < size and _begins(found, last, stop, starters):
                result.append(Sentence(paragraph, found[begin].start, found[last - 1].end, first + begin, first + last))
                begin = last
            at = last
        else:
            at += 1
    if begin < size:
        result.append(Sentence(paragraph, found[begin].start, found[-1].end, first + begin, first + size))
    return result


def _begins(found: list[Token], at: int, stop: bool, starters: frozenset[str]) -> bool:
    """True when a sentence may begin with token `at`; after an abbreviation only with a word known to begin one."""
    token = found[at]
    if token.start == found[at - 1].end:
        return False
    if token.text[0] in _OPENERS and at + 1 < len(found):
        token = found[at + 1]
    if not stop:
        return token.text[0].isupper() and token.lower in starters
    return token.text[0].isupper() or token.text[0].isdigit() or not token.text[0].isalpha()
