"""Keys in the order and to the place they were typed, however fast, and from the very start.

Textual hands each key to what has the focus at that moment, while the key before may still be on
its way to move the focus: `/dan` typed at once gave `n` to the list, which logged a call. Here a
key waits until the one before is done with, and the first one until there is a screen.
"""

from __future__ import annotations

import asyncio
from collections import deque

from textual import events
from textual.app import App
from textual.message import Message

PATIENCE_SECONDS = 0.3
"""After so long the next key goes on: what had the last one is gone."""


class KeysInOrder(App[None]):
    """An app that takes one key at a time."""

    class KeyTaken(Message):
        """It follows a key on its way up: where it arrives, the key was there before."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[events.Key] = deque()
        self._under_way = True
        self._patience: asyncio.TimerHandle | None = None

    def on_ready(self) -> None:
        self._take_next()

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
        elif self._under_way:
            self._waiting.append(event)
        else:
            await self._take(event)

    async def _take(self, key: events.Key) -> None:
        self._under_way = True
        goes_to = self.focused or self.screen
        await super().on_event(key)
        loop = asyncio.get_running_loop()
        self._patience = loop.call_later(PATIENCE_SECONDS, self._take_next)
        goes_to.post_message(self.KeyTaken())

    def on_keys_in_order_key_taken(self, event: KeyTaken) -> None:
        event.stop()
        # What the key has put off until later, a move of the focus above all, comes first.
        self.call_later(self._take_next)

    def _take_next(self) -> None:
        if self._patience:
            self._patience.cancel()
            self._patience = None
        self._under_way = False
        if self._waiting:
            self._under_way = True
            self.call_later(self._take, self._waiting.popleft())
