"""Commands that keep the store safe: backup, restore, check."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from followup_tui.cli.passphrase import ask
from followup_tui.cli.paths import as_path
from followup_tui.cli.progress import progress
from followup_tui.cli.shell import Shell, with_shell
from followup_tui.errors import Cancelled, FollowupError, StoreDamaged

if TYPE_CHECKING:
    from datetime import datetime

    from followup_tui.store.check import Finding
    from followup_tui.store.restore import Preview

NOTHING = 1
DAMAGED = StoreDamaged.exit_code


@click.command(short_help="Keep a copy of the store, or list the copies.")
@click.argument("file", required=False)
@click.option("--list", "only_list", is_flag=True, help="List the backups instead.")
@with_shell
def backup(shell: Shell, file: str | None, only_list: bool) -> int:
    """Copy the store as it is now: among the backups, or to FILE. Exits 1 when none is listed."""
    from followup_tui.store import backup, opened

    if only_list:
        return _list(shell)
    with shell.book(), progress() as tell:

        def copying(done: int, of: int) -> None:
            tell("copying", done, of)

        if file:
            path = as_path(file)
            backup.save_as(path, copying)
        else:
            path = backup.keep("asked", copying).path
        counts = backup.counts_of(path, opened.at_hand().key)
    shell.say(f"Backup: {path} ({counts})", {"path": str(path), "counts": counts})
    return 0


def _list(shell: Shell) -> int:
    from followup_tui.store.backup import backups_of, folder_of

    found = [(one, _held(one.path)) for one in backups_of(shell.path)]
    lines = [
        f"{number:>3}  {_when(one.made_at, shell):<22}  {one.why:<10} {held}"
        for number, (one, held) in enumerate(found, 1)
    ]
    told = [
        {"number": number, "path": str(one.path), "made_at": one.made_at, "why": one.why,
         "counts": held if not isinstance(held, str) else None}
        for number, (one, held) in enumerate(found, 1)
    ]  # fmt: skip
    shell.say(lines or f"There is no backup in {folder_of(shell.path)} yet.", told)
    return 0 if found else NOTHING


def _held(path: Path) -> object:
    """How much is in a backup, or why that can't be said."""
    from followup_tui.store.backup import counts_of
    from followup_tui.store.encryption import key_of
    from followup_tui.store.faults import spoken_plainly

    try:
        with spoken_plainly(str(path)):
            return counts_of(path, key_of(path))
    except StoreDamaged:
        return "damaged"
    except FollowupError:
        return "encrypted"


def _when(moment: datetime, shell: Shell) -> str:
    return f"{moment.astimezone(shell.now.at.tzinfo):%a %-d %b %Y %H:%M}"


@click.command(short_help="Bring a backup back.")
@click.argument("which", required=False, default="")
@click.option("--dry-run", is_flag=True, help="Only say what would differ.")
@click.option("--yes", is_flag=True, help="Don't ask.")
@with_shell
def restore(shell: Shell, which: str, dry_run: bool, yes: bool) -> int:
    """Make the store what it was in a backup; what it is now is backed up first.

    WHICH is a number of `followup backup --list`, or a file; without it, the newest good backup.
    """
    from followup_tui.store import restore as bringing

    source = bringing.chosen(shell.path, which)
    found = bringing.preview(shell.path, source, ask)
    if dry_run:
        shell.say(_previewed(found), {"source": str(source), "now": found.now, "then": found.then})
        return 0
    if not yes and sys.stdin and sys.stdin.isatty():
        click.echo("\n".join(_previewed(found)), err=True)
        if not click.confirm("Bring it back?", err=True):
            raise Cancelled("Cancelled: nothing was changed.")
    done = bringing.restore(shell.path, source, ask)
    lines = [f"Restored {source}: {done.then}"]
    if done.before:
        lines.append(f"The store as it was: {done.before}")
    before = str(done.before) if done.before else None
    shell.say(lines, {"source": str(source), "before": before, "then": done.then})
    return 0


def _previewed(found: Preview) -> list[str]:
    lines = [
        f"Now:  {found.now or 'nothing that can be read'}",
        f"Then: {found.then}   ({found.source})",
    ]
    if found.now == found.then:
        lines.append("The counts are the same.")
    return lines


@click.command(short_help="Check that the store is sound.")
@click.option("--repair", is_flag=True, help="Do what can be done about it.")
@with_shell
def check(shell: Shell, repair: bool) -> int:
    """Look for damage, broken rules, and an index or history out of step. Exits 6 with any."""
    from followup_tui.store import check as looking
    from followup_tui.store import mend as mending

    snoozes = shell.now.defaults.snoozes
    found = looking.look(shell.path, ask, snoozes)
    lines = [_found(one, repair=repair) for one in found]
    left = found
    if repair and found:
        mended = mending.mend(shell.path, found, ask, snoozes)
        left = list(mended.left)
        lines += mended.lines
        lines += [f"The store as it was: {mended.kept}"] if mended.kept else []
        lines += [f"Still wrong: {one.what}" for one in left]
    if any(one.kind is looking.Kind.DAMAGED for one in left):
        lines += _advice(shell)
    sound = not any(one.serious for one in left)
    told = {"ok": sound, "findings": list(map(_as_json, found)), "left": list(map(_as_json, left))}
    shell.say(lines or f"{shell.path} is sound.", told)
    return 0 if sound else DAMAGED


def _as_json(one: Finding) -> dict[str, object]:
    return {"kind": one.kind, "what": one.what, "repair": one.repair, "serious": one.serious}


def _found(one: Finding, *, repair: bool) -> str:
    would = f" (--repair {one.repair})" if one.repair and not repair else ""
    return f"{one.kind}: {one.what}{would}"


def _advice(shell: Shell) -> list[str]:
    """What brings the store back: the newest good backup, and saving what can be read."""
    from followup_tui.store.backup import good_backups

    newest = next(good_backups(shell.path), None)
    return [
        f"The newest good backup is of {_when(newest.made_at, shell)}: followup restore"
        if newest
        else "There is no good backup.",
        "To save what can be read of the damaged file: followup check --repair",
    ]
