"""The one table of sections, heads, fields and types.

The loader, the JSON Schema, the documentation page of fields, the commented file of `briefing new` and the checks
are all made from it. A rule about what may stand where belongs here, in words that a person who types a briefing
understands.
"""

from __future__ import annotations

from enum import Enum
from typing import Literal

from briefing import model
from briefing.records import record


class Type(Enum):
    """What a value may be. All are written as plain YAML scalars unless the comment says otherwise."""

    TEXT = "text"  # words on one line or in a block
    FLAG = "true or false"
    DATE = "date"  # EDTF
    SLUG = "slug"  # of an actor
    SPEAKER = "speaker"  # slug of an actor, or words for somebody without a name
    SIDE = "side"  # slug of a side
    WORD = "one of"  # one of Field.words
    VALUE = "value"  # of a figure
    URL = "address"  # http or https
    PATH = "path"  # of a source's text
    NUMBER = "number"
    SLUGS = "slugs"  # a list of slugs of actors, or one
    SOURCES = "slugs of sources"  # a list of slugs of sources, or one
    ANCHORS = "anchors"  # a list of anchors, or one string with commas
    TEXTS = "texts"  # a list of texts, or one
    WAS = "earlier values"  # a value, {value, as_of, src}, or a list of either, newest first


@record
class Field:
    """One further line of an item. `attribute` is its name in the model where the word itself can't be it; `code` is
    that of the problem that each of its entries is."""

    name: str
    type: Type
    help: str
    words: tuple[str, ...] = ()
    attribute: str = ""
    example: str = ""
    code: str = ""

    @property
    def target(self) -> str:
        return self.attribute or self.name


class Head(Enum):
    """What the first key of an item is."""

    DATE = "a date"
    SPEAKER = "who speaks"
    STATUS = "the status"
    MEASURE = "what is counted"
    PAIR = "a -> b, or a <-> b"
    LIKELIHOOD = "how likely"
    DUE = "a date or todo"
    SLUG = "a slug"


@record
class Section:
    """A list of items, or a map by slug. `default` is the head of an item written as a bare string."""

    name: str
    title: str
    noun: str
    shape: Literal["list", "map"]
    head: Head
    item: type[model.Item]
    text: str
    help: str
    fields: tuple[Field, ...]
    heads: tuple[str, ...] = ()
    default: str = ""
    text_field: str = ""
    example: str = ""

    def field(self, name: str) -> Field | None:
        """Returns the field of that name, or None."""
        return _FIELDS[self.name].get(name)


STATUSES = ("open", "watching", "answered", "moot")
LIKELIHOODS = (
    "almost no chance",
    "very unlikely",
    "unlikely",
    "roughly even chance",
    "likely",
    "very likely",
    "almost certain",
)
"""ICD 203, Analytic Standards, D.6.e(2)(a): the upper row of its table of likelihoods."""

_RATINGS = ("A", "B", "C", "D", "E", "F")
_CREDIBILITY = ("1", "2", "3", "4", "5", "6")
_SOURCE_KINDS = ("primary", "wire", "report", "rewrite", "official", "social", "other")
_EVENT_STATUS = ("reported", "confirmed", "disputed", "denied", "planned")

_SRC = Field("src", Type.ANCHORS, "where it stands: source#paragraph, several with commas", example="bbc#12")
_NOTE = Field("note", Type.TEXT, "a remark of yours; shown, never quoted")
_ID = Field("id", Type.TEXT, "a name for cross-references; hardly ever needed")
_DRAFT = Field("draft", Type.FLAG, "a program proposed it and nobody has accepted it; accepting deletes the line")
_RATING = Field("rating", Type.WORD, "how credible: 1 confirmed to 6 cannot be judged (Admiralty code)", _CREDIBILITY)
_CONFLICT = Field(
    "conflict",
    Type.TEXTS,
    "what the other side of a merge says, `field = value` a line; settle it, then delete this",
    code="unsettled",
)
_COMMON = (_NOTE, _ID, _DRAFT, _CONFLICT)


SECTIONS: tuple[Section, ...] = (
    Section(
        "sources", "Sources", "source", "map", Head.SLUG, model.Source,
        "its title", "Where everything was read: a path, an address or a title, or a map.",
        (
            Field("title", Type.TEXT, "the headline as printed", attribute="text"),
            Field("publisher", Type.TEXT, "who published it", example="AP"),
            Field("published", Type.DATE, "when it was published", example="2024-11-30"),
            Field("url", Type.URL, "its address; opened only when you ask"),
            Field(
                "text", Type.PATH, "the file with its text, inside this folder",
                attribute="file", example="sources/ap.txt",
            ),
            Field("sha256", Type.TEXT, "of the text file, so that a change is noticed"),
            Field("rating", Type.WORD, "how reliable: A completely to F cannot be judged (Admiralty code)", _RATINGS),
            Field("kind", Type.WORD, "what it is", _SOURCE_KINDS),
            Field("based_on", Type.SOURCES, "the sources that it repeats"),
            Field("retracted", Type.TEXT, "when or why it was withdrawn"),
            *_COMMON,
        ),
        text_field="title", example="bbc: sources/bbc.txt",
    ),
    Section(
        "sides", "Sides", "side", "map", Head.SLUG, model.Side,
        "its name", "The camps that actors belong to, in the order they are shown.",
        (Field("name", Type.TEXT, "what it is called", attribute="text"), *_COMMON),
        text_field="name", example="gov: Government and its allies",
    ),
    Section(
        "actors", "Actors", "actor", "map", Head.SLUG, model.Actor,
        "the name, and the role in brackets", "Who is who: Name (role), or a map.",
        (
            Field("name", Type.TEXT, "the full name", attribute="text"),
            Field("role", Type.TEXT, "what they are", example="President of Syria"),
            Field("kind", Type.WORD, "what sort of actor", ("person", "organisation", "state", "group")),
            Field("side", Type.SIDE, "the side they are on"),
            Field("aka", Type.TEXTS, "other names in the sources", example="[Damascus, the regime]"),
            _SRC, *_COMMON,
        ),
        text_field="name", example="khalifa: Dareen Khalifa (International Crisis Group)",
    ),
    Section(
        "relations", "Relations", "relation", "list", Head.PAIR, model.Relation,
        "how they stand to each other", "Who stands how to whom.",
        (
            _SRC,
            Field("since", Type.DATE, "from when"),
            Field("until", Type.DATE, "until when"),
            *_COMMON,
        ),
        example="- russia -> assad: backs with air power",
    ),
    Section(
        "timeline", "Timeline", "event", "list", Head.DATE, model.Event,
        "what happened", "What happened when.",
        (
            _SRC,
            Field("who", Type.SLUGS, "the actors concerned"),
            Field("where", Type.TEXT, "the place"),
            Field("status", Type.WORD, "how sure it is; reported when left out", _EVENT_STATUS),
            Field("dated_by", Type.TEXT, "the source's own words for the date", example="On Friday"),
            _RATING, *_COMMON,
        ),
        example="- 2024-11-27: Rebels launch the offensive",
    ),
    Section(
        "figures", "Figures", "figure", "list", Head.MEASURE, model.Figure,
        "the value: 311+, <500, ~300, 300-350, 1.2m", "How many.",
        (
            Field("per", Type.SPEAKER, "who says so"),
            Field("as_of", Type.DATE, "when it was so"),
            _SRC,
            Field("was", Type.WAS, "earlier values, newest first"),
            *_COMMON,
        ),
        example="- killed: 311+",
    ),
    Section(
        "quotes", "Key quotes", "quote", "list", Head.SPEAKER, model.Quote,
        "the words, verbatim, without quotation marks", "Who said what, word for word.",
        (
            _SRC,
            Field("topic", Type.TEXT, "what it is about, in a word or two"),
            Field("key", Type.FLAG, "true for the quotes that matter most"),
            Field("when", Type.DATE, "when it was said"),
            Field("to", Type.TEXT, "to whom"),
            Field("orig", Type.TEXT, "the words in the language they were spoken in"),
            Field("lang", Type.TEXT, "that language", example="ar"),
            Field("with", Type.SLUGS, "who said it together with the speaker", attribute="joint"),
            *_COMMON,
        ),
        example="- khalifa: Regime lines have collapsed at an astonishing rate",
    ),
    Section(
        "claims", "Claims", "claim", "list", Head.SPEAKER, model.Claim,
        "what they assert, in our words", "Who asserts what.",
        (
            _SRC, _RATING,
            Field("status", Type.WORD, "how sure it is; reported when left out", _EVENT_STATUS),
            Field("denied_by", Type.SLUGS, "who denies it"),
            Field("with", Type.SLUGS, "who asserts it together with the speaker", attribute="joint"),
            *_COMMON,
        ),
        example="- army: Rebels have entered large parts of Aleppo",
    ),
    Section(
        "questions", "Open questions", "question", "list", Head.STATUS, model.Question,
        "the question", "What nobody knows yet.",
        (
            _SRC,
            Field("watch", Type.TEXTS, "what would settle it; a list, one a line"),
            Field("answer", Type.TEXT, "the answer, once there is one"),
            Field("due", Type.DATE, "when to look again"),
            *_COMMON,
        ),
        heads=STATUSES, default="open", example="- open: Will Turkey fully engage?",
    ),
    Section(
        "judgements", "Judgements", "judgement", "list", Head.LIKELIHOOD, model.Judgement,
        "the judgement", "What we think, and how likely.",
        (
            Field("confidence", Type.WORD, "how well it is founded", ("low", "moderate", "high")),
            Field("because", Type.ANCHORS, "the passages that speak for it"),
            Field("but", Type.ANCHORS, "the passages that speak against it"),
            Field("review", Type.DATE, "when to judge again"),
            _SRC, *_COMMON,
        ),
        heads=LIKELIHOODS, example="- likely: Rebels still hold Aleppo a week from now",
    ),
    Section(
        "next", "Next", "step", "list", Head.DUE, model.Step,
        "the step", "What to do next.",
        (Field("who", Type.TEXT, "who does it"), _SRC, *_COMMON),
        default="todo", example="- 2024-12-01: Get a second source for the toll",
    ),
)  # fmt: skip

TOP: tuple[Field, ...] = (
    Field("title", Type.TEXT, "the news in one line; the only thing that must be there", example="Rebels take Aleppo"),
    Field("as_of", Type.DATE, "the information cut-off", example="2024-11-30"),
    Field("bottom_line", Type.TEXT, "what happened, in two sentences"),
    Field("why", Type.TEXT, "why it matters"),
    Field("tags", Type.TEXTS, "words to find it by"),
    Field("owner", Type.TEXT, "who keeps it up to date"),
    Field("embargo", Type.TEXT, "until when it may not be published"),
    Field("notes", Type.TEXT, "anything else"),
    Field("briefing", Type.NUMBER, "version of this format, 1", attribute="version"),
    _CONFLICT,
)  # fmt: skip

BY_NAME: dict[str, Section] = {section.name: section for section in SECTIONS}
TOP_BY_NAME: dict[str, Field] = {field.name: field for field in TOP}
_FIELDS: dict[str, dict[str, Field]] = {s.name: {f.name: f for f in s.fields} for s in SECTIONS}

NAMES: dict[Type, str] = {
    Type.SLUG: "actors", Type.SPEAKER: "actors", Type.SLUGS: "actors", Type.SIDE: "sides",
    Type.SOURCES: "sources", Type.ANCHORS: "sources", Type.WAS: "sources",
}  # fmt: skip
"""The section whose slugs a value of a type names."""

SLUG_PATTERN = "[a-z0-9][a-z0-9_-]*"
PRIVATE_PREFIX = "x-"
"""Names that begin so are the user's own: kept, never warned of."""

TRUTHS: dict[str, bool] = {
    "true": True, "yes": True, "on": True,
    "false": False, "no": False, "off": False,
}  # fmt: skip
