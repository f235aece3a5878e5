"""What a quick log line was understood to say, row by row, with what custom adds below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from followup_tui.actions.log_customs import Custom, Key
from followup_tui.records import dataclass
from followup_tui.rules.facts import Action
from followup_tui.rules.quicklog.shape import Piece, ReadFollowUp, Reading, ReadReferral
from followup_tui.ui.days import day_words
from followup_tui.ui.panes.wording import OUTCOMES, sentence
from followup_tui.ui.spans import Line, Span, by_word, flowed, span, width_of

KIND = 9
"""Cells for the word that says what a row is."""
INDENT = KIND + 2
"""Where what it says begins."""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row of the reading, and what a key on it acts on."""

    line: Line
    tail: Line = ()
    """Its day and what may be chosen."""
    pieces: tuple[Piece, ...] = ()
    custom: str = ""
    """The key of the custom it shows, where it shows one: dropped before the row itself."""
    choices: tuple[str, ...] = ()
    ask: str = ""

    def lines(self, width: int) -> list[Line]:
        """The row in as many lines of `width` cells as it takes; its day stays in one piece."""
        whole = (*self.line, *self.tail)
        if width_of(whole) <= width:
            return [whole]
        head, rest = list(self.line[:2]), by_word(self.line[2:])
        end = _without_start(self.tail)
        day = [end] if width_of(end) <= width - INDENT else by_word(end)
        return flowed([head, *rest, *([(("  ", ""),)] if end else []), *day], width, INDENT)


def _without_start(line: Line) -> Line:
    """The line without what would join it to words before it."""
    bare = ((text.lstrip(" —"), look) for text, look in line[:1])
    return (*(one for one in bare if one[0]), *line[1:])


def rows(reading: Reading, customs: Sequence[Custom], today: date) -> list[ReadRow]:
    """The rows in the order of the picture: touch, note, names, steps, promises, customs."""
    found = [*_touch(reading, today)]
    if reading.note:
        found.append(ReadRow(_line("✓", "Note", span(reading.note))))
    first = {c.key: c for c in customs}
    for place, name in enumerate(reading.referrals):
        found.append(_referral(reading, place, name, first, today))
    for place, task in enumerate(reading.followups):
        found.append(_task(reading, place, task, today))
    for place, theirs in enumerate(reading.promises_by_them):
        said = [span(f"{theirs.who or 'they'}: {theirs.what}")]
        day = _day(theirs.due, theirs.time, today)
        found.append(_row(reading, f"promises_by_them[{place}]", "They", said, day))
    found += _stage(reading)
    found += [_custom(custom, today) for custom in customs if not custom.key.startswith("first")]
    return found


def _touch(reading: Reading, today: date) -> list[ReadRow]:
    contact = reading.contact
    if contact is None:
        return []
    new = "" if contact.id is not None else "  new contact"
    parts = [contact.name or contact.org or "?"]
    if contact.name and contact.org:
        parts.append(contact.org)
    if reading.outcome:
        parts.append(OUTCOMES[reading.outcome].lower())
    if reading.minutes is not None:
        parts.append(f"{reading.minutes} min")
    if reading.attempts:
        parts.append(f"×{reading.attempts}")
    now = reading.day == today and not reading.time
    when = "now" if now else f"{day_words(reading.day, today)} {reading.time or ''}".strip()
    title = (reading.channel or "touch").replace("_", " ").capitalize()
    said = [span(" · ".join(part for part in parts if part))]
    tail = [span(f" · {when}"), span(new, "muted")]
    found = [_row(reading, "contact", title, said, tail, mark="✓")]
    found += [_row(reading, "also", "Also", [span(name)], mark="✓") for name in reading.also]
    if "channel" in reading.ask:
        found.append(_row(reading, "channel", "By", [span("which way?", "late")]))
    return found


def _referral(
    reading: Reading, place: int, name: ReadReferral, first: dict[str, Custom], today: date
) -> ReadRow:
    parts = [name.name, name.org or "", name.role or "", name.phone or "", name.email or ""]
    said = [span(" · ".join(part for part in parts if part))]
    said.append(("  known contact" if name.id is not None else "  new", "muted"))
    custom = first.get(Key.FIRST_CALL.at(place))
    tail: list[Span] = []
    if custom and custom.day:
        tail += [("  → ", "muted"), (f"call by {day_words(custom.day, today)}", "")]
    key = custom.key if custom else ""
    return replace(_row(reading, f"referrals[{place}]", "Referral", said, tail), custom=key)


def _task(reading: Reading, place: int, task: ReadFollowUp, today: date) -> ReadRow:
    words = sentence(task.action, task.whom or "")
    if task.what:
        words = f"{words}: {task.what}" if task.action is not Action.OTHER else task.what
    tail = _day(task.due, task.time, today, task.tz, task.part)
    if task.condition:
        tail.append(("  if no reply" if task.condition == "no_reply" else "  if…", "muted"))
    if task.promised:
        tail.append(("  ◆ promised", "late"))
    return _row(reading, f"followups[{place}]", "To do", [span(words)], tail)


def _stage(reading: Reading) -> list[ReadRow]:
    stage = reading.stage
    if stage is None:
        return []
    parts = [str(stage.to), stage.reason or "", stage.lead or "", stage.org or ""]
    said = [span(" · ".join(part for part in parts if part))]
    return [_row(reading, "stage", "Lead", said)]


def _custom(custom: Custom, today: date) -> ReadRow:
    closes = custom.key.startswith(Key.CLOSES)
    tail: list[Span] = []
    if custom.day:
        when = day_words(custom.day, today)
        tail.append((f" — {'due ' if closes else ''}{when}", "muted" if closes else "late"))
    line = _line("✓" if closes else "+", custom.title, span(custom.words))
    return ReadRow(line, tuple(tail), custom=custom.key)


def _day(
    due: date | None, time: str | None, today: date, zone: str | None = None, part: str | None = ""
) -> list[Span]:
    if due is None:
        return [(" — no day said", "muted")]
    words = [day_words(due, today), time or "", zone.rpartition("/")[2] if zone else "", part or ""]
    return [(" — ", ""), (" ".join(word for word in words if word).replace("_", " "), "late")]


def _row(
    reading: Reading, path: str, title: str, said: Sequence[Span], tail: Sequence[Span] = (),
    mark: str = "+",
) -> ReadRow:  # fmt: skip
    pieces = tuple(piece for piece in reading.pieces if piece.path.startswith(path))
    asked = next((p for p in reading.pieces if p.ask.startswith(path) and p.choices), None)
    unsure = any(ask.startswith(path) for ask in reading.ask)
    tail = list(tail)
    if unsure and asked:
        for digit, choice in enumerate(asked.choices, 1):
            tail += [(f"  {digit}", "key"), span(f" {_choice(choice)}", "muted")]
    return ReadRow(
        _line("?" if unsure else mark, title, *said),
        tuple(tail),
        pieces,
        choices=asked.choices if asked else (),
        ask=asked.ask if asked else "",
    )


def _choice(choice: str) -> str:
    try:
        day = date.fromisoformat(choice)
    except ValueError:
        return choice
    return f"{day:%a} {day.day} {day:%b}"


def _line(mark: str, title: str, *said: Span) -> Line:
    look = {"?": "late-strong", "+": "good"}.get(mark, "good")
    return ((f"{mark} ", look), (title.ljust(KIND), "strong"), *said)
