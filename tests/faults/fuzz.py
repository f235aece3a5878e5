"""Random and mutated input for every reader: an error of ours, or a value, and nothing else.

`python -m tests.faults.fuzz [--count N] [--only NAME] [--seed N]`. Each input is made from the
seed and its number alone, so that a finding can be had again.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from random import Random, SystemRandom
from time import perf_counter
from zoneinfo import ZoneInfo

from followup_tui.errors import FollowupError
from followup_tui.exchange import book, eml, formats
from followup_tui.rules.moment import Moment
from followup_tui.rules.quicklog.people import KnownPerson
from followup_tui.rules.quicklog.reader import read_line
from followup_tui.rules.reach import parse_hours
from followup_tui.rules.when import read_when
from followup_tui.text import show
from tests.faults.seeds import BITS, BOOKS, CARDS, DATES, HOURS, LINES, MAILS, TABLES

COUNT = 1_000_000
LONGEST = 2.0
"""Seconds that one input may take."""
NOW = Moment(datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("America/Denver")))
PEOPLE = [KnownPerson(1, "Will Drew"), KnownPerson(2, "Ana Ruiz"), KnownPerson(3, "Zoë Müller")]


def of_bytes(read: Callable[[bytes], object]) -> Callable[[bytes], object]:
    """A reader of bytes, as it is."""
    return read


def of_text(read: Callable[[str], object]) -> Callable[[bytes], object]:
    """A reader of what people type: any text at all, lone surrogates too."""
    return lambda raw: read(raw.decode("utf-8", "surrogateescape"))


def _read_log(text: str) -> object:
    where = "call" if len(text) % 3 == 0 else None
    reading = read_line(text, NOW, PEOPLE, PEOPLE[0] if len(text) % 2 else None, where)
    return show(reading.note), [show(piece.kind) for piece in reading.pieces]


def _encoded(lines: Sequence[str]) -> list[bytes]:
    return [line.encode() for line in lines]


@dataclass(frozen=True)
class Target:
    """A reader, what it is fed, and its share of the inputs."""

    read: Callable[[bytes], object]
    seeds: Sequence[bytes]
    share: int


TARGETS: dict[str, Target] = {
    "vcard": Target(of_bytes(lambda raw: formats.read(raw, "x.vcf")), CARDS, 25),
    "table": Target(of_bytes(lambda raw: formats.read(raw, "x.csv", "table")), TABLES, 15),
    "any file": Target(of_bytes(lambda raw: formats.read(raw, "x")), [*CARDS, *TABLES, *MAILS], 15),
    "mail": Target(of_bytes(eml.read), MAILS, 10),
    "book": Target(of_bytes(book.read), BOOKS, 10),
    "quick log": Target(of_text(_read_log), _encoded(LINES), 15),
    "date": Target(of_text(lambda text: read_when(text, NOW)), _encoded(DATES), 5),
    "hours": Target(of_text(parse_hours), _encoded(HOURS), 5),
}


@dataclass
class Found:
    """What came of the inputs of one target."""

    count: int = 0
    refused: int = 0
    slowest: float = 0.0
    seconds: float = 0.0
    unexpected: Counter[str] = field(default_factory=Counter)

    @property
    def good(self) -> bool:
        """Whether nothing came but values and errors of ours, each in time."""
        return not self.unexpected and self.slowest < LONGEST


def made(target: Target, chance: Random) -> bytes:
    """One input: noise, or seeds cut, joined, doubled, and changed in a few places."""
    kind = chance.random()
    if kind < 0.1:
        return chance.randbytes(chance.randrange(200))
    if kind < 0.2:
        return b"".join(chance.choices(BITS, k=chance.randrange(1, 12)))
    raw = bytearray(chance.choice(target.seeds))
    if kind < 0.35:
        other = chance.choice(target.seeds)
        raw[chance.randrange(len(raw) + 1) :] = other[chance.randrange(len(other)) :]
    for _ in range(chance.choice((1, 1, 2, 3, 5, 9))):
        _change(raw, chance)
    return bytes(raw)


def _change(raw: bytearray, chance: Random) -> None:
    place = chance.randrange(len(raw) + 1)
    end = min(len(raw), place + chance.choice((1, 1, 2, 4, 16, 64)))
    how = chance.randrange(6)
    if how == 0:
        raw[place:place] = chance.choice(BITS)
    elif how == 1:
        raw[place:end] = chance.choice(BITS)
    elif how == 2:
        del raw[place:end]
    elif how == 3:
        raw[place:place] = raw[place:end] * chance.choice((1, 2, 20))
    elif place < len(raw):
        raw[place] = chance.randrange(256) if how == 4 else raw[place] ^ (1 << chance.randrange(8))


def feed(name: str, target: Target, count: int, seed: int) -> Found:
    """Feed so many inputs to a target."""
    found = Found()
    began = perf_counter()
    for number in range(count):
        raw = made(target, Random(f"{seed} {name} {number}"))
        start = perf_counter()
        try:
            target.read(raw)
        except FollowupError:
            found.refused += 1
        except Exception as error:  # noqa: BLE001 - any other kind is what is looked for
            line = error.__traceback__
            while line and line.tb_next:
                line = line.tb_next
            where = f"{line.tb_frame.f_code.co_filename}:{line.tb_lineno}" if line else ""
            found.unexpected[f"{type(error).__name__} {where} number {number}: {raw[:80]!r}"] += 1
        found.slowest = max(found.slowest, perf_counter() - start)
        found.count += 1
    found.seconds = perf_counter() - began
    return found


def run(count: int, seed: int, only: str = "") -> bool:
    """Feed all targets their share of `count`, print a line for each; whether all is well."""
    whole = sum(target.share for target in TARGETS.values())
    good = True
    for name, target in TARGETS.items():
        if only in name:
            found = feed(name, target, max(1, count * target.share // whole), seed)
            print(
                f"noise: {name:<10} {found.count:>8} inputs {found.refused:>8} refused"
                f" {sum(found.unexpected.values()):>4} unexpected, slowest"
                f" {found.slowest * 1e3:6.0f} ms {found.seconds:7.1f} s",
                *(f"    {said}" for said in list(found.unexpected)[:5]),
                sep="\n", flush=True,
            )  # fmt: skip
            good = good and found.good
    return good


def main(words: Sequence[str] | None = None) -> int:
    """Feed, and print; 0 where nothing unexpected came."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--only", default="")
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(1 << 31))
    asked = parser.parse_args(words)
    print(f"seed {asked.seed}", flush=True)
    return 0 if run(asked.count, asked.seed, asked.only) else 1


if __name__ == "__main__":
    sys.exit(main())
