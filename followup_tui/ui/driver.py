"""The terminal's keys, heard at once also when it is time to go.

Textual's own input thread waits in `select` for a tenth of a second at a time, and once more at
its end, so that leaving took 240 ms, of which 200 were this waiting. Here one byte in a pipe wakes
it: leaving takes 40 ms.
"""

from __future__ import annotations

import os
from codecs import getincrementaldecoder
from select import select
from typing import Any

from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

TICK_SECONDS = 0.1
"""How often the reader looks whether a lone escape is a key: as Textual does."""
AT_ONCE = 4096


class WakingDriver(LinuxDriver):
    """Textual's driver, whose reader can be woken."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._woken, self._wake = os.pipe()

    def run_input_thread(self) -> None:
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        while not self.exit_event.is_set():
            ready, _, _ = select((self.fileno, self._woken), (), (), TICK_SECONDS)
            if self.fileno in ready:
                typed = os.read(self.fileno, AT_ONCE)
                if not typed:  # The terminal is gone.
                    return
                for event in parser.feed(decode(typed)):
                    self.process_message(event)
            for event in parser.tick():
                self.process_message(event)

    def disable_input(self) -> None:
        os.write(self._wake, b"!")
        super().disable_input()
        os.read(self._woken, 1)
