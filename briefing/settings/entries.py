"""The text of a settings file → its entries, with the place of every word and all problems at once.

A settings file is flat: `name: value` lines, a value being a word or a list of words. Nothing in it can keep the rest
from being used: a line that YAML can't read is blanked out and the text is read again.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from yaml.error import MarkedYAMLError, YAMLError

from briefing.document.events import (
    Alias,
    CollectionEnd,
    CollectionStart,
    Event,
    MappingEnd,
    MappingStart,
    NextEvent,
    NoParser,
    Scalar,
    SequenceEnd,
    SequenceStart,
    StreamEnd,
    parse,
)
from briefing.document.nearest import nearest
from briefing.document.raw import acceptable
from briefing.model import LineMap
from briefing.problems import Problem, excerpt
from briefing.settings.codes import CODES
from briefing.text import clean_line

LONGEST = 100_000
"""Characters of a settings file that are read; one with every key and every comment has a tenth."""
_ROUNDS = 32
"""Lines that are blanked out before the rest of the text is given up."""
_SIGNS = "write signs such as ! ? [ in quotes"


class Word(NamedTuple):
    """A piece of text and its offset in the file."""

    text: str
    offset: int


class Entry:
    """A line `name: value`. `words` has one word, or those of a list (`listed`)."""

    __slots__ = ("listed", "name", "words")

    def __init__(self, name: Word, words: tuple[Word, ...], *, listed: bool = False) -> None:
        self.name = name
        self.words = words
        self.listed = listed

    @property
    def only(self) -> Word:
        """The value where one is wanted."""
        return self.words[0]


class Origin(NamedTuple):
    """Where something in force comes from: a file and the number of the line, from 1."""

    path: str
    line: int


class Page:
    """A settings file that was read: its entries in order, no name twice, and what is wrong."""

    __slots__ = ("_lines", "entries", "path", "problems", "text")

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.entries: list[Entry] = []
        self.problems: list[Problem] = []
        self._lines: LineMap | None = None

    @property
    def lines(self) -> LineMap:
        """Where the lines of the text begin."""
        if self._lines is None:
            self._lines = LineMap(self.text)
        return self._lines

    def line(self, word: Word) -> int:
        """Returns the number of the line, from 1, in which a word stands."""
        return self.lines.position(word.offset).line

    def origin(self, entry: Entry) -> Origin:
        """Returns where an entry stands."""
        return Origin(self.path, self.line(entry.name))

    def add(self, offset: int, code: str, message: str, fix: str = "") -> None:
        """Notes what is wrong at an offset of the text. `code` must be one of `codes.CODES`."""
        shown, caret = excerpt(self.text, self.lines, offset)
        where = self.lines.position(offset)
        self.problems.append(
            Problem(self.path, where, CODES[code][0], code, clean_line(message), clean_line(fix), shown, caret)
        )

    def unknown(self, word: Word, known: Collection[str], noun: str) -> None:
        """Notes that there is no `noun` of a name, and which was probably meant."""
        near = nearest(word.text, known)
        self.add(word.offset, "unknown", f"there is no {noun} {word.text}", f"write {near}" if near else "")


def read(text: str, path: str) -> Page:
    """Reads a settings file. `path` is only named in problems. Never raises for what stands in the text."""
    text = text.removeprefix("\ufeff")
    page = Page(path, text)
    if len(text) > LONGEST:
        page.add(0, "too-long", f"a settings file has at most {LONGEST:,} characters; this has {len(text):,}")
        return page
    readable, findings = acceptable(text)
    for finding in findings:
        page.add(finding.offset, "character", finding.message, finding.fix)
    for _ in range(_ROUNDS):
        trial = Page(path, text)
        try:
            _document(parse(readable), trial)
        except NoParser:
            page.add(0, "yaml", "PyYAML was installed without its C parser, and no settings can be read without it")
            return page
        except YAMLError as error:
            at = _place(error, readable)
            _note(page, at, error)
            readable = _without_line(readable, page.lines, at)
            continue
        page.entries = trial.entries
        page.problems += trial.problems
        break
    page.problems.sort(key=lambda problem: problem.where)
    return page


def _document(get: NextEvent, page: Page) -> None:
    """Reads `name: value` lines up to the end of the text. Raises `YAMLError`."""
    get()
    event = get()
    if isinstance(event, StreamEnd):
        return
    first = get()
    if not isinstance(first, MappingStart):
        if not (isinstance(first, Scalar) and not first.value):
            page.add(first.start_mark.index, "shape", "settings are lines such as theme: dark")
        # What follows may not be YAML, which then is what is wrong.
        while not isinstance(get(), StreamEnd):
            continue
        return
    seen: set[str] = set()
    while not isinstance(key := get(), MappingEnd):
        if not isinstance(key, Scalar):
            page.add(key.start_mark.index, "shape", "a name is a single word", _SIGNS)
            _skip(key, get)
            _skip(get(), get)
            continue
        entry = _entry(Word(key.value, key.start_mark.index), get, page)
        if entry is None:
            continue
        if entry.name.text in seen:
            page.add(entry.name.offset, "repeated", f"{entry.name.text} stands here a second time; the first is used")
            continue
        seen.add(entry.name.text)
        page.entries.append(entry)
    get()
    if not isinstance(further := get(), StreamEnd):
        page.add(further.start_mark.index, "shape", "a line --- begins a second document, which is not read")


def _entry(name: Word, get: NextEvent, page: Page) -> Entry | None:
    event = get()
    if isinstance(event, SequenceStart):
        words: list[Word] = []
        while not isinstance(part := get(), SequenceEnd):
            word = _word(name, part, get, page)
            if word is not None:
                words.append(word)
        return Entry(name, tuple(words), listed=True)
    word = _word(name, event, get, page)
    return Entry(name, (word,)) if word is not None else None


def _word(name: Word, event: Event, get: NextEvent, page: Page) -> Word | None:
    """Returns the text of a scalar; anything else is noted, skipped and None."""
    at = event.start_mark.index
    if isinstance(event, Scalar) and event.tag is None and event.anchor is None:
        return Word(event.value, at)
    if isinstance(event, (Scalar, Alias)):
        sign = page.text[at : at + 1]
        page.add(at, "shape", f"YAML reads {sign} as its own; {name.text} is not used", f'write it in quotes: "{sign}"')
    else:
        page.add(at, "shape", f"{name.text} takes a word or a list of words")
    _skip(event, get)
    return None


def _skip(event: Event, get: NextEvent) -> None:
    depth = int(isinstance(event, CollectionStart))
    while depth:
        event = get()
        depth += isinstance(event, CollectionStart) - isinstance(event, CollectionEnd)


def _place(error: YAMLError, text: str) -> int:
    """Returns the offset of what the parser could not read, or of the quote or bracket that was never closed."""
    mark = None
    if isinstance(error, MarkedYAMLError):
        said = error.context or ""
        began = any(word in said for word in ("quoted", "flow", "simple key"))
        opened = error.context_mark if began else None
        mark = opened or error.problem_mark or error.context_mark
    at = min(mark.index, len(text)) if mark is not None else 0
    # The parser may stand behind what it stumbled over, at the end of a line or of the text.
    before = text[:at].rstrip()
    at = len(before) - 1 if before and not text[at : at + 1].strip() else at
    # A line without a colon is only stumbled over at the colon of the next one, which is in order.
    above, _, line = text[:at].rpartition("\n")
    last = above.rstrip().rpartition("\n")[2]
    if (
        line
        and not line[0].isspace()
        and ":" not in line
        and last.strip()
        and ":" not in last
        and last.strip()[0] != "#"
    ):
        return len(above.rstrip()) - 1
    return at


def _note(page: Page, at: int, error: YAMLError) -> None:
    said = (isinstance(error, MarkedYAMLError) and error.problem) or "it is no YAML"
    page.add(at, "yaml", f"this line can't be read and is left out: {said}", _SIGNS)


def _without_line(text: str, lines: LineMap, at: int) -> str:
    """Returns `text` with the line around `at` blanked out, at the same length."""
    number = lines.position(at).line
    start = lines.start(number)
    end = lines.start(number + 1) if number < len(lines) else len(text)
    line = text[start:end]
    return text[:start] + "".join(c if c in "\r\n" else " " for c in line) + text[end:]
