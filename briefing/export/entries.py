"""Each item of a briefing in words: what leads, where it stands, and everything else by name.

Fields that the leading words do not use are taken from the grammar one by one, so that a field that is added there
is shown without a change here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from briefing import dates, model
from briefing.document import grammar
from briefing.document.grammar import Type
from briefing.export import words


class Detail(NamedTuple):
    """A named value under an item. `whole` when it must not be broken over lines, as an address."""

    label: str
    value: str
    whole: bool = False


class Entry(NamedTuple):
    """An item in words: the leading words, its citation with no-break spaces (empty without one), and its details."""

    lead: str
    citation: str
    details: tuple[Detail, ...]


def entry(briefing: model.Briefing, section: str, item: model.Item) -> Entry:
    """Returns the item of the section of that name in words. Raises `KeyError` for a name the grammar does not know."""
    lead, used = _LEADS[section]
    found = grammar.BY_NAME[section]
    cited = words.citation(item.src) if found.field("src") else ""
    return Entry(lead(briefing, item), cited, details(briefing, found.fields, item, {*used, "src", "draft"}))


def details(
    briefing: model.Briefing, fields: Sequence[grammar.Field], item: model.Item, without: set[str]
) -> tuple[Detail, ...]:
    """Returns the given fields of the item that have a value, but those `without`; then the ones nobody knows."""
    found = [d for f in fields if f.name not in without for d in _details_of(briefing, f, getattr(item, f.target))]
    return (*found, *(Detail(name, value) for name, value in item.extra.items()))


def in_words(briefing: model.Briefing, field: grammar.Field, value: Any) -> str:
    """Returns the value of a field as `details` words it, its parts joined by semicolons; nothing for an empty one."""
    return "; ".join(detail.value for detail in _details_of(briefing, field, value))


def _details_of(briefing: model.Briefing, field: grammar.Field, value: Any) -> list[Detail]:
    if not value:
        return []
    if field.name == "rating":
        return [Detail(*words.rating(value))]
    name = words.label(field.name)
    if field.type is Type.WAS:
        return [Detail(name, words.breakable(_was(earlier))) for earlier in value]
    return [Detail(name, _SHOWN.get(field.type, _as_written)(briefing, value), field.type is Type.URL)]


def _as_written(_: model.Briefing, value: Any) -> str:
    return str(value)


def side_name(briefing: model.Briefing, slug: str) -> str:
    """Returns the name of the side `slug`, or the slug itself when the file does not say what it is."""
    side = briefing.sides.get(slug)
    return side.text if side else slug


_SHOWN: dict[Type, Callable[[model.Briefing, Any], str]] = {
    Type.DATE: lambda _, value: dates.words(value),
    Type.FLAG: lambda _, __: "yes",
    Type.SLUG: model.Briefing.name,
    Type.SPEAKER: model.Briefing.name,
    Type.SIDE: side_name,
    Type.SLUGS: lambda briefing, value: words.listing([briefing.name(slug) for slug in value]),
    Type.SOURCES: lambda _, value: words.listing(value),
    Type.ANCHORS: lambda _, value: words.breakable(words.citation(value)),
    Type.TEXTS: lambda _, value: "; ".join(value),
}


def _was(earlier: model.Was) -> str:
    parts = [earlier.value.text]
    if earlier.as_of:
        parts.append(f", {dates.words(earlier.as_of)}")
    if earlier.src:
        parts.append(f" {words.citation(earlier.src)}")
    return "".join(parts)


def _led(item: model.Item, head: str, *states: str, text: str | None = None) -> str:
    """Returns `head, state, state: text`; only what departs from the usual is a state."""
    said = ", ".join(part for part in (head, "draft" if item.draft else "", *states) if part)
    return f"{said}: {item.text if text is None else text}"


def _source(_: model.Briefing, item: model.Source) -> str:
    when = dates.words(item.published) if item.published else ""
    title = ", ".join(part for part in (item.text, item.publisher, when) if part)
    return _led(item, item.head, "retracted" if item.retracted else "", text=title)


def _side(_: model.Briefing, item: model.Side) -> str:
    return f"{item.text}, draft" if item.draft else item.text


def _actor(_: model.Briefing, item: model.Actor) -> str:
    return ", ".join(part for part in (item.text, item.role, "draft" if item.draft else "") if part)


def _relation(briefing: model.Briefing, item: model.Relation) -> str:
    start, end = briefing.name(item.start), briefing.name(item.end)
    if item.mutual:
        return _led(item, f"Between {start} and {end}")
    return _led(item, f"{start} towards {end}" if item.end else start or item.head)


def _event(_: model.Briefing, item: model.Event) -> str:
    status = "" if item.status == "reported" else item.status
    return _led(item, words.sentence(dates.words(item.date)), status)


def _figure(briefing: model.Briefing, item: model.Figure) -> str:
    parts = [item.text]
    if item.per:
        parts.append(f"according to {briefing.name(item.per)}")
    if item.as_of:
        parts.append(f"as of {dates.words(item.as_of)}")
    return _led(item, item.head, text=", ".join(parts))


def _speaker(briefing: model.Briefing, item: model.Quote | model.Claim) -> str:
    actor = briefing.actors.get(item.head)
    named = f"{actor.text} ({actor.role})" if actor and actor.role else briefing.name(item.head)
    if not item.joint:
        return named
    return f"{named} with {words.listing([briefing.name(slug) for slug in item.joint])}"


def _quote(briefing: model.Briefing, item: model.Quote) -> str:
    return _led(item, _speaker(briefing, item), "key quote" if item.key else "", text=f"“{item.text}”")


def _claim(briefing: model.Briefing, item: model.Claim) -> str:
    return _led(item, _speaker(briefing, item), "" if item.status == "reported" else item.status)


def _question(_: model.Briefing, item: model.Question) -> str:
    return _led(item, words.sentence(item.head))


def _judgement(_: model.Briefing, item: model.Judgement) -> str:
    return _led(item, words.sentence(item.head), f"{item.confidence} confidence" if item.confidence else "")


def _step(_: model.Briefing, item: model.Step) -> str:
    return _led(item, words.sentence(dates.words(item.due)) if item.due else "To do")


_LEADS: dict[str, tuple[Callable[[model.Briefing, Any], str], frozenset[str]]] = {
    "sources": (_source, frozenset({"title", "publisher", "published"})),
    "sides": (_side, frozenset({"name"})),
    "actors": (_actor, frozenset({"name", "role", "side"})),
    "relations": (_relation, frozenset()),
    "timeline": (_event, frozenset({"status"})),
    "figures": (_figure, frozenset({"per", "as_of"})),
    "quotes": (_quote, frozenset({"key", "with"})),
    "claims": (_claim, frozenset({"status", "with"})),
    "questions": (_question, frozenset()),
    "judgements": (_judgement, frozenset({"confidence"})),
    "next": (_step, frozenset()),
}
"""For each section how an item leads, and the fields that its leading words have used."""
