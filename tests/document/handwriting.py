"""Briefings as different people type them: every way of YAML to write the same things, in one file and at random.

Only the writing is made up here; what a text means is for the loader to say.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from briefing.document.grammar import BY_NAME

_WORDS = (
    "rebels", "take", "the", "town", "of", "Aleppo", "don't", "know", "whether", "trucks", "left", "after", "dawn",
    "naïve",
    "日本", "100%", "a-b", "near#by", "x:y", "(again)", "—", "😀", "Tell", "Rifaat", "Ms.", "no", "0311", "12:30",
)  # fmt: skip
_ODD_TEXTS = (
    "Kremlin: no comment", "who is behind #Aleppo and its trend? #none", "say [all] {of} it, twice", "- not a dash",
    "'quoted' from the start", '"quoted" as well', "ends with a colon:", "& so on", "* star", "50 % of it", "@desk",
    "back\\slash: yes", "it's: both \"kinds\"", "> 300", "| pipe", "? why", "true", "~", "null", "[x", "#tag: first",
    "a, b", "{a}", "%", "! now", "-", "--- no", "=", "<<", "two  blanks", "tab\there",
)  # fmt: skip
_COMMENTS = ("# mind this", "# TODO: ask", "#no blank", "# 'quote", "# a: b", "# - dash", "# {")


@dataclass
class Written:
    """A text, and where each item stands in it: the lines `[start, end)` with the comments directly above it, by
    section in the order of the file. `plain` is false when there is a line that YAML does not take."""

    text: str
    extents: dict[str, list[tuple[int, int]]]
    plain: bool


@dataclass
class _Hand:
    random: Random
    broken: bool
    parts: list[str] = field(default_factory=list)
    length: int = 0
    number: int = 0
    extents: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    step: int = 2
    gap: int = 1
    blanks: bool = False
    comments: float = 0.2
    flow: float = 0.2
    wild: float = 0.4

    def some(self, chance: float) -> bool:
        return self.random.random() < chance

    def put(self, line: str) -> None:
        self.parts.append(line)
        self.length += len(line) + 1

    def words(self, count: int = 0) -> str:
        """Words that stand nowhere else in the file, as every text has a number of its own."""
        self.number += 1
        picked = [self.random.choice(_WORDS) for _ in range(count or self.random.randint(1, 6))]
        return f"text{self.number} " + " ".join(picked)

    def any_text(self) -> str:
        return self.random.choice(_ODD_TEXTS) if self.some(self.wild / 2) else self.words()

    def comment(self) -> str:
        self.number += 1
        return f"{self.random.choice(_COMMENTS)} c{self.number}"

    def behind(self) -> str:
        """A comment behind a value, or blanks."""
        if self.some(self.comments / 2):
            return " " * self.random.randint(1, 3) + self.comment()
        return " " * self.random.randint(1, 2) if self.some(0.05) else ""

    def quoted(self, text: str) -> str:
        if self.some(0.5):
            return "'" + text.replace("'", "''") + "'"
        escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
        return f'"{escaped}"'

    def inline(self, text: str, flow: bool = False) -> str:
        signs = ",[]{}" if flow else ""
        first = text[:1] in "-?:,[]{}#&*!|>'\"%@`~=<"
        unsafe = first or ": " in text or " #" in text or text.endswith(":") or any(sign in text for sign in signs)
        unsafe = unsafe or (flow and ("?" in text or ":" in text or '"' in text or "'" in text))
        return self.quoted(text) if unsafe or self.some(self.wild / 4) else text

    def key(self, name: str, flow: bool = False) -> str:
        return self.quoted(name) if self.some(self.wild / 10) else self.inline(name, flow)

    def value(self, column: int, before: str, text: str) -> None:
        """Writes `before`, which ends in a colon or a dash, and `text` in any style behind it."""
        blanks = " " * (self.random.randint(1, 4) if self.some(0.1) else 1)
        style = self.random.random() / max(self.wild, 0.01)
        deeper = " " * (column + self.random.choice((1, 2, 2, 4)))
        if style < 0.15:
            self.block(column, before + blanks, text, self.random.choice("|>"))
        elif style < 0.25 and " " in text and ": " not in text and "#" not in text and text[0].isalnum():
            first, _, rest = text.partition(" ")
            if ": " not in text and not text.endswith(":") and "- " not in rest and rest[:1].isalnum():
                self.put(f"{before}{blanks}{first}")
                if self.some(0.3):
                    self.put("")
                self.put(deeper + rest + self.behind())
            else:
                self.put(before + blanks + self.inline(text) + self.behind())
        elif style < 0.3 and " " in text and "\t" not in text:
            first, _, rest = self.quoted(text).partition(" ")
            self.put(f"{before}{blanks}{first}")
            self.put(deeper + rest + self.behind())
        elif style < 0.33:
            self.put(f"{before}{self.behind()}")
            self.put(deeper + self.inline(text) + self.behind())
        else:
            self.put(before + blanks + self.inline(text) + self.behind())

    def block(self, column: int, before: str, text: str, sign: str) -> None:
        width = self.random.choice((1, 2, 2, 3, 4))
        digit = str(width) if self.some(0.2) else ""
        chomp = self.random.choice(("", "", "-", "+"))
        header = sign + (digit + chomp if self.some(0.5) else chomp + digit)
        self.put(before + header + (self.behind() if self.some(0.2) else ""))
        lines = [text]
        if self.some(0.5):
            lines += ["", self.words()] if self.some(0.5) else [self.words(), "# no comment: " + self.words()]
        for line in lines:
            self.put(" " * (column + width) + line if line else "")
        if self.some(0.2):
            self.put("")

    def between(self, column: int) -> None:
        """A comment or a blank line between fields."""
        if self.some(self.comments / 3):
            self.put(" " * self.random.choice((column, column, 0)) + self.comment())
        if self.some(0.05):
            self.put("")


def document(seed: int, broken: bool = False) -> Written:
    """Returns the briefing that a random hand writes; `broken` lets in lines that YAML does not take."""
    random = Random(seed)
    hand = _Hand(random, broken)
    hand.step = random.choice((0, 1, 2, 2, 2, 4))
    hand.gap = random.choice((1, 1, 1, 3))
    hand.blanks = random.random() < 0.3
    hand.comments = random.choice((0.0, 0.2, 0.6))
    hand.flow = random.choice((0.0, 0.2, 0.5))
    hand.wild = random.choice((0.0, 0.3, 0.8, 1.0))
    if hand.some(0.2):
        hand.put(hand.comment())
    if hand.some(0.1):
        hand.put("---" + (" " + hand.comment() if hand.some(0.3) else ""))
    if hand.some(0.2):
        hand.put(hand.comment())
        hand.put("")
    hand.value(0, "title:", hand.words())
    if hand.some(0.5):
        hand.put(f"as_of: 2024-11-30{hand.behind()}")
    for name in ("bottom_line", "why", "owner", "x-desk"):
        if hand.some(0.3):
            hand.value(0, f"{name}:", hand.any_text())
    if hand.some(0.3):
        hand.put(f"tags: [{hand.words(1)}, {hand.words(1).split()[0]}]")
    names = [name for name in _SECTIONS if hand.some(0.75) or name in ("actors", "sources")]
    if hand.some(0.2):
        random.shuffle(names)
    for name in names:
        _section(hand, name)
    if hand.some(0.3):
        hand.value(0, "notes:", hand.any_text())
    if hand.some(0.2):
        hand.put(hand.comment())
    end = "\n" if hand.some(0.8) else random.choice(("\r\n", "\r"))
    text = "\n".join(hand.parts)
    extents = hand.extents
    if hand.some(0.8) and text[-1:] != "\n":
        text += "\n"
    if end == "\r\n":
        extents = {
            name: [(at + text.count("\n", 0, at), to + text.count("\n", 0, to)) for at, to in found]
            for name, found in extents.items()
        }
    text = text.replace("\n", end)
    extents = {name: [(at, min(to, len(text))) for at, to in found] for name, found in extents.items()}
    return Written(text, extents, not broken)


def _section(hand: _Hand, name: str) -> None:
    if hand.blanks or hand.some(0.3):
        hand.put("")
    if hand.some(hand.comments):
        hand.put(hand.comment())
    count = hand.random.choice((0, 1, 1, 2, 3, 5))
    extents = hand.extents[name] = []
    shape = BY_NAME[name].shape
    if not count:
        hand.put(f"{name}:" + hand.random.choice(("", "", " []" if shape == "list" else " {}")) + hand.behind())
        return
    items = [_item(hand, name, number) for number in range(count)]
    if name == "timeline" and hand.some(0.6):
        items.sort(key=lambda item: item[0], reverse=hand.some(0.5))
    if hand.some(hand.flow / 4):
        _in_brackets(hand, name, items)
        return
    hand.put(f"{hand.key(name)}:{hand.behind()}")
    column = hand.step if shape == "list" else hand.step or 2
    if hand.some(0.1):
        hand.put("")
    for number, item in enumerate(items):
        if number and hand.blanks:
            hand.put("")
        start = hand.length
        while hand.some(hand.comments / 3):
            hand.put(" " * hand.random.choice((column, column, 0)) + hand.comment())
        before = " " * column + ("-" + " " * hand.gap if shape == "list" else "")
        if shape == "list":
            _listed(hand, name, item, before)
        else:
            _entry(hand, name, item, before)
        while hand.parts[-1] == "":
            hand.length -= 1
            hand.parts.pop()
        if hand.some(hand.comments / 6):
            hand.put(" " * (column + 1) + hand.comment())
        extents.append((start, hand.length))


_Item = tuple[str, str, dict[str, str | list[str]]]


def _in_brackets(hand: _Hand, name: str, items: list[_Item]) -> None:
    """The whole section as a list or a map in brackets, on one line or on several."""
    lists = BY_NAME[name].shape == "list"
    written = []
    for head, text, fields in items:
        if lists and not fields and hand.some(0.5):
            written.append(f"{hand.key(head, True)}: {hand.inline(text, True)}")
        elif lists:
            written.append(_braces(hand, {head: text, **fields}))
        else:
            written.append(f"{hand.key(head, True)}: {_braces(hand, {BY_NAME[name].text_field: text, **fields})}")
    opening, closing = "[]" if lists else "{}"
    if hand.some(0.5):
        hand.put(f"{name}: {opening}{', '.join(written)}{closing}{hand.behind()}")
        return
    hand.put(f"{name}: {opening}{hand.behind()}")
    for number, one in enumerate(written):
        comma = "," if number + 1 < len(written) or hand.some(0.3) else ""
        hand.put(f"    {one}{comma}{hand.behind()}")
    hand.put(f"  {closing}{hand.behind()}")


def _braces(hand: _Hand, fields: dict[str, str | list[str]]) -> str:
    inner = hand.random.choice(("", " ", " "))
    comma = hand.random.choice((", ", ", ", ",", " , "))
    pairs = []
    for name, value in fields.items():
        if isinstance(value, list):
            written = "[" + ", ".join(hand.inline(entry, True) for entry in value) + "]"
        else:
            written = hand.inline(value, True)
        pairs.append(f"{hand.key(name, True)}: {written}")
    last = "," if hand.some(0.05) else ""
    return "{" + inner + comma.join(pairs) + last + inner + "}"


def _listed(hand: _Hand, name: str, item: _Item, before: str) -> None:
    head, text, fields = item
    default = BY_NAME[name].default
    if default and not fields and hand.some(0.4) and text[0].isalpha() and ":" not in text:
        hand.put(before + text + hand.behind())
        return
    if hand.some(hand.flow / 2):
        hand.put(before + _braces(hand, {head: text, **fields}) + hand.behind())
        return
    if hand.broken and hand.some(0.3):
        hand.put(f'{before}{head}: "{text.split()[0]}", says {hand.random.choice(("it", "[AP] the: end"))}')
    else:
        column = len(before)
        written = hand.key(head)
        if name == "figures":
            hand.put(f"{before}{written}: {text}")
        else:
            hand.value(column, f"{before}{written}:", text)
    _fields(hand, fields, len(before))


def _entry(hand: _Hand, name: str, item: _Item, before: str) -> None:
    slug, text, fields = item
    section = BY_NAME[name]
    pad = " " * hand.random.choice((0, 0, 0, 5))
    if not fields:
        if hand.some(0.1):
            hand.put(f"{before}{slug}:{hand.behind()}")
        else:
            hand.value(len(before), f"{before}{hand.key(slug)}:{pad}", text)
    elif hand.some(hand.flow):
        hand.put(f"{before}{slug}: {pad}{_braces(hand, {section.text_field: text, **fields})}{hand.behind()}")
    else:
        hand.put(f"{before}{slug}:{hand.behind()}")
        column = len(before) + hand.random.choice((1, 2, 2, 4))
        _fields(hand, {section.text_field: text, **fields}, column)


def _fields(hand: _Hand, fields: dict[str, str | list[str]], column: int) -> None:
    for name, value in fields.items():
        hand.between(column)
        before = f"{' ' * column}{hand.key(name)}:"
        if isinstance(value, str):
            prose = name in ("note", "where", "answer", "role", "name", "title", "dated_by", "topic", "x-seen")
            if prose and not hand.some(0.3):
                hand.value(column, before, value)
            else:
                hand.put(f"{before} {hand.inline(value)}{hand.behind() if prose else ''}")
        elif hand.some(0.5):
            hand.put(f"{before} [{', '.join(hand.inline(entry, True) for entry in value)}]{hand.behind()}")
        else:
            dash = column + hand.random.choice((0, 1, 2, 2))
            hand.put(before + hand.behind())
            for entry in value:
                if hand.some(hand.comments / 6):
                    hand.put(" " * dash + hand.comment())
                hand.put(f"{' ' * dash}- {hand.inline(entry)}{hand.behind()}")


_SLUGS = ("hts", "army", "sohr", "gov-1", "a_b")
_SOURCES = ("bbc", "ap", "x2")
_SECTIONS = ("sources", "sides", "actors", "relations", "timeline", "figures", "quotes", "claims", "questions",
             "judgements", "next")  # fmt: skip


def _item(hand: _Hand, name: str, number: int) -> _Item:
    """Head, text and some of the fields of an item."""
    random = hand.random
    anchors = [f"{random.choice(_SOURCES)}#{random.randint(1, 40)}" for _ in range(random.randint(1, 3))]
    src: str | list[str] = anchors if hand.some(0.4) else ", ".join(anchors)
    optional: dict[str, str | list[str]] = {"note": hand.any_text(), "x-seen": hand.words(), "draft": "true"}
    if name not in ("sources", "sides"):
        optional["src"] = src
    day = f"2024-11-{random.randint(1, 30):02}"
    head, text = day, hand.any_text()
    if name == "sources":
        head, text = (*_SOURCES, "s4", "s5")[number], hand.words()
        optional |= {"publisher": "AP", "rating": "B", "text": "sources/a b.txt", "based_on": ["bbc", "ap"]}
    elif name == "sides":
        head, text = ("gov", "opp", "out", "d", "e")[number], hand.words()
    elif name == "actors":
        head, text = _SLUGS[number], hand.words(2)
        optional |= {"role": hand.words(2), "kind": "group", "side": "gov", "aka": [hand.words(1), "the regime"]}
    elif name == "relations":
        head = f"{random.choice(_SLUGS[:2])} {random.choice(('->', '<->'))} {random.choice(_SLUGS[2:])}"
        optional |= {"since": "2015"}
    elif name == "timeline":
        optional |= {"who": random.sample(_SLUGS, 2), "where": hand.words(2), "dated_by": "On Friday", "rating": "2"}
    elif name == "figures":
        head, text = f"killed {random.choice('abc')}", random.choice(("311+", "~300", "1.2m"))
        optional |= {"per": random.choice(_SLUGS), "as_of": day, "was": ["300", "200+"]}
    elif name in ("quotes", "claims"):
        head = random.choice((*_SLUGS, "a senior official"))
        optional |= {"with": random.sample(_SLUGS, 1)}
        optional |= {"topic": hand.words(1)} if name == "quotes" else {"denied_by": random.sample(_SLUGS, 2)}
    elif name == "questions":
        head = random.choice(("open", "open", "watching", "answered"))
        optional |= {"watch": [hand.words(), hand.any_text()], "answer": hand.any_text(), "due": day}
    elif name == "judgements":
        head = random.choice(("likely", "almost certain"))
        optional |= {"confidence": "low", "because": anchors, "but": "bbc#3"}
    else:
        head = random.choice(("todo", day))
    return head, text, {key: value for key, value in optional.items() if hand.some(0.3)}
