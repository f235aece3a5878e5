"""A file before it is taken in, in lines: its columns, its first people, what would happen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from followup_tui.actions.imports import Count
from followup_tui.actions.incoming import Incoming
from followup_tui.exchange.drafts import ContactDraft, Parsed
from followup_tui.exchange.tables import TablePreview
from followup_tui.text import cut, fit, show
from followup_tui.ui.spans import BLANK, Line, span, wrapped

FIRST_PEOPLE = 5
FIRST_PROBLEMS = 5
MOST_WAYS = 5
TITLE, FIELD = 20, 15


class ColumnLine(NamedTuple):
    """A column of the table."""

    title: str
    spec: str
    """Its field, as in `phone:work`; empty for one that is left out."""
    sample: str
    """The first value in it."""


def column_lines(preview: TablePreview) -> list[ColumnLine]:
    """Every column with what it is taken for and what stands in it."""
    return [
        ColumnLine(title, spec, next((row[at] for row in preview.rows if row[at : at + 1]
                                      and row[at]), ""))
        for at, (title, spec) in enumerate(zip(preview.header, preview.mapping, strict=True))
    ]  # fmt: skip


def column_line(column: ColumnLine, width: int) -> Line:
    """`Company → organization   Orbit`."""
    left_out = not column.spec
    title = fit(show(column.title) or "(no title)", TITLE)
    field = fit(show(column.spec) or "left out", FIELD)
    sample = cut(show(column.sample), max(0, width - TITLE - FIELD - 4))
    return (
        (title, "muted" if left_out else ""),
        (" → ", "muted"),
        (field, "muted" if left_out else "accent"),
        (f" {sample}", "muted"),
    )


def incoming_lines(found: Incoming, width: int) -> list[Line]:
    """What would happen, then who is in the file."""
    lines: list[Line] = []
    if found.wanting:
        lines += wrapped(show(found.wanting), "late", width)
    if found.count:
        lines += _counted(found.count, width)
    if found.source:
        lines += [*_said(found.source.parsed, width), BLANK]
        for draft in found.source.parsed.drafts[:FIRST_PEOPLE]:
            lines += [*_person(draft, width), BLANK]
        more = len(found.source.parsed.drafts) - FIRST_PEOPLE
        if more > 0:
            lines.append(((f"and {more:,} more", "muted"),))
    elif found.book:
        lines += wrapped("a followup export: everything in it comes back", "muted", width)
    return lines


def _counted(count: Count, width: int) -> Iterator[Line]:
    yield ((f"{count.created:,} new", "strong"), (f"  of {count.rows:,} in the file", "muted"))
    if count.matched:
        learn = f", {count.filled:,} gain details" if count.filled else ""
        yield ((f"{count.matched:,} known already{learn}", ""),)
    if count.skipped:
        yield ((f"{count.skipped:,} skipped", "late"),)
    if count.doubtful:
        yield ((f"{count.doubtful:,} may be people you know: you decide afterwards", "late"),)
    if count.differing:
        yield ((f"{len(count.differing):,} values differ: yours stay", "muted"),)
        for line in count.differing[:FIRST_PROBLEMS]:
            yield from wrapped(show(line), "muted", width, indent=2)


def _said(parsed: Parsed, width: int) -> Iterator[Line]:
    if parsed.recalled:
        yield (("columns as last time", "muted"),)
    if parsed.order_guessed:
        yield (("dates such as 3/4 can be read two ways: ", "late"), ("o", "key"), (" turns", ""))
    for remark in parsed.remarks:
        yield from wrapped(show(remark), "muted", width)
    if parsed.problems:
        yield ((f"{len(parsed.problems):,} problems", "late"),)
    for problem in parsed.problems[:FIRST_PROBLEMS]:
        yield from wrapped(show(f"line {problem.line}: {problem.what}"), "late", width, indent=2)


def _person(draft: ContactDraft, width: int) -> Iterator[Line]:
    place = ", ".join(part for part in (draft.role, draft.organization) if part)
    yield (span(draft.name, "strong"), span(f"  {place}" if place else "", "muted"))
    for way in draft.ways[:MOST_WAYS]:
        label = f"{way.kind} {way.label}".strip()
        yield ((f"  {fit(show(label), 14)} ", "muted"), span(way.typed, ""))
    facts = (
        ("birthday", draft.birthday), ("tags", ", ".join(draft.tags)), ("met", draft.how_met),
        ("notes", draft.notes.partition("\n")[0]),
    )  # fmt: skip
    for name, value in facts:
        if value:
            yield ((f"  {fit(name, 14)} ", "muted"), (cut(show(value), max(8, width - 18)), ""))
