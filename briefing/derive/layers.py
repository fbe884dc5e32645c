"""The layers that every part of `derive` shares, computed once for an article.

All offsets count characters of `Document.text`, which is the text of the article as kept on disk. Token positions are
indexes into `Document.tokens`; spans are half open.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator
from enum import Enum, StrEnum
from typing import NamedTuple

from briefing.derive.lexicon import Lexicon


class Token(NamedTuple):
    """A word, a number or one mark. A possessive `'s` is a token of its own; `U.S.`, `Mr.` and `Lung-bin` are one."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """True for anything that begins with a letter or a digit."""
        return self.text[0].isalnum()

    @property
    def is_capitalised(self) -> bool:
        """True when the first character is an upper-case letter."""
        return self.text[0].isupper()


class Role(Enum):
    """What a paragraph is for. Only `HEADLINE`, `BODY` and `PULLED` say something about the news."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BYLINE = "byline"
    HEADING = "heading"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"
    PULLED = "pulled quotation"
    BODY = "body"


class Block(NamedTuple):
    """One paragraph: its number from 1, its characters `[start, end)`, its tokens `[first, last)` and what it is for.

    `reason` names the rule that decided, for `--explain`.
    """

    number: int
    start: int
    end: int
    first: int
    last: int
    role: Role
    reason: str


class Sentence(NamedTuple):
    """A sentence of one paragraph: the paragraph's number, characters `[start, end)`, tokens `[first, last)`."""

    paragraph: int
    start: int
    end: int
    first: int
    last: int


class QuoteSpan(NamedTuple):
    """The words between a pair of quotation marks in one paragraph, marks left out.

    `opened` is False for a further paragraph of a quotation whose mark opened earlier, `closed` is False where the
    paragraph ends before the mark closes. `first` and `last` are the tokens inside; `before` and `after` the first
    token that belongs to the span with its marks and the one behind it. `depth` is 1 for a quotation inside another.
    """

    paragraph: int
    start: int
    end: int
    first: int
    last: int
    before: int
    after: int
    opened: bool
    closed: bool
    depth: int


class Kind(StrEnum):
    """What sort of actor a name may stand for. `PLACE` and `OTHER` are never actors."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    GROUP = "group"
    PLACE = "place"
    OTHER = "other"
    UNKNOWN = "unknown"


class Mention(NamedTuple):
    """One place where an actor, or something like one, is named.

    Characters `[start, end)`, tokens `[first, last)`, titles and articles left out. `title` holds what stands before
    the name (`President`), `kind` the first guess from this place alone, `rule` what made it.
    """

    start: int
    end: int
    first: int
    last: int
    text: str
    title: str
    kind: Kind
    rule: str


class DateMention(NamedTuple):
    """One expression of time: characters `[start, end)`, tokens `[first, last)`.

    `edtf` is empty when the expression could not be resolved, as a relative one without a date of publication. `lower`
    and `upper` are the first and last day meant, None where it is open. `vague` is True when less than a year's
    precision can be read from it ("in recent years"). `rule` names how it was resolved, `dates` whether it dates an
    event (a duration that measures nothing on a calendar does not).
    """

    start: int
    end: int
    first: int
    last: int
    text: str
    edtf: str
    lower: dt.date | None
    upper: dt.date | None
    vague: bool
    rule: str
    dates: bool


class Document(NamedTuple):
    """An article read once. `published` is the day of publication, None when it is not known."""

    text: str
    published: dt.date | None
    lexicon: Lexicon
    blocks: tuple[Block, ...]
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    spans: tuple[QuoteSpan, ...] = ()
    mentions: tuple[Mention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quoted: bytes = b""
    """One byte a token: how many pairs of quotation marks are around it."""
    opening: int = 0
    """The token behind the dateline that opens the first paragraph, as in `LIMA, Peru (AP) —`; 0 without one."""

    def block(self, number: int) -> Block:
        """Returns paragraph `number`, counted from 1."""
        return self.blocks[number - 1]

    def block_at(self, offset: int) -> Block:
        """Returns the paragraph in which the character at `offset` stands, the one before it for a gap."""
        return self.blocks[max(0, bisect_right(self.blocks, offset, key=_start) - 1)]

    def sentence_at(self, token: int) -> Sentence:
        """Returns the sentence that holds the token with this index."""
        return self.sentences[max(0, bisect_right(self.sentences, token, key=_first) - 1)]

    def sentences_of(self, block: Block) -> Iterator[Sentence]:
        """Yields the sentences of a paragraph in order."""
        at = bisect_right(self.sentences, block.first - 1, key=_first)
        while at < len(self.sentences) and self.sentences[at].first < block.last:
            yield self.sentences[at]
            at += 1

    def mention_at(self, token: int) -> Mention | None:
        """Returns the mention that begins with the token of this index, the longest of several; None without one."""
        at = bisect_right(self.mentions, token, key=_mention_first)
        found = [mention for mention in self.mentions[max(0, at - 3) : at] if mention.first == token]
        return max(found, key=_mention_last) if found else None

    def mention_ending(self, token: int) -> Mention | None:
        """Returns the mention that ends before the token of this index, the longest of several; None without one."""
        at = bisect_right(self.mentions, token - 1, key=_mention_first)
        found = [mention for mention in self.mentions[max(0, at - 3) : at] if mention.last == token]
        return min(found, key=_mention_first) if found else None

    def words(self, first: int, last: int) -> str:
        """Returns the text from token `first` up to and without token `last`."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if last > first else ""


def _start(block: Block) -> int:
    return block.start


def _mention_first(mention: Mention) -> int:
    return mention.first


def _mention_last(mention: Mention) -> int:
    return mention.last


def _first(sentence: Sentence) -> int:
    return sentence.first


NEWS = frozenset({Role.HEADLINE, Role.BODY, Role.PULLED})
"""The paragraphs in which actors are looked for; events, figures and questions come from `BODY` alone."""
