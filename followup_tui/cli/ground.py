"""What every command stands on: where the store is, what time it is, how to answer.

Without click, so that the plain forms of `log` and `touch` do without it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from followup_tui.cli.out import print_json
from followup_tui.cli.render import plain
from followup_tui.cli.surroundings import moment, settings
from followup_tui.config import Settings
from followup_tui.errors import FollowupError
from followup_tui.records import dataclass
from followup_tui.rules.moment import Moment
from followup_tui.store.place import place
from followup_tui.text import show, show_block

if TYPE_CHECKING:
    from followup_tui.actions.hooks import Hooks
    from followup_tui.store.journal import Done


@dataclass(frozen=True, slots=True)
class Shell:
    """What a command is handed."""

    path: Path
    settings: Settings
    now: Moment
    as_json: bool
    named: bool
    """Whether the store was named on the command line."""

    def say(self, lines: str | list[str], record: object) -> None:
        """Answer once: `lines` for people, `record` with `--json`; both harmless to show."""
        if self.as_json:
            print_json(plain(record))
        else:
            told = [lines] if isinstance(lines, str) else lines
            print("\n".join(show_block(line) for line in told))

    def done(self, result: Done, remark: str = "", id_of: str = "", **told: object) -> None:
        """Say what an action did: its line, and with `--json` also the ids of the new rows."""
        new: dict[str, list[int]] = {}
        for table, row_id in result.new:
            new.setdefault(table, []).append(row_id)
        ids = {"id": new[id_of][0]} if id_of in new else {}
        record = {**ids, "label": result.label, "changed": result.changed, "new": new, **told}
        if remark:
            record["remark"] = remark
        if result.remarks:
            record["remarks"] = result.remarks
        self.say([line for line in (result.label, remark, *result.remarks) if line], record)

    @contextmanager
    def book(self) -> Iterator[None]:
        """The store, open. Raises as `open_book` does."""
        from followup_tui.cli.passphrase import ask
        from followup_tui.store.book import open_book
        from followup_tui.store.watching import watched_by

        with open_book(self.path, ask) as found, watched_by(self._hooks()):
            if found.remark:
                _say_aside(found.remark)
            with self._calendar() if self.settings.calendar else nullcontext():
                yield
            self._keep_daily()

    def _hooks(self) -> Hooks | None:
        from followup_tui.actions.hooks import hooks_in

        return hooks_in(self.settings.folder, self.path)

    def _keep_daily(self) -> None:
        """A backup a day, after the answer: what is wrong with it is said, and nothing else."""
        from followup_tui.store.backup import keep_daily

        if sys.stdout:
            sys.stdout.flush()
        try:
            keep_daily()
        except FollowupError as error:
            _say_aside(str(error))

    @contextmanager
    def _calendar(self) -> Iterator[None]:
        """The file that calendars subscribe to, rewritten after a command that changed anything."""
        from followup_tui.store.calendar import rows_written

        before = rows_written()
        yield
        if rows_written() == before:
            return
        from followup_tui.actions.calendar import keep_calendar

        path = Path(self.settings.calendar).expanduser()
        if fault := keep_calendar(path, as_events=self.settings.calendar_events):
            _say_aside(fault)


def shell(db: str | None, *, as_json: bool = False) -> Shell:
    """The surroundings of a command."""
    here = settings()
    return Shell(Path(place(db)), here, moment(here), as_json, db is not None)


def _say_aside(words: str) -> None:
    """Say it where the answer isn't in the way."""
    print(show(words), file=sys.stderr)
