"""Asking for a passphrase: on the terminal, unseen, and never as a word of the command."""

from __future__ import annotations

import sys
from pathlib import Path

from followup_tui.errors import Cancelled, Usage
from followup_tui.text import show

SHORTEST = 8
"""Letters. Source: NIST SP 800-63B, 5.1.1.1, for secrets that a person chooses."""


def ask(path: Path) -> str:
    """The passphrase of the store at `path`; empty where there is nobody to ask."""
    if not on_a_terminal():
        return ""
    return _asked(f"Passphrase of {show(str(path))}: ")


def ask_for_new() -> str:
    """A new passphrase, typed twice.

    Raises:
        Usage: There is nobody to ask, it is too short, or the second time it is another one.
    """
    if not on_a_terminal():
        raise Usage("There is no terminal to ask for the new passphrase on; name it with --file.")
    found = _asked("New passphrase: ")
    refuse_if_weak(found)
    if _asked("The same again: ") != found:
        raise Usage("The two were not the same: nothing was changed.")
    return found


def refuse_if_weak(found: str) -> None:
    """Do nothing where the passphrase is long enough.

    Raises:
        Usage: It isn't.
    """
    if len(found) < SHORTEST:
        raise Usage(f"A passphrase has at least {SHORTEST} letters: nothing was changed.")


def on_a_terminal() -> bool:
    """Whether there is somebody to ask."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty())


def _asked(words: str) -> str:
    from getpass import getpass

    try:
        return getpass(words, stream=sys.stderr)
    except EOFError as error:
        raise Cancelled("Cancelled.") from error
