"""A briefing made ready to be drawn: what every pane needs to know about it, worked out once. No widgets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import field, replace
from typing import Literal

from briefing import dates
from briefing.dates import Edtf
from briefing.model import Anchor, Article, Briefing, Side, Source
from briefing.problems import Problem
from briefing.records import record
from briefing.text import Measure
from briefing.tui.glyphs import Glyphs
from briefing.tui.lines import HOLD, Span, words

_HELD = 16
"""Characters of a date or a topic up to which it is not broken over lines."""


News = Literal["new", "changed"]


@record(kw_only=True)
class Story:
    """A briefing, its problems and sources, and how to measure and show their words.

    `said` and `did` count quotes and events by actor; `flags` has the first problem of an item by the item's offset,
    `news` what the reader has not read yet.
    """

    briefing: Briefing
    problems: tuple[Problem, ...]
    glyphs: Glyphs
    measure: Measure
    said: Mapping[str, int]
    did: Mapping[str, int]
    sides: Mapping[str, int]
    year: int | None
    drafts: int
    items: int
    flags: Mapping[int, Problem]
    articles: Mapping[str, Article] = field(default_factory=dict)
    news: Mapping[int, News] = field(default_factory=dict)
    path: str = ""

    def show(self, text: str) -> str:
        """Returns outside words as this terminal shows them, on one line."""
        return self.glyphs.show(words(text))

    def date(self, edtf: Edtf) -> str:
        """Returns a date in short words, without the year of the as-of date; a short one is held together."""
        words = self.glyphs.show(dates.words(edtf, short=True, year=self.year))
        return words.replace(" ", HOLD) if len(words) <= _HELD else words

    def held(self, text: str) -> str:
        """Returns a few words that are not broken over lines; more than a few as they are."""
        words = self.show(text)
        return words.replace(" ", HOLD) if len(words) <= _HELD else words

    def side_of(self, slug: str) -> int | None:
        """Returns the place of an actor's side in file order; None when there is none."""
        actor = self.briefing.actors.get(slug)
        return self.sides.get(actor.side) if actor else None

    def side_sign(self, slug: str) -> Span:
        """Returns the sign of an actor's side in its colour."""
        index = self.side_of(slug)
        return Span(self.glyphs.side(index), side_ink(index))

    def short_name(self, slug: str) -> str:
        """Returns the name to call somebody by: a person's last name, else the whole name, or the words of the head."""
        actor = self.briefing.actors.get(slug)
        if actor is None:
            return self.show(slug)
        name = self.show(actor.text)
        person = actor.kind == "person" or (not actor.kind and actor.role and self.said.get(slug))
        return name.rsplit(" ", 1)[-1] if person else name

    def cite(self, src: tuple[Anchor, ...]) -> list[Span]:
        """Returns the citation that closes an item and takes its last word with it; nothing without anchors."""
        spans: list[Span] = []
        last = ""
        for anchor in src:
            place = self.place(anchor, named=anchor.source != last)
            spans.append(Span((HOLD * 2 if not spans else " ") + place, "meta"))
            last = anchor.source
        return spans

    def place(self, anchor: Anchor, *, named: bool = True) -> str:
        """Returns `¶15`, with the source before it where there are several and it is `named`."""
        sign = self.glyphs.paragraph
        if anchor.first is None:
            return self.show(anchor.source)
        number = f"{sign}{anchor.first}"
        if anchor.last is not None and anchor.last != anchor.first:
            number += f"{self.glyphs.moot}{anchor.last}"
        return self.show(anchor.source) + HOLD + number if named and len(self.briefing.sources) > 1 else number

    def with_check(self, problems: tuple[Problem, ...], articles: Mapping[str, Article]) -> Story:
        """Returns the same story once its sources have been read and its anchors checked."""
        return replace(self, problems=problems, articles=articles, flags=_flags(self.briefing, problems))

    def with_news(self, news: Mapping[int, News]) -> Story:
        """Returns the same story with what is new and changed in it, by the items' offsets."""
        return replace(self, news=news)

    def with_problems(self, problems: tuple[Problem, ...]) -> Story:
        """Returns the same story with the problems of another text: those of a file that can't be read now."""
        return replace(self, problems=problems)


def side_ink(index: int | None) -> str:
    """Returns the ink of the side at `index` in file order."""
    return "meta" if index is None else f"side{index % 6 + 1}"


def tell(briefing: Briefing, problems: tuple[Problem, ...], glyphs: Glyphs, measure: Measure, path: str = "") -> Story:
    """Returns the story of a loaded briefing. `measure` gives the cells of a text on this terminal."""
    said: Counter[str] = Counter()
    for quote in briefing.quotes:
        said[quote.head] += 1
        said.update(slug for slug in quote.joint if slug != quote.head)
    did: Counter[str] = Counter()
    for event in briefing.timeline:
        did.update(set(event.who))
    as_of = briefing.as_of
    return Story(
        briefing=briefing,
        problems=problems,
        glyphs=glyphs,
        measure=measure,
        said=said,
        did=did,
        sides={slug: index for index, slug in enumerate(briefing.sides)},
        year=dates.year_of(as_of) if as_of else None,
        drafts=sum(item.draft for item in briefing.items()),
        items=sum(1 for item in briefing.items() if not isinstance(item, Source | Side)),
        flags=_flags(briefing, problems),
        path=path,
    )


def _flags(briefing: Briefing, problems: tuple[Problem, ...]) -> dict[int, Problem]:
    """Gives each problem to the item it stands in: the last one that begins on its line or before."""
    if not problems:
        return {}
    starts = sorted((briefing.position(item.offset).line, item.offset) for item in briefing.items())
    flags: dict[int, Problem] = {}
    at = 0
    for problem in sorted(problems, key=lambda found: found.where):
        while at + 1 < len(starts) and starts[at + 1][0] <= problem.where.line:
            at += 1
        if starts and starts[at][0] <= problem.where.line:
            flags.setdefault(starts[at][1], problem)
    return flags
