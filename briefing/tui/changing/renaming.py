"""Renaming a slug and merging two actors, everywhere in the file, once all places have been seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefing.document.splice import Change, MergeActors, NotSpliced, RenameSlug, preview
from briefing.model import Actor, Claim, Figure, Item, Quote, Relation, Side, Source
from briefing.tui.changing import reading
from briefing.tui.changing.form import Choice, Form, Line, Told
from briefing.tui.changing.panels import fill, review
from briefing.tui.lines import Block, Span, flow

if TYPE_CHECKING:
    from briefing.tui.changing.changer import Changer


class Named(NamedTuple):
    """Something with a slug: the section, the slug, and its name."""

    section: Literal["actors", "sources", "sides"]
    slug: str
    name: str


def rename(changer: Changer) -> None:
    """Asks for another slug for the actor, source or side that the selected item is or names."""
    found = _named(changer)
    if not found:
        changer.say("R renames an actor, a side or a source; this names none")
    elif len(found) == 1:
        _rename(changer, found[0])
    else:
        by_slug = {f"{one.slug}": one for one in reversed(found)}

        def choices(typed: str) -> Sequence[Choice]:
            return [
                Choice(one.slug, one.slug, f"{one.name}, {one.section[:-1]}")
                for one in found
                if typed.strip().lower() in f"{one.slug} {one.name}".lower()
            ]

        def read(typed: str) -> Told:
            slug = typed.strip()
            return Told(slug, by_slug[slug].name) if slug in by_slug else Told(None, "it is not among these")

        form = Form("Rename", [Line("slug", "which", "", read, choices)], "go on")
        fill(changer, "", "R", form, lambda values: _rename(changer, by_slug[values["slug"]]))


def _named(changer: Changer) -> Sequence[Named]:
    """Returns what the selected item is or names, itself first."""
    item, briefing = changer.item, changer.story.briefing
    actors: Iterable[str] = ()
    sides: Iterable[str] = ()
    match item:
        case Actor():
            actors, sides = [item.head], [item.side]
        case Side():
            sides = [item.head]
        case Quote() | Claim():
            actors = [item.head]
        case Relation():
            actors = [item.start, item.end]
        case Figure():
            actors = [item.per]
        case _:
            pass
    sources = [item.head] if isinstance(item, Source) else [a.source for a in item.src] if item is not None else []
    found = [
        *_known("actors", actors, briefing.actors),
        *_known("sides", sides, briefing.sides),
        *_known("sources", sources, briefing.sources),
    ]
    return list(dict.fromkeys(found))


def _known(
    section: Literal["actors", "sources", "sides"], slugs: Iterable[str], items: Mapping[str, Item]
) -> Sequence[Named]:
    return [Named(section, slug, items[slug].text) for slug in slugs if slug in items]


def _rename(changer: Changer, named: Named) -> None:
    briefing = changer.story.briefing
    taken = {"actors": briefing.actors, "sources": briefing.sources, "sides": briefing.sides}[named.section]
    read = reading.new_slug((slug for slug in taken if slug != named.slug), lambda: "")
    line = Line("slug", "short name", "", read)
    line.typed.put(named.slug)

    def done(values: dict[str, str]) -> None:
        slug = values["slug"]
        if slug == named.slug:
            changer.say("Nothing changed")
            return
        _show(changer, RenameSlug(named.section, named.slug, slug), f"Rename {named.slug} to {slug}",
              f"renamed {named.slug} to {slug}", "rename")  # fmt: skip

    fill(changer, "", "R", Form(f"Rename {named.slug}, {named.name}", [line], "see where"), done)


def merge(changer: Changer) -> None:
    """Asks for the actor that is the same as the selected one, and makes one of the two."""
    actor = changer.item
    if not isinstance(actor, Actor):
        changer.say("M is for actors; this is not one")
        return
    others = {slug: other for slug, other in changer.story.briefing.actors.items() if slug != actor.head}
    if not others:
        changer.say("There is no other actor to merge with")
        return
    line = Line(
        "slug", "and", "the other name of the same; its short name goes",
        reading.one_actor(others, "the other actor is missing"), reading.actor_choices(others),
    )  # fmt: skip

    def done(values: dict[str, str]) -> None:
        drop = values["slug"]
        _show(changer, MergeActors(actor.head, drop), f"Merge {drop} into {actor.head}",
              f"merged {others[drop].text} into {actor.text}", "merge")  # fmt: skip

    fill(changer, "", "M", Form(f"Merge into {actor.text}", [line], "see where"), done)


def _show(changer: Changer, change: Change, title: str, words: str, does: str) -> None:
    """Shows every line that a change concerns, before and after, and makes it when that is wanted."""
    story = changer.story
    try:
        places = preview(changer.board.desk.loaded, change)
    except NotSpliced as refused:
        changer.say(f"Not changed: {refused}")
        return
    count = f"{len(places)} line{'s' if len(places) != 1 else ''}"

    def lines(width: int) -> Block:
        found: Block = []
        for place in places:
            for sign, text, ink in (("-", place.before, "problem"), ("+", place.after, "new")):
                if text:
                    head = f"{place.where.line:>4} " if sign == "-" or not place.before else "     "
                    spans = [Span(head, "meta"), Span(f"{sign} ", ink), Span(story.show(text), "text2")]
                    found += _hung(spans, width, story.measure)
        return found

    review(changer, f"{title}? {count}", lines, lambda: changer.save(change, words), does=does)


def _hung(spans: Sequence[Span], width: int, measure: Callable[[str], int]) -> Block:
    lines = flow(spans, width, width - 7, measure)
    return [lines[0], *((Span(" " * 7, "text"), *line) for line in lines[1:])]
