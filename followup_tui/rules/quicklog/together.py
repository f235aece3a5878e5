"""What somebody and I did or will do: `Grace and I spoke`, `Dale & I are meeting Wed`."""

from __future__ import annotations

from followup_tui.rules.dates.asking import Stance
from followup_tui.rules.quicklog.appointments import appointment_at
from followup_tui.rules.quicklog.by_name import is_org, take_contact, take_when_before
from followup_tui.rules.quicklog.details import take_details
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.line import Someone
from followup_tui.rules.quicklog.parts import due_in, verb_at
from followup_tui.rules.quicklog.talks import WITH
from followup_tui.rules.quicklog.who import person_at
from followup_tui.rules.tokens import word_at, word_set

_PLANNING = word_set(
    """are will 'll 're have has got agreed plan planned planning to decided scheduled set up booked
    arranged going gonna also still both should need finally be a an the our another hoping getting
    having grabbing doing on for"""
)
"""Words between `Dale and I` and what we are to do together."""


def read_together(draft: Draft, start: int, end: int) -> int | None:
    """Takes `Grace and I spoke 35 min`: both of us did it, or are to; where it ends.

    Of `Dale & I are meeting Wed` the person is taken, and the appointment is the next rule's.
    """
    tokens = draft.line.tokens
    person = person_at(draft, start, end, expected=False)
    at = person[1] if person else start
    joined = word_at(tokens, at) in ("and", "&", "+", "n") and word_at(tokens, at + 1) == "i"
    if not person or not joined or is_org(person[0]):
        return None
    stop = at + 2 + (word_at(tokens, at + 2) in ("just", "finally", "had", "also"))
    found = WITH.at(tokens, stop, end)
    if not found:
        return _ahead(draft, person[0], start, at, end)
    draft.happened(*found[0])
    take_when_before(draft, start)
    take_contact(draft, person[0], start, at)
    draft.take(at, found[1], "touch", "channel")
    return take_details(draft, found[1], end)


def _ahead(draft: Draft, someone: Someone, start: int, at: int, end: int) -> int | None:
    """Takes the person of `Dale and I have a call Monday`: where the words of the plan begin."""
    stop = at + 2
    while stop < end and word_at(draft.line.tokens, stop) in _PLANNING:
        stop += 1
    verb = verb_at(draft, stop, end)
    planned = appointment_at(draft.line, stop, end) or (
        verb and due_in(draft, verb[1], end, Stance.MINE)
    )
    if stop == at + 2 or not planned:
        return None
    take_when_before(draft, start)
    take_contact(draft, someone, start, at)
    draft.cover(at, stop)
    return stop
