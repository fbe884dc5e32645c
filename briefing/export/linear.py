"""A briefing as text that is read from top to bottom: for mail, pipes and screen readers.

Structure is carried by words and by the left edge alone. Only headings, items (`- …`) and the program's own remarks
begin there; text from the file is led by one of these or indented, so that it cannot pass for a heading. Every item
can be taken out on its own: it names its speaker, its date and its passage.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import inf
from typing import NamedTuple

from briefing import dates, model
from briefing.document import grammar
from briefing.export import words
from briefing.export.entries import Detail, Entry, entry
from briefing.export.parts import ABOUT, BRIEF, NOTES, PARTS, Part
from briefing.text import Extent, wrap

_INDENT = "  "
_GAP_DAYS = 366
"""More than a year without an event is said; months of silence are usual in a story that lasts years."""

_DAYS_OF_YEAR = 365.25


class View(NamedTuple):
    """What is written: the briefing, how many problems it has, and the width in cells (0 for no wrapping)."""

    briefing: model.Briefing
    problems: int = 0
    width: int = 72


def text(view: View, parts: Sequence[Part] = ()) -> str:
    """Returns the whole briefing, or only the given parts, as lines that end with a line feed.

    In a whole briefing a part without content is left out; a part that was asked for says that it is empty.
    """
    chosen = parts or PARTS
    blocks = []
    for part in chosen:
        lines = list(_RENDERERS.get(part.name, _plain_items)(view, part))
        if parts:
            blocks.append(lines or [f"{part.title} (none)"])
        elif lines and part.name != "sides":
            blocks.append(lines)
    return "\n\n".join("\n".join(lines) for lines in blocks) + "\n"


def fill(content: str, width: int, first: str = "", rest: str = "", citation: str = "") -> Iterator[str]:
    """Yields `content` and its citation wrapped to `width` cells, led by `first` on the first line, `rest` on others.

    Width 0 only breaks where `content` does. Neither blank lines nor ends of lines carry blanks.
    """
    shape = f"{content} {citation}" if citation else content
    shown = f"{content} {words.breakable(citation)}" if citation else content
    if width:
        extents = wrap(shape, max(1, width - len(first)), max(1, width - len(rest)))
    else:
        extents = _unwrapped(shape)
    for number, (start, end) in enumerate(extents):
        yield ((rest if number else first) + shown[start:end]).rstrip(" ")


def _unwrapped(content: str) -> list[Extent]:
    extents = []
    start = 0
    for line in content.split("\n"):
        extents.append(Extent(start, start + len(line)))
        start += len(line) + 1
    return extents


def item_lines(found: Entry, width: int) -> Iterator[str]:
    """Yields the lines of one item: `- lead [citation]`, and its details indented under it."""
    yield from fill(words.flowing(found.lead), width, "- ", _INDENT, found.citation)
    for detail in found.details:
        yield from _detail_lines(detail, width)


def _detail_lines(detail: Detail, width: int) -> Iterator[str]:
    content = f"{detail.label}: {detail.value.rstrip()}"
    yield from fill(content, 0 if detail.whole else width, _INDENT, _INDENT * 2)


def _brief(view: View, _: Part) -> Iterator[str]:
    briefing, width = view.briefing, view.width
    yield from fill(briefing.title, width, "", _INDENT)
    if briefing.as_of:
        yield from fill(f"As of {dates.words(briefing.as_of)}", width, "", _INDENT)
    if briefing.embargo:
        yield from fill(f"Embargo: {briefing.embargo.strip()}", width, "", _INDENT)
    yield from fill(counts(briefing, view.problems), width, "", _INDENT)
    for heading, content in (("Bottom line", briefing.bottom_line), ("Why it matters", briefing.why)):
        if content.strip():
            yield from ("", heading)
            yield from fill(words.flowing(content), width, _INDENT, _INDENT)


def counts(briefing: model.Briefing, problems: int) -> str:
    """Returns `1 source, 4 open questions, no drafts, no problems`; a question that is watched is open too."""
    unsettled = sum(question.head in ("open", "watching") for question in briefing.questions)
    return ", ".join(
        (
            words.count(len(briefing.sources), "source"),
            words.count(unsettled, "open question"),
            words.count(sum(item.draft for item in briefing.items()), "draft"),
            words.count(problems, "problem"),
        )
    )


def _heading(view: View, part: Part, remark: str) -> Iterator[str]:
    return fill(f"{part.title} ({remark})", view.width, "", _INDENT)


def _items(view: View, section: str, items: Iterable[model.Item]) -> Iterator[str]:
    for item in items:
        yield from item_lines(entry(view.briefing, section, item), view.width)


def _plain_items(view: View, part: Part) -> Iterator[str]:
    found = getattr(view.briefing, part.name)
    items = tuple(found.values()) if grammar.BY_NAME[part.name].shape == "map" else found
    if items:
        yield from _heading(view, part, str(len(items)))
        yield from _items(view, part.name, items)


def _actors(view: View, part: Part) -> Iterator[str]:
    briefing = view.briefing
    if not briefing.actors and not briefing.sides:
        return
    doings = doings_of_actors(briefing)
    groups: dict[str, list[model.Actor]] = {slug: [] for slug in briefing.sides}
    for actor in briefing.actors.values():
        groups.setdefault(actor.side, []).append(actor)
    yield from _heading(view, part, str(len(briefing.actors)))
    for slug, actors in sorted(groups.items(), key=lambda group: group[0] == ""):
        if len(groups) > 1 or slug:
            yield from _side_lines(view, slug, len(actors))
        for actor in actors:
            found = entry(briefing, part.name, actor)
            said = [words.count(number, noun) for noun, number in doings.get(actor.head, {}).items() if number]
            lead = f"{found.lead} ({', '.join(said)})" if said else found.lead
            yield from item_lines(found._replace(lead=lead), view.width)


def _side_lines(view: View, slug: str, size: int) -> Iterator[str]:
    side = view.briefing.sides.get(slug)
    yield ""
    if side is None:
        yield from fill(f"Side: {slug} ({size})" if slug else f"No side ({size})", view.width, "", _INDENT)
        return
    found = entry(view.briefing, "sides", side)
    yield from fill(f"Side: {found.lead} ({size or 'nobody'})", view.width, "", _INDENT)
    for detail in found.details:
        yield from _detail_lines(detail, view.width)


def doings_of_actors(briefing: model.Briefing) -> dict[str, dict[str, int]]:
    """Returns for each slug how often it speaks or appears: as `quote`, `claim` (alone or with others) and `event`."""
    found: dict[str, dict[str, int]] = {}

    def tally(noun: str, slugs: Iterable[str]) -> None:
        for slug in dict.fromkeys(slugs):
            of_slug = found.setdefault(slug, {"quote": 0, "claim": 0, "event": 0})
            of_slug[noun] += 1

    for quote in briefing.quotes:
        tally("quote", (quote.head, *quote.joint))
    for claim in briefing.claims:
        tally("claim", (claim.head, *claim.joint))
    for event in briefing.timeline:
        tally("event", event.who)
    return found


def _quotes(view: View, part: Part) -> Iterator[str]:
    quotes = view.briefing.quotes
    if quotes:
        key = sum(quote.key for quote in quotes)
        yield from _heading(view, part, f"{len(quotes)}, {key} of them key" if key else str(len(quotes)))
        yield from _items(view, part.name, quotes)


def _timeline(view: View, part: Part) -> Iterator[str]:
    briefing = view.briefing
    if not briefing.timeline:
        return
    yield from _heading(view, part, f"{len(briefing.timeline)}, oldest first")
    last: dates.Edtf | None = None
    cut_off = briefing.as_of
    for event in sorted(briefing.timeline, key=lambda event: dates.reading_key(event.date)):
        years = _years_between(last, event.date)
        if years:
            yield from fill(f"({words.count(years, 'year')} without an entry)", view.width, "", _INDENT)
        if cut_off and _is_later(event.date, cut_off):
            yield from fill(f"(As of {dates.words(cut_off)}; what follows is later)", view.width, "", _INDENT)
            cut_off = None
        yield from _items(view, part.name, (event,))
        last = _later(last, event.date)


def _years_between(last: dates.Edtf | None, following: dates.Edtf) -> int:
    days = dates.days_between(last, following) if last else None
    return round(days / _DAYS_OF_YEAR) if days and days > _GAP_DAYS else 0


def _later(last: dates.Edtf | None, following: dates.Edtf) -> dates.Edtf | None:
    """Returns the one that ends later: a long event covers the silence after a short one that began during it."""
    return following if last is None else max(following, last, key=_end)


def _end(date: dates.Edtf) -> float:
    return inf if date.upper is None else date.upper


def _is_later(date: dates.Edtf, cut_off: dates.Edtf) -> bool:
    return date.lower is not None and date.lower > _end(cut_off)


def _questions(view: View, part: Part) -> Iterator[str]:
    questions = view.briefing.questions
    if not questions:
        return
    order = {status: number for number, status in enumerate(grammar.STATUSES)}
    tally = {status: sum(question.head == status for question in questions) for status in order}
    remark = ", ".join(f"{number} {status}" for status, number in tally.items() if number)
    yield from _heading(view, part, remark or str(len(questions)))
    yield from _items(view, part.name, sorted(questions, key=lambda question: order.get(question.head, 0)))


def _next(view: View, part: Part) -> Iterator[str]:
    steps = view.briefing.next
    if steps:
        yield from _heading(view, part, str(len(steps)))
        dated = sorted((step for step in steps if step.due), key=_due)
        yield from _items(view, part.name, (*dated, *(step for step in steps if not step.due)))


def _due(step: model.Step) -> tuple[float, float, str]:
    return dates.reading_key(step.due) if step.due else (inf, inf, "")


def _notes(view: View, part: Part) -> Iterator[str]:
    # Notes keep their lines: they are often lists.
    if view.briefing.notes.strip():
        yield part.title
        yield from fill(view.briefing.notes.strip("\n"), view.width, _INDENT, _INDENT)


def _about(view: View, part: Part) -> Iterator[str]:
    briefing = view.briefing
    found = [Detail(name, value) for name, value in (("Tags", "; ".join(briefing.tags)), ("Owner", briefing.owner))]
    found.append(Detail("Conflict", "; ".join(briefing.conflict)))
    if "briefing" in briefing.marks:
        newer = ", newer than this program" if briefing.read_only else ""
        found.append(Detail("Format version", f"{briefing.version}{newer}"))
    found += [Detail(name, value) for name, value in briefing.extra.items()]
    lines = [line for detail in found if detail.value.strip() for line in _detail_lines(detail, view.width)]
    if lines:
        yield part.title
        yield from lines


_RENDERERS: dict[str, Callable[[View, Part], Iterator[str]]] = {
    BRIEF.name: _brief,
    "actors": _actors,
    "quotes": _quotes,
    "timeline": _timeline,
    "questions": _questions,
    "next": _next,
    NOTES.name: _notes,
    ABOUT.name: _about,
}
"""The parts that are more than their items in file order."""
