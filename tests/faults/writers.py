"""A process that writes until it is killed: `python -m tests.faults.writers KIND WORD`.

It says `ACK token` after each command that ended with 0, as a shell does in its loop.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from followup_tui.cli.entry import main

MANY = 60


def do(*words: str) -> None:
    """Run one command; its own words go nowhere."""
    told = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    code = main(list(words))
    sys.stdout.flush()
    os.dup2(told, 1)
    os.close(nowhere)
    os.close(told)
    if code:
        sys.exit(code)


def acknowledge(token: str) -> None:
    """Say that what `token` stands for was saved."""
    os.write(1, f"ACK {token}\n".encode())


def shell(word: str) -> None:
    """People, logs, touches, steps, undone and done again: what a shell does in a day."""
    for number in range(MANY):
        name = f"{word}n{number}"
        do("add", "contact", name, "--email", f"{name}@x.example")
        acknowledge(name)
        do("touch", name, "left-voicemail", "--note", f"{name}t")
        acknowledge(f"{name}t")
        if number % 3 == 0:
            do("add", "follow-up", "call", name, "tomorrow", "--what", f"{name}f")
            acknowledge(f"{name}f")
        if number % 5 == 0:
            # Never acknowledged: a kill in between may leave it undone.
            do("add", "contact", f"{word}undone{number}")
            do("undo")
            do("redo")


def adder(word: str) -> None:
    """People, one after the other: `word` is the name and how many."""
    name, _, count = word.partition(":")
    for number in range(int(count)):
        do("add", "contact", f"{name}n{number}", "--anyway")
        acknowledge(f"{name}n{number}")


def quick(word: str) -> None:
    """People, one step each, by one process that keeps the store open."""
    from datetime import UTC, datetime

    from followup_tui.actions.people import ContactForm, add_contact
    from followup_tui.rules.moment import Moment
    from followup_tui.store.book import open_book

    name, _, count = word.partition(":")
    with open_book(Path(os.environ["FOLLOWUP_DB"])):
        for number in range(int(count)):
            add_contact(Moment(datetime.now(UTC)), ContactForm(f"{name}n{number}"))
            if number % 100 == 99:
                acknowledge(f"{name}n{number}")


def merger(word: str) -> None:
    """One pair of people after the other is made one."""
    for number in range(1, int(word), 2):
        do("merge", str(number), str(number + 1))
        acknowledge(str(number))


KINDS: dict[str, Callable[[str], None]] = {
    "shell": shell, "adder": adder, "merger": merger, "quick": quick,
}  # fmt: skip

if __name__ == "__main__":
    KINDS[sys.argv[1]](sys.argv[2])
