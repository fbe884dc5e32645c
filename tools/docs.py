"""Writes the generated pages of `docs/` and `config/`: `python -m tools.docs`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from briefing.cli import help as commands
from briefing.document import fields_page
from briefing.settings import keysheet
from briefing.tui import editors_page, keys_page
from tools import tour

ROOT = Path(__file__).resolve().parent.parent

PAGES: dict[str, Callable[[], str]] = {
    "config/keymaps/default.yaml": keysheet.page,
    "docs/commands.md": commands.page,
    "docs/editor.md": editors_page.page,
    "docs/fields.md": fields_page.page,
    "docs/keys.md": keys_page.page,
    "docs/tour.md": tour.page,
}
"""Path of each generated page, and what returns its text."""


def main() -> None:
    """Writes every page and says so."""
    for name, page in PAGES.items():
        (ROOT / name).write_text(page(), encoding="utf-8", newline="\n")
        print(name)


if __name__ == "__main__":
    main()
