"""Lines as people in newsrooms type them, which YAML refuses or reads as something else, and what they mean.

Each stands in its section with a sound item above it and one below. `codes` are all the problems that the file then
has.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

_NO_FIELDS: Mapping[str, object] = {}


class Newsroom(NamedTuple):
    """What was typed below the name of a section, and what must come out of it."""

    section: str
    typed: str
    head: str
    text: str
    codes: tuple[str, ...] = ("repaired-quotes",)
    fields: Mapping[str, object] = _NO_FIELDS


_READ = ()
_QUOTES = ("repaired-quotes",)

LINES: tuple[Newsroom, ...] = (
    Newsroom("quotes", '- khalifa: "Restore order", says the Kremlin', "khalifa", '"Restore order", says the Kremlin'),
    Newsroom(
        "quotes", '- khalifa: "They held", he said. "They left."',
        "khalifa", '"They held", he said. "They left."'
    ),
    Newsroom("quotes", "- khalifa: 'Restore order', he said", "khalifa", "'Restore order', he said"),
    Newsroom("quotes", '- khalifa: "No end to it', "khalifa", '"No end to it'),
    Newsroom("quotes", '- khalifa: They said "no" twice', "khalifa", 'They said "no" twice', _READ),
    Newsroom("quotes", '- khalifa: said: "no"', "khalifa", 'said: "no"'),
    Newsroom("quotes", "- khalifa: '90s tactics won't work", "khalifa", "'90s tactics won't work"),
    Newsroom("quotes", "- khalifa: “Smart: quotes”", "khalifa", "“Smart: quotes”"),
    Newsroom("quotes", "- khalifa: … and then they left", "khalifa", "… and then they left", _READ),
    Newsroom("quotes", "- khalifa: ... and then they left", "khalifa", "... and then they left", _READ),
    Newsroom("quotes", "- khalifa: --- and then they left", "khalifa", "--- and then they left", _READ),
    Newsroom("quotes", "- khalifa: — and then they left", "khalifa", "— and then they left", _READ),
    Newsroom("quotes", "- @khalifa: on the record", "@khalifa", "on the record", ("repaired-quotes", "slug-unknown")),
    Newsroom("quotes", "- a senior US official: no comment: none", "a senior US official", "no comment: none"),
    Newsroom("quotes", "- khalifa:They left", "khalifa", "They left", ("repaired-space",)),
    Newsroom("quotes", "- khalifa:\tThey left", "khalifa", "They left", _READ),
    Newsroom("quotes", "-\tkhalifa: They left", "khalifa", "They left", ("repaired-tab",)),
    Newsroom(
        "quotes", "- khalifa: They left\n\tsrc: bbc#1", "khalifa", "They left",
        ("repaired-tab",), {"src": "bbc#1"}
    ),
    Newsroom("questions", "- open: Kremlin: no comment", "open", "Kremlin: no comment"),
    Newsroom("questions", "- open: [AP] reports a strike, says who?", "open", "[AP] reports a strike, says who?"),
    Newsroom("questions", "- open: [AP]", "open", "[AP]"),
    Newsroom("questions", "- open: {sic} they wrote", "open", "{sic} they wrote"),
    Newsroom("questions", "- open: {sic}", "open", "{sic}"),
    Newsroom("questions", "- open: @SyriaHR says so: true?", "open", "@SyriaHR says so: true?"),
    Newsroom("questions", "- open: @SyriaHR", "open", "@SyriaHR"),
    Newsroom("questions", "- open: `code` words", "open", "`code` words"),
    Newsroom("questions", "- open: *Breaking* is it so?", "open", "*Breaking* is it so?"),
    Newsroom("questions", "- open: **Breaking**", "open", "**Breaking**"),
    Newsroom("questions", "- open: *", "open", "*"),
    Newsroom("questions", "- open: & what then?", "open", "& what then?"),
    Newsroom("questions", "- open: !", "open", "!", ("tag",)),
    Newsroom("questions", "- open: %s of what", "open", "%s of what"),
    Newsroom("questions", "- open: 50% of what?", "open", "50% of what?", _READ),
    Newsroom("questions", "- open: ? who knows", "open", "? who knows"),
    Newsroom("questions", "- open: - who knows", "open", "- who knows"),
    Newsroom("questions", "- open: - - who knows", "open", "- - who knows"),
    Newsroom("questions", "- open: -", "open", "-"),
    Newsroom("questions", "- open: =", "open", "=", _READ),
    Newsroom("questions", "- open: <<", "open", "<<", _READ),
    Newsroom("questions", "- open: ~", "open", "~", _READ),
    Newsroom("questions", "- open: no", "open", "no", _READ),
    Newsroom("questions", "- open: 12:30", "open", "12:30", _READ),
    Newsroom("questions", "- open: 0311", "open", "0311", _READ),
    Newsroom("questions", "- open: | what", "open", "| what"),
    Newsroom("questions", "- open: , what", "open", ", what"),
    Newsroom("questions", "- open: ] what", "open", "] what"),
    Newsroom("questions", "- open: What Moscow wants:", "open", "What Moscow wants:"),
    Newsroom("questions", "- open: who: what: where", "open", "who: what: where"),
    Newsroom("questions", "- open: http://example.org/a: is it true", "open", "http://example.org/a: is it true"),
    Newsroom("questions", "- open: C:\\Users\\desk", "open", "C:\\Users\\desk", _READ),
    Newsroom("questions", "- open: \U0001f3db: what now", "open", "\U0001f3db: what now"),
    Newsroom("questions", "- open: #Aleppo trends", "open", "#Aleppo trends", ("repaired-comment",)),
    Newsroom("questions", "- open: We are #1 in what?", "open", "We are", ("text-after-comment",)),
    Newsroom("questions", "- open: Is it so # ask AP", "open", "Is it so", ("text-after-comment",)),
    Newsroom("questions", "- open:Is it so?", "open", "Is it so?", ("repaired-space",)),
    Newsroom("questions", "- open:Is it so?\n  src: bbc#1", "open", "Is it so?", ("repaired-space",), {"src": "bbc#1"}),
    Newsroom("questions", "- open: Is it so?\n  src:bbc#1", "open", "Is it so?", ("repaired-space",), {"src": "bbc#1"}),
    Newsroom("questions", "- Is it so?", "open", "Is it so?", _READ),
    Newsroom("questions", "- Is it so?\n  src: bbc#1", "open", "Is it so?", ("repaired-head",), {"src": "bbc#1"}),
    Newsroom("questions", "- Kremlin: is it so?", "open", "Kremlin: is it so?", ("repaired-head",)),
    Newsroom("questions", "- ? Is it so", "open", "? Is it so"),
    Newsroom("questions", "- [AP] Is it so", "open", "[AP] Is it so"),
    Newsroom("questions", "- open: Is it so\n    and: since when?", "open", "Is it so and: since when?"),
    Newsroom(
        "questions", "- open: Is it so\nand since when?", "open", "Is it so and since when?",
        ("repaired-indent",)
    ),
    Newsroom(
        "questions", "- open: Is it so?\n src: bbc#1", "open", "Is it so?",
        ("repaired-indent",), {"src": "bbc#1"}
    ),
    Newsroom(
        "questions", "- open: Is it so?\n    src: bbc#1", "open", "Is it so?",
        ("repaired-indent",), {"src": "bbc#1"}
    ),
    Newsroom("questions", "- open: Is it so?\nsrc: bbc#1", "open", "Is it so?", ("repaired-indent",), {"src": "bbc#1"}),
    Newsroom(
        "questions", "- open: Is it?\n\u00a0\u00a0src: bbc#1", "open", "Is it?",
        ("repaired-blank",), {"src": "bbc#1"}
    ),
    Newsroom(
        "questions", "- open: Is it so?\n  answer: Kremlin: no comment", "open", "Is it so?", _QUOTES,
        {"answer": "Kremlin: no comment"},
    ),
    Newsroom(
        "questions", "- open: Is it so?\n  watch:\n    - Kremlin: a statement\n    - [AP] or: Reuters", "open",
        "Is it so?",
        ("repaired-quotes", "repaired-quotes"), {"watch": ("Kremlin: a statement", "[AP] or: Reuters")},
    ),
    Newsroom("timeline", "- 2024-11-30:Rebels enter", "2024-11-30", "Rebels enter", ("repaired-space",)),
    Newsroom("timeline", "- 2024-11-30T14:20:Rebels enter", "2024-11-30T14:20", "Rebels enter", ("repaired-space",)),
    Newsroom("timeline", "- 2024-11-30: Kremlin: order", "2024-11-30", "Kremlin: order"),
    Newsroom("timeline", "- 2024-11-30: 12:30 strike: two dead", "2024-11-30", "12:30 strike: two dead"),
    Newsroom("timeline", "   - 2024-11-30: Rebels enter", "2024-11-30", "Rebels enter", ("repaired-indent",)),
    Newsroom("figures", "- killed: > 300", "killed", "> 300"),
    Newsroom("figures", "- killed: >5", "killed", ">5"),
    Newsroom("figures", "- killed: >300", "killed", ">300"),
    Newsroom("figures", "- share: 50%", "share", "50%", _READ),
    Newsroom("figures", "- killed:311+", "killed", "311+", ("repaired-space",)),
    Newsroom("claims", "- army: &c is what they wrote", "army", "&c is what they wrote", ("anchor-mark",)),
    Newsroom("claims", "- army: !important point", "army", "!important point", ("tag",)),
    Newsroom("next", "- Call AP: ask for the toll", "todo", "Call AP: ask for the toll", ("repaired-head",)),
    Newsroom("next", "- 2024-12-01:Call AP", "2024-12-01", "Call AP", ("repaired-space",)),
    Newsroom("relations", "- army -> khalifa: [AP] distrusts", "army -> khalifa", "[AP] distrusts"),
)  # fmt: skip

ABOVE = {
    "quotes": "- khalifa: Above",
    "questions": "- open: Above",
    "timeline": "- 2024-11-29: Above",
    "figures": "- hurt: 12",
    "claims": "- army: Above",
    "next": "- todo: Above",
    "relations": "- khalifa -> army: Above",
}

FRAME = """title: A briefing
sources:
  bbc: sources/bbc.txt
actors:
  khalifa: Dareen Khalifa (International Crisis Group)
  army: Syrian army
"""


def document(line: Newsroom, indent: str = "") -> str:
    """Returns a file in which the line stands between two sound ones; what was typed is indented by `indent`."""
    lines = [ABOVE[line.section], *line.typed.split("\n"), ABOVE[line.section]]
    return f"{FRAME}{line.section}:\n" + "".join(f"{indent}{one}\n" for one in lines)
