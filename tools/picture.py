"""Draws `docs/dashboard.svg`, the picture of the README, from the real program: `python -m tools.picture`."""

from __future__ import annotations

import asyncio
import os
import re

from briefing.data import path
from tools.docs import ROOT

PICTURE = ROOT / "docs" / "dashboard.svg"
_SIZE = (120, 40)
_FONTS = "Fira Code, JetBrains Mono, Menlo, DejaVu Sans Mono, Consolas, monospace"


async def draw() -> str:
    """Returns the dashboard of the sample, a source open beside a quote, as SVG.

    Textual's picture fetches its font from the network; this one uses what the reader has.
    """
    os.environ.pop("NO_COLOR", None)
    os.environ.update(COLORTERM="truecolor", TERM="xterm-256color")
    from briefing.tui.app import BriefingApp

    app = BriefingApp([path("seeds", "aleppo.yaml")])
    async with app.run_test(size=_SIZE) as pilot:
        for key in ("2", "j", "j", "enter"):
            await pilot.press(key)
        await pilot.pause(0.5)
        picture = app.export_screenshot(title="briefing")
    picture = re.sub(r"@font-face\s*\{.*?\}\s*", "", picture, flags=re.DOTALL)
    return re.sub(r"font-family:\s*Fira Code[^;]*;", f"font-family: {_FONTS};", picture)


def main() -> None:
    """Writes the picture."""
    PICTURE.write_text(asyncio.run(draw()), encoding="utf-8", newline="\n")
    print(PICTURE.relative_to(ROOT))


if __name__ == "__main__":
    main()
