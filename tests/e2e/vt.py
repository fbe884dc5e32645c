"""As much of a terminal as textual speaks to: cells with their style, modes, and a record of everything else.

Sequences are those of ECMA-48 and of xterm's control sequences. What is not understood is kept, not guessed at.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from typing import NamedTuple

from rich.cells import cell_len

_TOKEN = re.compile(
    r"\x1b\[(?P<csi>[0-?]*[ -/]*[@-~])"
    r"|\x1b(?P<string>[\]PX^_].*?)(?:\x07|\x1b\\)"
    r"|\x1b(?P<escape>[ -/]*[0-OQ-WYZ\\`-~])"
    r"|(?P<control>[\x00-\x1a\x1c-\x1f\x7f-\x9f])"
    r"|(?P<text>[^\x00-\x1f\x7f-\x9f]+)",
    re.DOTALL,
)
_BOLD, _UNDERLINE, _REVERSE = "1", "4", "7"
ALTERNATE, CURSOR, MOUSE, FOCUS, PASTE = 1049, 25, (1000, 1002, 1003, 1006, 1015, 1016), 1004, 2004


class Style(NamedTuple):
    """How a cell is painted. Colours are SGR parameters (`38;2;r;g;b`, `33`); empty is the terminal's own."""

    bold: bool = False
    underline: bool = False
    reverse: bool = False
    foreground: str = ""
    background: str = ""


_PLAIN = Style()


@dataclass(slots=True)
class Screen:
    """A screen of `width` by `height` cells. `strings` are the OSC, DCS and other strings, `colours` all SGR that set
    a colour, `odd` what was not understood, `c1` the control characters from 0x80 to 0x9F."""

    width: int
    height: int
    modes: dict[int, bool] = field(default_factory=dict)
    strings: list[str] = field(default_factory=list)
    colours: list[str] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)
    c1: list[str] = field(default_factory=list)
    row: int = 0
    column: int = 0
    style: Style = _PLAIN
    cells: list[list[tuple[str, Style]]] = field(init=False)
    _rest: str = ""
    _decoder: codecs.IncrementalDecoder = field(
        default_factory=lambda: codecs.getincrementaldecoder("utf-8")("replace")
    )

    def __post_init__(self) -> None:
        self.cells = []
        self.resize(self.width, self.height)

    def resize(self, width: int, height: int) -> None:
        """Clears the screen at another size."""
        self.width, self.height = width, height
        self.cells = [[(" ", Style())] * width for _ in range(height)]
        self.row = self.column = 0

    def lines(self) -> list[str]:
        """Returns the lines as text, blanks at their ends left out."""
        return ["".join(character for character, _ in line).rstrip() for line in self.cells]

    def text(self) -> str:
        """Returns the screen as text."""
        return "\n".join(self.lines())

    def styled(self, wanted: Style) -> str:
        """Returns the characters that are painted in a style, in reading order."""
        return "".join(character for line in self.cells for character, style in line if style == wanted)

    @property
    def as_it_was(self) -> bool:
        """True when the program has left the alternate screen and the mouse, and shows the cursor."""
        taken = any(self.modes.get(mode) for mode in (ALTERNATE, *MOUSE, FOCUS, PASTE))
        return not taken and self.modes.get(CURSOR, True)

    def feed(self, data: bytes) -> None:
        """Takes what the program wrote; a sequence may be cut anywhere."""
        text = self._rest + self._decoder.decode(data)
        at = 0
        # What does not match is the beginning of a sequence whose end has not come yet.
        while match := _TOKEN.match(text, at):
            at = match.end()
            self._take(match)
        self._rest = text[at:]

    def _take(self, match: re.Match[str]) -> None:
        if match["text"] is not None:
            self._write(match["text"])
        elif match["csi"] is not None:
            self._control(match["csi"])
        elif match["string"] is not None:
            self.strings.append(match["string"])
        elif match["control"] is not None:
            self._act(match["control"])
        else:
            self.odd.append(match["escape"])

    def _write(self, text: str) -> None:
        for character in text:
            size = cell_len(character)
            if size == 0 or self.row >= self.height:
                continue
            if self.column < self.width:
                self.cells[self.row][self.column] = (character, self.style)
                if size == 2 and self.column + 1 < self.width:
                    self.cells[self.row][self.column + 1] = ("", self.style)
            self.column += size

    def _act(self, character: str) -> None:
        if character == "\r":
            self.column = 0
        elif character == "\n":
            self.row = min(self.row + 1, self.height - 1)
        elif character == "\b":
            self.column = max(0, self.column - 1)
        elif character >= "\x80":
            self.c1.append(character)
        else:
            self.odd.append(character)

    def _control(self, sequence: str) -> None:
        parameters, final = sequence[:-1], sequence[-1]
        if parameters[:1] in "?<=>" and parameters:
            self._private(parameters, final)
            return
        numbers = [int(number) if number.isdigit() else 0 for number in parameters.split(";")]
        if final in "Hf":
            row, column = [*numbers, 0][:2]
            self.row, self.column = max(1, row) - 1, max(1, column) - 1
        elif final == "m" and f"0{parameters}".replace(";", "").isdecimal():
            self._paint(parameters)
        elif final == "J" and numbers[0] == 2:
            self.resize(self.width, self.height)
        elif final == "K" and numbers[0] == 0 and self.row < self.height:
            for column in range(self.column, self.width):
                self.cells[self.row][column] = (" ", self.style)
        elif final in "ABCD":
            self._step(final, max(1, numbers[0]))
        else:
            self.odd.append(sequence)

    def _step(self, direction: str, count: int) -> None:
        rows, columns = {"A": (-1, 0), "B": (1, 0), "C": (0, 1), "D": (0, -1)}[direction]
        self.row = min(max(0, self.row + rows * count), self.height - 1)
        self.column = min(max(0, self.column + columns * count), self.width - 1)

    def _private(self, parameters: str, final: str) -> None:
        if parameters.startswith("?") and final in "hl":
            for number in parameters[1:].split(";"):
                self.modes[int(number)] = final == "h"
                if number == str(ALTERNATE):
                    self.resize(self.width, self.height)
        else:
            self.odd.append(parameters + final)

    def _paint(self, parameters: str) -> None:
        numbers = parameters.split(";") if parameters else ["0"]
        while numbers:
            number = numbers.pop(0)
            if number in ("38", "48"):
                count = 4 if numbers[:1] == ["2"] else 2
                colour = ";".join([number, *numbers[:count]])
                numbers = numbers[count:]
                self._colour(number == "48", colour)
            elif number in ("", "0"):
                self.style = Style()
            elif number in (_BOLD, _UNDERLINE, _REVERSE):
                self.style = _with(self.style, number)
            elif 30 <= int(number) <= 49 or 90 <= int(number) <= 107:
                self._colour(40 <= int(number) <= 49 or int(number) >= 100, "" if number in ("39", "49") else number)
            else:
                self.odd.append(f"{number}m")

    def _colour(self, background: bool, colour: str) -> None:
        if colour:
            self.colours.append(colour)
        self.style = self.style._replace(background=colour) if background else self.style._replace(foreground=colour)


def _with(style: Style, attribute: str) -> Style:
    if attribute == _BOLD:
        return style._replace(bold=True)
    return style._replace(underline=True) if attribute == _UNDERLINE else style._replace(reverse=True)
