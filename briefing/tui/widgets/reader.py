"""The reader: a source beside the item that rests on it, scrolled line by line, whatever its length."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from briefing.anchors import Passage
from briefing.model import Article, Item
from briefing.tui.ink import Inks
from briefing.tui.lines import Block, Line, Span, blank, cut, flow, width_of
from briefing.tui.rows import passage as passages
from briefing.tui.story import Story
from briefing.tui.widgets.scrolling import Scrolling

if TYPE_CHECKING:
    from briefing.tui.dragging import Seen

_CACHED = 1_000
_ROOMY = 24
"""Rows from which on the title and the facts of the source stand above its paragraphs."""


class Reader(Scrolling):
    """Shows one passage of an item at a time; `show` opens it."""

    WHEEL = 2

    @dataclass
    class Moved(Message):
        """The reader got the focus."""

        reader: Reader

    def __init__(self, story: Story, inks: Inks, *, name: str) -> None:
        super().__init__(inks, name=name)
        self.story = story
        self.item: Item | None = None
        self.passages: tuple[Passage, ...] = ()
        self.at = 0
        self.top = (1, 0)
        self._blocks: dict[int, Block] = {}
        self._page: Block = []
        self._owners: list[int] = []
        self._drawn_for = 0

    @property
    def passage(self) -> Passage | None:
        """The passage that is shown; None for an item without one."""
        return self.passages[self.at] if self.passages else None

    @property
    def article(self) -> Article | None:
        """The source's text; None when it is not here."""
        return self.story.articles.get(self.passage.source) if self.passage else None

    @property
    def paragraph(self) -> int | None:
        """The number of the paragraph that is looked at: the passage's while it is in view, else the top one."""
        article = self.article
        if article is None or not article.paragraphs:
            return None
        cited = self._first_paragraph()
        top, room, seen = self.top[0], self._room(), 0
        for number in range(top, len(article.paragraphs) + 1):
            if number == cited:
                return cited
            seen += len(self._block(number))
            if seen >= room:
                break
        return top if self.top[1] == 0 or top == len(article.paragraphs) else top + 1

    def show(self, story: Story, item: Item, found: tuple[Passage, ...], at: int = 0) -> None:
        """Opens an item at one of its passages."""
        self.story, self.item, self.passages, self.at = story, item, found, at if at < len(found) else 0
        self._aim()

    def update_story(self, story: Story) -> None:
        """Takes over the same story with its sources read."""
        self.story = story
        self._blocks.clear()
        self.refresh()

    def renew(self, story: Story, item: Item, found: tuple[Passage, ...]) -> None:
        """Takes over the same item of a file that was loaded anew, without scrolling where its passage is the same."""
        before, text = self.passage, self.article.text if self.article else ""
        self.story, self.item, self.passages = story, item, found
        same = next((at for at, passage in enumerate(found) if passage == before), None)
        self.at = same if same is not None else min(self.at, max(0, len(found) - 1))
        self._blocks.clear()
        if self.passage != before or (self.article.text if self.article else "") != text:
            self._aim()
        self.refresh()

    def step(self, by: int) -> str:
        """Goes to another passage of the item, round the end; returns what there is to say where there is no other."""
        if len(self.passages) < 2:
            return "This is the only passage" if self.passages else "There is no passage"
        self.at = (self.at + by) % len(self.passages)
        self._aim()
        return ""

    def _aim(self) -> None:
        """Puts the passage in view with the paragraph before it where both fit."""
        self._blocks.clear()
        self.top = (1, 0)
        first = self._first_paragraph()
        article = self.article
        if article is not None and first is not None and article.paragraphs:
            first = min(max(first, 1), len(article.paragraphs))
            room = self._room()
            before = len(self._block(first - 1)) if first > 1 else 0
            self.top = (first - 1, 0) if first > 1 and before + len(self._block(first)) <= room else (first, 0)
            self._settle(whole=True)
        self.refresh()

    def _first_paragraph(self) -> int | None:
        shown, article = self.passage, self.article
        if shown is None or article is None:
            return None
        if shown.spans:
            start = min(a for a, _ in shown.spans)
            return next(
                (p.number for p in article.paragraphs if p.start <= start < max(p.end, p.start + 1)), shown.first
            )
        return shown.first

    def look_from(self, top: tuple[int, int]) -> None:
        """Puts a line of a paragraph at the top: the paragraph's number, and that of the line, from 0."""
        self.top = top
        self.refresh()

    def by_steps(self, steps: int) -> None:
        article = self.article
        if article is None or not article.paragraphs:
            return
        number, line = self.top
        line += steps
        while line < 0 and number > 1:
            number -= 1
            line += len(self._block(number))
        while number < len(article.paragraphs) and line >= len(self._block(number)):
            line -= len(self._block(number))
            number += 1
        self.top = (number, max(0, line))
        self._settle()
        self.refresh()

    def by_halves(self, halves: int) -> None:
        self.by_steps(halves * max(1, self._room() // 2))

    def to_end(self, *, top: bool) -> None:
        article = self.article
        if article is not None and article.paragraphs:
            self.top = (1, 0) if top else (len(article.paragraphs), 0)
            self._settle()
            self.refresh()

    def _settle(self, *, whole: bool = False) -> None:
        """Pulls the view up where it would end in empty lines, to the beginning of a paragraph where it is `whole`."""
        article = self.article
        if article is None:
            return
        room, number, used = self._room(), len(article.paragraphs), -1
        while number >= 1:
            used += len(self._block(number))
            if used >= room:
                limit = (number + (used > room), 0) if whole else (number, used - room)
                self.top = min(self.top, limit)
                return
            number -= 1
        self.top = (1, 0)

    def _room(self) -> int:
        height = self.size.height
        return max(1, height - 1 - len(self._head()))

    def _head(self) -> Block:
        height, width = self.size.height, self.size.width
        shown = self.passage
        source = self.story.briefing.sources.get(shown.source) if shown else None
        status = passages.status_line(self.story, shown, self.at, len(self.passages))
        roomy = height >= _ROOMY
        most = max(1, height // 3 if roomy else height // 4)
        block = passages.head(self.story, source if roomy else None, self.item, status, width, most)
        return [*block, ()] if block and roomy else block

    def _block(self, number: int) -> Block:
        if self._drawn_for != self.size.width:
            self._blocks.clear()
            self._drawn_for = self.size.width
        block = self._blocks.get(number)
        article = self.article
        if block is None and article is not None:
            if len(self._blocks) > _CACHED:
                self._blocks.clear()
            block = passages.paragraph(self.story, article, number, self.passage, self.size.width)
            self._blocks[number] = block
        return block or []

    def on_resize(self) -> None:
        self._aim()

    def on_focus(self) -> None:
        self.refresh()
        self.post_message(self.Moved(self))

    def on_blur(self) -> None:
        self.refresh()

    @property
    def shown(self) -> Hashable:
        return id(self.item), self.at, self.top, self.size

    def seen(self, y: int) -> Seen | None:
        if not 0 < y < len(self._page):
            return None
        from briefing.tui.dragging import Seen

        article, owner = self.article, self._owners[y] if y < len(self._owners) else 0
        if article is None or not owner:
            return Seen(-y, self._page[y], 0, "")
        _, start, end = article.paragraphs[owner - 1]
        text = self.story.glyphs.show(article.text[start:end])
        return Seen(owner, self._page[y][3:], passages.TEXT_LEFT, text)

    def render_lines(self, crop: Region) -> list[Strip]:
        self._page = self._lay_out()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        line = self._page[y] if y < len(self._page) else ()
        return self.paint(line)

    def _lay_out(self) -> Block:
        page: Block = [self._title(self.size.width), *self._head()]
        self._owners = [0] * len(page)
        article = self.article
        if article is None:
            return page + self._without_text()
        number, skip = self.top
        while number <= len(article.paragraphs) and len(page) < self.size.height:
            page += self._block(number)[skip:]
            self._owners += [number] * (len(page) - len(self._owners))
            number, skip = number + 1, 0
        return page

    def _without_text(self) -> Block:
        shown = self.passage
        if shown is None:
            words = "No passage: this has no source in the file."
        else:
            words = f"The text of {shown.source} is not here."
            source = self.story.briefing.sources.get(shown.source)
            if source and source.url:
                words += f" It is at {source.url}"
        lines = flow([Span(self.story.show(words), "meta")], self.size.width - 4, None, self.story.measure)
        return [(blank(3), *line) for line in lines]

    def _title(self, width: int) -> Line:
        glyphs, measure = self.story.glyphs, self.story.measure
        on = self.active
        shown, article = self.passage, self.article
        left = [Span("Source", ("focus" if on else "text") + " bold"), blank(1)]
        if shown:
            left += [Span(self.story.show(shown.source), "text2"), blank(1)]
        right: list[Span] = []
        if article is not None and article.paragraphs:
            number = self.paragraph
            right = [Span(f" {glyphs.paragraph}{number} of {len(article.paragraphs)}", "text2")]
        rest = width - width_of((*left, *right), measure)
        rule = glyphs.focused_rule if on else glyphs.rule
        line = (*left, Span(rule * max(0, rest), "focus" if on else "rule"), *right)
        return cut(line, width, measure, glyphs.more)
