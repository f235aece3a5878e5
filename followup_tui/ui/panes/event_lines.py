"""What happened, as lines: the day, a mark of its kind, and what came of it."""

from __future__ import annotations

from datetime import date

from followup_tui.rules.facts import Action, Channel, Direction, Outcome
from followup_tui.rules.moment import Moment
from followup_tui.store.timeline import Event
from followup_tui.text import fit, show, show_block, wrap
from followup_tui.ui.days import day_here, past_words
from followup_tui.ui.panes.wording import OUTCOMES, SNOOZED_BECAUSE, sentence
from followup_tui.ui.spans import Line, Span, wrapped

DAY, MARK = 8, 3
SPOKEN = frozenset({Channel.CALL, Channel.VIDEO})
MARKS: dict[str, Span] = {
    "snooze": ("↷", "late"),
    "referral": ("+", "accent"),
    "stage": ("●", "accent"),
    "closed": ("✓", "good"),
}


def event_lines(event: Event, moment: Moment, width: int) -> list[Line]:
    """One event, its note in italics behind it or, where it is long, under it."""
    day = past_words(day_here(event.at, moment.at.tzinfo), moment.today)
    mark, look = _mark(event)
    first: Line = ((fit(day, DAY), "muted"), (fit(mark, MARK), look))
    words, note = said_of(event, moment)
    if not note:
        return wrapped(words, "", width, first, DAY + MARK)
    return _with_note(words, note, event.kind, first, width)


def _with_note(words: str, note: str, kind: str, first: Line, width: int) -> list[Line]:
    look = "" if kind == "touch" else "quote"
    rows = wrap(f"{words} — {note}", max(8, width - DAY - MARK))
    head = f"{words} — "
    lines: list[Line] = []
    for at, row in enumerate(rows):
        lead: Line = first if at == 0 else ((" " * (DAY + MARK), ""),)
        if at == 0 and row.startswith(head):
            lines.append((*lead, (head, ""), (row[len(head) :], look)))
        else:
            lines.append((*lead, (row, look if at else "")))
    return lines


def _mark(event: Event) -> Span:
    if event.kind != "touch":
        return MARKS.get(event.kind, ("·", "muted"))
    if event.channel == Channel.IN_PERSON:
        return "●", "good"
    if event.channel in SPOKEN:
        reached = event.outcome in (Outcome.TALKED, Outcome.MET)
        return "☎", "phone" if reached else "muted"
    return ("←" if event.direction == Direction.IN else "→"), "phone"


def said_of(event: Event, moment: Moment) -> tuple[str, str]:
    """What happened, and its note; both harmless."""
    if event.kind == "touch":
        return _touch(event), show_block(event.note)
    if event.kind == "snooze":
        to, on = date.fromisoformat(event.words), day_here(event.at, moment.at.tzinfo)
        day = "today" if to == moment.today else f"{to:%a}" if 0 <= (to - on).days < 7 else (
            f"{to.day} {to:%b}"
        )  # fmt: skip
        return f"Snoozed to {day}", SNOOZED_BECAUSE.get(event.note, show(event.note))
    if event.kind == "referral":
        who = show(event.who)
        words = f"Name given by {who}" if event.words == "from" else f"Gave you {who}"
        return words, show_block(event.note)
    if event.kind == "stage":
        return f"{show(event.who)}: {event.words}", show(event.note)
    action, _, what = event.who.partition(" ")
    named = sentence(action, show(what)) if action in set(Action) else show(event.who)
    return f"{event.words.capitalize()}: {named}", show_block(event.note)


def _touch(event: Event) -> str:
    outcome = Outcome(event.outcome) if event.outcome else None
    words = OUTCOMES[outcome] if outcome else "Noted"
    if outcome in (Outcome.TALKED, Outcome.MET) and event.who:
        words = f"{words} with {show(event.who)}"
    minutes = f", {event.minutes} min" if event.minutes else ""
    return f"{words}{minutes}"
