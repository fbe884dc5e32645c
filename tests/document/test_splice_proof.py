"""A wrong splice is caught, whatever it gets wrong, and hostile text never gets into a file changed.

`BRIEFING_HOSTILE=2000` sets the number of hostile texts; 300 are tried otherwise.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from random import Random

import pytest

from briefing.document.edits import Edit, Edited
from briefing.document.load import Loaded, load
from briefing.document.splice import (
    AddItem,
    Change,
    MergeActors,
    NotSpliced,
    RemoveField,
    RemoveItem,
    RenameSlug,
    SetField,
    SetHead,
    SetText,
    SetTop,
    splice,
)
from briefing.document.splicing import adding, items, scalars, slugs
from briefing.document.splicing.making import Maker
from briefing.model import Briefing

HOSTILE = int(os.environ.get("BRIEFING_HOSTILE", "300"))
TEXT = """\
title: Rebels take the city
sources:
  bbc: sources/bbc.txt
  ap: AP report
actors:
  hts: { name: HTS, side: opp, aka: [the group] }
  army: Syrian army (forces)
sides:
  opp: Rebels
timeline:
  - 2024-11-27: Offensive begins
    src: bbc#1
    who: [hts, army]
  - 2024-11-30: City taken
    draft: true
questions:
  - open: Will it hold?
    src: bbc#2, ap#3
quotes:
  - hts: We are in
    src: ap#1
"""
_WRONG: dict[str, Callable[[str], str]] = {
    "another word": lambda text: text.replace("City taken", "City lost"),
    "a field too few": lambda text: text.replace("    draft: true\n", ""),
    "a field too many": lambda text: text.replace("    src: ap#1\n", "    src: ap#1\n    key: true\n"),
    "an item too few": lambda text: text[: text.index("  - 2024-11-30")] + text[text.index("questions:") :],
    "an item too many": lambda text: text.replace("questions:\n", "questions:\n  - open: And then?\n"),
    "two items in another order": lambda text: text.replace("  ap: AP report\n", "").replace(
        "sources:\n", "sources:\n  ap: AP report\n"
    ),
    "another date": lambda text: text.replace("2024-11-30", "2024-11-29"),
    "another anchor": lambda text: text.replace("bbc#2", "bbc#3"),
    "another title": lambda text: text.replace("Rebels take", "Rebels leave"),
    "a name too few": lambda text: text.replace(", aka: [the group]", ""),
    "a role too few": lambda text: text.replace(" (forces)", ""),
    "a line that YAML does not take": lambda text: text.replace("We are in", '"We" are in'),
    "a repeated field": lambda text: text.replace("    draft: true\n", "    draft: true\n    draft: true\n"),
    "a comment behind a text": lambda text: text.replace("We are in", "We are in #Aleppo"),
    "half the file": lambda text: text[: len(text) // 2],
    "nothing": lambda text: "",
}


def _out(start: int, end: int) -> Edit:
    return Edit(start, end, "")


def _changes(loaded: Loaded) -> list[Change]:
    briefing = loaded.briefing
    return [
        SetField(briefing.timeline[0], "note", "seen"),
        SetText(briefing.timeline[0], "It begins"),
        RemoveField(briefing.timeline[0], "who"),
        AddItem("claims", "hts", "We won"),
        RenameSlug("sides", "opp", "rebels"),
        SetTop("why", "A front has moved"),
    ]


@pytest.mark.parametrize("wrong", _WRONG.values(), ids=_WRONG)
def test_whatever_else_a_splice_changes_it_is_refused(
    wrong: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = load(TEXT, "x.yaml")
    made = Maker.edits

    def spoilt(maker: Maker) -> list[Edit]:
        edits = made(maker)
        text = Edited(TEXT, edits).text
        assert wrong(text) != text
        return [Edit(0, len(TEXT), wrong(text))]

    monkeypatch.setattr(Maker, "edits", spoilt)
    for change in _changes(loaded):
        with pytest.raises(NotSpliced):
            splice(loaded, "x.yaml", change)


@pytest.mark.parametrize(
    ("place", "name", "broken", "change"),
    [
        (scalars, "quoted", lambda text: text, lambda b: SetText(b.questions[0], "Kremlin: no")),
        (scalars, "is_plain", lambda text: True, lambda b: SetText(b.questions[0], "- [AP] #1: no")),
        (scalars, "_indented", lambda lines, column: lines, lambda b: SetText(b.questions[0], "a\n\nb")),
        (items, "lines_of", lambda *_: ["note: y"], lambda b: SetField(b.timeline[0], "note", "x")),
        (items, "lines_below", lambda *_: [], lambda b: SetField(b.timeline[0], "note", "x")),
        (items, "pair", lambda name, value: f"{name} {value}", lambda b: SetField(b.actors["hts"], "note", "x")),
        (items, "line_out", lambda page, start, end: _out(start, end + 9), lambda b: RemoveField(b.timeline[0], "src")),
        (items, "without", lambda *_: [_out(80, 90)], lambda b: RemoveField(b.actors["hts"], "side")),
        (items, "key", lambda *_: "moot", lambda b: SetHead(b.questions[0], "answered")),
        (items, "compact", lambda section, has: "X", lambda b: SetText(b.actors["army"], "Army")),
        (scalars, "inline", lambda *_: "hts", lambda b: SetField(b.timeline[0], "who", ("army", "us"))),
        (adding, "_block", lambda *_: ["x: y"], lambda b: AddItem("timeline", "2024", "x")),
        (adding, "lines_out", lambda page, start, end, last: _out(start, end + 9), lambda b: RemoveItem(b.timeline[0])),
        (slugs, "uses_renamed", lambda *_: [], lambda b: RenameSlug("actors", "hts", "group")),
        (slugs, "rewritten", lambda *_: [], lambda b: MergeActors("hts", "army")),
    ],
)
def test_a_broken_writer_is_caught(
    place: object,
    name: str,
    broken: Callable[..., object],
    change: Callable[..., Change],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loaded = load(TEXT, "x.yaml")
    splice(loaded, "x.yaml", change(loaded.briefing))
    monkeypatch.setattr(place, name, broken)
    with pytest.raises(NotSpliced):
        splice(loaded, "x.yaml", change(loaded.briefing))


_BITS = (
    "\x1b[31m", "\x1b]0;x\x07", "\u202e", "\u2066", "\x85", "\u2028", "\u2029", "\ud800", "\udfff", "\x00", "\x07",
    "\ufeff", "\uffff", "\r", "\n", "\t", "  ", ": ", " #", "- ", "'", '"', "\\", "{", "}", "[", "]", ",", "&a ", "*a",
    "!!x ",
    "|", ">", "%", "@", "`", "---\n", "...", "<<: ", "? ", "\u00a0", "\u200d", "\u00ad", "日本", "😀", "é",
    "word", "0", "=",
    "a" * 100_000, "x: y\n", "\n\n", "src: bbc#1", "\nsrc:bbc#1", "<<<<<<< ", "\n=======\n", "true", "2024-11-30",
)  # fmt: skip


def _hostile(random: Random) -> str:
    bits = _BITS if random.random() < 0.6 else _BITS[13:]
    return "".join(random.choice(bits) for _ in range(random.randint(1, 6)))


def _attempt(loaded: Loaded, change: Change) -> Briefing | None:
    """The briefing after `change`, None where it was refused in a sentence that can be shown."""
    try:
        return splice(loaded, "x.yaml", change).loaded.briefing
    except NotSpliced as refused:
        message = refused.message
    assert message.isprintable()
    assert len(message) > 20
    return None


def test_hostile_text_is_kept_to_the_character_or_refused_in_one_sentence() -> None:
    random = Random(5)
    loaded = load(TEXT, "x.yaml")
    briefing = loaded.briefing
    kept = 0
    for _ in range(HOSTILE):
        text = _hostile(random)
        found = [
            (new := _attempt(loaded, SetText(briefing.questions[0], text))) and new.questions[0].text,
            (new := _attempt(loaded, SetField(briefing.actors["hts"], "note", text))) and new.actors["hts"].note,
            (new := _attempt(loaded, SetField(briefing.questions[0], "watch", (text, "b"))))
            and new.questions[0].watch[0],
            (new := _attempt(loaded, SetTop("bottom_line", text))) and new.bottom_line,
            (new := _attempt(loaded, AddItem("timeline", "2024", text, (("where", text),)))) and new.timeline[0].where,
        ]
        assert {read for read in found if read is not None} <= {text}
        kept += text in found
    assert kept > HOSTILE / 4


@pytest.mark.parametrize(
    "head", ["\x1b", "a\nb", "x" * 300, " ", "a: b", "[x]", "- a", "#", "'", '"', "\ud800", "{", "<<"]
)
def test_hostile_heads_are_kept_or_refused(head: str) -> None:
    loaded = load(TEXT, "x.yaml")
    for change in (SetHead(loaded.briefing.quotes[0], head), AddItem("quotes", head, "words")):
        new = _attempt(loaded, change)
        assert new is None or head in [quote.head for quote in new.quotes]
