"""The word lists of one language, from plain text files that a user may extend.

A list is a file `NAME.txt`. A line is an entry, or `entry = value, value`; what follows ` #` and lines that begin with
`#` are comments. A file of the same name in a further folder adds entries; `-entry` takes one away.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from briefing.data import path as shipped


class Phrases:
    """Phrases of one or more lower-case words, found at a place in a sequence of words, the longest first."""

    __slots__ = ("_by_first", "firsts")

    def __init__(self, phrases: Sequence[str]) -> None:
        by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            first, *rest = phrase.split()
            by_first.setdefault(first, []).append(tuple(rest))
        for tails in by_first.values():
            tails.sort(key=len, reverse=True)
        self._by_first = by_first
        self.firsts = frozenset(by_first)

    def length_at(self, words: Sequence[str], at: int, last: int) -> int:
        """Returns how many words of `words[at:last]` are one of the phrases, 0 when none begins there."""
        for tail in self._by_first.get(words[at], ()):
            end = at + 1 + len(tail)
            if end <= last and tuple(words[at + 1 : end]) == tail:
                return end - at
        return 0


class Lexicon:
    """The lists found in `folders`, read when they are first asked for. Later folders extend earlier ones.

    Keys and words are lower case; values keep their case.
    """

    __slots__ = ("_phrases", "_tables", "_words", "folders", "language")

    def __init__(self, language: str, folders: Sequence[Path]) -> None:
        self.language = language
        self.folders = tuple(folders)
        self._tables: dict[str, Mapping[str, tuple[str, ...]]] = {}
        self._words: dict[tuple[str, ...], frozenset[str]] = {}
        self._phrases: dict[str, Phrases] = {}

    def table(self, name: str) -> Mapping[str, tuple[str, ...]]:
        """Returns entry to values, an empty tuple for an entry without any; empty for a list that is not there."""
        if name not in self._tables:
            self._tables[name] = _read(name, self.folders)
        return self._tables[name]

    def words(self, *names: str) -> frozenset[str]:
        """Returns the entries of a list, or of several together."""
        found = self._words.get(names)
        if found is None:
            found = self._words[names] = frozenset().union(*(self.table(name) for name in names))
        return found

    def closed(self, name: str) -> frozenset[str]:
        """Returns a set of function words by its name in the list `function_words`, empty when it has none of it."""
        key = ("function_words", name)
        found = self._words.get(key)
        if found is None:
            found = self._words[key] = frozenset(self.table("function_words").get(name, ()))
        return found

    def phrases(self, name: str) -> Phrases:
        """Returns the entries of a list, ready to be found among words."""
        if name not in self._phrases:
            self._phrases[name] = Phrases(tuple(self.table(name)))
        return self._phrases[name]


def load(language: str = "en", own: Path | None = None) -> Lexicon:
    """Returns the lexicon of `language`, extended by the lists in `own/LANGUAGE` where there are any."""
    folders = [shipped("config", "lexicon", language)]
    if own is not None:
        folders.append(own / language)
    return Lexicon(language, folders)


def _read(name: str, folders: Sequence[Path]) -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for folder in folders:
        try:
            text = (folder / f"{name}.txt").read_text(encoding="utf-8")
        except FileNotFoundError:
            continue
        for line in text.splitlines():
            if line.isalpha():
                table.setdefault(line.lower(), ())
            else:
                _add(table, line)
    return table


def _add(table: dict[str, tuple[str, ...]], line: str) -> None:
    entry, _, values = line.partition(" #")[0].partition("=")
    word = entry.strip().lower()
    if not word or word.startswith("#"):
        return
    if word.startswith("-") and len(word) > 1:
        table.pop(word[1:].strip(), None)
        return
    table[word] = (*table.get(word, ()), *(value.strip() for value in values.split(",") if value.strip()))
