"""Draws the pictures of the documentation from the real program and the sample: `python -m tools.picture`."""

from __future__ import annotations

import asyncio
import os
import re
from pathlib import Path
from typing import NamedTuple

from briefing.data import path
from tools.docs import ROOT

_FONTS = "Fira Code, JetBrains Mono, Menlo, DejaVu Sans Mono, Consolas, monospace"


class Picture(NamedTuple):
    """A state of the dashboard: the size of the screen, the theme, and the keys that lead there."""

    size: tuple[int, int]
    theme: str
    keys: tuple[str, ...]


PICTURES = {
    "dashboard.svg": Picture((120, 40), "dark", ("2", "j", "j", "enter")),
    "focus.svg": Picture((120, 40), "dark", (*"jjjjjjjj", "f")),
    "search-light.svg": Picture((120, 40), "light", ("slash", *"turk")),
    "narrow.svg": Picture((80, 24), "dark", ("3",)),
}


async def draw(picture: Picture) -> str:
    """Returns a picture as SVG. Textual's fetches its font from the network; this one uses what the reader has."""
    from briefing.settings.inforce import load
    from briefing.tui.app import BriefingApp

    app = BriefingApp([path("seeds", "aleppo.yaml")], in_force=load(Path(os.devnull)))
    async with app.run_test(size=picture.size) as pilot:
        app.use_theme(picture.theme)
        await pilot.pause(0.3)
        await pilot.press("escape", *picture.keys)
        await pilot.pause(0.5)
        drawn = app.export_screenshot(title="briefing")
    drawn = re.sub(r"@font-face\s*\{.*?\}\s*", "", drawn, flags=re.DOTALL)
    return re.sub(r"font-family:\s*Fira Code[^;]*;", f"font-family: {_FONTS};", drawn)


def main() -> None:
    """Writes the pictures."""
    os.environ.pop("NO_COLOR", None)
    os.environ.update(COLORTERM="truecolor", TERM="xterm-256color", XDG_STATE_HOME=os.devnull)
    for name, picture in PICTURES.items():
        (ROOT / "docs" / name).write_text(asyncio.run(draw(picture)), encoding="utf-8", newline="\n")
        print(f"docs/{name}")


if __name__ == "__main__":
    main()
