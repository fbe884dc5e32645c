"""Contrast between two colours `#RRGGBB`, as WCAG 2.2 defines it."""

from __future__ import annotations

MIDDLE = 0.179
"""The relative luminance from which black words stand out more than white ones: where (1.05 / (L + 0.05)) and
((L + 0.05) / 0.05) are equal."""


def ratio(one: str, other: str) -> float:
    """Returns the contrast ratio, from 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """Returns the relative luminance, from 0 (black) to 1 (white)."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
