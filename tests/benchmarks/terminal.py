"""A program in a terminal of its own, seen from outside: when which bytes came, and what they show.

Times are those at which raw bytes arrive, taken before anything is read into them; the picture is
drawn from the recorded chunks while the program is quiet, so that drawing costs it nothing.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from time import perf_counter as now
from typing import NamedTuple

import pyte

ROWS, COLUMNS = 40, 120
QUIET = 0.030
"""So many seconds without a byte, and the screen counts as complete."""
PATIENCE = 30.0

Sign = Callable[[Sequence[str]], bool]
"""Whether the lines of a screen show what is waited for."""

_ANSWERS: tuple[tuple[bytes, bytes], ...] = (
    (rb"\x1b\[\?2026\$p", b"\x1b[?2026;2$y"),
    (rb"\x1b\[\?(?!2026)\d+\$p", b"\x1b[?0;0$y"),
    (rb"\x1b\[0?c", b"\x1b[?62;22c"),
    (rb"\x1b\[\??6n", b"\x1b[1;1R"),
)
"""What programs ask a terminal, and what a plain modern one says."""
_UNREAD = re.compile(
    rb"\x1b\[[<>=][0-9;:]*[ -/]*[@-~]|\x1b\[\??[0-9;]*[$ !\"'][a-zA-Z]|\x1b\[\?[0-9;]*[mnru]"
    rb"|\x1b\[[0-9;]*[tnu]|\x1b[P_^X].*?\x1b\\|\x1b\].*?(?:\x07|\x1b\\)",
    re.S,
)
"""Sequences that pyte would take for text."""
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[P_^\]X][^\x07]*|)\Z", re.S)


class Press(NamedTuple):
    """What came of one key, in ms since it was sent."""

    first: float
    last: float


class Repeat(NamedTuple):
    """What came of a key held down."""

    lag: float
    """Milliseconds from the last key to the last byte."""
    frames: int


class Left(NamedTuple):
    """How a program went."""

    ms: float
    clean: bool
    """It ended by itself with 0, and left the terminal as it was."""


class Terminal:
    """One run of one program."""

    def __init__(
        self, argv: Sequence[str], env: Mapping[str, str], rows: int = ROWS, columns: int = COLUMNS
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._chunks: list[tuple[float, bytes]] = []
        self._drawn = 0
        self._held = b""
        self._asked = b""
        self.ended = False
        self.started = now()
        self.pid, self._fd = pty.fork()
        size = struct.pack("4H", rows, columns, 0, 0)
        if self.pid == 0:
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, size)
                os.execvpe(argv[0], list(argv), dict(env))
            finally:
                os._exit(127)
        while fcntl.ioctl(self._fd, termios.TIOCGWINSZ, bytes(8)) != size:
            os.sched_yield()
        self._modes = termios.tcgetattr(self._fd)

    @property
    def written(self) -> bytes:
        """Every byte so far."""
        return b"".join(chunk for _, chunk in self._chunks)

    def resize(self, rows: int, columns: int) -> None:
        """Make the window another size."""
        self.screen.resize(rows, columns)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("4H", rows, columns, 0, 0))

    def send(self, keys: bytes) -> None:
        """Type without waiting."""
        with contextlib.suppress(OSError):
            os.write(self._fd, keys)

    def wait_for(self, sign: Sign, seconds: float = PATIENCE) -> float | None:
        """Milliseconds from the start to the chunk after which `sign` holds; None if it never did.

        The program is quiet afterwards.
        """
        seen: float | None = None
        deadline = now() + seconds
        while seen is None and not self.ended and now() < deadline:
            self._read(0.25)
            self._wait_until_quiet(0.1)
            seen = self._draw(sign)
        self._wait_until_quiet(0.2)
        self._draw()
        return None if seen is None else (seen - self.started) * 1e3

    def press(self, keys: bytes, quiet: float | None = None, seconds: float = 1.0) -> Press | None:
        """Type, and wait until the screen is quiet; None where nothing came of it."""
        before, at = len(self._chunks), now()
        self.send(keys)
        self._read(seconds)
        self._wait_until_quiet(quiet or QUIET)
        self._draw()
        new = self._chunks[before:]
        return Press((new[0][0] - at) * 1e3, (new[-1][0] - at) * 1e3) if new else None

    def record(self, keys: bytes, sign: Sign, seconds: float = PATIENCE) -> list[float]:
        """Type, and read until `sign` holds: when each chunk came, the first of all the key."""
        before, at = len(self._chunks), now()
        self.send(keys)
        while not sign(self.screen.display) and not self.ended and now() < at + seconds:
            self._read(0.02)
            self._draw()
        return [at, *(when for when, _ in self._chunks[before:])]

    def repeat(self, keys: bytes, times: int, every: float) -> Repeat:
        """Type on a fixed clock without waiting, as a key that is held down does."""
        before, start, sent = len(self._chunks), now(), 0
        while sent < times and not self.ended:
            if now() >= start + sent * every:
                self.send(keys)
                sent += 1
            else:
                self._read(start + sent * every - now())
        last = now()
        self._wait_until_quiet(0.15)
        self._draw()
        new = self._chunks[before:] or [(last, b"")]
        gaps = pairwise(new)
        frames = 1 + sum(later[0] - earlier[0] > 0.002 for earlier, later in gaps)
        return Repeat((new[-1][0] - last) * 1e3, frames)

    def leave(self, keys: bytes, seconds: float = 10.0) -> Left:
        """Type the keys that leave, and see the program go."""
        self._wait_until_quiet(0.1)
        at = now()
        self.send(keys)
        status = None
        while status is None and now() < at + seconds:
            self._read(0.001)
            pid, found = os.waitpid(self.pid, os.WNOHANG)
            status = found if pid else None
        ms = (now() - at) * 1e3
        if status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        self._wait_until_quiet(0)
        clean = status == 0 and self.restored()
        os.close(self._fd)
        return Left(ms, clean)

    def end(self) -> None:
        """End the program, where it is still there."""
        with contextlib.suppress(OSError):
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        with contextlib.suppress(OSError):
            os.close(self._fd)

    def restored(self) -> bool:
        """Whether every mode of the terminal is as it was before the program."""
        last = dict(re.findall(rb"\x1b\[\?(1049|1000|1003|1006|2004|25)([hl])", self.written))
        on = {mode for mode, state in last.items() if state == b"h" and mode != b"25"}
        with contextlib.suppress(termios.error):
            if termios.tcgetattr(self._fd)[:4] != self._modes[:4]:
                return False
        return not on and last.get(b"25", b"h") == b"h"

    def memory(self) -> float:
        """MiB that the program had in memory at most so far."""
        return self._memory("VmHWM")

    def resident(self) -> float:
        """MiB that the program has in memory now."""
        return self._memory("VmRSS")

    def _memory(self, word: str) -> float:
        lines = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii").splitlines()
        return int(next(line for line in lines if line.startswith(word)).split()[1]) / 1024

    def _read(self, seconds: float) -> bool:
        if self.ended or not select.select([self._fd], [], [], max(0, seconds))[0]:
            return False
        try:
            data = os.read(self._fd, 65536)
        except OSError:  # Linux: nobody holds the other end any more.
            data = b""
        if not data:
            self.ended = True
            return False
        self._chunks.append((now(), data))
        self._answer(data)
        return True

    def _answer(self, data: bytes) -> None:
        self._asked += data
        done = 0
        for question, answer in _ANSWERS:
            for found in re.finditer(question, self._asked):
                self.send(answer)
                done = max(done, found.end())
        rest = _UNFINISHED.search(self._asked, done)
        self._asked = self._asked[rest.start() :][-64:] if rest else b""

    def _wait_until_quiet(self, quiet: float = QUIET, seconds: float = 20.0) -> None:
        deadline = now() + seconds
        while now() < deadline and self._read(quiet):
            pass

    def _draw(self, sign: Sign | None = None) -> float | None:
        """Draw the new chunks; when the one came after which `sign` holds."""
        seen = None
        for at, data in self._chunks[self._drawn :]:
            data = _UNREAD.sub(b"", self._held + data)
            rest = _UNFINISHED.search(data)
            self._held = data[rest.start() :] if rest else b""
            self._stream.feed(data[: rest.start()] if rest else data)
            if sign and seen is None and sign(self.screen.display):
                seen = at
        self._drawn = len(self._chunks)
        return seen
