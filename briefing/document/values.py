"""The typing of values: what a person typed → a date, anchors, slugs, a word, a flag; or what to write instead.

Everything here looks at strings that are already read and cleaned. `Values` serves one reading: it remembers what it
has typed (the same anchors, dates and slugs come again and again) and the slugs that are still to be looked up when
the whole file is known.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from briefing import dates
from briefing.document.grammar import SLUG_PATTERN, TRUTHS
from briefing.document.report import Report
from briefing.model import Anchor

_SLUG = re.compile(SLUG_PATTERN, re.ASCII)
_ANCHOR = re.compile(rf"({SLUG_PATTERN})(?:#([1-9][0-9]{{0,5}})(?:-([1-9][0-9]{{0,5}}))?)?", re.ASCII)
_ALMOST = re.compile(
    rf"({SLUG_PATTERN})\s*(?:#|:|¶|\s|/)\s*[#¶p]?\s*([0-9]{{1,6}})(?:\s*[-–—:]\s*([0-9]{{1,6}}))?", re.ASCII
)
_CUT = re.compile(r"[T/-]")
_NOT_SLUG = re.compile(r"[^a-z0-9_-]+")
_ARROW = re.compile(r"(.*?)\s*(<->|->|<=>|=>|<-+>|-+>|[→⇒]|[↔⇔])\s*(.*)", re.DOTALL)
_LONGEST = 200
"""Characters of a head, a date or an anchor that are looked at closely; what is longer is something else."""


def undated(text: str) -> dates.Edtf:
    """Returns a date of which nothing is known, for an event that must not be lost because its date is wrong."""
    return dates.Edtf(text, None, None, "unknown")


def is_slug(text: str) -> bool:
    """True when `text` is written as a slug has to be."""
    return _SLUG.fullmatch(text) is not None


def propose_slug(text: str) -> str:
    """Returns a slug made from `text`: small letters without accents, the rest as single hyphens."""
    from unicodedata import combining, normalize

    letters = "".join(c for c in normalize("NFKD", text[:60].casefold()) if not combining(c))
    return _NOT_SLUG.sub("-", letters).strip("-_") or "unnamed"


def anchor(text: str) -> Anchor | None:
    """Returns the anchor that `text` writes, or None when it writes none."""
    match = _ANCHOR.fullmatch(text)
    if match is None:
        return None
    source, first, last = match.groups()
    if first is None:
        return Anchor(source)
    if last is None:
        return Anchor(source, int(first))
    return Anchor(source, int(first), int(last)) if int(first) <= int(last) else None


def anchor_fix(text: str) -> str:
    """Returns what `text` should have been as an anchor, or "" when that can't be known."""
    match = _ALMOST.fullmatch(text[:_LONGEST].strip().strip("[]()").strip().lower())
    if match is None:
        bare = text[:_LONGEST].strip().rstrip("#:¶ ").strip().lower()
        return bare if is_slug(bare) else ""
    source, first, last = match.groups()
    low, high = sorted((int(first), int(last or first)))
    if low < 1:
        return source
    return str(Anchor(source, low, high))


def _coarser(text: str) -> str:
    """What can be written while it is not known which date was meant: the beginning of `text`, as far as it is one, or
    how dates look."""
    if text[:1].isdigit():
        for cut in reversed(list(_CUT.finditer(text))):
            try:
                return f"the right date, or {dates.parse(text[: cut.start()]).text} until it is known"
            except dates.EdtfError:
                continue
    return "a date such as 2024-11-30, or less exactly 2024-11 or 2024"


class Pair(NamedTuple):
    """The head of a relation. `fix` is set when it was not written quite as it should be."""

    start: str
    end: str
    mutual: bool
    fix: str = ""


def pair(text: str) -> Pair | None:
    """Returns the two actors of a relation's head, or None when there is no arrow in it."""
    match = _ARROW.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None or not match[1] or not match[3]:
        return None
    start, arrow, end = match.groups()
    mutual = arrow[0] in "<↔⇔"
    proper = f"{start} {'<->' if mutual else '->'} {end}"
    return Pair(start, end.strip(), mutual, "" if text.strip() == proper.strip() else proper)


def is_web_address(text: str) -> bool:
    """True for http and https with a host and without anything that could mean something else to who opens it."""
    if not text.lower().startswith(("http://", "https://")) or not text.isprintable():
        return False
    if any(character in " \"'<>\\`{}|^" for character in text):
        return False
    from urllib.parse import urlsplit  # with what it loads in turn, it would cost every start two milliseconds

    try:
        parts = urlsplit(text)
        return bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


@dataclass(slots=True)
class Pending:
    """A slug that was used before it could be looked up: what of, and where."""

    slug: str
    noun: str
    offset: int


class Values:
    """Types the values of one file and reports those that can't be."""

    __slots__ = ("_anchors", "_dates", "_known", "_report", "pending")

    def __init__(self, report: Report, known: Mapping[str, Collection[str]]) -> None:
        """`known` are the slugs by noun (actor, side, source), filled while the file is read."""
        self._report = report
        self._known = known
        self._dates: dict[str, dates.Edtf] = {}
        self._anchors: dict[str, tuple[tuple[Anchor, ...], tuple[int, ...]]] = {}
        self.pending: list[Pending] = []

    def date(self, text: str, offset: int) -> dates.Edtf | None:
        """Returns the date, or None after reporting why it is none."""
        found = self._dates.get(text)
        if found is None:
            if len(text) > _LONGEST:
                message = f"“{text[:60]}…” is too long for a date"
                self._report.add(offset, "date-invalid", message, "write 2024-11-30, or leave it out")
                return None
            try:
                found = self._dates[text] = dates.parse(text)
            except dates.EdtfError as error:
                self._report.add(offset, "date-invalid", error.message, f"write {error.fix or _coarser(text)}")
        return found

    def anchors(self, text: str, offset: int) -> tuple[tuple[Anchor, ...], tuple[int, ...]]:
        """Returns the anchors of one string, separated by commas, and how far into it each begins.

        What is no anchor is reported and left out.
        """
        found = self._anchors.get(text)
        if found is not None:
            return found
        anchors = []
        places = []
        sure = True
        at = 0
        for part in text.split(","):
            written = part.strip()
            place = at + len(part) - len(part.lstrip())
            at += len(part) + 1
            one = anchor(written)
            if one is None:
                sure = False
                self.wrong_anchor(written, offset + place)
                continue
            sure = self.slug(one.source, "source", offset + place) and sure
            anchors.append(one)
            places.append(place)
        found = tuple(anchors), tuple(places)
        if sure:
            self._anchors[text] = found
        return found

    def wrong_anchor(self, written: str, offset: int) -> None:
        """Reports what was written for an anchor and is none."""
        fix = anchor_fix(written)
        reason = "between two commas nothing is named" if not written else f"“{written[:60]}” is no anchor"
        if "#0" in written:
            reason += ": paragraphs count from 1"
        message = f"{reason}; one is written source#paragraph, as bbc#12 or bbc#12-13"
        self._report.add(offset, "anchor-syntax", message, f"write {fix}" if fix else "")

    def slug(self, text: str, noun: str, offset: int) -> bool:
        """Returns True when `text` is a slug known by now; else it is looked up again when the whole file is read."""
        if text in self._known[noun]:
            return True
        self.pending.append(Pending(text, noun, offset))
        return False

    def speaker(self, text: str, offset: int) -> None:
        """Looks up who speaks. Words with a blank are somebody without a name."""
        if " " not in text and text:
            self.slug(text, "actor", offset)

    def resolve(self) -> None:
        """Reports every slug that was used and that nothing in the file has."""
        for slug, noun, offset in ((one.slug, one.noun, one.offset) for one in self.pending):
            known = self._known[noun]
            if slug in known:
                continue
            near = self._report.nearest(slug, known, noun)
            fix = f"write {near}" if near else f"add {slug[:40]} under {noun}s" if is_slug(slug) else ""
            self._report.add(offset, "slug-unknown", f"no {noun} is called “{slug[:60]}”", fix)

    def word(self, text: str, words: tuple[str, ...], offset: int) -> str:
        """Returns the one of `words` that was written, in its own spelling; anything else as written and reported."""
        if text in words:
            return text
        for word in words:
            if word.casefold() == text.casefold():
                return word
        fix = self._report.instead(text, words, words[0])
        self._report.add(offset, "word-unknown", f"“{text[:60]}” is none of {listed(words)}", fix)
        return text

    def flag(self, text: str, offset: int) -> bool | None:
        """Returns the truth written, or None after reporting that it is none."""
        found = TRUTHS.get(text.casefold())
        if found is None:
            message = f"“{text[:60]}” is neither true nor false"
            self._report.add(offset, "flag-unknown", message, "write true, or leave the line out")
        return found

    def url(self, text: str, offset: int) -> str:
        """Returns the address; one that is not of the web is reported, and "" returned so that nothing can open it."""
        if is_web_address(text):
            return text
        message = f"“{text[:60]}” is no address of the web"
        self._report.add(offset, "url-unsafe", message, "write the whole address, from https://")
        return ""


def listed(words: Iterable[str]) -> str:
    """Returns words as a sentence lists them: `a, b or c`."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
