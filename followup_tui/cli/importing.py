"""`followup import`: people in, from files of any kind; one command is one step."""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from followup_tui.cli.paths import content
from followup_tui.cli.progress import progress
from followup_tui.cli.shell import Shell, with_shell
from followup_tui.errors import BadInput, Usage
from followup_tui.records import dataclass

if TYPE_CHECKING:
    from followup_tui.actions.imports import SourceFile

OURS = "json"
FORMATS = (OURS, "vcard", "linkedin", "google", "outlook", "table")
MOST_LISTED = 20
"""Problems, or words that differ, listed for the eye; JSON has them all."""
IN_PART = 3
"""The exit code when something in the files could not be read."""
COUNTED = ("rows", "created", "matched", "skipped", "filled", "doubtful")


class Raw(NamedTuple):
    """A file as it came."""

    name: str
    content: bytes


class Choices(NamedTuple):
    """How files are to be read, where it isn't left to them."""

    format: str | None
    encoding: str | None
    mapping: dict[str, str]
    day_first: bool | None


class Fault(NamedTuple):
    """Something that could not be read; line 0 for the whole file."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.what}" if self.line else self.what


@dataclass(frozen=True, slots=True)
class Told:
    """What an import did, or would do."""

    label: str
    count: Mapping[str, int]
    changed: bool
    files: Sequence[SourceFile] = ()
    remarks: Sequence[str] = ()
    differing: Sequence[str] = ()
    """What the files say otherwise of people who are here; what is here stays."""


@click.command("import", short_help="Import people from files.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@click.option("--format", "format_", type=click.Choice(FORMATS), help="Else it is detected.")
@click.option("--encoding", help="Such as cp1252; else it is detected.")
@click.option(
    "--map",
    "pairs",
    metavar="COLUMN=FIELD",
    multiple=True,
    help="For tables; kept for the next one with this header.",
)
@click.option(
    "--day-first/--month-first", "day_first", default=None, help="How days such as 3/4 are read."
)
@with_shell
def import_files(
    shell: Shell, files: tuple[str, ...], dry_run: bool, format_: str | None,
    encoding: str | None, pairs: tuple[str, ...], day_first: bool | None,
) -> int:  # fmt: skip
    """Take in everybody in FILE..., or in stdin for -. One command is one step.

    Exits 3 when a file, or something in one, could not be read; the rest is taken in.
    """
    if day_first is None:
        day_first = shell.settings.day_first or None
    choices = Choices(format_, encoding, dict(map(_pair, pairs)), day_first)
    raws, faults = _contents(files)
    with _uncollected(), _book(shell, dry_run=dry_run):
        if any(_is_ours(raw, choices) for raw in raws):
            told = _take_book(shell, raws, choices, dry_run=dry_run)
        else:
            sources, unread = _parsed(shell, raws, choices)
            faults += unread
            if not sources:
                raise BadInput("\n".join(map(str, faults)))
            told = _take_people(shell, sources, choices.mapping, dry_run=dry_run)
    return _report(shell, told, faults, dry_run=dry_run)


def _pair(pair: str) -> tuple[str, str]:
    column, equals, field = pair.rpartition("=")
    if not (column and equals and field):
        raise Usage(f"--map wants COLUMN=FIELD, not {pair!r}.")
    return column, field


def _contents(files: Sequence[str]) -> tuple[list[Raw], list[Fault]]:
    raws, faults = [], []
    for name in dict.fromkeys(files):
        try:
            raws.append(Raw(name, content(name)))
        except BadInput as fault:
            faults.append(Fault(name, 0, str(fault)))
    if not raws:
        raise BadInput("\n".join(map(str, faults)))
    return raws, faults


@contextmanager
def _uncollected() -> Iterator[None]:
    """What is read stays until the end: looking for garbage in it would find none."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def _book(shell: Shell, *, dry_run: bool) -> Iterator[None]:
    """The store; for a dry run where there is none yet, an empty one that vanishes again."""
    if shell.path.exists() or not dry_run:
        with shell.book():
            yield
        return
    with (
        tempfile.TemporaryDirectory(prefix="followup-") as folder,
        replace(shell, path=Path(folder) / "dry-run.db").book(),
    ):
        yield


def _is_ours(raw: Raw, choices: Choices) -> bool:
    from followup_tui.exchange.book import is_book

    return choices.format == OURS or (choices.format is None and is_book(raw.content))


def _take_book(shell: Shell, raws: Sequence[Raw], choices: Choices, *, dry_run: bool) -> Told:
    from followup_tui.actions.restore_book import foresee_book, restore_book
    from followup_tui.exchange.book import read

    if len(raws) > 1 or choices.mapping:
        raise Usage("A followup export is imported on its own, without --map.")
    name, region = raws[0].name, shell.settings.region
    try:
        came = read(raws[0].content)
    except BadInput as fault:
        raise BadInput(f"{name}: {fault}") from fault
    remarks = [f"{name}: nobody here knows the field {field}: left out" for field in came.unknown]
    if dry_run:
        count = foresee_book(came.book, region)
        return Told(_foreseen([name], count), count, False, remarks=remarks)
    done = restore_book(shell.now, came.book, name, region)
    return Told(done.label, done.tally, done.changed, remarks=remarks)


def _parsed(
    shell: Shell, raws: Sequence[Raw], choices: Choices
) -> tuple[list[SourceFile], list[Fault]]:
    from followup_tui.actions.imports import SourceFile
    from followup_tui.exchange import formats
    from followup_tui.store.mappings import remembered

    sources, faults, known = [], [], remembered()
    for raw in raws:
        try:
            parsed = formats.read(
                raw.content, raw.name, choices.format, choices.encoding, choices.mapping or None,
                shell.settings.region, day_first=choices.day_first,
                remembered=known,
            )  # fmt: skip
            sources.append(SourceFile(raw.name, parsed))
        except BadInput as fault:
            faults.append(Fault(raw.name, 0, str(fault)))
    return sources, faults


def _take_people(
    shell: Shell, sources: Sequence[SourceFile], mapping: Mapping[str, str], *, dry_run: bool
) -> Told:
    from followup_tui.actions.imports import foresee, import_people, remember_mapping

    with progress() as tell:
        if dry_run:
            seen = foresee(sources, shell.settings.region, tell)
            count = {word: getattr(seen, word) for word in COUNTED}
            label = _foreseen([source.name for source in sources], count)
            return Told(label, count, False, sources, differing=seen.differing)
        done = import_people(shell.now, sources, shell.settings.region, tell)
    if mapping:
        for signature in {source.parsed.signature for source in sources} - {""}:
            remember_mapping(shell.now, signature, mapping)
    return Told(done.label, done.tally, done.changed, sources, differing=done.remarks)


def _foreseen(names: Sequence[str], count: Mapping[str, int]) -> str:
    counts = ", ".join(f"{count[word]} {word}" for word in ("created", "matched", "skipped"))
    return f"Would import {', '.join(names)}: {counts}. Nothing was written."


def _report(shell: Shell, told: Told, faults: Sequence[Fault], *, dry_run: bool) -> int:
    count = {word: told.count.get(word, 0) for word in COUNTED}
    faults = [
        *faults,
        *(Fault(f.name, one.line, one.what) for f in told.files for one in f.parsed.problems),
    ]
    lines = [told.label, f"{count['rows']} rows read", *_remarks(told, count)]
    lines += _first("word", "of the files stay out", told.differing)
    lines += _first("problem", "", faults)
    record = {"label": told.label, "dry_run": dry_run, "changed": told.changed, **count}
    record |= {
        "problems": [fault._asdict() for fault in faults],
        "files": [_file(source) for source in told.files],
        "remarks": told.remarks,
        "differing": told.differing,
    }
    shell.say(lines, record)
    return IN_PART if faults else 0


def _first(what: str, more: str, told: Sequence[object]) -> list[str]:
    """The first of many lines, then how many there are."""
    if not told:
        return []
    count = f"{len(told)} {what}{'s' if len(told) > 1 else ''} {more}".rstrip()
    shown = f"{count}; the first {MOST_LISTED} are listed" if len(told) > MOST_LISTED else count
    return [*map(str, told[:MOST_LISTED]), shown]


def _file(source: SourceFile) -> dict[str, object]:
    told = ("format", "encoding", "rows", "skipped", "ignored", "remarks")
    return {"name": source.name, **{word: getattr(source.parsed, word) for word in told}}


def _remarks(told: Told, count: Mapping[str, int]) -> Iterator[str]:
    yield from told.remarks
    for source in told.files:
        yield from (f"{source.name}: {remark}" for remark in source.parsed.remarks)
        if source.parsed.recalled:
            yield f"{source.name}: columns as you mapped them last time"
        if source.parsed.ignored:
            yield f"{source.name}: columns not taken: {', '.join(source.parsed.ignored)}"
        if source.parsed.order_guessed:
            yield f"{source.name}: days such as 3/4 were guessed: --day-first or --month-first"
    if count["filled"]:
        yield f"{count['filled']} of those matched gained details"
    if count["doubtful"]:
        yield f"{count['doubtful']} may be people you had already: see followup doubles"
