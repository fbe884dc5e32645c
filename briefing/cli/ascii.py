"""What stands for a character where the output can't take it, as in the C locale."""

from __future__ import annotations

from unicodedata import combining, normalize

_KIN = {
    "‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "--", "−": "-",
    "…": "...", "¶": "#", "•": "*", "·": "-", "→": "->", "←": "<-", "↔": "<->", "≤": "<=", "≥": ">=", "≈": "~",
    "×": "x", "€": "EUR ", "£": "GBP ", "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D",
    "ı": "i", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "þ": "th", "ð": "d",
}  # fmt: skip
"""What neither loses an accent nor falls apart by Unicode's own tables (NFKD)."""


def plain(text: str, encoding: str) -> str:
    """Returns `text` with each character that `encoding` lacks replaced by its kin: a letter without its accent, a
    straight quotation mark, `#` for a paragraph; `?` for what has none. Its length may change."""
    return "".join(character if _takes(encoding, character) else _kin(character, encoding) for character in text)


def _kin(character: str, encoding: str) -> str:
    kin = _KIN.get(character)
    if kin is None:
        kin = "".join(part for part in normalize("NFKD", character) if not combining(part))
    return "".join(part if _takes(encoding, part) else "?" for part in kin)


def _takes(encoding: str, character: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
