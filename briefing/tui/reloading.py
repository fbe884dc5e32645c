"""What a save changes on the screen, worked out beside it: the story, the rows, and the way to them from the old ones.

No widgets. Everything here runs in the thread of the watcher, so that a key never waits for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from briefing.changes.identity import Pairing, pair
from briefing.document.grammar import TOP_BY_NAME
from briefing.model import Briefing, Item
from briefing.tui.desk import Desk
from briefing.tui.following import Trail
from briefing.tui.haystack import Haystack, gathered
from briefing.tui.panes import PANES, TIMELINE
from briefing.tui.rows import timeline
from briefing.tui.rows.periods import Manner
from briefing.tui.sheet import Sheet
from briefing.tui.story import News, Story, tell

if TYPE_CHECKING:
    from briefing.changes.reading import Unread
    from briefing.tui.reading import Reading

_CHECKED_FIRST = 2_000
"""Items up to which quotations are checked and what was read is compared before a save is shown, which takes 4 ms for
the sample; of more, the view comes first."""


class Changes(NamedTuple):
    """What a save did to the items, by the offsets of those that are there: new or reworded; and how many are gone.

    `drafts` are those that came or changed as drafts: they wait to be accepted, and are counted as such. `top` is true
    when the title, the bottom line or another field of the whole file is another.
    """

    news: Mapping[int, News]
    drafts: frozenset[int] = frozenset()
    gone: int = 0
    top: bool = False

    def words(self) -> str:
        """Returns `2 new, 1 changed`; nothing where no item is another."""
        kinds = list(self.news.values())
        counts = (
            (kinds.count("new"), "new"),
            (kinds.count("changed"), "changed"),
            (len(self.drafts), "draft" if len(self.drafts) == 1 else "drafts"),
            (self.gone, "gone"),
        )
        return ", ".join(f"{number} {word}" for number, word in counts if number)

    @property
    def places(self) -> frozenset[int]:
        """The offsets of everything that is another."""
        return self.drafts.union(self.news)


class Prepared(NamedTuple):
    """A save ready to be shown in the place of the briefing `old`."""

    old: Briefing
    desk: Desk
    story: Story
    trail: Trail
    changes: Changes
    manner: Manner
    sheets: Mapping[str, Sheet]
    haystack: Haystack | None
    unread: Unread | None
    checked: bool


def prepared(
    desk: Desk, old: Story, manner: Manner, shown: Iterable[str], reading: Reading | None, *, marked: bool
) -> Prepared:
    """Returns what is shown of the file on `desk`, after the story `old`.

    `manner` is how the timeline is seen, `shown` the panes that are drawn, `reading` what was read, and `marked`
    whether a brush or a search is on, for which the items are got ready as well.
    """
    briefing = desk.loaded.briefing
    story = tell(briefing, desk.loaded.problems, old.glyphs, old.measure, old.path)
    checked = story.items <= _CHECKED_FIRST
    story = desk.verify(story) if checked else story.with_check(story.problems, old.articles)
    pairing = pair(old.briefing, briefing)
    changes = changes_of(old.briefing, briefing, pairing)
    haystack = gathered(story, manner) if checked or marked else None
    sheets = {name: sheet_of(name, story, manner) for name in shown if name in PANES}
    unread = reading.unread(briefing) if checked and reading is not None else None
    trail = Trail(old.briefing, pairing)
    trail.prepare(sheet.rows for sheet in sheets.values())
    return Prepared(old.briefing, desk, story, trail, changes, manner, sheets, haystack, unread, checked)


def sheet_of(name: str, story: Story, manner: Manner) -> Sheet:
    """Returns the rows of a pane."""
    return Sheet(PANES[name], story, timeline.rows(story, manner) if name == TIMELINE.id else None)


def changes_of(old: Briefing, new: Briefing, pairing: Pairing) -> Changes:
    """Compares two briefings item by item."""
    news: dict[int, News] = {}
    drafts = set()
    for item in new.items():
        was = pairing.old_of(item)
        if was is not None and says_the_same(was, item):
            continue
        if item.draft:
            drafts.add(item.offset)
        else:
            news[item.offset] = "new" if was is None else "changed"
    return Changes(news, frozenset(drafts), len(pairing.removed), _top(old) != _top(new))


def says_the_same(one: Item, other: Item) -> bool:
    """True when two items have the same fields, wherever they stand in their files."""
    kind = type(one)
    if kind not in _SAYS:
        names = [slot.name for slot in fields(kind) if slot.name != "marks"]
        _SAYS[kind] = attrgetter(*names)
    says = _SAYS[kind]
    return type(other) is kind and says(one) == says(other)


_SAYS: dict[type[Item], Callable[[Item], object]] = {}


def _top(briefing: Briefing) -> tuple[object, ...]:
    """Returns what stands at the top of the file."""
    return (*(getattr(briefing, name) for name in TOP_BY_NAME if name in _FIELDS), dict(briefing.extra))


_FIELDS = frozenset(slot.name for slot in fields(Briefing))
