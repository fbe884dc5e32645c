"""Pages of keys over the table of commands → the keys in force, and all that is wrong with the pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefing.commands import BY_ID, COMMANDS, Command, meet
from briefing.problems import Problem
from briefing.settings import keynames
from briefing.settings.entries import Entry, Origin, Page, Word
from briefing.settings.keymap import NEEDED, Keymap


def build(name: str, pages: Iterable[Page]) -> Keymap:
    """Returns the keys of the table with those of `pages` over them, the last on top."""
    keys: _Keys = {command.id: command.keys for command in COMMANDS}
    sources: dict[str, Origin] = {}
    problems: list[Problem] = []
    for page in pages:
        wanted = _wanted(page)
        keys, notes = _settled(wanted, keys)
        for note in notes:
            page.add(*note)
        sources |= {c: page.origin(entry) for c, (_, entry) in wanted.items()}
        problems += sorted(page.problems, key=lambda problem: problem.where)
    commands = tuple(_with_keys(command, keys[command.id]) for command in COMMANDS)
    return Keymap(name, commands, sources, tuple(problems))


_Keys = dict[str, tuple[str, ...]]
"""The keys of each command, by textual's names."""

_Note = tuple[int, str, str, str]
"""What `Page.add` takes: offset, code, message, fix."""

_Wanted = dict[str, tuple[dict[str, Word], Entry]]
"""By command: each key that is wanted with the word that says so, and the entry."""


def _wanted(page: Page) -> _Wanted:
    """Returns what a page wants, each key for one command only where commands meet."""
    wanted: _Wanted = {}
    for entry in page.entries:
        name = entry.name.text
        if name not in BY_ID:
            page.unknown(entry.name, BY_ID, "command")
            continue
        words = [word for value in entry.words for word in (_split(value, page) if not entry.listed else [value])]
        read = _keys(words, BY_ID[name].keys, page)
        if words and not read:
            continue
        free = {key: word for key, word in read.items() if not _collides(name, key, word, wanted, page)}
        if name in NEEDED and not keynames.arrives(free):
            message = f"{name} needs a key that nothing takes before the program; it keeps those that it has"
            page.add(entry.name.offset, "key-needed", message, "add a letter, a sign or esc")
        elif free or not read:
            wanted[name] = (free, entry)
    return wanted


def _keys(words: list[Word], usual: tuple[str, ...], page: Page) -> dict[str, Word]:
    """Returns textual's names of the keys that are written; those that the command has in the table are in order."""
    found: dict[str, Word] = {}
    for word in words:
        written = word.text.lower() if len(word.text) > 1 else word.text
        if written in usual and not keynames.is_alias(written):
            found |= {name: word for name in keynames.with_alias(written) if name not in found}
            continue
        key = keynames.read(word.text)
        problem = key if isinstance(key, keynames.KeyProblem) else key.problem
        if problem is not None:
            page.add(word.offset, problem.code, problem.message, problem.fix)
        if isinstance(key, keynames.Key):
            found |= {name: word for name in key.names if name not in found}
    return found


def _collides(name: str, key: str, word: Word, wanted: _Wanted, page: Page) -> bool:
    for other, (taken, entry) in wanted.items():
        if key in taken and meet(BY_ID[name], BY_ID[other]):
            if not keynames.is_alias(key):
                line = page.line(entry.name)
                message = f"{word.text} is the key of {other} already, in line {line}; {name} does not get it"
                page.add(word.offset, "key-collision", message, "use another key for one of them")
            return True
    return False


def _settled(wanted: _Wanted, keys: _Keys) -> tuple[_Keys, list[_Note]]:
    """Returns `keys` with what a page wants, taken from the commands that are not on the page, and what is to be said.

    What goes back, out or to help is never left without a key; a command that gets nothing because of that is taken
    out of `wanted`, and keeps what it has.
    """
    refused: list[_Note] = []
    while True:
        settled = dict(keys)
        notes: list[_Note] = []
        for name, (found, _) in wanted.items():
            got: list[str] = []
            for key, word in found.items():
                capital = key[-1].upper() if keynames.is_alias(key) else key
                if (capital == key or capital in got) and _is_free(name, key, word, settled, wanted, notes):
                    got.append(key)
            if found and (not got or (name in NEEDED and not keynames.arrives(got))):
                refused += [note for note in notes if note[1] == "key-needed"]
                del wanted[name]
                break
            settled[name] = tuple(got)
        else:
            return settled, [*refused, *notes]


def _is_free(name: str, key: str, word: Word, keys: _Keys, wanted: _Wanted, notes: list[_Note]) -> bool:
    """Takes a key from those that have it, in `keys`; False where one of them can't do without it."""
    owners = [
        other
        for other, theirs in keys.items()
        if other != name and other not in wanted and key in theirs and meet(BY_ID[name], BY_ID[other])
    ]
    left = {owner: tuple(other for other in keys[owner] if other != key) for owner in owners}
    for owner in owners:
        if owner in NEEDED and not keynames.arrives(left[owner]):
            message = f"{word.text} is the only key of {owner}, which needs one; {name} does not get it"
            notes.append((word.offset, "key-needed", message, f"give {owner} another key in this file first"))
            return False
    for owner in owners:
        keys[owner] = left[owner]
        if not keynames.is_alias(key):
            rest = f"which keeps {keynames.shown(left[owner])}" if left[owner] else "which has no key now"
            message = f"{word.text} was a key of {owner}, {rest}"
            notes.append((word.offset, "key-moved", message, f"give {owner} keys of its own in this file"))
    return True


def _split(word: Word, page: Page) -> list[Word]:
    """Splits a value at its blanks, each key with its own place; a quoted one begins one character later."""
    at = word.offset + (page.text[word.offset : word.offset + 1] in ("'", '"'))
    found = []
    start = 0
    for part in word.text.split():
        start = word.text.index(part, start)
        found.append(Word(part, at + start))
        start += len(part)
    return found


def _with_keys(command: Command, keys: tuple[str, ...]) -> Command:
    return command if keys == command.keys else replace(command, keys=keys, shown=keynames.shown(keys))
