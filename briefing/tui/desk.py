"""A briefing on the desk: its file and its sources. The only place of the dashboard that reads them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.document import load, store
from briefing.model import Actor, Article, Briefing, Item, Source
from briefing.text import Measure
from briefing.tui.glyphs import Glyphs
from briefing.tui.story import Story, tell

if TYPE_CHECKING:
    from briefing.anchors import Passage


@dataclass(slots=True)
class Desk:
    """One open file. `root` is the folder of the library that its sources may lie in as well, and `raw` the text as it
    was read, with its byte order mark."""

    path: Path
    loaded: load.Loaded
    root: Path | None = None
    articles: Mapping[str, Article] | None = field(default=None)
    raw: str = ""

    @classmethod
    def open(cls, path: Path, root: Path | None = None) -> Desk:
        """Reads and loads a file. Raises `store.Unreadable` with the problem when it can't be read."""
        raw = store.read(path, keep_mark=True)
        return cls(path, load.load(raw, str(path)), root, raw=raw)

    def renewed(self, loaded: load.Loaded, raw: str) -> Desk:
        """Returns the same file as it was saved anew; its sources are read again when they are asked for."""
        return Desk(self.path, loaded, self.root, raw=raw)

    def source_files(self) -> list[Path]:
        """Returns where the texts of the sources lie, or would lie."""
        return [self.path.parent / source.file for source in self.loaded.briefing.sources.values() if source.file]

    def story(self, glyphs: Glyphs, measure: Measure) -> Story:
        """Returns the briefing ready to be drawn, its sources not yet read."""
        return tell(self.loaded.briefing, self.loaded.problems, glyphs, measure, self.path.name)

    def read_sources(self) -> Mapping[str, Article]:
        """Returns the texts of the sources that can be read, by slug; reads them the first time."""
        if self.articles is None:
            from briefing.sources.read import read_all

            self.articles = read_all(self.loaded.briefing, self.path.parent, self.root)
        return self.articles

    def verify(self, story: Story) -> Story:
        """Returns the story with its sources read and every anchor and quotation checked."""
        from briefing.check import run as check

        articles = self.read_sources()
        briefing = self.loaded.briefing
        found = check(briefing, self.loaded.text, str(self.path), articles)
        problems = tuple(sorted({*self.loaded.problems, *found}, key=lambda problem: problem.where))
        return story.with_check(problems, articles)


def passages_of(briefing: Briefing, item: Item, articles: Mapping[str, Article]) -> tuple[Passage, ...]:
    """Returns the passages that an item rests on; an actor's are those of what they said, did and claimed."""
    from briefing import anchors

    if isinstance(item, Source):
        return (anchors.Passage(item.head, None, None, (), None),)
    if not isinstance(item, Actor):
        return tuple(anchors.passages(item, articles))
    items: list[Item] = [item]
    items += [quote for quote in briefing.quotes if item.head in (quote.head, *quote.joint)]
    items += [event for event in briefing.timeline if item.head in event.who]
    items += [claim for claim in briefing.claims if item.head in (claim.head, *claim.joint)]
    items += [relation for relation in briefing.relations if item.head in (relation.start, relation.end)]
    found: list[Passage] = []
    for entry in items:
        found += [passage for passage in anchors.passages(entry, articles) if passage not in found]
    return tuple(found)
