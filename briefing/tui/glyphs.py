"""The one table of glyphs: a sign for every meaning, and its kin for terminals without Unicode."""

from __future__ import annotations

import unicodedata

_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛‹›", "'"),
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("–—‐‑−·", "-"),
        **dict.fromkeys("\u00a0\u2009\u202f", " "),
        "…": "...",
        "•": "*",
        "¶": "#",
        "→": "->",
        "↔": "<->",
        "←": "<-",
        "↑": "^",
        "↓": "v",
        "│": "|",
        "×": "x",
    }
)


class Glyphs:
    """Signs of one cell, the arrows and `more` excepted in ASCII. `sides` are taken in file order."""

    cursor: str = "▌"
    unfocused: str = "▏"
    concerned: str = "▎"
    new: str = "•"
    changed: str = "≠"
    draft: str = "┊"
    problem: str = "!"
    key: str = "★"
    open: str = "?"
    watching: str = "◎"
    answered: str = "✓"
    found: str = "✓"
    moot: str = "–"
    sides: str = "■▲◆▼✚⬢"
    no_side: str = "·"
    exact: str = "●"
    coarse: str = "○"
    approximate: str = "≈"
    uncertain: str = "?"
    interval: str = "┃"
    since: str = "↑"
    until: str = "↓"
    rail: str = "│"
    gap: str = "┊"
    answer: str = "→"
    paragraph: str = "¶"
    above: str = "↑"
    below: str = "↓"
    rule: str = "─"
    focused_rule: str = "━"
    up: str = "↑"
    down: str = "↓"
    dot: str = "·"
    bars: str = "·▁▂▃▄▅▆▇█"
    fence: str = "│"
    caret: str = "^"
    opening: str = "“"
    closing: str = "”"
    more: str = "…"
    to: str = "→"
    both: str = "↔"
    earlier: str = "←"
    ascii_only: bool = False

    def side(self, index: int | None) -> str:
        """Returns the sign of the side at `index` in file order: a digit from the seventh on, and the sign of none."""
        if index is None:
            return self.no_side
        return self.sides[index] if index < len(self.sides) else str((index + 1) % 10)

    def show(self, text: str) -> str:
        """Returns `text` as this terminal can show it: in ASCII, typographic marks become their kin."""
        if not self.ascii_only or text.isascii():
            return text
        return "".join(c if c.isascii() else _strip(c) for c in text.translate(_TYPOGRAPHY))


def _strip(character: str) -> str:
    base = unicodedata.normalize("NFKD", character)
    kept = "".join(part for part in base if part.isascii())
    return kept or ("" if unicodedata.combining(character) else "?")


class _Ascii(Glyphs):
    cursor = ">"
    unfocused = " "
    concerned = "|"
    new = "+"
    changed = "~"
    draft = ":"
    key = "*"
    watching = "@"
    answered = "x"
    found = "ok"
    moot = "-"
    sides = "%o&=$^"
    no_side = "-"
    exact = "*"
    coarse = "o"
    approximate = "~"
    interval = "#"
    since = "^"
    until = "v"
    rail = "|"
    gap = ":"
    answer = "->"
    paragraph = "#"
    above = "^"
    below = "v"
    rule = "-"
    focused_rule = "="
    up = "^"
    down = "v"
    dot = "-"
    bars = "-..::==##"
    fence = "|"
    opening = '"'
    closing = '"'
    more = "..."
    to = "->"
    both = "<->"
    earlier = "<-"
    ascii_only = True


UNICODE: Glyphs = Glyphs()
ASCII: Glyphs = _Ascii()
