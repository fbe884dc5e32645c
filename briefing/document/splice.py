"""An intended change and a text → the smallest new text that has it, proved by loading it.

What is written where, and why, is told in docs/decisions/0007-splice.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from briefing.document.edits import Edit, Edited
from briefing.document.load import Loaded, load
from briefing.document.splicing.changes import AddItem as AddItem
from briefing.document.splicing.changes import All as All
from briefing.document.splicing.changes import Change as Change
from briefing.document.splicing.changes import Entry as Entry
from briefing.document.splicing.changes import MergeActors as MergeActors
from briefing.document.splicing.changes import NotSpliced as NotSpliced
from briefing.document.splicing.changes import RemoveField as RemoveField
from briefing.document.splicing.changes import RemoveItem as RemoveItem
from briefing.document.splicing.changes import RemoveTop as RemoveTop
from briefing.document.splicing.changes import RenameSlug as RenameSlug
from briefing.document.splicing.changes import SetField as SetField
from briefing.document.splicing.changes import SetHead as SetHead
from briefing.document.splicing.changes import SetText as SetText
from briefing.document.splicing.changes import SetTop as SetTop
from briefing.document.splicing.changes import Value as Value
from briefing.document.splicing.changes import moved
from briefing.document.splicing.making import Maker
from briefing.document.splicing.page import Page
from briefing.document.splicing.places import Places
from briefing.document.splicing.proof import proved
from briefing.model import Item, Position
from briefing.records import record
from briefing.text import clean_line


@record
class Spliced:
    """What came of a change: the new `text` (without a byte order mark), the `edits` that led to it, in offsets of the
    old one, the new text as `loaded`, and in it the `item` that the change was about, None where there is none."""

    text: str
    edits: tuple[Edit, ...]
    loaded: Loaded
    item: Item | None


@record
class Place:
    """A line that a change concerns, before and after it, both showable. `after` is empty for one that goes."""

    where: Position
    before: str
    after: str


def splice(loaded: Loaded, path: str, change: Change) -> Spliced:
    """Makes `change`, which speaks of items of `loaded.briefing`, in the text of the file at `path`.

    Every byte that the change does not concern stays. The new text is loaded, and compared item by item with what the
    change means. Raises `NotSpliced` when it can't be made, or when the new text would mean anything else too.
    """
    try:
        return _spliced(loaded, path, change)[0]
    except NotSpliced:
        if not isinstance(change, All) or len(change.changes) < 2:
            raise
    return _in_turn(loaded, path, change)


def _spliced(loaded: Loaded, path: str, change: Change) -> tuple[Spliced, Maker]:
    maker = _made(loaded, path, change)
    edits = _tidy(loaded.text, maker.edits())
    text = Edited(loaded.text, edits).text
    new = load(text, path)
    return Spliced(text, edits, new, proved(maker.expected, loaded, new)), maker


def _in_turn(loaded: Loaded, path: str, change: All) -> Spliced:
    """Makes changes one after the other that touch the same words. Each is proved by itself."""
    now, item = loaded, None
    became: dict[int, Item] = {}
    for part in change.changes:
        spliced, maker = _spliced(now, path, moved(part, became))
        follows = {id(old): new for old, new in maker.expected.pairs(spliced.loaded)}
        first = {id(old): old for old in loaded.briefing.items()} if not became else {}
        became = {key: follows[id(held)] for key, held in (became or first).items() if id(held) in follows}
        now, item = spliced.loaded, spliced.item
    return Spliced(now.text, _tidy(loaded.text, [Edit(0, len(loaded.text), now.text)]), now, item)


def extent(loaded: Loaded, item: Item) -> tuple[int, int]:
    """Returns the part `[start, end)` of `loaded.text` that is `item`: its lines to the last line break, with the
    comment lines that belong to it. In a list or a map in brackets it is the entry alone. Raises `NotSpliced`."""
    return Places(loaded).extent(item)


def preview(loaded: Loaded, change: Change) -> tuple[Place, ...]:
    """Returns every line that `change` would touch, in the order of the file. Raises `NotSpliced`."""
    edits = _tidy(loaded.text, _made(loaded, "", change).edits())
    page = Places(loaded).page
    found: list[Place] = []
    for start, end, here in _passages(page, edits):
        old = loaded.text[start:end]
        new = Edited(old, [Edit(edit.start - start, edit.end - start, edit.new) for edit in here]).text
        before, after = old.splitlines(), new.splitlines()
        first = _common(before, after)
        before, after = before[first:], after[first:]
        last = _common(before[::-1], after[::-1])
        before, after = before[: len(before) - last], after[: len(after) - last]
        if len(before) > len(after):
            after = _beside(before, after)
        line = loaded.briefing.position(start).line + first
        for number, (was, becomes) in enumerate(zip_longest(before, after, fillvalue="")):
            if was != becomes:
                found.append(Place(Position(line + number, 1), clean_line(was), clean_line(becomes)))
    return tuple(found)


def _beside(before: list[str], after: list[str]) -> list[str]:
    """Lays the lines that stay beside what they were: a line that goes has nothing beside it."""
    laid = [""] * len(before)
    at = 0
    for number, line in enumerate(after):
        rest = range(at, len(before) - (len(after) - number) + 1)
        at = max(rest, key=lambda place: (_common(before[place], line), -place))
        laid[at] = line
        at += 1
    return laid


def _passages(page: Page, edits: tuple[Edit, ...]) -> Iterator[tuple[int, int, list[Edit]]]:
    """Yields runs of whole lines with the edits in them; edits on neighbouring lines are in one run."""
    here: list[Edit] = []
    start = end = 0
    for edit in edits:
        if here and page.start(edit.start) > end + 2:
            yield start, end, here
            here = []
        if not here:
            start = page.start(edit.start)
        here.append(edit)
        end = page.end(edit.end)
    if here:
        yield start, end, here


def _made(loaded: Loaded, path: str, change: Change) -> Maker:
    if loaded.briefing.read_only:
        raise NotSpliced("the file is in a newer version of the format; update the program to edit it")
    if not loaded.readable and loaded.text.strip():
        raise NotSpliced("the file has nothing of a briefing, so nothing can be changed in it")
    maker = Maker(loaded, path)
    maker.make(change)
    return maker


def _tidy(text: str, edits: list[Edit]) -> tuple[Edit, ...]:
    """The edits in order, each without what it would replace by the same, and those left out that change nothing.

    Raises `NotSpliced` when two of them concern the same characters.
    """
    tidy = []
    for start, end, new in edits:
        old = text[start:end]
        same = _common(old, new)
        old, new, start = old[same:], new[same:], start + same
        same = _common(old[::-1], new[::-1])
        old, new, end = old[: len(old) - same], new[: len(new) - same], end - same
        if old or new:
            tidy.append(Edit(start, end, new))
    tidy.sort(key=lambda edit: (edit.start, edit.end))
    at = 0
    apart: list[Edit] = []
    for edit in tidy:
        if edit.start < at and not edit.new and not apart[-1].new:
            apart[-1] = Edit(apart[-1].start, max(at, edit.end), "")
        elif edit.start < at:
            raise NotSpliced("these changes concern the same words; make them one after the other")
        else:
            apart.append(edit)
        at = apart[-1].end
    return tuple(apart)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many characters two texts, or lines two lists, have in common at their beginning."""
    if one == other or other[: len(one)] == one:
        return len(one)
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(other))
