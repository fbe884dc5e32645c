"""A theme for a terminal with 256 colours, so that words stay as readable as the theme has them.

Left to itself rich rounds ground and ink each on its own: roles on the selected item of the dark theme came to a
contrast of 2.8 to 1, grey on green. Here each goes to the nearest of the fixed colours, an ink to the nearest that can
be read on all of its grounds.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from briefing.settings.contrast import luminance
from briefing.settings.themes import PAIRS

_LEVELS = (0, 95, 135, 175, 215, 255)
"""Of red, green and blue in the cube of 216 colours (xterm)."""
_ENOUGH = 4.5

_Rgb = tuple[int, int, int]
_GROUNDS = ("bg", "surface", "quiet", "select", "mark")


def _rgb(colour: str) -> _Rgb:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _hex(parts: _Rgb) -> str:
    return "#{:02X}{:02X}{:02X}".format(*parts)


_FIXED = {
    _hex(parts): parts
    for parts in (
        *((r, g, b) for r, g, b in product(_LEVELS, repeat=3) if not r == g == b or r in (0, 255)),
        *((8 + 10 * step,) * 3 for step in range(24)),
    )
}
"""The colours to choose among. The greys of the cube are left out: they are near those of the ramp."""


def to_256(tokens: Mapping[str, str]) -> dict[str, str]:
    """Returns `tokens`, all `#RRGGBB`, with each colour replaced by one of the fixed ones (xterm 16 to 255), as it has
    to be given to rich to come out so. Grounds stay different from each other."""
    found: dict[str, str] = {}
    for ground in _GROUNDS:
        taken = set(found.values())
        found[ground] = next(colour for colour in _by_distance(tokens[ground]) if colour not in taken)
    for token in tokens:
        if token not in found:
            grounds = [luminance(found[ground]) for ink, ground in PAIRS if ink == token and ground in found]
            nearest = _by_distance(tokens[token])
            found[token] = next((colour for colour in nearest if _is_readable(colour, grounds)), nearest[0])
    return {token: _sent(found[token]) for token in tokens}


def _by_distance(colour: str) -> list[str]:
    """Returns the fixed colours, the nearest to `colour` first."""
    red, green, blue = _rgb(colour)
    return sorted(
        _FIXED,
        key=lambda one: (_FIXED[one][0] - red) ** 2 + (_FIXED[one][1] - green) ** 2 + (_FIXED[one][2] - blue) ** 2,
    )


def _is_readable(colour: str, grounds: list[float]) -> bool:
    """True where words of a colour have enough contrast to grounds of these luminances."""
    ink = luminance(colour)
    return all((max(ink, ground) + 0.05) >= _ENOUGH * (min(ink, ground) + 0.05) for ground in grounds)


def _sent(colour: str) -> str:
    """Returns the colour that rich rounds to `colour`: it takes greys by their lightness in 25 steps, which are not the
    terminal's."""
    red, green, blue = _rgb(colour)
    if red != green or red != blue or red in (0, 255):
        return colour
    return _hex((round(255 * ((red - 8) // 10 + 1) / 25),) * 3)
