"""A line, logged: read, said, saved."""

from __future__ import annotations

from followup_tui.cli.ground import Shell
from followup_tui.errors import BadInput

TYPE_CHECKING = False
if TYPE_CHECKING:
    from followup_tui.actions.log_customs import Custom
    from followup_tui.rules.quicklog.shape import Reading

LONGEST = 65536
"""Characters of a line; more is a letter, not a line."""


def log_text(
    shell: Shell,
    text: str,
    about: str | None = None,
    origin: str | None = None,
    *,
    dry_run: bool = False,
) -> None:
    """Read a line, say how it is read, and save it. Raises BadInput for none, or one too long."""
    from followup_tui.actions.log_customs import customs
    from followup_tui.actions.log_line import Entry, log_line
    from followup_tui.actions.log_reading import Asked, understand
    from followup_tui.rules.quicklog.shape import as_json
    from followup_tui.store.people import named

    line = " ".join(text.split("\n")).strip()
    if not line:
        raise BadInput("There is nothing to log: write what happened.")
    if len(line) > LONGEST:
        raise BadInput(f"A line has at most {LONGEST} characters; this one has {len(line)}.")
    settings = shell.settings
    asked = Asked(
        about_id=named(about, settings.region).id if about else None,
        opened_from=origin,
        region=settings.region,
        day_first=settings.day_first,
    )
    reading = understand(line, shell.now, asked)
    added = customs(reading, shell.now)
    said = read_aloud(reading, added, shell)
    if dry_run:
        shell.say(said, as_json(reading))
        return
    done = log_line(shell.now, Entry(line, reading, region=settings.region))
    record = as_json(reading) | {"label": done.label}
    if done.remarks:
        record["remarks"] = list(done.remarks)
    shell.say([*said, done.label, *done.remarks], record)


def read_aloud(reading: Reading, added: list[Custom], shell: Shell) -> list[str]:
    """The reading in words, a piece a line, then what custom adds and what is left to ask."""
    from followup_tui.rules.when import show_day

    lines = [
        f"{'?' if piece.uncertain else '+'} {piece.summary}"
        for piece in reading.pieces
        if piece.summary
    ]
    if reading.note:
        lines.append(f"  note: {reading.note}")
    for custom in added:
        day = f", {show_day(custom.day, shell.now.today)}" if custom.day else ""
        lines.append(f"  then: {custom.title.lower()} {custom.words}{day}")
    if reading.ask:
        lines.append(f"  kept for your next review, since it isn't certain: {len(reading.ask)}")
    return lines
