"""An item with its citation as Markdown, to be pasted into a draft, a mail or a note; and its bare words.

Whatever a briefing holds is escaped, so that it reads where it is pasted as it reads in the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from briefing import dates
from briefing.anchors import Passage
from briefing.document import grammar
from briefing.export import entries
from briefing.model import (
    Anchor,
    Article,
    Briefing,
    Claim,
    Figure,
    Item,
    Judgement,
    Quote,
    Relation,
    Source,
)
from briefing.problems import Problem, render
from briefing.tui.markdown import address, escaped, fenced, paragraphs

_SECTION_OF = {section.item: section for section in grammar.SECTIONS}

_WORTH_TELLING: Mapping[str, frozenset[str]] = {
    "sides": frozenset(),
    "actors": frozenset({"side", "aka"}),
    "relations": frozenset({"since", "until"}),
    "timeline": frozenset({"where", "dated_by"}),
    "figures": frozenset({"was"}),
    "claims": frozenset({"denied_by"}),
    "questions": frozenset({"watch", "answer", "due"}),
    "judgements": frozenset({"but", "review"}),
    "next": frozenset({"who"}),
}
"""Fields that go along when an item is pasted. Notes, ratings and identifiers are the desk's own and stay there."""


def cited(briefing: Briefing, value: object, found: tuple[Passage, ...] = ()) -> str:
    """Returns what a row shows as Markdown with its citation, without a line feed at the end; nothing for nothing.

    `value` is an item, a problem, or anything with `label` and `text` (a field at the top of the file). `found` are
    the passages that were found for the item; for a quotation without `src` they say where it stands.
    """
    if isinstance(value, Problem):
        return fenced(render(replace(value, path=Path(value.path).name)))
    if isinstance(value, Quote):
        return _quote(briefing, value, found)
    if isinstance(value, Source):
        return _with_draft(value, source(value))
    if isinstance(value, Item):
        return _item(briefing, value)
    return _field(briefing, value)


def bare(briefing: Briefing, value: object) -> str:
    """Returns the words of what a row shows, without marks and citation: of a figure with what is counted, of a
    relation with both names, of anything else its text."""
    if isinstance(value, Problem):
        return value.message
    if isinstance(value, Figure):
        return f"{value.text} {value.head}"
    if isinstance(value, Relation) and value.end:
        arrow = "↔" if value.mutual else "→"
        return f"{briefing.name(value.start)} {arrow} {briefing.name(value.end)}: {value.text}"
    text = getattr(value, "text", "")
    return text.strip("\n") if isinstance(text, str) else ""


def passage_words(passage: Passage | None, article: Article | None) -> str:
    """Returns the words of a source that are lit, or the paragraphs that are cited; nothing without its text.

    Lit parts that do not follow each other are parted by an ellipsis.
    """
    if passage is None or article is None:
        return ""
    if passage.spans:
        parts = [article.text[start:end] for start, end in sorted(passage.spans)]
        return " … ".join(" ".join(part.split()) for part in parts)
    first, last = passage.first, passage.last
    if first is None or last is None:
        return ""
    numbers = range(max(first, 1), min(last, len(article.paragraphs)) + 1)
    return "\n\n".join(" ".join(article.paragraph(number).split()) for number in numbers)


def source(entry: Source) -> str:
    """Returns a source as a citation names it: title, publisher, date, address where it is a link."""
    return ", ".join(_source_parts(entry, ()))


def _source_parts(entry: Source, anchors: Iterable[Anchor]) -> list[str]:
    where = [_paragraphs(anchor) for anchor in anchors if anchor.first is not None]
    parts = [
        escaped(entry.text),
        escaped(entry.publisher),
        " ".join(where),
        escaped(dates.words(entry.published)) if entry.published else "",
        address(entry.url) if entry.url else "",
        f"**retracted**: {escaped(entry.retracted)}" if entry.retracted else "",
    ]
    return [part for part in parts if part]


def _paragraphs(anchor: Anchor) -> str:
    if anchor.last is None or anchor.last == anchor.first:
        return f"¶{anchor.first}"
    return f"¶{anchor.first}–{anchor.last}"


def _sources(briefing: Briefing, anchors: Iterable[Anchor]) -> str:
    """Returns the citation of anchors: each source once, with its paragraphs; an unknown source by its slug."""
    by_source: dict[str, list[Anchor]] = {}
    for anchor in anchors:
        by_source.setdefault(anchor.source, []).append(anchor)
    told = []
    for slug, places in by_source.items():
        entry = briefing.sources.get(slug)
        if entry is not None:
            told.append(", ".join(_source_parts(entry, places)))
        else:
            told.append(" ".join([escaped(slug), *(_paragraphs(place) for place in places if place.first is not None)]))
    return "; ".join(told)


def _anchors(item: Item, found: tuple[Passage, ...] = ()) -> tuple[Anchor, ...]:
    if isinstance(item, Judgement):
        return (*item.src, *item.because)
    if item.src or not found:
        return item.src
    return tuple(Anchor(passage.source, passage.first, passage.last) for passage in found[:1])


def _itself(briefing: Briefing) -> str:
    """Returns the briefing as the source of what rests on nothing else."""
    as_of = f", as of {escaped(dates.words(briefing.as_of))}" if briefing.as_of else ""
    return f"briefing “{escaped(briefing.title)}”{as_of}"


def _with_draft(item: Item, words: str) -> str:
    return f"draft: {words}" if item.draft else words


def _speaker(briefing: Briefing, item: Quote | Claim) -> str:
    actor = briefing.actors.get(item.head)
    role = f" ({escaped(actor.role)})" if actor and actor.role else ""
    joint = [escaped(briefing.name(slug)) for slug in item.joint]
    return escaped(briefing.name(item.head)) + role + (f" with {', '.join(joint)}" if joint else "")


def _quote(briefing: Briefing, quote: Quote, found: tuple[Passage, ...]) -> str:
    """Returns a block quotation; each paragraph begins with a mark, the last one ends with it, as in print."""
    words = [f"“{part}" for part in paragraphs(quote.text)] or ["“"]
    words[-1] += "”"
    who = [_with_draft(quote, _speaker(briefing, quote))]
    if quote.to:
        who.append(f"to {escaped(quote.to)}")
    if quote.when:
        who.append(f"said {escaped(dates.words(quote.when))}")
    where = _sources(briefing, _anchors(quote, found)) or _itself(briefing)
    words[-1] += f" — {', '.join([*who, where])}"
    if quote.orig:
        words += [f"In the original: “{part}”" for part in paragraphs(quote.orig)]
    return "\n>\n".join(f"> {part}" for part in words)


def _item(briefing: Briefing, item: Item) -> str:
    section = _SECTION_OF[type(item)]
    told = entries.entry(briefing, section.name, item)
    where = _sources(briefing, _anchors(item)) or _itself(briefing)
    lines = [f"{escaped(told.lead)} — {where}"]
    worth = [field for field in section.fields if field.name in _WORTH_TELLING[section.name]]
    known = entries.details(briefing, worth, item, set())
    lines += [f"{escaped(label)}: {escaped(value)}" for label, value, _ in known[: len(known) - len(item.extra)]]
    return "  \n".join(lines)


def _field(briefing: Briefing, value: object) -> str:
    label, text = getattr(value, "label", ""), getattr(value, "text", "")
    if not isinstance(text, str) or not text.strip():
        return ""
    parts = paragraphs(text)
    if label:
        parts[0] = f"{escaped(str(label)).capitalize()}: {parts[0]}"
    parts[-1] += f" — {_itself(briefing)}"
    return "\n\n".join(parts)
