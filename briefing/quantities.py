"""The value of a figure: `311+`, `<500`, `~300`, `300-350`, `1.2m`, as bounds that can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_SCALE = {"": 1.0, "k": 1e3, "m": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "t": 1e12}
_NUMBER = r"(\d[\d,  ]*(?:\.\d+)?|\.\d+)\s?(k|m|bn|b|tn|t)?"
_VALUE = re.compile(
    rf"(?P<bound>[<>≤≥~≈]|<=|>=)?\s?(?P<money>[$€£¥]|[A-Z]{{2,3}}\s?)?{_NUMBER}"
    rf"(?:\s?[-–/]\s?{_NUMBER})?\s?(?P<unit>%|percent|per cent)?(?P<more>\+)?",
    re.IGNORECASE,
)


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


@lru_cache(maxsize=4096)
def parse(text: str) -> Quantity:
    """Returns the quantity that `text` writes; one with no bounds when it writes none."""
    match = _VALUE.fullmatch(text.strip())
    if match is None or len(text) > 60:
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
    return float(re.sub(r"[,  ]", "", digits)) * _SCALE[(scale or "").lower()]
