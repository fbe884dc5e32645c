"""Asking for a line of text in the place of the footer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefing.tui.screens.places import Places
from briefing.tui.widgets.bars import Hints

if TYPE_CHECKING:
    from briefing.tui.widgets.prompt import Prompt


class Asking(Places):
    """A screen with a prompt. `asking` takes the answer to a question; it is None while the prompt is for searching."""

    asking: Callable[[str], None] | None = None

    def ask(self, sign: str, hints: Hints, answered: Callable[[str], None]) -> None:
        """Asks for a line behind `sign`; `answered` gets it when it is given."""
        prompt = self.prompting()
        self.asking = answered
        prompt.start(sign, "", hints)

    def prompting(self) -> Prompt:
        """Returns the prompt, in the place of the footer and with the keys."""
        if self.prompt is None:
            from briefing.tui.widgets.prompt import Prompt

            self.prompt = Prompt(self.story, self.inks, name="prompt")
            self.mount(self.prompt, before=self.footer)
        self.prompt.story = self.story
        self.set_focus(self.prompt, scroll_visible=False)
        self.header.refresh(layout=True)
        return self.prompt

    def close_prompt(self) -> None:
        """Gives the keys back to what the screen is about."""
        self.set_focus(self.current, scroll_visible=False)
        self.header.refresh(layout=True)
        self.show()
