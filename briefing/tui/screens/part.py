"""What the parts of the dashboard are made of.

For the type checker a part is a `Desktop`. At run time it is a plain class that only `Dashboard` joins to one:
every class derived from a screen of textual takes half a millisecond of each start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.tui.screens.desktop import Desktop as Part
else:
    Part = object

__all__ = ["Part"]
