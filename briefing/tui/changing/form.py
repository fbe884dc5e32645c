"""A form: lines that are typed into, what each means as it is typed, and what may be chosen for it. No widgets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from briefing.tui.changing.typed import Typed


class Told(NamedTuple):
    """What comes of a text: the value that it means, None when it means none, and that in words for the reader."""

    value: str | None
    words: str = ""


class Choice(NamedTuple):
    """Something to choose for a line: the value that is then written there, words for it, and what is said of it."""

    value: str
    words: str
    more: str = ""


def _as_it_is(text: str) -> Told:
    return Told(text.strip())


def _nothing_to_choose(text: str) -> Sequence[Choice]:
    return ()


@dataclass(slots=True)
class Line:
    """One line of a form. `help` stands under it while it is empty; `long` ones are shown on several lines."""

    name: str
    label: str
    help: str = ""
    read: Callable[[str], Told] = _as_it_is
    choices: Callable[[str], Sequence[Choice]] = _nothing_to_choose
    typed: Typed = field(default_factory=Typed)
    long: bool = False

    @property
    def chooses(self) -> bool:
        """True for a line that something can be chosen for."""
        return self.choices is not _nothing_to_choose

    @property
    def told(self) -> Told:
        """What comes of the text as it is."""
        return self.read(self.typed.text)


Step = Literal["", "saved", "left"]
"""What a key led to: nothing further, the form filled in, the form left."""


@dataclass(slots=True)
class Form:
    """Lines under a title. `verb` is what enter does at the last one.

    `doubt` says what speaks against saving these values, nothing when nothing does; enter once more saves them.
    `at` is the line with the cursor, `choice` the place of what is chosen for it, -1 for none.
    """

    title: str
    lines: Sequence[Line]
    verb: str = "save"
    doubt: Callable[[Mapping[str, str]], str] = lambda values: ""
    at: int = 0
    choice: int = -1
    doubted: str = ""
    _known: tuple[int, str, Sequence[Choice]] | None = None

    def __post_init__(self) -> None:
        self._choose()

    @property
    def line(self) -> Line:
        """The line with the cursor."""
        return self.lines[self.at]

    @property
    def choices(self) -> Sequence[Choice]:
        """What may be chosen for the line with the cursor."""
        text = self.line.typed.text
        if self._known is None or self._known[:2] != (self.at, text):
            self._known = (self.at, text, self.line.choices(text))
        return self._known[2]

    @property
    def values(self) -> dict[str, str]:
        """What the lines mean, by name; nothing for those that mean nothing."""
        return {line.name: line.told.value or "" for line in self.lines}

    @property
    def texts(self) -> tuple[str, ...]:
        """What is typed in the lines."""
        return tuple(line.typed.text for line in self.lines)

    def fill(self, texts: Sequence[str], at: int = 0) -> None:
        """Puts texts into the lines, and the cursor behind that of line `at`."""
        for line, text in zip(self.lines, texts, strict=False):
            line.typed.put(text)
        self.go(at)

    def go(self, at: int) -> None:
        """Puts the cursor into another line."""
        self.at = max(0, min(at, len(self.lines) - 1))
        self.doubted = ""
        self._choose()

    def paste(self, words: str) -> None:
        """Writes pasted words at the cursor."""
        self.line.typed.insert(words)
        self._changed()

    def press(self, key: str, character: str | None) -> Step:
        """Does what a key does here."""
        match key:
            case "escape" | "ctrl+c":
                return "left"
            case "enter":
                return self._enter()
            case "tab":
                self._complete()
            case "shift+tab":
                self.go(self.at - 1)
            case "down" | "ctrl+n":
                self._down()
            case "up" | "ctrl+p":
                self._up()
            case _ if self.line.typed.press(key, character):
                self._changed()
        return ""

    def _changed(self) -> None:
        self.doubted = ""
        self._choose()

    def _choose(self) -> None:
        """Chooses the first of the choices where the text on its own means nothing."""
        self.choice = 0 if self.choices and self.line.told.value is None else -1

    def _take(self) -> bool:
        """Writes what is chosen into the line; False when nothing is."""
        if not 0 <= self.choice < len(self.choices):
            return False
        self.line.typed.put(self.choices[self.choice].value)
        self._choose()
        return True

    def _complete(self) -> None:
        if self.choice < 0 and self.choices and self.line.typed.text:
            self.choice = 0
        before = self.line.typed.text
        if not self._take() or self.line.typed.text == before:
            self.go(self.at + 1 if self.at + 1 < len(self.lines) else 0)

    def _down(self) -> None:
        if self.choice + 1 < len(self.choices):
            self.choice += 1
        elif not self.choices:
            self.go(self.at + 1)

    def _up(self) -> None:
        if self.choice > 0 or (self.choice == 0 and self.line.told.value is not None):
            self.choice -= 1
        else:
            self.go(self.at - 1)

    def _enter(self) -> Step:
        self._take()
        if self.line.told.value is None:
            return ""
        if self.at + 1 < len(self.lines):
            self.go(self.at + 1)
            return ""
        wrong = next((at for at, line in enumerate(self.lines) if line.told.value is None), None)
        if wrong is not None:
            self.go(wrong)
            return ""
        doubt = "" if self.doubted else self.doubt(self.values)
        if doubt:
            self.doubted = doubt
            return ""
        return "saved"
