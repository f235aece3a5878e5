"""A store that can't be opened is not the end: on a terminal, the ways back are offered at once."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from followup_tui.cli.passphrase import ask, on_a_terminal
from followup_tui.errors import FollowupError, NotOurs, StoreDamaged, StoreGone, StoreNewer
from followup_tui.records import dataclass
from followup_tui.text import show, show_block


@dataclass(frozen=True, slots=True)
class Way:
    """One way back: what it is called, and what it does, which says what it did."""

    words: str
    go: Callable[[], str]


def rescued(path: Path, error: StoreDamaged) -> str:
    """What was done about `error` by the user's choice; empty where all stays as it is.

    Raises:
        StoreDamaged: `error` itself where there is nobody to ask, or the file isn't ours.
        What the way chosen stumbles over; then nothing was changed, too.
    """
    if isinstance(error, NotOurs) or not on_a_terminal():
        raise error
    ways = _ways(path, error)
    _tell(_what_happened(str(error)))
    chosen = _chosen([way.words for way in ways])
    if not chosen:
        _tell("Nothing was changed. Another time: followup restore, or followup check --repair")
        return ""
    done = ways[chosen - 1].go()
    _tell(done)
    return done


def only_read(error: StoreNewer) -> bool:
    """Whether the user wants to read the store of a later version, as nothing else can be done.

    Raises:
        StoreNewer: `error` itself where there is nobody to ask.
    """
    if not on_a_terminal():
        raise error
    _tell(str(error))
    return bool(_chosen(["open it to read only"]))


def _chosen(offered: list[str]) -> int:
    """Which of these ways the user wants, from 1 on; 0 for none."""
    for number, words in enumerate(offered, 1):
        _tell(f"  {number}  {words}")
    _tell("  Enter leaves everything as it is.")
    answer = _answer("Which? ")
    known = answer.isascii() and answer.isdecimal() and 0 < int(answer) <= len(offered)
    return int(answer) if known else 0


def _ways(path: Path, error: StoreDamaged) -> list[Way]:
    from followup_tui.store.raw import wal_of

    found = []
    if way := _newest(path):
        found.append(way)
    if path.exists() and path.stat().st_size:
        words = "save what can be read of it; the damaged file is kept"
        found.append(Way(words, partial(_salvage, path)))
    if isinstance(error, StoreGone) and not wal_of(path).exists():
        found.append(Way("begin anew, with an empty store", partial(_anew, path)))
    return found


def _newest(path: Path) -> Way | None:
    from followup_tui.store import backup, restore

    for one in backup.good_backups(path):
        at = one.made_at.astimezone()
        try:
            then = restore.preview(path, one.path, ask).then
        except FollowupError:
            continue
        words = f"restore the newest good backup, of {at:%a %-d %b %Y %H:%M}: {then}"
        return Way(words, partial(_restore, path, one.path))
    return None


def _restore(path: Path, source: Path) -> str:
    from followup_tui.store.restore import restore

    done = restore(path, source, ask)
    kept = f" The file as it was: {done.before}" if done.before else ""
    return f"Restored: {done.then}.{kept}"


def _salvage(path: Path) -> str:
    from followup_tui.store import check, mend

    done = mend.mend(path, check.look(path, ask), ask)
    kept = f" The file as it was: {done.kept}" if done.kept else ""
    return " ".join(done.lines) + kept


def _anew(path: Path) -> str:
    from followup_tui.store.book import make_new

    make_new(path)
    return "An empty store was begun; the backups stay."


def _what_happened(said: str) -> str:
    """The first words of the error: the rest says what to type instead of choosing here."""
    return said.partition(" Run `")[0]


def _tell(words: str) -> None:
    print(show_block(words), file=sys.stderr)


def _answer(words: str) -> str:
    """What is typed from now on: keys meant for the app before are no answer."""
    with contextlib.suppress(ImportError):  # There is none on Windows.
        import termios

        termios.tcflush(sys.stdin, termios.TCIFLUSH)
    print(show(words), end=" ", flush=True, file=sys.stderr)
    return sys.stdin.readline().strip()
