"""Large steps begin with a backup: undo takes a step back, a backup whatever it was."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from followup_tui.rules.moment import Moment
from followup_tui.store import backup, opened
from followup_tui.store.journal import Done

P = ParamSpec("P")
Action = Callable[Concatenate[Moment, P], Done]


def after_backup(why: str) -> Callable[[Action[P]], Action[P]]:
    """Have an action back the book up first; `why` is the word in the backup's name.

    Raises:
        DiskFull, StoreUnreachable, StoreDamaged: It can't be, so that nothing is done either.
    """

    def door(action: Action[P]) -> Action[P]:
        @wraps(action)
        def kept_first(now: Moment, /, *args: P.args, **kwargs: P.kwargs) -> Done:
            opened.refuse_if_read_only()
            backup.keep_before(why)
            return action(now, *args, **kwargs)

        return kept_first

    return door
