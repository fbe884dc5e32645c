"""What lies around the program: environment, platform, the tools that it may start, the folder of its state.

Read once at the edge and handed on, so that a test can stand in for all of it.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.records import record
from briefing.tui import browser, clipboard

if TYPE_CHECKING:
    from datetime import date

    from briefing.tui.foreground import Ended


@record(kw_only=True)
class Surroundings:
    """`folder` is where a copied text goes that no clipboard takes; `wanted` the ways that the reader allows; `editor`
    the command of the settings for one; `take` lends it the terminal, as `foreground.run` does where it is None."""

    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)
    platform: str = sys.platform
    folder: Path | None = None
    wanted: clipboard.Wanted = "auto"
    which: clipboard.Which = shutil.which
    run: clipboard.Run = clipboard.run
    start: browser.Start = browser.start
    editor: str = ""
    take: Callable[[list[str]], Ended] | None = None

    def today(self) -> date:
        """Returns the day on the wall of the reader, for dates such as `yesterday`."""
        from datetime import datetime

        return datetime.now().astimezone().date()

    def copy(self, text: str) -> clipboard.Copied:
        """Puts text on the clipboard; may take as long as a tool takes, a few seconds at worst."""
        options = clipboard.ways(self.environ, self.platform, self.which, self.wanted)
        return clipboard.copy(text, options, self.environ, self.run, self.folder)

    def show_page(self, link: str) -> str:
        """Opens a link in the browser and returns the name of what opened it; nothing where there is no browser."""
        command = browser.opener(self.environ, self.platform, self.which)
        if command is None or not self.start([*command, link]):
            return ""
        return Path(command[0]).name
