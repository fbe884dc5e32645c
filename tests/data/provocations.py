"""For every code that reading a text may report, a text that makes it do so, and the line where it stands."""

from __future__ import annotations

from typing import NamedTuple


class Provocation(NamedTuple):
    """A text in which something is wrong, what, and on which line."""

    code: str
    text: str
    line: int


_T = "title: A briefing\n"
_DEEP = "[" * 70 + "]" * 70

PROVOCATIONS: tuple[Provocation, ...] = (
    Provocation("too-large", "x" * (8 * 1024 * 1024 + 1), 1),
    Provocation("empty", "", 1),
    Provocation("empty", "\n# only a comment\n", 1),
    Provocation("not-a-briefing", "- a list\n- of things\n", 1),
    Provocation("not-a-briefing", 'Rebels took Aleppo: they say.\nThey did: “so” "they": say\n', 1),
    Provocation("unreadable-rest", _T + "actors:\n" + "".join(f'  a{n}: {{ "a" "b" }}\n' for n in range(60)), 26),
    Provocation("too-deep", f"{_T}notes: {_DEEP}\n", 2),
    Provocation("too-many-nodes", _T + "tags: [" + "a, " * 200_001 + "]\n", 2),
    Provocation("too-many-problems", _T + "questions:\n" + "  - opan: x\n" * 1_002, 1_003),
    Provocation("title-missing", "as_of: 2024-11-30\n", 1),
    Provocation("title-missing", "title:\nas_of: 2024-11-30\n", 1),
    Provocation("version-newer", f"{_T}briefing: 2\n", 2),
    Provocation("version-unknown", f"{_T}briefing: one\n", 2),
    Provocation("directive", f"%YAML 1.1\n---\n{_T}", 1),
    Provocation("several-documents", f"{_T}---\nwhy: more\n", 2),
    Provocation("conflict-marker", f"{_T}<<<<<<< HEAD\nwhy: a\n=======\nwhy: b\n>>>>>>> other\n", 2),
    Provocation("unsettled", f"{_T}figures:\n  - killed: 412+\n    conflict: value = 415+\n", 4),
    Provocation("unsettled", f"{_T}conflict:\n  - title = Another title\n", 3),
    Provocation("alias", f"{_T}why: *x\n", 2),
    Provocation("anchor-mark", f"{_T}why: &x because\n", 2),
    Provocation("merge-key", f"{_T}<<: {{why: because}}\n", 2),
    Provocation("merge-key", f"{_T}actors:\n  <<: {{a: b}}\n", 3),
    Provocation("tag", f"{_T}why: !!str because\n", 2),
    Provocation("section-shape", f"{_T}timeline: nothing yet\n", 2),
    Provocation("section-shape", f"{_T}actors:\n  - assad: Bashar al-Assad\n", 3),
    Provocation("section-shape", f"{_T}timeline:\n  2024-11-30: Rebels enter\n", 3),
    Provocation("section-repeated", f"{_T}next:\n  - todo: a\nnext:\n  - todo: b\n", 4),
    Provocation("field-unknown", f"{_T}questions:\n  - open: a\n    watsch: b\n", 4),
    Provocation("field-unknown", f"{_T}botom_line: b\n", 2),
    Provocation("field-repeated", f"{_T}title: Another\n", 2),
    Provocation("field-repeated", f"{_T}next:\n  - todo: a\n    note: b\n    note: c\n", 5),
    Provocation("field-shape", f"{_T}as_of: [2024-11-30]\n", 2),
    Provocation("slug-repeated", f"{_T}sides:\n  gov: A\n  gov: B\n", 4),
    Provocation("slug-invalid", f"{_T}sides:\n  The Government: A\n", 3),
    Provocation("slug-unknown", f"{_T}quotes:\n  - khalifa: They left\n", 3),
    Provocation("slug-unknown", f"{_T}next:\n  - todo: a\n    src: bbc#1\n", 4),
    Provocation("slug-unknown", f"{_T}actors:\n  a: {{ name: A, side: gov }}\n", 3),
    Provocation("item-shape", f"{_T}questions:\n  - - a\n    - b\n", 3),
    Provocation("head-first", f"{_T}questions:\n  - note: b\n    open: a\n", 3),
    Provocation("head-missing", f"{_T}timeline:\n  - Rebels enter\n", 3),
    Provocation("head-unknown", f"{_T}questions:\n  - opne: a\n", 3),
    Provocation("head-shape", f"{_T}timeline:\n  - [2024-11-29, 2024-11-30]: a\n", 3),
    Provocation("text-empty", f"{_T}questions:\n  - open:\n", 3),
    Provocation("text-shape", f"{_T}questions:\n  - open:\n      a: b\n      c: d\n", 4),
    Provocation("text-after-comment", f"{_T}questions:\n  - open: a # b\n", 3),
    Provocation("date-invalid", f"{_T}as_of: 2024-02-30\n", 2),
    Provocation("anchor-syntax", f"{_T}sources:\n  bbc: BBC\nnext:\n  - todo: a\n    src: bbc #12\n", 6),
    Provocation("word-unknown", f"{_T}actors:\n  a: {{ name: A, kind: persn }}\n", 3),
    Provocation("flag-unknown", f"{_T}next:\n  - todo: a\n    draft: perhaps\n", 4),
    Provocation("figure-value", f"{_T}figures:\n  - killed: scores\n", 3),
    Provocation("relation-arrow", f"{_T}actors:\n  a: A\nrelations:\n  - a → a: b\n", 5),
    Provocation("relation-arrow", f"{_T}relations:\n  - a backs: b\n", 3),
    Provocation("url-unsafe", f"{_T}sources:\n  bbc: javascript://x\n", 3),
    Provocation("character", f"{_T}why: a\x1b[31mb\n", 2),
    Provocation("byte-order-mark", f"\ufeff{_T}", 1),
    Provocation("line-ends", f"{_T}why: b\r\n", 2),
    Provocation("line-ends", "title: A briefing\r\n", 1),
    Provocation("line-lost", f"{_T}actors:\n  nothing at all\n  a: 'A', b\n", 3),
    Provocation("repaired-quotes", f"{_T}why: Kremlin: no comment\n", 2),
    Provocation("repaired-space", f"{_T}as_of:2024-11-30\n", 2),
    Provocation("repaired-indent", f"{_T}questions:\n  - open: a\n   src: s\nsources:\n  s: S\n", 4),
    Provocation("repaired-tab", f"{_T}questions:\n\t- open: a\n", 3),
    Provocation("repaired-blank", f"{_T}questions:\n\u00a0\u00a0- open: a\n", 3),
    Provocation("repaired-dash", f"{_T}questions:\n  - open: a\n  open: b\n", 4),
    Provocation("repaired-fields", f"{_T}actors:\n  a: A\n    note: b\n", 3),
    Provocation("repaired-comment", f"{_T}questions:\n  - open: #Aleppo trends\n", 3),
    Provocation("repaired-head", f"{_T}questions:\n  - Kremlin: is it so?\n", 3),
)
"""The codes of `store` are provoked by its own tests, `no-parser` by a test that takes the parser away."""
