"""How words are compared in a search."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """Returns `text` as it is compared: without case, accents and typographic quotes. Not of the same length."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("“", '"').replace("”", '"'))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()
