"""Backups as the app makes and brings them back; large steps begin with one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from inspect import signature
from pathlib import Path
from typing import Concatenate, ParamSpec

from followup_tui.rules.moment import Moment
from followup_tui.store import backup, check, opened, restore
from followup_tui.store.journal import Done

P = ParamSpec("P")
Action = Callable[Concatenate[Moment, P], Done]


def after_backup(why: str) -> Callable[[Action[P]], Action[P]]:
    """Have an action back the book up first; `why` is the word in the backup's name.

    One with a `tell` says by it how far the backup is, too, and can be stopped by it.

    Raises:
        DiskFull, StoreUnreachable, StoreDamaged: It can't be, so that nothing is done either.
    """

    def door(action: Action[P]) -> Action[P]:
        @wraps(action)
        def kept_first(now: Moment, /, *args: P.args, **kwargs: P.kwargs) -> Done:
            opened.refuse_if_read_only()
            tell = signature(action).bind(now, *args, **kwargs).arguments.get("tell")
            backup.keep_before(why, partial(tell, "Backing up") if tell else None)
            return action(now, *args, **kwargs)

        return kept_first

    return door


def back_up(now: Moment) -> Done:
    """Keep a copy of the book as it is; not a step, and nothing to undo.

    Raises:
        DiskFull, StoreUnreachable, StoreDamaged: It can't be.
    """
    return Done(f"Backed up: {backup.counts_of(backup.keep('asked').path, opened.at_hand().key)}")


def bring_back(now: Moment, source: Path) -> Done:
    """Make the book what it was in a backup; what it is now is backed up first.

    Raises:
        DiskFull, StoreUnreachable, StoreDamaged: It can't be; nothing was changed.
    """
    book = opened.at_hand()
    done = restore.restore(book.path, source, lambda _: book.key)
    return Done(f"Restored: {done.then}. The newest backup holds what was here before.")


def look_over(now: Moment) -> Done:
    """Look for damage and broken rules; the line says what was found."""
    found = [one for one in check.look_at_hand(now.defaults.snoozes) if one.serious]
    if not found:
        return Done("The store is sound.")
    more = f", and {len(found) - 1:,} more" if len(found) > 1 else ""
    return Done(f"{found[0].what}{more}. Leave, and run: followup check")
