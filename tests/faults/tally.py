"""What a run of faults came to, as a line of the table."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Tally:
    """The counts of one scenario; anything but zero in `faults` is a failure."""

    name: str
    rounds: int = 0
    killed: int = 0
    acknowledged: int = 0
    lost: int = 0
    faults: list[str] = field(default_factory=list)
    seconds: float = 0.0
    remark: str = ""

    @property
    def good(self) -> bool:
        """Whether nothing was lost or damaged, and something was tried at all."""
        return not (self.lost or self.faults) and self.rounds > 0

    def __str__(self) -> str:
        told = (
            f"{self.name:<34} {self.rounds:>6} rounds {self.killed:>5} killed"
            f" {self.acknowledged:>6} acknowledged {self.lost:>3} lost"
            f" {len(self.faults):>3} faults {self.seconds:>7.1f} s  {self.remark}"
        )
        return "\n".join([told.rstrip(), *(f"    {fault}" for fault in self.faults[:5])])
