"""Keys in the order and to the place they were typed, however fast, and from the very start.

Textual hands each key to what has the focus at that moment, while the key before may still be on
its way to move the focus: `/dan` typed at once gave `n` to the list, which logged a call. Here a
key waits until the one before is done with: until what it wrote is written, and the dialog that it
opens stands. The first one waits until there is a screen.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Any

from textual import events
from textual.app import App
from textual.message import Message
from textual.screen import Screen
from textual.worker import Worker

from followup_tui.store import opened

PATIENCE_SECONDS = 0.3
"""After so long the next key goes on: what had the last one is gone, or takes its time."""
WRITE_SECONDS = 3.0
"""It waits so long for what the last one writes, however slow the disk: until then the screen shows
what was, and a key would act on that. Not where the work is a long one."""
TURN_SECONDS = 0.02
"""After so long it goes on, too, where the write only waits for another process to end its own:
a key is shown within 100 ms, whoever holds the store."""
LOOK_SECONDS = 0.004
"""How often we look whether what a key has set going is done."""
ACTS = "acts"
"""The group of the workers that write."""
LONG = "long"
"""The group of those whose work may last: keys go on beside it."""


class KeysInOrder(App[None]):
    """An app that takes one key at a time."""

    class KeyTaken(Message):
        """It follows a key on its way up: where it arrives, the key was there before."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[events.Key] = deque()
        self._under_way = True
        self._patience: asyncio.TimerHandle | None = None
        self._number = 0
        self._stood: Screen[Any] | None = None
        self._ran: frozenset[Worker[Any]] = frozenset()
        self._waits_since: float | None = None
        self._since = 0.0

    @property
    def is_taking_keys(self) -> bool:
        """Whether a key is under way."""
        return self._under_way

    def take_again(self, key: events.Key) -> None:
        """Give a key once more to what will be there when it is done with: before all others."""
        self._waiting.appendleft(events.Key(key.key, key.character))

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
        self._number += 1
        self._stood, self._ran = self.screen, frozenset(self.workers)
        self._waits_since = None
        goes_to = self.focused or self.screen
        await super().on_event(key)
        loop = asyncio.get_running_loop()
        self._since = loop.time()
        self._patience = loop.call_later(PATIENCE_SECONDS, self._lose_patience)
        goes_to.post_message(self.KeyTaken(self._number))

    def on_keys_in_order_key_taken(self, event: KeyTaken) -> None:
        event.stop()
        # What the key has put off until later, a move of the focus above all, comes first.
        self.call_later(self._go_on, event.number)

    def _go_on(self, number: int) -> None:
        if self._patience is None or number != self._number:  # It has been let go already.
            return
        begun = [one for one in self._begun() if not one.is_finished]
        moved = self.screen is not self._stood
        waits_on = [one for one in begun if one.group == ACTS or not moved]
        loop = asyncio.get_running_loop()
        if waits_on and not self._is_stuck(waits_on, loop.time()):
            loop.call_later(LOOK_SECONDS, self.call_later, self._go_on, number)
        elif moved:
            self._stood, self._ran = self.screen, frozenset(self.workers)
            self.screen.post_message(self.KeyTaken(number))
        else:
            self._take_next()

    def _lose_patience(self) -> None:
        """Go on without knowing that the key is done with, unless it still writes."""
        loop = asyncio.get_running_loop()
        writes = any(one.group == ACTS and not one.is_finished for one in self._begun())
        if writes and not opened.waits() and loop.time() - self._since < WRITE_SECONDS:
            self._patience = loop.call_later(PATIENCE_SECONDS, self._lose_patience)
        else:
            self._take_next()

    def _begun(self) -> list[Worker[Any]]:
        """The workers that the key has begun."""
        return [one for one in self.workers if one not in self._ran]

    def _is_stuck(self, waits_on: list[Worker[Any]], now: float) -> bool:
        """Whether the key has begun a write that waits for others, and has waited long enough.

        Whatever else it has begun, waits for that write; a dialog alone is no write.
        """
        if not opened.waits() or all(one.group not in (ACTS, LONG) for one in waits_on):
            self._waits_since = None
        elif self._waits_since is None:
            self._waits_since = now
        return self._waits_since is not None and now - self._waits_since >= TURN_SECONDS

    def _take_next(self) -> None:
        if self._patience:
            self._patience.cancel()
            self._patience = None
        self._under_way = False
        if self._waiting:
            self._under_way = True
            self.call_later(self._take, self._waiting.popleft())
