"""A line of text as it is typed: its words and its cursor, moved by the keys that a shell knows. No widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefing.text import cells, clean

LONGEST = 4_000
"""Characters that a line takes; what is longer is for the editor."""


@dataclass(slots=True)
class Typed:
    """`at` is the offset of the character under the cursor; it never stands inside a combining sequence."""

    text: str = ""
    at: int = 0

    @classmethod
    def of(cls, text: str) -> Typed:
        """Returns a line that holds `text`, the cursor behind it."""
        return cls(text[:LONGEST], min(len(text), LONGEST))

    def put(self, text: str) -> None:
        """Replaces the whole line, the cursor behind it."""
        self.text, self.at = text[:LONGEST], min(len(text), LONGEST)

    def insert(self, words: str) -> None:
        """Writes words at the cursor.

        Line ends become blanks, as a line has none. Characters that would act instead of being read are left out:
        what is shown here is what is saved.
        """
        kept = "".join(
            character for character in words.replace("\r\n", "\n").translate(_BLANKS) if clean(character) == character
        )[: LONGEST - len(self.text)]
        self.text = self.text[: self.at] + kept + self.text[self.at :]
        self.at += len(kept)

    def press(self, key: str, character: str | None) -> bool:
        """Does what a key does in a line; False for a key that means nothing here."""
        act = _KEYS.get(key)
        if act is not None:
            act(self)
            return True
        if character is not None and character.isprintable():
            self.insert(character)
            return True
        return False

    def _after(self) -> int:
        """The offset behind the character at the cursor with all that combines with it."""
        at = min(self.at + 1, len(self.text))
        while at < len(self.text) and (cells(self.text[at]) == 0 or self.text[at - 1] == "\u200d"):
            at += 1
        return at

    def _before(self) -> int:
        at = max(self.at - 1, 0)
        while at > 0 and (cells(self.text[at]) == 0 or self.text[at - 1] == "\u200d"):
            at -= 1
        return at

    def _word_before(self) -> int:
        head = self.text[: self.at].rstrip()
        return head.rfind(" ") + 1

    def _word_after(self) -> int:
        at = self.at
        while at < len(self.text) and self.text[at] == " ":
            at += 1
        end = self.text.find(" ", at)
        return len(self.text) if end < 0 else end

    def _move(self, at: int) -> None:
        self.at = at

    def _cut(self, start: int, end: int) -> None:
        self.text, self.at = self.text[:start] + self.text[end:], start


_BLANKS = str.maketrans({"\n": " ", "\r": " ", "\t": " ", "\u2028": " ", "\u2029": " ", "\x85": " "})
_ACTS: dict[tuple[str, ...], Callable[[Typed], None]] = {
    ("left", "ctrl+b"): lambda line: line._move(line._before()),
    ("right", "ctrl+f"): lambda line: line._move(line._after()),
    ("home", "ctrl+a"): lambda line: line._move(0),
    ("end", "ctrl+e"): lambda line: line._move(len(line.text)),
    ("ctrl+left", "alt+left", "alt+b"): lambda line: line._move(line._word_before()),
    ("ctrl+right", "alt+right", "alt+f"): lambda line: line._move(line._word_after()),
    ("backspace", "ctrl+h"): lambda line: line._cut(line._before(), line.at),
    ("delete", "ctrl+d"): lambda line: line._cut(line.at, line._after()),
    ("ctrl+w", "alt+backspace"): lambda line: line._cut(line._word_before(), line.at),
    ("ctrl+u",): lambda line: line._cut(0, line.at),
    ("ctrl+k",): lambda line: line._cut(line.at, len(line.text)),
}
_KEYS = {key: act for keys, act in _ACTS.items() for key in keys}
