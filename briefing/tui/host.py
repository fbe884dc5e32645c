"""What the screens know of the app, so that they need not import it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from briefing.settings.keymap import Keymap
from briefing.state.keeper import Keeper
from briefing.tui.wardrobe import Wardrobe

if TYPE_CHECKING:
    from briefing.tui.screens.dashboard import Dashboard


class Host(Protocol):
    """What the screens know of the app: the keys in force, the themes, the memory, the files that were opened."""

    keymap: Keymap
    wardrobe: Wardrobe
    keeper: Keeper
    plain: bool
    files: Sequence[Path]

    def use_theme(self, name: str) -> None: ...

    def try_theme(self, name: str) -> None: ...

    def dashboard(self, path: Path) -> Dashboard: ...
