"""Small closed sets of function words, written as running text."""

from __future__ import annotations


def word_list(text: str) -> list[str]:
    """Returns the words of `text` in order."""
    return text.split()


def word_set(text: str) -> frozenset[str]:
    """Returns the words of `text`, which blanks part."""
    return frozenset(text.split())
