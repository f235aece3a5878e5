"""How a command of click's gets its shell: the store, the time, a way to answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper, wraps

import click

from followup_tui.cli.ground import Shell as Shell
from followup_tui.cli.ground import shell as shell
from followup_tui.store.place import VARIABLE

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
