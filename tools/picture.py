"""Draws the pictures of the documentation from the real program and the sample: `python -m tools.picture`."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from briefing.data import path
from tools.docs import ROOT

if TYPE_CHECKING:
    from briefing.tui.app import BriefingApp

_FONTS = "Fira Code, JetBrains Mono, Menlo, DejaVu Sans Mono, Consolas, monospace"


_FOLLOWED = 2.5
"""Seconds after which a save is on the screen, and what has changed is no longer on another ground."""


class Picture(NamedTuple):
    """A state of the dashboard: the size of the screen, the theme, and the keys that lead there, `a_day_later` once
    the file was saved with what happened meanwhile."""

    size: tuple[int, int]
    theme: str
    keys: tuple[str, ...]
    a_day_later: bool = False


PICTURES = {
    "dashboard.svg": Picture((120, 40), "dark", ("2", "j", "j", "enter")),
    "focus.svg": Picture((120, 40), "dark", (*"jjjjjjjj", "f")),
    "search-light.svg": Picture((120, 40), "light", ("slash", *"turk")),
    "narrow.svg": Picture((80, 24), "dark", ("3",)),
    "living.svg": Picture((120, 40), "dark", ("3", "g", "j"), a_day_later=True),
}
_A_DAY_LATER = (
    ("as_of: 2024-11-30 ", "as_of: 2024-12-01 "),
    (
        "timeline:\n",
        "timeline:\n  - 2024-12-02: Foreign ministers meet in Ankara\n    status: planned\n    src: explainer#20\n"
        "  - 2024-12-01: Army falls back to a line north of Hama\n    src: explainer#4\n"
        "  - 2024-12-01: Turkey calls for talks\n    status: disputed\n    draft: true\n    src: explainer#16\n",
    ),
    ("  - killed: 311+\n", "  - killed: 412+\n"),
)
"""Invented, for the picture: what stands in the sample, and what stands there a day later."""


async def draw(picture: Picture) -> str:
    """Returns a picture of a copy of the sample as SVG. Textual's fetches its font from the network; this one uses
    what the reader has."""
    from briefing.settings.inforce import load
    from briefing.tui.app import BriefingApp

    sample = path("seeds", "aleppo.yaml")
    with TemporaryDirectory() as folder:
        for file in (sample, sample.with_suffix(".txt")):
            shutil.copy(file, folder)
        return await _drawn(picture, BriefingApp([Path(folder, sample.name)], in_force=load(Path(os.devnull))))


async def _drawn(picture: Picture, app: BriefingApp) -> str:
    async with app.run_test(size=picture.size) as pilot:
        app.use_theme(picture.theme)
        await pilot.pause(0.3)
        if picture.a_day_later and app.desk is not None:
            await pilot.pause(_FOLLOWED)
            text = app.desk.path.read_text(encoding="utf-8")
            for before, after in _A_DAY_LATER:
                text = text.replace(before, after, 1)
            app.desk.path.write_text(text, encoding="utf-8", newline="\n")
            await pilot.pause(_FOLLOWED)
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
