"""Other words that people type for the names of the format, as data, and what they meant by them.

A name that the grammar does not know is first compared with the names that it does, then with these.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping
from functools import cache

from briefing.document.grammar import BY_NAME, PRIVATE_PREFIX, TOP_BY_NAME, Head, Section
from briefing.document.report import Report

FIELD_WORDS: Mapping[str, tuple[str, ...]] = {
    "src": (
        "source", "sources", "anchor", "anchors", "cite", "cites", "citation", "citations", "ref", "refs",
        "reference", "references", "passage", "passages", "paragraph", "according_to",
    ),
    "topic": ("about", "theme", "subject", "tag", "tags", "issue", "category", "context"),
    "when": ("date", "said", "said_on", "day", "time", "on", "spoken"),
    "to": ("audience", "recipient", "addressee", "said_to", "listener"),
    "orig": ("original", "untranslated", "in_original"),
    "lang": ("language", "tongue"),
    "with": ("joint", "jointly", "together", "together_with", "co_speaker", "and"),
    "key": ("important", "main", "highlight", "star"),
    "note": ("notes", "remark", "remarks", "comment", "comments", "annotation"),
    "id": ("identifier", "anchor_id"),
    "draft": ("proposed", "unreviewed", "provisional"),
    "who": (
        "actor", "actors", "people", "persons", "involved", "participants", "assignee", "owner", "responsible", "by",
    ),
    "where": ("place", "location", "at", "site"),
    "dated_by": ("dated", "date_source", "date_words", "date_as_written"),
    "status": ("state", "certainty", "standing"),
    "rating": ("credibility", "reliability", "confidence", "admiralty", "grade", "trust"),
    "watch": ("indicator", "indicators", "sign", "signs", "signposts", "look_for", "monitor", "watching", "watch_for"),
    "answer": ("answered", "reply", "resolution", "resolved", "solution", "outcome"),
    "due": ("deadline", "by", "date", "until", "review", "expected", "expires", "check_on"),
    "per": ("according_to", "speaker", "says", "said_by", "counted_by", "reported_by"),
    "as_of": ("date", "asof", "updated", "on", "when", "day", "cut_off", "cutoff", "last_updated"),
    "was": ("before", "earlier", "previous", "previously", "formerly", "old", "history"),
    "denied_by": ("denied", "denies", "rejected_by", "contradicted_by", "disputed_by"),
    "since": ("from", "begin", "began", "start", "started"),
    "until": ("end", "ended", "till", "ends"),
    "confidence": ("certainty", "sureness", "conf"),
    "because": ("evidence", "reason", "reasons", "grounds", "support", "supported_by", "for", "pro", "basis"),
    "but": ("against", "counter", "contra", "contradicted_by", "however", "counterevidence"),
    "review": ("due", "deadline", "revisit", "review_on", "next_review", "date"),
    "role": ("title", "position", "job", "function", "office", "occupation", "description"),
    "kind": ("type", "sort", "category", "class"),
    "side": ("camp", "party", "bloc", "faction", "team", "group"),
    "aka": ("alias", "aliases", "also_known_as", "names", "other_names", "nickname", "abbreviation"),
    "name": ("full_name", "fullname", "label"),
    "publisher": ("outlet", "agency", "newspaper", "paper", "organisation", "organization", "author", "by"),
    "published": ("date", "published_on", "published_at", "publication_date", "pubdate", "day", "when"),
    "url": ("link", "address", "href", "uri", "web", "website"),
    "text": ("file", "filename", "path", "content"),
    "sha256": ("hash", "checksum", "sha", "digest"),
    "based_on": ("via", "derived_from", "rewrite_of", "repeats", "from"),
    "retracted": ("withdrawn", "retraction", "corrected"),
    "title": ("headline", "heading", "name", "story", "subject"),
    "bottom_line": ("bluf", "summary", "lede", "lead", "tldr", "abstract", "bottomline"),
    "why": ("why_it_matters", "significance", "background", "importance", "stakes"),
    "tags": ("keywords", "topics", "labels", "tag", "categories"),
    "owner": ("author", "editor", "desk", "maintainer", "responsible"),
    "embargo": ("embargoed", "embargo_until", "hold", "not_before"),
    "notes": ("note", "remarks", "comments"),
    "briefing": ("version", "format", "format_version"),
    "sources": ("references", "articles", "bibliography", "documents", "links"),
    "sides": ("camps", "parties", "blocs", "factions"),
    "actors": ("people", "persons", "cast", "who", "characters", "players", "entities", "whos_who"),
    "relations": ("relationships", "ties", "connections", "alliances"),
    "timeline": ("events", "chronology", "history", "event", "when"),
    "figures": ("numbers", "statistics", "stats", "data", "counts", "toll"),
    "quotes": ("quotations", "key_quotes", "said", "statements", "soundbites"),
    "claims": ("assertions", "allegations", "accusations"),
    "questions": ("open_questions", "unknowns", "unanswered", "gaps", "open"),
    "judgements": ("judgments", "assessments", "analysis", "forecasts", "predictions"),
    "next": ("todo", "todos", "steps", "next_steps", "tasks", "actions"),
}  # fmt: skip
"""Name of a field or a section to the words that are typed for it. One word may stand for several names; of those
that are known where it was typed the first in the grammar's order is proposed."""

HEAD_WORDS: Mapping[Head, tuple[str, ...]] = {
    Head.DATE: ("date", "when", "day", "time", "on"),
    Head.SPEAKER: ("speaker", "who", "by", "author", "said_by", "person", "name", "actor"),
    Head.STATUS: ("status", "state"),
    Head.MEASURE: ("what", "measure", "label", "name", "figure", "counted", "metric"),
    Head.LIKELIHOOD: ("likelihood", "probability", "chance", "how_likely"),
    Head.DUE: ("date", "due", "when", "deadline", "day"),
}
"""What people call the head of an item when they write it as a field."""

TEXT_WORDS: Mapping[str, tuple[str, ...]] = {
    "timeline": ("event", "what", "text", "happened", "description", "title", "headline"),
    "quotes": ("quote", "text", "words", "quotation", "said"),
    "claims": ("claim", "text", "statement", "says", "assertion"),
    "questions": ("question", "text", "q"),
    "figures": ("value", "number", "count", "amount", "text"),
    "judgements": ("judgement", "judgment", "text", "assessment", "statement"),
    "next": ("step", "task", "action", "text", "what", "do"),
}
"""What people call the text of an item when they write it as a field, by section."""


def known_words(section: Section | None) -> Mapping[str, str]:
    """Returns every word that is understood as a name in `section` (None: at the top level), with the name meant.

    The names themselves come first and mean themselves.
    """
    return _known_words(section.name if section else "")


@cache
def _known_words(name: str) -> Mapping[str, str]:
    names = [field.name for field in BY_NAME[name].fields] if name else [*TOP_BY_NAME, *BY_NAME]
    known = dict.fromkeys(names)
    words: dict[str, str] = {word: word for word in known}
    for word in known:
        for other in FIELD_WORDS.get(word, ()):
            words.setdefault(other, word)
    return words


def instead(name: str, section: Section | None, report: Report) -> str:
    """Returns what to write instead of `name`, which is none in `section` (None: at the top level)."""
    known = known_words(section)
    if section and name not in known and name in (*_head_words(section), *_text_words(section)):
        return f"write it in the first line of the {section.noun}, as in {section.example}"
    noun = section.noun if section else "a briefing"
    near = known.get(name) or known.get(report.nearest(name, known, noun))
    return f"write {near}" if near else f"begin the name with {PRIVATE_PREFIX} if it is your own"


def recast(section: Section, name: str, value: str, fields: MutableMapping[str, str]) -> tuple[str, str] | None:
    """Returns the head and the text of an item `- name: value` whose first name is what its head or text is called.

    `fields` are those of the item that the grammar does not know; one that is made head or text is taken out.
    `- date: 2024` with a field `text` is the event of 2024; `- question: Why?` is an open question. None when `name`
    is no such word, or what goes with it is not there.
    """
    if name in _head_words(section) and (other := _first(_text_words(section), fields)):
        return value, fields.pop(other)
    if name in _text_words(section):
        other = _first(_head_words(section), fields)
        head = fields.pop(other) if other else section.default
        return (head, value) if head else None
    return None


def _head_words(section: Section) -> tuple[str, ...]:
    return HEAD_WORDS.get(section.head, ())


def _text_words(section: Section) -> tuple[str, ...]:
    return TEXT_WORDS.get(section.name, ())


def _first(words: Iterable[str], fields: MutableMapping[str, str]) -> str:
    return next((word for word in words if word in fields), "")
