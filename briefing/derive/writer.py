"""A draft as the text of a briefing, readable as if a person had typed it.

What is written loads without a problem: every scalar that YAML could read otherwise stands in single quotes, and every
slug used is that of an actor or of the source.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing import quantities
from briefing.derive.candidates import Actor, Event, Quotation
from briefing.derive.engine import Draft
from briefing.text import clean_line

_PLAIN = re.compile(r"[^\W_](?:[^:#]|:(?=\S)|(?<=\S)#)*(?<![\s:])")
_IN_LIST = re.compile(r"[^\W\d_][^:#,\[\]{}\"']*(?<=\S)")
_VALUE = re.compile(r"[\w~<$£€¥.][^:#\[\]{}\"']*(?<=\S)")
_DATE_CHARACTERS = re.compile(r"[0-9X.][0-9X./~-]*")


class Origin(NamedTuple):
    """What is known of the source: its slug, and what else the briefing says of it; empty strings are left out."""

    slug: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    file: str = ""
    sha256: str = ""


def briefing(draft: Draft, origin: Origin) -> str:
    """Returns the YAML of a draft, ending in a line feed."""
    published = draft.document.published
    parts = [
        _top(draft, origin, published),
        _source(draft, origin, published),
        _section("actors", _actors(draft, origin)),
        _section("relations", _relations(draft, origin)),
        _section("timeline", _timeline(draft, origin)),
        _section("figures", _figures(draft, origin)),
        _section("quotes", _quotes(draft, origin)),
        _section("claims", _claims(draft, origin)),
        _section("questions", _questions(draft, origin)),
    ]
    return "\n".join(part for part in parts if part)


def scalar(text: str) -> str:
    """Returns one line of text as a YAML scalar: plain where that is safe, else in single quotes."""
    line = " ".join(clean_line(text).split())
    return line if _PLAIN.fullmatch(line) else "'" + line.replace("'", "''") + "'"


def _top(draft: Draft, origin: Origin, published: dt.date | None) -> str:
    title = origin.title or draft.title or origin.slug
    lines = [f"title: {scalar(title)}"]
    if published is not None:
        lines.append(f"as_of: {published.isoformat()}")
    if draft.unresolved:
        listed = ", ".join(dict.fromkeys(draft.unresolved))
        lines.append(f"notes: {scalar(f'Dates not resolved, for want of a date of publication: {listed}')}")
    return "\n".join(lines) + "\n"


def _source(draft: Draft, origin: Origin, published: dt.date | None) -> str:
    fields = [
        ("title", origin.title or draft.title),
        ("publisher", origin.publisher),
        ("published", published.isoformat() if published else ""),
        ("url", origin.url),
        ("text", origin.file),
        ("sha256", origin.sha256),
    ]
    lines = [f"    {name}: {scalar(value)}" for name, value in fields if value]
    lines.append("    draft: true")
    return "\n".join(["sources:", f"  {origin.slug}:", *lines]) + "\n"


def _section(name: str, lines: Iterator[str]) -> str:
    body = list(lines)
    return "\n".join([f"{name}:", *body]) + "\n" if body else ""


def _src(origin: Origin, paragraph: int) -> str:
    return f"    src: {origin.slug}#{paragraph}"


def _actors(draft: Draft, origin: Origin) -> Iterator[str]:
    for slug, actor in draft.cast.actors.items():
        yield f"  {slug}:"
        yield f"    name: {scalar(actor.name)}"
        if actor.role:
            yield f"    role: {scalar(actor.role)}"
        yield f"    kind: {actor.kind.value}"
        if actor.aka:
            yield f"    aka: [{', '.join(_listed(name) for name in actor.aka)}]"
        yield f"    src: {origin.slug}#{_introduced(actor)}"
        yield "    draft: true"


def _introduced(actor: Actor) -> int:
    return actor.paragraph


def _listed(text: str) -> str:
    line = " ".join(clean_line(text).split())
    return line if _IN_LIST.fullmatch(line) else "'" + line.replace("'", "''") + "'"


def _relations(draft: Draft, origin: Origin) -> Iterator[str]:
    for relation in draft.relations:
        yield f"  - {relation.start} -> {relation.end}: {scalar(relation.text)}"
        yield _src(origin, relation.paragraph)
        yield "    draft: true"


def _timeline(draft: Draft, origin: Origin) -> Iterator[str]:
    for event in sorted(draft.events, key=_by_date):
        date = event.edtf if _DATE_CHARACTERS.fullmatch(event.edtf) else f"'{event.edtf}'"
        yield f"  - {date}: {scalar(event.text)}"
        yield _src(origin, event.paragraph)
        if event.who:
            yield f"    who: [{', '.join(event.who)}]"
        if event.dated_by:
            yield f"    dated_by: {scalar(event.dated_by)}"
        yield "    draft: true"


def _by_date(event: Event) -> tuple[dt.date, dt.date, int]:
    return event.lower or dt.date.min, event.upper or dt.date.max, event.start


def _figures(draft: Draft, origin: Origin) -> Iterator[str]:
    for figure in draft.figures:
        if not quantities.parse(figure.value).known:
            continue
        value = figure.value if _VALUE.fullmatch(figure.value) else f"'{figure.value}'"
        yield f"  - {_head(figure.measure)}: {value}"
        if figure.per:
            yield f"    per: {scalar(figure.per)}"
        yield _src(origin, figure.paragraph)
        yield "    draft: true"


def _head(words: str) -> str:
    line = " ".join(clean_line(words).split())
    return line if _IN_LIST.fullmatch(line) else "'" + line.replace("'", "''") + "'"


def _quotes(draft: Draft, origin: Origin) -> Iterator[str]:
    for said in draft.quotations:
        if said.speaker is None:
            continue
        yield f"  - {_head(said.speaker.head)}: {scalar(said.text)}"
        yield _src(origin, said.paragraph)
        if said.doubtful:
            yield f"    note: {scalar(_doubt(said))}"
        yield "    draft: true"


def _doubt(said: Quotation) -> str:
    return f"the speaker is doubtful ({said.reason.rule})"


def _claims(draft: Draft, origin: Origin) -> Iterator[str]:
    for claim in draft.claims:
        yield f"  - {claim.speaker.slug}: {scalar(claim.text)}"
        yield _src(origin, claim.paragraph)
        yield "    draft: true"


def _questions(draft: Draft, origin: Origin) -> Iterator[str]:
    for question in draft.questions:
        yield f"  - open: {scalar(question.text)}"
        yield _src(origin, question.paragraph)
        yield "    draft: true"


def sections(draft: Draft) -> Sequence[tuple[str, int]]:
    """Returns what was found, for a summary: (`actors`, 12), (`quotes`, 7) …"""
    return [
        ("actors", len(draft.cast.actors)),
        ("quotes", len(draft.quotations)),
        ("events", len(draft.events)),
        ("figures", len(draft.figures)),
        ("questions", len(draft.questions)),
    ]
