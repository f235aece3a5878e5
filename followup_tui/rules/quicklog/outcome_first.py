"""What became of a call first, then whom it was to: `no answer, Ruth Abernathy, 3rd try`."""

from __future__ import annotations

from followup_tui.rules.quicklog.amounts import attempts_at, duration_at
from followup_tui.rules.quicklog.by_name import is_org, take_contact, take_when_before
from followup_tui.rules.quicklog.details import take_details
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.line import Someone
from followup_tui.rules.quicklog.touches import ALONE, Touch
from followup_tui.rules.quicklog.who import person_at
from followup_tui.rules.tokens import MARK


def read_outcome_first(
    draft: Draft, start: int, verb_end: int, end: int, touch: Touch
) -> int | None:
    """`Busy signal twice, Leotis Grandberry.` · `no answer, Ruth Abernathy, 3rd try`.

    Only where the name stands alone between marks and facts: in `no answer, Ruth said to write`
    she does something else. Another row that is selected makes it a question.
    """
    tokens = draft.line.tokens
    tried = attempts_at(tokens, verb_end) if verb_end < end else None
    comma = tried[1] if tried else verb_end
    marked = comma + 1 < end and tokens[comma].text in (",", "-", "–", "—", ":")
    found = _alone_behind(draft, comma + 1, end) if marked and touch.outcome in ALONE else None
    if not found:
        return None
    draft.happened(*touch)
    take_when_before(draft, start)
    draft.take(start, verb_end, "touch", "outcome")
    if tried:
        draft.attempts = tried[0]
        draft.take(verb_end, comma, "attempts", "attempts")
    take_contact(draft, found[0], comma + 1, found[1])
    draft.cover(comma, comma + 1)
    return take_details(draft, found[1], end)


def _alone_behind(draft: Draft, at: int, end: int) -> tuple[Someone, int] | None:
    """The person named at a place with a mark, a fact or nothing behind; unsure where another row
    is selected.
    """
    tokens, selected = draft.line.tokens, draft.line.selected
    found = person_at(draft, at, end, expected=False)
    if not found or is_org(found[0]):
        return None
    someone, stop = found
    if someone.known is None and not (someone.sure or someone.choices[1:]):
        return None
    closed = stop >= end or tokens[stop].kind == MARK
    if not (closed or duration_at(tokens, stop) or attempts_at(tokens, stop)):
        return None
    if selected and someone.known != selected:
        names = (someone.name or "", *someone.choices, selected.name)
        someone.choices, someone.sure = tuple(dict.fromkeys(names)), False
    return found
