"""That a new text means exactly what a change means: every item, every field, and no problem that was not there."""

from __future__ import annotations

import re
from collections import Counter

from briefing.document.grammar import SECTIONS
from briefing.document.load import Loaded
from briefing.document.report import MOST
from briefing.document.splicing.changes import NotSpliced
from briefing.document.splicing.expected import Expected, same, top_names
from briefing.model import Item
from briefing.problems import Problem

_DIGITS = re.compile(r"\d[\d,]*")
_REFUSED = "the edit was not made, because the file would then say something else too"


def proved(expected: Expected, old: Loaded, new: Loaded) -> Item | None:
    """Returns the item of `new` that the change was about, None where there is none.

    Raises `NotSpliced` unless `new` is what is expected, with no problem that `old` did not have.
    """
    concerned: Item | None = None
    for section in SECTIONS:
        held = getattr(new.briefing, section.name)
        items = list(held.values()) if section.shape == "map" else held
        slots = expected.sections[section.name]
        for slot, item in zip(slots, items, strict=False):
            if not same(slot, item):
                raise NotSpliced(f"{_REFUSED} ({section.noun} “{item.head[:40]}”)", new.briefing.position(item.offset))
            if slot is expected.concerned:
                concerned = item
        if len(slots) != len(items):
            raise NotSpliced(f"{_REFUSED} ({section.name} would have {len(items)} entries, not {len(slots)})")
    for name in top_names():
        if _placeless(getattr(new.briefing, name)) != _placeless(expected.top[name]):
            raise NotSpliced(f"{_REFUSED} ({name})")
    problem = _new_problem(expected, old.problems, new.problems)
    if problem is not None:
        raise NotSpliced(
            f"the edit was not made, because of what would be wrong then: {problem.message}", problem.where
        )
    return concerned


def _placeless(value: object) -> object:
    """Fields that the loader keeps by their place are compared without it."""
    if not isinstance(value, dict):
        return value
    return [(re.sub(r":\d+$", "", str(name)), text) for name, text in value.items()]


def _new_problem(expected: Expected, old: tuple[Problem, ...], new: tuple[Problem, ...]) -> Problem | None:
    had = Counter(_said(problem) for problem in old)
    allowed = {(code, _DIGITS.sub("0", message)) for code, message in expected.allowed}
    for problem in new:
        said = _said(problem)
        if had[said] > 0:
            had[said] -= 1
        elif said not in allowed and not (len(old) > MOST and any(code == problem.code for code, _ in had)):
            return problem
    return None


def _said(problem: Problem) -> tuple[str, str]:
    """What a problem says, whatever lines it counts: these move with every edit above them."""
    return problem.code, _DIGITS.sub("0", problem.message)
