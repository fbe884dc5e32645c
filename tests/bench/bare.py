"""The least that a Textual app can be: what the start of the dashboard is compared with."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static

WORDS = "Bare content"


class Bare(App[None]):
    """Shows two words."""

    def compose(self) -> ComposeResult:
        yield Static(WORDS)


if __name__ == "__main__":
    Bare().run()
