"""What one clause says: each rule is asked in turn, and what none takes stays in the note."""

from __future__ import annotations

from followup_tui.rules.dates.asking import Stance
from followup_tui.rules.facts import Action, Stage
from followup_tui.rules.quicklog.agreed import read_confirmed, read_same_again
from followup_tui.rules.quicklog.appointments import read_appointment, read_moved
from followup_tui.rules.quicklog.by_name import take_contact
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.head import read_head
from followup_tui.rules.quicklog.introduced import read_passed_on
from followup_tui.rules.quicklog.lead import read_lead_head, read_stage
from followup_tui.rules.quicklog.loose_facts import (
    read_day_behind,
    read_facts,
    read_new_way,
    read_place_behind,
    read_touch_alone,
)
from followup_tui.rules.quicklog.mending import mend_outcome
from followup_tui.rules.quicklog.mine import read_mine, read_promise, read_wish
from followup_tui.rules.quicklog.names_told import (
    notice_people,
    read_more_names,
    read_names_from,
)
from followup_tui.rules.quicklog.parts import verb_at
from followup_tui.rules.quicklog.promises import (
    is_my_will,
    read_back_to_me,
    read_theirs,
    take_promise,
)
from followup_tui.rules.quicklog.referrals import read_gave, read_plus
from followup_tui.rules.quicklog.reported import read_said, read_try
from followup_tui.rules.quicklog.second import read_second, touched_at
from followup_tui.rules.quicklog.shape import ReadStage
from followup_tui.rules.quicklog.split import JOINING, Clause
from followup_tui.rules.quicklog.stages import BARE_STAGES, reason_behind
from followup_tui.rules.quicklog.tasks import add_task
from followup_tui.rules.quicklog.touches import ALONE
from followup_tui.rules.quicklog.trailing import take_trailing
from followup_tui.rules.quicklog.who import learn_gender, person_at
from followup_tui.rules.quicklog.wrong_way import strike_off
from followup_tui.rules.tokens import MARK, word_at

_SENTENCE = frozenset({".", "!", "?", "-", "–", "—", "..", "...", "…"})


def read_clause(draft: Draft, clause: Clause) -> None:
    """Takes from one clause all that the rules know; the rest is left for the note."""
    if clause.joiner in (".", "!", "?", ";"):
        draft.nearest = None
    if clause.joiner in _SENTENCE and draft.voice != "gives":
        draft.voice = ""
    draft.clause_start = at = max(clause.start, draft.done)
    if at >= clause.end:
        return
    if _topic(draft, at, clause.end):
        return
    headed = _head(draft, at, clause.end)
    spoken = draft.by_name
    learn_gender(draft, headed or at, clause.end)
    stop = _rules(draft, headed or at, clause)
    untouched = headed is not None and not any(draft.used[headed:stop])
    if headed and untouched and not spoken:
        take_trailing(draft, headed, clause.end)
    notice_people(draft, stop, clause.end)
    _cover_joiner(draft, clause)


def _topic(draft: Draft, at: int, end: int) -> bool:
    """Whether the clause is only a name, as in `Ines: thank her`: the next one is about them."""
    found = person_at(draft, at, end) if draft.headed else None
    draft.topic, before = None, draft.topic
    if not found or found[1] < end or found[0].known is None or not found[0].sure:
        draft.topic = before if before and at == draft.topic_at else None
        return False
    if draft.contact is None and draft.outcome in ALONE and draft.line.selected is None:
        take_contact(draft, found[0], at, end)  # `left vm - Ruth Abernathy`
        return True
    draft.topic, draft.topic_at = found[0], end + 1
    draft.met(found[0])
    draft.take(at, end, "also", f"followups[{len(draft.followups)}].whom", found[0].name or "")
    return True


def _head(draft: Draft, at: int, end: int) -> int | None:
    """Where the head ends, when this clause is the head."""
    if draft.headed:
        return _behind_news(draft, at, end)
    headed = (
        read_lead_head(draft, at, end)
        or read_names_from(draft, at, end)
        or read_head(draft, at, end)
    )
    if headed:
        draft.done = headed
        draft.nearest = draft.contact
    return headed


def _behind_news(draft: Draft, at: int, end: int) -> int | None:
    """Where the head ends that follows a bare stage: `got an offer!! Ana Ruiz called`."""
    bare, draft.bare_lead = draft.bare_lead, False
    headed = read_head(draft, at, end) if bare and touched_at(draft, at, end) else None
    if headed:
        draft.lead_head, draft.done, draft.nearest = False, headed, draft.contact
    return headed


def _rules(draft: Draft, at: int, clause: Clause) -> int:
    """Asks the rules again and again until none takes the words; where they stop."""
    tokens = draft.line.tokens
    while at < clause.end and tokens[at].kind == MARK and word_at(tokens, at) in ",.":
        at += 1
    behind_person = draft.by_name
    if behind_person and word_at(tokens, at) in ("says", "said", "thinks"):
        draft.voice = "said"
    while at < clause.end:
        stop = _one(draft, at, clause, behind_person)
        if stop is None:
            break
        behind_person = draft.by_name = False
        at = max(stop, at + 1)
        while at < clause.end and tokens[at].kind == MARK and word_at(tokens, at) in ",.":
            at += 1
    draft.by_name = False
    return at


def _cover_joiner(draft: Draft, clause: Clause) -> None:
    """The word that joins a clause which was read is read with it."""
    place = clause.start - 1
    if not draft.used[clause.start]:
        return
    while place >= 0 and word_at(draft.line.tokens, place) in JOINING:
        draft.cover(place, place + 1)
        place -= 1


def _one(draft: Draft, at: int, clause: Clause, behind_person: bool) -> int | None:
    """The first rule that takes words at `at`; where they end."""
    end = clause.end
    return (
        _sigil(draft, at, end)
        or (read_second(draft, at, end) if at == clause.start else None)
        or strike_off(draft, at, end)
        or read_facts(draft, at, end)
        or read_touch_alone(draft, at, end)
        or read_place_behind(draft, at, end)
        or read_new_way(draft, at, end)
        or read_day_behind(draft, at, end)
        or mend_outcome(draft, at, end)
        or read_moved(draft, at, end)
        or _again(draft, at, clause)
        or read_same_again(draft, at, end)
        or read_confirmed(draft, at, end, behind_person)
        or _my_will(draft, at, end, behind_person)
        or read_theirs(draft, at, end, behind_person)
        or read_back_to_me(draft, at, end)
        or read_passed_on(draft, at, end, behind_person)
        or read_promise(draft, at, end)
        or read_gave(draft, at, end)
        or read_more_names(draft, at, end)
        or read_said(draft, at, end)
        or read_try(draft, at, end)
        or _goes_on(draft, at, clause)
        or read_appointment(draft, at, end)
        or read_stage(draft, at, end)
        or read_wish(draft, at, end)
        or read_mine(draft, at, end, marked=at == clause.start)
    )


def _sigil(draft: Draft, at: int, end: int) -> int | None:
    """`>I do`, `<they do`, `=stage`, `+Name`."""
    tokens = draft.line.tokens
    word = word_at(tokens, at)
    if word not in ("+", "=", "<", ">") or at + 1 >= end:
        return None
    if word == "+":
        return read_plus(draft, at, end)
    if word == "<":
        return take_promise(draft, at, at + 1, end, draft.who())
    if word == ">":
        return read_promise(draft, at + 1, end) or read_mine(draft, at, end, marked=True)
    if word_at(tokens, at + 1) not in BARE_STAGES:
        return None
    draft.take(at, at + 2, "stage", "stage")
    stage = word_at(tokens, at + 1)
    reason = reason_behind(tokens, stage, at + 2, end)
    draft.stage = ReadStage(Stage(stage), reason, *draft.line.lead_names)
    return at + 2


def _my_will(draft: Draft, at: int, end: int, behind_person: bool) -> int | None:
    """A `will` without a subject that is mine: `will try again Tue`; after a try it is a plan."""
    if behind_person or not is_my_will(draft, at, end):
        return None
    verb = verb_at(draft, at + 1, end)
    if not verb or word_at(draft.line.tokens, at + 1) == "pass":
        return None
    tried = draft.outcome in ("no_answer", "left_voicemail", "busy", "gatekeeper")
    promised = not tried and word_at(draft.line.tokens, at + 1) != "try"
    return add_task(draft, at, at + 1, end, verb, promised=promised)


def _again(draft: Draft, at: int, clause: Clause) -> int | None:
    """`again thu 2pm` behind a try that reached nobody: the next one."""
    tokens = draft.line.tokens
    tried = draft.outcome in ("no_answer", "left_voicemail", "busy", "gatekeeper", "sent")
    if not tried or word_at(tokens, at) != "again" or at != clause.start or not at:
        return None
    spot = draft.line.date_at(at + 1, clause.end, Stance.MINE)
    if not spot or clause.joiner in ("and", "&", "+", "but"):
        return None
    return add_task(draft, at, at, clause.end, (Action.CALL, at + 1))


def _goes_on(draft: Draft, at: int, clause: Clause) -> int | None:
    """`and call her Wednesday` behind `I'll …`, `and call me` behind `she'll …`: the same voice."""
    if clause.joiner not in ("and", "&", "+") or at != clause.start or not draft.voice:
        return None
    verb = at + (draft.voice == "me" and word_at(draft.line.tokens, at) == "i'd")
    found = verb_at(draft, verb, clause.end)
    if not found:
        return None
    if draft.voice == "them" and word_at(draft.line.tokens, found[1]) in ("me", "us", "my"):
        return take_promise(draft, at, at, clause.end, draft.speaker)
    if draft.voice == "me":
        return add_task(draft, at, verb, clause.end, found, promised=True)
    return None
