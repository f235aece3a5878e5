"""What one clause says: each rule is asked in turn, and what none takes stays in the note."""

from __future__ import annotations

from followup_tui.rules.facts import Stage
from followup_tui.rules.quicklog.details import take_detail
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.head import mend_outcome, read_head, take_trailing
from followup_tui.rules.quicklog.lead import read_lead_head, read_stage
from followup_tui.rules.quicklog.promises import read_theirs, read_will, take_promise
from followup_tui.rules.quicklog.referrals import read_gave, read_plus, read_said, read_try
from followup_tui.rules.quicklog.shape import ReadStage
from followup_tui.rules.quicklog.speech import verb_at
from followup_tui.rules.quicklog.split import Clause
from followup_tui.rules.quicklog.stages import BARE_STAGES
from followup_tui.rules.quicklog.tasks import (
    _take,
    as_wish,
    read_appointment,
    read_mine,
    read_promise,
)
from followup_tui.rules.quicklog.touches import RESCHEDULED
from followup_tui.rules.quicklog.verbs import SAID
from followup_tui.rules.quicklog.who import learn_gender, person_at
from followup_tui.rules.tokens import MARK, word_at


def read_clause(draft: Draft, clause: Clause) -> None:
    """Takes from one clause all that the rules know; the rest is left for the note."""
    if clause.joiner == ".":
        draft.nearest = None
        draft.voice = ""
    draft.clause_start = at = max(clause.start, draft.done)
    if at >= clause.end:
        return
    _joiner(draft, clause)
    headed = None
    if not draft.headed:
        headed = read_lead_head(draft, at, clause.end) or read_head(draft, at, clause.end)
        if headed:
            at = draft.done = headed
            draft.nearest = draft.contact
    behind_person, draft.by_name = draft.by_name, False
    learn_gender(draft, at, clause.end)
    first = at == clause.start
    while at < clause.end:
        stop = _one(draft, at, clause, first or at == clause.start, behind_person)
        if stop is None:
            if headed == at:
                take_trailing(draft, at, clause.end)
            break
        behind_person = False
        at = stop
        while (
            at < clause.end
            and draft.line.tokens[at].kind == MARK
            and word_at(draft.line.tokens, at) in ",."
        ):
            at += 1


def _joiner(draft: Draft, clause: Clause) -> None:
    """Counts the joining word before a clause as read; if the clause isn't, it stays by itself."""
    place = clause.start - 1
    while place >= 0 and word_at(draft.line.tokens, place) in (
        "and",
        "but",
        "so",
        "then",
        "also",
        "plus",
        "&",
        "+",
        ",",
    ):
        draft.used[place] = 1
        place -= 1


def _one(draft: Draft, at: int, clause: Clause, first: bool, behind_person: bool) -> int | None:
    """The first rule that takes words at `at`; where they end."""
    end = clause.end
    return (
        _sigil(draft, at, end)
        or _facts(draft, at, end)
        or mend_outcome(draft, at, end)
        or _moved(draft, at, end)
        or _will(draft, at, end, behind_person)
        or read_theirs(draft, at, end, behind_person)
        or read_promise(draft, at, end)
        or read_gave(draft, at, end)
        or read_said(draft, at, end)
        or read_try(draft, at, end)
        or _reported(draft, at, end)
        or _goes_on(draft, at, clause)
        or read_stage(draft, at, end)
        or as_wish(draft, at, end)
        or read_mine(draft, at, end, marked=first)
        or read_appointment(draft, at, end)
    )


def _sigil(draft: Draft, at: int, end: int) -> int | None:
    """`>I do`, `<they do`, `=stage`, `+Name`."""
    tokens = draft.line.tokens
    word = word_at(tokens, at)
    if word == "+":
        return read_plus(draft, at, end)
    if word == "=" and word_at(tokens, at + 1) in BARE_STAGES and at + 1 < end:
        lead = draft.line.lead
        draft.take(at, at + 2, "stage", "stage")
        draft.stage = ReadStage(Stage(word_at(tokens, at + 1)), None, lead.title if lead else None,
                                lead.org if lead else None)  # fmt: skip
        return at + 2
    if word == "<" and at + 1 < end:
        return take_promise(draft, at, at + 1, end, draft.who(), None, False)
    if word == ">" and at + 1 < end:
        return read_promise(draft, at + 1, end) or read_mine(draft, at, end, marked=True)
    return None


def _facts(draft: Draft, at: int, end: int) -> int | None:
    """A clause, or the rest of one, that is only facts: `45 min`, `303 555 0177`, `x2`."""
    tokens, place = draft.line.tokens, at
    from followup_tui.rules.quicklog.split import _all_facts

    if not _all_facts(draft.line, at, end):
        return None
    while place < end:
        stop = take_detail(draft, place, end)
        if stop is None:
            return place if place > at else None
        place = stop
    return place


def _moved(draft: Draft, at: int, end: int) -> int | None:
    """`rescheduled to Thursday 2pm`, and what stands behind `moved our coffee to`."""
    from followup_tui.rules.dates.asking import Stance
    from followup_tui.rules.facts import Action
    from followup_tui.rules.quicklog.speech import Task, due_in, take_task

    tokens = draft.line.tokens
    found = RESCHEDULED.at(tokens, at, end)
    behind = draft.outcome == "rescheduled" and not draft.followups
    if not found and not behind:
        return None
    stop = found[1] if found else at
    spot = due_in(draft, stop, end, Stance.MINE)
    if found and not spot and stop < end:
        return None
    if found:
        draft.outcome, draft.headed = "rescheduled", True
    if not spot:
        if found:
            draft.take(at, stop, "touch", "outcome")
        return stop if found else None
    words = {word_at(tokens, place) for place in range(draft.clause_start, spot.start)}
    if words & {"interview"}:
        action = Action.INTERVIEW
    elif words & {"coffee", "lunch", "meeting", "zoom", "mtg", "dinner", "breakfast"}:
        action = Action.MEET
    else:
        action = Action.CALL
    gone = frozenset(range(spot.start, spot.end)) | frozenset(range(stop, spot.start))
    return take_task(draft, Task(at, at, end, action, stop, gone=gone, spot=spot))


def _will(draft: Draft, at: int, end: int, behind_person: bool) -> int | None:
    """A `will` without a subject that is mine: `will try again Tue`."""
    found = None if behind_person else read_will(draft, at, end)
    if not found:
        return None
    verb = verb_at(draft, found[1], end)
    if not verb:
        return None
    promised = (
        draft.outcome not in ("no_answer", "left_voicemail", "busy", "gatekeeper")
        and word_at(draft.line.tokens, found[1]) != "try"
    )
    return _take(draft, at, found[1], end, verb, None, None, promised=promised)


def _reported(draft: Draft, at: int, end: int) -> int | None:
    """A reported imperative without a new person: `said ask again after the holidays`."""
    tokens = draft.line.tokens
    from followup_tui.rules.quicklog.referrals import _past_subject

    start = _past_subject(draft, at, end)
    said = SAID.at(tokens, start, end)
    if not said:
        return None
    verb = said[1]
    while word_at(tokens, verb) in (
        "to",
        "i",
        "that",
        "maybe",
        "please",
        "just",
        ":",
        "me",
        "should",
        "can",
        "could",
    ):
        verb += 1
    found = verb_at(draft, verb, end)
    if not found or (word_at(tokens, verb) == "no"):
        return None
    after = word_at(tokens, found[1])
    if after in ("me", "us"):
        draft.used[found[1]] = 1
        found = (found[0], found[1] + 1)
    draft.voice = "said"
    return _take(draft, at, verb, end, found, None, None, promised=False)


def _goes_on(draft: Draft, at: int, clause: Clause) -> int | None:
    """`and call her Wednesday` behind `I'll …`, `and call me` behind `she'll …`: the same voice."""
    if clause.joiner != "and" or at != clause.start or not draft.voice:
        return None
    found = verb_at(draft, at, clause.end)
    if not found:
        return None
    after = word_at(draft.line.tokens, found[1])
    if draft.voice == "them" and after in ("me", "us", "my"):
        return take_promise(draft, at, at, clause.end, draft.speaker, None, False)
    if draft.voice == "me":
        return _take(draft, at, at, clause.end, found, None, None, promised=True)
    return None


_ = person_at
