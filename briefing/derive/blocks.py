"""What each paragraph is for: headline, dateline, byline, heading, caption, boilerplate, pulled quotation or body.

Paragraphs that say nothing about the news keep their numbers and are passed over.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from briefing.derive.layers import Block, Role, Token
from briefing.derive.lexicon import Lexicon

_HEADING_WORDS = 12
_HEADLINE_WORDS = 30
_CAPTION_WORDS = 45
_BOILERPLATE_WORDS = 60
_TOP = 5
_DATELINE_TOKENS = 18
_DASHES = frozenset({"-", "--", "–", "—"})
_ENDS = frozenset({".", "!", "…", ":", "...", ";", ","})
_MARKS = frozenset("\"'“”‘’«»")
_BYLINE = re.compile(r"(?:by|written by|reporting by|from|words:|story by)\s+[A-Z]", re.IGNORECASE)
_PULLED = re.compile(
    r"[\"“«„].{8,}[\"”»“][,.]?\s*(?:--?|–|—|―)\s*\S|[\"“«„].{8,}[\"”»“]\s+[A-Z][^.!?]{2,80}$", re.DOTALL
)


def roles(
    text: str, bounds: Sequence[tuple[int, int, int, int]], tokens: Sequence[Token], lexicon: Lexicon
) -> list[Block]:
    """Returns a block for each paragraph; `bounds` holds its characters `[start, end)` and tokens `[first, last)`."""
    found = []
    for number, (start, end, first, last) in enumerate(bounds, 1):
        words = [token for token in tokens[first:last] if token.is_word]
        role, reason = _role(number, text[start:end], words, tokens[first:last], lexicon)
        found.append(Block(number, start, end, first, last, role, reason))
    return found


def opening(blocks: Sequence[Block], tokens: Sequence[Token]) -> int:
    """Returns the token behind the dateline that opens the first paragraph of the body; 0 when none does.

    It is a place in capitals or with its state, perhaps a date, perhaps an agency in brackets, and a dash.
    """
    block = next((block for block in blocks if block.role is Role.BODY), None)
    if block is None:
        return 0
    for at in range(block.first + 1, min(block.last - 1, block.first + _DATELINE_TOKENS)):
        if tokens[at].text in _DASHES:
            own = tokens[block.first : at]
            small = sum(token.text[0].islower() for token in own)
            return at + 1 if small <= 1 and (own[-1].text == ")" or own[0].text.isupper() or len(own) < 5) else 0
    return 0


def _role(
    number: int, text: str, words: Sequence[Token], tokens: Sequence[Token], lexicon: Lexicon
) -> tuple[Role, str]:
    if not words:
        return Role.BOILERPLATE, "no words"
    lowers = [word.lower for word in words]
    closed = _last_mark(tokens) in _ENDS
    if number == 1 and len(words) <= _HEADLINE_WORDS and not closed:
        return Role.HEADLINE, "stands first"
    if len(words) <= _HEADING_WORDS and _is_date(lowers, lexicon):
        return Role.DATELINE, "only a date"
    if number <= _TOP + 1 and len(words) <= 14 and not closed and _BYLINE.match(text):
        return Role.BYLINE, "begins with by"
    if (phrase := _phrase(lowers, lexicon, "boilerplate")) and len(words) <= _BOILERPLATE_WORDS:
        return Role.BOILERPLATE, f"“{phrase}”"
    if reason := _caption(text, lowers, tokens, lexicon):
        return Role.CAPTION, reason
    if _PULLED.match(text) and len(words) <= _CAPTION_WORDS and text[-1] not in '”"»':
        return Role.PULLED, "a quotation with its speaker behind it"
    stops = sum(token.text in (".", "!") for token in tokens[:-1])
    if (
        len(words) <= _HEADING_WORDS
        and not closed
        and not stops
        and tokens[-1].text not in _MARKS
        and text[0] not in "\"“‘'«"
    ):
        return Role.HEADING, "short, without a full stop"
    return Role.BODY, "text"


def _last_mark(tokens: Sequence[Token]) -> str:
    for token in reversed(tokens):
        if token.text not in _MARKS and token.text not in ")]":
            return token.text[-1] if token.is_word else token.text
    return ""


def _is_date(lowers: Sequence[str], lexicon: Lexicon) -> bool:
    """True for a paragraph that holds nothing but a date, perhaps with `Published` or a time."""
    months, weekdays, around = lexicon.words("months"), lexicon.words("weekdays"), lexicon.words("dateline")
    dated = False
    for word in lowers:
        if word in months or word in weekdays:
            dated = True
        elif word[0].isdigit():
            dated = dated or (len(word) == 10 and word[4:5] == "-")
        elif word not in around:
            return False
    return dated


def _phrase(lowers: Sequence[str], lexicon: Lexicon, name: str) -> str:
    phrases = lexicon.phrases(name)
    for at, word in enumerate(lowers):
        if word in phrases.firsts and (length := phrases.length_at(lowers, at, len(lowers))):
            return " ".join(lowers[at : at + length])
    return ""


def _caption(text: str, lowers: Sequence[str], tokens: Sequence[Token], lexicon: Lexicon) -> str:
    """Returns why the paragraph is taken for the caption of a picture, an empty string when it is not."""
    if len(lowers) > _CAPTION_WORDS:
        return ""
    credits = lexicon.words("credits")
    for token, following in itertools.pairwise(tokens):
        if token.lower in credits and following.text in (":", "/") and token.text[0].isupper():
            return f"“{token.text}:”"
    if phrase := _phrase(lowers, lexicon, "caption_phrases"):
        return f"“{phrase}”"
    stops = sum(token.text in (".", "!", "?") for token in tokens)
    if (
        stops > 1
        or len(lowers) > 26
        or lowers[0] not in ("a", "an", "two", "three", "several")
        or _speaks(text, lowers, lexicon)
    ):
        return ""
    scene = next((word for word in lowers[1:8] if word in lexicon.words("scene_words")), "")
    return f"a scene: “{scene}”" if scene else ""


def _speaks(text: str, lowers: Sequence[str], lexicon: Lexicon) -> bool:
    """True when the paragraph quotes, reports speech or dates something, as captions of agencies hardly ever do."""
    if any(mark in text for mark in '"“”«»'):
        return True
    cues, weekdays = lexicon.words("cue_verbs"), lexicon.words("weekdays")
    return any(word in cues or word in weekdays for word in lowers)
