"""Keys one after the other: each finds what the one before it has opened or closed.

Textual hands every key to the widget that has the focus at that moment, and what the key does comes later: the event
climbs from the widget to the app through a queue each. Keys that arrive together, as over a slow line, would all go to
what was there before the first of them.
"""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual import events
    from textual.app import App
    from textual.dom import DOMNode

_PATIENCE = 0.5
"""Seconds after which the next key goes on although nobody has said that the one before is done: its widget is gone."""


class TypeAhead:
    """Holds keys back while another one climbs through the widgets of `app`. `deliver` does what a key does; it has to
    tell `sent`."""

    def __init__(self, app: App[int], deliver: Callable[[events.Key], Awaitable[None]]) -> None:
        self._app = app
        self._deliver = deliver
        self._waiting: deque[events.Key] = deque()
        self._under_way = False
        self._number = 0

    @property
    def at_rest(self) -> bool:
        """True when no key waits or is on its way."""
        return not self._under_way and not self._waiting

    def holds(self, event: events.Key) -> bool:
        """Returns True when a key has to wait; it is delivered when its turn comes."""
        if not self.at_rest:
            if not self._waiting:
                self._app.set_timer(_PATIENCE, partial(self._done, self._number))
            self._waiting.append(event)
            return True
        return False

    def sent(self, taker: DOMNode) -> None:
        """Notes that a key has been handed to `taker`, from which it climbs to the app."""
        self._under_way = True
        self._number += 1
        if self._waiting:
            self._app.set_timer(_PATIENCE, partial(self._done, self._number))
        self._follow([*taker.ancestors_with_self], self._number)

    def _follow(self, nodes: list[DOMNode], number: int) -> None:
        # What is said to a node here comes behind the key in its queue, and behind what the key made it do.
        for at, node in enumerate(nodes):
            if node is self._app:
                break
            if node.call_later(self._follow, nodes[at + 1 :], number):
                return
        self._app.call_later(self._done, number)

    async def _done(self, number: int) -> None:
        if number != self._number or not self._under_way:
            return
        self._under_way = False
        if self._waiting:
            await self._deliver(self._waiting.popleft())
