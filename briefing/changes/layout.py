"""Whether two files differ in more than what is told of their items: in comments, blank lines, quotes, folding."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from briefing.changes.differences import BRIEF, Comparison
from briefing.document import grammar
from briefing.document.load import Loaded
from briefing.model import Briefing, Item


def differs_besides(old: Loaded, new: Loaded, compared: Comparison) -> bool:
    """True when lines differ that no difference speaks of. A comment at the end of a line belongs to its item.

    `compared` is what the briefings of both were found to differ in.
    """
    if old.text == new.text:
        return False
    if not compared.differences:
        return True
    gone = {item for found in compared.differences if (item := found.old)}
    came = {item for found in compared.differences if (item := found.new)}
    top = {found.fields[0].name for found in compared.differences if found.section == BRIEF}
    return list(_rest(old, gone, top)) != list(_rest(new, came, top))


def _rest(loaded: Loaded, told: set[Item], top: set[str]) -> Iterator[str]:
    """Yields the lines that do not belong to what is told, blank ones and the names of sections left out."""
    begins = sorted(_begins(loaded.briefing, told, top))
    offsets = [offset for offset, _ in begins]
    at = 0
    for line in loaded.text.splitlines(keepends=True):
        first, last = bisect_left(offsets, at), bisect_left(offsets, at + len(line))
        owned = any(is_told for _, is_told in begins[first if first < last else max(0, first - 1) : last])
        bare = line.strip()
        if bare.startswith("#") or (bare and not owned and bare.removesuffix(":") not in grammar.BY_NAME):
            yield line
        at += len(line)


def _begins(briefing: Briefing, told: set[Item], top: set[str]) -> Iterator[tuple[int, bool]]:
    """Yields where each item and each field of the whole briefing begins, and whether it is told of."""
    for item in briefing.items():
        yield item.offset, item in told
    for name, places in briefing.marks.items():
        yield places[0], name in top
