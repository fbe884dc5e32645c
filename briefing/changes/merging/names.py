"""Slugs that one side renamed, renamed in the other versions too, so that all three speak of everybody by one name."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.changes.identity import pair
from briefing.document.load import Loaded
from briefing.document.splice import NotSpliced, RenameSlug, splice
from briefing.records import record

_MAPS = ("sources", "sides", "actors")


@record
class Named:
    """Three versions with the same names. `otherwise` holds, for (section, slug), what theirs calls an entry that both
    have renamed, and differently."""

    base: Loaded
    ours: Loaded
    theirs: Loaded
    otherwise: Mapping[tuple[str, str], str]


def with_the_same_names(base: Loaded, ours: Loaded, theirs: Loaded, path: str) -> Named:
    """Returns the versions with every slug that one of them renamed renamed in the others; ours where both did.

    Only `ours` is of interest as a text later on, so that the others may be rewritten at will. A name that is taken in
    one of the versions stays as it is there: such an entry counts as taken out and put in.
    """
    mine, yours = pair(base.briefing, ours.briefing), pair(base.briefing, theirs.briefing)
    otherwise: dict[tuple[str, str], str] = {}
    renamed: list[tuple[str, str, str, str]] = []
    for section in _MAPS:
        for was in getattr(base.briefing, section).values():
            here, there = mine.new_of(was), yours.new_of(was)
            if here is not None and there is not None and {here.head, there.head} != {was.head}:
                renamed.append((section, was.head, here.head, there.head))
    for section, old, mine_now, theirs_now in renamed:
        name = mine_now if mine_now != old else theirs_now
        slugs = ((base, old), (ours, mine_now), (theirs, theirs_now))
        try:
            base, ours, theirs = [_renamed(version, path, section, slug, name) for version, slug in slugs]
        except NotSpliced:
            continue
        if theirs_now not in (old, name):
            otherwise[section, name] = theirs_now
    return Named(base, ours, theirs, otherwise)


def _renamed(version: Loaded, path: str, section: str, old: str, new: str) -> Loaded:
    return version if old == new else splice(version, path, RenameSlug(section, old, new)).loaded
