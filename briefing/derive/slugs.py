"""Short names for actors that a person would have typed: `khalifa`, `sohr`, `us`, `turkish_backed_rebels`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from briefing.derive.layers import Kind

_LIGHT = frozenset({"of", "the", "for", "and", "on", "to", "in", "at", "a", "an", "de"})
_ARTICLES = re.compile(r"^(?:al|el|ad|as|ash|an|ar|at)-", re.IGNORECASE)
_SHORT = {
    "united-states": "us",
    "united-kingdom": "uk",
    "united-arab-emirates": "uae",
    "european-union": "eu",
    "united-nations": "un",
}
_MOST_WORDS = 3
_FORMS = frozenset({"ag", "inc", "ltd", "plc", "llc", "corp", "co", "gmbh", "sa", "nv", "spa", "limited", "the"})
"""Legal forms, which nobody types."""


def slug(name: str, kind: Kind, taken: Container[str]) -> str:
    """Returns a slug for `name` that is not in `taken`: a surname, the initials of a long name, or its words."""
    words = [word for word in (_plain(part) for part in re.split(r"[\s/]+", name)) if word]
    content = [word for word in words if word not in _LIGHT] or words
    if kind is not Kind.PERSON:
        content = [word for word in content if word not in _FORMS] or content
    proposals = [_proposal(name, content, kind)]
    if kind is Kind.PERSON and len(content) > 1:
        proposals.append(f"{content[0]}-{content[-1]}")
    proposals.append("-".join(content[: _MOST_WORDS + 1]))
    for proposal in proposals:
        if proposal and proposal not in taken:
            return proposal
    base = proposals[-1] or "actor"
    number = 2
    while f"{base}-{number}" in taken:
        number += 1
    return f"{base}-{number}"


def of_file(stem: str) -> str:
    """Returns a slug made from the name of a file without its ending."""
    return _plain(stem)[:60].strip("-_") or "article"


def _proposal(name: str, content: list[str], kind: Kind) -> str:
    whole = "-".join(content)
    if whole in _SHORT:
        return _SHORT[whole]
    if kind is Kind.PERSON and content:
        parts = name.split()
        if len(parts) == 2 and "-" in parts[1] and len(parts[0]) < 6:
            return content[0]  # Hau Lung-bin, Park Joo-ho: the family name stands first
        return content[-2] if len(content) > 2 and content[-1] in ("jr", "sr", "ii", "iii", "iv") else content[-1]
    capitals = [part for part in name.split() if part[:1].isupper()]
    if kind is Kind.ORGANISATION and len(content) > _MOST_WORDS and len(capitals) > _MOST_WORDS - 1:
        return "".join(word[0] for word in content)
    return "-".join(content[:_MOST_WORDS])


def _plain(word: str) -> str:
    ascii_word = unicodedata.normalize("NFKD", _ARTICLES.sub("", word).replace("’s", "").replace("'s", ""))
    return re.sub(r"[^a-z0-9]+", "-", ascii_word.encode("ascii", "ignore").decode().lower()).strip("-")
