"""What a briefing is: plain frozen values, no I/O.

Every list item and every entry of a map is an `Item`: a head, a text, fields and the places where they stand.
Places are character offsets into the text of the file as `Briefing.lines` knows it; `Briefing.position` turns
one into a line and a column. Strings hold what the file says, cleaned by `briefing.text.clean`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from briefing.dates import Edtf
from briefing.positions import LineMap as LineMap
from briefing.positions import Position as Position
from briefing.quantities import Quantity
from briefing.records import record


@dataclass(frozen=True, slots=True)
class Anchor:
    """One entry of `src`: a source and, unless it means the whole of it, a range of paragraphs from 1."""

    source: str
    first: int | None = None
    last: int | None = None

    def __str__(self) -> str:
        if self.first is None:
            return self.source
        if self.last is None or self.last == self.first:
            return f"{self.source}#{self.first}"
        return f"{self.source}#{self.first}-{self.last}"

    @property
    def paragraphs(self) -> range:
        """The paragraph numbers meant; empty for a whole source."""
        if self.first is None:
            return range(0)
        return range(self.first, (self.last or self.first) + 1)


Marks = Mapping[str, tuple[int, ...]]
"""Field name to offsets: of its key, of its value, and of each entry of a list. The item itself stands under "" with
the offsets of its head and of its text."""

_NOTHING: Mapping[str, str] = {}


@record(kw_only=True)
class Item:
    """One line of a briefing, with what hangs on it. `extra` keeps fields that the grammar does not know.

    Two items are equal only when they are the same object; whether they mean the same is asked elsewhere.
    """

    head: str
    text: str
    marks: Marks
    src: tuple[Anchor, ...] = ()
    note: str = ""
    id: str = ""
    draft: bool = False
    conflict: tuple[str, ...] = ()
    extra: Mapping[str, str] = field(default_factory=lambda: _NOTHING)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.head!r}: {self.text!r}>"

    @property
    def offset(self) -> int:
        """Where the item begins: the offset of its head."""
        return self.marks[""][0]

    def at(self, name: str = "", entry: int | None = None) -> int:
        """Returns the offset of the value of field `name`, or of one `entry` of it; the item's where it is absent.

        Without a name it is the offset of the item's text.
        """
        places = self.marks.get(name)
        if places is None:
            return self.offset
        if entry is not None and entry + 2 < len(places):
            return places[entry + 2]
        return places[1]


@record(kw_only=True)
class Source(Item):
    """Where something was read. The head is the slug, the text its title (or its slug when it has none)."""

    publisher: str = ""
    published: Edtf | None = None
    url: str = ""
    file: str = ""
    sha256: str = ""
    rating: str = ""
    kind: str = ""
    based_on: tuple[str, ...] = ()
    retracted: str = ""


@record(kw_only=True)
class Side(Item):
    """A camp that actors belong to. The head is the slug, the text its name."""


@record(kw_only=True)
class Actor(Item):
    """A person, organisation, state or group. The head is the slug, the text its name."""

    role: str = ""
    kind: str = ""
    side: str = ""
    aka: tuple[str, ...] = ()


@record(kw_only=True)
class Event(Item):
    """What happened. The head is the date as written."""

    date: Edtf
    who: tuple[str, ...] = ()
    where: str = ""
    status: str = ""
    dated_by: str = ""
    rating: str = ""


@record(kw_only=True)
class Quote(Item):
    """Words that somebody said. The head is the speaker (a slug, or words for one without a name)."""

    topic: str = ""
    key: bool = False
    when: Edtf | None = None
    to: str = ""
    orig: str = ""
    lang: str = ""
    joint: tuple[str, ...] = ()


@record(kw_only=True)
class Question(Item):
    """What nobody knows yet. The head is its status: open, watching, answered, moot."""

    watch: tuple[str, ...] = ()
    answer: str = ""
    due: Edtf | None = None


@dataclass(frozen=True, slots=True)
class Was:
    """An earlier value of a figure."""

    value: Quantity
    as_of: Edtf | None = None
    src: tuple[Anchor, ...] = ()


@record(kw_only=True)
class Figure(Item):
    """How many. The head is what is counted, the text the value as written."""

    value: Quantity
    per: str = ""
    as_of: Edtf | None = None
    was: tuple[Was, ...] = ()


@record(kw_only=True)
class Claim(Item):
    """What somebody asserts, in our words. The head is the speaker, as in a quote."""

    rating: str = ""
    status: str = ""
    denied_by: tuple[str, ...] = ()
    joint: tuple[str, ...] = ()


@record(kw_only=True)
class Relation(Item):
    """How two actors stand to each other. `mutual` when the head was written `a <-> b`."""

    start: str
    end: str
    mutual: bool = False
    since: Edtf | None = None
    until: Edtf | None = None


@record(kw_only=True)
class Judgement(Item):
    """What we think. The head is a likelihood of ICD 203."""

    confidence: str = ""
    because: tuple[Anchor, ...] = ()
    but: tuple[Anchor, ...] = ()
    review: Edtf | None = None


@record(kw_only=True)
class Step(Item):
    """What to do next. The head is a date or `todo`."""

    due: Edtf | None = None
    who: str = ""


@record(kw_only=True)
class Briefing:
    """A whole file. Sequences are in file order; maps keep it too."""

    title: str
    lines: LineMap
    marks: Marks
    version: int = 1
    as_of: Edtf | None = None
    bottom_line: str = ""
    why: str = ""
    tags: tuple[str, ...] = ()
    owner: str = ""
    embargo: str = ""
    notes: str = ""
    conflict: tuple[str, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    sides: Mapping[str, Side] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    relations: tuple[Relation, ...] = ()
    timeline: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    questions: tuple[Question, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    next: tuple[Step, ...] = ()
    extra: Mapping[str, str] = field(default_factory=lambda: _NOTHING)

    @property
    def read_only(self) -> bool:
        """True for a file in a newer version of the format than this program writes."""
        return self.version > FORMAT_VERSION

    def position(self, offset: int) -> Position:
        """Returns the line and column of an offset that an item keeps."""
        return self.lines.position(offset)

    def items(self) -> Iterator[Item]:
        """Yields every item and entry, section by section."""
        for entries in (self.sources, self.sides, self.actors):
            yield from entries.values()
        yield from self.relations
        yield from self.timeline
        yield from self.figures
        yield from self.quotes
        yield from self.claims
        yield from self.questions
        yield from self.judgements
        yield from self.next

    def name(self, slug: str) -> str:
        """Returns the name of the actor `slug`, or the words themselves for a speaker without a name."""
        actor = self.actors.get(slug)
        return actor.text if actor else slug


FORMAT_VERSION = 1


class Paragraph(NamedTuple):
    """One paragraph of an article: its number from 1 and its part `[start, end)` of the text, outer blanks left out."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """The text of a source, cleaned one for one, so that offsets hold for the text on disk (without a BOM)."""

    text: str
    paragraphs: tuple[Paragraph, ...]

    def paragraph(self, number: int) -> str:
        """Returns the words of paragraph `number`, counted from 1. Raises `IndexError` when there is none."""
        if not 1 <= number <= len(self.paragraphs):
            raise IndexError(number)
        _, start, end = self.paragraphs[number - 1]
        return self.text[start:end]
