"""The mouse: the dashboard's, or given to the terminal so that its own selection works."""

from __future__ import annotations

from typing import Any

GIVEN = "The mouse is the terminal's until the same key"
TAKEN = "The mouse is the dashboard's again"
NONE = "This terminal has no mouse to give"


def hand_over(driver: Any) -> str:
    """Gives the mouse to the terminal, or takes it back, and returns what to say.

    `driver` is textual's; which of the two it is stands in its `_mouse`, which it obeys after a suspension as well.
    """
    enable, disable = getattr(driver, "_enable_mouse_support", None), getattr(driver, "_disable_mouse_support", None)
    if enable is None or disable is None:
        return NONE
    if driver._mouse:
        disable()
        driver._mouse = False
        return GIVEN
    driver._mouse = True
    enable()
    return TAKEN
