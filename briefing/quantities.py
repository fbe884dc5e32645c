"""The value of a figure: `311+`, `<500`, `~300`, `300-350`, `1.2m`, as bounds that can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

_SCALE = {"": 1.0, "k": 1e3, "m": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "t": 1e12}
_GAP = r"[,' \u00a0\u2009\u202f’]"
# Digits in groups, as English (1,234,567), French (1 234 567) and Indian (12,34,567) print them. In 12,5 the comma
# would be a decimal point to some and a slip to others: it is no number here.
_NUMBER = rf"(\d{{1,3}}(?:{_GAP}\d{{2,3}})*{_GAP}\d{{3}}(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)\s?(k|m|bn|b|tn|t)?"
_VALUE = (
    rf"(?P<bound>[<>≤≥~≈]|<=|>=)?\s?(?P<money>[$€£¥]|[A-Z]{{2,3}}\s?)?{_NUMBER}"
    rf"(?:\s?[-–/]\s?{_NUMBER})?\s?(?P<unit>%|percent|per cent)?(?P<more>\+)?"
)
_LONGEST = 60
"""Characters of a value; more is prose."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its bounds, both inclusive, `None` where it is open; `text` is how it was written.

    A text that is no number has neither bound; it is shown as it is and compares with nothing.
    """

    text: str
    lower: float | None = None
    upper: float | None = None
    approximate: bool = False

    @property
    def known(self) -> bool:
        """True when the text was understood as a number."""
        return self.lower is not None or self.upper is not None


@cache
def _pattern() -> re.Pattern[str]:
    # Compiled at the first figure: many a briefing has none.
    return re.compile(_VALUE, re.IGNORECASE)


@lru_cache(maxsize=4096)
def parse(text: str) -> Quantity:
    """Returns the quantity that `text` writes; one with no bounds when it writes none."""
    match = _pattern().fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if match is None:
        return Quantity(text)
    groups = match.groups()
    first = _number(groups[2], groups[3])
    second = _number(groups[4], groups[5] or "") if groups[4] else None
    if second is not None:
        if not groups[3] and groups[5] and second >= first:
            first = _number(groups[2], groups[5])
        if groups[0] or groups[7] or second < first:
            return Quantity(text)
        return Quantity(text, first, second)
    bound = groups[0] or ("+" if groups[7] else "")
    if bound in ("<", "≤", "<="):
        return Quantity(text, None, first)
    if bound in (">", "≥", ">=", "+"):
        return Quantity(text, first, None)
    return Quantity(text, first, first, approximate=bound in ("~", "≈"))


def _number(digits: str, scale: str | None) -> float:
    return float(re.sub(_GAP, "", digits)) * _SCALE[(scale or "").lower()]
