"""What every command stands on: where the store is, what time it is, how to answer."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from functools import update_wrapper, wraps
from pathlib import Path
from typing import TYPE_CHECKING

import click

from followup_tui.cli.out import print_json
from followup_tui.cli.render import plain
from followup_tui.cli.surroundings import moment, settings
from followup_tui.config import Settings
from followup_tui.errors import FollowupError
from followup_tui.records import dataclass
from followup_tui.rules.moment import Moment
from followup_tui.store.place import VARIABLE, place
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
                click.echo(show(found.remark), err=True)
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
            click.echo(show(str(error)), err=True)

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
            click.echo(show(fault), err=True)


def shell(db: str | None, *, as_json: bool = False) -> Shell:
    """The surroundings of a command."""
    here = settings()
    return Shell(Path(place(db)), here, moment(here), as_json, db is not None)


db_option = click.option(
    "--db",
    metavar="PATH",
    help=f"The store; else ${VARIABLE}, else your data folder.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")


def with_shell(body: Callable[..., int | None]) -> Callable[..., int]:
    """Give a command `--db` and `--json`, and its shell; it answers with its exit code."""

    def command(context: click.Context, /, **words: object) -> int:
        db = words.pop("db") or context.find_root().params.get("db")
        found = shell(str(db) if db else None, as_json=bool(words.pop("as_json")))
        return body(found, **words) or 0

    named = click.pass_context(update_wrapper(command, body))
    return db_option(json_option(named))


def with_book(body: Callable[..., int | None]) -> Callable[..., int]:
    """As `with_shell`, with the store open while the command runs."""

    @wraps(body)
    def opened(found: Shell, **words: object) -> int | None:
        with found.book():
            return body(found, **words)

    return with_shell(opened)
