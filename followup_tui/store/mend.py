"""Doing something about what `check` finds; the store as it was is kept first."""

from __future__ import annotations

from collections.abc import Sequence, Set
from pathlib import Path

from followup_tui.errors import StoreDamaged
from followup_tui.records import dataclass
from followup_tui.rules.defaults import DEFAULTS
from followup_tui.store import backup, check, encryption, images, leftovers, search
from followup_tui.store.backup import Counts
from followup_tui.store.check import Finding, Kind
from followup_tui.store.encryption import Ask
from followup_tui.store.faults import filed_plainly, spoken_plainly
from followup_tui.store.restore import take_place
from followup_tui.store.salvage import Salvaged, salvage
from followup_tui.store.schema import db

_INSIDE = frozenset((Kind.SEARCH, Kind.JOURNAL, Kind.PHOTOS))


@dataclass(frozen=True, slots=True)
class Mended:
    """What was done."""

    lines: tuple[str, ...]
    kept: Path | None
    """The store as it was."""
    salvaged: Salvaged | None
    left: tuple[Finding, ...]
    """What is still wrong."""


def mend(
    path: Path,
    findings: Sequence[Finding],
    ask: Ask | None = None,
    snoozes: int = DEFAULTS.snoozes,
) -> Mended:
    """Mend what `check.look` found wrong with the store at `path`, which isn't open.

    `snoozes` as in `check.look`.

    Raises:
        StoreDamaged: Nothing of the file can be read.
        DiskFull, StoreUnreachable: It can't be written; nothing was changed.
    """
    from followup_tui.store.book import open_book

    kinds = {one.kind for one in findings}
    lines: list[str] = []
    saved, kept = None, None
    if Kind.RIGHTS in kinds:
        _take_rights_away(path)
        lines.append("Only you can read and write the store and its backups now.")
    if kinds & {Kind.DAMAGED, Kind.REFERENCES}:
        with filed_plainly(str(path)), spoken_plainly(str(path)):
            saved, kept = _salvaged(path, encryption.key_of(path, ask))
        lines.append(told(saved))
    with open_book(path, ask):
        if kinds := {one.kind for one in check.look_inside()} & _INSIDE:
            kept = kept or backup.keep("repair").path
            lines += _inside(kinds)
    return Mended(tuple(lines), kept, saved, tuple(check.look(path, ask, snoozes)))


def _take_rights_away(path: Path) -> None:
    folder = backup.folder_of(path)
    for place in (path, *(folder.iterdir() if folder.is_dir() else ())):
        place.chmod(0o600)
    if folder.is_dir():
        folder.chmod(0o700)


def _salvaged(path: Path, key: str) -> tuple[Salvaged, Path | None]:
    from followup_tui.store.book import make_empty, open_book

    with leftovers.in_the_making(path) as fresh:
        make_empty(fresh, key)
        saved = salvage(path, fresh, key)
        if not any(saved.rows.values()):
            raise StoreDamaged(f"Nothing of {path} can be read. Run `followup restore`.")
        with open_book(fresh, lambda _: key), db.atomic("IMMEDIATE"):
            search.rebuild()
        return saved, take_place(fresh, path)


def told(saved: Salvaged) -> str:
    """What was saved, as a line."""
    rows = saved.rows
    count = Counts(*(rows[table] for table in ("contact", "lead", "follow_up", "touch", "step")))
    return (
        f"Saved {count}"
        + (f"; {saved.from_journal:,} rows from the journal alone" if saved.from_journal else "")
        + (f"; {saved.lost:,} rows are lost." if saved.lost else "; nothing known of is lost.")
    )


def _inside(kinds: Set[Kind]) -> list[str]:
    lines = []
    with db.atomic("IMMEDIATE"):
        if Kind.SEARCH in kinds:
            search.rebuild()
            lines.append("Everybody was indexed again.")
        if Kind.JOURNAL in kinds:
            images.forget(max(step for _, _, step in images.out_of_step(check.QUIET)))
            lines.append("The steps that couldn't be undone were forgotten.")
        if Kind.PHOTOS in kinds:
            images.drop_unused_photos()
            lines.append("Pictures that nobody has were dropped.")
    return lines
