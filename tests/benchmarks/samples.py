"""What was measured: numbers by program and reading."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Iterable


class Samples:
    """Every number of every round, and what is read off them."""

    def __init__(self) -> None:
        self._kept: defaultdict[tuple[str, str], list[float]] = defaultdict(list)

    def add(self, program: str, reading: str, numbers: float | Iterable[float] | None) -> None:
        """Keep one number, or several; None is none."""
        if isinstance(numbers, int | float):
            numbers = (numbers,)
        self._kept[program, reading] += numbers or ()

    def read(self, program: str, reading: str, share: float = 0.5) -> float | None:
        """The number below which `share` of them are; the median by itself. None without any."""
        numbers = sorted(self._kept[program, reading])
        if not numbers:
            return None
        if share == 0.5:
            return statistics.median(numbers)
        return numbers[min(len(numbers) - 1, int(share * len(numbers)))]

    def everything(self) -> dict[str, list[float]]:
        """All of it, by `program: reading`."""
        return {f"{one}: {what}": list(found) for (one, what), found in self._kept.items()}
